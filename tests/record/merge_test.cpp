// The rules of merging, one test each, on devices that hear of each other late.
#include <gtest/gtest.h>

#include "devices.h"
#include "random_commands.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/conflict_commands.h"
#include "record/device.h"
#include "record/device_commands.h"
#include "record/history.h"
#include "record/journal_store.h"
#include "record/meeting_queries.h"
#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/minutes_commands.h"
#include "record/minutes_queries.h"
#include "record/query.h"
#include "record/rows.h"
#include "record/rule_files.h"
#include "record/search.h"
#include "record/withdrawals.h"

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

// --- Refused whole: nothing is taken.

class Forged : public Merge {
protected:
    /// The other's last entry, altered and signed again by `signer`.
    template <typename Change> std::string refused(const OwnDevice& signer, const Change& change)
    {
        auto entries = read_stored_entries(*other.record, {});
        auto entry = *decode_entry(entries.back().body);
        change(entry);
        StoredEntry& forged = entries.back();
        forged.body = encode(entry);
        const EntrySignature signature = sign(signer, hash_of(forged.body));
        forged.signature.assign(signature.begin(), signature.end());
        const std::string before = whole_record(*one.record);
        const auto merged = merge(*one.record, entries);
        EXPECT_EQ(whole_record(*one.record), before);
        return merged ? "" : merged.error().key;
    }
    OwnDevice own_key(const TestDevice& device)
    {
        Query query(*device.record, "SELECT secret_key FROM own_device");
        OwnDevice own {.id = device.id()};
        EXPECT_TRUE(query.next());
        const std::string secret = query.text();
        std::copy(secret.begin(), secret.end(), own.secret_key.begin());
        return own;
    }
};

TEST_F(Forged, AnEntrySignedBySomebodyElse)
{
    other.must(set("room", "A"));
    EXPECT_EQ(refused(own_key(one), [](JournalEntry&) {}), "merge.signature");
}

TEST_F(Forged, AnOrderBeyondAll)
{
    other.must(set("room", "A"));
    EXPECT_EQ(
        refused(own_key(other),
            [](JournalEntry& entry) { entry.hlc = std::numeric_limits<std::int64_t>::max(); }),
        "merge.clock");
}

TEST_F(Forged, ValuesThatNoColumnTakes)
{
    other.must(set("room", "A"));
    EXPECT_EQ(refused(own_key(other),
                  [](JournalEntry& entry) {
                      entry.ops[0].columns["value"].new_value = std::int64_t {1};
                  }),
        "merge.shape");
}

TEST_F(Forged, AnotherDevicesSigningKey)
{
    other.must(set("room", "A"));
    EXPECT_EQ(refused(own_key(other),
                  [&](JournalEntry& entry) {
                      Op op;
                      op.kind = Op::Kind::Update;
                      op.table = "device";
                      op.key = Bytes(one.id().uuid.bytes.begin(), one.id().uuid.bytes.end());
                      op.columns["public_key"] = {Bytes(32), Bytes(32)};
                      entry.ops = {op};
                  }),
        "merge.device_key");
}

TEST_F(Forged, BytesThatAreNoEntry)
{
    const auto merged = merge(*one.record, {{Bytes {1, 2, 3}, Bytes(64)}});
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().key, "merge.unreadable");
}

// --- Facts and registers of the meeting.

class MergedMeeting : public Merge {
protected:
    MergedMeeting()
    {
        RandomCommands(1).found(one);
        exchange(one, other);
        meeting = read_meetings(*one.record).front().id;
        items = read_agenda(*one.record, meeting);
    }
    static std::string name(const Conflict& conflict)
    {
        return conflict.table + "." + conflict.column;
    }
    [[nodiscard]] EntryDraft opinion(std::string text) const
    {
        EntryDraft draft;
        draft.meeting = meeting;
        draft.item = items.items.at(0).id;
        draft.speaker = person(find_member(*one.record, "Phạm Văn Dũng")->id);
        draft.text = std::move(text);
        return draft;
    }
    EntryId recorded(std::string text)
    {
        one.must(record_entry(opinion(std::move(text))));
        exchange(one, other);
        return read_entries(*one.record, meeting).back().id;
    }
    [[nodiscard]] std::vector<std::string> texts(const TestDevice& device) const
    {
        std::vector<std::string> all;
        for (const auto& entry : read_entries(*device.record, meeting))
            all.push_back(entry.text);
        return all;
    }

