#include "typing/text_buffer.h"

#include <algorithm>
#include <utility>

#include "typing/nfc.h"

namespace chibo {

namespace {

constexpr std::size_t most_steps = 500;
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
    take_given_space_back(character);
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
    insert_character(character);
    const bool blank = character == U' ' || line_feed;
    if (blank)
        close_step();
}

void TextBuffer::insert_character(char32_t character)
{
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

void TextBuffer::take_suggestion(std::string_view text, std::size_t replaces)
{
    if (replaces > 0)
        forget_word();
    else
        settle();
    open_step(Kind::Other);
    erase_selection();
    const std::string& line = m_paragraphs[m_caret.paragraph];
    const TextPlace begin
        = clamped({m_caret.paragraph, m_caret.byte - std::min(replaces, m_caret.byte)});
    const bool behind_word = replaces == 0 && begin.byte > 0 && line[begin.byte - 1] != ' ';
    const bool space_there = m_caret.byte < line.size() && line[m_caret.byte] == ' ';
    edit({begin, m_caret}, (behind_word ? " " : "") + nfc(text) + (space_there ? "" : " "));
    if (space_there)
        m_caret = m_anchor = after(m_caret);
    m_undo.back().caret_after = m_caret;
    m_space_given = !space_there;
}

/// "…Phượng ." is no way to end a sentence.
void TextBuffer::take_given_space_back(char32_t character)
{
    if (std::exchange(m_space_given, false)
        && std::u32string_view(U".,;:!?)…").find(character) != std::u32string_view::npos
        && before_caret().ends_with(' '))
        edit({before(m_caret), m_caret}, {});
}

void TextBuffer::type_whole(char32_t character)
{
    if (character < U' ' || character == 0x7F)
        return;
    settle();
    open_step(Kind::Typing);
    erase_selection();
    insert_character(character);
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

} // namespace chibo
