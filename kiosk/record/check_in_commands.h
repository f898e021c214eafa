// Check-in: who comes, leaves, comes back, and who is absent and why.
#pragma once

#include <optional>
#include <string>

#include "meeting/attendance.h"
#include "record/meeting_queries.h"
#include "record/record.h"

namespace chibo {

struct CheckIn {
    MeetingId meeting;
    PersonId person;
    CheckInWay how = CheckInWay::Tap;
    std::string signature; // Strokes; empty: none.
    std::string reason; // Why there is no signature.
    std::optional<UnixMs> at_ms; // Now, where the clerk has set no other.
};

/// Harmless for who is present already. An absence that was noted is taken back. Refused before
/// check-in is open (check_in.not_open), after the close (check_in.closed), for a suspended member
/// (check_in.suspended), and, as everything below that has a time, with one that has not come yet
/// (check_in.not_yet).
[[nodiscard]] Command check_in(CheckIn arrival);
/// A guest who has come: on the list and in the room as one change, so that one undo takes both
/// back.
[[nodiscard]] Command check_in_guest(MeetingId meeting, Guest guest);
/// The check-in was a mistake: the person's stays of this meeting no longer count.
[[nodiscard]] Command take_back_check_in(MeetingId meeting, PersonId person);
[[nodiscard]] Command leave_room(
    MeetingId meeting, PersonId person, std::optional<UnixMs> at_ms = {});
[[nodiscard]] Command come_back(
    MeetingId meeting, PersonId person, std::optional<UnixMs> at_ms = {});

struct NotedAbsence {
    MeetingId meeting;
    MemberId member;
    AbsenceKind kind = AbsenceKind::Announced;
    AbsenceReason reason = AbsenceReason::None;
    std::string reason_text;
    std::optional<UnixMs> at_ms;
};

/// Refused: excused without a reason (check_in.no_reason), other without a text
/// (check_in.no_reason_text), unexcused before the start (check_in.too_early), and for who is
/// present (check_in.is_present).
[[nodiscard]] Command note_absence(NotedAbsence absence);
[[nodiscard]] Command take_back_absence(MeetingId meeting, MemberId member);

} // namespace chibo
