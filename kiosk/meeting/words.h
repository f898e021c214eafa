// The words by which the record, JSON and string keys name an enumeration's values: one list a
// type, in the order of the enumerators.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace chibo {

/// Specialised beside each enumeration: `static constexpr std::array all {"…", …};`.
template <typename Enum> struct Words;

template <typename Enum> [[nodiscard]] constexpr std::string_view word(Enum value)
{
    return Words<Enum>::all[static_cast<std::size_t>(value)];
}

template <typename Enum>
[[nodiscard]] constexpr std::optional<Enum> parse_word(std::string_view text)
{
    const auto& all = Words<Enum>::all;
    const auto at = std::find(all.begin(), all.end(), text);
    if (at == all.end())
        return std::nullopt;
    return static_cast<Enum>(at - all.begin());
}

/// A word that a newer device wrote is read as the first value, which is always the harmless one.
template <typename Enum> [[nodiscard]] constexpr Enum word_or_first(std::string_view text)
{
    return parse_word<Enum>(text).value_or(Enum {});
}

} // namespace chibo
