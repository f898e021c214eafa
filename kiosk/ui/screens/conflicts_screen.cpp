#include "ui/screens/conflicts_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "meeting/dates.h"
#include "meeting/names.h"
#include "record/conflict_commands.h"
#include "record/critique_commands.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float title_height = 48;
constexpr float least_version = 234; // Side by side there is room.
constexpr float least_devices = 64 + 64 + 2; // One row of them stays in sight.

bool is_text(const Conflict& conflict)
{
    return conflict.kind == Conflict::Kind::Text;
}

std::string title_key(const Conflict& conflict)
{
    switch (conflict.kind) {
    case Conflict::Kind::Removed:
        return "conflicts.title_removed";
    case Conflict::Kind::Number:
        return "conflicts.title_number";
    case Conflict::Kind::Proposal:
        return "conflicts.title_proposal";
    case Conflict::Kind::Text:
    case Conflict::Kind::Value:
        break;
    }
    return conflict.sides.size() > 2 ? "conflicts.title_many" : "conflicts.title";
}

} // namespace

void ConflictsScreen::refresh(const Record& record, const Viewer& viewer)
{
    if (std::exchange(m_viewer, viewer) != viewer)
        m_noted.clear(); // Another one reads.
    m_may = !viewer.room() && viewer.role != "member";
    if (!m_may)
        return;
    m_conflicts = read_conflicts(record);
    if (follow_up_sight(viewer.member, viewer.role) != CritiqueSight::All)
        std::erase_if(m_conflicts, [](const Conflict& conflict) { return conflict.restricted; });
    m_devices = read_device_list(record);
    read_people(record);
    m_at = m_conflicts.empty() ? 0 : std::min(m_at, m_conflicts.size() - 1);
    choose_first();
}

void ConflictsScreen::read_people(const Record& record)
{
    m_numbers.clear();
    m_chairs.clear();
    for (const Member& member : read_members(record))
        m_numbers[member.name] = member.number;
    for (const Conflict& conflict : m_conflicts) {
        if (!conflict.meeting || m_chairs.contains(*conflict.meeting))
            continue;
        const auto meeting = read_meeting(record, *conflict.meeting);
        const auto chair
            = meeting && meeting->chair ? read_member(record, *meeting->chair) : std::nullopt;
        m_chairs[*conflict.meeting] = chair ? chair->name : std::string();
    }
}

void ConflictsScreen::choose_first()
{
    if (m_conflicts.empty() || m_id == current().id)
        return;
    m_id = current().id;
    const auto& sides = current().sides;
    m_side = current().proposed;
    m_difference = {};
    if (is_text(current()) && sides.size() == 2)
        m_difference = text_difference(sides[0].text, sides[1].text);
    m_sheet = Sheet::None;
}

void ConflictsScreen::draw(Ui& ui, Commands& commands)
{
    if (m_conflicts.empty() || !m_may) {
        const std::string to_sync = ui.tr("conflicts.to_sync");
        if (empty_state(ui, "conflicts.none", ui.work(),
                {.icon = m_may ? icons::check_circle : icons::lock,
                    .title = ui.tr(m_may ? "conflicts.none" : "sync.for_officers"),
                    .advice = ui.tr(m_may ? "conflicts.none_advice" : "sync.for_officers_advice"),
                    .button = m_may ? std::string_view(to_sync) : std::string_view(),
                    .button_icon = icons::swap_horiz}))
            commands.go({.screen = "sync"});
        return;
    }
    note_reading(commands);
    if (ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide)
        draw_tablet(ui, ui.work(), commands);
    else
        draw_stack(ui, ui.work(), commands);
    draw_sheet(ui, commands);
}

void ConflictsScreen::note_reading(Commands& commands)
{
    if (!current().restricted || !m_noted.insert(current().id).second)
        return;
    commands.push(
        chibo::note_reading({.what = "conflict", .how = "screen", .session = {}, .about = {}}));
}

float ConflictsScreen::draw_head(Ui& ui, Rect& rect)
{
    Rect row = rect.cut_top(title_height);
    const std::string place = ui.tr("conflicts.place",
        {{"number", std::to_string(m_at + 1)}, {"count", std::to_string(m_conflicts.size())}});
    const ChipLook look {.tone = Tone::Amber, .icon = icons::rule};
    const float width = chip_width(ui, place, look);
    const Rect at = row.cut_right(width, 16);
    if (press(ui, "conflicts.next", at.inset(0, -8), place,
            m_conflicts.size() > 1 ? Enabled::Yes : Enabled::No)) {
        m_at = (m_at + 1) % m_conflicts.size();
        choose_first();
    }
    chip(ui, {at.x, at.y + (at.h - 36) / 2}, place, look);
    text(ui, row, ui.tr(title_key(current())), {.style = type::title, .color = ui.theme().ink});
    const std::string words = where(ui);
    const float height = measure(ui, words, type::body, rect.w, 2).h;
    text(ui, rect.cut_top(height, space::s2), words,
        {.color = ui.theme().ink2, .lines = Lines::Wrap, .max_lines = 2});
    return title_height + height + space::s2;
}

