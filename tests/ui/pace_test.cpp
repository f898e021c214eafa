#include "ui/pace.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

/// The frames of the start are over.
Pace rested()
{
    Pace pace;
    while (pace.due(0))
        pace.begin_frame();
    return pace;
}

TEST(Pace, GrantsThreeFramesToAnInput)
{
    Pace pace = rested();
    pace.input();
    int frames = 0;
    while (pace.due(0) && frames < 10) {
        pace.begin_frame();
        ++frames;
    }
    EXPECT_EQ(frames, 3);
}

TEST(Pace, DrawsNothingAtRest)
{
    const Pace pace = rested();
    EXPECT_FALSE(pace.due(1'000'000));
    EXPECT_GT(pace.sleep_s(0), 1);
}

TEST(Pace, WakesAtTheEarliestTimeAskedFor)
{
    Pace pace = rested();
    pace.again(5'000, Why::Clock);
    pace.again(1'000, Why::Timer);
    EXPECT_FALSE(pace.due(999));
    EXPECT_TRUE(pace.due(1'000));
    EXPECT_DOUBLE_EQ(pace.sleep_s(400), 0.6);
}

TEST(Pace, ForgetsATimeOnceItWasDrawn)
{
    Pace pace = rested();
    pace.again(1'000, Why::Timer);
    pace.begin_frame();
    EXPECT_FALSE(pace.due(2'000));
}

} // namespace
} // namespace chibo
