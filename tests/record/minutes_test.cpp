#include "record/minutes_commands.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "record/query.h"
#include "story_record.h"

namespace chibo::test {
namespace {

using MinutesTest = StoryRecord;

TEST_F(MinutesTest, RecordsUnderAnItemInOrderOfTime)
{
    open();
    must(record_entry(opinion(2, "Hai")), clerk);
    must(record_entry(opinion(1, "Một")), clerk);
    const auto entries = read_entries(*record, meeting);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].text, "Một");
    EXPECT_EQ(entries[0].speaker_name, "Phạm Văn Dũng");
    EXPECT_EQ(entries[0].at_ms, clock.now_ms());
    EXPECT_EQ(item(1).entries, 1);
}

TEST_F(MinutesTest, AsksForWhatIsMissing)
{
    open();
    EXPECT_EQ(refusal(record_entry(opinion(1, " \n"))), "minutes.no_text");
    auto draft = opinion(1, "A");
    draft.speaker.reset();
    EXPECT_EQ(refusal(record_entry(draft)), "minutes.no_speaker");
    draft.kind = EntryKind::Conclusion;
    EXPECT_EQ(refusal(record_entry(draft)), "");
    draft.kind = EntryKind::Task;
    EXPECT_EQ(refusal(record_entry(draft)), "minutes.no_owner");
    draft.owner = named("Phạm Văn Dũng");
    EXPECT_EQ(refusal(record_entry(draft)), "minutes.no_due");
    draft.due_on = Date {2026, 2, 30};
    EXPECT_EQ(refusal(record_entry(draft)), "minutes.no_due");
    draft = vote(1, VotePurpose::Other);
    draft.vote->yes = 4;
    EXPECT_EQ(refusal(record_entry(draft)), "minutes.vote_open");
}

TEST_F(MinutesTest, TheStorysVoteIsFiveOfFiveOnABaseOfSix)
{
    open();
    must(record_entry(vote(4, VotePurpose::Other)), clerk);
    const auto entry = read_entries(*record, meeting).front();
    ASSERT_TRUE(entry.vote);
    EXPECT_EQ(entry.vote->entitled_present, 5);
    EXPECT_EQ(entry.vote->base, 6);
    EXPECT_EQ(entry.vote->yes, 5);
    EXPECT_TRUE(passes(*entry.vote));
    EXPECT_EQ(read_electorate(*record, meeting, clock.now_ms()).probationary_present, 1);
}

TEST_F(MinutesTest, AnEntryOfARemovedItemCanStillBeEdited)
{
    open();
    const EntryId entry {Uuid::v7(clock.now_ms(), {9})};
    auto draft = opinion(2, "Hai");
    must(record_entry(draft, entry), clerk);
    // As another device did that had not seen the entry.
    const Command removes {"remove_item", [item = draft.item](Changes& changes) -> Result<void> {
                               Query(changes, "UPDATE agenda_item SET removed = 1 WHERE id = :id")
                                   .bind(":id", item)
                                   .run();
                               return {};
                           }};
    must(removes, clerk);
    draft.text = "Hai, sửa";
    must(edit_entry(entry, draft), clerk);
    EXPECT_EQ(read_entry(*record, entry)->text, "Hai, sửa");
    EXPECT_EQ(refusal(record_entry(draft)), "agenda.unknown_item");
    const auto shown = read_agenda(*record, meeting).items;
    EXPECT_TRUE(std::ranges::any_of(shown, [&](const auto& one) { return one.id == draft.item; }))
        << "what was said is still seen under its item";
}

TEST_F(MinutesTest, EditsMovesRemovesAndRestores)
{
    open();
    must(record_entry(opinion(1, "Một")), clerk);
    const auto id = read_entries(*record, meeting).front().id;
    clock.wait_ms(60'000);
    must(edit_entry(id, opinion(1, "Một, sửa")), clerk);
    EXPECT_EQ(read_entry(*record, id)->text, "Một, sửa");
    EXPECT_EQ(hm(read_entry(*record, id)->at_ms), "08:00"); // Keeps its time.
    must(move_entry(id, item(3).id), clerk);
    EXPECT_EQ(item(3).entries, 1);
    const auto place = must(remove_entry(id), clerk);
    EXPECT_TRUE(read_entries(*record, meeting).empty());
    ASSERT_TRUE(record->undo(place, clerk));
    EXPECT_EQ(read_entries(*record, meeting).size(), 1U);
    must(remove_entry(id), clerk);
    must(restore_entry(id), clerk);
    EXPECT_EQ(read_entries(*record, meeting).size(), 1U);
}

TEST_F(MinutesTest, ATaskThatBecomesAnOpinionIsNoTaskAnyMore)
{
    open();
    auto draft = opinion(4, "Số hóa hồ sơ");
    draft.kind = EntryKind::Task;
    draft.owner = named("Phạm Văn Dũng");
    draft.due_on = Date {2026, 8, 28};
    must(record_entry(draft), clerk);
    ASSERT_EQ(read_open_tasks(*record).size(), 1U);
    EXPECT_EQ(read_open_tasks(*record).front().owner_name, "Phạm Văn Dũng");
    must(edit_entry(read_entries(*record, meeting).front().id, opinion(4, "Số hóa hồ sơ")), clerk);
    EXPECT_TRUE(read_open_tasks(*record).empty());
}

TEST_F(MinutesTest, NothingIsRecordedUnderASecretItem)
{
    PlannedItem secret;
    secret.title = "Nội dung phổ biến theo quy định bảo mật";
    secret.part = Part::Closing;
    secret.secret = true;
    must(add_item(meeting, secret));
    open();
    EXPECT_EQ(refusal(record_entry(opinion(9, "A")), clerk), "minutes.secret");
}

TEST_F(MinutesTest, ArrivalsEnterTheTimelineByThemselves)
{
    open();
    at(8, 10);
    arrive("Hoàng Thị Ngọc Ánh");
    const auto rows = read_timeline(*record, meeting, item(1).id);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].kind, TimelineKind::ItemStarted);
    EXPECT_EQ(rows[1].kind, TimelineKind::Arrival);
    EXPECT_EQ(rows[1].name, "Hoàng Thị Ngọc Ánh");
}

TEST_F(MinutesTest, HomeShowsTheDayAndWhatIsDue)
{
    const auto before = read_home(*record, clock.now_ms());
    ASSERT_TRUE(before.today);
    EXPECT_EQ(before.today->required, 7);
    EXPECT_EQ(before.today->present, 0);
    EXPECT_EQ(before.today->planned_minutes, 120);
    EXPECT_EQ(before.today->chair_name, "Lê Thị Minh Hằng");
    open();
    auto draft = opinion(4, "Số hóa hồ sơ");
    draft.kind = EntryKind::Task;
    draft.owner = named("Phạm Văn Dũng");
    draft.due_on = Date {2026, 8, 2};
    must(record_entry(draft), clerk);
    plan("regular", {2026, 9, 4});
    const auto home = read_home(*record, clock.now_ms());
    EXPECT_EQ(home.overdue_tasks, 1);
    EXPECT_EQ(home.announced_absences, 1);
    ASSERT_EQ(home.coming.size(), 1U);
    EXPECT_EQ(home.coming[0].meeting.title,
        "Sinh hoạt chi bộ tháng\u00a0"
        "9/2026");
    EXPECT_EQ(home.today->present, 6);
    EXPECT_FALSE(home.last);
}

} // namespace
} // namespace chibo::test
