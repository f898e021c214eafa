#include "ui/screens/settings.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "record/cell_commands.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/toast.h"

namespace chibo {
namespace {

constexpr float groups_width = 264;
constexpr float group_row = 72;
constexpr float setting_row = 76;
constexpr float sample_height = 130;
constexpr float footer_height = 80;
constexpr std::int64_t undo_ms = 6000;

struct GroupLook {
    SettingsScreen::Group group {};
    const char* word = nullptr;
    Icon icon;
};

constexpr std::array<GroupLook, 6> groups {{{SettingsScreen::Group::Cell, "cell", icons::groups},
    {SettingsScreen::Group::Room, "room", icons::place},
    {SettingsScreen::Group::Display, "display", icons::tv},
    {SettingsScreen::Group::Keyboard, "keyboard", icons::keyboard},
    {SettingsScreen::Group::Device, "device", icons::devices},
    {SettingsScreen::Group::Safety, "safety", icons::lock}}};

/// The recovery code sets codes anew, and opens nothing else.
std::span<const GroupLook> shown_groups(bool recovered)
{
    return recovered ? std::span(groups).last(1) : std::span(groups);
}

std::string group_key(SettingsScreen::Group group)
{
    return std::string("settings.group_") + groups.at(static_cast<std::size_t>(group)).word;
}

} // namespace

SettingsScreen::SettingsScreen(SettingsDesk& desk, std::string_view group) : m_desk(desk)
{
    open_group(group);
}

void SettingsScreen::open_group(std::string_view word)
{
    for (const GroupLook& look : groups) {
        if (word == look.word)
            m_group = look.group;
    }
}

std::string SettingsScreen::state() const
{
    return groups.at(static_cast<std::size_t>(m_group)).word;
}

void SettingsScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_settings = read_settings(record);
    m_cell = read_cell(record);
    m_heading = read_heading(record, date_of(record.clock().now_ms()));
    m_members = read_members(record);
    m_officers = read_officers(record);
    m_now_ms = record.clock().now_ms();
    m_saved_at_ms = record.saved_at_ms();
    m_device = record.device().text().substr(0, 8);
    m_folder = record.file().parent_path().string();
    m_record = &record;
    if (m_member_sheet)
        m_member_sheet->refresh(record);
}

void SettingsScreen::open_member(MemberId member)
{
    m_member_sheet.emplace(member);
    m_member_sheet->refresh(*m_record);
}

void SettingsScreen::scanned(std::string_view code, Commands& commands)
{
    if (m_member_sheet)
        m_member_sheet->scanned(code, commands);
    else
        commands.tell({.key = "member_sheet.scan_where", .values = {}});
}

void SettingsScreen::draw(Ui& ui, Commands& commands)
{
    Rect work = ui.work();
    const bool columns = ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide;
    Rect footer = work.cut_bottom(footer_height, space::s2);
    Rect title = columns ? work.cut_left(groups_width, space::s3) : work.cut_top(56, space::s1);
    text(ui, Rect {title.x, title.y, title.w, 56}, ui.tr("settings.title"),
        {.style = type::title, .color = ui.theme().ink});
    if (columns) {
        title.cut_top(56, space::s2);
        draw_groups(ui, title);
    } else {
        draw_group_strip(ui, work.cut_top(work.w < 600 ? 168 : 80, space::s2));
    }
    draw_body(ui, commands, work);
    draw_footer(ui, commands, footer);
    draw_sheet(ui, commands);
    if (std::exchange(m_to_sync, false))
        commands.go({.screen = "sync", .meeting = {}, .detail = {}});
}

