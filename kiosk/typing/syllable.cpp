#include "typing/syllable.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

namespace chibo {

namespace {

// Initials of Vietnamese.
constexpr std::u32string_view initials[] {U"b", U"c", U"ch", U"d", U"đ", U"g", U"gh", U"gi", U"h",
    U"k", U"kh", U"l", U"m", U"n", U"ng", U"ngh", U"nh", U"p", U"ph", U"qu", U"r", U"s", U"t",
    U"th", U"tr", U"v", U"x"};

// Those of names and places of the Central Highlands (Krông Búk, Blơk, Kđăm), and the beginning of
// palăng, a loan word written in one.
constexpr std::u32string_view highland_initials[] {U"bl", U"br", U"dr", U"đr", U"gr", U"hl", U"hm",
    U"hn", U"hr", U"kđ", U"kl", U"kp", U"kr", U"ks", U"mđ", U"ml", U"mn", U"pal", U"pl", U"pr"};

constexpr std::u32string_view rimes[] {// a ă â
    U"a", U"ac", U"ach", U"ai", U"ak", U"am", U"an", U"ang", U"anh", U"ao", U"ap", U"at", U"au",
    U"ay", //
    U"ăc", U"ăk", U"ăm", U"ăn", U"ăng", U"ăp", U"ăt", //
    U"âc", U"âk", U"âm", U"ân", U"âng", U"âp", U"ât", U"âu", U"ây", //
    // e ê
    U"e", U"ec", U"ek", U"em", U"en", U"eng", U"eo", U"ep", U"et", //
    U"ê", U"êch", U"êk", U"êm", U"ên", U"êng", U"ênh", U"êp", U"êt", U"êu", //
    // i and y
    U"i", U"ia", U"ich", U"ik", U"im", U"in", U"inh", U"ip", U"it", U"iu", //
    U"iê", U"iêc", U"iêk", U"iêm", U"iên", U"iêng", U"iêp", U"iêt", U"iêu", //
    U"y", U"yêm", U"yên", U"yêng", U"yêt", U"yêu", //
    // o ô ơ
    U"o", U"oa", U"oac", U"oach", U"oai", U"oam", U"oan", U"oang", U"oanh", U"oao", U"oap", U"oat",
    U"oay", //
    U"oăc", U"oăm", U"oăn", U"oăng", U"oăt", U"oe", U"oem", U"oen", U"oeng", U"oeo", U"oet", //
    U"oc", U"oi", U"ok", U"om", U"on", U"ong", U"op", U"ot", U"ooc", U"oong", //
    U"ô", U"ôc", U"ôi", U"ôk", U"ôm", U"ôn", U"ông", U"ôp", U"ôt", //
    U"ơ", U"ơi", U"ơk", U"ơm", U"ơn", U"ơp", U"ơr", U"ơt", //
    // u ư
    U"u", U"ua", U"uc", U"ui", U"uk", U"um", U"un", U"ung", U"up", U"ut", U"uân", U"uâng", U"uât",
    U"uây", //
    U"uê", U"uêch", U"uên", U"uênh", U"uêt", U"uơ", U"uôc", U"uôi", U"uôk", U"uôm", U"uôn", U"uông",
    U"uôt", //
    U"uy", U"uya", U"uych", U"uyên", U"uyêt", U"uyn", U"uynh", U"uyp", U"uyt", U"uyu", //
    U"ư", U"ưa", U"ưc", U"ưi", U"ưk", U"ưm", U"ưn", U"ưng", U"ưt", U"ưu", //
    U"ươc", U"ươi", U"ươm", U"ươn", U"ương", U"ươp", U"ươt", U"ươu"};

struct Plain { // A letter without its tone, and what it was before its mark.
    char32_t letter;
    char32_t base;
    bool marked;
};

using Plains = std::span<const Plain>;

bool may_become(const Plain& typed, char32_t wanted)
{
    if (typed.letter == wanted)
        return true;
    return !typed.marked && split_letter(wanted).base == typed.base;
}

bool begins(std::u32string_view whole, Plains typed)
{
    return typed.size() <= whole.size()
        && std::equal(typed.begin(), typed.end(), whole.begin(), may_become);
}

bool equals(std::u32string_view whole, Plains typed)
{
    return typed.size() == whole.size()
        && std::equal(typed.begin(), typed.end(), whole.begin(),
            [](const Plain& a, char32_t b) { return a.letter == b; });
}

bool is_stop(const Plain& last, std::size_t letters_before)
{
    return letters_before > 0
        && std::u32string_view(U"cptk").find(last.letter) != std::u32string_view::npos;
}

/// The final of `rime` is c, ch, p, t or k.
bool ends_in_stop(Plains rime)
{
    if (rime.size() < 2)
        return false;
    if (is_stop(rime.back(), rime.size() - 1))
        return true;
    return rime.back().letter == U'h' && rime[rime.size() - 2].letter == U'c';
}

bool tone_goes(Plains rime, ToneMark tone)
{
    return !ends_in_stop(rime) || tone == ToneMark::None || tone == ToneMark::Acute
        || tone == ToneMark::Dot;
}

bool is_marked(Plains rime)
{
    return std::any_of(rime.begin(), rime.end(), [](const Plain& p) { return p.marked; });
}

/// A marked vowel before a stop has a tone (biếc, việt): without one the keys were a word of
/// another language (swot, meet, data). Names of the highlands leave it off before k: Đăk, Blơk.
bool stop_is_complete(Plains rime, ToneMark tone)
{
    if (!ends_in_stop(rime) || tone != ToneMark::None || !is_marked(rime))
        return true;
    const char32_t vowel = rime.front().letter;
    return rime.back().letter == U'k'
        && (rime.size() > 2 || vowel == U'ă' || vowel == U'ơ' || vowel == U'ư');
}

Fit fit_rime(Plains rime, ToneMark tone)
{
    if (!tone_goes(rime, tone))
        return Fit::None;
    Fit best = Fit::None;
    for (const auto& whole : rimes) {
        if (!begins(whole, rime))
            continue;
        const bool complete = stop_is_complete(rime, tone);
        if (equals(whole, rime))
            return complete ? Fit::Full : Fit::Prefix;
        best = std::max(best,
            complete && equals(whole.substr(0, rime.size()), rime) ? Fit::Begun : Fit::Prefix);
    }
    return best;
}

/// After qu, y stands for i: quy, quyên, quýt. They are in the table as uy, uyên, uyt.
Fit fit_after_qu(Plains letters, ToneMark tone)
{
    const Plains rime = letters.subspan(2);
    if (rime.front().letter == U'y')
        return fit_rime(letters.subspan(1), tone);
    return rime.front().base == U'u' ? Fit::None : fit_rime(rime, tone);
}

bool is_one_of(std::u32string_view initial, std::initializer_list<std::u32string_view> some)
{
    return std::find(some.begin(), some.end(), initial) != some.end();
}

/// Lips and teeth leave no room for a glide: no moa, coe, buy (but góa, noãn, buýt).
bool glide_agrees(std::u32string_view initial, Plains rime)
{
    if (rime.size() < 2)
        return true;
    const char32_t glide = rime[0].letter;
    const char32_t vowel = rime[1].base;
    const bool no_glide = is_one_of(initial, {U"b", U"c", U"m", U"p", U"v"});
    if (glide == U'o' && vowel == U'a')
        return !no_glide && (initial != U"g" || rime.size() == 2);
    if (glide == U'o' && vowel == U'e')
        return !no_glide && !is_one_of(initial, {U"d", U"g", U"n", U"s", U"th"});
    if (glide == U'u' && vowel == U'y' && rime.size() == 2)
        return !no_glide && initial != U"g";
    return true;
}

/// c, g, ng before a o u; k, gh, ngh before e i y. Names write k before any vowel.
bool spelling_agrees(std::u32string_view initial, Plains rime)
{
    if (!glide_agrees(initial, rime))
        return false;
    const Plain& vowel = rime.front();
    const bool front = std::u32string_view(U"eiy").find(vowel.base) != std::u32string_view::npos;
    if (initial == U"c" || initial == U"ng")
        return !front;
    if (initial == U"g")
        return !front || vowel.base == U'i';
    return (initial != U"gh" && initial != U"ngh") || front;
}

Fit fit_with_initial(std::u32string_view initial, Plains letters, ToneMark tone)
{
    const Plains rime = letters.subspan(initial.size());
    if (rime.empty() || !is_vowel(rime.front().base))
        return Fit::None;
    Fit result = initial == U"qu" ? fit_after_qu(letters, tone) : fit_rime(rime, tone);
    if (result == Fit::Full && !spelling_agrees(initial, rime))
        result = Fit::Prefix;
    return result;
}

/// The highlands' names have marks and, before k, one tone (Drắk); anything else with a tone was
/// English: plans, brims.
Fit fit_highland(std::u32string_view initial, Plains letters, ToneMark tone)
{
    const Plains rime = letters.subspan(initial.size());
    if (tone == ToneMark::None && rime.size() == 1 && rime.front().letter == U'ă')
        return Fit::Full; // Kpă.
    const Fit result = fit_with_initial(initial, letters, tone);
    if (tone == ToneMark::None)
        return result;
    if (tone != ToneMark::Acute || !is_marked(rime))
        return Fit::None;
    return letters.back().letter == U'k' ? result : std::min(result, Fit::Prefix);
}

std::array<Plain, longest_syllable> plain_letters(std::span<const Letter> letters)
{
    std::array<Plain, longest_syllable> plains {};
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char32_t letter = join_letter({letters[i].base, letters[i].mark});
        plains[i] = {letter, letters[i].base, letters[i].mark != Mark::None};
    }
    return plains;
}

/// The first letter of the vowels that can carry the tone: behind the u of qu and the i of gi.
std::size_t first_vowel(std::span<const Letter> letters)
{
    std::size_t place = 0;
    while (place < letters.size() && !is_vowel(letters[place].base))
        ++place;
    const bool more = place + 1 < letters.size() && is_vowel(letters[place + 1].base);
    if (place == 1 && more) {
        const bool qu = letters[0].base == U'q' && letters[1].base == U'u';
        const bool gi = letters[0].base == U'g' && letters[1].base == U'i';
        if (qu || gi)
            ++place;
    }
    return place;
}

} // namespace

