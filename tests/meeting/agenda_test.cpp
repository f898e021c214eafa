#include "meeting/agenda.h"

#include <gtest/gtest.h>

#include "meeting/the_story.h"

namespace chibo {
namespace {

TEST(ItemTimer, IsOverByTwoFourteenAtEightFortyFive)
{
    const auto timer = item_timer(story_agenda().items[3], on_the_day(8, 45));
    EXPECT_EQ(timer.used_ms, (22 * 60 + 14) * 1000);
    EXPECT_EQ(timer.limit_ms, 20 * 60 * 1000);
    EXPECT_EQ(timer.left_ms, -(2 * 60 + 14) * 1000);
    EXPECT_EQ(timer.phase, TimerPhase::Over);
}

TEST(ItemTimer, TurnsAmberAtFourFifths)
{
    const auto item = story_agenda().items[3];
    EXPECT_EQ(item_timer(item, on_the_day(8, 38, 45)).phase, TimerPhase::Calm);
    EXPECT_EQ(item_timer(item, on_the_day(8, 38, 46)).phase, TimerPhase::Near);
    EXPECT_EQ(item_timer(item, on_the_day(8, 42, 46)).phase, TimerPhase::Near); // 20:00 of 20:00
    EXPECT_EQ(item_timer(item, on_the_day(8, 42, 47)).phase, TimerPhase::Over);
}

TEST(ItemTimer, StandsStillWhilePaused)
{
    auto item = story_agenda().items[3];
    item.state = ItemState::Paused;
    item.runs = {{on_the_day(8, 22, 46), on_the_day(8, 30, 46)}};
    const auto timer = item_timer(item, on_the_day(9, 30));
    EXPECT_EQ(timer.phase, TimerPhase::Paused);
    EXPECT_EQ(timer.used_ms, 8 * 60 * 1000);
    item.state = ItemState::Running;
    item.runs.push_back({on_the_day(9, 0), std::nullopt});
    EXPECT_EQ(item_timer(item, on_the_day(9, 1)).used_ms, 9 * 60 * 1000);
}

TEST(ItemTimer, ProlongingMovesTheLimit)
{
    auto item = story_agenda().items[3];
    item.added_s = 300;
    EXPECT_EQ(item_timer(item, on_the_day(8, 45)).left_ms, (2 * 60 + 46) * 1000);
}

TEST(Forecast, EndsAtTenJustInTime)
{
    const auto end = forecast(story_meeting(), story_agenda(), on_the_day(8, 45));
    EXPECT_EQ(end.ends_at_ms, on_the_day(10, 0));
    EXPECT_EQ(end.limit_at_ms, on_the_day(10, 0));
    EXPECT_EQ(end.tone, ForecastTone::OnTime);
}

TEST(Forecast, MovesOnWhileAnItemIsOver)
{
    const auto end = forecast(story_meeting(), story_agenda(), on_the_day(8, 47));
    EXPECT_EQ(end.minutes_over, 2);
    EXPECT_EQ(end.tone, ForecastTone::Late);
    EXPECT_EQ(forecast(story_meeting(), story_agenda(), on_the_day(8, 40)).ends_at_ms,
        on_the_day(9, 57, 46));
}

TEST(Forecast, LeavesOutWhatIsSkipped)
{
    auto agenda = story_agenda();
    agenda.items[4].state = ItemState::Skipped;
    const auto end = forecast(story_meeting(), agenda, on_the_day(8, 45));
    EXPECT_EQ(end.minutes_over, -25);
    EXPECT_EQ(end.tone, ForecastTone::Early);
}

TEST(Forecast, BeforeTheMeetingCountsFromThePlannedStart)
{
    auto meeting = story_meeting();
    meeting.opened_at_ms.reset();
    auto agenda = story_agenda();
    for (auto& item : agenda.items)
        item.state = ItemState::Planned, item.runs.clear();
    EXPECT_EQ(forecast(meeting, agenda, on_the_day(7, 38)).ends_at_ms, on_the_day(10, 0));
}

TEST(PartSummaries, RoundThePartsMinutesOnce)
{
    const auto parts = part_summaries(story_agenda(), on_the_day(8, 45));
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].planned_minutes, 10);
    EXPECT_EQ(parts[0].used_minutes, 9);
    EXPECT_TRUE(parts[0].done);
    EXPECT_EQ(parts[1].planned_minutes, 90);
    EXPECT_EQ(parts[1].items, 4);
    EXPECT_EQ(parts[1].first_number, 3);
    EXPECT_FALSE(parts[1].done);
    EXPECT_EQ(parts[2].planned_minutes, 20);
}

TEST(Agenda, TheNextItemIsThePlannedOneAfterTheCurrent)
{
    auto agenda = story_agenda();
    EXPECT_EQ(current_item(agenda)->id, numbered<ItemId>(4));
    EXPECT_EQ(next_item(agenda)->id, numbered<ItemId>(5));
    EXPECT_EQ(item_number(agenda, numbered<ItemId>(4)), 4);
    agenda.items[4].state = ItemState::Skipped;
    EXPECT_EQ(next_item(agenda)->id, numbered<ItemId>(6));
    for (std::size_t i = 4; i < 8; ++i)
        agenda.items[i].state = ItemState::Skipped;
    EXPECT_EQ(next_item(agenda), nullptr);
    agenda.items[2].state = ItemState::Planned;
    EXPECT_EQ(next_item(agenda)->id, numbered<ItemId>(3));
}

TEST(Agenda, MinutesAreRoundedToTheNearest)
{
    EXPECT_EQ(rounded_minutes(22 * 60'000 + 14'000), 22);
    EXPECT_EQ(rounded_minutes(8 * 60'000 + 46'000), 9);
    EXPECT_EQ(rounded_minutes(29'999), 0);
}

TEST(Speakers, WhoIsInTheRoomAndHasNotSpoken)
{
    SpeakerList list;
    list.people = {{numbered<PersonId>(1), "Hằng", 1, 0, true, false},
        {numbered<PersonId>(2), "Dũng", 4, 245'000, true, false},
        {numbered<PersonId>(3), "Ánh", 5, 0, false, false}};
    const auto silent = not_spoken_yet(list);
    ASSERT_EQ(silent.size(), 1U);
    EXPECT_EQ(silent[0].name, "Hằng");
}

TEST(Speakers, TimeRunsFromTheFloorToTheEnd)
{
    Speaker speaker;
    EXPECT_EQ(spoken_ms(speaker, on_the_day(8, 45)), 0);
    speaker.started_at_ms = on_the_day(8, 40, 48);
    EXPECT_EQ(spoken_ms(speaker, on_the_day(8, 45)), (4 * 60 + 12) * 1000);
    speaker.ended_at_ms = on_the_day(8, 41, 48);
    EXPECT_EQ(spoken_ms(speaker, on_the_day(8, 45)), 60'000);
}

} // namespace
} // namespace chibo
