#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

using Undo = NewRecord;

TEST_F(Undo, PutsTheOldValueBack)
{
    ASSERT_TRUE(record->run(set("room", "A"), room));
    const auto second = record->run(set("room", "B"), room);
    ASSERT_TRUE(record->undo(*second, room));
    EXPECT_EQ(setting(*record, "room"), "A");
}

TEST_F(Undo, TakesAFactBackByItsTombstone)
{
    const auto added = record->run(add_guest(guest(1), "Lê Hồng Quân"), room);
    ASSERT_TRUE(record->undo(*added, room));
    EXPECT_EQ(guest_name(*record, guest(1)), "(none)");
}

TEST_F(Undo, OfAnUndoBringsTheChangeBack)
{
    const auto added = record->run(add_guest(guest(1), "Lê Hồng Quân"), room);
    const auto undone = record->undo(*added, room);
    ASSERT_TRUE(record->undo(*undone, room));
    EXPECT_EQ(guest_name(*record, guest(1)), "Lê Hồng Quân");
}

TEST_F(Undo, OfARowWithoutTombstoneTakesItAwayAndBringsItBack)
{
    const auto added = record->run(set("room", "A"), room);
    const auto undone = record->undo(*added, room);
    ASSERT_TRUE(undone);
    EXPECT_EQ(setting(*record, "room"), "(none)");
    ASSERT_TRUE(record->undo(*undone, room));
    EXPECT_EQ(setting(*record, "room"), "A");
}

TEST_F(Undo, IsRefusedTwice)
{
    const auto added = record->run(add_guest(guest(1), "Lê Hồng Quân"), room);
    ASSERT_TRUE(record->undo(*added, room));
    const auto again = record->undo(*added, room);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().values.at("change"), "undo");
}

TEST_F(Undo, NamesTheLaterChangeThatStandsOnIt)
{
    const auto added = record->run(add_guest(guest(1), "Lê Hồng Quân"), room);
    clock.wait_ms(60'000);
    ASSERT_TRUE(record->run(rename_guest(guest(1), "Lê Hồng Quang"), room));
    const auto undone = record->undo(*added, room);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().key, "journal.undo_blocked");
    EXPECT_EQ(undone.error().values.at("change"), "rename_guest");
    EXPECT_EQ(undone.error().values.at("time"), "07:46");
    EXPECT_EQ(guest_name(*record, guest(1)), "Lê Hồng Quang");
}

TEST_F(Undo, IsRefusedForADevice)
{
    EXPECT_EQ(record->undo({record->device(), 1}, room).error().key, "journal.undo_never");
    EXPECT_EQ(record->undo({record->device(), 99}, room).error().key, "journal.no_entry");
}

} // namespace
} // namespace chibo::test
