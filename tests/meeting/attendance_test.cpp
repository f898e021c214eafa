#include "meeting/attendance.h"

#include <gtest/gtest.h>

#include "meeting/the_story.h"

namespace chibo {
namespace {

TEST(AttendanceFigures, AreTheStorys)
{
    const auto figures = attendance_figures(story_rows(), on_the_day(8, 0));
    EXPECT_EQ(figures.total, 7);
    EXPECT_EQ(figures.official, 6);
    EXPECT_EQ(figures.probationary, 1);
    EXPECT_EQ(figures.required, 7);
    EXPECT_EQ(figures.present, 6);
    EXPECT_EQ(figures.present_official, 5);
    EXPECT_EQ(figures.present_probationary, 1);
    EXPECT_EQ(figures.excused, 1);
    EXPECT_EQ(figures.unexcused, 0);
    EXPECT_EQ(figures.not_arrived, 0);
    EXPECT_EQ(figures.guests, 1);
    EXPECT_EQ(figures.late, 0);
    EXPECT_EQ(figures.rate_tenths, 857); // 85,7 %
}

TEST(AttendanceFigures, CountAnAnnouncedAbsenceAsExcusedUntilItIsSettled)
{
    auto rows = story_rows();
    rows[0].absence->kind = AbsenceKind::Announced;
    const auto figures = attendance_figures(rows, on_the_day(8, 0));
    EXPECT_EQ(figures.excused, 1);
    EXPECT_EQ(figures.announced, 1);
}

TEST(AttendanceFigures, LeaveExemptAwayAndSuspendedMembersOutOfWhoMustCome)
{
    auto rows = story_rows();
    rows[0].standing = Standing::Suspended;
    rows[1].standing = Standing::Exempt;
    rows[2].standing = Standing::TemporaryAway;
    rows[2].stays.clear();
    const auto figures = attendance_figures(rows, on_the_day(8, 0));
    EXPECT_EQ(figures.total, 7);
    EXPECT_EQ(figures.official, 6);
    EXPECT_EQ(figures.required, 4);
    EXPECT_EQ(figures.present, 4);
    EXPECT_EQ(figures.present_beside, 1); // The exempt one came all the same.
    EXPECT_EQ(figures.rate_tenths, 1000);
    EXPECT_EQ(figures.excused, 0);
}

TEST(AttendanceFigures, CountTemporaryMembersApart)
{
    auto rows = story_rows();
    rows[1].standing = Standing::TemporaryHere;
    const auto figures = attendance_figures(rows, on_the_day(8, 0));
    EXPECT_EQ(figures.total, 7);
    EXPECT_EQ(figures.official, 5);
    EXPECT_EQ(figures.temporary_here, 1);
    EXPECT_EQ(figures.present_temporary_here, 1);
    EXPECT_EQ(figures.required, 7);
}

TEST(AttendanceFigures, AtAMomentCountWhoWasThereThen)
{
    const auto figures = attendance_figures(story_rows(), on_the_day(8, 0), on_the_day(7, 45));
    EXPECT_EQ(figures.present, 3);
    EXPECT_EQ(figures.guests, 0);
    EXPECT_EQ(figures.not_arrived, 4);
}

TEST(Attendance, WhoLeavesAndComesBackHasTwoStays)
{
    auto row = member_row(1, "Vũ Thị Kim Oanh", on_the_day(7, 52));
    row.stays[0].left_at_ms = on_the_day(8, 30);
    EXPECT_EQ(seat(row), Seat::Left);
    Stay second;
    second.arrived_at_ms = on_the_day(8, 50);
    row.stays.push_back(second);
    EXPECT_EQ(seat(row), Seat::Present);
    EXPECT_TRUE(present_at(row, on_the_day(8, 0)));
    EXPECT_FALSE(present_at(row, on_the_day(8, 40)));
    EXPECT_FALSE(present_at(row, on_the_day(8, 30))); // Gone from that moment on.
    EXPECT_TRUE(present_at(row, on_the_day(8, 50)));
}

TEST(Attendance, LateBeginsWithTheMinuteAfterTheStart)
{
    EXPECT_FALSE(late(member_row(1, "A", on_the_day(8, 0, 59)), on_the_day(8, 0)));
    EXPECT_TRUE(late(member_row(1, "A", on_the_day(8, 1)), on_the_day(8, 0)));
    EXPECT_FALSE(late(member_row(1, "A", std::nullopt), on_the_day(8, 0)));
}

TEST(Attendance, WhoIsNotExpectedIsNotMissing)
{
    auto row = member_row(1, "A", std::nullopt);
    EXPECT_EQ(seat(row), Seat::NotArrived);
    row.standing = Standing::Exempt;
    EXPECT_EQ(seat(row), Seat::NotExpected);
}

TEST(AttendanceMark, IsReachedWithMoreThanItsPercent)
{
    EXPECT_EQ(needed_over_percent(85, 20), 18);
    EXPECT_EQ(needed_over_percent(85, 7), 6);
    EXPECT_EQ(needed_over_percent(100, 7), 8);
    EXPECT_EQ(needed_over_percent(85, 0), 0);
    AttendanceFigures figures;
    figures.required = 20, figures.present = 17;
    EXPECT_FALSE(attendance_mark(figures, RuleSet {}, false).reached);
    EXPECT_TRUE(attendance_mark(figures, RuleSet {}, false).at_figure);
    figures.present = 18;
    EXPECT_TRUE(attendance_mark(figures, RuleSet {}, false).reached);
    EXPECT_FALSE(attendance_mark(figures, RuleSet {}, false).at_figure);
    figures.present = 17;
    RuleSet from;
    from.quality_reached = MarkReached::From;
    EXPECT_TRUE(attendance_mark(figures, from, false).reached);
}

TEST(AttendanceMark, EightyFivePercentOfSevenIsSix)
{
    EXPECT_EQ(needed_for_percent(85, 7), 6);
    EXPECT_EQ(needed_for_percent(85, 20), 17);
    EXPECT_EQ(needed_for_percent(85, 0), 0);
    auto rows = story_rows();
    rows[3].stays.clear(); // At 07:52 Linh has not come yet.
    const auto mark
        = attendance_mark(attendance_figures(rows, on_the_day(8, 0)), RuleSet {}, false);
    EXPECT_EQ(mark.needed, 6);
    EXPECT_EQ(mark.missing, 1);
    EXPECT_FALSE(mark.reached);
    EXPECT_TRUE(attendance_mark(attendance_figures(story_rows(), 0), RuleSet {}, false).reached);
}

TEST(AttendanceMark, ACongressNeedsTwoThirds)
{
    EXPECT_EQ(needed_for_fraction(2, 3, 7), 5);
    EXPECT_EQ(needed_for_fraction(2, 3, 6), 4);
    const auto mark = attendance_mark(attendance_figures(story_rows(), 0), RuleSet {}, true);
    EXPECT_EQ(mark.needed, 5);
    EXPECT_EQ(mark.percent, 0);
    EXPECT_FALSE(mark.verified) << "no source says so";
    RuleSet checked;
    checked.sources = {{.rule = "attendance.congress", .text = "Điều lệ Đảng", .verified = true}};
    EXPECT_TRUE(attendance_mark(attendance_figures(story_rows(), 0), checked, true).verified);
    EXPECT_TRUE(mark.reached);
}

TEST(Attendance, RatesAreRoundedHalfUpInTenths)
{
    EXPECT_EQ(rate_tenths(6, 7), 857);
    EXPECT_EQ(rate_tenths(2, 3), 667);
    EXPECT_EQ(rate_tenths(1, 8), 125);
    EXPECT_EQ(rate_tenths(1, 16), 63);
    EXPECT_EQ(rate_tenths(0, 0), 0);
}

TEST(Attendance, WhileCheckingInTheMissingComeFirst)
{
    auto rows = story_rows();
    rows[3].stays.clear();
    const auto shown = missing_first(rows);
    EXPECT_EQ(shown[0].name, "Đặng Thùy Linh");
    EXPECT_EQ(shown[1].name, "Hoàng Thị Ngọc Ánh"); // Absent with a reason: not missing.
    EXPECT_EQ(shown.back().name, "Bùi Thị Lan Anh");
}

} // namespace
} // namespace chibo
