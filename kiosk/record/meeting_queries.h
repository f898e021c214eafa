// Meetings: one, lists, the one of now, and what Home shows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/meeting.h"
#include "meeting/task.h"
#include "record/record.h"

namespace chibo {

struct Guest {
    GuestId id;
    std::string name, organisation;
    GuestKind kind = GuestKind::Guest;
};

[[nodiscard]] std::optional<Meeting> read_meeting(const Record& record, MeetingId meeting);
enum class Cancelled { No, Yes };
/// Newest first; those that were cancelled while planned only where they are asked for.
[[nodiscard]] std::vector<Meeting> read_meetings(
    const Record& record, Cancelled cancelled = Cancelled::No);
/// The one that the kiosk is about now: the running one, else today's next, else today's last.
[[nodiscard]] std::optional<Meeting> read_current_meeting(const Record& record, UnixMs now);
[[nodiscard]] std::optional<MeetingSummary> read_summary(const Record& record, MeetingId meeting);
/// Newest first, the cancelled ones too.
[[nodiscard]] std::vector<MeetingSummary> read_summaries(const Record& record);
/// The last closed or sealed meeting of the cell before `now`.
[[nodiscard]] std::optional<MeetingSummary> read_last_meeting(const Record& record, UnixMs now);
[[nodiscard]] std::vector<Guest> read_guests(const Record& record, MeetingId meeting);

/// Home: today's meeting, what needs attention, tasks due, coming meetings, the last minutes.
struct Home {
    std::optional<MeetingSummary> today;
    int overdue_tasks = 0;
    std::optional<MeetingSummary> unsigned_minutes; // Closed and not sealed.
    int announced_absences = 0; // For today's meeting.
    std::vector<Task> due; // Overdue first, then by due day; all that are still open.
    std::vector<MeetingSummary> coming; // After today's.
    std::optional<MeetingSummary> last;
};
[[nodiscard]] Home read_home(const Record& record, UnixMs now);

} // namespace chibo
