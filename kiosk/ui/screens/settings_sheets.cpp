#include "ui/screens/settings_sheets.h"

#include <utility>

#include "record/pins.h"
#include "ui/draw.h"
#include "ui/screens/settings_desk.h"
#include "ui/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float title_height = 64;
constexpr std::size_t least_pin = 6;

} // namespace

SettingsSheet SettingsSheet::text(Field field, std::string title, std::string value)
{
    SettingsSheet sheet(What::Text);
    sheet.m_field = field;
    sheet.m_title = std::move(title);
    sheet.m_value = std::move(value);
    return sheet;
}

SettingsSheet SettingsSheet::recovery(std::optional<Officer> asked)
{
    SettingsSheet sheet(asked ? What::Pin : What::Recovery);
    sheet.m_officer = std::move(asked);
    return sheet;
}

std::string SettingsSheet::title(Ui& ui) const
{
    switch (m_what) {
    case What::Text:
        return m_title;
    case What::Pin:
        return ui.tr("lock.pin_of", {{"name", short_name(m_officer->name)}});
    case What::Recovery:
    case What::Show:
        break;
    }
    return ui.tr("settings.recovery");
}

void SettingsSheet::take_checked()
{
    if (!m_checked || !*m_checked)
        return;
    const Result<void> checked = **std::exchange(m_checked, nullptr);
    m_value.clear();
    if (checked)
        m_what = What::Recovery;
    else
        m_wrong = checked.error();
}

void SettingsSheet::draw(Ui& ui, Commands& commands, SettingsDesk& desk)
{
    take_checked();
    m_taken.reset();
    if (m_fresh && m_what == What::Text)
        ui.focus().give("settings.sheet.text");
    m_fresh = false;
    const Size size = m_what == What::Pin ? Size {560, 616}
        : m_what == What::Text            ? Size {720, 320}
                                          : Size {720, 500};
    SheetScope sheet(ui, "settings.sheet", size, m_touched ? DimCloses::No : DimCloses::Yes);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("settings.close"));
    chibo::text(ui, inside.cut_top(title_height, space::s1).inset({.right = 80}), title(ui),
        {.style = type::heading, .color = ui.theme().ink});
    switch (m_what) {
    case What::Text:
        draw_text(ui, inside);
        break;
    case What::Pin:
        draw_pin(ui, commands, inside);
        break;
    case What::Recovery:
        draw_recovery(ui, desk, inside);
        break;
    case What::Show:
        draw_shown(ui, inside);
        break;
    }
    m_closed = m_closed || sheet.closed();
}

bool SettingsSheet::draw_buttons(Ui& ui, Rect rect, bool ready, std::string_view key)
{
    Rect row = rect.cut_bottom(button_xl_height);
    if (button(ui, "settings.sheet.cancel", row.cut_left(160, space::s2), ui.tr("settings.cancel")))
        m_closed = true;
    return button(ui, "settings.sheet.take", row, ui.tr(key),
        {.kind = kind_if(ready), .icon = icons::done, .style = type::button_xl})
        .released;
}

void SettingsSheet::draw_text(Ui& ui, Rect rect)
{
    Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    const FieldResult typed
        = field(ui, "settings.sheet.text", rect.cut_top(field_height), m_value, {});
    m_touched = m_touched || typed.changed;
    const bool ready = !m_value.empty();
    if (draw_buttons(ui, buttons, ready, "settings.take") || (typed.entered && ready)) {
        m_taken = Taken {m_field, m_value};
        m_closed = true;
    }
}

void SettingsSheet::draw_pin(Ui& ui, Commands& commands, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    const std::string wrong = m_wrong ? ui.tr(m_wrong->key, m_wrong->values) : std::string();
    ui.focus().give("settings.sheet.pin");
    const bool entered = code_field(ui, "settings.sheet.pin", rect.cut_top(field_height, space::s2),
        m_value, {.placeholder = {}, .wrong = wrong});
    if (const auto touch = keypad(ui, "settings.sheet.keypad", rect, {.keyboard_key = false})) {
        apply(*touch, m_value);
        m_wrong.reset();
    }
    const bool ready = m_value.size() >= least_pin && !m_checked;
    if (draw_buttons(ui, buttons, ready, "settings.next") || (entered && ready)) {
        m_checked = std::make_shared<std::optional<Result<void>>>();
        commands.push_local([checked = m_checked, officer = m_officer->id, pin = m_value](
                                Record& record) { *checked = check_pin(record, officer, pin); });
    }
}

void SettingsSheet::draw_recovery(Ui& ui, SettingsDesk& desk, Rect rect)
{
    chibo::text(ui, rect.cut_top(140), ui.tr("settings.recovery_words"),
        {.style = type::body, .color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap});
    if (m_made && *m_made) {
        m_value = **m_made;
        m_what = What::Show;
        return;
    }
    const bool busy = m_made != nullptr;
    if (draw_buttons(ui, rect, !busy, busy ? "settings.making" : "settings.recovery_make")) {
        m_touched = true;
        m_made = std::make_shared<std::optional<std::string>>();
        desk.renew_recovery_code([made = m_made](const std::string& code) { *made = code; });
    }
}

void SettingsSheet::draw_shown(Ui& ui, Rect rect)
{
    const Rect box = rect.cut_top(120, space::s2);
    well(ui, box);
    chibo::text(ui, box, m_value,
        {.style = type::heading, .color = ui.theme().ink, .align = Align::Centre});
    chibo::text(ui, rect.cut_top(84), ui.tr("settings.recovery_write_down"),
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    Rect row = rect.cut_bottom(button_xl_height);
    if (button(ui, "settings.sheet.written", row, ui.tr("settings.recovery_written"),
            {.kind = ButtonKind::Primary, .icon = icons::done, .style = type::button_xl}))
        m_closed = true;
}

} // namespace chibo
