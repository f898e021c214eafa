#include "ui/screens/critique_screen.h"

#include <algorithm>

#include "meeting/names.h"
#include "record/agenda_queries.h"
#include "record/check_in_queries.h"
#include "record/critique_queries.h"
#include "record/drafts.h"
#include "record/meeting_queries.h"
#include "record/rule_files.h"
#include "record/time_anchor.h"
#include "ui/draw.h"
#include "ui/screens/critique_words.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ring.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr std::int64_t draft_after_ms = 500; // Half of the second within which a draft is on disk.
constexpr int undo_s = 10;
constexpr float right_w = 368;
constexpr float person_h = 128;
constexpr float head_h = 40;
constexpr float least_conclusion = 276;

/// The command that records the words also drops their draft: a power cut leaves the one or the
/// other.
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

void set_caret(TextBuffer& text, const Draft& draft)
{
    text.set_text(draft.text);
    text.place_caret(text.unflat(static_cast<std::size_t>(draft.anchor)));
    text.place_caret(text.unflat(static_cast<std::size_t>(draft.caret)), Select::Extend);
}

Draft draft_of(std::string place, const TextBuffer& text, std::string detail)
{
    return {.place = std::move(place),
        .text = text.text(),
        .caret = static_cast<std::int64_t>(text.flat(text.caret())),
        .anchor = static_cast<std::int64_t>(text.flat(text.anchor())),
        .detail = std::move(detail)};
}

} // namespace

// The copy.

void CritiqueScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_meeting = m_asked.nil() ? read_current_meeting(record, record.clock().now_ms())
                              : read_meeting(record, m_asked);
    m_sight = CritiqueSight::Nothing;
    if (!m_meeting)
        return;
    m_sight = critique_sight(*m_meeting, viewer.member, viewer.role);
    m_rules = &critique_rules_of(*m_meeting);
    const Agenda agenda = read_agenda(record, m_meeting->id);
    const AgendaItem* item = current_item(agenda);
    m_item = item ? std::optional(item->id) : std::nullopt;
    m_item_title = item ? item->title : std::string();
    if (m_sight != CritiqueSight::All) {
        m_critique = {}; // Nothing of it is held where it is not to be seen.
        m_turn = {};
        return;
    }
    m_attendance = read_attendance(record, m_meeting->id);
    std::vector<std::string> names;
    for (const AttendanceRow& row : m_attendance.rows) {
        if (present_now(row))
            names.push_back(row.name);
    }
    m_suggester.set_people(names);
    m_suggester.set_phrases(m_rules->phrases);
    ++m_suggester_version;
    m_critique = read_critique(record, m_meeting->id);
    m_read_at_ms = meeting_now_ms(record, m_meeting->id);
    m_read_elapsed_ms = record.clock().elapsed_ms();
    read_person(record);
}

const CritiquePerson* CritiqueScreen::shown() const
{
    if (m_shown) {
        const auto found = std::ranges::find(m_critique.people, *m_shown, &CritiquePerson::member);
        if (found != m_critique.people.end())
            return &*found;
    }
    return current_person(m_critique);
}

void CritiqueScreen::read_person(const Record& record)
{
    const CritiquePerson* who = shown();
    m_turn = who ? read_critique_turn(record, m_critique, who->member) : CritiqueTurn {};
    if (who && m_read_for != who->member) {
        m_read_for = who->member;
        m_commitment = 0;
        read_drafts(record);
    }
    m_commitment = std::min(
        m_commitment, m_turn.commitments.empty() ? std::size_t {0} : m_turn.commitments.size() - 1);
}

bool CritiqueScreen::writes() const
{
    return m_sight == CritiqueSight::All && m_meeting && running(*m_meeting)
        && !m_critique.session.nil() && !m_critique.ended_at_ms;
}

UnixMs CritiqueScreen::now(const Ui& ui) const
{
    return m_read_at_ms + ui.clock().elapsed_ms() - m_read_elapsed_ms;
}

bool CritiqueScreen::low(const Ui& ui) const
{
    return ui.work().h + 2 * space::margin_y < 440;
}

// The drafts: on disk within a second, caret and all, for each person apart.

std::string CritiqueScreen::place(std::string_view what) const
{
    return "critique/" + m_critique.session.text() + "/" + m_read_for.value_or(MemberId {}).text()
        + "/" + std::string(what);
}

