#include "ui/widgets/card.h"

#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"

namespace chibo {

Rect card(Ui& ui, const Rect& rect, float corner)
{
    box(ui, rect,
        {.fill = ui.theme().card,
            .border = ui.theme().line,
            .stroke = ui.theme().card_stroke,
            .radius = corner});
    return rect;
}

void well(Ui& ui, const Rect& rect, float corner)
{
    fill(ui, rect, ui.theme().sunk, corner);
}

Press card_header(Ui& ui, const WidgetId& id, const Rect& card, const CardHeader& header)
{
    Rect row = card.inset({.right = 20, .left = 20});
    row.h = header.height;
    Press pressed;
    if (!header.button.empty()) {
        const ButtonLook look {.kind = ButtonKind::Text,
            .icon = icons::chevron_right,
            .side = IconSide::After,
            .style = type::label};
        const float width = button_width(ui, header.button, look);
        const Rect at {
            card.right() - width - 4, row.y + (row.h - space::touch) / 2, width, space::touch};
        pressed = button(ui, WidgetId(id, "button"), at, header.button, look);
        row.w = at.x - row.x;
    }
    if (header.icon)
        icon(ui, row.cut_left(28, 12), header.icon, 28, ui.theme().ink2);
    if (!header.count.empty()) {
        const float title = text_width(ui, header.title, type::name);
        badge(ui, {row.x + title + 12, row.y, 100, row.h}, header.count, Align::Left);
    }
    text(ui, row, header.title, {.style = type::name, .color = ui.theme().ink});
    return pressed;
}

void strip(
    Ui& ui, const Rect& rect, std::string_view words, const StripLook& look, float right_free)
{
    const Family& tones = ui.theme().family(look.tone);
    box(ui, rect,
        {.fill = tones.tint,
            .border = tones.line,
            .stroke = ui.theme().card_stroke,
            .radius = look.radius});
    Rect rest = rect.inset({.right = 8 + right_free, .left = look.padding + stroke::card});
    if (look.icon)
        icon(ui, rest.cut_left(look.icon_size, look.gap), look.icon, look.icon_size, tones.ink);
    if (look.second.empty()) {
        text(ui, rest, words, {.style = look.style, .color = tones.ink, .lines = Lines::Wrap});
        return;
    }
    Rect lines = rest.centred({rest.w, 52});
    text(ui, lines.cut_top(26), words, {.style = type::label.with_line(26), .color = tones.ink});
    text(ui, lines, look.second, {.style = type::caption, .color = tones.ink});
}

} // namespace chibo
