#include "exchange/xlsx.h"

#include <map>
#include <memory>

#include <gtest/gtest.h>
#include <zip.h>

#include "exchange/roster.h"

namespace chibo {
namespace {

Result<Roster> read_roster(const std::string& file)
{
    return chibo::read_roster(file, {2026, 8, 5});
}

using Parts = std::map<std::string, std::string>;

/// A zip archive in memory.
std::string archive_of(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* bytes = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(bytes);
    zip_t* archive = zip_open_from_source(bytes, ZIP_TRUNCATE, &error);
    for (const auto& [name, text] : parts)
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0),
            ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(bytes, &stat);
    std::string file(stat.size, '\0');
    zip_source_open(bytes);
    zip_source_read(bytes, file.data(), file.size());
    zip_source_close(bytes);
    zip_source_free(bytes);
    return file;
}

/// As Excel writes it: texts apart, a date as a number in a date's format.
Parts workbook(std::string rows)
{
    return {
        {"xl/workbook.xml",
            R"(<workbook xmlns:r="r"><sheets><sheet name="Đảng viên" r:id="rId7"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
            R"(<Relationships><Relationship Id="rId7" Target="worksheets/sheet3.xml"/></Relationships>)"},
        {"xl/sharedStrings.xml",
            R"(<sst><si><t>Họ và tên</t></si><si><t>Ngày sinh</t></si><si><r><t>Vũ Thị </t></r><r><t>Kim Oanh</t></r></si></sst>)"},
        {"xl/styles.xml",
            R"(<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-42A]dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet3.xml",
            "<worksheet><sheetData>" + std::move(rows) + "</sheetData></worksheet>"}};
}

constexpr const char* heading
    = R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>)";

TEST(Xlsx, IsReadAsARoster)
{
    const auto roster = read_roster(archive_of(workbook(std::string(heading)
        + R"(<row r="2"><c r="A2" t="s"><v>2</v></c><c r="C2" s="1"><v>31049</v></c></row>)"
          R"(<row r="5"><c r="A5" t="inlineStr"><is><t>Lê Na</t></is></c><c r="C5" s="2"><v>31049</v></c></row>)"
          R"(<row r="6"><c r="A6" t="str"><v>Trần An</v></c><c r="C6" t="inlineStr"><is><t>31/02/1990</t></is></c></row>)")));
    ASSERT_TRUE(roster) << roster.error().key;
    ASSERT_EQ(roster->rows.size(), 2U);
    EXPECT_EQ(roster->rows[0].member.name, "Vũ Thị Kim Oanh");
    EXPECT_EQ(roster->rows[0].member.birth_on, (Date {1985, 1, 2}));
    EXPECT_EQ(roster->rows[1].line, 5);
    EXPECT_EQ(roster->rows[1].member.birth_on, (Date {1985, 1, 2}));
    ASSERT_EQ(roster->not_taken.size(), 1U);
    EXPECT_EQ(roster->not_taken[0].key, "roster.impossible_date");
    EXPECT_EQ(roster->not_taken[0].values.at("line"), "6");
}

TEST(Xlsx, HasTheSameRulesAsCsv)
{
    EXPECT_EQ(read_roster(archive_of(workbook(""))).error().key, "roster.empty");
    EXPECT_EQ(read_roster(archive_of(workbook(heading))).error().key, "roster.empty");
    EXPECT_EQ(read_roster(archive_of(workbook(R"(<row r="1"><c r="A1" t="s"><v>1</v></c></row>)")))
                  .error()
                  .key,
        "roster.no_name_column");
    std::string many = heading;
    for (int row = 2; row <= 10'001; ++row)
        many += R"(<row><c t="str"><v>Đảng viên )" + std::to_string(row) + "</v></c></row>";
    EXPECT_EQ(read_roster(archive_of(workbook(many))).error().key, "roster.too_long");
}

TEST(Xlsx, InAnOldFontIsRecognisedAndRead)
{
    // Cells in .VnTime below the headings of a newer template.
    const std::string file = archive_of(workbook(std::string(heading)
        + R"(<row r="2"><c r="A2" t="inlineStr"><is><t>NguyÔn V¨n §øc</t></is></c></row>)"
          R"(<row r="3"><c r="A3" t="inlineStr"><is><t>TRÇN THÞ HåNG</t></is></c><c r="C3" s="1"><v>31049</v></c></row>)"));
    const auto text = roster_text(file);
    ASSERT_TRUE(text);
    ASSERT_EQ(script_of(*text), Script::Tcvn3);
    const auto roster = chibo::read_roster(file, {2026, 8, 5}, OldEncoding::Tcvn3);
    ASSERT_TRUE(roster) << roster.error().key;
    ASSERT_EQ(roster->rows.size(), 2U);
    EXPECT_EQ(roster->rows[0].member.name, "Nguyễn Văn Đức");
    EXPECT_EQ(roster->rows[1].member.name, "Trần Thị Hồng");
    EXPECT_EQ(roster->rows[1].member.birth_on, (Date {1985, 1, 2}));
}

TEST(Xlsx, ThatIsDamagedOrNoneIsRefused)
{
    const std::string good = archive_of(workbook(heading));
    EXPECT_EQ(read_xlsx(good.substr(0, good.size() / 2)).error().key, "roster.not_a_workbook");
    EXPECT_EQ(read_xlsx("PK\x03\x04 and no more").error().key, "roster.not_a_workbook");
    EXPECT_EQ(read_xlsx(archive_of({{"word/document.xml", "<w/>"}})).error().key,
        "roster.not_a_workbook");
    Parts without_sheet = workbook(heading);
    without_sheet.erase("xl/worksheets/sheet3.xml");
    EXPECT_EQ(read_xlsx(archive_of(without_sheet)).error().key, "roster.not_a_workbook");
}

TEST(Xlsx, ThatSwellsIsRefusedBeforeItIsUnpacked)
{
    const std::string bomb = archive_of(workbook(std::string(40U << 20U, ' ')));
    ASSERT_LT(bomb.size(), 1U << 20U);
    EXPECT_EQ(read_xlsx(bomb).error().key, "roster.not_a_workbook");
}

TEST(Xlsx, CellsFarToTheRightOrWithoutATextAreLeftOut)
{
    const auto rows = read_xlsx(archive_of(
        workbook(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="XFD1"><v>1</v></c></row>)"
                 R"(<row r="2"><c r="A2" t="s"><v>99</v></c><c r="B2" t="s"><v>x</v></c></row>)")));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->front().fields, std::vector<std::string> {"Họ và tên"});
}

} // namespace
} // namespace chibo
