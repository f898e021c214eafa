#include "ui/screens/sync_sheets.h"

#include <algorithm>
#include <system_error>

#include "meeting/dates.h"
#include "meeting/letters.h"
#include "record/device_commands.h"
#include "ui/exchange_desk.h"
#include "ui/screens/device_rows.h"
#include "ui/screens/sync_cards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float place_height = 80;
constexpr float title_height = 64;

} // namespace

bool PlaceSheet::draw(Ui& ui, ExchangeDesk& desk)
{
    const float rows = place_height * static_cast<float>(desk.places().size());
    SheetScope sheet(
        ui, "sync.places", {720, 32 + title_height + 8 + rows + 16 + 28 + 8 + 64 + 28 + 32});
    Rect rest = sheet.below_head(ui.tr("sync.places"));
    Rect path = rest.cut_bottom(28 + 8 + field_height + 28, 16);
    ScrollScope list(ui, "sync.place_list", rest);
    Rect row {rest.x, list.top(), rest.w, place_height};
    for (const ExportPlace& place : std::vector(desk.places())) { // Choosing changes the list.
        const bool stick = place.kind == ExportPlace::Kind::Stick;
        const std::string title = place_title(ui, place);
        const std::string free = ui.tr("sync.free", {{"free", said_size(place.free_bytes)}});
        if (list_row(ui, WidgetId("sync.place", place.folder.string()), row,
                {.icon = stick ? icons::usb : icons::folder,
                    .words = title,
                    .second = free,
                    .bold = true,
                    .leads_on = true})) {
            desk.choose(place.folder);
            m_closed = true;
        }
        row = row.moved(0, place_height);
    }
    list.content(row.y - list.top());
    draw_path(ui, path, desk);
    return !m_closed && !sheet.closed();
}

void PlaceSheet::draw_path(Ui& ui, Rect rect, ExchangeDesk& desk)
{
    text(ui, rect.cut_top(28, 8), ui.tr("sync.other_folder"),
        {.style = type::label, .color = ui.theme().ink});
    Rect line = rect.cut_top(field_height);
    const std::string take = ui.tr("sync.take_folder");
    const ButtonLook look {.icon = icons::check};
    const Rect at = line.cut_right(button_width(ui, take, look), 8);
    const std::string placeholder = ui.tr("sync.folder_placeholder");
    const std::string wrong = m_wrong ? ui.tr("sync.no_such_folder") : std::string();
    const std::string clear = ui.tr("field.clear");
    const FieldResult typed = field(ui, "sync.path", line, m_path,
        {.icon = icons::folder,
            .placeholder = placeholder,
            .kind = TextKind::Code,
            .wrong = wrong,
            .clear = clear});
    if (typed.changed)
        m_wrong = false;
    if (!button(ui, "sync.take_folder", at, take, look) && !typed.entered)
        return;
    std::error_code error;
    m_wrong = !std::filesystem::is_directory(m_path, error);
    if (m_wrong)
        return;
    desk.choose(std::filesystem::absolute(m_path).lexically_normal());
    m_closed = true;
}

bool DeviceSheet::draw(Ui& ui, Commands& commands)
{
    if (m_asks) {
        const std::string title = ui.tr("sync.withdraw_asks", {{"name", m_device.name}});
        const std::string words = ui.tr("sync.withdraw_follows");
        const std::string safe = ui.tr("sync.keep_device");
        const std::string go = ui.tr("sync.withdraw");
        const Answer answer = confirm_sheet(ui, "sync.withdrawing",
            {.title = title,
                .words = words,
                .safe = safe,
                .go = go,
                .icon = icons::cancel,
                .caution = true});
        if (answer == Answer::Go) {
            After after;
            after.toast = Told {"sync.withdraw_told", {{"name", m_device.name}}};
            commands.push(withdraw_device(m_device.id), std::move(after));
        }
        return answer == Answer::None;
    }
    SheetScope sheet(ui, "sync.device_sheet", {720, 500},
        m_name == m_device.name ? DimCloses::Yes : DimCloses::No);
    Rect rest = sheet.below_head(device_title(ui, m_device));
    Rect buttons = rest.cut_bottom(button_xl_height, 16);
    draw_name(ui, rest, commands);
    draw_facts(ui, rest);
    if (!m_device.own && !m_device.withdrawn) {
        const ButtonLook look {.kind = ButtonKind::Caution, .icon = icons::cancel};
        const std::string label = ui.tr("sync.withdraw");
        const float width = button_width(ui, label, look);
        if (button(ui, "sync.withdraw", buttons.cut_left(width, 16), label, look))
            m_asks = true;
    }
    const std::string done = ui.tr("common.close");
    const ButtonLook look {.style = type::button_xl};
    if (button(ui, "sync.device_done", buttons.cut_right(button_width(ui, done, look)), done, look))
        m_closed = true;
    return !m_closed && !sheet.closed();
}

