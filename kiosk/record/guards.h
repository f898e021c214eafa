// What every change of a meeting asks first. Private to record/*_commands.cpp.
#pragma once

#include "meeting/meeting.h"
#include "record/record.h"

namespace chibo {

/// The meeting, unless it is unknown (meeting.unknown) or sealed (meeting.sealed: only amendments
/// then).
[[nodiscard]] Result<Meeting> changeable_meeting(Changes& changes, MeetingId meeting);
/// The same while it runs (meeting.not_running).
[[nodiscard]] Result<Meeting> running_meeting(Changes& changes, MeetingId meeting);
/// The same for who may run the agenda: the chair, and the clerk where allowed (agenda.chair_only).
[[nodiscard]] Result<Meeting> led_meeting(Changes& changes, MeetingId meeting);

} // namespace chibo
