#include "typing/text_buffer.h"

#include <algorithm>

#include "typing/nfc.h"

namespace chibo {

namespace {

constexpr std::size_t most_steps = 500;
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

// Text and places.

std::string TextBuffer::text() const
{
    std::string whole;
    for (std::size_t i = 0; i < m_paragraphs.size(); ++i) {
        if (i > 0)
            whole += '\n';
        whole += m_paragraphs[i];
    }
    return whole;
}

void TextBuffer::set_text(std::string_view text)
{
    forget_word();
    m_undo.clear();
    m_redo.clear();
    close_step();
    (void)raw_replace({{0, 0}, {m_paragraphs.size() - 1, m_paragraphs.back().size()}}, nfc(text));
    m_caret = m_anchor = {m_paragraphs.size() - 1, m_paragraphs.back().size()};
}

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
    const auto letter_beside = [&](TextPlace at) {
        if (direction < 0 && at.byte > 0)
            return character_at(m_paragraphs[at.paragraph], before(at).byte);
        if (direction > 0 && at.byte < m_paragraphs[at.paragraph].size())
            return character_at(m_paragraphs[at.paragraph], at.byte);
        return U'\n';
    };
    const auto move = [&](TextPlace at) { return direction < 0 ? before(at) : after(at); };
    while (move(place) != place && !is_word_character(letter_beside(place)))
        place = move(place);
    while (move(place) != place && is_word_character(letter_beside(place)))
        place = move(place);
    return place;
}

TextStretch TextBuffer::word_at(TextPlace place) const
{
    const std::string& text = m_paragraphs[place.paragraph];
    TextStretch range {place, place};
    while (range.begin.byte > 0 && is_word_character(character_at(text, before(range.begin).byte)))
        range.begin = before(range.begin);
    while (range.end.byte < text.size() && is_word_character(character_at(text, range.end.byte)))
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

// The caret.

void TextBuffer::place_caret(TextPlace place, Select select)
{
    settle();
    close_step();
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

// Changes.

TextPlace TextBuffer::raw_replace(const TextStretch& range, std::string_view text)
{
    const std::string tail = m_paragraphs[range.end.paragraph].substr(range.end.byte);
    m_paragraphs[range.begin.paragraph].resize(range.begin.byte);
    const auto first = static_cast<std::ptrdiff_t>(range.begin.paragraph) + 1;
    const auto last = static_cast<std::ptrdiff_t>(range.end.paragraph) + 1;
    m_paragraphs.erase(m_paragraphs.begin() + first, m_paragraphs.begin() + last);
    m_versions.erase(m_versions.begin() + first, m_versions.begin() + last);
    std::size_t at = range.begin.paragraph;
    touch(at);
    std::vector<std::string> more;
    while (true) {
        const std::size_t feed
            = m_shape == Shape::OneLine ? std::string_view::npos : text.find('\n');
        (more.empty() ? m_paragraphs[at] : more.back()) += text.substr(0, feed);
        if (feed == std::string_view::npos)
            break;
        more.emplace_back();
        text.remove_prefix(feed + 1);
    }
    m_paragraphs.insert(m_paragraphs.begin() + first, more.begin(), more.end());
    m_versions.insert(m_versions.begin() + first, more.size(), 0);
    for (std::size_t i = 0; i < more.size(); ++i)
        touch(at + 1 + i);
    at += more.size();
    const TextPlace end {at, m_paragraphs[at].size()};
    m_paragraphs[at] += tail;
    return end;
}

void TextBuffer::open_step(Kind kind)
{
    if (m_kind == kind && kind != Kind::Other && !m_undo.empty()
        && m_undo.back().caret_after == m_caret)
        return;
    m_kind = kind;
    m_redo.clear();
    m_undo.push_back({{}, m_caret, m_anchor, m_caret});
    if (m_undo.size() > most_steps)
        m_undo.erase(m_undo.begin());
}

/// Inside an open step.
void TextBuffer::edit(const TextStretch& range, std::string_view text)
{
    Edit edit {range.begin, slice(range), std::string(text)};
    m_caret = m_anchor = raw_replace(range, text);
    m_undo.back().edits.push_back(std::move(edit));
    m_undo.back().caret_after = m_caret;
}

void TextBuffer::erase_selection()
{
    if (!selection().empty())
        edit(selection(), {});
}

void TextBuffer::type(char32_t character)
{
    if (character == U'\r')
        character = U'\n';
    const bool line_feed = character == U'\n';
    if ((character < U' ' && !line_feed) || character == 0x7F
        || (line_feed && m_shape == Shape::OneLine))
        return;
    const bool composing = composed().has_value();
    if (m_composes && !line_feed && selection().empty() && mark_inside_word(character))
        return;
    open_step(Kind::Typing);
    erase_selection();
    const bool marks_last = m_composer.options().method == Method::Vni && character >= U'0'
        && character <= U'9' && !word_before().empty();
    if (m_composes
        && (composing ? m_composer.takes(character) : is_letter(character) || marks_last)) {
        type_in_word(character);
        return;
    }
    if (composing) {
        show_word(m_composer.ended_by(character));
        forget_word();
    }
    std::string inserted;
    append_utf8(inserted, character);
    // A combining mark joins the letter before it.
    if (const bool combining = combining_tone(character) || combining_mark(character);
        combining && m_caret.byte > 0) {
        const TextStretch letter {before(m_caret), m_caret};
        edit(letter, nfc(slice(letter) + inserted));
        return;
    }
    edit({m_caret, m_caret}, inserted);
    const bool blank = character == U' ' || line_feed;
    if (blank)
        close_step();
}

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
    const std::string& text = m_paragraphs[m_caret.paragraph];
    const bool inside = m_caret.byte > 0 && m_caret.byte < text.size()
        && is_letter(character_at(text, m_caret.byte))
        && is_letter(character_at(text, before(m_caret).byte));
    if (!inside)
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

void TextBuffer::backspace()
{
    if (!selection().empty()) {
        settle();
        open_step(Kind::Other);
        erase_selection();
        return;
    }
    if (m_composer.backspace()) {
        open_step(Kind::Typing);
        show_word(m_composer.text());
        if (m_word == m_caret)
            forget_word();
        return;
    }
    if (before(m_caret) == m_caret)
        return;
    open_step(Kind::Erasing);
    edit({before(m_caret), m_caret}, {});
}

void TextBuffer::delete_forward()
{
    settle();
    if (selection().empty() && after(m_caret) == m_caret)
        return;
    open_step(selection().empty() ? Kind::Erasing : Kind::Other);
    if (selection().empty())
        edit({m_caret, after(m_caret)}, {});
    else
        erase_selection();
}

void TextBuffer::delete_word_back()
{
    settle();
    if (selection().empty())
        m_anchor = word_edge(m_caret, -1);
    if (selection().empty())
        return;
    open_step(Kind::Other);
    erase_selection();
}

void TextBuffer::insert(std::string_view text)
{
    settle();
    std::string clean = clean_paste(text);
    if (m_shape == Shape::OneLine)
        std::replace(clean.begin(), clean.end(), '\n', ' ');
    if (clean.empty())
        return;
    open_step(Kind::Other);
    edit(selection(), clean);
}

void TextBuffer::replace_word(std::string_view text)
{
    settle();
    open_step(Kind::Other);
    TextStretch range {m_caret, m_caret};
    const std::string& line = m_paragraphs[m_caret.paragraph];
    while (range.begin.byte > 0 && is_word_character(character_at(line, before(range.begin).byte)))
        range.begin = before(range.begin);
    edit(range, nfc(text));
}

std::string TextBuffer::cut()
{
    settle();
    std::string text = selected();
    if (!text.empty()) {
        open_step(Kind::Other);
        erase_selection();
    }
    return text;
}

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
