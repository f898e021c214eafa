// A meeting from the plan to the close, and its guests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/meeting.h"
#include "meeting/templates.h"
#include "record/meeting_queries.h"
#include "record/record.h"

namespace chibo {

/// A meeting as the plan screen makes it.
struct MeetingPlan {
    MeetingId id; // Nil, or not there yet: a new meeting.
    MeetingKind kind = MeetingKind::Regular;
    std::string title;
    UnixMs planned_start_ms = 0;
    std::string place;
    std::optional<MemberId> chair, clerk;
    std::string template_id;
    int limit_minutes = 90;
    std::vector<PlannedItem> items;
};

/// New, or a planned one replaced: items keep their ids, those that are gone are removed. The rule
/// set is the one that holds on its day. Refused without title or items (plan.no_title,
/// plan.no_items), where chair and clerk are the same (plan.same_officers), and once it runs
/// (plan.running).
[[nodiscard]] Command plan_meeting(MeetingPlan plan);
/// Only while planned (plan.running); refused without a reason (plan.no_reason).
[[nodiscard]] Command cancel_meeting(MeetingId meeting, std::string reason);
[[nodiscard]] Command set_chair(MeetingId meeting, MemberId member);
[[nodiscard]] Command set_clerk(MeetingId meeting, MemberId member);
[[nodiscard]] Command open_check_in(MeetingId meeting);
/// Stores the figures that were read aloud and starts item 1.
[[nodiscard]] Command start_meeting(MeetingId meeting);
/// Ends the running item and the speaker; what was planned and never begun counts as skipped.
[[nodiscard]] Command close_meeting(MeetingId meeting);
[[nodiscard]] Command reopen_meeting(MeetingId meeting); // From closing, while not sealed.
enum class ClerkMay { NotRunAgenda, RunAgenda };
[[nodiscard]] Command let_clerk(MeetingId meeting, ClerkMay what);
/// The wall clock beside the machine's own, after each start of the machine.
[[nodiscard]] Command anchor_time(MeetingId meeting, std::int64_t elapsed_ms, std::string boot);

/// A nil id makes a new guest.
[[nodiscard]] Command set_guest(MeetingId meeting, Guest guest);
/// Entered by mistake: with the check-in. Refused once the minutes name them
/// (check_in.guest_spoke).
[[nodiscard]] Command remove_guest(MeetingId meeting, GuestId guest);

} // namespace chibo
