// Pickers: one of a few, all in sight. Chosen is a red tint with a red edge, never a red fill.
#pragma once

#include <string_view>

#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

struct PickerLook {
    bool chosen = false;
    bool off = false; // Not available now; `advice` says when it is.
    Icon icon {};
    float icon_size = 24;
    Align align = Align::Centre;
    float gap = 8;
    float padding = 16; // With the border, from the edge.
    std::string_view count {}; // In a badge behind the words.
    std::string_view advice {}; // A second line.
    bool faint_icon = false; // In the edge's colour: an empty circle.
    bool strong
        = false; // A 2 px border though not chosen: where pickers stand in a row of settings.
    TextStyle style = type::label;
    std::string_view spoken {}; // What `tap "…"` calls it, where its words stand on others too.
};

Press picker(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, const PickerLook& look);
[[nodiscard]] float picker_width(Ui& ui, std::string_view label, const PickerLook& look);
void draw_picker(
    Ui& ui, const Rect& rect, std::string_view label, const PickerLook& look, bool pressed = false);

/// The ground of what can be chosen among others: pale red with a red border where it is.
void choice_ground(Ui& ui, const Rect& rect, bool chosen, bool down, float border = stroke::button);

/// One of a list with an empty or a checked circle before the words.
Press choice(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, bool chosen);

} // namespace chibo
