// Tells a USB scanner from a person: a scanner types a whole code within a moment and ends it with
// Enter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/typed.h"

namespace chibo {

class ScanLine {
public:
    static constexpr std::int64_t pause_ms = 250; // Between two characters of a scanner, at most.
    static constexpr std::size_t least = 4; // Characters of a code.

    /// Takes the frame's characters out of `typed`; the code when Enter ends one.
    [[nodiscard]] std::optional<std::string> take(std::vector<Typed>& typed, std::int64_t now_ms);

private:
    std::string m_code;
    std::int64_t m_last_ms = 0;
};

} // namespace chibo
