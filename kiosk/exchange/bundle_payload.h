// What stands inside a bundle's seal, and in an invitation behind the cell's key. Private to
// exchange/.
#pragma once

#include <optional>

#include "exchange/bundle.h"

namespace chibo {

/// 4 bytes length, a CBOR map of what is told; then for each entry 4 bytes length, its bytes, and
/// 64 bytes of signature.
[[nodiscard]] Bytes encode_bundle(const Bundle& bundle);
/// Nothing where the bytes are cut off, go on behind the end, or are none.
[[nodiscard]] std::optional<Bundle> decode_bundle(std::span<const std::uint8_t> payload);

void append_length(Bytes& bytes, std::size_t length);
/// Cuts `length` bytes off the front after reading their length; nothing where there are fewer.
[[nodiscard]] std::optional<std::span<const std::uint8_t>> cut_piece(
    std::span<const std::uint8_t>& bytes);

} // namespace chibo
