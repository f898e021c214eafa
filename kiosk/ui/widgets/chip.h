// Chips and badges: state in a word, never touched (what can be touched is a picker).
#pragma once

#include <optional>
#include <string_view>

#include "ui/text.h"

namespace chibo {

class Ui;

struct ChipLook {
    Tone tone = Tone::Neutral;
    Icon icon {};
    float height = 36;
    float bare_pad = 12; // Left of the words where there is no icon.
    std::string_view figures {}; // Behind the words, drawn so that they do not dance.
    std::optional<Color> fill {}; // White on a tinted row.
};

/// Draws at the corner and gives what it took.
Rect chip(Ui& ui, Point corner, std::string_view label, const ChipLook& look = {});
[[nodiscard]] float chip_width(Ui& ui, std::string_view label, const ChipLook& look = {});

/// A number in a round field, as wide as it needs from 28 on; `right` is its right end.
struct BadgeLook {
    std::optional<Color> fill {};
    std::optional<Color> ink {};
};
Rect badge(
    Ui& ui, const Rect& around, std::string_view number, Align align, const BadgeLook& look = {});
[[nodiscard]] float badge_width(Ui& ui, std::string_view number);

} // namespace chibo
