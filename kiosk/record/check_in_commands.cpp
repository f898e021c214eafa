#include "record/check_in_commands.h"

#include <algorithm>

#include "meeting/dates.h"
#include "meeting/letters.h"
#include "record/check_in_queries.h"
#include "record/guards.h"
#include "record/meeting_commands.h"
#include "record/query.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

/// The person's row of this meeting; a stranger is refused.
Result<AttendanceRow> row_of(Changes& changes, MeetingId meeting, PersonId person)
{
    for (auto& row : read_attendance(changes.record(), meeting).rows) {
        if (row.person == person)
            return row;
    }
    return refuse("check_in.unknown_person");
}

void insert_stay(Changes& changes, const CheckIn& arrival)
{
    Query(changes, R"sql(
        INSERT INTO presence (id, meeting, person, arrived_at_ms, how, reason, signature)
        VALUES (:id, :meeting, :person, :arrived_at_ms, :how, :reason, :signature))sql")
        .bind(":id", changes.make_id<StayId>())
        .bind(":meeting", arrival.meeting)
        .bind(":person", arrival.person)
        .bind(":arrived_at_ms",
            arrival.at_ms.value_or(meeting_now_ms(changes.record(), arrival.meeting)))
        .bind(":how", word(arrival.how))
        .bind(":reason", arrival.reason)
        .bind_bytes(":signature", arrival.signature)
        .run();
}

void undo_absences(Changes& changes, MeetingId meeting, PersonId person)
{
    Query(changes,
        "UPDATE absence SET undone = 1 WHERE meeting = :meeting AND member = :person AND undone = "
        "0")
        .bind(":meeting", meeting)
        .bind(":person", person)
        .run();
}

/// Nobody comes, leaves or is noted at a minute that has not come. The wall clock may run ahead of
/// the meeting's own.
Result<void> has_come(Changes& changes, MeetingId meeting, std::optional<UnixMs> at)
{
    constexpr UnixMs minute = 60'000;
    const UnixMs now = std::max(meeting_now_ms(changes.record(), meeting), changes.now_ms());
    if (at && *at / minute > now / minute)
        return refuse("check_in.not_yet", {{"time", hm(*at)}, {"now", hm(now)}});
    return {};
}

Result<void> may_check_in(const Meeting& meeting, CheckInWay how)
{
    // After the close the clerk may still put right what was forgotten.
    if (meeting.state == MeetingState::Closing && how != CheckInWay::Clerk)
        return refuse("check_in.closed");
    if (meeting.state == MeetingState::Planned && !check_in_open(meeting))
        return refuse("check_in.not_open");
    return {};
}

Result<void> arrive(Changes& changes, const CheckIn& arrival)
{
    const auto meeting = changeable_meeting(changes, arrival.meeting);
    if (!meeting)
        return tl::unexpected(meeting.error());
    if (auto allowed = may_check_in(*meeting, arrival.how); !allowed)
        return allowed;
    const auto row = row_of(changes, arrival.meeting, arrival.person);
    if (!row)
        return tl::unexpected(row.error());
    if (row->standing == Standing::Suspended)
        return refuse("check_in.suspended", {{"name", row->name}});
    if (present_now(*row))
        return {};
    if (auto come = has_come(changes, arrival.meeting, arrival.at_ms); !come)
        return come;
    insert_stay(changes, arrival);
    undo_absences(changes, arrival.meeting, arrival.person);
    return {};
}

Result<void> note(Changes& changes, const NotedAbsence& absence)
{
    const auto meeting = changeable_meeting(changes, absence.meeting);
    if (!meeting)
        return tl::unexpected(meeting.error());
    const auto row = row_of(changes, absence.meeting, person(absence.member));
    if (!row)
        return tl::unexpected(row.error());
    if (!row->stays.empty())
        return refuse("check_in.is_present", {{"name", row->name}});
    if (absence.kind == AbsenceKind::Excused && absence.reason == AbsenceReason::None)
        return refuse("check_in.no_reason");
    if (absence.reason == AbsenceReason::Other && is_blank(absence.reason_text))
        return refuse("check_in.no_reason_text");
    if (absence.kind == AbsenceKind::Unexcused && !meeting->opened_at_ms)
        return refuse("check_in.too_early");
    if (auto come = has_come(changes, absence.meeting, absence.at_ms); !come)
        return come;
    undo_absences(changes, absence.meeting, person(absence.member));
    const bool coded = absence.kind != AbsenceKind::Unexcused;
    Query(changes, R"sql(
        INSERT INTO absence (id, meeting, member, kind, reason, reason_text, noted_at_ms)
        VALUES (:id, :meeting, :member, :kind, :reason, :reason_text, :noted_at_ms))sql")
        .bind(":id", changes.make_id<AbsenceId>())
        .bind(":meeting", absence.meeting)
        .bind(":member", absence.member)
        .bind(":kind", word(absence.kind))
        .bind(":reason", coded ? word(absence.reason) : std::string_view())
        .bind(":reason_text",
            absence.reason == AbsenceReason::Other ? absence.reason_text : std::string())
        .bind(":noted_at_ms",
            absence.at_ms.value_or(meeting_now_ms(changes.record(), absence.meeting)))
        .run();
    return {};
}

