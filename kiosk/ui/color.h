// A colour as Dear ImGui packs it (ABGR in memory order R, G, B, A).
#pragma once

#include <cstdint>

namespace chibo {

/// The whole number nearest to it, where `std::lround` cannot go: in a constant.
constexpr std::uint32_t nearest(float positive)
{
    const auto below = static_cast<std::uint32_t>(positive);
    return positive - static_cast<float>(below) < 0.5F ? below : below + 1;
}

struct Color {
    std::uint32_t packed = 0; // What ImDrawList takes.

    bool operator==(const Color&) const = default;
    [[nodiscard]] constexpr Color with_alpha(float alpha) const
    {
        const std::uint32_t a = nearest(static_cast<float>(packed >> 24U) * alpha);
        return {(packed & 0x00FFFFFFU) | (a << 24U)};
    }
};

/// `rgb(0xA3211D)`, as the web writes it.
constexpr Color rgb(std::uint32_t hex)
{
    return {0xFF000000U | ((hex & 0xFFU) << 16U) | (hex & 0xFF00U) | ((hex >> 16U) & 0xFFU)};
}

/// Between two colours, for a band that changes state: 0 gives `from`, 1 gives `to`.
constexpr Color mix(Color from, Color to, float share)
{
    std::uint32_t mixed = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        const auto a = static_cast<float>((from.packed >> shift) & 0xFFU);
        const auto b = static_cast<float>((to.packed >> shift) & 0xFFU);
        mixed |= nearest(a + (b - a) * share) << shift;
    }
    return {mixed};
}

} // namespace chibo
