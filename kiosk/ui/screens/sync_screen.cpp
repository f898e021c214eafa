#include "ui/screens/sync_screen.h"

#include <algorithm>

#include "ui/bundle_files.h"
#include "ui/exchange_desk.h"
#include "ui/widgets/button.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float title_height = 56;
constexpr float column_gap = 24;
constexpr float acts_height = 26 + 8 + button_xl_height;
constexpr float left_share = 576.0F / (576 + 504);
constexpr std::size_t rows_shown = 3; // Of devices; more of them scroll.

bool officer(const Viewer& viewer)
{
    return !viewer.room() && viewer.role != "member";
}

} // namespace

SyncScreen::SyncScreen(ExchangeDesk& desk, CodeCost cost, std::string_view detail) :
    m_desk(desk), m_cost(cost)
{
    if (detail == "add")
        m_invite.emplace(desk);
}

void SyncScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_may = officer(viewer);
    m_devices = read_device_list(record);
    m_status = read_sync_status(record);
    if (!m_may)
        return;
    read_came_in(record);
    read_not_taken(record);
}

/// What brought something is told until something else comes; a repetition is only said.
void SyncScreen::read_came_in(const Record& record)
{
    const std::vector<Exchange> all = read_exchanges(record);
    const auto written = std::ranges::find(all, Exchange::Kind::Written, &Exchange::kind);
    m_written_at_ms = written == all.end() ? std::nullopt : std::optional<UnixMs>(written->at_ms);
    m_came_in.reset();
    const auto brought = std::ranges::find_if(all, [](const Exchange& exchange) {
        return exchange.kind == Exchange::Kind::TakenIn && exchange.came.entries > 0;
    });
    const auto taken = std::ranges::find(all, Exchange::Kind::TakenIn, &Exchange::kind);
    const auto last = brought != all.end() ? brought : taken;
    if (last == all.end())
        return;
    const Came& came = last->came;
    m_came_in = CameIn {.from = last->device_name,
        .at_ms = last->at_ms,
        .changes = came.entries,
        .check_ins = came.check_ins,
        .entries = came.opinions + came.votes,
        .tasks = came.tasks,
        .others = came.others + came.meetings + came.members,
        .held = m_status.waiting_here,
        .conflicts = m_status.conflicts};
    const auto waiting = read_waiting_entries(record);
    if (!waiting.empty())
        m_came_in->held_from = waiting.front().device_name;
}

void SyncScreen::read_not_taken(const Record& record)
{
    m_not_taken.clear();
    const auto writer = [&](const Exchange& file) {
        const auto named = std::ranges::find_if(
            m_devices, [&](const Device& device) { return is_bundle_of(file.file, device.id); });
        const bool known = file.device_name.empty() && named != m_devices.end();
        return known ? named->name : file.device_name;
    };
    for (const Exchange& file : read_refused_files(record))
        m_not_taken.push_back({.device = writer(file),
            .file = file.file,
            .reason = file.reason,
            .at_ms = file.at_ms,
            .number = file.number});
    for (const RefusedEntry& entry : read_refused_entries(record)) {
        const auto same = std::ranges::find_if(m_not_taken, [&](const NotTaken& other) {
            return !other.number && other.device == entry.device_name
                && other.reason.key == entry.reason.key;
        });
        if (same != m_not_taken.end())
            ++same->entries;
        else
            m_not_taken.push_back({.device = entry.device_name,
                .reason = entry.reason,
                .at_ms = entry.at_ms,
                .entries = 1});
    }
    std::ranges::stable_sort(m_not_taken, std::greater {}, &NotTaken::at_ms);
}

