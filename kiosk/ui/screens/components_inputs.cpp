// The third page of the components: sheet with pad, keypad and codes, dates, the question asked
// once.
#include "ui/screens/components_screen.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float caption_height = 28;

void caption(Ui& ui, Point at, const char* key)
{
    text(ui, {at.x, at.y, 700, 22}, ui.tr(key),
        {.style = type::caption.with_line(22), .color = ui.theme().ink2});
}

void below(Ui& ui, const Rect& field, const char* key, Color color)
{
    text(ui, {field.x, field.bottom() + 4, field.w, 24}, ui.tr(key),
        {.style = type::caption.with_line(24), .color = color});
}

void draw_sign_sheet(Ui& ui, const Rect& sheet, SignaturePad& pad)
{
    const Theme& theme = ui.theme();
    sheet_ground(ui, sheet);
    Rect rest = sheet.inset(21);
    Rect head = rest.cut_top(64, 16);
    (void)icon_button(
        ui, "components.close", head.cut_right(64, 16), icons::close, ui.tr("components.close"));
    avatar(ui, head.cut_left(64, 16), portrait("Vũ Thị Kim Oanh", 6));
    Rect lines = head.centred({head.w, 62});
    text(ui, lines.cut_top(26), ui.tr("sign_sheet.welcome"),
        {.style = type::caption, .color = theme.ink2});
    text(ui, lines, "Vũ Thị Kim Oanh", {.style = type::heading, .color = theme.ink});

    Rect row = rest.cut_top(200, 18);
    pad.draw(ui, row.cut_left(560, 8), ui.tr("sign_sheet.on_the_line"));
    const ButtonLook stacked {.icon = icons::undo,
        .icon_size = 32,
        .side = IconSide::Above,
        .style = type::label,
        .gap = 2};
    ButtonLook again = stacked;
    again.icon = icons::refresh;
    const auto places = row.rows(2, 8);
    if (button(ui, "components.undo_stroke", places[0], ui.tr("sign_sheet.undo_stroke"), stacked))
        pad.undo_stroke();
    if (button(ui, "components.sign_again", places[1], ui.tr("sign_sheet.again"), again))
        pad.clear();

    Rect foot = rest.cut_bottom(button_xl_height);
    (void)button(ui, "components.not_me", foot.cut_left(224, 16), ui.tr("sign_sheet.not_me"),
        {.style = type::button_xl});
    (void)button(ui, "components.confirm", foot, ui.tr("sign_sheet.confirm"),
        {.kind = ButtonKind::Primary,
            .icon = icons::check_circle,
            .icon_size = 32,
            .style = type::button_xl});
}

} // namespace

void ComponentsScreen::draw_inputs_left(Ui& ui)
{
    caption(ui, {24, 16}, "components.about_sheet");
    draw_sign_sheet(ui, {24, 44, 742, 412}, m_pad);

    caption(ui, {24, 476}, "components.about_keypad");
    const Rect keys {24, 504, 312, 280};
    if (const auto touched = keypad(ui, "components.keypad", keys))
        apply(*touched, m_code);
    draw_keypad_key(ui, keys.rows(4, 8)[1].columns(3, 9)[1], "5", {}, true);

    caption(ui, {360, 476}, "components.about_code");
    const Rect code {360, 504, 406, 64};
    const std::string clear = ui.tr("field.clear");
    const std::string again = ui.tr("components.code_again");
    (void)code_field(ui, "components.code", code, m_code, {.placeholder = again, .clear = clear});
    below(ui, code, "components.code_advice", ui.theme().ink2);

    caption(ui, {360, 664}, "components.about_wrong_code");
    const Rect wrong {360, 692, 406, 64};
    (void)code_field(ui, "components.wrong_code", wrong, m_wrong_code,
        {.placeholder = again, .wrong = again, .clear = clear});
    below(ui, wrong, "components.code_wrong", ui.theme().reds.ink);
}

void ComponentsScreen::draw_inputs_right(Ui& ui)
{
    caption(ui, {790, 16}, "components.about_dates");
    const Rect dates {790, 16 + caption_height, date_picker_width, 450};
    if (const auto day = date_picker(ui, "components.dates", dates, m_month, {.chosen = m_day}))
        m_day = *day;

    caption(ui, {790, 518}, "components.about_confirm");
    const Rect confirm {790, 546, 466, 238};
    sheet_ground(ui, confirm);
    const std::string title = ui.tr("components.lock_title");
    const std::string words = ui.tr("components.lock_advice");
    const std::string safe = ui.tr("components.later");
    const std::string go = ui.tr("components.lock");
    (void)confirm_content(ui, "components.confirm_lock", confirm,
        {.title = title, .words = words, .safe = safe, .go = go, .icon = icons::lock});
}

} // namespace chibo
