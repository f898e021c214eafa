#include "exchange/roster.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

const std::string heading
    = "Họ và tên,Chi bộ,Ngày sinh,Giới tính,Chức vụ,Diện,Ngày vào Đảng,Ngày chính thức,Số thẻ\n";
const std::string oanh = "Vũ Thị Kim Oanh,Chi bộ Văn phòng,02/01/1985,Nữ,Bí thư,Chính "
                         "thức,19/05/2010,19/05/2011,0417\n";

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
    EXPECT_EQ(read_roster("\xFF\xFEH\0o\0").error().key, "roster.encoding");
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
