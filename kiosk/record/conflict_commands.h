// What a person decides at the conflict desk. Each is an entry that has seen all sides, so that it
// settles the matter on every device.
#pragma once

#include <string>

#include "record/conflicts_queries.h"
#include "record/record.h"

namespace chibo {

/// The record shows side `side` of `conflict.sides`. Of Removed: the side that changed brings the
/// row back, the side that removed leaves it away. Of Number: the later member gets the next free
/// number. Refuses a conflict that is settled or has new sides meanwhile (conflict.changed).
[[nodiscard]] Command choose_side(const Conflict& conflict, std::size_t side);
/// Both texts, the older first, in one; an entry of the minutes becomes two. Of Text alone
/// (conflict.not_text).
[[nodiscard]] Command keep_both(const Conflict& conflict);
/// A common text instead of all sides. Of Text alone (conflict.not_text).
[[nodiscard]] Command write_common(const Conflict& conflict, std::string text);
/// A proposal becomes an amendment of the sealed meeting, with its author and reason.
[[nodiscard]] Command take_proposal(
    const Conflict& proposal, MemberId author, std::string reason, std::string text);
/// A proposal is put away; it stays in the history.
[[nodiscard]] Command decline_proposal(const Conflict& proposal);

} // namespace chibo
