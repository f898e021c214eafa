#include "record/agenda_commands.h"

#include <gtest/gtest.h>

#include "story_record.h"

namespace chibo::test {
namespace {

class AgendaTest : public StoryRecord {
protected:
    [[nodiscard]] std::vector<std::string> titles() const
    {
        std::vector<std::string> out;
        for (const auto& one : read_agenda(*record, meeting).items)
            out.push_back(one.short_title);
        return out;
    }
};

TEST_F(AgendaTest, TheCombinedTemplateGivesTheStorysAgenda)
{
    const auto agenda = read_agenda(*record, meeting);
    std::vector<int> minutes;
    minutes.reserve(agenda.items.size());
    for (const auto& one : agenda.items)
        minutes.push_back(one.planned_s / 60);
    EXPECT_EQ(minutes, (std::vector {5, 5, 15, 20, 25, 30, 10, 10}));
    EXPECT_EQ(agenda.items[3].title,
        "Đánh giá thực hiện nhiệm\u00a0vụ tháng\u00a0"
        "7");
    EXPECT_EQ(agenda.items[4].short_title, "Chuyên đề quý\u00a0III");
    EXPECT_EQ(agenda.items[3].presenter_name, "Nguyễn Thị Hồng Phượng");
    EXPECT_EQ(read_meeting(*record, meeting)->rule_set, "2025-10-28");
    EXPECT_EQ(read_meeting(*record, meeting)->limit_minutes, 120);
}

TEST_F(AgendaTest, TheStartBeginsItemOneAndTheNextEndsIt)
{
    open();
    EXPECT_EQ(item(1).state, ItemState::Running);
    at(8, 5);
    must(start_next_item(meeting));
    EXPECT_EQ(item(1).state, ItemState::Done);
    EXPECT_EQ(item(2).state, ItemState::Running);
    at(8, 9);
    EXPECT_EQ(item_timer(item(1), clock.now_ms()).used_ms, 5 * 60'000);
    EXPECT_EQ(item_timer(item(2), clock.now_ms()).used_ms, 4 * 60'000);
}

TEST_F(AgendaTest, APauseStopsTheClock)
{
    open();
    at(8, 2);
    must(pause_item(meeting));
    at(8, 30);
    EXPECT_EQ(item_timer(item(1), clock.now_ms()).used_ms, 2 * 60'000);
    EXPECT_EQ(item_timer(item(1), clock.now_ms()).phase, TimerPhase::Paused);
    must(resume_item(meeting));
    must(resume_item(meeting)); // A second touch is harmless.
    at(8, 31);
    EXPECT_EQ(item_timer(item(1), clock.now_ms()).used_ms, 3 * 60'000);
    EXPECT_EQ(item(1).runs.size(), 2U);
}

TEST_F(AgendaTest, ProlongsAndSkips)
{
    open();
    must(prolong_item(meeting, item(1).id, 300));
    EXPECT_EQ(item_timer(item(1), clock.now_ms()).limit_ms, 10 * 60'000);
    must(skip_item(meeting, item(3).id));
    must(skip_item(meeting, item(1).id));
    EXPECT_EQ(item(1).state, ItemState::Skipped);
    EXPECT_EQ(item(2).state, ItemState::Running);
    must(start_next_item(meeting));
    EXPECT_EQ(item(3).state, ItemState::Skipped);
    EXPECT_EQ(item(4).state, ItemState::Running);
    must(restore_item(meeting, item(3).id));
    EXPECT_EQ(item(3).state, ItemState::Planned);
}

TEST_F(AgendaTest, MovesByRankAndNotWhatIsFinished)
{
    open();
    must(start_next_item(meeting));
    must(move_item(meeting, item(6).id, Part::Content, item(3).id));
    EXPECT_EQ(titles()[3],
        "Nhiệm vụ tháng\u00a0"
        "8");
    must(move_item(meeting, item(4).id, Part::Content, {}));
    EXPECT_EQ(titles()[2],
        "Nhiệm vụ tháng\u00a0"
        "8");
    must(move_item(meeting, item(3).id, Part::Closing, item(8).id));
    EXPECT_EQ(titles()[7],
        "Nhiệm vụ tháng\u00a0"
        "8");
    EXPECT_EQ(refusal(move_item(meeting, item(1).id, Part::Content, {})), "agenda.finished");
}

TEST_F(AgendaTest, AddsAnItemAtTheEndOfItsPart)
{
    open();
    PlannedItem extra;
    extra.title = "Công tác đảng viên";
    extra.minutes = 10;
    must(add_item(meeting, extra));
    EXPECT_EQ(titles()[6], "Công tác đảng viên");
    must(remove_item(meeting, item(7).id));
    EXPECT_EQ(titles().size(), 8U);
    extra.title.clear();
    EXPECT_EQ(refusal(add_item(meeting, extra)), "plan.no_item_title");
    must(record_entry(opinion(4, "Có ý kiến.")), clerk);
    EXPECT_EQ(refusal(remove_item(meeting, item(4).id)), "agenda.has_entries");
}

TEST_F(AgendaTest, TheClerkRunsItOnlyWhereTheChairAllows)
{
    open();
    must(start_next_item(meeting), clerk);
    must(let_clerk(meeting, ClerkMay::NotRunAgenda));
    EXPECT_EQ(refusal(start_next_item(meeting), clerk), "agenda.chair_only");
    EXPECT_EQ(refusal(start_next_item(meeting), room), "agenda.chair_only");
    EXPECT_EQ(refusal(let_clerk(meeting, ClerkMay::RunAgenda), clerk), "agenda.chair_only");
}

TEST_F(AgendaTest, GoesOnAfterARestartInTheMiddle)
{
    open();
    at(8, 5);
    must(start_next_item(meeting));
    record.reset();
    record = open_again();
    at(8, 7);
    EXPECT_EQ(item(2).state, ItemState::Running);
    EXPECT_EQ(item_timer(item(2), clock.now_ms()).used_ms, 2 * 60'000);
    EXPECT_EQ(read_attendance(*record, meeting).figures.present, 6);
    must(start_next_item(meeting));
    EXPECT_EQ(item(3).state, ItemState::Running);
}

TEST_F(AgendaTest, AWallClockThatJumpsMovesNoItem)
{
    open();
    clock.wait_ms(60'000);
    clock.jump(unix_ms({{2026, 8, 6}, 8, 1, 0}));
    must(start_next_item(meeting));
    clock.wait_ms(60'000);
    EXPECT_EQ(hm(item(2).runs.front().started_at_ms), "08:01");
    must(record_entry(opinion(2, "Nhất trí.")), clerk);
    EXPECT_EQ(read_entries(*record, meeting).front().at_ms, unix_ms({{2026, 8, 5}, 8, 2, 0}));
}

TEST_F(AgendaTest, TheEndOfTheLastItemEndsNothingElse)
{
    open();
    for (int i = 0; i < 8; ++i)
        must(start_next_item(meeting));
    EXPECT_EQ(current_item(read_agenda(*record, meeting)), nullptr);
    EXPECT_EQ(read_meeting(*record, meeting)->state, MeetingState::Open);
}

TEST_F(AgendaTest, SpeakersWaitSpeakAndAreCounted)
{
    open();
    const auto oanh = person_named("Vũ Thị Kim Oanh");
    const auto linh = person_named("Đặng Thùy Linh");
    must(request_floor(meeting, oanh), room);
    must(request_floor(meeting, linh), room);
    must(request_floor(meeting, oanh), room); // Waits already.
    auto list = read_speakers(*record, meeting);
    ASSERT_EQ(list.waiting.size(), 2U);
    EXPECT_EQ(list.waiting[0].name, "Vũ Thị Kim Oanh");
    EXPECT_EQ(list.waiting[0].limit_s, 300);
    must(move_speaker(meeting, list.waiting[1].id, {}));
    list = read_speakers(*record, meeting);
    EXPECT_EQ(list.waiting[0].name, "Đặng Thùy Linh");
    must(start_speaker(meeting, list.waiting[1].id));
    clock.wait_ms(245'000);
    EXPECT_EQ(read_speakers(*record, meeting).current->name, "Vũ Thị Kim Oanh");
    must(start_speaker(meeting, list.waiting[0].id)); // Ends Oanh's turn.
    clock.wait_ms(60'000);
    must(start_next_item(meeting)); // And the item's end ends Linh's.
    list = read_speakers(*record, meeting);
    EXPECT_FALSE(list.current);
    std::map<std::string, std::int64_t> spoken;
    for (const auto& one : list.people)
        spoken[one.name] = one.spoken_ms;
    EXPECT_EQ(spoken["Vũ Thị Kim Oanh"], 245'000);
    EXPECT_EQ(spoken["Đặng Thùy Linh"], 60'000);
    EXPECT_EQ(not_spoken_yet(list).size(), 4U);
}

TEST_F(AgendaTest, OnlyWhoIsInTheRoomGetsTheFloorAndOnlyUnderAnItem)
{
    EXPECT_EQ(refusal(request_floor(meeting, person_named("Vũ Thị Kim Oanh")), room),
        "meeting.not_running");
    open();
    EXPECT_EQ(refusal(request_floor(meeting, person_named("Hoàng Thị Ngọc Ánh")), room),
        "speakers.not_present");
}

TEST_F(AgendaTest, TheNextMeetingStartsWithWhatThisOneLeftUndone)
{
    open();
    EntryDraft task = opinion(4, "Số hóa xong hồ sơ hội viên");
    task.kind = EntryKind::Task;
    task.owner = named("Phạm Văn Dũng");
    task.due_on = Date {2026, 8, 28};
    must(record_entry(task), clerk);
    const auto& form = *template_named(agenda_templates(), "regular");
    const auto items = planned_agenda(
        form, {2026, 9, 4}, read_open_tasks(*record), roles_of(read_members(*record), {}, {}));
    ASSERT_EQ(items.size(), 7U);
    EXPECT_EQ(items[2].title, "Số hóa xong hồ sơ hội viên");
    EXPECT_EQ(items[2].kind, ItemKind::CarriedTask);
    EXPECT_EQ(planned_minutes(items), 75);
    EXPECT_EQ(form.limit_minutes, 90);
    must(set_task_state(read_open_tasks(*record).front().id, TaskState::Done, "Đã xong"));
    EXPECT_EQ(planned_agenda(form, {2026, 9, 4}, read_open_tasks(*record), {}).size(), 6U);
}

TEST_F(AgendaTest, APlanIsChangedOnlyBeforeTheStart)
{
    MeetingPlan plan;
    plan.id = meeting;
    plan.title = "Sinh hoạt chi bộ";
    plan.planned_start_ms = unix_ms({{2026, 8, 5}, 8, 0, 0});
    PlannedItem kept;
    kept.id = item(3).id;
    kept.title = "Thời sự";
    plan.items = {kept};
    must(plan_meeting(plan), clerk);
    ASSERT_EQ(titles().size(), 1U);
    EXPECT_EQ(item(1).id, kept.id);
    must(open_check_in(meeting));
    must(start_meeting(meeting));
    EXPECT_EQ(refusal(plan_meeting(plan)), "plan.running");
    plan.id = {};
    plan.chair = plan.clerk = named("Lê Thị Minh Hằng");
    EXPECT_EQ(refusal(plan_meeting(plan)), "plan.same_officers");
}

TEST_F(AgendaTest, APlannedMeetingIsCancelledWithAReason)
{
    EXPECT_EQ(refusal(cancel_meeting(meeting, "")), "plan.no_reason");
    const auto place = must(cancel_meeting(meeting, "Trùng đại hội"), clerk);
    EXPECT_FALSE(read_meeting(*record, meeting));
    const auto reason = [&] {
        const auto all = read_meetings(*record, Cancelled::Yes);
        return std::ranges::find(all, meeting, &Meeting::id)->cancelled;
    };
    EXPECT_EQ(reason(), "Trùng đại hội");
    ASSERT_TRUE(record->undo(place, clerk));
    EXPECT_TRUE(read_meeting(*record, meeting));
    EXPECT_FALSE(reason());
    must(open_check_in(meeting), clerk);
    must(start_meeting(meeting));
    EXPECT_EQ(refusal(cancel_meeting(meeting, "Trùng đại hội")), "plan.running");
}

} // namespace
} // namespace chibo::test
