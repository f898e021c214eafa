#include "ui/screens/minutes_screen.h"

#include <algorithm>
#include <set>

#include "meeting/names.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/check_in_queries.h"
#include "record/drafts.h"
#include "record/meeting_queries.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "ui/draw.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr std::int64_t draft_after_ms = 500; // Half of the second within which a draft is on disk.
constexpr std::int64_t newest_ms = 10'000; // How long "Hoàn tác" stands beside the newest entry.
constexpr int undo_s = 10;
constexpr float outline_w = 264;
constexpr float header_h = 64;
constexpr float footer_h = 40;
constexpr float strip_h = 72;
constexpr float edited_h = 72;

/// The command that records a text also drops its draft: a power cut leaves the one or the other.
Command without_draft(Command command, std::string place)
{
    return {command.name,
        [apply = std::move(command.apply), place = std::move(place)](
            Changes& changes) -> Result<void> {
            auto done = apply(changes);
            if (done)
                drop_draft(changes, place);
            return done;
        }};
}

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
}

void MinutesScreen::read_people(const Record& record)
{
    m_attendance = read_attendance(record, m_meeting_id);
    m_electorate = read_electorate(record, m_meeting_id, record.clock().now_ms());
    if (m_vote_sheet)
        m_vote_sheet->set_electorate(
            m_electorate, vote_form(m_electorate, *m_rules, VotePurpose::Other));
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

// The draft: on disk within a second, caret and all.

std::string MinutesScreen::place() const
{
    return "minutes/" + m_meeting_id.text();
}

std::string MinutesScreen::detail() const
{
    std::string lines = "kind " + std::string(word(m_composing.kind));
    if (m_composing.speaker)
        lines += "\nspeaker " + m_composing.speaker->text();
    if (m_composing.owner)
        lines += "\nowner " + m_composing.owner->text();
    if (m_composing.due_on)
        lines += "\ndue " + iso(*m_composing.due_on);
    if (m_composing.edited)
        lines += "\nedited " + m_composing.edited->text();
    return lines;
}

void MinutesScreen::read_detail(std::string_view lines)
{
    Composing read;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        const auto space = line.find(' ');
        if (space == std::string_view::npos)
            continue;
        const std::string_view what = line.substr(0, space);
        const std::string_view value = line.substr(space + 1);
        if (what == "kind")
            read.kind = word_or_first<EntryKind>(value);
        else if (what == "speaker")
            read.speaker = PersonId::parse(value);
        else if (what == "owner")
            read.owner = MemberId::parse(value);
        else if (what == "due")
            read.due_on = parse_iso(value);
        else if (what == "edited")
            read.edited = EntryId::parse(value);
    }
    m_composing = read;
}

void MinutesScreen::read_draft(const Record& record)
{
    if (const auto draft = chibo::read_draft(record, place())) {
        read_detail(draft->detail);
        TextBuffer& text = m_editor.buffer();
        text.set_text(draft->text);
        text.place_caret(text.unflat(static_cast<std::size_t>(draft->anchor)));
        text.place_caret(text.unflat(static_cast<std::size_t>(draft->caret)), Select::Extend);
    } else if (!m_composing.speaker) {
        m_composing.speaker = m_current_speaker;
    }
    m_saved = m_composing;
    m_saved_version = m_editor.buffer().version();
}

void MinutesScreen::save_draft_in_time(Ui& ui, Commands& commands)
{
    const TextBuffer& text = m_editor.buffer();
    if (text.version() == m_saved_version && m_composing == m_saved) {
        m_unsaved_since_ms.reset();
        return;
    }
    if (!m_unsaved_since_ms)
        m_unsaved_since_ms = ui.now_ms();
    const std::int64_t due = *m_unsaved_since_ms + draft_after_ms;
    if (ui.now_ms() < due) {
        ui.pace().again(due, Why::Draft);
        return;
    }
    const Draft draft {.place = place(),
        .text = text.text(),
        .caret = static_cast<std::int64_t>(text.flat(text.caret())),
        .anchor = static_cast<std::int64_t>(text.flat(text.anchor())),
        .detail = detail()};
    commands.push_local([draft](Record& record) { save_draft(record, draft); });
    m_saved_version = text.version();
    m_saved = m_composing;
    m_unsaved_since_ms.reset();
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
        std::vector<SuggestedName> people;
        for (const AttendanceRow& row : m_attendance.rows) {
            if (present_now(row))
                people.push_back({row.name, split_name(row.name).given});
        }
        ui.keyboard().offer(std::move(people));
        take_keys(ui, commands);
    }
    const Regions at = regions(ui);
    if (!at.outline.empty())
        draw_outline(ui, commands, at.outline);
    if (!at.strip.empty())
        draw_strip(ui, commands, at.strip);
    if (!at.header.empty())
        draw_header(ui, at.header);
    draw_timeline_of_item(ui, commands, at.timeline);
    if (!at.edited.empty())
        draw_edited(ui, commands, at.edited);
    if (!at.composer.empty())
        draw_composer(ui, commands, at.composer);
    if (!at.footer.empty())
        draw_footer(ui, at.footer);
    const bool open = sheet_open();
    draw_sheets(ui, commands);
    if (open && !sheet_open() && writes()) {
        ui.focus().give("minutes.text"); // Back to the words.
        ui.pace().input();
    }
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

