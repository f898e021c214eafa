// PINs: from resting to a role, and under a signature. They wrap nothing (design.md, "Codes,
// keys").
#pragma once

#include <string>

#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/record.h"

namespace chibo {

/// What the column officer.pin_hash keeps. Refuses what is no six digits or more (pins.too_short)
/// and what is tried first: one digit again and again, 123456 and its like (pins.too_plain). Takes
/// 60 ms.
[[nodiscard]] Result<std::string> hash_pin(const std::string& pin);

/// Refused: pins.wrong, pins.wait (`seconds`), pins.none where the officer
/// has no PIN. Wrong tries are kept in the record, so a restart does not take them away. Takes 60
/// ms.
[[nodiscard]] Result<void> check_pin(Record& record, OfficerId officer, const std::string& pin);
/// One digit again and again, or digits that follow one another.
[[nodiscard]] bool is_plain_pin(const std::string& pin);
/// How long no try is taken; 0: now.
[[nodiscard]] std::int64_t pin_wait_ms(const Record& record, OfficerId officer);

} // namespace chibo
