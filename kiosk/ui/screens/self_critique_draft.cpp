// Tự phê bình, the draft: on disk within a second, sealed under the member's own code.
#include "ui/screens/self_critique_screen.h"

namespace chibo {

void SelfCritiqueScreen::read_draft(const Record& record, const Key& key)
{
    m_editors.clear();
    for (std::size_t i = 0; i < m_form->sections.size(); ++i)
        m_editors.emplace_back();
    const auto found
        = read_sealed_draft(record, *m_viewer.member, key, m_awaited->meeting, m_awaited->form);
    for (std::size_t i = 0; found && i < m_form->sections.size(); ++i) {
        for (const auto& section : found->sections) {
            if (section.id != m_form->sections[i].id)
                continue;
            take_up(m_editors[i].buffer(), section.text, section.caret, section.anchor);
        }
        if (m_form->sections[i].id == found->shown)
            m_shown = i;
    }
    if (found) {
        m_to = found->to_member;
        m_rating = found->rating;
    }
    m_saved_versions.clear();
    for (const Editor& one : m_editors)
        m_saved_versions.push_back(one.buffer().version());
    m_saved_to = m_to;
    m_saved_rating = m_rating;
    m_saved_shown = m_shown;
}

SealedDraft SelfCritiqueScreen::draft() const
{
    SealedDraft made {.for_meeting = m_awaited->meeting,
        .form = m_awaited->form,
        .rating = m_rating,
        .to_member = m_to,
        .sections = {},
        .shown = m_form->sections[m_shown].id};
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        const TextBuffer& text = m_editors[i].buffer();
        made.sections.push_back({.id = m_form->sections[i].id,
            .text = text.text(),
            .caret = static_cast<std::int64_t>(text.flat(text.caret())),
            .anchor = static_cast<std::int64_t>(text.flat(text.anchor()))});
    }
    return made;
}

bool SelfCritiqueScreen::moved() const
{
    for (std::size_t i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i].buffer().version() != m_saved_versions[i])
            return true;
    }
    return m_to != m_saved_to || m_rating != m_saved_rating || m_shown != m_saved_shown;
}

void SelfCritiqueScreen::save_in_time(Ui& ui, Commands& commands)
{
    if (!m_draft_timer.due(ui, moved()))
        return;
    if (const Key* key = m_desk.drafts_key())
        commands.push_local([made = draft(), member = *m_viewer.member, key = *key](
                                Record& record) { save_sealed_draft(record, member, key, made); });
    for (std::size_t i = 0; i < m_editors.size(); ++i)
        m_saved_versions[i] = m_editors[i].buffer().version();
    m_saved_to = m_to;
    m_saved_rating = m_rating;
    m_saved_shown = m_shown;
}

} // namespace chibo
