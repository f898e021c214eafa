// Tự phê bình và phê bình, the drafts: on disk within a second, caret and all, for each person
// apart.
#include "meeting/names.h"
#include "record/drafts.h"
#include "ui/screens/critique_screen.h"

namespace chibo {

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
        take_up(m_editor.buffer(), draft->text, draft->caret, draft->anchor);
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
        take_up(m_conclusion.buffer(), draft->text, draft->caret, draft->anchor);
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
    if (!m_draft_timer.due(ui, m_read_for && (remark_moved || conclusion_unsaved)))
        return;
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
}

std::string CritiqueScreen::state() const
{
    return m_shown ? m_shown->text() : std::string();
}

void CritiqueScreen::restore(std::string_view state)
{
    m_shown = MemberId::parse(state);
}

} // namespace chibo
