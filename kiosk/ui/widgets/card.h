// Cards and strips: what groups a screen. White, one line around, rules between rows instead of
// gaps.
#pragma once

#include <string_view>

#include "ui/draw.h"
#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

/// The card's ground; gives the rectangle back, for `Rect inside = card(ui, rect).inset(20)`.
Rect card(Ui& ui, const Rect& rect, float radius = radius::card);
/// A flat ground one shade darker than the paper: advice, wells.
void well(Ui& ui, const Rect& rect, float radius = radius::card);

struct CardHeader {
    std::string_view title;
    Icon icon {};
    std::string_view count {}; // In a badge behind the title.
    std::string_view button {}; // A text button at the right end, with a chevron.
    float height = 56;
};
/// Draws the header into the card's top; the press is its button's.
Press card_header(Ui& ui, const WidgetId& id, const Rect& card, const CardHeader& header);

/// A tinted band with icon and words: attention, error, done. Returns what is free at its right
/// end, for a button.
struct StripLook {
    Tone tone = Tone::Amber;
    Icon icon {};
    float icon_size = 28;
    std::string_view second {}; // A caption below the words.
    float padding = 20;
    float gap = 16;
    TextStyle style = type::body;
    float radius = radius::button;
};
void strip(
    Ui& ui, const Rect& rect, std::string_view words, const StripLook& look, float right_free = 0);

} // namespace chibo
