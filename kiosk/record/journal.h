// A journal entry: what one command changed, by column name, chained and signed (design.md, "One
// idea").
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "meeting/clock.h"
#include "meeting/ids.h"
#include "record/cbor.h"
#include "record/record.h"

namespace chibo {

using Hash = std::array<std::uint8_t, 32>; // BLAKE2b-256
using EntrySignature = std::array<std::uint8_t, 64>; // Ed25519

/// What was done to one row. Values are null, integers, text or bytes.
struct Op {
    enum class Kind : std::uint8_t { Insert, Update, Remove };
    struct Change {
        cbor::Value old_value = nullptr; // Of Update and Remove.
        cbor::Value new_value = nullptr; // Of Insert and Update.
    };

    Kind kind = Kind::Insert;
    std::string table;
    cbor::Value key; // 16 bytes, or the text of a text key.
    std::map<std::string, Change, cbor::KeyOrder> columns {}; // Without the key.
};

struct JournalEntry {
    std::int64_t schema = 0;
    DeviceId device {};
    std::int64_t seq = 0; // From 1, without a gap.
    std::int64_t hlc = 0; // Milliseconds << 16 | counter: above all that this device had seen.
    UnixMs wall_ms
        = 0; // What the clock said; the hlc runs ahead of it after the clock was set back.
    std::map<DeviceId, std::int64_t> seen {}; // The last entry of each other device that was here.
    Actor actor {};
    std::string command {};
    std::optional<JournalPlace> undoes {};
    std::vector<Op> ops {};
    Hash previous {}; // Zeros before the first.
};

/// Where the entry stands among all devices' entries: the later one wins a column.
struct EntryOrder {
    std::int64_t hlc = 0;
    DeviceId device {};
    auto operator<=>(const EntryOrder&) const = default;
};

/// Whether the device that wrote `entry` had seen that one; an entry does not know itself.
[[nodiscard]] bool knows(const JournalEntry& entry, const JournalPlace& other);
[[nodiscard]] inline EntryOrder order_of(const JournalEntry& entry)
{
    return {entry.hlc, entry.device};
}

[[nodiscard]] Bytes encode(const JournalEntry& entry);
/// Nothing where the bytes are no entry. Unknown fields and tables are let through: the bytes are
/// what is kept.
[[nodiscard]] std::optional<JournalEntry> decode_entry(std::span<const std::uint8_t> body);

[[nodiscard]] Hash hash_of(std::span<const std::uint8_t> bytes);
/// Beyond this no entry counts: the year 2200, and a billion entries after it.
constexpr std::int64_t last_wall_ms = 7'258'118'400'000;
constexpr std::int64_t last_hlc = (last_wall_ms << 16) + 1'000'000'000;
/// The next hybrid logical clock: after `last`, and not before the wall clock. A wall clock beyond
/// 2200 counts as 2200, so that a machine gone mad leaves room for the others.
[[nodiscard]] std::int64_t next_hlc(std::int64_t last, UnixMs wall_ms);
/// The bytes that journal_key and cell_clock keep for a key.
[[nodiscard]] Bytes key_bytes(const cbor::Value& key);

} // namespace chibo
