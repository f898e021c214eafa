// The text of a field: steps back and forth.
#include "typing/text_buffer.h"

namespace chibo {

// Undo.

void TextBuffer::apply(const Step& step, bool forward)
{
    if (forward) {
        for (const Edit& edit : step.edits) {
            const std::size_t begin = flat(edit.at);
            m_caret = m_anchor
                = raw_replace({edit.at, unflat(begin + edit.removed.size())}, edit.inserted);
        }
        m_caret = m_anchor = clamped(step.caret_after);
        return;
    }
    for (auto edit = step.edits.rbegin(); edit != step.edits.rend(); ++edit) {
        const std::size_t begin = flat(edit->at);
        (void)raw_replace({edit->at, unflat(begin + edit->inserted.size())}, edit->removed);
    }
    m_caret = clamped(step.caret_before);
    m_anchor = clamped(step.anchor_before);
}

void TextBuffer::undo()
{
    forget_word();
    close_step();
    if (m_undo.empty())
        return;
    apply(m_undo.back(), false);
    m_redo.push_back(std::move(m_undo.back()));
    m_undo.pop_back();
    ++m_version;
}

void TextBuffer::redo()
{
    forget_word();
    close_step();
    if (m_redo.empty())
        return;
    apply(m_redo.back(), true);
    m_undo.push_back(std::move(m_redo.back()));
    m_redo.pop_back();
    ++m_version;
}

} // namespace chibo
