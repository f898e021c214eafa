#include "typing/learnt_words.h"

#include <algorithm>
#include <map>

#include "meeting/letters.h"

namespace chibo {

namespace {

constexpr std::uint32_t least_count = 2;
constexpr std::size_t least_letters = 3; // Shorter words are typed faster than touched.

std::u32string lower(std::u32string_view text)
{
    std::u32string low(text);
    std::transform(low.begin(), low.end(), low.begin(), to_lower);
    return low;
}

/// Counts words, and each with the one before it where one space lies between.
void count(const std::string& text, std::map<std::u32string, std::uint32_t>& counts)
{
    const std::u32string letters = lower(to_utf32(text));
    std::u32string before;
    for (std::size_t at = 0; at < letters.size();) {
        std::size_t end = at;
        while (end < letters.size() && is_letter(letters[end]))
            ++end;
        if (end == at) {
            if (letters[at] != U' ' || (at > 0 && letters[at - 1] == U' '))
                before.clear();
            ++at;
            continue;
        }
        const std::u32string word = letters.substr(at, end - at);
        if (word.size() >= least_letters)
            ++counts[word];
        if (!before.empty())
            ++counts[(before += U' ') += word];
        before = word;
        at = end;
    }
}

} // namespace

std::u32string without_marks(std::u32string_view text)
{
    std::u32string folded;
    for (const char32_t character : text)
        folded.push_back(split_letter(to_lower(character)).base);
    return folded;
}

bool agrees(std::u32string_view typed, std::u32string_view text)
{
    if (typed.size() > text.size())
        return false;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (to_lower(typed[i]) == to_lower(text[i]))
            continue;
        const Letter wanted = split_letter(typed[i]);
        const Letter there = split_letter(text[i]);
        const bool mark = wanted.mark == Mark::None || wanted.mark == there.mark;
        const bool tone = wanted.tone == ToneMark::None || wanted.tone == there.tone;
        if (wanted.base != there.base || !mark || !tone)
            return false;
    }
    return true;
}

LearntWords::LearntWords(const std::vector<std::string>& texts)
{
    std::map<std::u32string, std::uint32_t> counts;
    for (const std::string& text : texts)
        count(text, counts);
    std::vector<Word> words;
    for (const auto& [word, times] : counts) {
        if (times >= least_count)
            words.push_back({to_utf8(word), without_marks(word), times});
    }
    *this = LearntWords(std::move(words));
}

LearntWords::LearntWords(std::vector<Word> words) : m_words(std::move(words))
{
    std::stable_sort(m_words.begin(), m_words.end(),
        [](const Word& a, const Word& b) { return a.folded < b.folded; });
}

std::vector<const LearntWords::Word*> LearntWords::beginning_with(
    std::u32string_view typed, std::size_t most) const
{
    const std::u32string folded = without_marks(typed);
    std::vector<const Word*> found;
    auto word = std::lower_bound(m_words.begin(), m_words.end(), folded,
        [](const Word& one, const std::u32string& key) { return one.folded < key; });
    const auto more_used = [](const Word* a, const Word* b) { return a->count > b->count; };
    for (; word != m_words.end() && word->folded.starts_with(folded); ++word) {
        if (found.size() == most && word->count <= found.back()->count)
            continue;
        if (!agrees(typed, to_utf32(word->text)))
            continue;
        found.insert(std::upper_bound(found.begin(), found.end(), &*word, more_used), &*word);
        if (found.size() > most)
            found.pop_back();
    }
    return found;
}

} // namespace chibo
