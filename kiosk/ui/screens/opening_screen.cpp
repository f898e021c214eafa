#include "ui/screens/opening_screen.h"

#include <algorithm>

#include "meeting/dates.h"
#include "meeting/words.h"
#include "record/check_in_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/rule_files.h"
#include "ui/screens/attendance_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/marked_text.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float row_height = 59;
constexpr float least_row_height = 50;
constexpr float present_more = 3; // The line of the present is a little higher.
constexpr TextStyle row_style {26, 36, Weight::Regular};
constexpr TextStyle long_style {22, 28, Weight::Regular}; // Of many names.

/// Widths of a line's columns; narrower where the screen is.
struct Columns {
    float label = 288;
    float number = 64;
    float gap = 40;
};

Columns columns_for(float width)
{
    return width < 900 ? Columns {196, 48, 24} : Columns {};
}

float words_width(float width)
{
    const Columns columns = columns_for(width);
    return width - 20 - 32 - 16 - columns.label - columns.number - columns.gap - 24;
}

std::string comrade(const Ui& ui, const AttendanceRow& row)
{
    return ui.tr("opening.comrade", {{"name", kept_together(row.name)}});
}

void add_to(std::string& list, const std::string& next)
{
    if (!list.empty())
        list += "; ";
    list += next;
}

} // namespace

void OpeningScreen::refresh(const Record& record, const Viewer&)
{
    m_meeting = m_asked.nil() ? read_current_meeting(record, record.clock().now_ms())
                              : read_meeting(record, m_asked);
    if (!m_meeting)
        return;
    m_room = read_attendance(record, m_meeting->id);
    m_opening = read_opening(record, m_meeting->id);
    if (!m_opening)
        return;
    m_room.figures = m_opening->figures;
    m_room.mark = attendance_mark(
        m_room.figures, rules_of(*m_meeting), m_meeting->kind == MeetingKind::Congress);
}

/// As it was read aloud, once it was; now, before.
Seat OpeningScreen::shown_seat(const AttendanceRow& row) const
{
    return m_opening ? announced_seat(*m_opening, row) : seat(row);
}

Standing OpeningScreen::shown_standing(const AttendanceRow& row) const
{
    return m_opening ? announced_standing(*m_opening, row) : row.standing;
}

std::string OpeningScreen::split(const Ui& ui, int official, int probationary, int temporary) const
{
    const Values values {{"official", std::to_string(official)},
        {"probationary", std::to_string(probationary)}, {"temporary", std::to_string(temporary)}};
    return ui.tr(temporary > 0 ? "opening.split_temporary" : "opening.split", values);
}

std::string OpeningScreen::names(const Ui& ui, Seat wanted) const
{
    std::string list;
    for (const AttendanceRow& row : m_room.rows) {
        Seat then = shown_seat(row);
        if (then == Seat::AnnouncedAbsent)
            then = Seat::Excused;
        if (row.is_guest || !must_attend(shown_standing(row)) || then != wanted)
            continue;
        std::string each = comrade(ui, row);
        const bool absent = wanted == Seat::Excused && row.absence;
        const AbsenceReason reason = absent ? row.absence->reason : AbsenceReason::None;
        if (reason == AbsenceReason::Other)
            each += ", " + row.absence->reason_text;
        else if (reason != AbsenceReason::None)
            each += ", " + ui.tr("absence_reason_aloud." + std::string(word(reason)));
        add_to(list, each);
    }
    return list;
}

std::string OpeningScreen::names_of(const Ui& ui, Standing standing) const
{
    std::string list;
    for (const AttendanceRow& row : m_room.rows) {
        if (!row.is_guest && shown_standing(row) == standing)
            add_to(list, comrade(ui, row));
    }
    return list;
}

std::string OpeningScreen::guest_names(const Ui& ui) const
{
    std::string list;
    for (const AttendanceRow& row : m_room.rows) {
        if (!row.is_guest || shown_seat(row) != Seat::Present)
            continue;
        const std::string from = role_words(ui, row);
        add_to(list, comrade(ui, row) + (from.empty() ? "" : ", " + from));
    }
    return list;
}

OpeningScreen::Line OpeningScreen::officer_line(
    const Ui& ui, const char* key, Icon sign, bool clerk) const
{
    Line line {.icon = sign, .key = key};
    for (const AttendanceRow& row : m_room.rows) {
        if (!(clerk ? row.is_clerk : row.is_chair))
            continue;
        line.person = portrait(row.name, row.number);
        line.words = comrade(ui, row);
        if (row.position != Position::None)
            line.words += ", " + ui.tr("role." + std::string(word(row.position)));
    }
    return line;
}

