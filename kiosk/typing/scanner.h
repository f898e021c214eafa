// A USB scanner types like a keyboard, only faster: what it typed, and which card that was.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "meeting/result.h"

namespace chibo {

enum class ScannedKind {
    Card, // A member card of the cell, CB-0417, or the digits of a Party card, 12345678.
    Citizen, // The chip ID card. Only its twelve digits are kept, and these only until they are
             // hashed.
};

struct ScannedCode {
    ScannedKind kind = ScannedKind::Card;
    std::string number;
};

/// Reads what a scanner typed. Marks of names arrive mangled under some keyboard layouts, so
/// nothing but the number is looked at. Refused: scan.mangled (a card's code, but not whole),
/// scan.not_a_card.
[[nodiscard]] Result<ScannedCode> parse_scan(std::string_view typed);

/// Tells a scan from a person's typing: six characters or more, none later than 40 ms after the one
/// before it, ended by Enter. It is told every key; the text field has them too and gets them taken
/// back.
class ScanDetector {
public:
    /// The whole scan, once Enter ends one.
    [[nodiscard]] std::optional<std::string> take(char32_t character, std::int64_t at_ms);
    /// True while the keys come too fast for a person.
    [[nodiscard]] bool reading() const { return m_typed.size() >= 4; }
    void reset() { m_typed.clear(); }

private:
    std::u32string m_typed; // Since the last pause.
    std::int64_t m_last_ms = 0;
};

} // namespace chibo
