#include "ui/screens/minutes_screen.h"

#include <algorithm>
#include <set>

#include "meeting/names.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/check_in_queries.h"
#include "record/meeting_queries.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "ui/draw.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr std::int64_t newest_ms = 10'000; // How long "Hoàn tác" stands beside the newest entry.
constexpr float outline_w = 264;
constexpr float header_h = 64;
constexpr float footer_h = 40;
constexpr float strip_h = 72;
constexpr float edited_h = 72;
constexpr float preview_w = 432;

} // namespace

// The copy.

void MinutesScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    const auto meeting = m_meeting_id.nil() ? read_current_meeting(record, record.clock().now_ms())
                                            : read_meeting(record, m_meeting_id);
    m_there = meeting.has_value();
    if (!meeting)
        return;
    m_meeting = *meeting;
    m_meeting_id = meeting->id;
    m_rules = &rules_of(m_meeting);
    m_agenda = read_agenda(record, m_meeting_id);
    if (m_chosen && find_item(m_agenda, *m_chosen) == nullptr)
        m_chosen.reset();
    read_people(record);
    std::set<EntryId> before;
    for (const TimelineRow& row : m_rows) {
        if (row.entry)
            before.insert(row.entry->id);
    }
    const AgendaItem* item = shown_item();
    m_rows = item ? read_timeline(record, m_meeting_id, item->id) : std::vector<TimelineRow> {};
    // The outline says that it runs.
    if (!m_rows.empty() && m_rows.front().kind == TimelineKind::ItemStarted)
        m_rows.erase(m_rows.begin());
    for (const TimelineRow& row : m_rows) {
        if (m_waits_for_entry && row.entry && !before.contains(row.entry->id)) {
            m_newest = row.entry->id;
            m_newest_ms = record.clock().elapsed_ms();
            m_waits_for_entry = false;
        }
    }
    if (!std::exchange(m_draft_read, true))
        read_draft(record);
    m_edited = m_composing.edited ? read_entry(record, *m_composing.edited) : std::nullopt;
    if (const AgendaItem* voted = m_vote_sheet ? find_item(m_agenda, m_voted_item) : nullptr)
        m_vote_sheet->set_room(voters(), vote_form_of(*voted));
    read_pages(record);
    read_suggestions(record);
}

void MinutesScreen::read_people(const Record& record)
{
    m_attendance = read_attendance(record, m_meeting_id);
    m_read_ms = record.clock().now_ms();
    const SpeakerList speakers = read_speakers(record, m_meeting_id);
    const auto current = speakers.current ? std::optional(speakers.current->person) : std::nullopt;
    // Who gets the floor is who is written down next, unless words stand there already.
    if (current && current != m_current_speaker && m_editor.buffer().empty() && !m_composing.edited)
        m_composing.speaker = current;
    m_current_speaker = current;
    m_next_meeting.reset();
    for (const Meeting& other : read_meetings(record)) {
        const Date day = date_of(other.planned_start_ms);
        if (other.state == MeetingState::Planned && day > date_of(m_meeting.planned_start_ms)
            && (!m_next_meeting || day < *m_next_meeting))
            m_next_meeting = day;
    }
}

const AgendaItem* MinutesScreen::shown_item() const
{
    if (m_chosen)
        return find_item(m_agenda, *m_chosen);
    if (const AgendaItem* current = current_item(m_agenda))
        return current;
    for (auto item = m_agenda.items.rbegin(); item != m_agenda.items.rend(); ++item) {
        if (item->state == ItemState::Done)
            return &*item;
    }
    return m_agenda.items.empty() ? nullptr : &m_agenda.items.front();
}

const AgendaItem* MinutesScreen::written_item() const
{
    return m_edited ? find_item(m_agenda, m_edited->item) : shown_item();
}

VoteRoom MinutesScreen::voters() const
{
    return vote_room(m_attendance.rows, *m_rules, m_edited ? m_edited->at_ms : m_read_ms);
}

bool MinutesScreen::writes() const
{
    return !m_viewer.room() && may_change(m_meeting) && m_meeting.opened_at_ms.has_value();
}

const AttendanceRow* MinutesScreen::person(const std::optional<PersonId>& id) const
{
    const auto found = std::find_if(m_attendance.rows.begin(), m_attendance.rows.end(),
        [&](const AttendanceRow& row) { return id && row.person == *id; });
    return found == m_attendance.rows.end() ? nullptr : &*found;
}

std::string MinutesScreen::state() const
{
    return m_chosen ? m_chosen->text() : std::string();
}

void MinutesScreen::restore(std::string_view state)
{
    m_chosen = ItemId::parse(state);
}

// The regions.

MinutesScreen::Regions MinutesScreen::regions(Ui& ui)
{
    Rect whole = ui.work().inset(-space::margin_x, -space::margin_y);
    Regions at;
    const bool beside = ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide;
    const float wider = ui.shape() == Shape::Wide ? 1.25F : 1.0F;
    if (beside)
        at.outline = whole.cut_left(outline_w * wider);
    if (ui.shape() == Shape::Wide)
        at.preview = whole.cut_right(preview_w);
    const bool little = low(ui);
    if (!beside && whole.h > 300)
        at.strip = whole.cut_top(strip_h);
    if (beside && !little)
        at.header = whole.cut_top(header_h);
    if (!writes()) {
        at.timeline = whole;
        return at;
    }
    if (!little && !ui.keyboard().shown())
        at.footer = whole.cut_bottom(footer_h);
    at.composer = whole.cut_bottom(composer_height(ui, whole.w, whole.h));
    if (m_composing.edited)
        at.edited = whole.cut_bottom(std::min(edited_h, whole.h));
    at.timeline = whole;
    return at;
}