std::vector<OpeningScreen::Line> OpeningScreen::lines(const Ui& ui) const
{
    const AttendanceFigures& figures = m_room.figures;
    const Theme& theme = ui.theme();
    const std::string present = split(
        ui, figures.present_official, figures.present_probationary, figures.present_temporary_here);
    std::vector<Line> all {
        {.icon = icons::groups,
            .key = "opening.total",
            .number = figures.total,
            .words = split(ui, figures.official, figures.probationary, figures.temporary_here)},
        {.icon = icons::event_available,
            .key = "opening.exempt",
            .number = figures.exempt,
            .words = names_of(ui, Standing::Exempt)},
        {.icon = icons::arrow_forward,
            .key = "opening.away",
            .number = figures.temporary_away,
            .words = names_of(ui, Standing::TemporaryAway)},
        {.icon = icons::assignment_turned_in,
            .key = "opening.required",
            .number = figures.required,
            .bold = true},
        {.icon = icons::check_circle,
            .icon_color = theme.greens.solid,
            .key = "opening.present",
            .number = figures.present,
            .words = ui.tr("opening.split_reached",
                {{"split", present}, {"percent", percent_words(figures.rate_tenths)}}),
            .bold = true,
            .present = true},
        {.icon = icons::event_busy,
            .icon_color = theme.ambers.solid,
            .key = "opening.excused",
            .number = figures.excused,
            .words = names(ui, Seat::Excused)}};
    if (figures.unexcused > 0)
        all.push_back({.icon = icons::cancel,
            .icon_color = theme.red,
            .key = "opening.unexcused",
            .number = figures.unexcused,
            .words = names(ui, Seat::Unexcused)});
    if (figures.not_arrived > 0)
        all.push_back({.icon = icons::schedule,
            .key = "opening.not_arrived",
            .number = figures.not_arrived,
            .words = names(ui, Seat::NotArrived)});
    if (figures.left > 0)
        all.push_back({.icon = icons::arrow_forward,
            .key = "opening.left",
            .number = figures.left,
            .words = names(ui, Seat::Left)});
    all.push_back({.icon = icons::badge,
        .icon_color = theme.blues.solid,
        .key = "opening.guests",
        .number = figures.guests,
        .words = guest_names(ui)});
    all.push_back(officer_line(ui, "opening.chair", icons::gavel, false));
    all.push_back(officer_line(ui, "opening.clerk", icons::edit_note, true));
    return all;
}

float OpeningScreen::line_height(Ui& ui, const Line& line, float width) const
{
    const float least = line.present ? m_row_height + present_more : m_row_height;
    const float room = words_width(width);
    if (text_width(ui, line.words, row_style) <= room)
        return least;
    return std::max(least, measure(ui, line.words, long_style, room).h + 16);
}

void OpeningScreen::draw_line(Ui& ui, const Rect& row, const Line& line, bool first) const
{
    const Theme& theme = ui.theme();
    const Columns columns = columns_for(row.w);
    if (line.present)
        fill(ui, row, theme.greens.tint);
    if (!first)
        rule(ui, {row.x, row.y}, row.w, theme.line);
    Rect rest = row.inset({.top = first ? 0.0F : 1.0F, .right = 24, .left = 20});
    icon(ui, rest.cut_left(32, 16), line.icon, 32,
        line.icon_color == Color {} ? theme.ink2 : line.icon_color);
    const TextStyle label = line.bold ? row_style.bold() : row_style;
    const Rect label_box = rest.cut_left(columns.label);
    const bool fits = text_width(ui, ui.tr(line.key), label) <= label_box.w;
    text(ui, label_box, ui.tr(line.key),
        {.style = fits ? label : label.with_size(22), .color = theme.ink});
    const Rect number = rest.cut_left(columns.number, columns.gap);
    if (line.person)
        avatar(ui, {number.right() - 40, number.y + (number.h - 40) / 2, 40, 40}, *line.person);
    else
        text(ui, number, std::to_string(line.number),
            {.style = row_style.bold(),
                .color = theme.ink,
                .align = Align::Right,
                .digits = Digits::Tabular});
    if (line.present) {
        const std::string mark
            = ui.tr(m_room.mark.reached ? "opening.mark_reached" : "opening.mark_missed",
                {{"mark", mark_words(ui, m_room.mark)}});
        const ChipLook look {.tone = m_room.mark.reached ? Tone::Green : Tone::Amber,
            .icon = m_room.mark.reached ? icons::verified : icons::error,
            .fill = theme.card};
        const float width = chip_width(ui, mark, look);
        std::string words = line.words;
        std::erase(words, '*'); // The marks take no room.
        // The words say it too.
        if (text_width(ui, words, row_style) + 16 + width <= rest.w)
            (void)chip(ui, {rest.right() - width, rest.y + (rest.h - 36) / 2}, mark, look);
    }
    const bool one_line = text_width(ui, line.words, row_style) <= words_width(row.w);
    marked_text(ui, rest, line.words,
        {.style = one_line ? row_style : long_style, .color = theme.ink, .lines = Lines::Wrap});
}

