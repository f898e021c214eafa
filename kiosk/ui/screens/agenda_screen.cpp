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
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float list_width = 528; // The right column of the tablet is 552.
constexpr float wide_list_width = 720;
constexpr float room_list_width = 948; // On a wide screen, where nothing stands beside.
constexpr float wide_speakers_width = 584;
constexpr float padding = 21; // 20 and the border.

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

void AgendaScreen::draw_portrait(Ui& ui, Commands& commands, Rect work)
{
    draw_clock(ui, commands, work.cut_top(clock_height(), space::s2));
    if (leads())
        draw_primary(ui, commands, work.cut_bottom(button_xl_height, space::s2));
    ui.set_toast_room(work);
    draw_speakers(ui, commands, work.cut_bottom(speakers_height(work.h / 2), space::s2));
    draw_list(ui, commands, work);
}

void AgendaScreen::draw_compact(Ui& ui, Commands& commands, Rect work)
{
    if (leads())
        draw_primary(ui, commands, work.cut_bottom(button_xl_height, space::s2));
    ui.set_toast_room(work);
    ScrollScope page(ui, "agenda.page", work);
    Rect rest = page.rect();
    draw_clock(ui, commands, rest.cut_top(clock_height(), space::s2));
    draw_speakers(ui, commands, rest.cut_top(speakers_height(10'000), space::s2));
    draw_list(ui, commands, rest.cut_top(list_height(ui), 0));
    page.content(rest.y - page.top());
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