void SettingsScreen::draw_groups(Ui& ui, Rect rect)
{
    const auto shown = shown_groups(m_desk.recovered());
    const float height = group_row * static_cast<float>(shown.size()) + 2;
    const Rect list = rect.cut_top(std::min(height, rect.h));
    box(ui, list,
        {.fill = ui.theme().card,
            .border = ui.theme().edge,
            .stroke = stroke::card,
            .radius = radius::card});
    Rect rows = list.inset(stroke::card);
    for (const GroupLook& look : shown) {
        const Rect row = rows.cut_top(group_row);
        const std::string words = ui.tr(group_key(look.group));
        const Press pressed = press(
            ui, WidgetId("settings.group", static_cast<std::uint64_t>(look.group)), row, words);
        if (pressed)
            m_group = look.group;
        const bool on = look.group == m_group;
        const bool first = look.group == shown.front().group,
                   last = look.group == shown.back().group;
        const Corners corners = first && last ? Corners::All
            : first                           ? Corners::Top
            : last                            ? Corners::Bottom
                                              : Corners::None;
        if (on || pressed.down)
            fill(ui, row, on ? ui.theme().reds.tint : ui.theme().sunk, radius::card - 1, corners);
        if (on)
            fill(ui, {row.x, row.y, stroke::marker, row.h}, ui.theme().red);
        if (!first)
            rule(ui, {row.x, row.y}, row.w, ui.theme().line);
        Rect inside = row.inset({.top = first ? 0.0F : 1.0F, .right = 20, .left = 20});
        icon(
            ui, inside.cut_left(28, 16), look.icon, 28, on ? ui.theme().reds.ink : ui.theme().ink2);
        text(ui, inside, words,
            {.style = on ? type::field.bold() : type::field,
                .color = on ? ui.theme().reds.ink : ui.theme().ink});
    }
}

void SettingsScreen::draw_group_strip(Ui& ui, const Rect& rect)
{
    const auto shown = shown_groups(m_desk.recovered());
    // In two rows where the words would not fit.
    const int rows = rect.h > 80 ? 2 : 1;
    const int across = (static_cast<int>(shown.size()) + rows - 1) / rows;
    std::vector<Rect> cells;
    for (const Rect& row : rect.rows(rows, space::s1))
        std::ranges::copy(row.columns(across, space::s1), std::back_inserter(cells));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const bool on = shown[i].group == m_group;
        const std::string words = ui.tr(group_key(shown[i].group));
        const Press pressed = press(ui, WidgetId("settings.group", i), cells[i], words);
        const Color ink = on ? ui.theme().reds.ink : ui.theme().ink;
        choice_ground(ui, cells[i], on, pressed.down, on ? stroke::button : stroke::card);
        Rect lines = cells[i].centred({cells[i].w, 54});
        icon(ui, lines.cut_top(28), shown[i].icon, 28, ink);
        text(ui, lines, words,
            {.style = on ? type::caption_bold : type::caption,
                .color = ink,
                .align = Align::Centre});
        if (pressed)
            m_group = shown[i].group;
    }
}

void SettingsScreen::draw_body(Ui& ui, Commands& commands, const Rect& rect)
{
    const auto rows = choices(ui, commands);
    const auto ways = links(ui);
    const float inner = 64 + setting_row * static_cast<float>(rows.size() + ways.size());
    const bool sample = m_group == Group::Display;
    const float whole = inner + 2 + (sample ? space::s2 + sample_height : 0);
    ScrollScope page(ui, WidgetId("settings.page", static_cast<std::uint64_t>(m_group)), rect);
    Rect column {rect.x, page.top(), rect.w, whole};
    const Rect whole_card = card(ui, column.cut_top(inner + 2, space::s2));
    Rect inside = whole_card.inset(stroke::card);
    Rect head = inside.cut_top(64);
    const std::string title = ui.tr(group_key(m_group));
    card_header(ui, "settings.header", head, {.title = title, .height = 64});
    const std::string advice
        = ui.tr(m_group == Group::Display ? "settings.at_once_here" : "settings.at_once");
    if (head.w > 560)
        text(ui, head.inset(20, 0), advice,
            {.style = type::caption, .color = ui.theme().ink2, .align = Align::Right});
    for (const Choice& choice : rows)
        inside.cut_top(draw_choice(ui, {inside.x, inside.y, inside.w, setting_row}, choice));
    for (std::size_t i = 0; i < ways.size(); ++i)
        inside.cut_top(draw_link(ui, {inside.x, inside.y, inside.w, setting_row}, ways[i], i));
    if (sample)
        draw_sample(ui, column);
    page.content(whole);
}

