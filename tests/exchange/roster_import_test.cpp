#include "exchange/roster.h"

#include <gtest/gtest.h>

#include "record/member_queries.h"
#include "record/new_record.h"

namespace chibo::test {
namespace {

const std::string code = "sen hồng nắng mới";

class RosterImportTest : public testing::Test {
protected:
    RosterImportTest() :
        folder(*RecordFolder::create(place.path() / "record", CodeCost::for_tests()))
    {
    }

    Result<RosterImport> import(const std::string& file, const RosterAccess& access)
    {
        return import_roster(folder, *read_roster(file, {2026, 8, 5}), access, clock, random);
    }
    std::vector<Member> members(const std::string& cell)
    {
        const auto unlocked = folder.unlock(code, clock.now_ms());
        for (const Unlocked& one : *unlocked) {
            if (folder.cell(one.cell)->name == cell)
                return read_members(**folder.open_cell(one, clock, random));
        }
        return {};
    }

    Folder place;
    FakeClock clock {morning};
    SeededRandom random {3};
    RecordFolder folder;
};

TEST_F(RosterImportTest, MakesTheCellsThatAreNotThere)
{
    const auto done = import("Họ và tên;Chi bộ;Chức vụ\nLê Thị Minh Hằng;Chi bộ Văn phòng;Bí "
                             "thư\nBùi Lan Anh;Chi bộ Văn phòng;\n"
                             "Trần An;Chi bộ Tổ chức;\n",
        {.code = code, .cell = {}});
    ASSERT_TRUE(done) << done.error().key;
    ASSERT_EQ(done->cells.size(), 2U);
    EXPECT_EQ(done->cells[0].name, "Chi bộ Văn phòng");
    EXPECT_EQ(done->cells[0].added, 2);
    EXPECT_FALSE(done->cells[0].recovery_code.empty());
    const auto office = members("Chi bộ Văn phòng");
    ASSERT_EQ(office.size(), 2U);
    EXPECT_EQ(office[0].name, "Bùi Lan Anh"); // By given name.
    EXPECT_EQ(office[1].position, Position::Secretary);
    EXPECT_EQ(members("Chi bộ Tổ chức").size(), 1U);
}

TEST_F(RosterImportTest, GivesTheCodeToTheSecretary)
{
    ASSERT_TRUE(import("name,position\nBùi Lan Anh,\nLê Thị Minh Hằng,Bí thư\n",
        {.code = code, .cell = "Văn phòng"}));
    const auto unlocked = folder.unlock(code, clock.now_ms());
    ASSERT_TRUE(unlocked);
    const auto record = folder.open_cell(unlocked->front(), clock, random);
    const auto officers = read_officers(**record);
    ASSERT_EQ(officers.size(), 1U);
    EXPECT_EQ(officers[0].name, "Lê Thị Minh Hằng");
    EXPECT_EQ(unlocked->front().officer, officers[0].id);
}

TEST_F(RosterImportTest, TakesNobodyTwice)
{
    ASSERT_TRUE(import("name\nBùi Lan Anh\n", {.code = code, .cell = "Văn phòng"}));
    const auto again = import("name,cell\nBui Lan Anh,văn phòng\nBÙI LAN ANH,Văn phòng\nTrần An,\n",
        {.code = code, .cell = {}});
    ASSERT_TRUE(again) << again.error().key;
    ASSERT_EQ(again->not_taken.size(), 1U);
    EXPECT_EQ(again->not_taken[0].key, "roster.already_there");
    EXPECT_EQ(members("Văn phòng").size(), 3U);
}

TEST_F(RosterImportTest, TakesNoCardThatIsAnothersInTheCell)
{
    ASSERT_TRUE(import("name,card\nBùi Lan Anh,0417\n", {.code = code, .cell = "Văn phòng"}));
    const auto again = import("name,card,cell\nTrần An,0417,\nLê Na,0418,\nLê Na,0419,Văn phòng\n",
        {.code = code, .cell = {}});
    ASSERT_TRUE(again) << again.error().key;
    ASSERT_EQ(again->not_taken.size(), 2U);
    EXPECT_EQ(again->not_taken[0].key, "roster.card_taken");
    EXPECT_EQ(
        again->not_taken[1].key, "roster.already_there"); // A row without a cell is of it too.
    EXPECT_EQ(members("Văn phòng").size(), 2U);
}

TEST_F(RosterImportTest, NamesTheColumnsThatWereNotRead)
{
    const auto done = import("name,tribe\nBùi Lan Anh,x\n", {.code = code, .cell = "Văn phòng"});
    ASSERT_TRUE(done);
    EXPECT_EQ(done->unread_columns, std::vector<std::string> {"tribe"});
}

TEST_F(RosterImportTest, WritesNothingForAWrongCode)
{
    ASSERT_TRUE(import("name\nBùi Lan Anh\n", {.code = code, .cell = "Văn phòng"}));
    EXPECT_EQ(import("name\nTrần An\n", {.code = "another long code", .cell = {}}).error().key,
        "record.wrong_code");
    clock.wait_ms(3'600'000);
    EXPECT_EQ(members("Văn phòng").size(), 1U);
}

TEST_F(RosterImportTest, AsksWhichCellIsMeant)
{
    ASSERT_TRUE(import("name,cell\nBùi Lan Anh,A\nTrần An,B\n", {.code = code, .cell = {}}));
    EXPECT_EQ(import("name\nLê Na\n", {.code = code, .cell = {}}).error().key, "roster.which_cell");
}

} // namespace
} // namespace chibo::test
