#include "meeting/names.h"

#include <algorithm>
#include <array>

#include "meeting/letters.h"

namespace chibo {

namespace {

using Words = std::vector<std::u32string>;

bool is_space(char32_t c)
{
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x202F
        || c == 0x3000;
}

bool is_invisible(char32_t c)
{
    return c < 0x20 || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

char32_t cleaned(char32_t c)
{
    switch (c) {
    case 0xD0:
    case 0x189:
        return 0x110;
    case 0xF0:
    case 0x256:
        return 0x111;
    case 0x2019:
    case 0x2BC:
    case 0x60:
    case 0xB4:
        return U'\'';
    default:
        return c;
    }
}

Words split_words(std::string_view text)
{
    Words words;
    bool open = false;
    for (const char32_t character : join_marks(to_utf32(text))) {
        if (is_space(character)) {
            open = false;
        } else if (!is_invisible(character)) {
            if (!open)
                words.emplace_back();
            open = true;
            words.back().push_back(cleaned(character));
        }
    }
    return words;
}

std::string join_words(const Words& words, std::size_t first, std::size_t end)
{
    std::string text;
    for (std::size_t i = first; i < end; ++i) {
        if (i > first)
            text += ' ';
        text += to_utf8(words[i]);
    }
    return text;
}

/// The place of a letter in the alphabet; letters of other alphabets come last.
std::uint16_t letter_rank(const Letter& letter)
{
    constexpr std::u32string_view alphabet = U"aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    const auto place = alphabet.find(join_letter({letter.base, letter.mark}));
    if (place != std::u32string_view::npos)
        return static_cast<std::uint16_t>(place + 64);
    return letter.base < 0x80 ? static_cast<std::uint16_t>(letter.base % 64) : std::uint16_t {120};
}

/// Letters of one part, then its tones a word, wherever in the word they stand.
void append_part_key(std::string& key, const Words& words)
{
    constexpr char end = '\x01';
    std::string tones;
    for (const auto& word : words) {
        auto word_tone = ToneMark::None;
        for (const char32_t character : word) {
            const Letter letter = split_letter(to_lower(character));
            key.push_back(static_cast<char>(letter_rank(letter) + 2));
            if (letter.tone != ToneMark::None)
                word_tone = letter.tone;
        }
        key.push_back('\x02'); // A shorter word comes first.
        tones.push_back(static_cast<char>('\x02' + static_cast<int>(word_tone)));
    }
    key += end;
    key += tones;
    key += end;
}

/// One word as its letters without tone, each followed by nothing, and the tone apart.
struct SearchWord {
    std::u32string letters; // With marks, without tone.
    ToneMark tone = ToneMark::None;
    std::size_t tone_place = 0;
};

SearchWord search_word(std::u32string_view word)
{
    SearchWord result;
    for (const char32_t character : word) {
        Letter letter = split_letter(to_lower(character));
        if (letter.tone != ToneMark::None) {
            result.tone = letter.tone;
            result.tone_place = result.letters.size();
        }
        letter.tone = ToneMark::None;
        result.letters.push_back(join_letter(letter));
    }
    return result;
}

bool finds_letter(char32_t asked, char32_t there)
{
    return asked == there
        || (split_letter(asked).mark == Mark::None && split_letter(there).base == asked);
}

/// The tone that is asked for must be there, wherever it is written; the start of a word is enough.
bool finds_word(const SearchWord& asked, const SearchWord& there)
{
    if (asked.letters.size() > there.letters.size())
        return false;
    if (!std::equal(
            asked.letters.begin(), asked.letters.end(), there.letters.begin(), finds_letter))
        return false;
    if (asked.tone == ToneMark::None)
        return true;
    // Who types the tone types the marks of its letter too: ẽ does not ask for ễ.
    const std::size_t place = asked.tone_place;
    return asked.tone == there.tone && asked.letters[place] == there.letters[place];
}

bool finds_words(const std::vector<SearchWord>& asked, const std::vector<SearchWord>& there,
    std::vector<bool>& used, std::size_t next)
{
    if (next == asked.size())
        return true;
    for (std::size_t place = there.size(); place-- > 0;) {
        if (used[place] || !finds_word(asked[next], there[place]))
            continue;
        used[place] = true;
        if (finds_words(asked, there, used, next + 1))
            return true;
        used[place] = false;
    }
    return false;
}

/// nva, nvan, nguyenvanan: from each word in turn one letter or more, in order.
bool finds_initials(const SearchWord& asked, std::size_t letter,
    const std::vector<SearchWord>& there, std::size_t word)
{
    if (letter == asked.letters.size())
        return true;
    if (word == there.size())
        return false;
    const auto& letters = there[word].letters;
    const bool last = word + 1 == there.size();
    for (std::size_t taken = 1; taken <= letters.size(); ++taken) {
        if (letter + taken > asked.letters.size()
            || !finds_letter(asked.letters[letter + taken - 1], letters[taken - 1]))
            return false;
        const bool whole = taken == letters.size();
        const bool enough = taken == 1 || whole || last;
        if (enough && finds_initials(asked, letter + taken, there, word + 1))
            return true;
    }
    return false;
}

std::vector<SearchWord> search_words(const Words& words)
{
    std::vector<SearchWord> result;
    for (const auto& word : words) {
        std::u32string plain;
        for (const char32_t c : word) {
            if (c != U'[' && c != U']' && c != U'(' && c != U')' && c != U',')
                plain.push_back(c);
        }
        if (!plain.empty())
            result.push_back(search_word(plain));
    }
    return result;
}

Words with_upper_starts(Words words)
{
    for (auto& word : words) {
        bool start = true;
        for (char32_t& character : word) {
            character = start ? to_upper(character) : to_lower(character);
            start = character == U'-' || character == U'\'';
        }
    }
    return words;
}

} // namespace

NameParts split_name(std::string_view name)
{
    const Words words = split_words(name);
    if (words.empty())
        return {};
    if (words.size() == 1)
        return {.family = {}, .middle = {}, .given = to_utf8(words[0])};
    return {.family = to_utf8(words.front()),
        .middle = join_words(words, 1, words.size() - 1),
        .given = to_utf8(words.back())};
}

std::string name_order_key(std::string_view name)
{
    const Words words = split_words(name);
    std::string key;
    if (words.empty())
        return key;
    append_part_key(key, {words.back()});
    append_part_key(key, words.size() > 1 ? Words {words.front()} : Words {});
    append_part_key(key, words.size() > 2 ? Words(words.begin() + 1, words.end() - 1) : Words {});
    return key;
}

std::string name_initials(std::string_view name)
{
    const Words words = split_words(name);
    std::string initials;
    for (std::size_t i = words.size() > 2 ? words.size() - 2 : 0; i < words.size(); ++i) {
        append_utf8(initials, to_upper(words[i].front()));
    }
    return initials;
}

std::string short_name(std::string_view name)
{
    const Words words = split_words(name);
    return join_words(words, words.size() > 2 ? words.size() - 2 : 0, words.size());
}

NameLines name_on_two_lines(std::string_view name)
{
    const Words words = split_words(name);
    const std::size_t last = std::min<std::size_t>(words.size(), words.size() > 2 ? 2 : 1);
    const std::size_t split = words.size() - last;
    return {join_words(words, 0, split), join_words(words, split, words.size())};
}

std::string clean_name(std::string_view name)
{
    const Words words = split_words(name);
    return join_words(words, 0, words.size());
}

std::string title_case_name(std::string_view name)
{
    const Words words = split_words(name);
    const bool small = std::any_of(words.begin(), words.end(), [](const std::u32string& word) {
        return std::any_of(word.begin(), word.end(), [](char32_t c) { return to_upper(c) != c; });
    });
    const Words result = small ? words : with_upper_starts(words);
    return join_words(result, 0, result.size());
}

std::string fold_for_search(std::string_view text)
{
    const auto loose = [](char32_t character) { // A tone or mark that no letter could take.
        return is_combining(character) && (combining_tone(character) || combining_mark(character));
    };
    std::string folded;
    folded.reserve(text.size());
    bool between_words = false;
    for (const char32_t character : join_marks(to_utf32(text))) {
        if (is_space(character)) {
            between_words = !folded.empty();
        } else if (!is_invisible(character) && !loose(character)) {
            if (between_words)
                folded += ' ';
            between_words = false;
            append_utf8(folded, split_letter(to_lower(cleaned(character))).base);
        }
    }
    return folded;
}

bool is_called(std::string_view name, std::string_view wanted)
{
    const std::string words = ' ' + fold_for_search(name);
    const std::string folded = fold_for_search(wanted);
    return !folded.empty() && words.ends_with(' ' + folded);
}

NameMatch match_name(std::string_view query, std::string_view name)
{
    return NameQuery(query).match(name);
}

NameQuery::NameQuery(std::string_view query) : m_words(split_words(query)) {}

NameMatch NameQuery::match(std::string_view name) const
{
    const auto asked = search_words(m_words);
    const auto there = search_words(split_words(name));
    if (asked.empty())
        return NameMatch::OtherWord;
    if (there.empty())
        return NameMatch::None;
    std::vector<bool> used(there.size());
    if (finds_words(asked, there, used, 0)) {
        if (!used.back())
            return NameMatch::OtherWord;
        const bool whole = std::any_of(asked.begin(), asked.end(), [&](const SearchWord& word) {
            return word.letters.size() == there.back().letters.size();
        });
        return whole ? NameMatch::Whole : NameMatch::GivenName;
    }
    for (std::size_t word = 0; asked.size() == 1 && word < there.size(); ++word) {
        if (asked.front().tone == ToneMark::None && finds_initials(asked.front(), 0, there, word))
            return NameMatch::Initials;
    }
    return NameMatch::None;
}

} // namespace chibo
