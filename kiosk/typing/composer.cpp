#include "typing/composer.h"

#include <algorithm>

#include "typing/foreign_words.h"
#include "typing/nfc.h"
#include "typing/spelling.h"

namespace chibo {

namespace {

constexpr std::size_t address_reach = 80; // Characters looked at before a word, at most.

bool is_digit(char32_t character)
{
    return character >= U'0' && character <= U'9';
}

bool is_space(char32_t character)
{
    return character == U' ' || character == U'\t' || character == U'\n' || character == 0xA0;
}

std::u32string plain_keys(const std::vector<Keystroke>& keys)
{
    std::u32string text;
    for (const Keystroke& key : keys)
        text.push_back(key.character);
    return join_marks(text);
}

Spelling spell(
    const std::vector<Keystroke>& keys, const TypingOptions& options, const WordContext& context)
{
    Spelling word(options, context);
    for (const Keystroke& key : keys)
        word.take(key);
    // Capitals that make no syllable are an abbreviation: HĐND, UBKT.
    if (word.undone() || word.letters().size() < 2 || !word.all_capitals()
        || word.fits() != Fit::None)
        return word;
    Spelling abbreviation(options, context);
    abbreviation.only_stroke();
    for (const Keystroke& key : keys)
        abbreviation.take(key);
    return abbreviation;
}

/// Behind a digit (12A, 30tháng) letters are composed where they are plainly a word: 500đ, 12
/// tháng.
bool composes_behind_digit(const Spelling& word)
{
    const auto& letters = word.letters();
    const bool begins_with_d = !letters.empty() && letters.front().mark == Mark::Bar;
    return begins_with_d || word.undone() || (letters.size() >= 3 && word.fits() == Fit::Full);
}

std::vector<Keystroke> literal_keys(std::u32string_view text)
{
    std::vector<Keystroke> keys;
    for (const char32_t character : text)
        keys.push_back({character, true});
    return keys;
}

std::u32string composed(
    const std::vector<Keystroke>& keys, const TypingOptions& options, const WordContext& context)
{
    const Spelling word = spell(keys, options, context);
    return context.behind_digit && !composes_behind_digit(word) ? plain_keys(keys) : word.text();
}

bool has_literal(const std::vector<Keystroke>& keys)
{
    return std::any_of(keys.begin(), keys.end(), [](const Keystroke& key) { return key.literal; });
}

} // namespace

void Composer::begin(std::u32string_view before)
{
    m_keys.clear();
    m_context = word_context(before);
}

void Composer::load(std::u32string_view before, std::u32string_view word)
{
    m_context = word_context(before);
    m_keys = literal_keys(word);
}

void Composer::press(char32_t character)
{
    m_keys.push_back({character, false});
}

bool Composer::backspace()
{
    if (m_keys.empty())
        return false;
    std::u32string left = text();
    if (left.empty())
        return false;
    left.pop_back();
    if (left.size() >= longest_word) { // The last letter is the last key.
        while (text().size() > left.size())
            m_keys.pop_back();
        return true;
    }
    // What is left is spelled by the keys typed, where one fewer of them gives it; else by its
    // letters.
    const std::u32string wanted = composed(literal_keys(left), m_options, m_context);
    for (std::size_t place = m_keys.size(); place-- > 0;) {
        std::vector<Keystroke> keys = m_keys;
        keys.erase(keys.begin() + static_cast<std::ptrdiff_t>(place));
        if (composed(keys, m_options, m_context) == wanted) {
            m_keys = std::move(keys);
            return true;
        }
    }
    m_keys = literal_keys(left);
    return true;
}

std::u32string Composer::text() const
{
    return composed(m_keys, m_options, m_context);
}

std::u32string Composer::as_typed() const
{
    return plain_keys(m_keys);
}

std::u32string Composer::ended() const
{
    return settled(Fit::Full);
}

std::u32string Composer::left_open() const
{
    return settled(Fit::Begun);
}

/// What is shown where the letters fit so far; else the keys as typed.
std::u32string Composer::settled(Fit enough) const
{
    std::u32string shown = text();
    std::u32string typed = as_typed();
    if (shown == typed)
        return shown;
    if (!has_literal(m_keys) && stays_as_typed(typed))
        return typed;
    const Spelling word = spell(m_keys, m_options, m_context);
    const bool stands = (word.undone_at_once() && word.is_plain()) || !word.has_vowel()
        || word.letters().size() == 1 || word.fits() >= enough;
    const bool abbreviation = word.all_capitals() && word.fits() == Fit::None;
    return stands || abbreviation ? shown : typed;
}

std::u32string Composer::ended_by(char32_t breaker) const
{
    return breaker == U'@' ? as_typed() : ended();
}

bool Composer::takes(char32_t character) const
{
    if (combining_tone(character) || combining_mark(character))
        return !m_keys.empty();
    if (is_letter(character))
        return true;
    return m_options.method == Method::Vni && is_digit(character) && !m_keys.empty();
}

std::size_t word_start(std::u32string_view text, std::size_t end)
{
    while (end > 0 && is_letter(text[end - 1]))
        --end;
    return end;
}

WordContext word_context(std::u32string_view before)
{
    WordContext context;
    if (before.empty() || is_space(before.back()))
        return context;
    std::size_t start = before.size();
    while (start > 0 && before.size() - start < address_reach && !is_space(before[start - 1]))
        --start;
    const std::u32string_view token = before.substr(start);
    const auto has = [token](std::u32string_view part) {
        return token.find(part) != std::u32string_view::npos;
    };
    context.in_address = has(U"@") || has(U"://") || token.starts_with(U"www.");
    context.behind_sign = token.size() > 1 && (token.back() == U'/' || token.back() == U'-');
    context.behind_digit = is_digit(token.back());
    return context;
}

std::optional<std::u32string> mark_word(std::u32string_view before, std::u32string_view word,
    char32_t key, const TypingOptions& options)
{
    Composer composer(options);
    composer.load(before, word);
    const std::u32string old = composer.text();
    composer.press(key);
    std::u32string marked = composer.text();
    if (marked.size() != word.size() || marked == old)
        return std::nullopt;
    return marked;
}

std::string compose_line(std::string_view keys, const TypingOptions& options)
{
    constexpr std::u32string_view written_backspace = U"<BS>";
    std::u32string text;
    Composer word(options);
    std::u32string_view left;
    const std::u32string characters = to_utf32(keys);
    for (left = characters; !left.empty(); left.remove_prefix(1)) {
        char32_t character = left.front();
        if (left.starts_with(written_backspace)) {
            left.remove_prefix(written_backspace.size() - 1);
            character = U'\b';
        }
        if (character == U'\b' || character == 0x7F) {
            if (word.backspace() || text.empty())
                continue;
            text.pop_back();
            const std::size_t start = word_start(text, text.size());
            word.load(std::u32string_view(text).substr(0, start),
                std::u32string_view(text).substr(start));
            text.resize(start);
            continue;
        }
        if (word.empty())
            word.begin(text);
        if (word.takes(character)) {
            word.press(character);
            continue;
        }
        text += word.ended_by(character);
        text.push_back(character);
        word.clear();
    }
    text += word.left_open();
    return nfc(to_utf8(text));
}

} // namespace chibo