void OpeningScreen::draw(Ui& ui, Commands& commands)
{
    if (m_started) {
        commands.go({.screen = "agenda", .meeting = m_meeting->id, .detail = {}});
        m_started = false;
    }
    if (!m_meeting) {
        const std::string title = ui.tr("check_in.no_meeting");
        const std::string advice = ui.tr("check_in.no_meeting_advice");
        (void)empty_state(ui, "opening.none", ui.work(),
            {.icon = icons::event_available, .title = title, .advice = advice});
        return;
    }
    Rect work = ui.work();
    draw_foot(ui, work.cut_bottom(button_xxl_height, 16), commands);
    ui.set_toast_room(work);
    const Rect head = work.cut_top(44, 12);
    const std::string title = ui.tr("opening.title");
    text(ui, head, title, {.style = type::title, .color = ui.theme().ink});
    const std::string advice = m_opening
        ? ui.tr("opening.announced", {{"time", hm(m_opening->announced_at_ms)}})
        : ui.tr("opening.advice");
    const float free = head.w - text_width(ui, title, type::title) - 24;
    if (text_width(ui, advice, type::body) <= free)
        text(ui, head, advice, {.color = ui.theme().ink2, .align = Align::Right});

    const auto all = lines(ui);
    const float fitting = (work.h - 2 - present_more) / static_cast<float>(all.size());
    m_row_height = std::clamp(fitting, least_row_height, row_height);
    float height = 2;
    for (const Line& line : all)
        height += line_height(ui, line, work.w - 2);
    const Rect whole {work.x, work.y, work.w, std::min(work.h, height)};
    card(ui, whole);
    ScrollScope scroll(ui, "opening.lines", whole.inset(1));
    Rect rest = scroll.rect();
    for (std::size_t i = 0; i < all.size(); ++i)
        draw_line(ui, rest.cut_top(line_height(ui, all[i], rest.w)), all[i], i == 0);
    scroll.content(rest.y - scroll.top());
}

void OpeningScreen::draw_foot(Ui& ui, Rect row, Commands& commands)
{
    const bool narrow = row.w < 1000;
    const bool slim = row.w < 600;
    const ButtonLook edit_look {.icon = slim ? Icon {} : icons::edit,
        .icon_size = 32,
        .style = {narrow ? 22.0F : 24.0F, 28, Weight::SemiBold}};
    if (button(ui, "opening.edit", row.cut_left(narrow ? row.w * 0.38F : 272, 16),
            ui.tr("opening.edit"), edit_look))
        commands.go({.screen = "check_in", .meeting = m_meeting->id, .detail = {}});
    const Rect go = row.cut_right(narrow ? row.w : 424, 16);
    ButtonLook look {.kind = ButtonKind::Primary,
        .icon = icons::arrow_forward,
        .icon_size = narrow ? 28.0F : 32.0F,
        .side = IconSide::After,
        .style = narrow ? type::button : type::button_xxl};
    if (m_opening) {
        if (button(ui, "opening.to_agenda", go, ui.tr("check_in.to_agenda"), look))
            m_started = true;
    } else if (button(ui, "opening.announce", go, ui.tr("opening.announce"), look)) {
        After after;
        after.done = [this](const JournalPlace&) { m_started = true; };
        commands.push(start_meeting(m_meeting->id), std::move(after));
    }
    if (narrow)
        return;
    icon(ui, row.cut_left(28, 12), icons::info, 28, ui.theme().blues.solid);
    const UnixMs at = m_opening ? m_opening->announced_at_ms : ui.clock().now_ms();
    text(ui, row, ui.tr("opening.note", {{"time", hm(at)}}),
        {.style = type::caption.with_line(24), .color = ui.theme().ink2, .lines = Lines::Wrap});
}

} // namespace chibo
