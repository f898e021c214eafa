#include "exchange/roster.h"

#include <gtest/gtest.h>

#include "meeting/letters.h"

namespace chibo {
namespace {

const std::string heading
    = "Họ và tên,Chi bộ,Ngày sinh,Giới tính,Chức vụ,Diện,Ngày vào Đảng,Ngày chính thức,Số thẻ\n";
const std::string oanh = "Vũ Thị Kim Oanh,Chi bộ Văn phòng,02/01/1985,Nữ,Bí thư,Chính "
                         "thức,19/05/2010,19/05/2011,0417\n";

constexpr Date today {2026, 8, 5};

Result<Roster> read_roster(const std::string& file)
{
    return chibo::read_roster(file, today);
}

/// The reasons of the rows not taken, in their order.
std::vector<std::string> reasons(const std::string& file)
{
    std::vector<std::string> keys;
    const auto roster = read_roster(file);
    for (std::size_t i = 0; roster && i < roster->not_taken.size(); ++i)
        keys.push_back(roster->not_taken[i].key);
    return keys;
}

std::string utf16(const std::string& text, std::string_view order)
{
    std::string bytes(order == "little" ? "\xFF\xFE" : "\xFE\xFF");
    for (const char32_t character : to_utf32(text)) {
        const char high = static_cast<char>(character >> 8U);
        const char low = static_cast<char>(character & 0xFFU);
        bytes += order == "little" ? std::string {low, high} : std::string {high, low};
    }
    return bytes;
}

TEST(Roster, TakesEveryColumn)
{
    const auto roster = read_roster(heading + oanh);
    ASSERT_TRUE(roster);
    ASSERT_EQ(roster->rows.size(), 1U);
    const RosterRow& row = roster->rows[0];
    EXPECT_EQ(row.line, 2);
    EXPECT_EQ(row.cell, "Chi bộ Văn phòng");
    EXPECT_EQ(row.member.name, "Vũ Thị Kim Oanh");
    EXPECT_EQ(row.member.given, "Oanh");
    EXPECT_EQ(row.member.birth_on, (Date {1985, 1, 2}));
    EXPECT_EQ(row.member.sex, Sex::Female);
    EXPECT_EQ(row.member.position, Position::Secretary);
    EXPECT_EQ(row.member.standing, Standing::Official);
    EXPECT_EQ(row.member.joined_on, (Date {2010, 5, 19}));
    EXPECT_EQ(row.member.official_on, (Date {2011, 5, 19}));
    EXPECT_EQ(row.member.card_number, "0417");
}

TEST(Roster, ReadsSeparatorsMarksQuotesAndLineEnds)
{
    for (const std::string file : {"\xEF\xBB\xBFHọ và tên;Diện\r\nVũ Thị Kim Oanh;Dự bị\r\n",
             "Diện\tHỌ VÀ TÊN\nDự bị\tVŨ THỊ KIM OANH",
             "standing,name\nProbationary,\"Vũ Thị Kim Oanh\"\n",
             "Ho\u0323 va\u0300 te\u0302n,Die\u0323\u0302n\nVu\u0303 Thi\u0323 Kim Oanh,Dự bị\n"}) {
        const auto roster = read_roster(file);
        ASSERT_TRUE(roster) << file;
        ASSERT_EQ(roster->rows.size(), 1U) << file;
        EXPECT_EQ(roster->rows[0].member.name, "Vũ Thị Kim Oanh");
        EXPECT_EQ(roster->rows[0].member.standing, Standing::Probationary);
    }
    const auto quoted = read_roster("name,cell\n\"Lê, Na\",\"Chi bộ \"\"A\"\"\n(1)\"\nTrần An,B\n");
    ASSERT_TRUE(quoted);
    EXPECT_EQ(quoted->rows.at(0).member.name, "Lê, Na");
    EXPECT_EQ(quoted->rows.at(0).cell, "Chi bộ \"A\" (1)");
    EXPECT_EQ(quoted->rows.at(1).line, 4);
}

TEST(Roster, SaysWhyARowIsNotTaken)
{
    const auto roster = read_roster(
        "Họ và tên,Ngày sinh,Diện\nLê Na,31/02/1990,\n,01/01/1990,\nTrần An,1/1/1990,lạ\n"
        "Hòa Bình,1/1/1990,\n\nHoà Bình,01/01/1990,Dự bị\nHòa Bình,2/1/1990,\n");
    ASSERT_TRUE(roster);
    EXPECT_EQ(roster->rows.size(), 2U);
    ASSERT_EQ(roster->not_taken.size(), 4U);
    EXPECT_EQ(roster->not_taken[0].key, "roster.impossible_date");
    EXPECT_EQ(roster->not_taken[0].values.at("column"), "Ngày sinh");
    EXPECT_EQ(roster->not_taken[0].values.at("value"), "31/02/1990");
    EXPECT_EQ(roster->not_taken[0].values.at("line"), "2");
    EXPECT_EQ(roster->not_taken[1].key, "roster.no_name");
    EXPECT_EQ(roster->not_taken[1].values.at("line"), "3");
    EXPECT_EQ(roster->not_taken[2].key, "roster.unknown_word");
    EXPECT_EQ(roster->not_taken[3].key, "roster.doubled");
    EXPECT_EQ(roster->not_taken[3].values.at("first"), "5");
    EXPECT_EQ(roster->not_taken[3].values.at("line"), "7");
}

TEST(Roster, ThatIsNoneIsRefusedWhole)
{
    EXPECT_EQ(read_roster("").error().key, "roster.empty");
    EXPECT_EQ(read_roster("\n\n").error().key, "roster.empty");
    EXPECT_EQ(read_roster(heading).error().key, "roster.empty");
    EXPECT_EQ(read_roster("Tuổi,Chi bộ\n12,A\n").error().key, "roster.no_name_column");
    EXPECT_EQ(read_roster("Họ và tên\nNguyÔn V¨n §øc\xB5\n").error().key, "roster.encoding");
    EXPECT_EQ(read_roster("\xFF\xFEH").error().key, "roster.encoding");
    EXPECT_EQ(read_roster(utf16(heading, "little") + "x").error().key, "roster.encoding");
    EXPECT_EQ(read_roster(std::string("\xFF\xFE\x00\xD8\x41\x00", 6)).error().key,
        "roster.encoding"); // Half of a pair.
}

TEST(Roster, SaysOfAPictureOrAPaperThatItIsNoText)
{
    const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
    for (const std::string& file : {png, std::string("%PDF-1.7\n1 0 obj <</Type/Catalog>>\n"),
             std::string("\xFF\xD8\xFF\xE0\0\x10JFIF", 10),
             std::string("\x7F"
                         "ELF\x02\x01"),
             std::string("Họ và tên\nLê \0 Na\n", 21)})
        EXPECT_EQ(read_roster(file).error().key, "roster.not_text");
    EXPECT_EQ(read_roster("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").error().key, "roster.old_workbook");
}

TEST(Roster, ReadsTheUnicodeTextOfExcel)
{
    for (const std::string_view order : {"little", "big"}) {
        const auto roster
            = read_roster(utf16("Họ và tên\tSố thẻ\r\nVũ Thị Kim Oanh\t0417\r\n", order));
        ASSERT_TRUE(roster) << roster.error().key;
        ASSERT_EQ(roster->rows.size(), 1U);
        EXPECT_EQ(roster->rows[0].member.name, "Vũ Thị Kim Oanh");
        EXPECT_EQ(roster->rows[0].member.card_number, "0417");
    }
}

TEST(Roster, SaysWhereAQuoteIsOpenedThatNothingCloses)
{
    const auto roster = read_roster(
        "Họ và tên,Ngày sinh\nLê Na,1/1/1990\n\n\"Trần An,1/1/1990\nVũ Bình,2/2/1980\n");
    ASSERT_FALSE(roster);
    EXPECT_EQ(roster.error().key, "roster.unclosed_quote");
    EXPECT_EQ(roster.error().values.at("line"), "4");
    EXPECT_TRUE(read_roster("Họ và tên,Chi bộ\nLê Na,\"Một\""));
}

TEST(Roster, TakesTheSameNameInTwoCells)
{
    const std::string file = "Họ và tên,Chi bộ\nLê Na,Một\nLê Na,Hai\n";
    EXPECT_EQ(read_roster(file)->rows.size(), 2U);
    EXPECT_EQ(reasons(file + "Lê Na,MỘT\n"), std::vector<std::string> {"roster.doubled"});
}

TEST(Roster, TakesNoDateThatCannotBe)
{
    const std::string head = "Họ và tên,Ngày sinh,Ngày vào Đảng,Ngày chính thức\n";
    const std::pair<const char*, const char*> rows[] {
        {"Lê Na,1/1/2090,,", "roster.impossible_day"},
        {"Lê Na,6/8/2026,,", "roster.impossible_day"}, // Tomorrow.
        {"Lê Na,31/12/1899,,", "roster.impossible_day"},
        {"Lê Na,1/1/1990,1/1/2030,", "roster.impossible_day"},
        {"Lê Na,,,6/8/2026", "roster.impossible_day"},
        {"Lê Na,29/02/2025,,", "roster.impossible_date"},
        {"Lê Na,,2/5/2015,1/5/2015", "roster.official_before_joined"},
        {"Lê Na,2/9/1990,1/9/2008,", "roster.too_young"},
        {"Lê Na,2/9/1990,,1/9/2008", "roster.too_young"},
        {"Lê Na,29/02/2000,27/02/2018,", "roster.too_young"},
    };
    for (const auto& [row, reason] : rows)
        EXPECT_EQ(reasons(head + row + "\n"), std::vector<std::string> {reason}) << row;
    for (const char* row : {"Lê Na,2/9/1990,2/9/2008,2/9/2009", "Lê Na,5/8/2008,5/8/2026,5/8/2026",
             "Lê Na,1/1/1900,,", "Lê Na,,1/5/2015,1/5/2015"})
        EXPECT_EQ(read_roster(head + row + "\n")->rows.size(), 1U) << row;
}

TEST(Roster, TakesNoNameThatIsNone)
{
    for (const std::string& name :
        {std::string("Lê Na 2"), std::string("12"), std::string("A"), std::string("?"),
            std::string("Lê@Na"), std::string("=SUM(A1)"), std::string(300, 'a')})
        EXPECT_EQ(
            reasons("Họ và tên\n" + name + "\n"), std::vector<std::string> {"roster.not_a_name"})
            << name;
    const auto long_name = read_roster("Họ và tên\n" + std::string(300, 'a') + "\n");
    EXPECT_LT(long_name->not_taken.at(0).values.at("name").size(), 50U);
    for (const std::string name :
        {"H’Hen Niê", "Y Blơk Niê Kđăm", "Hà", "Nguyễn Văn A (Hòa)", "K'Sor Hơ-Nga"})
        EXPECT_EQ(read_roster("Họ và tên\n" + name + "\n")->rows.size(), 1U) << name;
}

TEST(Roster, TakesOneCardOnce)
{
    const auto roster = read_roster(
        "Họ và tên,Số thẻ,Chi bộ\nLê Na,0417,Một\nTrần An,0417,Hai\nVũ Bình,,\nBùi Lan,,\n");
    ASSERT_TRUE(roster);
    EXPECT_EQ(roster->rows.size(), 3U);
    ASSERT_EQ(roster->not_taken.size(), 1U);
    EXPECT_EQ(roster->not_taken[0].key, "roster.card_doubled");
    EXPECT_EQ(roster->not_taken[0].values.at("line"), "3");
    EXPECT_EQ(roster->not_taken[0].values.at("first"), "2");
    EXPECT_EQ(roster->not_taken[0].values.at("card"), "0417");
}

TEST(Roster, NamesTheColumnsThatItDoesNotRead)
{
    const auto roster = read_roster(
        "STT,Họ và tên,Dân tộc,Ngày sinh,Ngày sinh,Ghi chú,\n1,Lê Na,Kinh,1/1/1990,,x,\n");
    ASSERT_TRUE(roster);
    EXPECT_EQ(
        roster->unread_columns, (std::vector<std::string> {"Dân tộc", "Ngày sinh", "Ghi chú"}));
    EXPECT_EQ(roster->rows.at(0).member.birth_on, (Date {1990, 1, 1}));
    EXPECT_TRUE(read_roster(heading + oanh)->unread_columns.empty());
}

TEST(Roster, OfTenThousandRowsIsRefusedWhole)
{
    std::string file = "Họ và tên\n";
    for (int i = 0; i < 10000; ++i)
        file += "Lê Na " + std::to_string(i) + "\n";
    const auto roster = read_roster(file);
    ASSERT_FALSE(roster);
    EXPECT_EQ(roster.error().key, "roster.too_long");
    EXPECT_EQ(roster.error().values.at("count"), "10000");
}

} // namespace
} // namespace chibo