void SyncScreen::draw(Ui& ui, Commands& commands)
{
    Rect work = ui.work();
    const Rect head = work.cut_top(title_height, space::s2);
    const std::string title = ui.tr("sync.title");
    text(ui, head, title, {.style = type::title, .color = ui.theme().ink});
    const std::string advice = ui.tr("sync.advice");
    if (text_width(ui, title, type::title) + 24 + text_width(ui, advice, type::body) < head.w)
        text(ui, head, advice, {.color = ui.theme().ink2, .align = Align::Right});
    if (!m_may) {
        (void)empty_state(ui, "sync.locked", work,
            {.icon = icons::lock,
                .title = ui.tr("sync.for_officers"),
                .advice = ui.tr("sync.for_officers_advice")})
            .released;
        return;
    }
    if (m_desk.exporting() || m_desk.importing())
        ui.pace().again(ui.now_ms() + 100, Why::Job);
    if (ui.shape() == Shape::Wide)
        draw_three(ui, work, commands);
    else if (ui.shape() == Shape::Tablet)
        draw_columns(ui, work, commands);
    else
        draw_stack(ui, work, commands);
    draw_sheets(ui, commands);
}

void SyncScreen::draw_columns(Ui& ui, Rect rect, Commands& commands)
{
    Rect left = rect.cut_left((rect.w - column_gap) * left_share, column_gap);
    draw_devices(ui, left.cut_top(device_card_height(ui, DeviceRows::Tall, rows_shown), space::s2));
    draw_came_in(ui, left, commands);
    ui.set_toast_room(left);
    draw_acts(ui, rect.cut_bottom(acts_height, space::s2), commands);
    draw_carrier(ui, rect.cut_top(carrier_card_height, space::s2));
    draw_not_taken(ui, rect);
}

/// On a wide screen what came in has a column of its own.
void SyncScreen::draw_three(Ui& ui, const Rect& rect, Commands& commands)
{
    Rect rest = rect;
    Rect left = rest.cut_left((rect.w - 2 * column_gap) * 0.36F, column_gap);
    Rect right = rest.cut_right((rect.w - 2 * column_gap) * 0.33F, column_gap);
    const float devices
        = device_card_height(ui, DeviceRows::Tall, std::max(rows_shown, m_devices.size()));
    draw_devices(ui, left.cut_top(std::min(devices, left.h)));
    ui.set_toast_room(rest);
    draw_came_in(ui, rest.cut_top(carrier_card_height), commands);
    draw_acts(ui, right.cut_bottom(acts_height, space::s2), commands);
    draw_carrier(ui, right.cut_top(carrier_card_height, space::s2));
    draw_not_taken(
        ui, right.cut_top(std::min(right.h, not_taken_height(ui, right.w, m_not_taken))));
}

void SyncScreen::draw_stack(Ui& ui, Rect rect, Commands& commands)
{
    const bool low = rect.h < 600;
    draw_acts(ui, rect.cut_bottom(low ? button_xl_height : acts_height, space::s2), commands);
    ui.set_toast_room(rect);
    ScrollScope page(ui, "sync.page", rect);
    Rect rest = page.rect();
    const float top = rest.y;
    draw_carrier(ui, rest.cut_top(carrier_card_height, space::s2));
    draw_devices(
        ui, rest.cut_top(device_card_height(ui, DeviceRows::Tall, m_devices.size()), space::s2));
    draw_came_in(ui, rest.cut_top(came_in_card_height, space::s2), commands);
    draw_not_taken(ui, rest.cut_top(not_taken_height(ui, rest.w, m_not_taken)));
    page.content(rest.y - top);
}

void SyncScreen::draw_devices(Ui& ui, const Rect& rect)
{
    const DeviceCardTouch touch = device_card(ui, rect, m_devices, DeviceRows::Tall);
    if (touch.add)
        m_invite.emplace(m_desk);
    const auto touched
        = touch.device ? std::ranges::find(m_devices, *touch.device, &Device::id) : m_devices.end();
    if (touched != m_devices.end())
        m_device.emplace(*touched);
}

