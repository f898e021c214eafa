#include "ui/screens/agenda_screen.h"

#include <algorithm>

#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/cell_queries.h"
#include "record/meeting_queries.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "record/time_anchor.h"
#include "ui/draw.h"
#include "ui/screens/entry_words.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ring.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float list_width = 528; // The right column of the tablet is 552.
constexpr float wide_list_width = 640;
constexpr float room_list_width = 948; // On a wide screen, where nothing stands beside.
constexpr float wide_speakers_width = 600;
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

After told(std::string key, const AgendaItem& item)
{
    After after;
    after.toast = Told {std::move(key), {{"title", tied(item.title)}}, undo_s};
    return after;
}

} // namespace

void AgendaScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    const UnixMs wall = record.clock().now_ms();
    m_meeting = m_asked.nil() ? read_current_meeting(record, wall) : read_meeting(record, m_asked);
    if (!m_meeting)
        return;
    m_agenda = read_agenda(record, m_meeting->id);
    m_speakers = read_speakers(record, m_meeting->id);
    m_rests = read_settings(record).agenda_rest;
    m_prolong_s = rules_of(*m_meeting).prolong_s;
    m_read_at_ms = meeting_now_ms(record, m_meeting->id);
    m_read_elapsed_ms = record.clock().elapsed_ms();
    m_so_far.clear();
    const AgendaItem* current = current_item(m_agenda);
    if (current && !viewer.room()) {
        m_so_far = read_entries(record, m_meeting->id);
        std::erase_if(m_so_far, [&](const Entry& entry) { return entry.item != current->id; });
    }
}

Resting AgendaScreen::resting() const
{
    return m_meeting && running(*m_meeting) && !m_rests ? Resting::Stays : Resting::ToRoom;
}

bool AgendaScreen::leads() const
{
    if (!m_meeting || !may_change(*m_meeting) || m_meeting->state == MeetingState::Closing)
        return false;
    if (m_viewer.role == "clerk")
        return m_meeting->clerk_runs_agenda;
    return m_viewer.role == "secretary" || m_viewer.role == "deputy_secretary"
        || m_viewer.role == "chair";
}

bool AgendaScreen::sees_who_spoke() const
{
    return m_viewer.role == "secretary" || m_viewer.role == "deputy_secretary"
        || m_viewer.role == "chair";
}

bool AgendaScreen::asks_for_floor() const
{
    return m_meeting && running(*m_meeting) && current_item(m_agenda);
}

UnixMs AgendaScreen::now(const Ui& ui) const
{
    return m_read_at_ms + ui.clock().elapsed_ms() - m_read_elapsed_ms;
}

void AgendaScreen::ask_for_next_second(Ui& ui) const
{
    const AgendaItem* item = current_item(m_agenda);
    if (!item || item->state != ItemState::Running)
        return;
    const std::int64_t into = used_ms(*item, now(ui)) % 1000;
    ui.pace().again(ui.now_ms() + 1000 - into, Why::Timer);
}

void AgendaScreen::draw(Ui& ui, Commands& commands)
{
    if (!m_meeting) {
        draw_nothing(ui, commands);
        return;
    }
    switch (ui.shape()) {
    case Shape::Tablet:
    case Shape::Wide:
        draw_side_by_side(ui, commands, ui.work());
        break;
    case Shape::Portrait:
        draw_portrait(ui, commands, ui.work());
        break;
    case Shape::Compact:
        draw_compact(ui, commands, ui.work());
        break;
    }
    draw_sheets(ui, commands);
    ask_for_next_second(ui);
}

void AgendaScreen::draw_nothing(Ui& ui, Commands& commands)
{
    const bool plans = !m_viewer.room() && m_viewer.role != "member";
    const std::string title = ui.tr("agenda.none");
    const std::string advice = ui.tr(plans ? "agenda.none_plan" : "agenda.none_ask");
    const std::string label = plans ? ui.tr("agenda.plan") : std::string();
    if (empty_state(ui, "agenda.none", ui.work(),
            {.icon = icons::format_list_numbered,
                .title = title,
                .advice = advice,
                .button = label}))
        commands.go({.screen = "plan"});
}

void AgendaScreen::draw_side_by_side(Ui& ui, Commands& commands, Rect work)
{
    const bool wide = ui.shape() == Shape::Wide;
    const float beside = m_viewer.room() ? room_list_width : wide_list_width;
    draw_list(ui, commands, work.cut_left(wide ? beside : list_width, space::s3));
    if (wide && !m_viewer.room()) {
        Rect third = work;
        third.cut_left(wide_speakers_width, space::s3);
        draw_so_far(ui, third);
        work.w = wide_speakers_width;
    }
    Rect clock
        = work.cut_top(clock_height() + (leads() ? button_xl_height + space::s2 : 0), space::s2);
    draw_clock(ui, commands, clock);
    if (leads())
        draw_primary(ui, commands, clock.inset(padding).cut_bottom(button_xl_height));
    draw_speakers(ui, commands, work);
}

