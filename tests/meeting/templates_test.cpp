#include "meeting/templates.h"

#include <gtest/gtest.h>

#include "meeting/the_story.h"

namespace chibo {
namespace {

TEST(Templates, FillInMonthAndQuarter)
{
    EXPECT_EQ(filled_in("tháng {last_month}, {month}/{year}, quý {quarter}", {2026, 8, 5}),
        "tháng 7, 8/2026, quý III");
    EXPECT_EQ(filled_in("tháng {last_month}", {2027, 1, 31}), "tháng 12");
    EXPECT_EQ(filled_in("{topic}", {2027, 1, 31}), "{topic}");
}

TEST(Templates, PutUndoneTasksFirstAmongTheContents)
{
    AgendaTemplate regular;
    TemplateItem opening, content;
    opening.part = Part::Opening;
    opening.presenter = PresenterRole::Chair;
    content.title = "Nhiệm vụ trọng tâm tháng {month}";
    content.minutes = 15;
    regular.items = {opening, content};
    Task task;
    task.id = numbered<EntryId>(9);
    task.text = "Số hóa xong hồ sơ hội viên";
    task.owner = numbered<MemberId>(4);
    const auto items = planned_agenda(
        regular, {2026, 9, 4}, {task}, {{PresenterRole::Chair, numbered<MemberId>(1)}});
    ASSERT_EQ(items.size(), 3U);
    EXPECT_EQ(items[0].presenter, numbered<PersonId>(1));
    EXPECT_EQ(items[1].title, "Số hóa xong hồ sơ hội viên");
    EXPECT_EQ(items[1].kind, ItemKind::CarriedTask);
    EXPECT_EQ(items[1].carried_from, numbered<EntryId>(9));
    EXPECT_EQ(items[1].presenter, numbered<PersonId>(4));
    EXPECT_EQ(items[1].minutes, 5);
    EXPECT_EQ(items[2].title, "Nhiệm vụ trọng tâm tháng 9");
    EXPECT_EQ(planned_minutes(items), 25);
}

AgendaTemplate with_titles(std::string id, const std::vector<std::string>& titles)
{
    AgendaTemplate made;
    made.id = std::move(id);
    for (const std::string& title : titles) {
        TemplateItem item;
        item.title = title;
        item.minutes = 10;
        made.items.push_back(item);
    }
    made.items.back().part = Part::Closing;
    return made;
}

std::vector<std::string> titles_of(const std::vector<PlannedItem>& items)
{
    std::vector<std::string> titles;
    titles.reserve(items.size());
    for (const PlannedItem& item : items)
        titles.push_back(item.title);
    return titles;
}

TEST(Templates, KeepWhatWasChangedByHandOnAnotherDay)
{
    const auto regular = with_titles("regular", {"Nhiệm vụ tháng {month}", "Thời sự", "Kết luận"});
    auto items = planned_agenda(regular, {2026, 9, 4}, {}, {});
    std::swap(items[0], items[1]);
    items[0].minutes = 25;
    PlannedItem own;
    own.title = "Báo cáo mô hình “Ngôi nhà xanh”";
    items.insert(items.begin() + 1, own);
    const auto moved
        = replanned_agenda(items, {regular, {2026, 9, 4}}, {regular, {2026, 10, 2}}, {}, {});
    EXPECT_EQ(titles_of(moved),
        (std::vector<std::string> {
            "Thời sự", "Báo cáo mô hình “Ngôi nhà xanh”", "Nhiệm vụ tháng 10", "Kết luận"}));
    EXPECT_EQ(moved[0].minutes, 25);
}

TEST(Templates, KeepWhatWasChangedByHandInAnotherKindOfMeeting)
{
    const auto regular = with_titles("regular", {"Thời sự", "Phân công", "Kết luận"});
    const auto thematic
        = with_titles("thematic", {"Thời sự", "Phân công", "Chuyên đề", "Kết luận"});
    const Date day {2026, 9, 4};
    EXPECT_EQ(titles_of(replanned_agenda(
                  planned_agenda(regular, day, {}, {}), {regular, day}, {thematic, day}, {}, {})),
        titles_of(planned_agenda(thematic, day, {}, {})));
    auto items = planned_agenda(regular, day, {}, {});
    items[0].id = numbered<ItemId>(3);
    items[0].minutes = 25;
    items[1].title = "Phân công trực Tết"; // Another's words: neither lost nor doubled.
    const auto other = replanned_agenda(items, {regular, day}, {thematic, day}, {}, {});
    EXPECT_EQ(titles_of(other),
        (std::vector<std::string> {"Thời sự", "Chuyên đề", "Phân công trực Tết", "Kết luận"}));
    EXPECT_EQ(other[0].minutes, 25);
    EXPECT_EQ(other[0].id, numbered<ItemId>(3));
}

TEST(RuleSets, HoldFromTheirDayOn)
{
    std::vector<RuleSet> sets(2);
    sets[0].id = "2018-07-06", sets[0].valid_from = {2018, 7, 6};
    sets[1].id = "2025-10-28", sets[1].valid_from = {2025, 10, 28};
    EXPECT_EQ(rule_set_on(sets, {2025, 10, 27})->id, "2018-07-06");
    EXPECT_EQ(rule_set_on(sets, {2025, 10, 28})->id, "2025-10-28");
    EXPECT_EQ(rule_set_on(sets, {2010, 1, 1})->id, "2018-07-06");
    EXPECT_EQ(rule_set_named(sets, "1999"), nullptr);
}

TEST(CurrentMeeting, IsTheRunningOneElseTodaysNextElseTodaysLast)
{
    std::vector<Meeting> meetings(3);
    meetings[0].planned_start_ms = on_the_day(8, 0);
    meetings[0].state = MeetingState::Sealed;
    meetings[1].planned_start_ms = on_the_day(14, 0);
    meetings[2].planned_start_ms = on_the_day(8, 0) + 86'400'000;
    EXPECT_EQ(current_meeting(meetings, {2026, 8, 5}), &meetings[1]);
    meetings[1].state = MeetingState::Sealed;
    EXPECT_EQ(current_meeting(meetings, {2026, 8, 5}), &meetings[1]);
    meetings[0].state = MeetingState::Open;
    EXPECT_EQ(current_meeting(meetings, {2026, 8, 6}),
        &meetings[0]); // Never closed: still the one of now.
    EXPECT_EQ(current_meeting({}, {2026, 8, 5}), nullptr);
}

TEST(Tasks, AreOverdueFromTheDayAfterTheDueDay)
{
    Task task;
    task.due_on = {2026, 8, 2};
    EXPECT_EQ(overdue_days(task, {2026, 8, 5}), 3);
    EXPECT_TRUE(overdue(task, {2026, 8, 5}));
    EXPECT_FALSE(overdue(task, {2026, 8, 2}));
    task.state = TaskState::Done;
    EXPECT_FALSE(overdue(task, {2026, 8, 5}));
}

} // namespace
} // namespace chibo
