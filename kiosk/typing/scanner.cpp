#include "typing/scanner.h"

#include <algorithm>
#include <utility>

#include "meeting/letters.h"

namespace chibo {

namespace {

constexpr std::int64_t longest_gap_ms
    = 40; // A person's fastest keys are 60 ms apart, a scanner's 1 to 20.
constexpr std::size_t shortest_scan = 6;
constexpr std::size_t citizen_digits = 12;
constexpr std::size_t least_card_digits = 4;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The number of a Party card, "12.345678" or its digits alone (domain.md 7.3: validated loosely).
std::optional<std::string> card_digits(std::string_view text)
{
    std::string digits(text);
    std::erase(digits, '.');
    const bool whole = all_digits(digits) && digits.size() >= least_card_digits
        && digits.size() < citizen_digits;
    return whole ? std::optional(digits) : std::nullopt;
}

Result<ScannedCode> citizen(std::string_view number)
{
    if (number.size() != citizen_digits || !all_digits(number))
        return refuse("scan.mangled");
    return ScannedCode {ScannedKind::Citizen, std::string(number)};
}

} // namespace

Result<ScannedCode> parse_scan(std::string_view typed)
{
    const std::string_view text = trimmed(typed);
    const auto bar = text.find('|');
    if (bar != std::string_view::npos)
        return citizen(text.substr(0, bar));
    if (text.size() == citizen_digits && all_digits(text))
        return citizen(text);
    if (const auto digits = card_digits(text))
        return ScannedCode {ScannedKind::Card, *digits};
    std::string code(text);
    std::transform(code.begin(), code.end(), code.begin(), upper);
    if (code.starts_with("CB")) {
        const std::string_view digits
            = std::string_view(code).substr(code.starts_with("CB-") ? 3 : 2);
        if (!all_digits(digits) || digits.size() > 8)
            return refuse("scan.mangled");
        return ScannedCode {ScannedKind::Card, "CB-" + std::string(digits)};
    }
    // The digits of a card that came through a Vietnamese layout are letters and marks.
    const bool mangled = std::any_of(
        code.begin(), code.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    return refuse(mangled || all_digits(text) ? "scan.mangled" : "scan.not_a_card");
}

std::optional<std::string> ScanDetector::take(char32_t character, std::int64_t at_ms)
{
    if (at_ms - m_last_ms > longest_gap_ms)
        m_typed.clear();
    m_last_ms = at_ms;
    if (character != U'\n' && character != U'\r') {
        m_typed.push_back(character);
        return std::nullopt;
    }
    const std::u32string typed = std::exchange(m_typed, {});
    if (typed.size() < shortest_scan)
        return std::nullopt;
    return to_utf8(typed);
}

} // namespace chibo