Result<void> depart(Changes& changes, MeetingId meeting, PersonId person, UnixMs at)
{
    const auto found = changeable_meeting(changes, meeting);
    if (!found)
        return tl::unexpected(found.error());
    const auto row = row_of(changes, meeting, person);
    if (!row)
        return tl::unexpected(row.error());
    if (!present_now(*row))
        return row->stays.empty() ? Result<void>(refuse("check_in.not_here", {{"name", row->name}}))
                                  : Result<void>();
    if (at < row->stays.back().arrived_at_ms)
        return refuse("check_in.left_before_arrival");
    if (auto come = has_come(changes, meeting, at); !come)
        return come;
    // Every one that is open: two devices may have checked in the same person.
    Query(changes, R"sql(
        UPDATE presence SET left_at_ms = :at
        WHERE meeting = :meeting AND person = :person AND undone = 0 AND left_at_ms IS NULL)sql")
        .bind(":meeting", meeting)
        .bind(":person", person)
        .bind(":at", at)
        .run();
    return {};
}

Result<void> return_to(Changes& changes, MeetingId meeting, PersonId person, UnixMs at)
{
    const auto row = row_of(changes, meeting, person);
    if (!row)
        return tl::unexpected(row.error());
    if (row->stays.empty())
        return refuse("check_in.not_here", {{"name", row->name}});
    if (!present_now(*row) && at < *row->stays.back().left_at_ms)
        return refuse("check_in.back_before_leaving");
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person;
    arrival.how = CheckInWay::Clerk;
    arrival.reason = "return"; // Signed when they came the first time.
    arrival.at_ms = at;
    return arrive(changes, arrival);
}

} // namespace

Command check_in(CheckIn arrival)
{
    return {"check_in",
        [arrival = std::move(arrival)](Changes& changes) { return arrive(changes, arrival); }};
}

Command check_in_guest(MeetingId meeting, Guest guest)
{
    return {
        "check_in_guest", [meeting, guest = std::move(guest)](Changes& changes) -> Result<void> {
            Guest added = guest;
            if (added.id.nil())
                added.id = changes.make_id<GuestId>();
            if (auto listed = set_guest(meeting, added).apply(changes); !listed)
                return listed;
            CheckIn arrival;
            arrival.meeting = meeting;
            arrival.person = person(added.id);
            arrival.how = CheckInWay::Clerk;
            return arrive(changes, arrival);
        }};
}

Command take_back_check_in(MeetingId meeting, PersonId person)
{
    return {"take_back_check_in", [meeting, person](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                Query(changes, R"sql(
                    UPDATE presence SET undone = 1
                    WHERE meeting = :meeting AND person = :person AND undone = 0)sql")
                    .bind(":meeting", meeting)
                    .bind(":person", person)
                    .run();
                return {};
            }};
}

Command leave_room(MeetingId meeting, PersonId person, std::optional<UnixMs> at_ms)
{
    return {"leave_room", [meeting, person, at_ms](Changes& changes) {
                return depart(changes, meeting, person,
                    at_ms.value_or(meeting_now_ms(changes.record(), meeting)));
            }};
}

Command come_back(MeetingId meeting, PersonId person, std::optional<UnixMs> at_ms)
{
    return {"come_back", [meeting, person, at_ms](Changes& changes) {
                return return_to(changes, meeting, person,
                    at_ms.value_or(meeting_now_ms(changes.record(), meeting)));
            }};
}

Command note_absence(NotedAbsence absence)
{
    return {"note_absence",
        [absence = std::move(absence)](Changes& changes) { return note(changes, absence); }};
}

Command take_back_absence(MeetingId meeting, MemberId member)
{
    return {"take_back_absence", [meeting, member](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                undo_absences(changes, meeting, person(member));
                return {};
            }};
}

} // namespace chibo
