// Who is in the room: stays, absences, and the figures that follow (domain.md 1.2).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/clock.h"
#include "meeting/ids.h"
#include "meeting/member.h"
#include "meeting/words.h"

namespace chibo {

struct RuleSet;

enum class CheckInWay { Tap, Card, Clerk, Remote };
template <> struct Words<CheckInWay> {
    static constexpr std::array<std::string_view, 4> all {"tap", "card", "clerk", "remote"};
};

enum class AbsenceKind { Announced, Excused, Unexcused };
template <> struct Words<AbsenceKind> {
    static constexpr std::array<std::string_view, 3> all {"announced", "excused", "unexcused"};
};

/// Coded, so that no health detail is kept (domain.md 7.7); only Other has a text.
enum class AbsenceReason { None, Duty, Ill, Leave, Family, Study, Other };
template <> struct Words<AbsenceReason> {
    static constexpr std::array<std::string_view, 7> all {
        "", "duty", "ill", "leave", "family", "study", "other"};
};

enum class GuestKind { Guest, Superior, CrossVisit };
template <> struct Words<GuestKind> {
    static constexpr std::array<std::string_view, 3> all {"guest", "superior", "cross_visit"};
};

/// What a tile says of a person now.
enum class Seat { NotArrived, Present, Left, AnnouncedAbsent, Excused, Unexcused, NotExpected };
template <> struct Words<Seat> {
    static constexpr std::array<std::string_view, 7> all {
        "not_arrived", "present", "left", "announced", "excused", "unexcused", "not_expected"};
};

/// One stay in the room; who leaves and comes back has two.
struct Stay {
    StayId id;
    UnixMs arrived_at_ms = 0;
    std::optional<UnixMs> left_at_ms;
    CheckInWay how = CheckInWay::Tap;
    std::string reason; // Why there is no signature.
    bool is_signed = false;
};

struct Absence {
    AbsenceId id;
    AbsenceKind kind = AbsenceKind::Announced;
    AbsenceReason reason = AbsenceReason::None;
    std::string reason_text;
    UnixMs noted_at_ms = 0;
};

/// A member or a guest with everything known of this meeting.
struct AttendanceRow {
    PersonId person;
    bool is_guest = false;
    int number = 0; // Of the avatar's tint; guests go on after the members.
    std::string name;
    Position position = Position::None;
    Standing standing = Standing::Official;
    bool official = true; // Counts as official, whatever the standing.
    GuestKind guest_kind = GuestKind::Guest;
    std::string organisation; // Of a guest.
    bool is_chair = false, is_clerk = false;
    bool has_photo = false;
    std::vector<Stay> stays; // In order of arrival.
    std::optional<Absence> absence; // The last one noted, unless taken back.
};

struct AttendanceFigures {
    int total = 0; // Tổng số đảng viên: everybody below, suspended members too.
    int official = 0, probationary = 0, temporary_here = 0; // They add up to the total.
    int exempt = 0, temporary_away = 0, suspended = 0; // Of the total, those that need not come.
    int required = 0; // Phải dự: the total less the three above.
    int present = 0, present_official = 0, present_probationary = 0,
        present_temporary_here = 0; // Of the required.
    int present_beside = 0; // Exempt or away, and came all the same.
    int announced = 0; // Said they would be absent; the reason is still missing.
    int excused = 0, unexcused = 0;
    int left = 0; // Came, and are gone again.
    int not_arrived = 0; // Required: present, excused, unexcused, left and these.
    int late = 0; // Of those present or gone again.
    int guests = 0; // In the room.
    int rate_tenths = 0; // Of present to required, in tenths of a percent: 857 is 85,7 %.
};

/// The number needed and whether it is there. Shown and warned of, never blocking.
struct AttendanceMark {
    int needed = 0;
    int missing = 0;
    int percent = 0; // 85; 0 where the rule is a fraction.
    int numerator = 0, denominator = 0; // Of the fraction.
    bool at_figure = false; // The figure itself is there, and more than it is asked.
    bool verified = true; // The figure's source was checked; else the screen says so.
    bool reached = false;
};

/// Everything the check-in screens show.
struct Attendance {
    MeetingId meeting;
    UnixMs planned_start_ms = 0;
    std::optional<UnixMs> opened_at_ms;
    std::vector<AttendanceRow> rows; // By given name in Vietnamese order; guests last.
    AttendanceFigures figures; // Now.
    AttendanceMark mark;
};

/// What the chair read aloud, as stored: the figures, and who stood behind them.
struct Opening {
    struct Person {
        PersonId person;
        Seat seat = Seat::NotArrived;
        Standing standing = Standing::Official;
    };
    UnixMs announced_at_ms = 0;
    AttendanceFigures figures;
    std::vector<Person> people; // Empty in records of before they were kept.
};
/// The seat as it was read aloud; of a record that does not have it, as it was at that moment.
[[nodiscard]] Seat announced_seat(const Opening& opening, const AttendanceRow& row);
/// The standing of then; who was not known then keeps the present one.
[[nodiscard]] Standing announced_standing(const Opening& opening, const AttendanceRow& row);

/// In the room at `at`: arrived not after it, and not left by then.
[[nodiscard]] bool present_at(const AttendanceRow& row, UnixMs at);
[[nodiscard]] bool present_now(const AttendanceRow& row);
/// After the minute of the planned start.
[[nodiscard]] bool late_at(UnixMs at, UnixMs planned_start_ms);
/// By the first arrival; guests never are.
[[nodiscard]] bool late(const AttendanceRow& row, UnixMs planned_start_ms);
[[nodiscard]] Seat seat(const AttendanceRow& row);
[[nodiscard]] Seat seat(const AttendanceRow& row, UnixMs at); // As it was at that moment.
/// May vote on the cell's ordinary matters (domain.md 1.1); who is in the room is asked apart.
[[nodiscard]] bool may_vote(const AttendanceRow& row, const RuleSet& rules);

/// The figures at one moment. No moment: as it is now.
[[nodiscard]] AttendanceFigures attendance_figures(
    const std::vector<AttendanceRow>& rows, UnixMs planned_start_ms, std::optional<UnixMs> at = {});
[[nodiscard]] int rate_tenths(int present, int required); // Half up; 0 of 0 is 0.
/// The smallest number that is more than `percent` of `required`; 0 of 0.
[[nodiscard]] int needed_over_percent(int percent, int required);
/// The smallest number that is at least `percent` of `required`.
[[nodiscard]] int needed_for_percent(int percent, int required);
[[nodiscard]] int needed_for_fraction(int numerator, int denominator, int required);
/// By the rule set: a congress needs two thirds, a regular meeting is marked over 85 %.
[[nodiscard]] AttendanceMark attendance_mark(
    const AttendanceFigures& figures, const RuleSet& rules, bool congress);
/// Shown while checking in: who is missing first, then as the rows stand.
[[nodiscard]] std::vector<AttendanceRow> missing_first(std::vector<AttendanceRow> rows);

} // namespace chibo
