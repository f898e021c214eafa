// The rules of merging, one test each, on devices that hear of each other late.
#include <gtest/gtest.h>

#include "devices.h"
#include "record/conflict_commands.h"
#include "record/device_commands.h"
#include "record/history.h"

namespace chibo::test {
namespace {

class Merge : public testing::Test {
protected:
    void expect_same()
    {
        exchange(one, other);
        EXPECT_EQ(whole_record(*one.record), whole_record(*other.record));
        EXPECT_EQ(faults(*one.record), "");
        EXPECT_EQ(faults(*other.record), "");
    }

    Folder folder;
    TestDevice one {folder.path(), "one", 1};
    TestDevice other {folder.path(), "other", 2};
};

TEST_F(Merge, BringsWhatTheOtherLacks)
{
    one.must(set("room", "A"));
    other.must(add_guest(guest(1), "Quân"));
    expect_same();
    EXPECT_EQ(setting(*other.record, "room"), "A");
    EXPECT_EQ(guest_name(*one.record, guest(1)), "Quân");
}

TEST_F(Merge, OfTwoValuesTheLaterHoldsOnBoth)
{
    one.must(add_guest(guest(1), "Quân"));
    exchange(one, other);
    one.clock.wait_ms(5000);
    one.must(rename_guest(guest(1), "Quang")); // Later by the clock.
    other.must(rename_guest(guest(1), "Quý"));
    expect_same();
    EXPECT_EQ(guest_name(*other.record, guest(1)), "Quang");
}

TEST_F(Merge, TakenAgainIsKnown)
{
    one.must(set("room", "A"));
    const auto entries = read_stored_entries(*one.record, {});
    ASSERT_TRUE(merge(*other.record, entries));
    const auto again = merge(*other.record, entries);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->came.entries, 0);
    EXPECT_EQ(again->came.known, 2);
}

TEST_F(Merge, WaitsForTheEntryBefore)
{
    one.must(set("room", "A"));
    one.must(set("room", "B"));
    auto entries = read_stored_entries(*one.record, {});
    const auto early = merge(*other.record, {entries[0], entries[2]});
    ASSERT_TRUE(early);
    EXPECT_EQ(early->waiting, 1);
    EXPECT_EQ(setting(*other.record, "room"), "(none)");
    const auto waiting = read_waiting_entries(*other.record);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].wants_seq, 2);
    other.restart();
    ASSERT_TRUE(merge(*other.record, {entries[1]}));
    EXPECT_EQ(setting(*other.record, "room"), "B");
    EXPECT_TRUE(read_waiting_entries(*other.record).empty());
}

} // namespace
} // namespace chibo::test
