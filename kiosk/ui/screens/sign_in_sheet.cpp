#include "ui/screens/sign_in_sheet.h"

#include "ui/screens/attendance_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float pad_height = 264;
constexpr float least_pad_width = 560;
constexpr float side_width = 176; // Of the two buttons beside the pad.
constexpr float around_pad = 352; // What the sheet's other parts take of its height.

float sheet_height(bool has_pad, bool stacked)
{
    if (!has_pad)
        return around_pad;
    return around_pad + pad_height + (stacked ? button_height + 8 : 0);
}

} // namespace

void SignInSheet::draw(Ui& ui)
{
    const bool stacked = has_pad() && ui.bounds().w - 16 - 80 - 16 - side_width < least_pad_width
        && ui.bounds().h > 900;
    SheetScope sheet(ui, "sign_in", {sheet_most.w, sheet_height(has_pad(), stacked)},
        m_pad.empty() ? DimCloses::Yes : DimCloses::No);
    Rect rest = sheet.rect().inset(sheet.rect().w < sheet_most.w ? 24 : 40, 32);
    sheet.close_button(rest, ui.tr("common.close"));
    draw_buttons(ui, rest.cut_bottom(button_xxl_height, 28));
    draw_head(ui, rest.cut_top(120, 24).inset({.right = 64 + 16}));
    Rect words = rest.cut_top(28, 8);
    if (has_pad()) {
        const std::string please = ui.tr("sign_sheet.please_sign");
        text(ui, words, please, {.style = type::label, .color = ui.theme().ink});
        words.cut_left(text_width(ui, please, type::label) + 12);
        text(
            ui, words, ui.tr("sign_sheet.how"), {.style = type::caption, .color = ui.theme().ink2});
        draw_pad(ui, rest);
    } else {
        text(ui, words, ui.tr("sign_sheet.no_signature_needed"), {.color = ui.theme().ink2});
    }
    m_closed = m_closed || sheet.closed();
}

void SignInSheet::draw_head(Ui& ui, Rect head)
{
    avatar(ui, head.cut_left(120, 24), m_person);
    text(ui, head.cut_top(28), ui.tr("sign_sheet.welcome"), {.color = ui.theme().ink2});
    const TextStyle style = text_width(ui, m_row.name, type::title_l) > head.w
        ? type::heading.with_line(52)
        : type::title_l;
    text(ui, head.cut_top(52, 4), m_row.name, {.style = style, .color = ui.theme().ink});
    const Rect role = chip(ui, {head.x, head.y}, role_words(ui, m_row), {.icon = icons::badge});
    const std::string now = hm(ui.clock().now_ms());
    (void)chip(ui, {role.right() + 8, head.y}, ui.tr("sign_sheet.now"),
        {.tone = Tone::Blue, .icon = icons::schedule, .figures = now});
}

void SignInSheet::draw_pad(Ui& ui, Rect row)
{
    const bool below = row.w - side_width - 16 < least_pad_width && row.h > pad_height;
    Rect buttons = below ? row.cut_bottom(button_height, 8) : row.cut_right(side_width, 16);
    m_pad.draw(ui, row, ui.tr("sign_sheet.on_the_line"));
    ButtonLook look {.icon = icons::undo,
        .icon_size = 36,
        .side = IconSide::Above,
        .style = type::label,
        .gap = 4};
    if (below)
        look.side = IconSide::Before, look.icon_size = 28, look.gap = 12;
    const auto places = below ? buttons.columns(2, 8) : buttons.rows(2, 8);
    if (button(ui, "sign_in.undo_stroke", places[0], ui.tr("sign_sheet.undo_stroke"), look))
        m_pad.undo_stroke();
    look.icon = icons::refresh;
    if (button(ui, "sign_in.again", places[1], ui.tr("sign_sheet.again"), look))
        m_pad.clear();
}

void SignInSheet::draw_buttons(Ui& ui, Rect row)
{
    const bool narrow = row.w < 640;
    const TextStyle style = narrow ? type::button : type::button_xxl;
    if (button(ui, "sign_in.not_me", row.cut_left(narrow ? row.w * 0.36F : 288, 16),
            ui.tr("sign_sheet.not_me"), {.style = style}))
        m_closed = true;
    const bool ready = !m_pad.empty() || m_signature != SignatureSetting::Asked;
    const ButtonLook look {.kind = kind_if(ready),
        .icon = icons::check_circle,
        .icon_size = narrow ? 28.0F : 36.0F,
        .style = style};
    if (!button(ui, "sign_in.confirm", row, ui.tr("sign_sheet.confirm"), look))
        return;
    m_confirmed.emplace();
    if (!m_pad.empty()) {
        const auto bytes = stroke_bytes(m_pad.strokes());
        m_confirmed->assign(bytes.begin(), bytes.end());
    }
}

} // namespace chibo
