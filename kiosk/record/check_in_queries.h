// Who is in the room.
#pragma once

#include <optional>
#include <string>

#include "meeting/attendance.h"
#include "meeting/vote.h"
#include "record/record.h"

namespace chibo {

/// Members of the meeting's day and its guests, with figures and mark as they are now.
[[nodiscard]] Attendance read_attendance(const Record& record, MeetingId meeting);
/// The figures as they were read aloud.
[[nodiscard]] std::optional<Opening> read_opening(const Record& record, MeetingId meeting);
/// Who may vote and is in the room at a moment.
[[nodiscard]] Electorate read_electorate(const Record& record, MeetingId meeting, UnixMs at);
[[nodiscard]] std::string read_signature_strokes(const Record& record, StayId stay);
/// How many of the last meetings of this year a member missed in a row with a reason. Level C:
/// chair only.
[[nodiscard]] int read_excused_in_a_row(const Record& record, MemberId member, UnixMs now);

} // namespace chibo
