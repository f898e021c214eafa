#include "meeting/clock.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

TEST(FakeClock, AJumpPassesNoTime)
{
    FakeClock clock(1000);
    clock.jump(50'000);
    EXPECT_EQ(clock.now_ms(), 50'000);
    EXPECT_EQ(clock.elapsed_ms(), 1000);
    clock.wait_ms(10);
    EXPECT_EQ(clock.elapsed_ms(), 1010);
}

TEST(SeededRandom, GivesTheSameBytesForTheSameSeed)
{
    std::array<std::uint8_t, 12> first {};
    std::array<std::uint8_t, 12> second {};
    SeededRandom(7).fill(first);
    SeededRandom(7).fill(second);
    EXPECT_EQ(first, second);
    SeededRandom(8).fill(second);
    EXPECT_NE(first, second);
}

TEST(SystemClock, NamesTheBootItCountsFrom)
{
    const SystemClock clock;
    EXPECT_EQ(clock.boot_id().size(), 36U);
    EXPECT_LE(clock.elapsed_ms(), clock.elapsed_ms());
}

} // namespace
} // namespace chibo
