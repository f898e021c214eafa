// The text of a field: the word at the caret, which the composer spells while it is typed.
#include <algorithm>

#include "typing/nfc.h"
#include "typing/text_buffer.h"

namespace chibo {

void TextBuffer::type_in_word(char32_t character)
{
    if (m_composer.empty()) {
        // Typing on at a word's end goes on with that word.
        const std::u32string line = line_before(m_caret);
        const std::size_t start = word_start(line, line.size());
        const std::u32string_view word = std::u32string_view(line).substr(start);
        m_composer.load(std::u32string_view(line).substr(0, start), word);
        m_word = {m_caret.paragraph, m_caret.byte - to_utf8(word).size()};
    }
    m_composer.press(character);
    show_word(m_composer.text());
}

void TextBuffer::show_word(std::u32string_view word)
{
    const std::string text = to_utf8(word);
    const TextStretch range {m_word, m_caret};
    if (slice(range) != text)
        edit(range, text);
}

/// With the caret inside a word, or behind one that is finished, a tone or mark key marks the word.
bool TextBuffer::mark_inside_word(char32_t character)
{
    if (!is_letter(letter_before(m_caret)) || !is_letter(letter_after(m_caret)))
        return false;
    const TextStretch word = word_at(m_caret);
    const std::u32string whole = to_utf32(slice(word));
    if (!std::all_of(whole.begin(), whole.end(), is_letter))
        return false;
    const auto marked = mark_word(line_before(word.begin), whole, character, m_composer.options());
    if (!marked)
        return false;
    const std::size_t letters = to_utf32(slice({word.begin, m_caret})).size();
    forget_word();
    open_step(Kind::Other);
    edit(word, to_utf8(*marked));
    const std::size_t bytes = to_utf8(std::u32string_view(*marked).substr(0, letters)).size();
    m_caret = m_anchor = {word.begin.paragraph, word.begin.byte + bytes};
    m_undo.back().caret_after = m_caret;
    return true;
}

// The composed word.

std::optional<TextStretch> TextBuffer::composed() const
{
    if (m_composer.empty() || m_word == m_caret)
        return std::nullopt;
    return TextStretch {m_word, m_caret};
}

std::string TextBuffer::word_before() const
{
    const std::u32string line = line_before(m_caret);
    return to_utf8(std::u32string_view(line).substr(word_start(line, line.size())));
}

void TextBuffer::settle()
{
    if (composed()) {
        open_step(Kind::Typing);
        const TextPlace anchor = m_anchor;
        show_word(m_composer.left_open());
        m_anchor = anchor == m_caret ? m_caret : m_anchor;
    }
    forget_word();
}

bool TextBuffer::uncompose()
{
    if (!composed() || slice({m_word, m_caret}) == to_utf8(m_composer.as_typed()))
        return false;
    open_step(Kind::Typing);
    show_word(m_composer.as_typed());
    forget_word();
    return true;
}

void TextBuffer::forget_word()
{
    m_composer.clear();
}

void TextBuffer::set_options(const TypingOptions& options)
{
    m_composer.set_options(options);
}

void TextBuffer::compose(bool on)
{
    if (m_composes && !on)
        settle();
    m_composes = on;
}

} // namespace chibo
