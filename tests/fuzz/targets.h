// What reads bytes of others: each reader takes any bytes, and some that it knows to begin with.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/cbor.h"

namespace chibo::fuzz {

struct Target {
    const char* name;
    /// Returns, whatever the bytes are; what it takes must hold together (CHECK).
    void (*read)(std::span<const std::uint8_t> bytes);
    std::vector<Bytes> (*seeds)();
};

[[nodiscard]] std::span<const Target> targets();

} // namespace chibo::fuzz
