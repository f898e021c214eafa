#include "ui/screens/home.h"

#include <algorithm>

#include "record/agenda_queries.h"
#include "record/critique_commands.h"
#include "record/critique_queries.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

namespace chibo {
namespace {

constexpr float strip_height = 64;
constexpr float strip_line = 28; // Where it has several.
constexpr float strip_pad = 8;
constexpr float side_width = 384; // Of the right column on the tablet; the left one is 704.
constexpr float coming_row = 89;
constexpr float padding = HomeScreen::padding;

std::string month_name(Ui& ui, int month)
{
    return ui.tr("month." + std::to_string(month));
}

/// "04" over "tháng 9".
void date_box(Ui& ui, const Rect& rect, UnixMs at)
{
    fill(ui, rect, ui.theme().sunk, radius::button);
    const Date date = date_of(at);
    Rect lines = rect.centred({rect.w, 52});
    const std::string day = (date.day < 10 ? "0" : "") + std::to_string(date.day);
    text(ui, lines.cut_top(30), day,
        {.style = type::heading.with_line(30),
            .color = ui.theme().ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
    text(ui, lines, month_name(ui, date.month),
        {.style = type::caption.with_line(22), .color = ui.theme().ink2, .align = Align::Centre});
}

/// Of the button behind what needs attention.
ButtonLook show_look(const Ui& ui)
{
    return {.kind = ButtonKind::Text,
        .icon = icons::chevron_right,
        .side = IconSide::After,
        .ink = ui.theme().family(Tone::Amber).ink};
}

/// A large icon and a line or two in the middle of a card that has nothing to list.
void empty_note(Ui& ui, const Rect& rect, Icon what, std::string_view words)
{
    Rect lines = rect.centred({rect.w - 2 * padding, 84});
    icon(ui, lines.cut_top(40, 8), what, 40, ui.theme().edge);
    text(ui, lines, words,
        {.style = type::caption,
            .color = ui.theme().ink2,
            .align = Align::Centre,
            .place = Place::Top,
            .lines = Lines::Wrap});
}

} // namespace

void HomeScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_home = read_home(record, record.clock().now_ms());
    m_agenda = m_home.today ? read_agenda(record, m_home.today->meeting.id) : Agenda {};
    const Date today = date_of(record.clock().now_ms());
    m_due_commitments = follow_up_sight(viewer.member, viewer.role) == CritiqueSight::All
        ? count_due_commitments(record, today)
        : 0;
    // The chair's alone, and on Home no more than how many.
    m_absence_alarms = viewer.role == "secretary"
        ? read_absence_alarms(record, record.clock().now_ms())
        : std::vector<AbsenceAlarm>();
}

bool HomeScreen::needs_attention() const
{
    return !m_viewer.room()
        && (m_home.overdue_tasks > 0 || m_home.unsigned_minutes || m_home.announced_absences > 0
            || !m_absence_alarms.empty() || m_due_commitments > 0);
}

void HomeScreen::draw(Ui& ui, Commands& commands)
{
    const Rect work = ui.work();
    if (ui.shape() == Shape::Tablet) {
        draw_cards(ui, commands, side_by_side(ui, work));
    } else if (ui.shape() == Shape::Wide) {
        draw_cards(ui, commands, in_three_columns(ui, work));
    } else {
        ScrollScope page(ui, "home.page", work);
        Boxes boxes = stacked(ui, {work.x, page.top(), work.w, work.h});
        draw_cards(ui, commands, boxes);
        const Rect& lowest = boxes.last.empty() ? boxes.coming : boxes.last;
        page.content(lowest.bottom() - page.top());
    }
    draw_sheet(ui, commands);
}

float HomeScreen::attention_height(Ui& ui, float width) const
{
    const float room = width - 2 * padding - 32 - 16;
    const float button = button_width(ui, ui.tr("home.show"), show_look(ui));
    std::string words = ui.tr("home.attention");
    for (const std::string& part : attention_parts(ui))
        words += " · " + part;
    // One line as in the picture; where that is too wide, title above and the rest below.
    constexpr float gaps = 130; // Between the parts, and the button.
    if (text_width(ui, words, type::label) + gaps < room)
        return strip_height;
    return 2 * strip_pad + strip_line
        + strip_line
        * static_cast<float>(measure(ui, attention_line(ui), type::body, room - button).lines);
}

HomeScreen::Boxes HomeScreen::side_by_side(Ui& ui, const Rect& work) const
{
    Boxes boxes;
    Rect rest = work;
    const float strip = needs_attention() ? attention_height(ui, rest.w) : 0;
    // A strip of two lines takes its room from the gaps: what is below keeps its own.
    const float gap = strip > strip_height ? 12 : space::s2;
    if (strip > 0)
        boxes.attention = rest.cut_top(strip, gap);
    Rect right = rest.cut_right(side_width, space::s2);
    boxes.today = rest.cut_top(today_room(ui), gap);
    (m_viewer.room() ? boxes.agenda : boxes.tasks) = rest;
    boxes.coming = m_viewer.room() ? right : right.cut_top(boxes.today.h, gap);
    if (!m_viewer.room())
        boxes.last = right;
    return boxes;
}

HomeScreen::Boxes HomeScreen::in_three_columns(Ui& ui, const Rect& work) const
{
    Boxes boxes;
    Rect rest = work;
    if (needs_attention())
        boxes.attention = rest.cut_top(attention_height(ui, rest.w), space::s2);
    constexpr float wider = 1.1F;
    const float side = side_width * wider;
    Rect top = rest.cut_top(today_room(ui), space::s2);
    if (!m_viewer.room())
        boxes.last = top.cut_right(side, space::s2);
    boxes.coming = top.cut_right(side, space::s2);
    boxes.today = top;
    // Below, the agenda has the width of the two right columns.
    if (!m_viewer.room())
        boxes.tasks = rest.cut_left(boxes.today.w, space::s2);
    boxes.agenda = rest;
    return boxes;
}

HomeScreen::Boxes HomeScreen::stacked(Ui& ui, const Rect& work) const
{
    Boxes boxes;
    Rect rest {work.x, work.y, work.w, 100'000};
    if (needs_attention())
        boxes.attention = rest.cut_top(attention_height(ui, rest.w), space::s2);
    boxes.today = rest.cut_top(today_room(ui), space::s2);
    const auto rows = static_cast<float>(
        std::clamp<std::size_t>(m_viewer.room() ? m_agenda.items.size() : m_home.due.size(), 2, 8));
    const Rect list = rest.cut_top(header_height + rows * space::touch + 2, space::s2);
    (m_viewer.room() ? boxes.agenda : boxes.tasks) = list;
    const auto meetings = static_cast<float>(std::clamp<std::size_t>(m_home.coming.size(), 2, 4));
    boxes.coming = rest.cut_top(header_height + meetings * coming_row + 2, space::s2);
    if (!m_viewer.room())
        boxes.last = rest.cut_top(258);
    return boxes;
}

void HomeScreen::draw_cards(Ui& ui, Commands& commands, const Boxes& boxes)
{
    if (!boxes.attention.empty())
        draw_attention(ui, commands, boxes.attention);
    if (m_home.today)
        draw_today(ui, commands, boxes.today);
    else
        draw_nothing_today(ui, commands, boxes.today);
    if (!boxes.tasks.empty())
        draw_tasks(ui, boxes.tasks);
    if (!boxes.agenda.empty())
        draw_agenda(ui, boxes.agenda);
    draw_coming(ui, commands, boxes.coming);
    if (!boxes.last.empty())
        draw_last(ui, commands, boxes.last);
}

void HomeScreen::draw_attention(Ui& ui, Commands& commands, const Rect& rect)
{
    const Family& amber = ui.theme().family(Tone::Amber);
    box(ui, rect,
        {.fill = amber.tint,
            .border = amber.line,
            .stroke = stroke::card,
            .radius = radius::button});
    Rect rest = rect.inset({.right = 4 + stroke::card, .left = padding + stroke::card});
    const ButtonLook look = show_look(ui);
    const std::string show = ui.tr("home.show");
    const Rect at = rest.cut_right(button_width(ui, show, look), space::s1);
    if (button(ui, "home.attention", at, show, look)) {
        m_attention.emplace(m_home, m_due_commitments, m_absence_alarms);
        if (!m_absence_alarms.empty()) // Their names are level C.
            commands.push(
                note_reading({.what = "absences", .how = "screen", .session = {}, .about = {}}));
    }
    icon(ui, rest.cut_left(32, 16), icons::error, 32, amber.ink);
    const std::string title = ui.tr("home.attention");
    if (rect.h > strip_height) {
        rest = rest.inset({.top = strip_pad, .bottom = strip_pad});
        text(ui, rest.cut_top(strip_line), title, {.style = type::label, .color = amber.ink});
        text(ui, rest, attention_line(ui),
            {.style = type::body, .color = amber.ink, .place = Place::Top, .lines = Lines::Wrap});
        return;
    }
    text(ui, rest.cut_left(text_width(ui, title, type::label), 16), title,
        {.style = type::label, .color = amber.ink});
    const auto parts = attention_parts(ui);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text(ui, rest.cut_left(text_width(ui, "·", type::body), 16), "·",
                {.style = type::body, .color = amber.ink});
        text(ui, rest.cut_left(text_width(ui, parts[i], type::body) + 1, 15), parts[i],
            {.style = type::body, .color = amber.ink});
    }
}

std::vector<std::string> HomeScreen::attention_parts(Ui& ui) const
{
    std::vector<std::string> parts;
    if (m_home.overdue_tasks > 0)
        parts.push_back(
            ui.tr("home.overdue_tasks", {{"count", std::to_string(m_home.overdue_tasks)}}));
    if (m_home.unsigned_minutes) {
        const Date day = date_of(m_home.unsigned_minutes->meeting.planned_start_ms);
        parts.push_back(ui.tr("home.unsigned_minutes",
            {{"month", ui.tr("month_name." + std::to_string(day.month))}}));
    }
    if (m_home.announced_absences > 0)
        parts.push_back(ui.tr(
            "home.announced_absences", {{"count", std::to_string(m_home.announced_absences)}}));
    if (!m_absence_alarms.empty())
        parts.push_back(
            ui.tr("home.absence_alarms", {{"count", std::to_string(m_absence_alarms.size())}}));
    // The chair follows it up; the clerk, whose strip is long, finds it on the sheet.
    if (m_due_commitments > 0 && (m_viewer.role != "clerk" || parts.empty()))
        parts.push_back(
            ui.tr("home.strip_commitments", {{"count", std::to_string(m_due_commitments)}}));
    return parts;
}

std::string HomeScreen::attention_line(Ui& ui) const
{
    std::string line;
    for (const std::string& part : attention_parts(ui))
        line += (line.empty() ? "" : " · ") + part;
    return line;
}

void HomeScreen::draw_coming(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    const Rect inside = rect.inset(stroke::card);
    card_header(
        ui, "home.coming", inside, {.title = ui.tr("home.coming"), .height = header_height});
    const Rect list = inside.inset({.top = header_height});
    if (m_home.coming.empty()) {
        empty_note(ui, list, icons::event, ui.tr("home.no_coming"));
        return;
    }
    ScrollScope rows(ui, "home.coming", list);
    float y = rows.top();
    for (std::size_t i = 0; i < m_home.coming.size(); ++i) {
        const float height = i + 1 == m_home.coming.size() ? coming_row + 1 : coming_row;
        const Rect row {list.x, y, list.w, height};
        if (rows.shows(row))
            draw_coming_row(ui, commands, row, m_home.coming[i]);
        y += height;
    }
    rows.content(y - rows.top());
}

void HomeScreen::draw_coming_row(
    Ui& ui, Commands& commands, const Rect& rect, const MeetingSummary& coming)
{
    const Meeting& meeting = coming.meeting;
    const std::string title = tied(meeting.title);
    if (!m_viewer.room()) {
        const Press pressed = press(ui, WidgetId("home.coming.row", meeting.id), rect, title);
        if (pressed.down)
            fill(ui, rect, ui.theme().sunk);
        if (pressed)
            commands.go({.screen = "plan", .meeting = meeting.id});
    }
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect row = rect.inset({.top = 1, .right = padding, .left = padding});
    date_box(ui, row.cut_left(84, 12).centred({84, 64}), meeting.planned_start_ms);
    if (!m_viewer.room()) {
        // The chevron reaches into the gap, as in the picture: long titles need the room.
        const Rect chevron = row.cut_right(28, 1);
        icon(ui, chevron, icons::chevron_right, 28, ui.theme().ink2);
    }
    const int lines = measure(ui, title, type::label, row.w, 2).lines;
    Rect words = row.centred({row.w, 26 + 28 * static_cast<float>(lines)});
    text(ui, words.cut_top(28 * static_cast<float>(lines)), title,
        {.style = type::label, .color = ui.theme().ink, .lines = Lines::Wrap, .max_lines = 2});
    text(ui, words,
        ui.tr("home.time_place",
            {{"time", hm(meeting.planned_start_ms)}, {"place", tied(meeting.place)}}),
        {.style = type::caption, .color = ui.theme().ink2});
}

void HomeScreen::draw_tasks(Ui& ui, const Rect& rect)
{
    card(ui, rect);
    const Rect inside = rect.inset(stroke::card);
    const std::string count = std::to_string(m_home.due.size());
    if (card_header(ui, "home.tasks", inside,
            {.title = ui.tr("home.tasks"),
                .count = count,
                .button = m_home.due.empty() ? std::string() : ui.tr("home.all_tasks"),
                .height = header_height}))
        m_tasks.emplace();
    const Rect list = inside.inset({.top = header_height});
    if (m_home.due.empty()) {
        empty_note(ui, list, icons::task_alt, ui.tr("home.no_tasks"));
        return;
    }
    // Whole rows only: the rest is behind "Xem tất cả".
    const auto room = static_cast<std::size_t>(list.h / space::touch);
    float y = list.y;
    for (std::size_t i = 0; i < std::min(room, m_home.due.size()); ++i, y += space::touch) {
        const Task& task = m_home.due[i];
        const Rect row {list.x, y, list.w, space::touch};
        const Press pressed = press(ui, WidgetId("home.task", task.id), row, task.text);
        if (pressed.down)
            fill(ui, row, ui.theme().sunk);
        if (pressed)
            m_tasks.emplace(task.id);
        draw_task_row(ui, row, task);
    }
}

void HomeScreen::draw_agenda(Ui& ui, const Rect& rect)
{
    card(ui, rect);
    const Rect inside = rect.inset(stroke::card);
    card_header(
        ui, "home.agenda", inside, {.title = ui.tr("home.agenda"), .height = header_height});
    const Rect list = inside.inset({.top = header_height});
    if (m_agenda.items.empty()) {
        empty_note(ui, list, icons::format_list_numbered, ui.tr("home.no_agenda"));
        return;
    }
    ScrollScope rows(ui, "home.agenda", list);
    float y = rows.top();
    for (std::size_t i = 0; i < m_agenda.items.size(); ++i, y += space::touch) {
        const AgendaItem& item = m_agenda.items[i];
        rule(ui, {list.x, y}, list.w, ui.theme().line);
        Rect row
            = Rect {list.x, y, list.w, space::touch}.inset({.right = padding, .left = padding});
        const std::string minutes
            = ui.tr("home.item_minutes", {{"count", std::to_string(item.planned_s / 60)}});
        text(ui, row.cut_right(96, space::s2), minutes,
            {.style = type::caption, .color = ui.theme().ink2, .align = Align::Right});
        text(ui, row, std::to_string(i + 1) + ". " + tied(item.title),
            {.style = type::body, .color = ui.theme().ink});
    }
    rows.content(y - rows.top());
}

void HomeScreen::draw_last(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(stroke::card);
    card_header(ui, "home.last", inside, {.title = ui.tr("home.last"), .height = header_height});
    if (!m_home.last) {
        empty_note(
            ui, inside.inset({.top = header_height}), icons::description, ui.tr("home.no_last"));
        return;
    }
    const MeetingSummary& last = *m_home.last;
    inside = inside.inset(
        {.top = header_height, .right = padding, .bottom = padding, .left = padding});
    text(ui, inside.cut_top(28), tied(last.meeting.title),
        {.style = type::label, .color = ui.theme().ink});
    text(ui, inside.cut_top(26, 14),
        ui.tr("home.last_figures",
            {{"day", dmy(date_of(last.meeting.planned_start_ms))},
                {"present", std::to_string(last.present)},
                {"required", std::to_string(last.required)},
                {"tasks", std::to_string(last.tasks)}}),
        {.style = type::caption, .color = ui.theme().ink2});
    const bool is_sealed = last.meeting.state == MeetingState::Sealed;
    // Below a strip of two lines there is room for the button alone.
    if (inside.h >= 28 + space::s1 + button_height)
        draw_steps(ui, inside.cut_top(28), is_sealed);
    const std::string words = ui.tr(is_sealed ? "home.show_minutes" : "home.open_to_sign");
    if (button(ui, "home.last.open", inside.cut_bottom(button_height), words,
            {.icon = is_sealed ? icons::description : icons::draw}))
        commands.go({.screen = "seal", .meeting = last.meeting.id});
}

void HomeScreen::draw_sheet(Ui& ui, Commands& commands)
{
    if (m_attention) {
        m_attention->draw(ui, commands);
        if (m_attention->wants_tasks())
            m_tasks.emplace();
        if (m_attention->closed())
            m_attention.reset();
    } else if (m_tasks) {
        m_tasks->draw(ui, commands, m_home.due);
        if (m_tasks->closed())
            m_tasks.reset();
    }
}

} // namespace chibo
