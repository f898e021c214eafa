#include "record/folder.h"

#include <fstream>

#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

const std::string code = "ấm áp - bông lúa - con thuyền - dòng sông";

OfficerId officer(std::uint8_t number)
{
    OfficerId id;
    id.uuid.bytes[15] = number;
    return id;
}

class FolderTest : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path path() const { return folder.path() / "record"; }
    RecordFolder create()
    {
        auto created = RecordFolder::create(path(), CodeCost::for_tests());
        EXPECT_TRUE(created);
        return std::move(*created);
    }
    NewCell create_cell(RecordFolder& record, const std::string& name)
    {
        auto cell = record.create_cell(name, {{officer(1), "secretary", code}}, clock, random);
        EXPECT_TRUE(cell);
        return std::move(*cell);
    }
    [[nodiscard]] std::string header() const
    {
        std::ifstream in(path() / "header.json");
        return {std::istreambuf_iterator<char>(in), {}};
    }

    Folder folder;
    FakeClock clock {morning};
    SeededRandom random {1};
};

TEST_F(FolderTest, OpensACellWithItsOfficersCode)
{
    {
        RecordFolder record = create();
        const NewCell cell = create_cell(record, "Chi bộ Văn phòng");
        ASSERT_TRUE(cell.record->run(set("room", "A"), room));
    }
    auto record = RecordFolder::open(path());
    ASSERT_TRUE(record);
    const auto opened = record->unlock(code, morning);
    ASSERT_TRUE(opened);
    ASSERT_EQ(opened->size(), 1U);
    EXPECT_EQ(opened->front().role, "secretary");
    const auto cell = record->open_cell(opened->front(), clock, random);
    ASSERT_TRUE(cell);
    EXPECT_EQ(setting(**cell, "room"), "A");
}

TEST_F(FolderTest, TakesTheCodeWithoutMarksCapitalsSpacesAndHyphens)
{
    RecordFolder record = create();
    const auto cell = create_cell(record, "A");
    EXPECT_TRUE(record.unlock("AM AP bong lua  con thuyen dong song", morning));
    EXPECT_TRUE(record.unlock("ấmápbônglúaconthuyềndòngsông", morning));
    EXPECT_FALSE(record.unlock("am ap bong lua con thuyen dong", morning));
}

TEST_F(FolderTest, OpensEveryCellThatACodeOpens)
{
    RecordFolder record = create();
    const auto first = create_cell(record, "A");
    const auto second = create_cell(record, "B");
    const auto third
        = record.create_cell("C", {{officer(1), "clerk", "another long code"}}, clock, random);
    ASSERT_TRUE(third);
    EXPECT_EQ(record.unlock(code, morning)->size(), 2U);
    EXPECT_EQ(record.unlock("another long code", morning)->size(), 1U);
    EXPECT_EQ(record.unlock(code, morning, third->id).error().key, "record.wrong_code");
}

TEST_F(FolderTest, SaysWhoseCodeItIs)
{
    RecordFolder record = create();
    const auto cell = record.create_cell("A",
        {{officer(1), "secretary", code}, {officer(2), "clerk", code},
            {officer(3), "deputy_secretary", "another long code"}},
        clock, random);
    ASSERT_TRUE(cell);
    const auto shared = record.unlock(code, morning, cell->id, "clerk");
    ASSERT_TRUE(shared);
    EXPECT_EQ(shared->front().officer, officer(2));
    EXPECT_EQ(shared->front().holders, (std::vector<OfficerId> {officer(1), officer(2)}));
    EXPECT_EQ(record.unlock("another long code", morning)->front().holders,
        std::vector<OfficerId> {officer(3)});
    EXPECT_TRUE(record.unlock(cell->recovery_code, morning)->front().holders.empty());
}

TEST_F(FolderTest, OpensWithTheRecoveryCodeAfterTheOfficersCodeIsGone)
{
    RecordFolder record = create();
    const auto cell = create_cell(record, "A");
    record.remove_code(cell.id, officer(1));
    EXPECT_FALSE(record.unlock(code, morning));
    const auto opened = record.unlock(cell.recovery_code, morning);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->front().role, "recovery");
}

TEST_F(FolderTest, ARenewedRecoveryCodeReplacesTheOldOne)
{
    RecordFolder record = create();
    const auto cell = create_cell(record, "A");
    const std::string renewed = record.renew_recovery_code(cell.id, cell.record->key());
    EXPECT_FALSE(record.unlock(cell.recovery_code, morning));
    EXPECT_TRUE(record.unlock(renewed, morning));
    EXPECT_TRUE(record.unlock(code, morning));
}

