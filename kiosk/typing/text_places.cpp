// The text of a field: places in it, what stands beside them, and where the caret goes.
#include <algorithm>

#include "typing/text_buffer.h"

namespace chibo {

namespace {

constexpr std::size_t context_bytes
    = 320; // Of the line before a word; the composer looks at 80 characters.

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

char32_t character_at(const std::string& text, std::size_t byte)
{
    std::size_t end = byte + 1;
    while (end < text.size() && is_continuation(text[end]))
        ++end;
    return to_utf32(std::string_view(text).substr(byte, end - byte)).front();
}

bool is_word_character(char32_t c)
{
    return is_letter(c) || (c >= U'0' && c <= U'9');
}

} // namespace

TextStretch TextBuffer::selection() const
{
    return {std::min(m_caret, m_anchor), std::max(m_caret, m_anchor)};
}

std::string TextBuffer::selected() const
{
    return slice(selection());
}

std::string TextBuffer::slice(const TextStretch& range) const
{
    const auto& [begin, end] = range;
    if (begin.paragraph == end.paragraph)
        return m_paragraphs[begin.paragraph].substr(begin.byte, end.byte - begin.byte);
    std::string text = m_paragraphs[begin.paragraph].substr(begin.byte);
    for (std::size_t i = begin.paragraph + 1; i < end.paragraph; ++i)
        text += '\n' + m_paragraphs[i];
    return text + '\n' + m_paragraphs[end.paragraph].substr(0, end.byte);
}

TextPlace TextBuffer::clamped(TextPlace place) const
{
    place.paragraph = std::min(place.paragraph, m_paragraphs.size() - 1);
    const std::string& text = m_paragraphs[place.paragraph];
    place.byte = std::min(place.byte, text.size());
    while (place.byte > 0 && place.byte < text.size() && is_continuation(text[place.byte]))
        --place.byte;
    return place;
}

std::size_t TextBuffer::flat(TextPlace place) const
{
    std::size_t byte = place.byte;
    for (std::size_t i = 0; i < place.paragraph; ++i)
        byte += m_paragraphs[i].size() + 1;
    return byte;
}

TextPlace TextBuffer::unflat(std::size_t byte) const
{
    for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
        if (byte <= m_paragraphs[i].size())
            return clamped({i, byte});
        byte -= m_paragraphs[i].size() + 1;
    }
    return {m_paragraphs.size() - 1, m_paragraphs.back().size()};
}

TextPlace TextBuffer::before(TextPlace place) const
{
    if (place.byte == 0)
        return place.paragraph == 0
            ? place
            : TextPlace {place.paragraph - 1, m_paragraphs[place.paragraph - 1].size()};
    do
        --place.byte;
    while (place.byte > 0 && is_continuation(m_paragraphs[place.paragraph][place.byte]));
    return place;
}

TextPlace TextBuffer::after(TextPlace place) const
{
    const std::string& text = m_paragraphs[place.paragraph];
    if (place.byte >= text.size())
        return place.paragraph + 1 < m_paragraphs.size() ? TextPlace {place.paragraph + 1, 0}
                                                         : place;
    do
        ++place.byte;
    while (place.byte < text.size() && is_continuation(text[place.byte]));
    return place;
}

/// Past the spaces and the word to that side.
TextPlace TextBuffer::word_edge(TextPlace place, int direction) const
{
    const auto letter_beside
        = [&](TextPlace at) { return direction < 0 ? letter_before(at) : letter_after(at); };
    const auto move = [&](TextPlace at) { return direction < 0 ? before(at) : after(at); };
    while (move(place) != place && !is_word_character(letter_beside(place)))
        place = move(place);
    while (move(place) != place && is_word_character(letter_beside(place)))
        place = move(place);
    return place;
}

TextStretch TextBuffer::word_at(TextPlace place) const
{
    TextStretch range {place, place};
    while (is_word_character(letter_before(range.begin)))
        range.begin = before(range.begin);
    while (is_word_character(letter_after(range.end)))
        range.end = after(range.end);
    return range;
}

std::u32string TextBuffer::line_before(TextPlace place) const
{
    std::size_t begin = place.byte > context_bytes ? place.byte - context_bytes : 0;
    const std::string& text = m_paragraphs[place.paragraph];
    while (begin < place.byte && is_continuation(text[begin]))
        ++begin;
    return to_utf32(std::string_view(text).substr(begin, place.byte - begin));
}

/// The line's end where no letter is.
char32_t TextBuffer::letter_before(TextPlace place) const
{
    return place.byte > 0 ? character_at(m_paragraphs[place.paragraph], before(place).byte) : U'\n';
}

char32_t TextBuffer::letter_after(TextPlace place) const
{
    const std::string& text = m_paragraphs[place.paragraph];
    return place.byte < text.size() ? character_at(text, place.byte) : U'\n';
}

// The caret.

void TextBuffer::place_caret(TextPlace place, Select select)
{
    settle();
    close_step();
    m_space_given = false;
    m_caret = clamped(place);
    if (select == Select::No)
        m_anchor = m_caret;
    ++m_version;
}

void TextBuffer::step(CaretStep by, Select select)
{
    settle();
    const TextStretch chosen = selection();
    TextPlace to = m_caret;
    switch (by) {
    case CaretStep::Left:
        to = select == Select::No && !chosen.empty() ? chosen.begin : before(m_caret);
        break;
    case CaretStep::Right:
        to = select == Select::No && !chosen.empty() ? chosen.end : after(m_caret);
        break;
    case CaretStep::WordLeft:
        to = word_edge(m_caret, -1);
        break;
    case CaretStep::WordRight:
        to = word_edge(m_caret, 1);
        break;
    case CaretStep::ParagraphStart:
        to.byte = 0;
        break;
    case CaretStep::ParagraphEnd:
        to.byte = m_paragraphs[to.paragraph].size();
        break;
    case CaretStep::Start:
        to = {0, 0};
        break;
    case CaretStep::End:
        to = {m_paragraphs.size() - 1, m_paragraphs.back().size()};
        break;
    }
    place_caret(to, select);
}

void TextBuffer::select_word(TextPlace at)
{
    settle();
    const TextStretch word = word_at(clamped(at));
    place_caret(word.end);
    m_anchor = word.begin;
}

void TextBuffer::select_all()
{
    place_caret({m_paragraphs.size() - 1, m_paragraphs.back().size()});
    m_anchor = {0, 0};
}

} // namespace chibo
