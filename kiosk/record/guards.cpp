#include "record/guards.h"

#include "record/meeting_queries.h"

namespace chibo {

Result<Meeting> changeable_meeting(Changes& changes, MeetingId meeting)
{
    auto found = read_meeting(changes.record(), meeting);
    if (!found)
        return refuse("meeting.unknown");
    if (!may_change(*found))
        return refuse("meeting.sealed");
    return *found;
}

Result<Meeting> running_meeting(Changes& changes, MeetingId meeting)
{
    auto found = changeable_meeting(changes, meeting);
    if (found && !running(*found))
        return refuse("meeting.not_running");
    return found;
}

Result<Meeting> led_meeting(Changes& changes, MeetingId meeting)
{
    auto found = changeable_meeting(changes, meeting);
    const std::string& role = changes.actor().role;
    const bool clerk_may = found && role == "clerk" && found->clerk_runs_agenda;
    if (found && (role == "room" || (role == "clerk" && !clerk_may)))
        return refuse("agenda.chair_only");
    return found;
}

} // namespace chibo