float SettingsScreen::draw_choice(Ui& ui, const Rect& rect, const Choice& choice)
{
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect row = rect.inset({.top = 1, .right = 19, .left = 20});
    const auto count = static_cast<int>(choice.options.size());
    const bool narrow = row.w < 560;
    const float width = narrow      ? (count == 2 ? 116.0F : 96.0F)
        : count == 2                ? 160.0F
        : choice.key == "text_size" ? 104.0F
                                    : 136.0F;
    const float total
        = width * static_cast<float>(count) + space::s1 * static_cast<float>(count - 1);
    const auto cells
        = row.cut_right(total, space::s1).centred({total, space::touch}).columns(count, space::s1);
    for (int i = 0; i < count; ++i) {
        const bool on = i == choice.chosen;
        // The sizes of text are written in themselves.
        constexpr std::array sizes {20.0F, 24.0F, 28.0F};
        PickerLook look {.chosen = on,
            .icon = on ? icons::done : Icon {},
            .gap = width < 110 ? 4.0F : 8.0F,
            .padding = 2};
        if (width < (choice.key == "text_size" ? 100.0F : 120.0F))
            look.icon = {}; // The red frame says it.
        if (choice.key == "text_size" && !on)
            look.style = type::label.with_size(sizes.at(static_cast<std::size_t>(i)));
        look.strong = true;
        const auto at = static_cast<std::size_t>(i);
        const std::string spoken = ui.tr("settings." + choice.key) + ": " + choice.options[at];
        look.spoken = spoken;
        if (picker(ui, WidgetId(WidgetId("settings." + choice.key), choice.options[at]), cells[at],
                choice.options[at], look)
            && !on)
            choice.choose(i);
    }
    const TextStyle advice_style = type::caption.with_line(24);
    const std::string advice = ui.tr("settings." + choice.key + "_advice");
    const bool fits = text_width(ui, advice, advice_style) <= row.w;
    Rect lines = row.centred({row.w, 52});
    text(ui, fits ? lines.cut_top(28) : lines, ui.tr("settings." + choice.key),
        {.style = type::label, .color = ui.theme().ink});
    if (fits) // Else the name has to do.
        text(ui, lines, advice, {.style = advice_style, .color = ui.theme().ink2});
    return setting_row;
}

float SettingsScreen::draw_link(Ui& ui, const Rect& rect, const Link& link, std::uint64_t row)
{
    const Press pressed = list_row(ui, WidgetId("settings.link", row), rect,
        {.person = link.person,
            .words = link.title,
            .second = link.value,
            .bold = true,
            .leads_on = static_cast<bool>(link.open)});
    if (pressed && link.open)
        link.open();
    return setting_row;
}

void SettingsScreen::draw_sample(Ui& ui, Rect rect) const
{
    const Rect whole = card(ui, {rect.x, rect.y, rect.w, sample_height});
    const auto chair = std::ranges::find(m_officers, OfficerRole::Secretary, &Officer::role);
    Rect rest = whole.inset(stroke::card);
    Rect first = rest.cut_top(64).inset({.right = 19, .left = 20});
    if (chair != m_officers.end()) {
        avatar(ui, first.cut_left(48, 12).centred({48, 48}), portrait(chair->name, chair->number));
        const std::string here = ui.tr("settings.sample_present");
        const ChipLook look {.tone = Tone::Green, .icon = icons::check_circle};
        const Rect at = first.cut_right(chip_width(ui, here, look), space::s1);
        chip(ui, {at.x, at.y + 14}, here, look);
        Rect lines = first.centred({first.w, 52});
        text(ui, lines.cut_top(28), chair->name,
            {.style = type::name.with_line(28), .color = ui.theme().ink});
        text(ui, lines, ui.tr("settings.sample_role"),
            {.style = type::caption.with_line(24), .color = ui.theme().ink2});
    }
    rule(ui, {rest.x, rest.y}, rest.w, ui.theme().line);
    Rect second = rest.cut_top(64).inset({.top = 1, .right = 19, .left = 20});
    const std::string word = ui.tr("settings.sample_word");
    text(ui, second.cut_right(text_width(ui, word, type::caption) + 1, 12), word,
        {.style = type::caption, .color = ui.theme().ink2});
    text(ui, second, ui.tr("settings.sample"), {.style = type::body, .color = ui.theme().ink});
}