    MeetingId meeting;
    Agenda items;
    const Actor chair {.member = {}, .role = "chair"};
};

// Both checked in the same person: both facts stay, and count as one stay from the first arrival
// on; who was seen leaving has left.
TEST_F(MergedMeeting, ThePersonBothCheckedInIsThereOnce)
{
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person(find_member(*one.record, "Vũ Thị Kim Oanh")->id);
    one.clock.wait_ms(60'000);
    one.must(check_in(arrival));
    other.clock.wait_ms(90'000);
    other.must(check_in(arrival));
    expect_same();
    for (const auto& row : read_attendance(*other.record, meeting).rows) {
        if (row.person == arrival.person) {
            EXPECT_EQ(row.stays.size(), 1U);
        }
    }
    EXPECT_EQ(read_attendance(*one.record, meeting).figures.present, 5);
    one.clock.wait_ms(600'000);
    one.must(leave_room(meeting, arrival.person));
    expect_same();
    EXPECT_EQ(read_attendance(*other.record, meeting).figures.present, 4);
    EXPECT_TRUE(read_conflicts(*one.record).empty());
}

// Both moved the same item: the later place holds, nobody is asked.
TEST_F(MergedMeeting, TheItemBothMovedStandsWhereTheLaterPutIt)
{
    const ItemId moved = items.items.at(1).id;
    one.must(move_item(meeting, moved, Part::Content, items.items.at(3).id), chair);
    other.clock.wait_ms(10'000);
    other.must(move_item(meeting, moved, Part::Content, std::nullopt), chair);
    expect_same();
    EXPECT_EQ(read_agenda(*one.record, meeting).items.front().id, moved);
    EXPECT_TRUE(read_conflicts(*one.record).empty());
}

// Both started an item: the one started last runs, the other is done.
TEST_F(MergedMeeting, OfTwoItemsStartedTheLaterRuns)
{
    one.clock.wait_ms(1000);
    one.must(start_item(meeting, items.items.at(1).id), chair);
    other.clock.wait_ms(30'000);
    other.must(start_item(meeting, items.items.at(2).id), chair);
    expect_same();
    const Agenda agenda = read_agenda(*one.record, meeting);
    EXPECT_EQ(current_item(agenda)->id, items.items.at(2).id);
    EXPECT_EQ(agenda.items.at(1).state, ItemState::Done);
}

// Both edited one paragraph: the later text holds until a person has seen both; no word is lost.
TEST_F(MergedMeeting, TheParagraphBothEditedIsAtTheDesk)
{
    const EntryId entry = recorded("Đề nghị bố trí thêm người.");
    one.must(edit_entry(entry, opinion("Đề nghị thêm người hỗ trợ.")));
    other.clock.wait_ms(5000);
    other.must(edit_entry(entry, opinion("Đề nghị thêm một cộng tác viên.")));
    expect_same();
    const auto conflicts = read_conflicts(*one.record);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(name(conflicts[0]), "entry.text");
    EXPECT_EQ(conflicts[0].kind, Conflict::Kind::Text);
    EXPECT_EQ(conflicts[0].sides[0].text, "Đề nghị thêm người hỗ trợ.");
    EXPECT_TRUE(conflicts[0].sides[1].holds);
    EXPECT_EQ(conflicts[0].person, "Phạm Văn Dũng");
    EXPECT_EQ(search(*one.record, "cong tac vien").size(), 1U); // The index follows.
    EXPECT_EQ(search(*other.record, "ho tro").size(), 0U);
}

TEST_F(MergedMeeting, ChoosingIsAnEntryThatSettlesItEverywhere)
{
    const EntryId entry = recorded("Một.");
    one.must(edit_entry(entry, opinion("Một hai.")));
    other.clock.wait_ms(5000);
    other.must(edit_entry(entry, opinion("Một ba.")));
    exchange(one, other);
    const Conflict conflict = read_conflicts(*one.record).at(0);
    one.must(choose_side(conflict, 0));
    expect_same();
    EXPECT_EQ(texts(other), std::vector<std::string> {"Một hai."});
    EXPECT_TRUE(read_conflicts(*other.record).empty());
    const auto late = other.record->run(choose_side(conflict, 1), room);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().key, "conflict.changed");
}

TEST_F(MergedMeeting, TheOneThatHoldsCanBeChosen)
{
    const EntryId entry = recorded("Một.");
    one.must(edit_entry(entry, opinion("Một hai.")));
    other.clock.wait_ms(5000);
    other.must(edit_entry(entry, opinion("Một ba.")));
    exchange(one, other);
    one.must(choose_side(read_conflicts(*one.record).at(0), 1));
    expect_same();
    EXPECT_EQ(texts(other), std::vector<std::string> {"Một ba."});
    EXPECT_TRUE(read_conflicts(*other.record).empty());
}

TEST_F(MergedMeeting, BothTextsKeptAreTwoEntries)
{
    const EntryId entry = recorded("Một.");
    one.must(edit_entry(entry, opinion("Một hai.")));
    other.clock.wait_ms(5000);
    other.must(edit_entry(entry, opinion("Một ba.")));
    exchange(one, other);
    one.must(keep_both(read_conflicts(*one.record).at(0)));
    expect_same();
    auto kept = texts(other);
    std::ranges::sort(kept);
    EXPECT_EQ(kept, (std::vector<std::string> {"Một ba.", "Một hai."}));
}

// Removed here, edited there: it stays removed until a person has seen it.
TEST_F(MergedMeeting, WhatWasRemovedHereAndEditedThereIsAtTheDesk)
{
    const EntryId entry = recorded("Một.");
    other.must(edit_entry(entry, opinion("Một hai ba.")));
    one.clock.wait_ms(5000);
    one.must(remove_entry(entry));
    expect_same();
    const auto conflicts = read_conflicts(*other.record);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts[0].kind, Conflict::Kind::Removed);
    EXPECT_EQ(conflicts[0].sides[0].text, "Một hai ba.");
    other.must(choose_side(conflicts[0], 0));
    expect_same();
    EXPECT_EQ(texts(one), std::vector<std::string> {"Một hai ba."});
    EXPECT_TRUE(read_conflicts(*one.record).empty());
}

// Removed here, recorded under it there: the item is there with what was recorded.
TEST_F(MergedMeeting, AnItemRemovedWhileSomethingWasRecordedUnderItStays)
{
    EntryDraft draft = opinion("Ý kiến.");
    draft.item = items.items.at(3).id;
    other.must(record_entry(draft));
    one.must(remove_item(meeting, draft.item), chair);
    expect_same();
    EXPECT_EQ(read_agenda(*one.record, meeting).items.size(), 4U);
}

// Both gave the same number: both stand, and the later one gets another when somebody says so.
TEST_F(MergedMeeting, TheNumberBothGaveIsAtTheDesk)
{
    Member member;
    member.name = "Nguyễn Văn Một";
    one.must(add_member(member));
    member.name = "Nguyễn Văn Hai";
    other.must(add_member(member));
    expect_same();
    const auto conflicts = read_conflicts(*one.record);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts[0].kind, Conflict::Kind::Number);
    one.must(choose_side(conflicts[0], 0));
    expect_same();
    EXPECT_TRUE(read_conflicts(*other.record).empty());
}

// Votes' figures are written together: they add up, whoever wrote last.
TEST_F(MergedMeeting, TheFiguresOfAVoteAreNotMixed)
{
    EntryDraft draft = opinion("Thông qua");
    draft.kind = EntryKind::Vote;
    draft.speaker.reset();
    draft.vote = vote_form(read_electorate(*one.record, meeting, one.clock.now_ms()),
        rules_of(*read_meeting(*one.record, meeting)), VotePurpose::Resolution);
    const int all = draft.vote->entitled_present;
    draft.vote->yes = all;
    one.must(record_entry(draft));
    exchange(one, other);
    const EntryId entry = read_entries(*one.record, meeting).back().id;
    draft.vote->yes = all - 1, draft.vote->no = 1;
    one.must(edit_entry(entry, draft));
    other.clock.wait_ms(5000);
    draft.vote->yes = all - 2, draft.vote->no = 0, draft.vote->other = 2;
    other.must(edit_entry(entry, draft));
    expect_same();
    Query vote(*one.record, "SELECT yes, no, other FROM vote WHERE id = :id");
    vote.bind(":id", entry);
    ASSERT_TRUE(vote.next());
    EXPECT_EQ(vote.integer(), all - 2);
    EXPECT_EQ(vote.integer(), 0);
    EXPECT_EQ(vote.integer(), 2);
    EXPECT_EQ(
        read_conflicts(*one.record).at(0).sides.at(0).text, std::to_string(all - 1) + " · 1 · 0");
}

// One sealed while the other wrote: what was sealed stays, what was written is a proposal to amend.
class SealedBeside : public MergedMeeting {
protected:
    void seal(TestDevice& device)
    {
        device.must({"seal_meeting", [this](Changes& changes) -> Result<void> {
                         Query(changes, "UPDATE meeting SET state = 'sealed' WHERE id = :id")
                             .bind(":id", meeting)
                             .run();
                         const auto content
                             = std::span(reinterpret_cast<const std::uint8_t*>("x"), 1);
                         Query(changes,
                             "INSERT INTO seal (id, content, hash, sealed_at_ms) VALUES (:id, 'x', "
                             ":hash, 1)")
                             .bind(":id", meeting)
                             .bind(":hash", std::span<const std::uint8_t>(hash_of(content)))
                             .run();
                         return {};
                     }});
    }
};

TEST_F(SealedBeside, WhatWasWrittenBecomesAProposal)
{
    const EntryId entry = recorded("Một.");
    other.clock.wait_ms(5000);
    seal(one);
    other.must(edit_entry(entry, opinion("Một hai ba."))); // Later, but it has not seen the seal.
    other.must(record_entry(opinion("Thêm.")));
    const Merged merged = send(other, one);
    EXPECT_EQ(merged.came.proposals, 2);
    expect_same(); // The other had its own rows: they are again as they were sealed.
    EXPECT_EQ(texts(other), std::vector<std::string> {"Một."});
    const auto proposals = read_conflicts(*other.record);
    ASSERT_EQ(proposals.size(), 2U);
    EXPECT_EQ(proposals[0].kind, Conflict::Kind::Proposal);
    EXPECT_EQ(proposals[0].sides.at(0).text, "Một hai ba.");
    const MemberId author = find_member(*one.record, "Trần Thị Thu Thủy")->id;
    one.must(take_proposal(proposals[0], author, "Ghi sót", "Một hai ba."));
    other.must(decline_proposal(proposals[1]));
    expect_same();
    EXPECT_TRUE(read_conflicts(*one.record).empty());
}

TEST_F(SealedBeside, OfTwoSealsTheEarlierCounts)
{
    recorded("Một.");
    one.must(record_entry(opinion("Của một.")));
    other.must(record_entry(opinion("Của hai.")));
    other.clock.wait_ms(5000);
    seal(one);
    seal(other);
    expect_same();
    EXPECT_EQ(texts(other), (std::vector<std::string> {"Một.", "Của một."}));
}

TEST_F(SealedBeside, ATasksStateLivesOn)
{
    EntryDraft draft = opinion("Việc");
    draft.kind = EntryKind::Task;
    draft.owner = find_member(*one.record, "Phạm Văn Dũng")->id;
    draft.due_on = Date {2026, 8, 20};
    one.must(record_entry(draft));
    exchange(one, other);
    const EntryId task = read_entries(*one.record, meeting).back().id;
    seal(one);
    other.must(set_task_state(task, TaskState::Done, "Xong"));
    expect_same();
    EXPECT_TRUE(read_conflicts(*one.record).empty());
}

// --- Devices.

TEST_F(Merge, AWithdrawnDevicesLaterEntriesAreRefusedAndListed)
{
    TestDevice third(folder.path(), "third", 3);
    third.must(set("room", "A"));
    send(third, one);
    send(third, other);
    third.must(set("room", "B"));
    send(third, other); // Here before the withdrawal is known.
    one.must(withdraw_device(third.id()));
    expect_same();
    EXPECT_EQ(setting(*other.record, "room"), "A"); // Taken back where it had been taken.
    const auto refused = read_refused_entries(*other.record);
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].reason.key, "merge.withdrawn");
    EXPECT_EQ(refused[0].seq, 3);
    send(third, one);
    EXPECT_EQ(setting(*one.record, "room"), "A");
    send(one, third);
    const auto still = third.record->run(set("room", "C"), room);
    ASSERT_FALSE(still);
    EXPECT_EQ(still.error().key, "device.withdrawn");
}

