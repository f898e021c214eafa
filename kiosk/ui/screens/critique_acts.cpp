// Tự phê bình và phê bình, what is done: calling, recording, concluding, and the sheets over it.
#include <algorithm>

#include "record/drafts.h"
#include "ui/screens/critique_screen.h"
#include "ui/screens/day_sheet.h"

namespace chibo {
namespace {

constexpr int undo_s = 10;

} // namespace

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
    commands.push(dropping_draft(std::move(command), at), {.done = [this](const JournalPlace&) {
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
    commands.push(dropping_draft(conclude_turn({.session = m_critique.session,
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
void CritiqueScreen::go_on(Commands& commands)
{
    if (const CritiquePerson* next = next_person(m_critique)) {
        call(next->member, commands);
        return;
    }
    finish(commands);
}

void CritiqueScreen::finish(Commands& commands)
{
    const int turns = static_cast<int>(std::ranges::count_if(
        m_critique.people, [](const CritiquePerson& person) { return person.order > 0; }));
    std::string line = m_rules->minutes_line.vi; // The paper is in Vietnamese.
    const std::string mark = "{count}";
    if (const auto at = line.find(mark); at != std::string::npos)
        line.replace(at, mark.size(), std::to_string(turns));
    const MeetingId meeting = m_meeting->id;
    commands.push(end_critique(m_critique.session, line),
        {.toast = Told {.key = "critique.ended_told", .values = {}},
            .done = [&commands, meeting](const JournalPlace&) {
                commands.go({.screen = "minutes", .meeting = meeting, .detail = {}});
            }});
}

void CritiqueScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_person_sheet)
        draw_person_sheet(ui);
    if (m_remark_sheet)
        draw_remark_sheet(ui, commands);
    if (m_release_sheet)
        draw_release_sheet(ui, commands);
    if (m_evidence_sheet)
        draw_evidence_sheet(ui, commands);
    if (const auto day = day_sheet(
            ui, "critique.day", ui.tr("critique.choose_due"), m_month, {.chosen = m_due_on}))
        m_due_on = day;
}

void CritiqueScreen::draw_person_sheet(Ui& ui)
{
    m_person_sheet->draw(ui);
    if (const auto answer = m_person_sheet->answer())
        choose_from(*answer);
    if (m_person_sheet->closed()) {
        m_person_sheet.reset();
        ui.focus().give("critique.text");
        ui.pace().input();
    }
}

void CritiqueScreen::draw_remark_sheet(Ui& ui, Commands& commands)
{
    m_remark_sheet->draw(ui);
    const Remark& remark = m_remark_sheet->remark();
    switch (m_remark_sheet->wish()) {
    case RemarkSheet::Wish::Answer:
        commands.push(answer_remark(remark.id, m_remark_sheet->kind(), m_remark_sheet->words()));
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

void CritiqueScreen::draw_release_sheet(Ui& ui, Commands& commands)
{
    m_release_sheet->draw(ui);
    if (const auto& words = m_release_sheet->words(); words && m_turn.conclusion)
        commands.push(release_conclusion(m_turn.conclusion->id, *words),
            {.toast = Told {.key = "critique.released_told", .values = {}, .undo_s = undo_s}});
    if (m_release_sheet->closed())
        m_release_sheet.reset();
}

void CritiqueScreen::draw_evidence_sheet(Ui& ui, Commands& commands)
{
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

} // namespace chibo