void DeviceSheet::draw_name(Ui& ui, Rect& rect, Commands& commands)
{
    text(ui, rect.cut_top(28, 8), ui.tr("sync.device_name"),
        {.style = type::label, .color = ui.theme().ink});
    Rect line = rect.cut_top(field_height, 16);
    const std::string label = ui.tr("sync.rename");
    const bool works = m_name != m_device.name && !is_blank(m_name);
    const ButtonLook look {.kind = kind_if(works)};
    const Rect at = line.cut_right(button_width(ui, label, look), 8);
    const std::string clear = ui.tr("field.clear");
    const FieldResult typed
        = field(ui, "sync.device_name", line, m_name, {.icon = icons::tv, .clear = clear});
    const bool pressed = button(ui, "sync.rename", at, label, look).released;
    if ((!pressed && !typed.entered) || !works)
        return;
    After after;
    after.toast = Told {"sync.rename_told", {{"name", m_name}}, 6};
    commands.push(rename_device(m_device.id, m_name), std::move(after));
    m_closed = true;
}

void DeviceSheet::draw_facts(Ui& ui, Rect& rect) const
{
    const auto line = [&](Icon which, const std::string& words) {
        draw_row(ui, rect.cut_top(48), {.icon = which, .words = words});
    };
    const Values entries {{"count", std::to_string(m_device.entries)}};
    line(icons::event, ui.tr("sync.added", {{"when", dmy(date_of(m_device.added_at_ms))}}));
    line(icons::assignment_turned_in,
        ui.tr(m_device.own ? "sync.entries_whole" : "sync.entries_of_it", entries));
    if (m_device.withdrawn)
        line(icons::cancel,
            ui.tr("sync.withdrawn_at", {{"when", dmy(date_of(m_device.withdrawn->at_ms))}}));
    else if (m_device.waiting_here > 0)
        line(icons::hourglass_empty,
            ui.tr("sync.waits_here", {{"count", std::to_string(m_device.waiting_here)}}));
}

bool NotTakenSheet::draw(Ui& ui, Commands& commands)
{
    const std::string reason = ui.tr(m_reason.key, m_reason.values);
    const float width = std::min(720.0F, ui.screen().w - 32);
    const float words = measure(ui, reason, type::body, width - 80).h;
    SheetScope sheet(ui, "sync.not_taken_sheet",
        {720, 32 + title_height + 8 + words + 24 + button_xl_height + 32});
    Rect rest = sheet.below_head(m_title);
    Rect buttons = rest.cut_bottom(button_xl_height, 24);
    text(ui, rest, reason, {.color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap});
    const std::string done = ui.tr("common.close");
    const ButtonLook look {.style = type::button_xl};
    if (button(ui, "sync.not_taken_done", buttons.cut_right(button_width(ui, done, look), 16), done,
            look))
        m_closed = true;
    const ButtonLook away {.icon = icons::remove, .style = type::button_xl};
    const std::string put_away = ui.tr("sync.put_away");
    if (m_number
        && button(ui, "sync.put_away", buttons.cut_left(button_width(ui, put_away, away)), put_away,
            away)) {
        commands.push_local(
            [number = *m_number](Record& record) { dismiss_exchange(record, number); });
        commands.read_again();
        m_closed = true;
    }
    return !m_closed && !sheet.closed();
}

} // namespace chibo
