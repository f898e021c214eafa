#include "record/record.h"

#include <fstream>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "new_record.h"

namespace chibo::test {
namespace {

using RecordTest = NewRecord;

TEST_F(RecordTest, KeepsWhatACommandWrote)
{
    const auto place = record->run(set("room", "Phòng họp"), room);
    ASSERT_TRUE(place);
    EXPECT_EQ(place->seq, 2); // The first entry is the device's own.
    record.reset();
    EXPECT_EQ(setting(*open_again(), "room"), "Phòng họp");
}

TEST_F(RecordTest, KeepsNothingOfARefusedCommand)
{
    const Command refused {"refused", [](Changes& changes) -> Result<void> {
                               (void)set("room", "half").apply(changes);
                               return refuse("test.refused");
                           }};
    const auto place = record->run(refused, room);
    ASSERT_FALSE(place);
    EXPECT_EQ(place.error().key, "test.refused");
    EXPECT_EQ(setting(*record, "room"), "(none)");
    EXPECT_EQ(record->run(set("room", "whole"), room)->seq, 2);
}

TEST_F(RecordTest, KeepsNothingOfACommandThatThrows)
{
    const Command broken {"broken", [](Changes& changes) -> Result<void> {
                              (void)set("room", "half").apply(changes);
                              throw std::runtime_error("broken");
                          }};
    EXPECT_THROW((void)record->run(broken, room), std::runtime_error);
    EXPECT_EQ(setting(*record, "room"), "(none)");
    EXPECT_TRUE(record->run(set("room", "whole"), room));
}

TEST_F(RecordTest, MakesNoEntryWhereNothingChanged)
{
    ASSERT_TRUE(record->run(set("room", "A"), room));
    EXPECT_EQ(record->run(set("room", "A"), room)->seq, 0);
    EXPECT_EQ(record->run(set("room", "B"), room)->seq, 3);
}

TEST_F(RecordTest, MovesItsVersionWithAnotherConnectionsChanges)
{
    const auto other = open_again();
    const auto before = record->version();
    EXPECT_EQ(record->version(), before);
    ASSERT_TRUE(other->run(set("room", "A"), room));
    EXPECT_NE(record->version(), before);
    const auto between = record->version();
    ASSERT_TRUE(record->run(set("room", "B"), room));
    EXPECT_NE(record->version(), between);
}

TEST_F(RecordTest, GoesOnWithTheChainOfAnotherConnection)
{
    const auto other = open_again();
    EXPECT_EQ(other->device(), record->device());
    for (int i = 0; i < 10; ++i) {
        EXPECT_EQ(record->run(set("room", std::to_string(i)), room)->seq, 2 * i + 2);
        EXPECT_EQ(other->run(set("room", std::to_string(-i - 1)), room)->seq, 2 * i + 3);
    }
}

TEST_F(RecordTest, IsEncrypted)
{
    ASSERT_TRUE(record->run(set("room", "Trương Hạnh Nguyên"), room));
    record.reset();
    std::ifstream in(file(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    EXPECT_EQ(bytes.find("SQLite format"), std::string::npos);
    EXPECT_EQ(bytes.find("Nguyên"), std::string::npos);
}

TEST_F(RecordTest, RefusesAnotherKey)
{
    record.reset();
    const auto opened = Record::open(file(), Key(), clock, random);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().key, "record.not_a_record");
}

TEST_F(RecordTest, BecomesAnotherDeviceInACopy)
{
    const DeviceId device = record->device();
    record.reset();
    EXPECT_EQ(open_again()->device(), device);
    std::filesystem::copy_file(file(), folder.path() / "copy.db");
    const auto copy = Record::open(folder.path() / "copy.db", test_key(), clock, random);
    ASSERT_TRUE(copy);
    EXPECT_NE((*copy)->device(), device);
}

} // namespace
} // namespace chibo::test