TEST_F(Merge, NobodyWithdrawsTheOwnDevice)
{
    const auto refused = one.record->run(withdraw_device(one.id()), room);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "device.own");
}

TEST_F(Merge, OfTwoThatWithdrawEachOtherTheEarlierCounts)
{
    exchange(one, other);
    one.must(withdraw_device(other.id()));
    other.clock.wait_ms(5000);
    other.must(withdraw_device(one.id()));
    TestDevice third(folder.path(), "third", 3);
    send(other, third); // In the order that makes it hardest.
    send(one, third);
    expect_same();
    exchange(third, one);
    EXPECT_EQ(read_devices(*third.record).back().id, other.id());
    EXPECT_TRUE(read_devices(*third.record).back().withdrawn);
    EXPECT_EQ(whole_record(*third.record), whole_record(*one.record));
}

TEST(Withdrawals, ALaterOneTakesBackWhatTheWithdrawnDeviceWithdrew)
{
    const auto device = [](std::uint8_t number) {
        DeviceId id;
        id.uuid.bytes[15] = number;
        return id;
    };
    const DeviceId a = device(1), b = device(2), c = device(3);
    // A, stolen, withdraws B; C withdraws A as of before that.
    const Cutoffs cut = cutoffs_of({{{100, a}, {a, 11}, b, 5}, {{300, c}, {c, 4}, a, 3}});
    EXPECT_EQ(cut, (Cutoffs {{a, 3}}));
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
    Query query(*one.record, "SELECT secret_key FROM own_device");
    ASSERT_TRUE(query.next());
    OwnDevice own {.id = one.id()};
    const std::string secret = query.text();
    std::copy(secret.begin(), secret.end(), own.secret_key.begin());
    mine.at(0).body = encode(entry);
    const auto signature = sign(own, hash_of(mine.at(0).body));
    mine.at(0).signature.assign(signature.begin(), signature.end());
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

// --- Newer programs.

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
    Query query(*other.record, "SELECT secret_key FROM own_device");
    ASSERT_TRUE(query.next());
    OwnDevice own {.id = other.id()};
    const std::string secret = query.text();
    std::copy(secret.begin(), secret.end(), own.secret_key.begin());
    entries.back().body = encode(entry);
    const auto signature = sign(own, hash_of(entries.back().body));
    entries.back().signature.assign(signature.begin(), signature.end());
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
