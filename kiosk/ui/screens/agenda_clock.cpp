// The agenda's clock: ring, time used, what the chair does with the running item, and the next one.
#include "record/agenda_commands.h"
#include "record/rule_files.h"
#include "ui/screens/agenda_screen.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ring.h"

namespace chibo {
namespace {

constexpr float clock_row = 196; // Ring and title.
constexpr float ring_size = 176;
constexpr float padding = 21; // 20 and the border.
constexpr int undo_s = 6;

struct PhaseLook {
    Tone tone = Tone::Neutral;
    Icon icon {};
    const char* word = ""; // Below the number in the ring.
};

PhaseLook look_of(TimerPhase phase)
{
    switch (phase) {
    case TimerPhase::Near:
        return {Tone::Amber, icons::timelapse, "agenda.left"};
    case TimerPhase::Over:
        return {Tone::Red, icons::alarm, "agenda.over"};
    case TimerPhase::Paused:
        return {Tone::Neutral, icons::pause, "agenda.paused"};
    case TimerPhase::Calm:
    case TimerPhase::Idle:
        break;
    }
    return {Tone::Neutral, icons::schedule, "agenda.left"};
}

} // namespace

After AgendaScreen::told(std::string key, const AgendaItem& item)
{
    After after;
    after.toast = Told {std::move(key), {{"title", tied(item.title)}}, undo_s};
    return after;
}

float AgendaScreen::clock_height() const
{
    return clock_row + 2 * padding;
}

void AgendaScreen::draw_clock(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(padding);
    inside.h = clock_row;
    const AgendaItem* item = current_item(m_agenda);
    if (!item) {
        draw_no_clock(ui, inside);
        return;
    }
    const ItemTimer timer = item_timer(*item, now(ui));
    const std::string word = ui.tr(look_of(timer.phase).word);
    timer_ring(ui, inside.cut_left(ring_size, 12).centred({ring_size, ring_size}),
        {.used_ms = timer.used_ms,
            .planned_ms = timer.limit_ms,
            .paused = item->state == ItemState::Paused,
            .word = word});
    if (leads())
        draw_item_buttons(ui, commands, inside.cut_bottom(72), *item);
    draw_item_clock(ui, inside, *item);
}

void AgendaScreen::draw_item_clock(Ui& ui, Rect rect, const AgendaItem& item)
{
    const ItemTimer timer = item_timer(item, now(ui));
    const PhaseLook look = look_of(timer.phase);
    const Rect row = rect.cut_top(36, space::s1);
    const std::string figures = m_ss(timer.used_ms) + " / " + m_ss(timer.limit_ms);
    (void)chip(ui, {row.x, row.y}, {}, {.tone = look.tone, .icon = look.icon, .figures = figures});
    const std::string place = ui.tr("agenda.place",
        {{"number", std::to_string(item_number(m_agenda, item.id))},
            {"count", std::to_string(m_agenda.items.size())}});
    text(ui, row, place, {.style = type::caption, .color = ui.theme().ink2, .align = Align::Right});
    text(ui, rect, tied_title(item.title),
        {.style = type::heading.with_line(32),
            .color = ui.theme().ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = leads() ? 2 : 4});
}

void AgendaScreen::draw_item_buttons(
    Ui& ui, Commands& commands, const Rect& rect, const AgendaItem& item)
{
    const auto look = [](Icon icon) {
        return ButtonLook {.icon = icon,
            .side = IconSide::Above,
            .style = type::label.with_size(18).with_line(24),
            .gap = 0};
    };
    const bool critique = leads_to_critique(critique_rules_of(*m_meeting), word(item.kind));
    const auto cells = rect.columns(critique ? 4 : 3, space::s1);
    const MeetingId meeting = m_meeting->id;
    if (critique
        && button(ui, "agenda.critique", cells[3], ui.tr("agenda.critique"), look(icons::forum)))
        commands.go({.screen = "critique", .meeting = meeting, .detail = {}});
    if (item.state == ItemState::Paused) {
        if (button(ui, "agenda.resume", cells[0], ui.tr("agenda.resume"),
                look(icons::play_circle_filled)))
            commands.push(resume_item(meeting));
    } else if (button(ui, "agenda.pause", cells[0], ui.tr("agenda.pause"), look(icons::pause))) {
        commands.push(pause_item(meeting));
    }
    const std::string more
        = ui.tr("agenda.prolong", {{"minutes", std::to_string(m_prolong_s / 60)}});
    if (button(ui, "agenda.prolong", cells[1], more, look(icons::more_time)))
        commands.push(prolong_item(meeting, item.id, m_prolong_s));
    if (button(ui, "agenda.skip", cells[2], ui.tr("agenda.skip"), look(icons::arrow_forward)))
        commands.push(skip_item(meeting, item.id), told("agenda.skipped", item));
}

void AgendaScreen::draw_no_clock(Ui& ui, Rect rect)
{
    const bool before = m_meeting->state == MeetingState::Planned;
    const Icon which = before ? icons::schedule : icons::check_circle;
    const Rect square = rect.cut_left(ring_size, 12).centred({ring_size, ring_size});
    icon(ui, square, which, 96, before ? ui.theme().edge : ui.theme().greens.solid);
    const Rect lines = rect.centred({rect.w, 3 * 32});
    const std::string title = before ? tied(m_meeting->title) : ui.tr("agenda.all_done");
    const std::string second = before
        ? ui.tr("agenda.starts", {{"time", hm(m_meeting->planned_start_ms)}})
        : ui.tr(m_meeting->closed_at_ms ? "agenda.ended" : "agenda.to_seal",
              {{"time", hm(m_meeting->closed_at_ms.value_or(0))}});
    const TextExtent drawn = text(ui, lines, title,
        {.style = type::heading.with_line(32),
            .color = ui.theme().ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = 2});
    text(ui, {lines.x, lines.y + drawn.h + 4, lines.w, 56}, second,
        {.style = type::caption,
            .color = ui.theme().ink2,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = 2});
}

void AgendaScreen::draw_primary(Ui& ui, Commands& commands, const Rect& rect)
{
    ButtonLook look {.kind = ButtonKind::Primary,
        .icon = icons::skip_next,
        .icon_size = 36,
        .style = type::button_xl};
    const MeetingId meeting = m_meeting->id;
    if (m_meeting->state == MeetingState::Planned) {
        look.icon = icons::how_to_reg;
        if (button(ui, "agenda.check_in", rect, ui.tr("agenda.check_in"), look))
            commands.go({.screen = "check_in", .meeting = meeting});
        return;
    }
    const AgendaItem* next = next_item(m_agenda);
    if (!next && !current_item(m_agenda)) {
        look.icon = icons::verified;
        if (button(ui, "agenda.seal", rect, ui.tr("agenda.seal"), look))
            commands.go({.screen = "seal", .meeting = meeting});
        return;
    }
    if (!next)
        look.icon = icons::done;
    const std::string label = ui.tr(next ? "agenda.next" : "agenda.finish");
    if (!button(ui, "agenda.next", rect, label, look))
        return;
    commands.push(start_next_item(meeting),
        next ? told("agenda.moved_on", *next)
             : told("agenda.finished_all", *current_item(m_agenda)));
}

} // namespace chibo
