#include "ui/widgets/picker.h"

#include <algorithm>

#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/chip.h"

namespace chibo {
namespace {

float content_width(Ui& ui, std::string_view label, const PickerLook& look)
{
    float width = text_width(ui, label, look.style);
    if (!look.advice.empty())
        width = std::max(width, text_width(ui, look.advice, type::caption));
    if (look.icon)
        width += look.icon_size + look.gap;
    if (!look.count.empty())
        width += look.gap + badge_width(ui, look.count);
    return width;
}

void draw_words(Ui& ui, const Rect& rect, std::string_view label, const PickerLook& look, Color ink)
{
    if (look.advice.empty()) {
        text(ui, rect, label, {.style = look.style, .color = ink});
        return;
    }
    Rect lines = rect.centred({rect.w, 50});
    text(ui, lines.cut_top(26), label, {.style = type::label.with_line(26), .color = ink});
    text(ui, lines, look.advice, {.style = type::caption.with_line(24), .color = ink});
}

} // namespace

float picker_width(Ui& ui, std::string_view label, const PickerLook& look)
{
    return content_width(ui, label, look) + 2 * look.padding + 2 * stroke::card;
}

void draw_picker(
    Ui& ui, const Rect& rect, std::string_view label, const PickerLook& look, bool pressed)
{
    const Theme& theme = ui.theme();
    Color ink = theme.ink;
    Box frame {.fill = pressed ? theme.sunk : theme.card,
        .border = theme.edge,
        .stroke = look.strong ? stroke::button : stroke::card,
        .radius = radius::button};
    if (look.off) {
        frame.fill = theme.sunk;
        frame.border = theme.line;
        ink = theme.ink2;
    } else if (look.chosen) {
        frame.fill = theme.reds.tint;
        frame.border = theme.red;
        frame.stroke = stroke::button;
        ink = theme.reds.ink;
    }
    box(ui, rect, frame);

    const float pad = look.padding + stroke::card;
    const float room
        = std::max(0.0F, rect.w - 2 * std::min(pad, look.align == Align::Centre ? 6.0F : pad));
    Rect rest = rect.centred({room, rect.h});
    if (look.align == Align::Left)
        rest = {rect.x + pad, rect.y, rect.w - pad - (look.advice.empty() ? pad : 8), rect.h};
    // The words need to be read whole; they, and the colour, say what the icon says.
    PickerLook fitting = look;
    if (content_width(ui, label, look) > rest.w)
        fitting.icon = {};
    if (look.align == Align::Centre)
        rest = rest.centred({std::min(content_width(ui, label, fitting), room), rest.h});
    if (pressed)
        rest = rest.moved(0, 2);
    if (fitting.icon)
        icon(ui, rest.cut_left(look.icon_size, look.gap), look.icon, look.icon_size,
            look.faint_icon ? theme.edge : ink);
    if (!look.count.empty()) {
        const Rect at = rest.cut_right(badge_width(ui, look.count), look.gap);
        badge(ui, at, look.count, Align::Centre,
            look.chosen ? BadgeLook {.fill = theme.card, .ink = ink} : BadgeLook {});
    }
    draw_words(ui, rest, label, look, ink);
}

Press picker(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, const PickerLook& look)
{
    const Press pressed = press(ui, id, rect, look.spoken.empty() ? label : look.spoken,
        look.off ? Enabled::No : Enabled::Yes);
    draw_picker(ui, rect, label, look, pressed.down);
    return pressed;
}

void choice_ground(Ui& ui, const Rect& rect, bool chosen, bool down, float border)
{
    const Theme& theme = ui.theme();
    box(ui, rect,
        {.fill = chosen ? theme.reds.tint
                : down  ? theme.sunk
                        : theme.card,
            .border = chosen ? theme.red : theme.edge,
            .stroke = border,
            .radius = radius::button});
}

Press choice(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, bool chosen)
{
    return picker(ui, id, rect, label,
        {.chosen = chosen,
            .icon = chosen ? icons::check_circle : icons::radio_button_unchecked,
            .icon_size = 28,
            .align = Align::Left,
            .gap = 12,
            .padding = 16,
            .faint_icon = !chosen});
}

} // namespace chibo
