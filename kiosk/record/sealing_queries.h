// Reading back, signatures, the seal, and what was noted beside it later.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/sealing.h"
#include "record/record.h"

namespace chibo {

struct Seal {
    std::string content; // The canonical text.
    std::string hash; // 32 bytes, BLAKE2b-256 of it.
    UnixMs sealed_at_ms = 0;
};

[[nodiscard]] std::vector<Reading> read_readings(
    const Record& record, MeetingId meeting); // The last of each item.
[[nodiscard]] std::vector<Signature> read_signatures(
    const Record& record, MeetingId meeting); // Oldest first.
[[nodiscard]] SealState read_seal_state(const Record& record, MeetingId meeting);
[[nodiscard]] std::optional<Seal> read_seal(const Record& record, MeetingId meeting);
[[nodiscard]] std::vector<Amendment> read_amendments(
    const Record& record, MeetingId meeting); // Oldest first.
/// What a signature binds now: BLAKE2b-256 of the canonical text, 32 bytes.
[[nodiscard]] std::string content_hash(const Record& record, MeetingId meeting);
/// BLAKE2b-256 of a text, 32 bytes.
[[nodiscard]] std::string blake2b(std::string_view text);
/// The hash as the paper prints it: lower-case hexadecimal.
[[nodiscard]] std::string hex(std::string_view bytes);

} // namespace chibo
