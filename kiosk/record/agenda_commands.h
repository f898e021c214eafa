// The chair runs the agenda; the clerk may where the chair has allowed it (else agenda.chair_only).
#pragma once

#include <optional>

#include "meeting/templates.h"
#include "record/record.h"

namespace chibo {

/// Starts (or goes back to) an item; the one that ran is done.
[[nodiscard]] Command start_item(MeetingId meeting, ItemId item);
/// Ends the current item and starts the next planned one, where there is one.
[[nodiscard]] Command start_next_item(MeetingId meeting);
[[nodiscard]] Command pause_item(MeetingId meeting);
[[nodiscard]] Command resume_item(MeetingId meeting);
[[nodiscard]] Command prolong_item(MeetingId meeting, ItemId item, int seconds);
/// The current item: the next one starts. A planned one: it is left out.
[[nodiscard]] Command skip_item(MeetingId meeting, ItemId item);
[[nodiscard]] Command restore_item(
    MeetingId meeting, ItemId item); // A skipped one is planned again.
/// Puts an item behind another (none: first in the part). Refused for finished ones
/// (agenda.finished).
[[nodiscard]] Command move_item(
    MeetingId meeting, ItemId item, Part part, std::optional<ItemId> after);
/// At the end of its part, or behind `after`.
[[nodiscard]] Command add_item(
    MeetingId meeting, PlannedItem item, std::optional<ItemId> after = {});
[[nodiscard]] Command edit_item(MeetingId meeting, PlannedItem item); // Its id says which.
/// Refused where something is recorded under it (agenda.has_entries) or it has run
/// (agenda.finished).
[[nodiscard]] Command remove_item(MeetingId meeting, ItemId item);

/// Asks for the floor under the current item. Harmless for who waits already or speaks. Refused for
/// who is not in the room (speakers.not_present) and while no item runs (speakers.no_item).
[[nodiscard]] Command request_floor(
    MeetingId meeting, PersonId person, std::optional<int> limit_s = {});
/// Gives the floor; whoever has it, has spoken.
[[nodiscard]] Command start_speaker(MeetingId meeting, SpeakerId speaker);
[[nodiscard]] Command end_speaker(MeetingId meeting);
[[nodiscard]] Command move_speaker(
    MeetingId meeting, SpeakerId speaker, std::optional<SpeakerId> after);
[[nodiscard]] Command remove_speaker(MeetingId meeting, SpeakerId speaker);

} // namespace chibo
