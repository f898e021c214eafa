#include "typing/suggester.h"

#include <algorithm>
#include <array>
#include <utility>

#include "meeting/letters.h"
#include "meeting/names.h"
#include "typing/syllable.h"

namespace chibo {

namespace {

constexpr std::size_t context_bytes = 300;
constexpr std::size_t most_words_back = 3; // Of a phrase or a name that is being typed.
constexpr std::size_t most_learnt = 16;
constexpr std::size_t first_phrases = 4; // Before people, while no word is being typed.
/// Words behind which a name follows.
constexpr std::array<std::u32string_view, 8> titles {
    U"chí", U"đ/c", U"bà", U"ông", U"anh", U"chị", U"cô", U"bác"};

bool in_word(char32_t character)
{
    return is_letter(character) || (character >= U'0' && character <= U'9') || character == U'/';
}

std::u32string lower(std::u32string_view text)
{
    std::u32string low(text);
    std::transform(low.begin(), low.end(), low.begin(), to_lower);
    return low;
}

std::u32string last_word_of(std::u32string_view text)
{
    const std::size_t space = text.rfind(U' ');
    return std::u32string(space == std::u32string_view::npos ? text : text.substr(space + 1));
}

/// The words before the caret, back to a sign: the last one is being typed, and may be empty.
struct Typed {
    std::u32string letters; // From the first of the words to the caret.
    std::vector<std::size_t> starts; // Of each word in `letters`; the last may be letters.size().
    bool begins_sentence = false;

    /// From the `back`-th last word on; 1 is the one being typed.
    [[nodiscard]] std::u32string_view from(std::size_t back) const
    {
        return std::u32string_view(letters).substr(starts[starts.size() - back]);
    }
    [[nodiscard]] std::u32string_view word() const { return from(1); }
    [[nodiscard]] std::size_t count() const { return std::min(starts.size(), most_words_back); }
};

Typed read_typed(std::string_view before)
{
    if (before.size() > context_bytes)
        before.remove_prefix(before.size() - context_bytes);
    const std::u32string line = to_utf32(before);
    std::size_t begin = line.size();
    std::size_t words = 0;
    while (begin > 0 && words <= most_words_back) {
        const char32_t character = line[begin - 1];
        const bool gap = character == U' ' && (begin == line.size() || in_word(line[begin]))
            && begin > 1 && in_word(line[begin - 2]);
        if (!in_word(character) && !gap)
            break;
        words += gap ? 1 : 0;
        --begin;
    }
    Typed typed {.letters = line.substr(begin), .starts = {0}, .begins_sentence = false};
    for (std::size_t i = 0; i < typed.letters.size(); ++i) {
        if (typed.letters[i] == U' ')
            typed.starts.push_back(i + 1);
    }
    const std::size_t sign = line.find_last_not_of(U' ', begin == 0 ? 0 : begin - 1);
    const bool at_start = begin == 0 || sign == std::u32string::npos;
    typed.begins_sentence = typed.starts.size() == 1
        && (at_start || std::u32string_view(U".?!:").find(line[sign]) != std::u32string_view::npos);
    return typed;
}

bool is_capital(char32_t character)
{
    return to_lower(character) != character;
}

} // namespace

/// One answer while it is gathered.
class Suggester::Search {
public:
    Search(const Suggester& from, Typed typed, std::size_t most) :
        m_from(from), m_typed(std::move(typed)), m_most(most)
    {
    }

    std::vector<Suggestion> run()
    {
        add_people();
        add_word_itself();
        add_phrases_that_go_on();
        add_phrases_that_end_so();
        add_phrases_of_other_marks();
        add_learnt();
        add_phrases(m_typed.word().empty() ? first_phrases : m_from.m_phrases.size());
        add_everybody();
        add_phrases(m_from.m_phrases.size());
        return std::move(m_found);
    }

private:
    enum class Capital { AsTyped, AsWritten };

    /// In place of the last `back` words; 0: behind them.
    void add(const std::string& text, std::size_t back, bool wanted = false,
        Capital may = Capital::AsTyped)
    {
        if (m_found.size() >= m_most)
            return;
        const std::u32string_view replaced = back == 0 ? std::u32string_view() : m_typed.from(back);
        const bool capital = replaced.empty() ? m_typed.begins_sentence && m_typed.word().empty()
                                              : is_capital(replaced.front());
        Suggestion one {text, to_utf8(replaced).size(), wanted};
        if (capital && may == Capital::AsTyped) {
            std::u32string written = to_utf32(text);
            written.front() = to_upper(written.front());
            one.text = to_utf8(written);
        }
        const bool there = std::any_of(m_found.begin(), m_found.end(),
            [&](const Suggestion& other) { return other.text == one.text; });
        if (!there)
            m_found.push_back(std::move(one));
    }

    void add_people()
    {
        const std::u32string_view word = m_typed.word();
        if (word.empty()) {
            const std::size_t before = m_typed.starts.size() > 1 ? 2 : 1;
            std::u32string_view title = m_typed.from(before);
            title = title.substr(0, title.find(U' '));
            if (std::find(titles.begin(), titles.end(), lower(title)) != titles.end())
                add_everybody();
            return;
        }
        for (std::size_t back = m_typed.count(); back > 0; --back) {
            for (const Person& person : m_from.m_people)
                add_person(person, back);
        }
    }

