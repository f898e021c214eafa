#include "ui/widgets/button.h"

#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {
namespace {

struct ButtonColors {
    Color fill {};
    Color border {};
    Color ink {};
    Color pressed {};
};

ButtonColors colors_of(const Theme& theme, ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return {theme.red, theme.red, theme.on_red, theme.red_press};
    case ButtonKind::Done:
        return {theme.greens.solid, theme.greens.solid, theme.on_red, theme.greens.ink};
    case ButtonKind::Text:
        return {{}, {}, theme.reds.ink, theme.sunk};
    case ButtonKind::Caution:
        return {theme.card, theme.red, theme.reds.ink, theme.reds.tint};
    case ButtonKind::OnDark:
        return {{}, theme.toast_edge, theme.card, theme.toast_edge};
    case ButtonKind::Off:
        return {theme.sunk, theme.line, theme.ink2, theme.sunk};
    case ButtonKind::Secondary:
        break;
    }
    return {theme.card, theme.edge, theme.ink, theme.sunk};
}

float icon_width(const ButtonLook& look)
{
    return look.icon ? look.icon_size : 0;
}

float content_width(Ui& ui, std::string_view label, const ButtonLook& look)
{
    const float words = text_width(ui, label, look.style, look.digits);
    const float gap = look.icon && !label.empty() ? look.gap : 0;
    return words + gap + icon_width(look);
}

void draw_stacked(
    Ui& ui, const Rect& rect, std::string_view label, const ButtonLook& look, Color ink)
{
    const float height = look.icon_size + look.gap + look.style.line;
    Rect rest = rect.centred({rect.w, height});
    icon(ui, rest.cut_top(look.icon_size, look.gap), look.icon, look.icon_size, ink);
    text(ui, rest, label,
        {.style = look.style, .color = ink, .align = Align::Centre, .digits = look.digits});
}

void draw_in_a_row(
    Ui& ui, const Rect& rect, std::string_view label, const ButtonLook& look, Color ink)
{
    const float room = rect.w - 2 * stroke::button;
    Rect rest = rect.centred({std::min(content_width(ui, label, look), room), rect.h});
    if (look.icon) {
        const float gap = label.empty() ? 0 : look.gap;
        const Rect at = look.side == IconSide::Before ? rest.cut_left(look.icon_size, gap)
                                                      : rest.cut_right(look.icon_size, gap);
        icon(ui, at, look.icon, look.icon_size, ink);
    }
    if (!label.empty())
        text(ui, rest, label, {.style = look.style, .color = ink, .digits = look.digits});
}

} // namespace

void draw_button(
    Ui& ui, const Rect& rect, std::string_view label, const ButtonLook& look, float pressed)
{
    constexpr float sinks = 2; // While the finger is down.
    ButtonColors colors = colors_of(ui.theme(), look.kind);
    colors.ink = look.ink.value_or(colors.ink);
    const bool moves_whole = look.kind == ButtonKind::Primary || look.kind == ButtonKind::Done;
    const Rect frame = moves_whole ? rect.moved(0, sinks * pressed) : rect;
    const Color fill_color = colors.fill == Color {} ? colors.pressed.with_alpha(pressed)
                                                     : mix(colors.fill, colors.pressed, pressed);
    const Color border = moves_whole ? fill_color : colors.border;
    box(ui, frame,
        {.fill = fill_color, .border = border, .stroke = stroke::button, .radius = radius::button});
    const Rect content = rect.moved(0, sinks * pressed);
    if (look.side == IconSide::Above && look.icon)
        draw_stacked(ui, content, label, look, colors.ink);
    else
        draw_in_a_row(ui, content, label, look, colors.ink);
}

Press button(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, const ButtonLook& look)
{
    const auto enabled = look.kind == ButtonKind::Off ? Enabled::No : Enabled::Yes;
    const Press pressed = press(ui, id, rect, look.spoken.empty() ? label : look.spoken, enabled);
    const float share = ui.motion().to(
        WidgetId(id, "pressed"), pressed.down ? 1.0F : 0.0F, pressed.down ? 0 : duration::release);
    draw_button(ui, rect, label, look, share);
    return pressed;
}

Press icon_button(Ui& ui, const WidgetId& id, const Rect& rect, Icon which, std::string_view spoken,
    const ButtonLook& look)
{
    const auto enabled = look.kind == ButtonKind::Off ? Enabled::No : Enabled::Yes;
    const Press pressed = press(ui, id, rect, spoken, enabled);
    ButtonLook bare = look;
    bare.icon = which;
    draw_button(ui, rect, {}, bare, pressed.down ? 1.0F : 0.0F);
    return pressed;
}

float button_width(Ui& ui, std::string_view label, const ButtonLook& look)
{
    const float padding = (look.kind == ButtonKind::Text ? 16.0F : 24.0F) + stroke::button;
    return content_width(ui, label, look) + 2 * padding;
}

} // namespace chibo
