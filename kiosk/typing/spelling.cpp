#include "typing/spelling.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace chibo {

namespace {

/// The tone that a key stands for; ToneMark::None for the key that takes the tone away.
std::optional<ToneMark> tone_of_key(Method method, char32_t key)
{
    constexpr std::u32string_view telex = U"zfrxsj";
    constexpr std::u32string_view vni = U"023415";
    if (method == Method::Simple)
        return std::nullopt;
    const auto place = (method == Method::Telex ? telex : vni).find(key);
    if (place == std::u32string_view::npos)
        return std::nullopt;
    // 0 ngang, 2 huyền, 3 hỏi, 4 ngã, 1 sắc, 5 nặng: the order of ToneMark.
    return static_cast<ToneMark>(place);
}

} // namespace

void Spelling::take(const Keystroke& key)
{
    if (key.literal || m_letters.size() >= longest_word)
        append(key.character);
    else
        take_key(key.character);
    m_key_before = key.literal ? std::nullopt : std::optional(split_letter(key.character).base);
}

void Spelling::take_key(char32_t character)
{
    if (combining_tone(character) || combining_mark(character)) {
        take_combining(character);
        return;
    }
    // á, ế from a key that is held or a layout that has them: letters, no keys of Telex.
    const Letter letter = split_letter(character);
    const bool marked = letter.mark != Mark::None || letter.tone != ToneMark::None;
    const bool plain = marked || m_context.in_address || key_is_letter(character)
        || contains(m_plain_keys, split_letter(character).base);
    if (!plain && (take_mark(character) || (!m_only_stroke && take_tone(character))))
        return;
    append(character);
}

void Spelling::append(char32_t character)
{
    Letter letter = split_letter(character);
    if (letter.tone != ToneMark::None)
        m_tone = letter.tone;
    letter.tone = ToneMark::None;
    m_letters.push_back(letter);
    m_tone_digits.clear();
    join_uo();
}

/// A tone key of the simple method, of the screen or of the layout "vn". The same one again takes
/// it away.
void Spelling::take_combining(char32_t key)
{
    if (const auto mark = combining_mark(key)) {
        if (!m_letters.empty() && carries(m_letters.back().base, *mark))
            m_letters.back().mark = *mark;
        return;
    }
    const ToneMark tone = *combining_tone(key);
    if (tone == m_tone)
        m_tone = ToneMark::None;
    else if (tone_place(m_letters, m_options.tones) < m_letters.size()
        && fit(m_letters, tone) != Fit::None)
        m_tone = tone;
}

bool Spelling::take_tone(char32_t key)
{
    const auto tone = tone_of_key(m_options.method, split_letter(key).base);
    if (!tone || tone_place(m_letters, m_options.tones) >= m_letters.size() || fits() == Fit::None)
        return false;
    if (goes_on_number(key)) {
        give_digits_back();
        return false;
    }
    if (*tone == ToneMark::None) {
        const bool had = m_tone != ToneMark::None;
        m_tone = ToneMark::None;
        return had;
    }
    if (*tone == m_tone) {
        m_tone = ToneMark::None;
        undo({}, key);
        return false;
    }
    if (fit(m_letters, *tone) == Fit::None)
        return false;
    if (m_tone_digits.empty())
        m_tone_before_digits = m_tone;
    if (m_options.method == Method::Vni)
        m_tone_digits.push_back(key);
    m_tone = *tone;
    return true;
}

/// A second tone key of VNI corrects the first (nga34 is ngã); a third, or a 0 where there was no
/// tone to take away but the one just typed, makes a number of them: phong201, a10.
bool Spelling::goes_on_number(char32_t key) const
{
    return !m_tone_digits.empty() && (key == U'0' || m_tone_digits.size() > 1);
}

void Spelling::give_digits_back()
{
    m_tone = m_tone_before_digits;
    for (const char32_t digit : std::exchange(m_tone_digits, {}))
        m_letters.push_back({digit});
    m_plain_keys += U"0123456789";
    m_undone = m_undone_at_once = true;
}

/// The key was typed twice: its marks go, and for the rest of the word it is the letter.
void Spelling::undo(std::span<const Mark> kinds, char32_t key)
{
    for (Letter& letter : m_letters) {
        if (contains(kinds, letter.mark))
            letter.mark = Mark::None;
    }
    if (m_w_made && contains(kinds, Mark::Horn)) {
        m_letters.erase(m_letters.begin() + static_cast<std::ptrdiff_t>(*m_w_made));
        m_w_made.reset();
    }
    m_plain_keys.push_back(split_letter(key).base);
    m_undone = true;
    if (!m_key_before || m_key_before == split_letter(key).base)
        m_undone_at_once = true;
}

/// Behind a slash or a hyphen (35-NQ/TW) capital w and tone keys are letters.
bool Spelling::key_is_letter(char32_t key) const
{
    if (!m_context.behind_sign)
        return false;
    const Letter letter = split_letter(key);
    if (m_options.method == Method::Telex)
        return letter.upper && contains(U"wsfrxjz", letter.base);
    return contains(U"01234578", key) && all_capitals();
}

std::size_t Spelling::vowels_start() const
{
    std::size_t place = 0;
    while (place < m_letters.size() && !is_vowel(m_letters[place].base))
        ++place;
    const bool qu = place == 1 && m_letters.size() > 1 && m_letters[0].base == U'q'
        && m_letters[1].base == U'u';
    return qu ? place + 1 : place;
}

Fit Spelling::fits() const
{
    return fit(m_letters, m_tone);
}

bool Spelling::all_capitals() const
{
    return std::all_of(
        m_letters.begin(), m_letters.end(), [](const Letter& letter) { return letter.upper; });
}

bool Spelling::has_vowel() const
{
    return std::any_of(
        m_letters.begin(), m_letters.end(), [](const Letter& l) { return is_vowel(l.base); });
}

bool Spelling::is_plain() const
{
    return m_tone == ToneMark::None
        && std::all_of(m_letters.begin(), m_letters.end(),
            [](const Letter& letter) { return letter.mark == Mark::None; });
}

std::size_t Spelling::marked_place() const
{
    return m_tone == ToneMark::None ? m_letters.size() : tone_place(m_letters, m_options.tones);
}

std::u32string Spelling::text() const
{
    const std::size_t toned = marked_place();
    std::u32string text;
    for (std::size_t place = 0; place < m_letters.size(); ++place) {
        Letter letter = m_letters[place];
        letter.tone = place == toned ? m_tone : ToneMark::None;
        text.push_back(join_letter(letter));
    }
    return text;
}

} // namespace chibo
