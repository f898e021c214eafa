#include "meeting/dates.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

TEST(Dates, ALocalTimeIsSevenHoursAheadOfUtc)
{
    EXPECT_EQ(parse_local("1970-01-01 07:00"), 0);
    EXPECT_EQ(unix_ms({{2026, 8, 5}, 7, 45, 0}), 1'785'890'700'000);
    EXPECT_EQ(local_time(1'785'890'700'000), (LocalTime {{2026, 8, 5}, 7, 45, 0}));
}

TEST(Dates, LateEveningInUtcIsTheNextDayHere)
{
    EXPECT_EQ(date_of(*parse_local("2026-08-05 00:30")), (Date {2026, 8, 5}));
    EXPECT_EQ(local_time(-1), (LocalTime {{1970, 1, 1}, 6, 59, 59}));
}

TEST(Dates, TheStorysMeetingIsOnAWednesday)
{
    EXPECT_EQ(weekday({2026, 8, 5}), 2);
    EXPECT_EQ(weekday({2026, 8, 3}), 0);
    EXPECT_EQ(weekday({2026, 8, 9}), 6);
}

TEST(Dates, AddingAMonthKeepsToTheShorterMonthsEnd)
{
    EXPECT_EQ(plus_months({2026, 1, 31}, 1), (Date {2026, 2, 28}));
    EXPECT_EQ(plus_months({2026, 12, 5}, 1), (Date {2027, 1, 5}));
    EXPECT_EQ(plus_months({2026, 1, 5}, -1), (Date {2025, 12, 5}));
    EXPECT_EQ(plus_days({2024, 2, 28}, 2), (Date {2024, 3, 1}));
    EXPECT_EQ(days_between({2026, 8, 5}, {2026, 9, 5}), 31);
}

TEST(Dates, ReadsDaysAsTheOfficeWritesThem)
{
    EXPECT_EQ(parse_dmy("5/8/2026"), (Date {2026, 8, 5}));
    EXPECT_EQ(parse_dmy("05.08.2026"), (Date {2026, 8, 5}));
    EXPECT_EQ(parse_dmy("2026-08-05"), (Date {2026, 8, 5}));
    EXPECT_FALSE(parse_dmy("30/02/2026"));
    EXPECT_FALSE(parse_dmy("5/8/26"));
    EXPECT_FALSE(parse_dmy("5/8"));
    EXPECT_FALSE(parse_dmy("5/8/2026 "));
    EXPECT_FALSE(parse_iso("2026-8-5"));
}

TEST(Dates, WritesTimesAndDurations)
{
    EXPECT_EQ(hm(*parse_local("2026-08-05T08:05")), "08:05");
    EXPECT_EQ(dmy({2026, 8, 5}), "05/08/2026");
    EXPECT_EQ(dm({2026, 8, 5}), "05/08");
    EXPECT_EQ(m_ss(492'000), "8:12");
    EXPECT_EQ(m_ss(-73'999), "1:13");
    EXPECT_EQ(m_ss(5'400'000), "90:00");
}

TEST(Dates, RefusesAnImpossibleTime)
{
    EXPECT_FALSE(parse_local("2026-08-05 24:00"));
    EXPECT_FALSE(parse_local("2026-08-05 7"));
    EXPECT_FALSE(parse_local("tomorrow"));
}

} // namespace
} // namespace chibo
