#include "record/check_in_commands.h"

#include <gtest/gtest.h>

#include "story_record.h"

namespace chibo::test {
namespace {

using CheckInTest = StoryRecord;

TEST_F(CheckInTest, ListsMembersByGivenNameInVietnameseOrder)
{
    std::vector<std::string> names;
    for (const auto& row : read_attendance(*record, meeting).rows)
        names.push_back(row.name);
    EXPECT_EQ(names,
        (std::vector<std::string> {"Hoàng Thị Ngọc Ánh", "Phạm Văn Dũng", "Lê Thị Minh Hằng",
            "Đặng Thùy Linh", "Vũ Thị Kim Oanh", "Nguyễn Thị Hồng Phượng", "Trần Thị Thu Thủy"}));
}

TEST_F(CheckInTest, IsRefusedBeforeItIsOpen)
{
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person_named("Đặng Thùy Linh");
    EXPECT_EQ(refusal(check_in(arrival), room), "check_in.not_open");
}

TEST_F(CheckInTest, ASecondTapIsHarmless)
{
    must(open_check_in(meeting), clerk);
    arrive("Đặng Thùy Linh");
    clock.wait_ms(60'000);
    arrive("Đặng Thùy Linh");
    const auto row = row_of("Đặng Thùy Linh");
    ASSERT_EQ(row.stays.size(), 1U);
    EXPECT_EQ(hm(row.stays[0].arrived_at_ms), "07:45");
    EXPECT_TRUE(row.stays[0].is_signed);
}

TEST_F(CheckInTest, UndoTakesTheArrivalBackAndBringsTheAbsenceAgain)
{
    must(open_check_in(meeting), clerk);
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = named("Hoàng Thị Ngọc Ánh");
    must(note_absence(absence), clerk);
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person_named("Hoàng Thị Ngọc Ánh");
    const auto place = must(check_in(arrival), room);
    EXPECT_EQ(seat(row_of("Hoàng Thị Ngọc Ánh")), Seat::Present);
    ASSERT_TRUE(record->undo(place, room));
    EXPECT_EQ(seat(row_of("Hoàng Thị Ngọc Ánh")), Seat::AnnouncedAbsent);
}

TEST_F(CheckInTest, AnnouncedWithoutReasonThenExcusedWithOne)
{
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = named("Hoàng Thị Ngọc Ánh");
    must(note_absence(absence), clerk);
    EXPECT_EQ(seat(row_of("Hoàng Thị Ngọc Ánh")), Seat::AnnouncedAbsent);
    absence.kind = AbsenceKind::Excused;
    EXPECT_EQ(refusal(note_absence(absence), clerk), "check_in.no_reason");
    absence.reason = AbsenceReason::Other;
    EXPECT_EQ(refusal(note_absence(absence), clerk), "check_in.no_reason_text");
    absence.reason = AbsenceReason::Duty;
    must(note_absence(absence), clerk);
    EXPECT_EQ(row_of("Hoàng Thị Ngọc Ánh").absence->reason, AbsenceReason::Duty);
    EXPECT_EQ(read_attendance(*record, meeting).figures.excused, 1);
}

TEST_F(CheckInTest, UnexcusedOnlyAfterTheStart)
{
    must(open_check_in(meeting), clerk);
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = named("Hoàng Thị Ngọc Ánh");
    absence.kind = AbsenceKind::Unexcused;
    EXPECT_EQ(refusal(note_absence(absence), clerk), "check_in.too_early");
    must(start_meeting(meeting));
    must(note_absence(absence), clerk);
    EXPECT_EQ(read_attendance(*record, meeting).figures.unexcused, 1);
}

TEST_F(CheckInTest, WhoIsPresentCannotBeNotedAbsent)
{
    open();
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = named("Phạm Văn Dũng");
    EXPECT_EQ(refusal(note_absence(absence), clerk), "check_in.is_present");
}

TEST_F(CheckInTest, LeavingAndComingBackAreTwoStays)
{
    open();
    const auto oanh = person_named("Vũ Thị Kim Oanh");
    at(8, 30);
    must(leave_room(meeting, oanh), clerk);
    EXPECT_EQ(read_attendance(*record, meeting).figures.present, 5);
    EXPECT_EQ(read_electorate(*record, meeting, clock.now_ms()).entitled_present, 4);
    at(8, 50);
    must(come_back(meeting, oanh), clerk);
    const auto row = row_of("Vũ Thị Kim Oanh");
    ASSERT_EQ(row.stays.size(), 2U);
    EXPECT_EQ(hm(*row.stays[0].left_at_ms), "08:30");
    EXPECT_EQ(hm(row.stays[1].arrived_at_ms), "08:50");
    EXPECT_EQ(
        read_electorate(*record, meeting, unix_ms({{2026, 8, 5}, 8, 40, 0})).entitled_present, 4);
    EXPECT_EQ(refusal(leave_room(meeting, oanh, unix_ms({{2026, 8, 5}, 8, 0, 0})), clerk),
        "check_in.left_before_arrival");
    EXPECT_EQ(refusal(come_back(meeting, person_named("Hoàng Thị Ngọc Ánh")), clerk),
        "check_in.not_here");
}

TEST_F(CheckInTest, NothingHappensAtATimeThatHasNotCome)
{
    open();
    at(8, 30);
    const auto later = unix_ms({{2026, 8, 5}, 8, 35, 0});
    const auto anh = named("Hoàng Thị Ngọc Ánh");
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person(anh);
    arrival.how = CheckInWay::Clerk;
    arrival.at_ms = later;
    EXPECT_EQ(refusal(check_in(arrival), clerk), "check_in.not_yet");
    EXPECT_EQ(refusal(leave_room(meeting, person_named("Vũ Thị Kim Oanh"), later), clerk),
        "check_in.not_yet");
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = anh;
    absence.kind = AbsenceKind::Unexcused;
    absence.at_ms = later;
    EXPECT_EQ(refusal(note_absence(absence), clerk), "check_in.not_yet");
    EXPECT_EQ(read_attendance(*record, meeting).figures.present, 6);
    arrival.at_ms = unix_ms({{2026, 8, 5}, 8, 30, 40}); // This minute.
    must(check_in(arrival), clerk);
    EXPECT_EQ(read_attendance(*record, meeting).figures.present, 7);
}

TEST_F(CheckInTest, WhoComesAfterTheStartIsLate)
{
    open();
    at(8, 12);
    arrive("Hoàng Thị Ngọc Ánh");
    const auto attendance = read_attendance(*record, meeting);
    EXPECT_EQ(attendance.figures.present, 7);
    EXPECT_EQ(attendance.figures.late, 1);
    EXPECT_EQ(attendance.figures.excused, 0);
    EXPECT_EQ(read_opening(*record, meeting)->figures.present, 6); // As it was read aloud.
    EXPECT_EQ(read_opening(*record, meeting)->figures.excused, 1);
}

TEST_F(CheckInTest, GuestsComeLastAndAreCountedApart)
{
    Guest guest;
    guest.name = "Bùi Thị Lan Anh";
    guest.organisation = "Đảng ủy cơ quan";
    guest.kind = GuestKind::Superior;
    must(set_guest(meeting, guest), clerk);
    must(open_check_in(meeting), clerk);
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person(read_guests(*record, meeting).front().id);
    arrival.how = CheckInWay::Clerk;
    must(check_in(arrival), clerk);
    const auto attendance = read_attendance(*record, meeting);
    EXPECT_EQ(attendance.rows.back().name, "Bùi Thị Lan Anh");
    EXPECT_EQ(attendance.figures.guests, 1);
    EXPECT_EQ(attendance.figures.total, 7);
    // Entered by mistake: the check-in goes too, and undo brings both back.
    const auto place = must(remove_guest(meeting, read_guests(*record, meeting).front().id), clerk);
    EXPECT_EQ(read_attendance(*record, meeting).figures.guests, 0);
    EXPECT_TRUE(read_guests(*record, meeting).empty());
    ASSERT_TRUE(record->undo(place, clerk));
    EXPECT_EQ(read_attendance(*record, meeting).figures.guests, 1);
}

TEST_F(CheckInTest, ASuspendedMemberIsNotExpectedAndNotLetIn)
{
    must(set_standing(named("Phạm Văn Dũng"), Standing::Suspended));
    must(open_check_in(meeting), clerk);
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person_named("Phạm Văn Dũng");
    EXPECT_EQ(refusal(check_in(arrival), room), "check_in.suspended");
    EXPECT_EQ(read_attendance(*record, meeting).figures.required, 6);
}

TEST_F(CheckInTest, ACardChecksInWhoeverItBelongsTo)
{
    must(add_code(named("Đặng Thùy Linh"), CodeKind::Card, "CB-0417"), clerk);
    EXPECT_EQ(match_code(*record, CodeKind::Card, "CB-0417"), named("Đặng Thùy Linh"));
    EXPECT_FALSE(match_code(*record, CodeKind::Card, "CB-0418"));
    EXPECT_FALSE(match_code(*record, CodeKind::Citizen, "CB-0417"));
    EXPECT_EQ(
        refusal(add_code(named("Phạm Văn Dũng"), CodeKind::Card, "CB-0417")), "members.code_taken");
    must(remove_code(read_codes(*record, named("Đặng Thùy Linh")).front().id), clerk);
    EXPECT_FALSE(match_code(*record, CodeKind::Card, "CB-0417"));
}

TEST_F(CheckInTest, TheRostersCardNumberIsACodeToo)
{
    Member linh = *read_member(*record, named("Đặng Thùy Linh"));
    linh.card_number = "12.345678";
    must(edit_member(linh), clerk);
    EXPECT_EQ(match_code(*record, CodeKind::Card, "12345678"), linh.id);
    EXPECT_FALSE(match_code(*record, CodeKind::Card, "12345679"));
    EXPECT_EQ(refusal(add_code(named("Phạm Văn Dũng"), CodeKind::Card, "12345678")),
        "members.code_taken");
    must(add_code(linh.id, CodeKind::Card, "12345678"), clerk);
    EXPECT_EQ(refusal(add_code(linh.id, CodeKind::Card, "12345678")), "members.code_is_own");
    Member other = *read_member(*record, named("Phạm Văn Dũng"));
    other.card_number = "77";
    must(edit_member(other), clerk);
    linh.card_number = "7.7";
    must(edit_member(linh), clerk);
    EXPECT_FALSE(match_code(*record, CodeKind::Card, "77")) << "two have it: nobody is guessed";
}

TEST_F(CheckInTest, OnlyWhoAppointsRenewsTheRecoveryCode)
{
    const auto role = [](std::string word) { return Actor {{}, std::move(word)}; };
    EXPECT_EQ(
        refusal(note_code_event(CodeEvent::RecoveryRenewed), role("clerk")), "officers.not_yours");
    must(note_code_event(CodeEvent::RecoveryRenewed), role("secretary"));
    must(note_code_event(CodeEvent::RecoveryUsed), role("recovery"));
    must(note_code_event(CodeEvent::RecoveryRenewed), role("recovery"));
}

TEST_F(CheckInTest, WhoMissesTooManyMeetingsOfTheYearIsSaidToTheChair)
{
    NotedAbsence away;
    for (int month = 1; month <= 4; ++month) {
        plan("combined", {2026, month, 5});
        for (const Meeting& one : read_meetings(*record)) {
            if (date_of(one.planned_start_ms).month == month)
                meeting = one.id;
        }
        must(open_check_in(meeting), clerk);
        must(start_meeting(meeting));
        away.meeting = meeting;
        away.member = named("Hoàng Thị Ngọc Ánh");
        away.kind = AbsenceKind::Excused;
        away.reason = AbsenceReason::Duty;
        must(note_absence(away), clerk);
        EXPECT_EQ(read_absence_alarms(*record, clock.now_ms()).size(), month > 3 ? 1U : 0U);
        if (month > 1) {
            away.member = named("Phạm Văn Dũng");
            away.kind = AbsenceKind::Unexcused;
            away.reason = AbsenceReason::None;
            must(note_absence(away), clerk);
        }
        must(close_meeting(meeting));
    }
    const auto alarms = read_absence_alarms(*record, clock.now_ms());
    ASSERT_EQ(alarms.size(), 2U);
    EXPECT_EQ(alarms[0].member, named("Hoàng Thị Ngọc Ánh"));
    EXPECT_EQ(alarms[0].excused_in_a_row, 4);
    EXPECT_EQ(alarms[1].member, named("Phạm Văn Dũng"));
    EXPECT_EQ(alarms[1].unexcused_months, 3);
}

TEST_F(CheckInTest, WhoLeavesTheCellKeepsTheWords)
{
    const MemberId dung = named("Phạm Văn Dũng");
    EXPECT_EQ(refusal(member_left(dung, {2026, 8, 1}, "")), "members.no_reason");
    const auto place = must(member_left(dung, {2026, 8, 1}, "Chuyển sinh hoạt"), clerk);
    EXPECT_EQ(read_members(*record).size(), 6U);
    EXPECT_EQ(read_member(*record, dung)->name, "Phạm Văn Dũng");
    ASSERT_TRUE(record->undo(place, clerk));
    EXPECT_EQ(read_members(*record).size(), 7U);
}

TEST_F(CheckInTest, WhoLeftBeforeTheStartIsInTheOpeningsFigures)
{
    must(open_check_in(meeting), clerk);
    for (const auto* name : {"Phạm Văn Dũng", "Đặng Thùy Linh", "Lê Thị Minh Hằng"})
        arrive(name);
    clock.wait_ms(60'000);
    must(leave_room(meeting, person_named("Phạm Văn Dũng")), clerk);
    must(start_meeting(meeting), clerk);
    const auto opening = read_opening(*record, meeting);
    ASSERT_TRUE(opening);
    const AttendanceFigures& f = opening->figures;
    EXPECT_EQ(f.left, 1);
    EXPECT_EQ(f.required, f.present + f.excused + f.unexcused + f.left + f.not_arrived);
}

TEST_F(CheckInTest, TheNamesOfAnOpeningStayWithItsFigures)
{
    must(open_check_in(meeting), clerk);
    arrive("Phạm Văn Dũng");
    must(start_meeting(meeting), clerk);
    const auto before = read_opening(*record, meeting);
    clock.wait_ms(60'000);
    arrive("Đặng Thùy Linh");
    must(take_back_check_in(meeting, person_named("Phạm Văn Dũng")), clerk);
    must(set_standing(named("Vũ Thị Kim Oanh"), Standing::Exempt));
    const auto opening = read_opening(*record, meeting);
    EXPECT_EQ(opening->figures.not_arrived, before->figures.not_arrived);
    EXPECT_EQ(announced_seat(*opening, row_of("Phạm Văn Dũng")), Seat::Present);
    EXPECT_EQ(announced_seat(*opening, row_of("Đặng Thùy Linh")), Seat::NotArrived);
    EXPECT_EQ(announced_standing(*opening, row_of("Vũ Thị Kim Oanh")), Standing::Official);
}

TEST_F(CheckInTest, TheMarkOfEightyFivePercentOfSevenIsSix)
{
    open();
    const auto attendance = read_attendance(*record, meeting);
    EXPECT_EQ(attendance.mark.needed, 6);
    EXPECT_TRUE(attendance.mark.reached);
    EXPECT_EQ(attendance.figures.rate_tenths, 857);
}

} // namespace
} // namespace chibo::test
