// The rules of merging, one test each, on devices that hear of each other late.
#include <gtest/gtest.h>

#include "devices.h"
#include "forged.h"
#include "record/device_commands.h"
#include "record/history.h"
#include "record/query.h"

namespace chibo::test {
namespace {

class Merge : public MergedDevices {};

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

TEST_F(Merge, WhatWasSeenIsEarlierWhateverTheClock)
{
    one.clock.jump(morning + 2 * 86'400'000);
    one.must(add_guest(guest(1), "Quân"));
    exchange(one, other);
    other.must(rename_guest(guest(1), "Quý")); // Two days behind, but it has seen the first.
    expect_same();
    EXPECT_EQ(guest_name(*one.record, guest(1)), "Quý");
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

TEST_F(Merge, WaitsForWhatItsDeviceHadSeenOfOthers)
{
    TestDevice third(folder.path(), "third", 3);
    one.must(set("room", "A"));
    send(one, other);
    other.must(set("room", "B"));
    const auto merged = merge(*third.record, read_stored_entries(*other.record, {{one.id(), 99}}));
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->waiting, 1); // The other's first entry has seen nobody.
    EXPECT_EQ(read_waiting_entries(*third.record).at(0).wants_device, one.id());
    send(one, third);
    EXPECT_EQ(setting(*third.record, "room"), "B");
}

TEST_F(Merge, CountsWhatCameAndFromWhom)
{
    one.must(set("room", "A"));
    one.must(rename_device(one.id(), "Máy chủ trì"));
    const Merged merged = send(one, other);
    EXPECT_EQ(merged.came.entries, 3);
    ASSERT_EQ(merged.came.from.size(), 1U);
    EXPECT_EQ(merged.came.from[0].name, "Máy chủ trì");
    EXPECT_EQ(merged.came.others, 3);
}

TEST_F(Merge, AClockYearsAheadIsCountedOnFromAndShownNowhere)
{
    one.clock.jump(morning + std::int64_t {100} * 365 * 86'400'000); // A hundred years.
    one.must(add_guest(guest(1), "Quân"));
    exchange(one, other);
    other.must(rename_guest(guest(1), "Quý"));
    expect_same();
    EXPECT_EQ(guest_name(*one.record, guest(1)), "Quý");
    EXPECT_EQ(other.record->saved_at_ms(), morning);
    EXPECT_EQ(read_history(*other.record, guest(1).uuid).back().at_ms, morning);
}

TEST_F(Merge, AClockBeyondAllLeavesRoomForTheOthers)
{
    one.clock.jump(std::numeric_limits<std::int64_t>::max() / 2);
    one.must(add_guest(guest(1), "Quân"));
    exchange(one, other);
    other.must(rename_guest(guest(1), "Quý"));
    expect_same();
    EXPECT_EQ(guest_name(*one.record, guest(1)), "Quý");
}

TEST_F(Merge, TwoHistoriesOfOneDeviceAreSaid)
{
    exchange(one, other);
    // The same device and number twice: a copy of the machine wrote on.
    one.must(set("room", "A"));
    auto mine = read_stored_entries(*one.record, {{one.id(), 1}, {other.id(), 99}});
    send(one, other);
    auto entry = *decode_entry(mine.at(0).body);
    entry.wall_ms += 1;
    mine.at(0) = signed_by(own_key(one), entry);
    const auto merged = merge(*other.record, mine);
    ASSERT_TRUE(merged);
    ASSERT_EQ(merged->refused.size(), 1U);
    EXPECT_EQ(merged->refused[0].reason.key, "merge.fork");
}

TEST_F(Merge, TheChipSaysHowManyWaitToGo)
{
    EXPECT_EQ(read_sync_status(*one.record).devices, 0);
    exchange(one, other);
    EXPECT_EQ(read_sync_status(*one.record).devices, 1);
    one.must(set("room", "A"));
    one.must(set("room", "B"));
    // Nobody has said that the first entry arrived.
    EXPECT_EQ(read_sync_status(*one.record).waiting_to_go, 3);
    send(one, other);
    other.must(set("room", "C"));
    send(other, one);
    EXPECT_TRUE(read_sync_status(*one.record).in_step());
    EXPECT_EQ(read_devices(*one.record).front().id, one.id());
}

TEST_F(Merge, WhatANewerProgramWroteIsKeptAndAppliedAfterTheUpgrade)
{
    other.must(set("room", "A"));
    // A table and a column that this program will only know later: dropped after they were written.
    const auto newer = [&](Changes& changes) -> Result<void> {
        changes.prepare("UPDATE setting SET value = 'B' WHERE id = 'room'").exec();
        return {};
    };
    other.must({"newer", newer});
    auto entries = read_stored_entries(*other.record, {});
    auto entry = *decode_entry(entries.back().body);
    entry.schema = 99;
    Op unknown;
    unknown.table = "ballot";
    unknown.key = Bytes(16);
    unknown.columns["text"].new_value = std::string("x");
    entry.ops.push_back(unknown);
    entry.ops[0].columns["colour"] = {nullptr, std::string("red")};
    entries.back() = signed_by(own_key(other), entry);
    ASSERT_TRUE(merge(*one.record, entries));
    EXPECT_EQ(setting(*one.record, "room"), "B");
    EXPECT_EQ(faults(*one.record), "");
    for (const Device& device : read_devices(*one.record))
        EXPECT_EQ(device.newer_program, device.id == other.id());
    // The upgrade brings the column; the next start applies what waited in the journal.
    one.record->run_local([](SQLite::Database& database) {
        database.exec("ALTER TABLE setting ADD COLUMN colour TEXT");
        database.exec("UPDATE ui_state SET value = '2' WHERE id = 'journal/applied_schema'");
    });
    one.restart();
    Query colour(*one.record, "SELECT colour FROM setting WHERE id = 'room'");
    ASSERT_TRUE(colour.next());
    EXPECT_EQ(colour.text(), "red");
    EXPECT_EQ(faults(*one.record), "");
}

} // namespace
} // namespace chibo::test
