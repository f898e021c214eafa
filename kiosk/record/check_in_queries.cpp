#include "record/check_in_queries.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "meeting/check.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/query.h"
#include "record/rule_files.h"

namespace chibo {
namespace {

// Guests' avatars go on in the tints behind a small cell's members.
constexpr int first_guest_number = 12;

AttendanceRow row_of(const Member& member, const Meeting& meeting)
{
    AttendanceRow row;
    row.person = person(member.id);
    row.number = member.number;
    row.name = member.name;
    row.position = member.position;
    row.standing = member.standing;
    row.official = counts_as_official(member);
    row.is_chair = meeting.chair == member.id;
    row.is_clerk = meeting.clerk == member.id;
    row.has_photo = member.has_photo;
    return row;
}

AttendanceRow row_of(const Guest& guest, int number)
{
    AttendanceRow row;
    row.person = person(guest.id);
    row.is_guest = true;
    row.official = false;
    row.number = number;
    row.name = guest.name;
    row.guest_kind = guest.kind;
    row.organisation = guest.organisation;
    return row;
}

// A member belongs to a meeting unless they had left by its day, or their row was made after its
// close (a UUIDv7 begins with the time at which it was made).
bool belongs(const Member& member, const Meeting& meeting)
{
    if (member.left_on && *member.left_on <= date_of(meeting.planned_start_ms))
        return false;
    return !meeting.closed_at_ms || member.id.uuid < Uuid::v7(*meeting.closed_at_ms, {});
}

void add_stays(const Record& record, MeetingId meeting, std::map<PersonId, AttendanceRow*>& people)
{
    Query query(record, R"sql(
        SELECT person, id, arrived_at_ms, left_at_ms, how, reason, signature IS NOT NULL
        FROM presence WHERE meeting = :meeting AND undone = 0
        ORDER BY arrived_at_ms, id)sql");
    query.bind(":meeting", meeting);
    while (query.next()) {
        const auto row = people.find(query.id<PersonId>());
        if (row == people.end())
            continue;
        Stay stay;
        stay.id = query.id<StayId>();
        stay.arrived_at_ms = query.number();
        stay.left_at_ms = query.optional_number();
        stay.how = query.word<CheckInWay>();
        stay.reason = query.text();
        stay.is_signed = query.flag();
        row->second->stays.push_back(std::move(stay));
    }
}

/// Two devices may have checked in the same person: stays that overlap are one, from the first
/// arrival. Who was seen leaving has left, whatever the other device still holds open.
void join_overlapping(std::vector<Stay>& stays)
{
    std::vector<Stay> joined;
    for (Stay& stay : stays) { // In order of arrival.
        Stay* last = joined.empty() ? nullptr : &joined.back();
        if (!last || (last->left_at_ms && *last->left_at_ms <= stay.arrived_at_ms)) {
            joined.push_back(std::move(stay));
            continue;
        }
        if (!last->left_at_ms || (stay.left_at_ms && *stay.left_at_ms > *last->left_at_ms))
            last->left_at_ms = stay.left_at_ms;
        last->is_signed |= stay.is_signed;
    }
    stays = std::move(joined);
}

void add_absences(
    const Record& record, MeetingId meeting, std::map<PersonId, AttendanceRow*>& people)
{
    Query query(record, R"sql(
        SELECT member, id, kind, reason, reason_text, noted_at_ms
        FROM absence WHERE meeting = :meeting AND undone = 0
        ORDER BY noted_at_ms, id)sql");
    query.bind(":meeting", meeting);
    while (query.next()) {
        const auto row = people.find(query.id<PersonId>());
        if (row == people.end())
            continue;
        Absence absence;
        absence.id = query.id<AbsenceId>();
        absence.kind = query.word<AbsenceKind>();
        absence.reason = query.word<AbsenceReason>();
        absence.reason_text = query.text();
        absence.noted_at_ms = query.number();
        row->second->absence = std::move(absence); // The last one noted holds.
    }
}

} // namespace

Attendance read_attendance(const Record& record, MeetingId meeting)
{
    Attendance out;
    out.meeting = meeting;
    const auto found = read_meeting(record, meeting);
    if (!found)
        return out;
    out.planned_start_ms = found->planned_start_ms;
    out.opened_at_ms = found->opened_at_ms;
    for (const auto& member : read_members_with_left(record)) {
        if (belongs(member, *found))
            out.rows.push_back(row_of(member, *found));
    }
    int number = first_guest_number;
    for (const auto& guest : read_guests(record, meeting))
        out.rows.push_back(row_of(guest, number++));
    std::map<PersonId, AttendanceRow*> people;
    for (auto& row : out.rows)
        people[row.person] = &row;
    add_stays(record, meeting, people);
    for (auto& row : out.rows)
        join_overlapping(row.stays);
    add_absences(record, meeting, people);
    out.figures = attendance_figures(out.rows, out.planned_start_ms);
    out.mark = attendance_mark(out.figures, rules_of(*found), found->kind == MeetingKind::Congress);
    return out;
}

namespace {

std::vector<Opening::Person> people_of(const std::string& lines)
{
    std::vector<Opening::Person> people;
    std::istringstream stream(lines);
    for (std::string id, seat, standing; stream >> id >> seat >> standing;) {
        const auto person = PersonId::parse(id);
        const auto as_seat = parse_word<Seat>(seat);
        const auto as_standing = parse_word<Standing>(standing);
        if (person && as_seat && as_standing) // Another device may have a newer program.
            people.push_back({*person, *as_seat, *as_standing});
    }
    return people;
}

int count_left(const Opening& opening, const std::vector<AttendanceRow>& rows)
{
    return static_cast<int>(std::ranges::count_if(rows, [&](const AttendanceRow& row) {
        return !row.is_guest && must_attend(announced_standing(opening, row))
            && announced_seat(opening, row) == Seat::Left;
    }));
}

} // namespace

std::optional<Opening> read_opening(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT announced_at_ms, total, official, probationary, temporary_here, exempt, temporary_away, required,
               present, present_official, present_probationary, excused, unexcused, guests, people
        FROM opening WHERE id = :id)sql");
    query.bind(":id", meeting);
    if (!query.next())
        return std::nullopt;
    Opening opening;
    opening.announced_at_ms = query.number();
    auto& f = opening.figures;
    for (int* figure : {&f.total, &f.official, &f.probationary, &f.temporary_here, &f.exempt,
             &f.temporary_away, &f.required, &f.present, &f.present_official,
             &f.present_probationary, &f.excused, &f.unexcused, &f.guests})
        *figure = query.integer();
    opening.people = people_of(query.text());
    f.suspended = f.total - f.exempt - f.temporary_away - f.required;
    f.present_temporary_here = f.present - f.present_official - f.present_probationary;
    f.left = count_left(opening, read_attendance(record, meeting).rows);
    f.not_arrived = f.required - f.present - f.excused - f.unexcused - f.left;
    f.rate_tenths = rate_tenths(f.present, f.required);
    return opening;
}

