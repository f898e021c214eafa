// The marks of a word being typed: â ê ô, đ, ă ơ ư, and which letters a key means.
#include <algorithm>
#include <array>
#include <string_view>

#include "typing/spelling.h"

namespace chibo {

namespace {

constexpr std::array circumflex {Mark::Circumflex};
constexpr std::array stroke {Mark::Bar};
constexpr std::array horn {Mark::Horn};
constexpr std::array breve {Mark::Breve};
constexpr std::array horn_and_breve {Mark::Horn, Mark::Breve};

} // namespace

bool Spelling::take_mark(char32_t key)
{
    const char32_t base = split_letter(key).base;
    const bool telex = m_options.method == Method::Telex;
    if (m_options.method == Method::Simple)
        return false;
    if (base == (telex ? U'd' : U'9'))
        return set_stroke(key);
    if (m_only_stroke)
        return false;
    if (telex) {
        if (contains(U"aeo", base))
            return set_circumflex(base, key);
        if (base != U'w')
            return false;
        const bool before = m_undone;
        if (set_horn(horn_and_breve, key))
            return true;
        return m_undone == before && make_lone_w(key);
    }
    switch (base) {
    case U'6':
        return set_circumflex(0, key);
    case U'7':
        return set_horn(horn, key);
    case U'8':
        return set_horn(breve, key);
    default:
        return false;
    }
}

/// A `base` of 0 stands for whichever vowel can carry it.
bool Spelling::set_circumflex(char32_t base, char32_t key)
{
    for (std::size_t place = m_letters.size(); place-- > vowels_start();) {
        Letter& letter = m_letters[place];
        if (!carries(letter.base, Mark::Circumflex) || (base != 0 && letter.base != base))
            continue;
        if (letter.mark == Mark::Circumflex) {
            if (fits() != Fit::None)
                undo(circumflex, key);
            return false;
        }
        Letters letters = m_letters;
        letters[place].mark = Mark::Circumflex;
        if (try_letters(letters))
            return true;
        const bool horned = place > 0 && letters[place - 1].mark == Mark::Horn;
        if (horned && letter.base == U'o' && m_w_made != place - 1) {
            letters[place - 1].mark = Mark::None; // ưo and the key o: uô.
            if (try_letters(letters))
                return true;
        }
    }
    return false;
}

bool Spelling::set_stroke(char32_t key)
{
    if (m_letters.empty())
        return false;
    const bool telex = m_options.method == Method::Telex;
    const bool abbreviation
        = !has_vowel() || (all_capitals() && (!telex || split_letter(key).upper));
    Letter& first = m_letters.front();
    Letter& last = m_letters.back();
    if (last.base == U'd' && last.mark == Mark::None && (m_letters.size() == 1 || abbreviation)) {
        last.mark = Mark::Bar;
        return true;
    }
    if (m_only_stroke && last.mark != Mark::Bar)
        return false;
    const bool syllable = has_vowel() && fits() != Fit::None;
    if (first.base == U'd' && first.mark == Mark::None && syllable) {
        Letters letters = m_letters;
        letters.front().mark = Mark::Bar;
        return try_letters(letters);
    }
    if (last.mark == Mark::Bar || (first.mark == Mark::Bar && syllable))
        undo(stroke, key);
    return false;
}

/// The horn and the breve: one key in Telex, two in VNI. The letters choose which is meant.
bool Spelling::set_horn(std::span<const Mark> kinds, char32_t key)
{
    const bool horned = contains(kinds, Mark::Horn);
    if (horned && set_horn_on_uo())
        return true;
    if (carries_already(kinds)) {
        if (fits() != Fit::None)
            undo(kinds, key);
        return false;
    }
    for (std::size_t place = vowels_start(); place < m_letters.size(); ++place) {
        for (const Mark mark : kinds) {
            if (!carries(m_letters[place].base, mark))
                continue;
            Letters letters = m_letters;
            letters[place].mark = mark;
            if (try_letters(letters))
                return true;
        }
    }
    return false;
}

bool Spelling::has_pair_uo(std::size_t place) const
{
    return place + 1 < m_letters.size() && m_letters[place].base == U'u'
        && m_letters[place + 1].base == U'o';
}

/// uo is one vowel: uơ while nothing follows (thuở, huơ), ươ before a letter (người, được).
bool Spelling::set_horn_on_uo()
{
    for (std::size_t place = vowels_start(); place < m_letters.size(); ++place) {
        if (!has_pair_uo(place) || m_letters[place + 1].mark == Mark::Horn)
            continue;
        Letters letters = m_letters;
        letters[place + 1].mark = Mark::Horn;
        if (place + 2 < letters.size())
            letters[place].mark = Mark::Horn;
        return try_letters(letters);
    }
    return false;
}

void Spelling::join_uo()
{
    if (m_letters.size() < 3)
        return;
    const std::size_t place = m_letters.size() - 3;
    const bool horned = has_pair_uo(place)
        && (m_letters[place].mark == Mark::Horn) != (m_letters[place + 1].mark == Mark::Horn)
        && m_letters[place + 1].mark != Mark::Circumflex;
    if (!horned || place < vowels_start())
        return;
    Letters letters = m_letters;
    letters[place].mark = Mark::Horn;
    letters[place + 1].mark = Mark::Horn;
    (void)try_letters(letters);
}

bool Spelling::make_lone_w(char32_t key)
{
    if (m_letters.size() == 1 && m_letters.front().base == U'w') {
        undo({}, key); // ww is w, as it is where w alone is ư.
        return true;
    }
    const bool gi = m_letters.size() == 2 && m_letters[0].base == U'g' && m_letters[1].base == U'i';
    const bool start = m_letters.empty() && m_options.lone_w == LoneW::Anywhere;
    if (!start && !gi && (has_vowel() || !is_initial(m_letters)))
        return false;
    Letters letters = m_letters;
    letters.push_back({U'u', Mark::Horn, ToneMark::None, split_letter(key).upper});
    const std::size_t place = letters.size() - 1;
    if (!try_letters(std::move(letters)))
        return false;
    m_w_made = place;
    return true;
}

bool Spelling::try_letters(Letters letters)
{
    if (fit(letters, m_tone) == Fit::None)
        return false;
    m_letters = std::move(letters);
    return true;
}

bool Spelling::carries_already(std::span<const Mark> kinds) const
{
    return std::any_of(m_letters.begin(), m_letters.end(),
        [&](const Letter& letter) { return contains(kinds, letter.mark); });
}

} // namespace chibo
