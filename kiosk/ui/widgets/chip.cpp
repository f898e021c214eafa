#include "ui/widgets/chip.h"

#include <algorithm>

#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {
namespace {

constexpr float icon_size = 22;
constexpr float gap = 8;
constexpr float pad_left_icon = 10;
constexpr float pad = 12;
constexpr float badge_height = 28;

} // namespace

float chip_width(Ui& ui, std::string_view label, const ChipLook& look)
{
    float width = text_width(ui, label, type::chip) + pad;
    width += look.icon ? pad_left_icon + icon_size + gap : look.bare_pad;
    if (!look.figures.empty())
        width += (label.empty() ? 0 : gap)
            + text_width(ui, look.figures, type::chip, Digits::Tabular);
    return width;
}

Rect chip(Ui& ui, Point corner, std::string_view label, const ChipLook& look)
{
    const Family& tones = ui.theme().family(look.tone);
    const Rect whole {corner.x, corner.y, chip_width(ui, label, look), look.height};
    box(ui, whole,
        {.fill = look.fill.value_or(tones.tint),
            .border = ui.theme().high_contrast ? tones.ink : Color {},
            .stroke = ui.theme().high_contrast ? 2.0F : 0.0F,
            .radius = look.height / 2});
    Rect rest = whole;
    rest.cut_left(look.icon ? pad_left_icon : look.bare_pad);
    if (look.icon)
        icon(ui, rest.cut_left(icon_size, gap), look.icon, icon_size, tones.ink);
    const float words = text_width(ui, label, type::chip);
    if (!label.empty())
        text(ui, rest.cut_left(words, gap), label, {.style = type::chip, .color = tones.ink});
    if (!look.figures.empty())
        text(ui, rest, look.figures,
            {.style = type::chip, .color = tones.ink, .digits = Digits::Tabular});
    return whole;
}

float badge_width(Ui& ui, std::string_view number)
{
    return std::max(badge_height, text_width(ui, number, type::chip) + 16);
}

Rect badge(Ui& ui, const Rect& around, std::string_view number, Align align, const BadgeLook& look)
{
    Rect whole = around.centred({badge_width(ui, number), badge_height});
    if (align == Align::Left)
        whole.x = around.x;
    if (align == Align::Right)
        whole.x = around.right() - whole.w;
    fill(ui, whole, look.fill.value_or(ui.theme().sunk), badge_height / 2);
    text(ui, whole, number,
        {.style = type::chip.with_line(28),
            .color = look.ink.value_or(ui.theme().ink2),
            .align = Align::Centre});
    return whole;
}

} // namespace chibo