void SettingsScreen::draw_footer(Ui& ui, Commands& commands, Rect rect)
{
    const bool columns = ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide;
    const Rect reset = rect.cut_left(columns ? groups_width : 232, columns ? space::s3 : space::s2);
    const bool resets = m_group != Group::Cell && m_group != Group::Device;
    if (resets
        && button(ui, "settings.reset", reset, ui.tr("settings.reset"), {.icon = icons::refresh}))
        reset_group(ui, commands);
    const Rect done = rect.cut_right(160, space::s2);
    if (button(ui, "settings.done", done, ui.tr("settings.done"),
            {.kind = ButtonKind::Primary, .icon = icons::done, .style = type::button_xxl}))
        commands.back();
    constexpr float room_for_undo = 480;
    if (rect.w > room_for_undo)
        draw_undo(ui, rect);
    else
        draw_undo(ui, {ui.work().x, rect.y - 96, ui.work().w, footer_height});
}

void SettingsScreen::draw_undo(Ui& ui, const Rect& rect)
{
    if (!m_undo)
        return;
    const std::int64_t left = m_undo->until_ms - ui.now_ms();
    if (left <= 0) {
        m_undo.reset();
        return;
    }
    ui.pace().again(ui.now_ms() + (left - 1) % 1000 + 1, Why::Timer);
    if (draw_toast(ui, "settings.undo", rect,
            {.icon_size = 28,
                .words = m_undo->words,
                .button = ui.tr("common.undo"),
                .left_ms = left,
                .whole_ms = undo_ms})) {
        const auto back = m_undo->back;
        m_undo.reset();
        back();
    }
}

void SettingsScreen::draw_sheet(Ui& ui, Commands& commands)
{
    if (m_officer_sheet) {
        m_officer_sheet->draw(ui, commands, m_desk, rights(m_officer_role));
        if (m_officer_sheet->closed())
            m_officer_sheet.reset();
    }
    if (m_photo_sheet && !m_photo_sheet->draw(ui, commands, m_desk.exchange()))
        m_photo_sheet.reset();
    if (m_member_sheet) {
        m_member_sheet->draw(ui, commands);
        if (m_member_sheet->wants_photo())
            m_photo_sheet.emplace(*m_member_sheet->wants_photo());
        if (m_member_sheet->closed())
            m_member_sheet.reset();
    }
    if (!m_sheet)
        return;
    m_sheet->draw(ui, commands, m_desk);
    if (const auto taken = m_sheet->taken())
        take_text(commands, *taken);
    if (m_sheet->closed())
        m_sheet.reset();
}

void SettingsScreen::take_text(Commands& commands, const SettingsSheet::Taken& taken)
{
    Cell cell = m_cell;
    CellHeading heading = m_heading;
    // A heading holds from the day on which it was changed: old papers keep theirs.
    const Date today = date_of(m_now_ms);
    if (heading.valid_from != today) {
        heading.id = {};
        heading.valid_from = today;
    }
    switch (taken.field) {
    case SettingsSheet::Field::Room:
        cell.room = taken.value;
        break;
    case SettingsSheet::Field::CellName:
        cell.name = taken.value;
        m_desk.rename_cell(taken.value);
        break;
    case SettingsSheet::Field::Organisation:
        cell.organisation = taken.value;
        break;
    case SettingsSheet::Field::ParentLine:
        heading.parent_line = taken.value;
        commands.push(set_heading(heading));
        return;
    case SettingsSheet::Field::CellLine:
        heading.cell_line = taken.value;
        commands.push(set_heading(heading));
        return;
    case SettingsSheet::Field::Place:
        heading.place = taken.value;
        commands.push(set_heading(heading));
        return;
    }
    commands.push(edit_cell(cell));
}

} // namespace chibo
