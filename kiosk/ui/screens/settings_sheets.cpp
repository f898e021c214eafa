#include "ui/screens/settings_sheets.h"

#include <array>

#include "record/member_commands.h"
#include "ui/draw.h"
#include "ui/screens/settings_desk.h"
#include "ui/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float title_height = 64;

/// A row of pickers over the enumeration's words; returns what was touched.
template <typename Enum>
std::optional<Enum> pick(Ui& ui, const std::string& id, Rect& rect, Enum now, int columns)
{
    std::optional<Enum> touched;
    const auto count = static_cast<int>(Words<Enum>::all.size());
    for (int first = 0; first < count; first += columns) {
        const auto cells = rect.cut_top(space::touch, space::s1).columns(columns, space::s1);
        for (int i = first; i < std::min(first + columns, count); ++i) {
            const auto value = static_cast<Enum>(i);
            const bool on = value == now;
            const std::string words = ui.tr("settings." + id + "_" + std::string(word(value)));
            if (picker(ui, WidgetId("settings.sheet." + id, static_cast<std::uint64_t>(i)),
                    cells[static_cast<std::size_t>(i - first)], words,
                    {.chosen = on, .icon = on ? icons::done : Icon {}, .padding = 8}))
                touched = value;
        }
    }
    return touched;
}

} // namespace

SettingsSheet SettingsSheet::text(Field field, std::string title, std::string value)
{
    SettingsSheet sheet(What::Text);
    sheet.m_field = field;
    sheet.m_title = std::move(title);
    sheet.m_value = std::move(value);
    return sheet;
}

SettingsSheet SettingsSheet::member(const Member& member)
{
    SettingsSheet sheet(What::Member);
    sheet.m_member = member;
    return sheet;
}

SettingsSheet SettingsSheet::recovery()
{
    return SettingsSheet(What::Recovery);
}

std::string SettingsSheet::title(Ui& ui) const
{
    switch (m_what) {
    case What::Text:
        return m_title;
    case What::Member:
        return m_member.name;
    case What::Recovery:
    case What::Show:
        break;
    }
    return ui.tr("settings.recovery");
}

void SettingsSheet::draw(Ui& ui, Commands& commands, SettingsDesk& desk)
{
    m_taken.reset();
    if (m_fresh && m_what == What::Text)
        ui.focus().give("settings.sheet.text");
    m_fresh = false;
    SheetScope sheet(ui, "settings.sheet",
        {720,
            m_what == What::Text         ? 320.0F
                : m_what == What::Member ? 600.0F
                                         : 500.0F},
        m_touched ? DimCloses::No : DimCloses::Yes);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("settings.close"));
    chibo::text(ui, inside.cut_top(title_height, space::s1), title(ui),
        {.style = type::heading, .color = ui.theme().ink});
    switch (m_what) {
    case What::Text:
        draw_text(ui, inside);
        break;
    case What::Member:
        draw_member(ui, commands, inside);
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
               {.kind = ready ? ButtonKind::Primary : ButtonKind::Off,
                   .icon = icons::done,
                   .style = type::button_xl})
        && ready;
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

void SettingsSheet::draw_member(Ui& ui, Commands& commands, Rect rect)
{
    chibo::text(ui, rect.cut_top(28, 8), ui.tr("settings.standing"),
        {.style = type::label, .color = ui.theme().ink});
    if (const auto standing = pick(ui, "standing", rect, m_member.standing, 3)) {
        m_member.standing = *standing;
        commands.push(set_standing(m_member.id, *standing));
    }
    rect.cut_top(space::s1);
    chibo::text(ui, rect.cut_top(28, 8), ui.tr("settings.position"),
        {.style = type::label, .color = ui.theme().ink});
    if (const auto position = pick(ui, "position", rect, m_member.position, 4)) {
        m_member.position = *position;
        commands.push(set_position(m_member.id, *position));
    }
    if (button(ui, "settings.sheet.photo", rect.cut_bottom(button_height).cut_left(240),
            ui.tr("photo_sheet.open"), {.icon = icons::person, .style = type::label})) {
        m_wants_photo = m_member;
        m_closed = true;
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
