// Buttons (ui specification, 3): the kinds, their sizes, and what a press looks like.
#pragma once

#include <optional>
#include <string_view>

#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

enum class ButtonKind {
    Primary, // Red, white words: one a view, the next action.
    Done, // Green.
    Secondary,
    Text, // No border: inside card headers and strips.
    Caution, // Red border and words: delete, withdraw; always asks once more.
    OnDark, // On a toast.
    Off, // Not available; the reason is written beside it.
};

/// The kind where it may act, else Off. What is Off never acts: nobody need ask again.
[[nodiscard]] constexpr ButtonKind kind_if(bool ready, ButtonKind kind = ButtonKind::Primary)
{
    return ready ? kind : ButtonKind::Off;
}

enum class IconSide { Before, After, Above };

struct ButtonLook {
    ButtonKind kind = ButtonKind::Secondary;
    Icon icon {};
    float icon_size = 28;
    IconSide side = IconSide::Before;
    TextStyle style = type::button; // button_xl at 72 high, button_xxl at 80.
    float gap = 12;
    Digits digits = Digits::AsDrawn;
    std::optional<Color> ink {}; // Of a text button on a tinted strip.
    std::string_view spoken {}; // What `tap "…"` calls it, where its words stand on others too.
};

inline constexpr float button_height = 64;
inline constexpr float button_xl_height = 72;
inline constexpr float button_xxl_height = 80;

/// A button; acts when the press says so. An empty label needs `spoken`, the word a person would
/// call it by.
Press button(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label,
    const ButtonLook& look = {});
/// A square one with an icon only; `spoken` is what `tap "…"` and a screen reader call it.
Press icon_button(Ui& ui, const WidgetId& id, const Rect& rect, Icon icon, std::string_view spoken,
    const ButtonLook& look = {.icon_size = 32});
/// Its width with 24 px to each side (16 for Text), as in the pictures.
[[nodiscard]] float button_width(Ui& ui, std::string_view label, const ButtonLook& look = {});

/// The look alone; `pressed` from 0 to 1.
void draw_button(
    Ui& ui, const Rect& rect, std::string_view label, const ButtonLook& look, float pressed = 0);

} // namespace chibo
