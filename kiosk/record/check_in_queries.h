// Who is in the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

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
/// Who has missed more of this year's meetings than the rules of the day let pass (domain.md 1.2).
/// Level C: the chair's alone.
struct AbsenceAlarm {
    MemberId member {};
    std::string name {};
    int excused_in_a_row = 0; // Of the last meetings; 0: not too many.
    int unexcused_months = 0; // Months with an absence without reason; 0: not too many.
};
[[nodiscard]] std::vector<AbsenceAlarm> read_absence_alarms(const Record& record, UnixMs now);

} // namespace chibo