void CritiqueScreen::read_drafts(const Record& record)
{
    m_composing = {};
    m_composing.from = chibo::person(*m_read_for);
    m_composing.kind = m_rules->self.id;
    m_editor.buffer().set_text({});
    const bool begun = !m_turn.remarks.empty();
    if (begun || !shown()->present) {
        m_composing.kind = m_rules->remarks.front().id;
        m_composing.from.reset();
    }
    if (const auto draft = read_draft(record, place("remark"))) {
        set_caret(m_editor.buffer(), *draft);
        const auto line = draft->detail.find('\n');
        m_composing.kind = draft->detail.substr(0, line);
        const std::string rest = line == std::string::npos ? "" : draft->detail.substr(line + 1);
        m_composing.from = PersonId::parse(rest.substr(0, rest.find('\n')));
        if (const auto second = rest.find('\n'); second != std::string::npos)
            m_composing.edited = RemarkId::parse(rest.substr(second + 1));
    }
    m_conclusion.buffer().set_text(m_turn.conclusion ? m_turn.conclusion->text : std::string());
    m_due_on = m_turn.conclusion ? m_turn.conclusion->due_on : std::nullopt;
    if (const auto draft = read_draft(record, place("conclusion"))) {
        set_caret(m_conclusion.buffer(), *draft);
        m_due_on = parse_iso(draft->detail);
    }
    m_saved = m_composing;
    m_saved_version = m_editor.buffer().version();
    m_saved_conclusion = m_conclusion.buffer().version();
    m_saved_due = m_due_on;
}

