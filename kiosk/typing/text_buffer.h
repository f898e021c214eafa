// The text of a field or an editor while it is written: paragraphs, caret, selection, undo by
// steps, and the composer on the word at the caret. Knows nothing of how it is drawn.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "typing/composer.h"

namespace chibo {

/// A place between two letters.
struct TextPlace {
    std::size_t paragraph = 0;
    std::size_t byte = 0; // Into the paragraph's UTF-8.

    auto operator<=>(const TextPlace&) const = default;
};

struct TextStretch {
    TextPlace begin;
    TextPlace end;

    [[nodiscard]] bool empty() const { return begin == end; }
    bool operator==(const TextStretch&) const = default;
};

enum class Select : bool { No, Extend };
enum class CaretStep { Left, Right, WordLeft, WordRight, ParagraphStart, ParagraphEnd, Start, End };

class TextBuffer {
public:
    enum class Shape {
        OneLine, // Line feeds are refused.
        Paragraphs,
    };

    explicit TextBuffer(Shape shape = Shape::Paragraphs) : m_shape(shape) {}

    /// Whole text, paragraphs joined by \n; NFC. Setting it forgets what could be undone.
    [[nodiscard]] std::string text() const;
    void set_text(std::string_view text);
    [[nodiscard]] bool empty() const
    {
        return m_paragraphs.size() == 1 && m_paragraphs.front().empty();
    }
    [[nodiscard]] const std::vector<std::string>& paragraphs() const { return m_paragraphs; }
    /// Moves with each change of the paragraph's text or place; what layouts are kept by.
    [[nodiscard]] std::uint64_t version(std::size_t paragraph) const
    {
        return m_versions[paragraph];
    }
    /// Moves with each change of anything, the caret included.
    [[nodiscard]] std::uint64_t version() const { return m_version; }

    [[nodiscard]] TextPlace caret() const { return m_caret; }
    [[nodiscard]] TextPlace anchor() const { return m_anchor; }
    [[nodiscard]] TextStretch selection() const;
    [[nodiscard]] std::string selected() const;
    void place_caret(TextPlace place, Select select = Select::No);
    void step(CaretStep by, Select select = Select::No);
    void select_word(TextPlace at);
    void select_all();
    /// Caret and anchor as bytes into text(), as drafts keep them.
    [[nodiscard]] std::size_t flat(TextPlace place) const;
    [[nodiscard]] TextPlace unflat(std::size_t byte) const;

    /// A character from a keyboard: composed where it belongs to a word, else inserted; \n begins a
    /// paragraph.
    void type(char32_t character);
    void backspace();
    void delete_forward();
    void delete_word_back();
    /// As pasted: cleaned, in place of the selection.
    void insert(std::string_view text);
    /// In place of so many bytes before the caret: a suggestion that was touched. A space follows,
    /// and goes before where a word stands there.
    void take_suggestion(std::string_view text, std::size_t replaces);
    /// As a system input method wrote it: taken whole, nothing is composed.
    void type_whole(char32_t character);
    [[nodiscard]] std::string cut();
    void undo();
    void redo();
    [[nodiscard]] bool can_undo() const { return !m_undo.empty(); }
    [[nodiscard]] bool can_redo() const { return !m_redo.empty(); }
    /// The paragraph up to the caret.
    [[nodiscard]] std::string_view before_caret() const
    {
        return std::string_view(m_paragraphs[m_caret.paragraph]).substr(0, m_caret.byte);
    }

    /// The word being composed, underlined while it is; nothing while none is.
    [[nodiscard]] std::optional<TextStretch> composed() const;
    /// The word before the caret, composed or not.
    [[nodiscard]] std::string word_before() const;
    /// Ends the word: the caret moves, the focus goes, the text is recorded.
    void settle();
    /// Gives the word's keys back as typed (Esc); false where none is composed.
    bool uncompose();

    /// Codes, numbers and e-mail are typed plain.
    void set_options(const TypingOptions& options);
    void compose(bool on);

private:
    struct Edit {
        TextPlace at;
        std::string removed;
        std::string inserted;
    };
    struct Step {
        std::vector<Edit> edits;
        TextPlace caret_before;
        TextPlace anchor_before;
        TextPlace caret_after;
    };
    enum class Kind { None, Typing, Erasing, Other };

    void open_step(Kind kind);
    void close_step() { m_kind = Kind::None; }
    void edit(const TextStretch& range, std::string_view text);
    TextPlace raw_replace(const TextStretch& range, std::string_view text);
    [[nodiscard]] std::string slice(const TextStretch& range) const;
    void touch(std::size_t paragraph) { m_versions[paragraph] = ++m_version; }
    void erase_selection();
    void type_in_word(char32_t character);
    void insert_character(char32_t character);
    void take_given_space_back(char32_t character);
    [[nodiscard]] bool mark_inside_word(char32_t character);
    void show_word(std::u32string_view word);
    void forget_word();
    [[nodiscard]] std::u32string line_before(TextPlace place) const;
    [[nodiscard]] char32_t letter_before(TextPlace place) const;
    [[nodiscard]] char32_t letter_after(TextPlace place) const;
    [[nodiscard]] TextPlace before(TextPlace place) const;
    [[nodiscard]] TextPlace after(TextPlace place) const;
    [[nodiscard]] TextPlace word_edge(TextPlace place, int direction) const;
    [[nodiscard]] TextStretch word_at(TextPlace place) const;
    [[nodiscard]] TextPlace clamped(TextPlace place) const;
    void apply(const Step& step, bool forward);

    Shape m_shape;
    std::vector<std::string> m_paragraphs {std::string()};
    std::vector<std::uint64_t> m_versions {1};
    std::uint64_t m_version = 1;
    TextPlace m_caret;
    TextPlace m_anchor;
    Composer m_composer;
    bool m_composes = true;
    TextPlace m_word; // Where the composed word begins; it ends at the caret.
    std::vector<Step> m_undo;
    std::vector<Step> m_redo;
    Kind m_kind = Kind::None; // Of the step that is still open.
    bool m_space_given = false; // The space before the caret came with a suggestion.
};

} // namespace chibo