void MinutesScreen::draw_header(Ui& ui, Rect rect) const
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
        .to_end = m_rows.size() > m_rows_shown || new_item || area.h != m_timeline_h};
    m_rows_shown = m_rows.size();
    m_timeline_h = area.h; // The composer grows and shrinks: the newest entry stays in sight.
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

void MinutesScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_person_sheet) {
        m_person_sheet->draw(ui);
        if (const auto answer = m_person_sheet->answer()) {
            if (m_composing.kind == EntryKind::Task)
                m_composing.owner = MemberId {answer->uuid};
            else
                m_composing.speaker = answer;
        }
        if (m_person_sheet->closed())
            m_person_sheet.reset();
    }
    if (m_vote_sheet) {
        m_vote_sheet->draw(ui);
        if (const auto result = m_vote_sheet->result())
            record_vote(*result, commands);
        else if (m_vote_sheet->closed())
            m_vote_sheet.reset();
    }
    if (m_month) {
        const float height = date_picker_height(*m_month);
        SheetScope sheet(ui, "minutes.day", {date_picker_width + 80, height + 64 + 88});
        Rect inside = sheet.inside();
        sheet.close_button(inside, ui.tr("common.close"));
        text(ui, inside.cut_top(64, 8), ui.tr("minutes.choose_day"),
            {.style = type::heading, .color = ui.theme().ink});
        const auto day
            = date_picker(ui, "minutes.date", {inside.x, inside.y, inside.w, height}, *m_month,
                {.chosen = m_composing.due_on,
                    .earliest = date_of(ui.clock().now_ms()),
                    .framed = false});
        if (day)
            m_composing.due_on = day;
        if (day || sheet.closed())
            m_month.reset();
    }
    if (!m_move_open)
        return;
    SheetScope sheet(ui, "minutes.move", {640, 616});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(64, 8), ui.tr("minutes.move_to"),
        {.style = type::heading, .color = ui.theme().ink});
    ScrollScope list(ui, "minutes.move.list", inside);
    Rect rest = list.rect();
    bool moved = false;
    for (const AgendaItem& item : m_agenda.items) {
        const std::string words = ui.tr("minutes.item",
            {{"number", std::to_string(item_number(m_agenda, item.id))},
                {"title", tied(item.short_title)}});
        if (list_row(
                ui, {"minutes.move.row", item.id.uuid}, rest.cut_top(row_height), {.words = words})
            && m_composing.edited) {
            commands.push(move_entry(*m_composing.edited, item.id),
                {.toast = Told {
                     .key = "minutes.moved", .values = {{"item", words}}, .undo_s = undo_s}});
            moved = true;
        }
    }
    list.content(rest.y - list.top());
    if (moved)
        end_edit();
    m_move_open = !moved && !sheet.closed();
}

void MinutesScreen::take_keys(Ui& ui, Commands& commands)
{
    if (sheet_open())
        return;
    constexpr std::pair<NamedKey, EntryKind> kinds[] {{NamedKey::Digit1, EntryKind::Opinion},
        {NamedKey::Digit2, EntryKind::Conclusion}, {NamedKey::Digit3, EntryKind::Task},
        {NamedKey::Digit4, EntryKind::Vote}};
    const std::vector<Typed> typed = std::exchange(ui.typed(), {});
    for (const Typed& key : typed) {
        const auto kind = std::find_if(std::begin(kinds), std::end(kinds),
            [&](const auto& one) { return one.first == key.key; });
        if (key.control && kind != std::end(kinds))
            choose_kind(kind->second);
        else if (key.control && key.key == NamedKey::P)
            m_person_sheet.emplace(ui.tr(m_composing.kind == EntryKind::Task ? "minutes.who_does"
                                                                             : "minutes.who_spoke"),
                m_attendance.rows, m_composing.speaker);
        else if (key.control && (key.key == NamedKey::Enter || key.key == NamedKey::S))
            record(ui, commands);
        else if (key.key == NamedKey::Escape && m_composing.edited && !m_editor.buffer().composed())
            end_edit();
        else
            ui.typed().push_back(key);
    }
}

