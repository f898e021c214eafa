// A plan that is not saved yet, as lines of text: it survives a power cut, a rest and another
// screen.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/meeting_commands.h"

namespace chibo {

[[nodiscard]] std::string plan_lines(const MeetingPlan& plan);
/// Reads what plan_lines() writes; none where a line is not understood. The meeting's id is not in
/// it.
[[nodiscard]] std::optional<MeetingPlan> read_plan_lines(std::string_view lines);

} // namespace chibo
