#include "meeting/attendance.h"

#include <algorithm>
#include <limits>

#include "meeting/rules.h"

namespace chibo {
namespace {

constexpr UnixMs end_of_time = std::numeric_limits<UnixMs>::max();

void count_class(AttendanceFigures& figures, const AttendanceRow& row)
{
    ++figures.total;
    if (row.standing == Standing::TemporaryHere)
        ++figures.temporary_here;
    else if (row.official)
        ++figures.official;
    else
        ++figures.probationary;
    if (row.standing == Standing::Exempt)
        ++figures.exempt;
    if (row.standing == Standing::TemporaryAway)
        ++figures.temporary_away;
    if (row.standing == Standing::Suspended)
        ++figures.suspended;
}

void count_present(AttendanceFigures& figures, const AttendanceRow& row)
{
    ++figures.present;
    if (row.standing == Standing::TemporaryHere)
        ++figures.present_temporary_here;
    else if (row.official)
        ++figures.present_official;
    else
        ++figures.present_probationary;
}

// Of a member who must attend and is not in the room: noted as absent, gone again, or not there
// yet.
void count_missing(AttendanceFigures& figures, const AttendanceRow& row, UnixMs at)
{
    switch (seat(row, at)) {
    case Seat::Left:
        ++figures.left;
        return;
    case Seat::Unexcused:
        ++figures.unexcused;
        return;
    case Seat::AnnouncedAbsent:
        ++figures.announced, ++figures.excused;
        return;
    case Seat::Excused:
        ++figures.excused;
        return;
    case Seat::NotArrived:
    case Seat::Present:
    case Seat::NotExpected:
        break;
    }
    ++figures.not_arrived;
}

} // namespace

bool present_at(const AttendanceRow& row, UnixMs at)
{
    return std::any_of(row.stays.begin(), row.stays.end(), [at](const Stay& stay) {
        return stay.arrived_at_ms <= at && (!stay.left_at_ms || *stay.left_at_ms > at);
    });
}

bool present_now(const AttendanceRow& row)
{
    return !row.stays.empty() && !row.stays.back().left_at_ms;
}

bool late_at(UnixMs at, UnixMs planned_start_ms)
{
    constexpr UnixMs minute = 60'000;
    return at / minute > planned_start_ms / minute;
}

bool late(const AttendanceRow& row, UnixMs planned_start_ms)
{
    return !row.is_guest && !row.stays.empty()
        && late_at(row.stays.front().arrived_at_ms, planned_start_ms);
}

Seat seat(const AttendanceRow& row)
{
    return seat(row, end_of_time);
}

Seat seat(const AttendanceRow& row, UnixMs at)
{
    if (present_at(row, at))
        return Seat::Present;
    if (!row.stays.empty() && row.stays.front().arrived_at_ms <= at)
        return Seat::Left;
    if (row.absence && row.absence->noted_at_ms <= at) {
        switch (row.absence->kind) {
        case AbsenceKind::Announced:
            return Seat::AnnouncedAbsent;
        case AbsenceKind::Excused:
            return Seat::Excused;
        case AbsenceKind::Unexcused:
            return Seat::Unexcused;
        }
    }
    return row.is_guest || must_attend(row.standing) ? Seat::NotArrived : Seat::NotExpected;
}

Seat announced_seat(const Opening& opening, const AttendanceRow& row)
{
    const auto found = std::ranges::find(opening.people, row.person, &Opening::Person::person);
    if (found != opening.people.end())
        return found->seat;
    return opening.people.empty() ? seat(row, opening.announced_at_ms) : Seat::NotExpected;
}

Standing announced_standing(const Opening& opening, const AttendanceRow& row)
{
    const auto found = std::ranges::find(opening.people, row.person, &Opening::Person::person);
    return found == opening.people.end() ? row.standing : found->standing;
}

bool may_vote(const AttendanceRow& row, const RuleSet& rules)
{
    if (row.is_guest || row.standing == Standing::Suspended)
        return false;
    if (row.standing == Standing::TemporaryHere)
        return rules.temporary_here_votes;
    return row.official;
}

AttendanceFigures attendance_figures(
    const std::vector<AttendanceRow>& rows, UnixMs planned_start_ms, std::optional<UnixMs> at)
{
    AttendanceFigures figures;
    for (const auto& row : rows) {
        const bool here = at ? present_at(row, *at) : present_now(row);
        if (row.is_guest) {
            figures.guests += here;
            continue;
        }
        count_class(figures, row);
        if (!must_attend(row.standing)) {
            figures.present_beside += here;
            continue;
        }
        ++figures.required;
        if (here)
            count_present(figures, row);
        else
            count_missing(figures, row, at.value_or(end_of_time));
        figures.late += late(row, planned_start_ms)
            && row.stays.front().arrived_at_ms <= at.value_or(end_of_time);
    }
    figures.rate_tenths = rate_tenths(figures.present, figures.required);
    return figures;
}

int rate_tenths(int present, int required)
{
    return required <= 0 ? 0 : (2000 * present + required) / (2 * required);
}

int needed_over_percent(int percent, int required)
{
    return required <= 0 ? 0 : percent * required / 100 + 1;
}

int needed_for_percent(int percent, int required)
{
    return needed_for_fraction(percent, 100, required);
}

int needed_for_fraction(int numerator, int denominator, int required)
{
    return (numerator * required + denominator - 1) / denominator;
}

AttendanceMark attendance_mark(
    const AttendanceFigures& figures, const RuleSet& rules, bool congress)
{
    AttendanceMark mark;
    mark.percent = congress ? 0 : rules.quality_percent;
    mark.numerator = congress ? rules.congress_numerator : 0;
    mark.denominator = congress ? rules.congress_denominator : 0;
    mark.verified
        = verified(rules, congress ? "attendance.congress" : "attendance.quality_percent");
    const bool over = !congress && rules.quality_reached == MarkReached::Over;
    mark.at_figure = over && figures.present * 100 == mark.percent * figures.required;
    mark.needed = congress ? needed_for_fraction(rules.congress_numerator,
                                 rules.congress_denominator, figures.required)
        : over             ? needed_over_percent(rules.quality_percent, figures.required)
                           : needed_for_percent(rules.quality_percent, figures.required);
    mark.missing = std::max(0, mark.needed - figures.present);
    mark.reached = mark.missing == 0;
    return mark;
}

std::vector<AttendanceRow> missing_first(std::vector<AttendanceRow> rows)
{
    std::stable_partition(rows.begin(), rows.end(),
        [](const AttendanceRow& row) { return !row.is_guest && seat(row) == Seat::NotArrived; });
    return rows;
}

} // namespace chibo