void CritiqueScreen::save_drafts_in_time(Ui& ui, Commands& commands)
{
    const bool remark_moved
        = m_editor.buffer().version() != m_saved_version || m_composing != m_saved;
    const bool conclusion_unsaved
        = m_conclusion.buffer().version() != m_saved_conclusion || m_due_on != m_saved_due;
    if (!m_read_for || (!remark_moved && !conclusion_unsaved)) {
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
    if (remark_moved) {
        const std::string detail = m_composing.kind + "\n"
            + (m_composing.from ? m_composing.from->text() : std::string()) + "\n"
            + (m_composing.edited ? m_composing.edited->text() : std::string());
        commands.push_local([draft = draft_of(place("remark"), m_editor.buffer(), detail)](
                                Record& record) { save_draft(record, draft); });
    }
    if (conclusion_unsaved) {
        const std::string detail = m_due_on ? iso(*m_due_on) : std::string();
        commands.push_local([draft = draft_of(place("conclusion"), m_conclusion.buffer(), detail)](
                                Record& record) { save_draft(record, draft); });
    }
    m_saved_version = m_editor.buffer().version();
    m_saved = m_composing;
    m_saved_conclusion = m_conclusion.buffer().version();
    m_saved_due = m_due_on;
    m_unsaved_since_ms.reset();
}

std::string CritiqueScreen::state() const
{
    return m_shown ? m_shown->text() : std::string();
}

void CritiqueScreen::restore(std::string_view state)
{
    m_shown = MemberId::parse(state);
}

// The regions.

void CritiqueScreen::draw(Ui& ui, Commands& commands)
{
    if (m_sight != CritiqueSight::All || m_critique.session.nil()) {
        draw_nothing(ui, commands);
        return;
    }
    note_reading(commands);
    if (writes() && shown()) {
        // "Kept?" comes first: the keyboard on the screen would stand over it.
        const bool asks = std::ranges::any_of(m_turn.commitments,
            [&](const Commitment& one) { return check_of(one, m_critique.session) == nullptr; });
        const bool begun = !m_editor.buffer().empty();
        if (m_focus_asked && (!asks || begun || ui.keyboard().real())) {
            m_focus_asked = false;
            ui.focus().give("critique.text");
        }
        for (const char* field : {"critique.text", "critique.conclusion_text"}) {
            if (ui.focus().has(field))
                ui.keyboard().offer(
                    {.from = &m_suggester, .field = field, .version = m_suggester_version});
        }
    }
    const Rect whole = ui.work().inset(-space::margin_x, -space::margin_y);
    if (low(ui))
        draw_low(ui, commands, whole);
    else if (ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide)
        draw_beside(ui, commands, whole);
    else
        draw_stacked(ui, commands, whole);
    draw_sheets(ui, commands);
    if (writes())
        save_drafts_in_time(ui, commands);
}

void CritiqueScreen::draw_nothing(Ui& ui, Commands& commands)
{
    const bool may = m_sight == CritiqueSight::All;
    const bool can_begin = may && m_meeting && running(*m_meeting) && m_item;
    const char* title = m_sight == CritiqueSight::Nothing ? "critique.not_for_the_room"
        : may                                             ? "critique.title"
                                                          : "critique.goes_on";
    const char* advice = m_sight == CritiqueSight::Nothing ? "critique.not_for_the_room_advice"
        : !may                                             ? "critique.only_leaders"
        : can_begin                                        ? "critique.begin_advice"
                                                           : "critique.not_running";
    const bool follows = follow_up_sight(m_viewer.member, m_viewer.role) != CritiqueSight::Nothing;
    Rect rest = ui.work();
    const Rect below = rest.cut_bottom(follows ? button_height : 0, 16);
    if (empty_state(ui, "critique.none", rest,
            {.icon = icons::forum,
                .title = ui.tr(title),
                .advice = ui.tr(advice, {{"item", tied(m_item_title)}}),
                .button = can_begin ? ui.tr("critique.begin") : std::string(),
                .button_icon = icons::forum})
        && can_begin) {
        commands.push(start_critique(m_meeting->id, *m_item));
        m_focus_asked = true;
    }
    const std::string follow = ui.tr("critique.follow_up");
    const ButtonLook look {.icon = icons::flag};
    if (follows
        && button(ui, "critique.follow_up",
            below.centred({button_width(ui, follow, look), button_height}), follow, look))
        commands.go({.screen = "follow_up", .meeting = {}, .detail = {}});
}

void CritiqueScreen::draw_beside(Ui& ui, Commands& commands, Rect whole)
{
    const bool wide = ui.shape() == Shape::Wide;
    const Rect composer
        = writes() && shown() ? whole.cut_bottom(composer_height(ui, whole.w)) : Rect {};
    Rect rest = whole.inset(space::margin_x, space::margin_y);
    draw_strip(ui, commands, rest.cut_top(strip_height(ui, rest.w), 16));
    Rect third {};
    if (wide)
        third = rest.cut_right(420, space::s3);
    Rect right = rest.cut_right(right_w * (wide ? 1.25F : 1.0F), space::s3);
    draw_head(ui, rest.cut_top(head_h, 8));
    draw_kept(ui, commands, rest.cut_top(kept_height(ui, rest.w), asked() ? 12 : 0));
    draw_timeline(ui, rest);
    draw_person(ui, commands, right.cut_top(person_h, 16));
    draw_conclusion(ui, commands, right.cut_top(std::min(right.h, wide ? 420.0F : right.h)));
    if (!third.empty())
        draw_third(ui, third);
    if (!composer.empty())
        draw_composer(ui, commands, composer);
}

/// The keyboard on the screen: who, the last words, and what is being written.
void CritiqueScreen::draw_low(Ui& ui, Commands& commands, Rect whole)
{
    // The field that brought the keyboard up stays in sight, or it would go away again.
    if (ui.focus().has("critique.conclusion_text"))
        m_writes_conclusion = true;
    const Rect composer
        = writes() && shown() ? whole.cut_bottom(composer_height(ui, whole.w)) : Rect {};
    Rect rest = whole.inset({.top = 8, .right = space::margin_x, .left = space::margin_x});
    Rect head = rest.cut_top(64, 4);
    const CritiquePerson* who = shown();
    if (who && writes()) {
        const std::string other
            = ui.tr(m_writes_conclusion ? "critique.write_remark" : "critique.conclusion");
        const ButtonLook look {
            .icon = m_writes_conclusion ? icons::chat_bubble_outline : icons::gavel,
            .style = type::label,
            .gap = 8};
        if (button(ui, "critique.other_words", head.cut_right(button_width(ui, other, look), 12),
                other, look)) {
            m_writes_conclusion = !m_writes_conclusion;
            ui.focus().give(m_writes_conclusion ? "critique.conclusion_text" : "critique.text");
            ui.pace().input();
        }
    }
    if (who) {
        const bool runs = who->state == TurnState::Now;
        const std::string left = ui.tr(
            turn_used_ms(*who, now(ui)) > who->limit_s * std::int64_t {1000} ? "critique.over"
                                                                             : "critique.left");
        const std::string words = who->name
            + (runs ? " · "
                        + timer_text(
                            turn_used_ms(*who, now(ui)), who->limit_s * std::int64_t {1000})
                        + " " + left
                    : std::string());
        text(ui, head, words, {.style = type::name, .color = ui.theme().ink});
        if (runs)
            ui.pace().again(ui.now_ms() + 1000, Why::Timer);
    }
    draw_timeline(ui, rest);
    if (composer.empty())
        return;
    if (m_writes_conclusion)
        draw_conclusion(ui, commands, composer);
    else
        draw_composer(ui, commands, composer);
}

void CritiqueScreen::draw_stacked(Ui& ui, Commands& commands, Rect whole)
{
    const Rect composer
        = writes() && shown() ? whole.cut_bottom(composer_height(ui, whole.w)) : Rect {};
    const Rect view = whole.inset({.right = space::margin_x, .left = space::margin_x});
    {
        ScrollScope page(ui, "critique.page", view);
        Rect rest = page.rect();
        rest.cut_top(16);
        draw_strip(ui, commands, rest.cut_top(strip_height(ui, rest.w), 16));
        draw_person(ui, commands, rest.cut_top(person_h, 16));
        draw_head(ui, rest.cut_top(head_fits(ui, rest.w) ? head_h : 2 * head_h + 4, 8));
        draw_kept(ui, commands, rest.cut_top(kept_height(ui, rest.w), asked() ? 16 : 0));
        rest.y += draw_remarks(ui, rest, nullptr);
        rest.cut_top(16);
        draw_conclusion(ui, commands, rest.cut_top(least_conclusion, 16));
        page.content(rest.y - page.top());
    }
    if (!composer.empty())
        draw_composer(ui, commands, composer);
}

// What is done.

void CritiqueScreen::note_reading(Commands& commands)
{
    const CritiquePerson* who = shown();
    const MemberId member = who ? who->member : MemberId {};
    if (m_noted == member)
        return;
    m_noted = member;
    commands.push(chibo::note_reading({.what = "critique",
        .how = "screen",
        .session = m_critique.session,
        .about = who ? std::optional(member) : std::nullopt}));
}

void CritiqueScreen::show(MemberId member, Commands& commands)
{
    m_shown = member;
    m_writes_conclusion = false;
    m_focus_asked = true;
    commands.read_again();
}

/// A touch calls who waits or was left; who is absent or done is shown.
void CritiqueScreen::touch_person(const CritiquePerson& person, Commands& commands)
{
    const bool calls = writes() && !person.left_cell
        && (person.state == TurnState::Waiting || person.state == TurnState::Left);
    show(person.member, commands);
    if (calls)
        call(person.member, commands);
}

void CritiqueScreen::call(MemberId member, Commands& commands)
{
    const CritiquePerson* running = current_person(m_critique);
    const bool done = running && running->concluded;
    show(member, commands);
    commands.push(call_member(
        m_critique.session, member, m_rules->turn_s, done ? LastTurn::Done : LastTurn::Left));
}

void CritiqueScreen::record_remark(Commands& commands)
{
    m_editor.buffer().settle();
    RemarkDraft draft {.session = m_critique.session,
        .about = *m_read_for,
        .from = m_composing.from,
        .kind = m_composing.kind,
        .text = m_editor.buffer().text()};
    Command command = m_composing.edited ? edit_remark(*m_composing.edited, std::move(draft))
                                         : chibo::record_remark(std::move(draft));
    const std::string at = place("remark");
    commands.push(without_draft(std::move(command), at), {.done = [this](const JournalPlace&) {
        const bool first = speaks_of_oneself();
        m_editor.buffer().set_text({});
        m_composing.edited.reset();
        // Who spoke of themself has spoken; whoever comes next is chosen.
        if (first) {
            m_composing.from.reset();
            m_composing.kind = m_rules->remarks.front().id;
        }
        m_saved = m_composing; // The draft went with what was recorded.
        m_saved_version = m_editor.buffer().version();
    }});
}

bool CritiqueScreen::concluded() const
{
    return m_turn.conclusion.has_value() && !conclusion_moved();
}

bool CritiqueScreen::conclusion_moved() const
{
    const std::string recorded = m_turn.conclusion ? m_turn.conclusion->text : std::string();
    const auto day = m_turn.conclusion ? m_turn.conclusion->due_on : std::nullopt;
    return m_conclusion.buffer().text() != recorded || m_due_on != day;
}

void CritiqueScreen::conclude(Commands& commands)
{
    m_conclusion.buffer().settle();
    const std::string at = place("conclusion");
    commands.push(without_draft(conclude_turn({.session = m_critique.session,
                                    .about = *m_read_for,
                                    .text = m_conclusion.buffer().text(),
                                    .due_on = m_due_on}),
                      at),
        {.toast = Told {.key = "critique.concluded", .values = {}, .undo_s = undo_s},
            .done = [this](const JournalPlace&) {
                m_saved_conclusion = m_conclusion.buffer().version();
                m_saved_due = m_due_on;
            }});
}

/// The next one in the list, or the end where everybody in the room had a turn.
void CritiqueScreen::go_on(Ui& ui, Commands& commands)
{
    if (const CritiquePerson* next = next_person(m_critique)) {
        call(next->member, commands);
        return;
    }
    finish(ui, commands);
}

void CritiqueScreen::finish(Ui& ui, Commands& commands)
{
    const int turns = static_cast<int>(std::ranges::count_if(
        m_critique.people, [](const CritiquePerson& person) { return person.order > 0; }));
    std::string line = m_rules->minutes_line.vi; // The paper is in Vietnamese.
    const std::string mark = "{count}";
    if (const auto at = line.find(mark); at != std::string::npos)
        line.replace(at, mark.size(), std::to_string(turns));
    const MeetingId meeting = m_meeting->id;
    (void)ui;
    commands.push(end_critique(m_critique.session, line),
        {.toast = Told {.key = "critique.ended_told", .values = {}},
            .done = [&commands, meeting](const JournalPlace&) {
                commands.go({.screen = "minutes", .meeting = meeting, .detail = {}});
            }});
}

void CritiqueScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_person_sheet) {
        m_person_sheet->draw(ui);
        if (const auto answer = m_person_sheet->answer())
            choose_from(*answer);
        if (m_person_sheet->closed()) {
            m_person_sheet.reset();
            ui.focus().give("critique.text");
            ui.pace().input();
        }
    }
    if (m_remark_sheet) {
        m_remark_sheet->draw(ui);
        const Remark& remark = m_remark_sheet->remark();
        switch (m_remark_sheet->wish()) {
        case RemarkSheet::Wish::Answer:
            commands.push(
                answer_remark(remark.id, m_remark_sheet->kind(), m_remark_sheet->words()));
            break;
        case RemarkSheet::Wish::Edit:
            m_composing = {.kind = remark.kind, .from = remark.from, .edited = remark.id};
            m_editor.buffer().set_text(remark.text);
            ui.focus().give("critique.text");
            break;
        case RemarkSheet::Wish::Remove:
            commands.push(remove_remark(remark.id),
                {.toast = Told {.key = "critique.removed", .values = {}, .undo_s = undo_s}});
            break;
        case RemarkSheet::Wish::None:
            break;
        }
        if (m_remark_sheet->closed())
            m_remark_sheet.reset();
    }
    if (m_release_sheet) {
        m_release_sheet->draw(ui);
        if (const auto& words = m_release_sheet->words(); words && m_turn.conclusion)
            commands.push(release_conclusion(m_turn.conclusion->id, *words),
                {.toast = Told {.key = "critique.released_told", .values = {}, .undo_s = undo_s}});
        if (m_release_sheet->closed())
            m_release_sheet.reset();
    }
    if (m_evidence_sheet) {
        m_evidence_sheet->draw(ui);
        const Commitment* commitment = asked();
        if (const auto& words = m_evidence_sheet->words(); words && commitment)
            commands.push(check_commitment({.commitment = commitment->id,
                .state = state_of(*commitment),
                .evidence = *words,
                .session = m_critique.session}));
        if (m_evidence_sheet->closed())
            m_evidence_sheet.reset();
    }
    if (m_month) {
        const float height = date_picker_height(*m_month);
        SheetScope sheet(ui, "critique.day", {date_picker_width + 80, height + 64 + 88});
        Rect inside = sheet.inside();
        sheet.close_button(inside, ui.tr("common.close"));
        text(ui, inside.cut_top(64, 8), ui.tr("critique.choose_due"),
            {.style = type::heading, .color = ui.theme().ink});
        const auto day
            = date_picker(ui, "critique.date", {inside.x, inside.y, inside.w, height}, *m_month,
                {.chosen = m_due_on, .earliest = date_of(ui.clock().now_ms()), .framed = false});
        if (day)
            m_due_on = day;
        if (day || sheet.closed())
            m_month.reset();
    }
}

} // namespace chibo