void MinutesScreen::draw(Ui& ui, Commands& commands)
{
    if (!m_there || !m_meeting.opened_at_ms || m_viewer.room()) {
        draw_nothing(ui, commands);
        return;
    }
    if (writes()) {
        if (std::exchange(m_focus_asked, false))
            ui.focus().give("minutes.text");
        offer_suggestions(ui);
        take_keys(ui, commands);
    }
    const Regions at = regions(ui);
    ui.set_toast_room(at.timeline);
    if (!at.outline.empty())
        draw_outline(ui, commands, at.outline);
    if (!at.strip.empty())
        draw_strip(ui, commands, at.strip);
    if (!at.header.empty())
        draw_header(ui, commands, at.header);
    draw_timeline_of_item(ui, commands, at.timeline);
    if (!at.edited.empty())
        draw_edited(ui, commands, at.edited);
    if (!at.composer.empty())
        draw_composer(ui, commands, at.composer);
    if (!at.footer.empty())
        draw_footer(ui, at.footer);
    if (!at.preview.empty())
        draw_preview(ui, commands, at.preview);
    const bool open = sheet_open();
    draw_sheets(ui, commands);
    if (open && !sheet_open() && writes())
        ui.focus().give("minutes.text"); // Back to the words.
    if (std::exchange(m_sheet_was_open, sheet_open()) != sheet_open())
        ui.pace().input(); // The keyboard comes or goes with it.
    if (writes())
        save_draft_in_time(ui, commands);
}

void MinutesScreen::draw_nothing(Ui& ui, Commands& commands)
{
    const bool planned = m_there && !m_viewer.room();
    if (empty_state(ui, "minutes.none", ui.work(),
            {.icon = icons::edit_note,
                .title = ui.tr(m_viewer.room() ? "minutes.not_for_the_room" : "minutes.not_open"),
                .advice = ui.tr(m_viewer.room() ? "minutes.not_for_the_room_advice"
                                                : "minutes.not_open_advice"),
                .button = planned ? ui.tr("minutes.to_check_in") : std::string(),
                .button_icon = icons::how_to_reg}))
        commands.go({.screen = "check_in", .meeting = m_meeting_id, .detail = {}});
}

void MinutesScreen::draw_header(Ui& ui, Commands& commands, Rect rect) const
{
    const AgendaItem* item = shown_item();
    if (item == nullptr)
        return;
    rule(ui, {rect.x, rect.bottom() - 1}, rect.w, ui.theme().line);
    Rect row = rect.inset({.right = 24, .bottom = 1, .left = 24});
    const std::string count = ui.tr("minutes.entries", {{"count", std::to_string(item->entries)}});
    const ChipLook look {.icon = icons::edit_note};
    const Rect chip_at = row.cut_right(chip_width(ui, count, look), 16);
    chip(ui, {chip_at.x, row.y + (row.h - 36) / 2}, count, look);
    const bool critique = item->state == ItemState::Running
        && leads_to_critique(critique_rules_of(m_meeting), word(item->kind));
    const std::string words = ui.tr("critique.title");
    const ButtonLook open {
        .kind = ButtonKind::Text, .icon = icons::forum, .style = type::label, .gap = 8};
    if (critique
        && button(
            ui, "minutes.critique", row.cut_right(button_width(ui, words, open), 12), words, open))
        commands.go({.screen = "critique", .meeting = m_meeting_id, .detail = {}});
    text(ui, row,
        ui.tr("minutes.item",
            {{"number", std::to_string(item_number(m_agenda, item->id))},
                {"title", tied(item->title)}}),
        {.style = type::heading, .color = ui.theme().ink});
}

void MinutesScreen::draw_timeline_of_item(Ui& ui, Commands& commands, const Rect& area)
{
    if (area.h < 40)
        return;
    const AgendaItem* item = shown_item();
    const bool new_item = item && m_rows_of != item->id;
    const bool fresh = m_newest && ui.now_ms() - m_newest_ms < newest_ms;
    if (fresh)
        ui.pace().again(m_newest_ms + newest_ms, Why::Timer);
    const TimelineLook look {.edited = m_composing.edited,
        .undoable = fresh ? m_newest : std::nullopt,
        .below = low(ui) ? 4.0F : 0.0F,
        .to_end = m_rows.size() > m_rows_shown || new_item};
    m_rows_shown = m_rows.size();
    m_rows_of = item ? std::optional(item->id) : std::nullopt;
    if (m_rows.empty() && area.h > 160)
        empty_state(ui, "minutes.no_entries", area,
            {.icon = icons::chat_bubble_outline,
                .title = ui.tr("minutes.nothing_yet"),
                .advice = ui.tr("minutes.nothing_yet_advice")});
    const TimelineTouch touched = draw_timeline(ui, "minutes.timeline", area, m_rows, look);
    if (touched.entry && writes())
        begin_edit(ui, *touched.entry);
    if (touched.undo && m_newest) {
        commands.push(remove_entry(*m_newest));
        m_newest.reset();
    }
}

} // namespace chibo