// What is recorded.

std::optional<std::string> MinutesScreen::missing() const
{
    const bool task = m_composing.kind == EntryKind::Task;
    if (task && !m_composing.owner)
        return "minutes.no_owner_yet";
    if (task && !m_composing.due_on)
        return "minutes.no_due_yet";
    if (m_composing.kind == EntryKind::Opinion && !m_composing.speaker)
        return "minutes.no_speaker_yet";
    if (m_editor.buffer().empty())
        return "";
    return std::nullopt;
}

void MinutesScreen::record(Ui& ui, Commands& commands)
{
    m_editor.buffer().settle();
    const AgendaItem* item = shown_item();
    if (item == nullptr || missing())
        return;
    if (m_composing.kind == EntryKind::Vote && !m_composing.edited) {
        open_vote();
        return;
    }
    EntryDraft draft {.meeting = m_meeting_id,
        .item = item->id,
        .kind = m_composing.kind,
        .speaker = m_composing.kind == EntryKind::Opinion ? m_composing.speaker : std::nullopt,
        .text = m_editor.buffer().text(),
        .at_ms = {},
        .owner = m_composing.kind == EntryKind::Task ? m_composing.owner : std::nullopt,
        .due_on = m_composing.kind == EntryKind::Task ? m_composing.due_on : std::nullopt,
        .vote = {}};
    push_entry(std::move(draft), commands);
    ui.focus().give("minutes.text");
}

void MinutesScreen::record_vote(const VoteSheet::Result& result, Commands& commands)
{
    const AgendaItem* item = shown_item();
    m_vote_sheet.reset();
    if (item == nullptr)
        return;
    push_entry({.meeting = m_meeting_id,
                   .item = item->id,
                   .kind = EntryKind::Vote,
                   .speaker = {},
                   .text = result.motion,
                   .at_ms = {},
                   .owner = {},
                   .due_on = {},
                   .vote = result.vote},
        commands);
}

/// After "Ghi" the speaker stays and the kind is an opinion again. The words stay until they are
/// written.
void MinutesScreen::push_entry(EntryDraft draft, Commands& commands)
{
    After after;
    Command command;
    if (m_composing.edited) {
        for (const TimelineRow& row : m_rows) {
            if (row.entry && row.entry->id == *m_composing.edited
                && row.entry->kind == EntryKind::Vote)
                draft.vote = row.entry->vote;
        }
        command = edit_entry(*m_composing.edited, std::move(draft));
        after.toast = Told {.key = "minutes.edited", .values = {}, .undo_s = undo_s};
    } else {
        command = record_entry(std::move(draft));
    }
    after.done = [this](const JournalPlace&) { end_edit(); };
    m_waits_for_entry = !m_composing.edited;
    commands.push(without_draft(std::move(command), place()), std::move(after));
}

void MinutesScreen::remove_edited(Commands& commands)
{
    commands.push(remove_entry(*m_composing.edited),
        {.toast = Told {.key = "minutes.removed", .values = {}, .undo_s = undo_s}});
    end_edit();
}

void MinutesScreen::begin_edit(Ui& ui, EntryId id)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
        [&](const TimelineRow& one) { return one.entry && one.entry->id == id; });
    // Words that are not recorded yet are not thrown away for it.
    if (row == m_rows.end() || (!m_editor.buffer().empty() && !m_composing.edited))
        return;
    const Entry& entry = *row->entry;
    m_composing.kind = entry.kind;
    if (entry.speaker)
        m_composing.speaker = entry.speaker;
    m_composing.owner = entry.task ? std::optional(entry.task->owner) : std::nullopt;
    m_composing.due_on = entry.task ? std::optional(entry.task->due_on) : std::nullopt;
    m_composing.edited = id;
    m_editor.buffer().set_text(entry.text);
    ui.focus().give("minutes.text");
    ui.pace().input();
}

void MinutesScreen::end_edit()
{
    m_editor.buffer().set_text({});
    m_composing.kind = EntryKind::Opinion;
    m_composing.owner.reset();
    m_composing.due_on.reset();
    m_composing.edited.reset();
    m_saved = m_composing; // The draft went with what was recorded.
    m_saved_version = m_editor.buffer().version();
}

bool MinutesScreen::undo(Commands& commands)
{
    if (!m_newest)
        return false;
    commands.push(remove_entry(*m_newest));
    m_newest.reset();
    return true;
}

} // namespace chibo