void ConflictsScreen::draw_tablet(Ui& ui, Rect rect, Commands& commands)
{
    draw_head(ui, rect);
    const auto& sides = current().sides;
    const float width = (rect.w - space::s2) / 2;
    float wanted = least_version;
    for (const ConflictSide& side : sides)
        wanted = std::max(wanted, version_card_height(ui, words_of(ui, side), width));
    const float rows = std::ceil(static_cast<float>(sides.size()) / 2);
    const float most = rect.h - button_xl_height - 2 * space::s2 - least_devices;
    const float height = std::min(rows * wanted + (rows - 1) * space::s2, most);
    const Rect view = rect.cut_top(height, space::s2);
    {
        ScrollScope list(ui, "conflicts.versions", view);
        const float card = std::min(wanted, view.h);
        for (std::size_t i = 0; i < sides.size(); ++i) {
            const Point at = grid_place(i, 2);
            const float x = at.x * (width + space::s2);
            const float y = at.y * (card + space::s2);
            draw_version(
                ui, {view.x + x, list.top() + y, sides.size() == 1 ? view.w : width, card}, i);
        }
        list.content(rows * card + (rows - 1) * space::s2);
    }
    draw_acts(ui, rect.cut_top(button_xl_height, space::s2), commands);
    const float devices
        = device_card_height(ui, DeviceRows::Flat, std::max<std::size_t>(3, m_devices.size()));
    draw_devices(ui, rect.cut_top(std::min(rect.h, devices)), commands);
}

void ConflictsScreen::draw_stack(Ui& ui, Rect rect, Commands& commands)
{
    draw_acts(ui, rect.cut_bottom(acts_height(ui), space::s2), commands);
    ui.set_toast_room(rect);
    ScrollScope page(ui, "conflicts.page", rect);
    Rect rest = page.rect();
    const float top = rest.y;
    draw_head(ui, rest);
    for (std::size_t i = 0; i < current().sides.size(); ++i) {
        const float height = version_card_height(ui, words_of(ui, current().sides[i]), rest.w);
        draw_version(ui, rest.cut_top(std::min(height, 600.0F), space::s2), i);
    }
    draw_devices(
        ui, rest.cut_top(device_card_height(ui, DeviceRows::Flat, m_devices.size())), commands);
    page.content(rest.y - top);
}

std::string ConflictsScreen::who(const ConflictSide& side) const
{
    return side.member.empty() ? side.device : short_name(side.member);
}

std::string ConflictsScreen::words_of(const Ui& ui, const ConflictSide& side) const
{
    if (current().kind == Conflict::Kind::Proposal && side.text.empty()) {
        std::string words;
        for (const HistoryChange& change : current().changes)
            words += (words.empty() ? "" : "\n") + change.new_value;
        return words;
    }
    return side.text.empty() ? ui.tr("conflicts.removed") : side.text;
}

VersionLook ConflictsScreen::look_of(const Ui& ui, std::size_t index) const
{
    const ConflictSide& side = current().sides[index];
    const auto number = m_numbers.find(side.member);
    const auto chair = current().meeting ? m_chairs.find(*current().meeting) : m_chairs.end();
    VersionLook look {.name = who(side),
        .role = side.role.empty() ? std::string() : ui.tr("officer." + side.role),
        .person = portrait(side.member.empty() ? side.device : side.member,
            number == m_numbers.end() ? 0 : number->second),
        .device = side.device,
        .words = words_of(ui, side),
        .at_ms = side.at_ms,
        .blind = current().sides.size() > 1,
        .chosen = index == m_side && current().kind != Conflict::Kind::Proposal};
    if (chair != m_chairs.end() && !side.member.empty() && chair->second == side.member)
        look.role = ui.tr("role.chair");
    if (current().sides.size() == 2 && !side.text.empty())
        look.marks = index == 0 ? m_difference.first : m_difference.second;
    return look;
}

void ConflictsScreen::draw_version(Ui& ui, const Rect& rect, std::size_t side)
{
    if (version_card(ui, {"conflicts.version", side}, rect, look_of(ui, side)))
        m_side = side;
}

std::string ConflictsScreen::what(const Ui& ui) const
{
    const std::string key = "conflicts.what_" + current().table + "_" + current().column;
    return ui.strings().has(key) ? ui.tr(key) : ui.tr("conflicts.what_other");
}

