// Facts and registers of a meeting that two devices wrote apart, and what was sealed beside.
#include <gtest/gtest.h>

#include "merged_meeting.h"
#include "record/agenda_commands.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/conflict_commands.h"
#include "record/query.h"

namespace chibo::test {
namespace {

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

} // namespace
} // namespace chibo::test
