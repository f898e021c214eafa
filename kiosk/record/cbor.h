// Deterministic CBOR (RFC 8949, 4.2): what a journal entry is stored, hashed and signed as. Only
// null, integers, text, bytes, arrays and maps with text keys; one value has one encoding, and the
// reader takes no other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace chibo {

using Bytes = std::vector<std::uint8_t>;

namespace cbor {

/// The order of keys in bytes: a shorter key comes first.
struct KeyOrder {
    bool operator()(const std::string& left, const std::string& right) const
    {
        return left.size() != right.size() ? left.size() < right.size() : left < right;
    }
};

struct Value;
using Array = std::vector<Value>;
using Map = std::map<std::string, Value, KeyOrder>;

struct Value : std::variant<std::nullptr_t, std::int64_t, std::string, Bytes, Array, Map> {
    using variant::variant;
    bool operator==(const Value& other) const;

    template <typename T> [[nodiscard]] const T* get() const { return std::get_if<T>(this); }
};

[[nodiscard]] Bytes encode(const Value& value);
/// Nothing where the bytes are cut off, hold anything else, or are not the one encoding of their
/// value.
[[nodiscard]] std::optional<Value> decode(std::span<const std::uint8_t> bytes);

} // namespace cbor
} // namespace chibo
