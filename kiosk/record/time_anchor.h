// The meeting's own time: the wall clock at its opening plus the machine's elapsed time, so that a
// clock that is set or jumps does not move what was recorded.
#pragma once

#include <optional>
#include <string>

#include "record/record.h"

namespace chibo {

/// What happens in the meeting now gets this time. The wall clock where the meeting has no anchor
/// of this start of the machine (anchor_time of meeting_commands.h makes one).
[[nodiscard]] UnixMs meeting_now_ms(const Record& record, MeetingId meeting);
/// Whether the meeting runs without an anchor of this start of the machine: the kiosk then makes
/// one.
[[nodiscard]] bool needs_anchor(const Record& record, MeetingId meeting);

/// A wall clock that disagrees.
struct ClockJump {
    std::int64_t by_ms = 0; // Ahead of where it should be; negative: behind.
    std::string sentence; // The key of what is told, which lacks its {amount}.
};

/// Against the meeting's anchor: more than two minutes off (record.clock_jumped_ahead,
/// record.clock_jumped_back).
[[nodiscard]] std::optional<ClockJump> clock_jump(const Record& record, MeetingId meeting);
/// Against the record: the wall clock stands before the last change by half a day or more
/// (record.clock_behind). Less may be another device's clock.
[[nodiscard]] std::optional<ClockJump> clock_behind(const Record& record);

} // namespace chibo