std::string ConflictsScreen::where(const Ui& ui) const
{
    const Conflict& conflict = current();
    const Values values {
        {"item", conflict.item_number ? std::to_string(*conflict.item_number) : std::string()},
        {"title", conflict.item_title}, {"person", kept_together(conflict.person)},
        {"time", conflict.at_ms ? hm(*conflict.at_ms) : std::string()}, {"what", what(ui)}};
    const bool entry = conflict.item_number && conflict.at_ms;
    const char* key = entry && !conflict.person.empty() ? "conflicts.where_person_said"
        : entry                                         ? "conflicts.where_entry"
        : conflict.item_number                          ? "conflicts.where_item"
        : !conflict.person.empty()                      ? "conflicts.where_person"
                                                        : "conflicts.where";
    const bool proposal = conflict.kind == Conflict::Kind::Proposal;
    return tied(ui.tr(key, values)) + " "
        + ui.tr(proposal                    ? "conflicts.proposal_kept"
                : conflict.sides.size() > 2 ? "conflicts.all_kept"
                                            : "conflicts.both_kept");
}

void ConflictsScreen::draw_acts(Ui& ui, const Rect& rect, Commands& commands)
{
    if (current().kind == Conflict::Kind::Proposal)
        draw_proposal_acts(ui, rect, commands);
    else
        draw_text_acts(ui, rect, commands);
}

std::string ConflictsScreen::keep_label(Ui& ui, float room) const
{
    const ConflictSide& side = current().sides[m_side];
    if (current().kind == Conflict::Kind::Removed)
        return ui.tr(side.text.empty() ? "conflicts.keep_removed" : "conflicts.keep_changed");
    const std::string label = ui.tr("conflicts.keep", {{"name", who(side)}});
    const ButtonLook look {.icon = icons::done, .style = type::button_xl};
    return button_width(ui, label, look) <= room + 32 ? label : ui.tr("conflicts.keep_this");
}

float ConflictsScreen::acts_height(const Ui& ui) const
{
    const bool two_rows = ui.is_slim() && current().kind != Conflict::Kind::Proposal;
    return two_rows ? 2 * button_xl_height + space::s1 : button_xl_height;
}

void ConflictsScreen::draw_text_acts(Ui& ui, const Rect& rect, Commands& commands)
{
    auto cells = rect.columns(3, space::s2);
    if (rect.h > button_xl_height) { // The chosen side above, the other ways below.
        Rect rest = rect;
        cells[0] = rest.cut_top(button_xl_height, space::s1);
        const auto below = rest.columns(2, space::s1);
        cells[1] = below[0];
        cells[2] = below[1];
    }
    const ButtonLook plain {.icon = icons::add, .style = type::button_xl};
    const ButtonLook pencil {.icon = icons::edit, .style = type::button_xl};
    if (button(ui, "conflicts.keep", cells[0], keep_label(ui, cells[0].w),
            {.kind = ButtonKind::Primary, .icon = icons::done, .style = type::button_xl}))
        settle(commands, choose_side(current(), m_side), "conflicts.told_side");
    if (!is_text(current()))
        return;
    if (button(ui, "conflicts.both", cells[1], ui.tr("conflicts.keep_both"), plain))
        settle(commands, keep_both(current()), "conflicts.told_both");
    if (button(ui, "conflicts.common", cells[2], ui.tr("conflicts.write_common"), pencil))
        open_sheet(ui, Sheet::Common, current().sides[m_side].text);
}

void ConflictsScreen::draw_proposal_acts(Ui& ui, const Rect& rect, Commands& commands)
{
    auto cells = rect.columns(2, space::s2);
    if (button(ui, "conflicts.amend", cells[0], ui.tr("conflicts.amend"),
            {.kind = ButtonKind::Primary, .icon = icons::edit, .style = type::button_xl}))
        open_sheet(ui, Sheet::Amend, words_of(ui, current().sides.front()));
    if (button(ui, "conflicts.decline", cells[1], ui.tr("conflicts.decline"),
            {.icon = icons::close, .style = type::button_xl}))
        settle(commands, decline_proposal(current()), "conflicts.told_declined");
}

void ConflictsScreen::settle(Commands& commands, Command command, const char* told)
{
    After after;
    after.toast = Told {told, {{"name", who(current().sides[m_side])}}, 6};
    commands.push(std::move(command), std::move(after));
}

void ConflictsScreen::draw_devices(Ui& ui, const Rect& rect, Commands& commands)
{
    const DeviceCardTouch touch = device_card(ui, rect, m_devices, DeviceRows::Flat);
    if (touch.add)
        commands.go({.screen = "sync", .detail = "add"});
    else if (touch.device)
        commands.go({.screen = "sync"});
}

void ConflictsScreen::open_sheet(Ui& ui, Sheet sheet, const std::string& text)
{
    m_sheet = sheet;
    m_reason.clear();
    m_text.buffer().set_text(text);
    ui.focus().give("conflicts.text");
}

} // namespace chibo