CarrierView SyncScreen::carrier() const
{
    using State = CarrierView::State;
    CarrierView view {
        .waiting = m_status.waiting_to_go, .others = m_status.devices > 0, .failure = {}};
    const auto& work = m_desk.exporting() ? m_desk.exporting() : m_desk.importing();
    const auto& exported = m_desk.exported();
    if (work) {
        view.state = m_desk.exporting() ? State::Exporting : State::Importing;
        view.place = work->place;
        view.done = static_cast<std::int64_t>(work->progress->done);
        view.total = static_cast<std::int64_t>(work->progress->all);
        view.left_s = m_desk.left_s(*work);
    } else if (exported) {
        view.state = exported->stopped ? State::Stopped
            : exported->failure        ? State::Failed
                                       : State::Exported;
        view.place = exported->place;
        view.done = view.total = exported->entries;
        view.failure = exported->failure;
    } else if (const ExportPlace* place = m_desk.place()) {
        view.state = State::Ready;
        view.place = *place;
    }
    return view;
}

void SyncScreen::draw_carrier(Ui& ui, const Rect& rect)
{
    const CarrierTouch touch = carrier_card(ui, rect, carrier());
    if (touch.stop)
        m_desk.stop();
    if (touch.choose) {
        m_desk.look_for_places();
        m_places.emplace();
    }
}

void SyncScreen::draw_came_in(Ui& ui, const Rect& rect, Commands& commands)
{
    if (came_in_card(ui, rect, m_came_in))
        commands.go({.screen = "conflicts"});
}

void SyncScreen::draw_not_taken(Ui& ui, const Rect& rect)
{
    if (const NotTaken* touched = not_taken_card(ui, rect, m_not_taken))
        m_file.emplace(not_taken_title(ui, *touched), touched->reason, touched->number);
}

std::string SyncScreen::note(const Ui& ui) const
{
    if (m_status.withdrawn)
        return ui.tr("sync.note_withdrawn");
    if (m_desk.exporting())
        return ui.tr("sync.note_exporting");
    if (m_desk.importing())
        return ui.tr("sync.note_importing");
    if (m_desk.place() == nullptr)
        return ui.tr("sync.note_no_carrier");
    if (m_written_at_ms)
        return ui.tr("sync.note_written", {{"when", short_when(ui, *m_written_at_ms)}});
    return ui.tr("sync.note_not_written");
}

void SyncScreen::draw_acts(Ui& ui, Rect rect, Commands& commands)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, 8);
    if (rect.h >= 26) {
        icon(ui, rect.cut_left(24, 8), icons::info, 24, ui.theme().ink2);
        text(ui, rect, note(ui), {.style = type::caption, .color = ui.theme().ink2});
    }
    const ExportPlace* place = m_desk.place();
    const bool stick = place == nullptr || place->kind == ExportPlace::Kind::Stick;
    const bool exports = place != nullptr && !m_desk.exporting() && !m_status.withdrawn;
    const bool imports = place != nullptr && !m_desk.importing();
    const auto cells = buttons.columns(2, space::s2);
    if (button(ui, "sync.export", cells[0],
            ui.tr(stick ? "sync.export_stick" : "sync.export_folder"),
            {.kind = kind_if(exports, ButtonKind::Secondary),
                .icon = icons::file_upload,
                .style = type::button_xl})) {
        const auto others = [](const Device& device) { return !device.own && !device.withdrawn; };
        const auto other = std::ranges::find_if(m_devices, others);
        const bool one = std::ranges::count_if(m_devices, others) == 1;
        commands.push_local([this, to = one ? std::optional(other->id) : std::nullopt](
                                Record& record) { m_desk.start_export(record, to); });
    }
    if (button(ui, "sync.import", cells[1],
            ui.tr(stick ? "sync.import_stick" : "sync.import_folder"),
            {.kind = kind_if(imports),
                .icon = stick ? icons::usb : icons::folder,
                .style = type::button_xl}))
        commands.push_local([this](Record& record) { m_desk.start_import(record); });
}

void SyncScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_places && !m_places->draw(ui, m_desk))
        m_places.reset();
    if (m_device && !m_device->draw(ui, commands))
        m_device.reset();
    if (m_file && !m_file->draw(ui, commands))
        m_file.reset();
    if (m_invite && !m_invite->draw(ui, commands, m_cost))
        m_invite.reset();
}

} // namespace chibo