    /// Where the last `back` words begin words of the name, one behind the other.
    void add_person(const Person& person, std::size_t back)
    {
        std::vector<std::u32string_view> asked;
        for (std::size_t i = back; i > 0; --i) {
            const std::u32string_view from = m_typed.from(i);
            asked.push_back(from.substr(0, from.find(U' ')));
        }
        const std::size_t count = person.words.size();
        for (std::size_t first = 0; first + back <= count; ++first) {
            bool all = true;
            for (std::size_t i = 0; i < back && all; ++i) {
                const std::u32string& name = person.words[first + i];
                // Words before the last one are whole.
                all = agrees(asked[i], name) && (i + 1 == back || asked[i].size() == name.size());
            }
            const bool given = first + back == count;
            // One or two letters begin too many family names.
            if (!all || (!given && asked.back().size() + back < 4))
                continue;
            if (given && back == 1)
                add(person.given, back, true);
            add(person.name, back);
            return;
        }
    }

    void add_everybody()
    {
        for (const Person& person : m_from.m_people)
            add(person.spoken, 0);
    }

    void add_phrases(std::size_t most)
    {
        for (std::size_t i = 0; i < std::min(most, m_from.m_phrases.size()); ++i)
            add(m_from.m_phrases[i].text, 0);
    }

    /// The word as it stands, where it is one: touched, it is done with.
    void add_word_itself()
    {
        const std::u32string_view word = m_typed.word();
        const bool named = !m_found.empty() && m_found.front().wanted;
        if (named || word.size() < 2)
            return;
        std::vector<Letter> letters;
        ToneMark tone = ToneMark::None;
        bool capitals = true;
        for (const char32_t character : word) {
            letters.push_back(split_letter(character));
            if (letters.back().tone != ToneMark::None)
                tone = std::exchange(letters.back().tone, ToneMark::None);
            capitals = capitals && letters.back().upper;
        }
        if (capitals || fit(letters, tone) != Fit::Full)
            return;
        Suggestion one {to_utf8(word), to_utf8(word).size(), true};
        m_found.insert(m_found.begin(), std::move(one));
    }

    /// What the last words begin; the more of them, the better.
    void add_phrases_that_go_on()
    {
        for (std::size_t back = m_typed.count(); back > 0; --back) {
            const std::u32string_view typed = m_typed.from(back);
            if (typed.empty())
                continue;
            for (const Phrase& phrase : m_from.m_phrases) {
                if (typed.size() < phrase.letters.size() && agrees(typed, phrase.letters))
                    add(phrase.text, back);
            }
        }
    }

    /// "hội viên" for viên.
    void add_phrases_that_end_so()
    {
        const std::u32string_view word = m_typed.word();
        if (word.size() < 2)
            return;
        for (const Phrase& phrase : m_from.m_phrases) {
            if (phrase.last_word.size() != word.size() || !agrees(word, phrase.last_word)
                || phrase.last_word.size() == phrase.letters.size())
                continue;
            // Its words that stand there already are not written twice.
            std::size_t back = 1;
            for (std::size_t more = m_typed.count(); more > 1; --more) {
                if (m_typed.from(more).size() == phrase.letters.size()
                    && agrees(m_typed.from(more), phrase.letters))
                    back = more;
            }
            add(phrase.text, back);
        }
    }

    /// "phương án" for phượng: a tone is soon mistyped.
    void add_phrases_of_other_marks()
    {
        const std::u32string word = without_marks(m_typed.word());
        if (word.size() < 3)
            return;
        for (const Phrase& phrase : m_from.m_phrases) {
            if (phrase.letters.size() > word.size() && phrase.letters[word.size()] == U' '
                && agrees(word, phrase.letters))
                add(phrase.text, 1, false, Capital::AsWritten);
        }
    }

    void add_learnt()
    {
        if (!m_from.m_words || m_typed.word().empty())
            return;
        for (std::size_t back = std::min<std::size_t>(m_typed.count(), 2); back > 0; --back) {
            // A pair is offered once its second word is begun: before, too many would be.
            const std::u32string typed = lower(m_typed.from(back));
            const bool pair = typed.find(U' ') != std::u32string::npos;
            for (const LearntWords::Word* word :
                m_from.m_words->beginning_with(typed, most_learnt)) {
                const bool is_pair = word->folded.find(U' ') != std::u32string::npos;
                if (is_pair == pair && to_utf32(word->text) != typed)
                    add(word->text, back);
            }
        }
    }

    const Suggester& m_from;
    Typed m_typed;
    std::size_t m_most;
    std::vector<Suggestion> m_found;
};

void Suggester::set_people(const std::vector<std::string>& names)
{
    m_people.clear();
    for (const std::string& name : names) {
        Person person {name, split_name(name).given, short_name(name), {}};
        const std::u32string letters = lower(to_utf32(name));
        for (std::size_t at = 0; at < letters.size();) {
            const std::size_t end = std::min(letters.find(U' ', at), letters.size());
            person.words.push_back(letters.substr(at, end - at));
            at = end + 1;
        }
        m_people.push_back(std::move(person));
    }
}

void Suggester::set_phrases(const std::vector<std::string>& phrases)
{
    m_phrases.clear();
    for (const std::string& text : phrases) {
        std::u32string letters = lower(to_utf32(text));
        std::u32string last = last_word_of(letters);
        m_phrases.push_back({text, std::move(letters), std::move(last)});
    }
}

std::vector<Suggestion> Suggester::suggest(std::string_view before, std::size_t most) const
{
    return Search(*this, read_typed(before), most).run();
}

} // namespace chibo
