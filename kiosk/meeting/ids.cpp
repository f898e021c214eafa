#include "meeting/ids.h"

namespace chibo {
namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

// Where the hyphens of the text form stand, counted in bytes written before them.
constexpr bool hyphen_before(std::size_t byte)
{
    return byte == 4 || byte == 6 || byte == 8 || byte == 10;
}

// 0-15, or nothing: text() writes lower case, so capitals are not read either.
std::optional<unsigned> nibble(char c)
{
    const auto at = hex_digits.find(c);
    return at == std::string_view::npos ? std::nullopt
                                        : std::optional<unsigned>(static_cast<unsigned>(at));
}

} // namespace

std::string Uuid::text() const
{
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (hyphen_before(i))
            out += '-';
        out += hex_digits[bytes[i] >> 4];
        out += hex_digits[bytes[i] & 15];
    }
    return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < out.bytes.size(); ++i) {
        if (hyphen_before(i) && text[at++] != '-')
            return std::nullopt;
        const auto high = nibble(text[at]);
        const auto low = nibble(text[at + 1]);
        if (!high || !low)
            return std::nullopt;
        out.bytes[i] = static_cast<std::uint8_t>(*high << 4 | *low);
        at += 2;
    }
    return out;
}

Uuid Uuid::v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& chance)
{
    Uuid out;
    for (std::size_t i = 0; i < 6; ++i)
        out.bytes[i] = static_cast<std::uint8_t>(unix_ms >> (8 * (5 - i)));
    for (std::size_t i = 0; i < chance.size(); ++i)
        out.bytes[6 + i] = chance[i];
    out.bytes[6] = static_cast<std::uint8_t>((out.bytes[6] & 0x0f) | 0x70); // version 7
    out.bytes[8] = static_cast<std::uint8_t>((out.bytes[8] & 0x3f) | 0x80); // RFC 9562's variant
    return out;
}

} // namespace chibo
