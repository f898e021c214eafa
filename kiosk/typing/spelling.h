// One word while its keys are read: letters, one tone, and what was undone by typing a key twice.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "typing/composer.h"

namespace chibo {

[[nodiscard]] inline bool contains(std::u32string_view keys, char32_t key)
{
    return keys.find(key) != std::u32string_view::npos;
}

[[nodiscard]] inline bool contains(std::span<const Mark> kinds, Mark mark)
{
    return std::find(kinds.begin(), kinds.end(), mark) != kinds.end();
}

/// Takes the keys of one word one after another. Used by the composer alone.
class Spelling {
public:
    Spelling(const TypingOptions& options, const WordContext& context) :
        m_options(options), m_context(context)
    {
    }

    void take(const Keystroke& key);
    [[nodiscard]] std::u32string text() const;
    /// How far the letters go towards a syllable.
    [[nodiscard]] Fit fits() const;
    /// A key was typed twice to have the letter itself.
    [[nodiscard]] bool undone() const { return m_undone; }
    /// The same, twice in a row: somebody saw the mark and took it away (tesst). Two with letters
    /// between them are a word of another language (basis).
    [[nodiscard]] bool undone_at_once() const { return m_undone_at_once; }
    /// No letter has a mark or a tone.
    [[nodiscard]] bool is_plain() const;
    [[nodiscard]] bool all_capitals() const;
    [[nodiscard]] bool has_vowel() const;
    [[nodiscard]] const std::vector<Letter>& letters() const { return m_letters; }
    [[nodiscard]] ToneMark tone() const { return m_tone; }
    /// In abbreviations (HĐND) no key but that of đ is more than a letter.
    void only_stroke() { m_only_stroke = true; }
    /// The place of the letter that shows the tone, or letters().size().
    [[nodiscard]] std::size_t marked_place() const;

private:
    using Letters = std::vector<Letter>;

    void append(char32_t character);
    void take_combining(char32_t key);
    void take_key(char32_t key);
    [[nodiscard]] bool take_mark(char32_t key);
    [[nodiscard]] bool take_tone(char32_t key);
    [[nodiscard]] bool goes_on_number(char32_t key) const;
    void give_digits_back();
    [[nodiscard]] bool set_circumflex(char32_t base, char32_t key);
    [[nodiscard]] bool set_stroke(char32_t key);
    [[nodiscard]] bool set_horn(std::span<const Mark> kinds, char32_t key);
    [[nodiscard]] bool set_horn_on_uo();
    [[nodiscard]] bool make_lone_w(char32_t key);
    [[nodiscard]] bool try_letters(Letters letters);
    [[nodiscard]] bool carries_already(std::span<const Mark> kinds) const;
    void undo(std::span<const Mark> kinds, char32_t key);
    [[nodiscard]] bool key_is_letter(char32_t key) const;
    [[nodiscard]] bool has_pair_uo(std::size_t place) const;
    [[nodiscard]] std::size_t vowels_start() const;
    void join_uo();

    TypingOptions m_options;
    WordContext m_context;
    Letters m_letters;
    std::optional<std::size_t> m_w_made; // The place of an ư that w made of nothing.
    ToneMark m_tone = ToneMark::None;
    bool m_undone = false;
    bool m_undone_at_once = false;
    bool m_only_stroke = false;
    std::optional<char32_t> m_key_before; // Nothing before the first key and behind loaded letters.
    std::u32string m_tone_digits; // The tone keys of VNI taken last, in a row.
    ToneMark m_tone_before_digits = ToneMark::None;
    std::u32string m_plain_keys; // Keys that were undone: letters for the rest of the word.
};

} // namespace chibo
