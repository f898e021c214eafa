// Keystrokes in, Vietnamese text out: the composer under the hardware keyboard and the one on the
// screen.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "typing/syllable.h"
#include "typing/typing_options.h"

namespace chibo {

/// What stands before the word on its line: some words there are left as typed.
struct WordContext {
    bool in_address = false; // E-mail and web addresses: nothing is composed.
    bool behind_sign
        = false; // Right behind / or -: 35-NQ/TW, where capital w and tone keys are letters.
    bool behind_digit = false; // 12A, 500đ, 30tháng.
};

/// One keystroke of a word. A literal one stands for itself, marks and all: it was loaded from
/// text.
struct Keystroke {
    char32_t character = 0;
    bool literal = false;

    bool operator==(const Keystroke&) const = default;
};

/// Letters past this many are what their keys say, the longest abbreviation being shorter: a word
/// without an end costs no more a key than reading it.
inline constexpr std::size_t longest_word = 16;

/// The word being typed. It keeps nothing but keystrokes; what they compose follows from them each
/// time, so that undo and replay need no more than a copy. Text is NFC.
class Composer {
public:
    explicit Composer(TypingOptions options = {}) : m_options(options) {}

    /// Begins an empty word after `before`, the text of its line up to the caret.
    void begin(std::u32string_view before);
    /// Begins with a word that stands in the text already, so that it can be typed on or marked.
    void load(std::u32string_view before, std::u32string_view word);
    /// Takes a character that belongs to a word (see `takes`).
    void press(char32_t character);
    /// Takes the last letter that is seen away, with the marks on it. False where the word is
    /// empty.
    bool backspace();
    /// What the word reads at this moment.
    [[nodiscard]] std::u32string text() const;
    /// What the word reads once it has ended: letters that made no syllable are given back as
    /// typed.
    [[nodiscard]] std::u32string ended() const;
    /// What a word reads that its line ends with: letters that a syllable can begin with stay.
    [[nodiscard]] std::u32string left_open() const;
    /// As `ended`, by `breaker`: before an @ every word stays as typed.
    [[nodiscard]] std::u32string ended_by(char32_t breaker) const;
    /// The keys as typed, for Esc.
    [[nodiscard]] std::u32string as_typed() const;
    [[nodiscard]] bool empty() const { return m_keys.empty(); }
    void clear() { m_keys.clear(); }

    /// True where the character is part of a word: a letter, a tone key, and in VNI a digit behind
    /// a letter.
    [[nodiscard]] bool takes(char32_t character) const;
    [[nodiscard]] const TypingOptions& options() const { return m_options; }
    /// The word is composed anew from its next key on.
    void set_options(TypingOptions options) { m_options = options; }

private:
    [[nodiscard]] std::u32string settled(Fit enough) const;

    TypingOptions m_options;
    WordContext m_context;
    std::vector<Keystroke> m_keys;
};

/// Where a word that ends at `end` begins; `end` where none does.
[[nodiscard]] std::size_t word_start(std::u32string_view text, std::size_t end);

/// What stands before a word, from the text of its line before it.
[[nodiscard]] WordContext word_context(std::u32string_view before);

/// A tone or mark key typed with the caret inside or behind a finished word: the word with its
/// mark. Nothing where the key marks nothing there and is a letter to insert.
[[nodiscard]] std::optional<std::u32string> mark_word(std::u32string_view before,
    std::u32string_view word, char32_t key, const TypingOptions& options);

/// A line of keystrokes as the text that it composes. Backspace is U+0008 or the four characters
/// <BS>.
[[nodiscard]] std::string compose_line(std::string_view keys, const TypingOptions& options);

} // namespace chibo