float AgendaScreen::clock_height() const
{
    return clock_row + 2 * padding;
}

void AgendaScreen::draw_portrait(Ui& ui, Commands& commands, Rect work)
{
    draw_clock(ui, commands, work.cut_top(clock_height(), space::s2));
    if (leads())
        draw_primary(ui, commands, work.cut_bottom(button_xl_height, space::s2));
    const float most = work.h / 2;
    draw_speakers(ui, commands, work.cut_bottom(std::min(most, speakers_height()), space::s2));
    draw_list(ui, commands, work);
}

void AgendaScreen::draw_compact(Ui& ui, Commands& commands, Rect work)
{
    if (leads())
        draw_primary(ui, commands, work.cut_bottom(button_xl_height, space::s2));
    ScrollScope page(ui, "agenda.page", work);
    Rect rest = page.rect();
    draw_clock(ui, commands, rest.cut_top(clock_height(), space::s2));
    draw_speakers(ui, commands, rest.cut_top(speakers_height(), space::s2));
    draw_list(ui, commands, rest.cut_top(list_height(ui), 0));
    page.content(rest.y - page.top());
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
    const auto cells = rect.columns(3, space::s1);
    const MeetingId meeting = m_meeting->id;
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

void AgendaScreen::draw_so_far(Ui& ui, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(stroke::card);
    const std::string title = ui.tr("agenda.so_far");
    const std::string count = std::to_string(m_so_far.size());
    (void)card_header(ui, "agenda.so_far", inside, {.title = title, .count = count, .height = 64});
    inside.cut_top(64);
    rule(ui, {inside.x, inside.y}, inside.w, ui.theme().line);
    ScrollScope list(ui, "agenda.so_far.list", inside);
    Rect rest = list.rect().inset({.top = 12, .right = 20, .left = 20});
    for (const Entry& entry : m_so_far) {
        Rect row = rest;
        text(ui, {row.x, row.y, 60, 30}, hm(entry.at_ms),
            {.style = type::body.with_line(30),
                .color = ui.theme().ink2,
                .digits = Digits::Tabular});
        row.cut_left(72);
        const EntryWords words = entry_words(ui, entry);
        const std::string lead = words.lead + " ";
        const TextExtent drawn
            = text(ui, row, {{.text = lead, .weight = Weight::SemiBold}, {.text = words.rest}},
                {.style = type::body.with_line(30),
                    .color = ui.theme().ink,
                    .place = Place::Top,
                    .lines = Lines::Wrap});
        rest.cut_top(drawn.h, 12);
    }
    if (m_so_far.empty())
        text(ui, rest.cut_top(60), ui.tr("agenda.nothing_yet"),
            {.style = type::caption,
                .color = ui.theme().ink2,
                .place = Place::Top,
                .lines = Lines::Wrap});
    list.content(rest.y - list.top());
}

void AgendaScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_item_sheet) {
        const ItemSheet::Answer answer = m_item_sheet->draw(ui);
        give_item(commands, answer);
        if (m_item_sheet->closed())
            m_item_sheet.reset();
    } else if (m_people_sheet) {
        const PeopleSheet::Answer answer = m_people_sheet->draw(ui, m_speakers);
        give_person(commands, answer);
        if (m_people_sheet->closed())
            m_people_sheet.reset();
    }
}

void AgendaScreen::give_item(Commands& commands, const ItemSheet::Answer& answer)
{
    const MeetingId meeting = m_meeting->id;
    AgendaItem item;
    item.title = answer.item.title;
    switch (answer.what) {
    case ItemSheet::What::Nothing:
        break;
    case ItemSheet::What::Add:
        commands.push(add_item(meeting, answer.item), told("agenda.added", item));
        break;
    case ItemSheet::What::Change:
        commands.push(edit_item(meeting, answer.item), told("agenda.changed", item));
        break;
    case ItemSheet::What::StartNow:
        commands.push(start_item(meeting, answer.item.id), told("agenda.moved_on", item));
        break;
    case ItemSheet::What::Skip:
        commands.push(skip_item(meeting, answer.item.id), told("agenda.skipped", item));
        break;
    case ItemSheet::What::Restore:
        commands.push(restore_item(meeting, answer.item.id), told("agenda.restored", item));
        break;
    case ItemSheet::What::Remove:
        commands.push(remove_item(meeting, answer.item.id), told("agenda.removed", item));
        break;
    }
}

void AgendaScreen::give_person(Commands& commands, const PeopleSheet::Answer& answer)
{
    const MeetingId meeting = m_meeting->id;
    switch (answer.what) {
    case PeopleSheet::What::Nothing:
        break;
    case PeopleSheet::What::Ask:
        commands.push(request_floor(meeting, answer.person));
        break;
    case PeopleSheet::What::GiveFloor:
        commands.push(start_speaker(meeting, answer.speaker));
        break;
    case PeopleSheet::What::TakeOff:
        commands.push(remove_speaker(meeting, answer.speaker));
        break;
    }
}

} // namespace chibo
