// What the verbs print with --json. The keys are the record's own words (design.md, "Verbs of the
// command line").
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "meeting/minutes.h"
#include "record/meeting_queries.h"
#include "record/sealing_queries.h"

namespace chibo {

using Json = nlohmann::ordered_json;

/// 2026-08-05T08:00:00+07:00
[[nodiscard]] std::string iso_time(UnixMs at);
[[nodiscard]] Json member_json(const Member& member, const std::string& cell);
[[nodiscard]] Json meeting_json(const Meeting& meeting, const std::string& cell);
/// The meeting with attendance, agenda, entries, votes and tasks.
[[nodiscard]] Json minutes_json(const MinutesContent& content);
[[nodiscard]] Json seal_json(const Seal& seal, const std::vector<Amendment>& amendments);

} // namespace chibo