Fit fit(std::span<const Letter> letters, ToneMark tone)
{
    if (letters.empty())
        return Fit::Prefix;
    if (letters.size() > longest_syllable)
        return Fit::None;
    const auto all = plain_letters(letters);
    const Plains plains(all.data(), letters.size());
    Fit best = is_vowel(plains.front().base) ? fit_rime(plains, tone) : Fit::None;
    const auto try_initials = [&](std::span<const std::u32string_view> some, auto fit_behind) {
        for (const auto& initial : some) {
            if (tone == ToneMark::None && begins(initial, plains))
                best = std::max(best, Fit::Prefix);
            if (initial.size() < plains.size() && equals(initial, plains.first(initial.size())))
                best = std::max(best, fit_behind(initial, plains, tone));
        }
    };
    try_initials(initials, fit_with_initial);
    try_initials(highland_initials, fit_highland);
    return best;
}

std::size_t tone_place(std::span<const Letter> letters, ToneStyle style)
{
    const std::size_t first = first_vowel(letters);
    std::size_t end = first;
    while (end < letters.size() && is_vowel(letters[end].base))
        ++end;
    if (first == end)
        return letters.size();
    for (std::size_t place = end; place-- > first;) {
        if (letters[place].mark != Mark::None)
            return place;
    }
    if (end < letters.size())
        return end - 1; // Before a final consonant: hoàn, thuýt.
    if (end - first >= 3)
        return first + 1;
    if (end - first == 1)
        return first;
    const char32_t one = letters[first].base;
    const char32_t two = letters[first + 1].base;
    const bool glide
        = (one == U'o' && (two == U'a' || two == U'e')) || (one == U'u' && two == U'y');
    return glide && style == ToneStyle::New ? first + 1 : first;
}

bool is_initial(std::span<const Letter> letters)
{
    if (letters.empty() || letters.size() > 3)
        return false;
    const auto all = plain_letters(letters);
    const Plains plains(all.data(), letters.size());
    const auto whole
        = [&](std::u32string_view initial) { return initial != U"qu" && equals(initial, plains); };
    return std::any_of(std::begin(initials), std::end(initials), whole)
        || std::any_of(std::begin(highland_initials), std::end(highland_initials), whole);
}

} // namespace chibo