TEST_F(FolderTest, ChangesAnOfficersCode)
{
    RecordFolder record = create();
    const auto cell = create_cell(record, "A");
    ASSERT_TRUE(record.set_code(
        cell.id, cell.record->key(), {officer(1), "secretary", "a new one, and long"}));
    EXPECT_FALSE(record.unlock(code, morning));
    EXPECT_TRUE(record.unlock("a new one, and long", morning));
    EXPECT_EQ(header().find(code), std::string::npos);
}

TEST_F(FolderTest, RefusesAWeakCode)
{
    RecordFolder record = create();
    EXPECT_EQ(record.create_cell("A", {{officer(1), "clerk", "short"}}, clock, random).error().key,
        "codes.too_short");
    EXPECT_EQ(record.create_cell("A", {{officer(1), "clerk", "aaaaaaaaaaaaaaa"}}, clock, random)
                  .error()
                  .key,
        "codes.too_plain");
    EXPECT_TRUE(record.cells().empty());
}

TEST_F(FolderTest, WaitsLongerAfterEachWrongCodeAndKeepsThatAcrossRestarts)
{
    {
        RecordFolder record = create();
        const auto cell = create_cell(record, "A");
        for (int i = 0; i < 5; ++i)
            EXPECT_EQ(
                record.unlock("a wrong code it is", morning).error().key, "record.wrong_code");
    }
    auto record = RecordFolder::open(path());
    const auto waiting = record->unlock(code, morning + 1'000);
    ASSERT_FALSE(waiting);
    EXPECT_EQ(waiting.error().key, "record.wait");
    EXPECT_EQ(waiting.error().values.at("seconds"), "29");
    EXPECT_TRUE(record->unlock(code, morning + 30'000));
    EXPECT_EQ(record->cells().front().failures, 0);
}

TEST_F(FolderTest, AClockSetBackByADayDoesNotMakeTheWaitLonger)
{
    RecordFolder record = create();
    const auto cell = create_cell(record, "A");
    for (int i = 0; i < 5; ++i)
        (void)record.unlock("a wrong code it is", morning);
    constexpr UnixMs day = 24 * 3'600'000;
    EXPECT_EQ(record.wait_ms(morning - day), 30'000);
}

TEST_F(FolderTest, StandsOnItsCopyWhereTheHeaderIsHalfWritten)
{
    {
        RecordFolder record = create();
        const auto cell = create_cell(record, "A");
    }
    std::filesystem::resize_file(path() / "header.json", 100);
    auto record = RecordFolder::open(path());
    ASSERT_TRUE(record);
    EXPECT_TRUE(record->unlock(code, morning));
    record->set_machine({.language = "en"});
    EXPECT_EQ(RecordFolder::open(path())->machine().language, "en");
    EXPECT_NE(header().find("\"en\""), std::string::npos);
}

TEST_F(FolderTest, SaysWhatIsWrongWithAFolder)
{
    EXPECT_EQ(RecordFolder::open(folder.path() / "nothing").error().key, "record.no_record");
    const RecordFolder record = create();
    EXPECT_EQ(RecordFolder::create(path()).error().key, "record.folder_in_use");
    std::ofstream(path() / "header.json") << "rubbish";
    std::ofstream(path() / "header.copy.json") << "{}";
    EXPECT_EQ(RecordFolder::open(path()).error().key, "record.header_damaged");
    std::ofstream(path() / "header.json") << R"({"format": 2})";
    EXPECT_EQ(RecordFolder::open(path()).error().key, "record.newer");
}

TEST_F(FolderTest, SaysThatACellsFileIsMissing)
{
    RecordFolder record = create();
    auto cell = create_cell(record, "A");
    cell.record.reset();
    std::filesystem::remove(path() / record.cells().front().file);
    const auto opened = record.unlock(code, morning);
    EXPECT_EQ(record.open_cell(opened->front(), clock, random).error().key, "record.missing");
}

TEST_F(FolderTest, SeesWhatAnotherProcessWroteToTheHeader)
{
    RecordFolder record = create();
    auto other = RecordFolder::open(path());
    const auto cell = create_cell(*other, "A");
    record.set_machine({.language = "en"});
    EXPECT_EQ(record.cells().size(), 1U);
    EXPECT_EQ(RecordFolder::open(path())->cells().size(), 1U);
}

TEST(Codes, AreDrawnFromTheWords)
{
    const std::string drawn = draw_code(std::filesystem::path(CHIBO_SOURCE_DIR) / "data/words.txt");
    EXPECT_TRUE(check_code(drawn));
    EXPECT_NE(draw_code(std::filesystem::path(CHIBO_SOURCE_DIR) / "data/words.txt"), drawn);
    EXPECT_EQ(draw_recovery_code().size(), 29U);
}

TEST(Codes, AreComparedWithoutMarks)
{
    EXPECT_EQ(fold_code("  Đường-Phố ấm áp\t"), "duongphoamap");
    EXPECT_EQ(fold_code("A\u0302\u0301m"), "am"); // Decomposed.
}

} // namespace
} // namespace chibo::test