Electorate read_electorate(const Record& record, MeetingId meeting, UnixMs at)
{
    const auto found = read_meeting(record, meeting);
    if (!found)
        return {};
    return electorate(read_attendance(record, meeting).rows, rules_of(*found), at);
}

namespace {

struct MissedMeetings {
    int excused_in_a_row = 0; // Of the last ones.
    std::set<int> unexcused_months {};
};

/// Of the meetings that were opened this year, the latest first.
MissedMeetings read_missed(const Record& record, MemberId member, UnixMs now)
{
    const Date january {date_of(now).year, 1, 1};
    Query query(record, R"sql(
        SELECT meeting.planned_start_ms,
               EXISTS (SELECT 1 FROM presence
                       WHERE presence.meeting = meeting.id AND presence.person = :member AND presence.undone = 0),
               (SELECT absence.kind FROM absence
                WHERE absence.meeting = meeting.id AND absence.member = :member AND absence.undone = 0
                ORDER BY absence.noted_at_ms DESC, absence.id DESC LIMIT 1)
        FROM meeting
        WHERE meeting.planned_start_ms >= :from AND meeting.planned_start_ms < :now
          AND meeting.opened_at_ms IS NOT NULL AND meeting.kind <> 'flag_salute' AND meeting.removed = 0
        ORDER BY meeting.planned_start_ms DESC)sql");
    query.bind(":member", member).bind(":from", unix_ms({january})).bind(":now", now);
    MissedMeetings missed;
    bool in_a_row = true;
    while (query.next()) {
        const Date day = date_of(query.number());
        const bool came = query.flag();
        const std::string absence = query.text();
        const bool unexcused = absence == word(AbsenceKind::Unexcused);
        in_a_row = in_a_row && !came && !absence.empty() && !unexcused;
        missed.excused_in_a_row += in_a_row;
        if (!came && unexcused)
            missed.unexcused_months.insert(day.month);
    }
    return missed;
}

} // namespace

std::vector<AbsenceAlarm> read_absence_alarms(const Record& record, UnixMs now)
{
    const RuleSet* rules = rule_set_on(rule_sets(), date_of(now));
    CHECK(rules != nullptr);
    std::vector<AbsenceAlarm> alarms;
    for (const Member& member : read_members(record)) {
        if (!must_attend(member.standing))
            continue;
        const MissedMeetings missed = read_missed(record, member.id, now);
        const AbsenceAlarm alarm {.member = member.id,
            .name = member.name,
            .excused_in_a_row
            = missed.excused_in_a_row > rules->excused_in_a_row ? missed.excused_in_a_row : 0,
            .unexcused_months
            = static_cast<int>(missed.unexcused_months.size()) >= rules->absent_months_alarm
                ? static_cast<int>(missed.unexcused_months.size())
                : 0};
        if (alarm.excused_in_a_row > 0 || alarm.unexcused_months > 0)
            alarms.push_back(alarm);
    }
    return alarms;
}

} // namespace chibo
