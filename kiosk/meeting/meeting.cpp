#include "meeting/meeting.h"

namespace chibo {
namespace {

// The order in which a day's meetings are asked for: the running one, then the next, then the last.
bool before(const Meeting& a, const Meeting& b)
{
    const auto weight = [](const Meeting& meeting) {
        if (running(meeting))
            return 0;
        if (meeting.state == MeetingState::Closing)
            return 1;
        return meeting.state == MeetingState::Planned ? 2 : 3;
    };
    if (weight(a) != weight(b))
        return weight(a) < weight(b);
    return weight(a) == 3 ? a.planned_start_ms > b.planned_start_ms
                          : a.planned_start_ms < b.planned_start_ms;
}

} // namespace

bool check_in_open(const Meeting& meeting)
{
    return meeting.state == MeetingState::Open
        || (meeting.state == MeetingState::Planned && meeting.check_in_at_ms);
}

bool running(const Meeting& meeting)
{
    return meeting.state == MeetingState::Open;
}

bool may_change(const Meeting& meeting)
{
    return meeting.state != MeetingState::Sealed;
}

UnixMs planned_end_ms(const Meeting& meeting)
{
    return meeting.opened_at_ms.value_or(meeting.planned_start_ms)
        + meeting.limit_minutes * 60'000LL;
}

const Meeting* current_meeting(const std::vector<Meeting>& meetings, Date today)
{
    const Meeting* current = nullptr;
    for (const auto& meeting : meetings) {
        // A meeting that runs past midnight, or was never closed, is still the meeting of now.
        if (date_of(meeting.planned_start_ms) != today && !running(meeting))
            continue;
        if (!current || before(meeting, *current))
            current = &meeting;
    }
    return current;
}

} // namespace chibo
