// A key while minutes are written: what it composes, and what the bar above the keyboard then
// offers, with more people, phrases and words than a cell ever has.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "meeting/letters.h"
#include "typing/suggester.h"
#include "typing/text_buffer.h"

namespace chibo::bench {
namespace {

constexpr int members = 32;
constexpr int phrases = 2'000;
constexpr int learnt = 20'000;

/// Syllables that look like the trade's: an initial, a rime.
class Syllables {
public:
    std::string next()
    {
        constexpr std::u32string_view initials = U"bcđghklmnpqrstvx";
        constexpr const char* rimes[] {"ương", "anh", "uyền", "ôi", "ảo", "ấn", "ệ", "iễn", "ọc",
            "uổi", "ăm", "ịch", "oàn", "ưởng", "ỳ", "ích", "ong", "ế", "ực", "iên"};
        std::string syllable;
        append_utf8(syllable, initials[m_random() % initials.size()]);
        return syllable + rimes[m_random() % std::size(rimes)];
    }
    std::string words(int count)
    {
        std::string text = next();
        for (int i = 1; i < count; ++i)
            text += " " + next();
        return text;
    }
    std::uint32_t number() { return static_cast<std::uint32_t>(m_random()); }

private:
    std::mt19937 m_random {5};
};

Suggester full_suggester()
{
    Syllables syllables;
    Suggester suggester;
    std::vector<std::string> names;
    names.reserve(members);
    for (int i = 0; i < members; ++i)
        names.push_back("Nguyễn Thị " + syllables.words(2));
    suggester.set_people(names);
    std::vector<std::string> all;
    all.reserve(phrases);
    for (int i = 0; i < phrases; ++i)
        all.push_back(syllables.words(2 + i % 4));
    suggester.set_phrases(all);
    std::vector<LearntWords::Word> words;
    for (int i = 0; i < learnt; ++i) {
        const std::string text = syllables.words(1 + i % 2);
        words.push_back({text, without_marks(to_utf32(text)), syllables.number() % 100});
    }
    suggester.set_words(std::make_shared<LearntWords>(std::move(words)));
    return suggester;
}

void BM_KeyComposedAndSuggestedFor(benchmark::State& state) // NOLINT: as benchmarks are named.
{
    const Suggester suggester = full_suggester();
    const std::u32string keys = U"Nhaats tris vowis keets luaanj cuar ddoongf chis Bis thuw. DDeef "
                                U"nghij Vawn phongf laapj barng theo doxi tieens ddooj soos hoas. ";
    TextBuffer text;
    std::size_t at = 0;
    for (auto _ : state) {
        text.type(keys[at]);
        benchmark::DoNotOptimize(suggester.suggest(text.before_caret()));
        if (++at == keys.size()) {
            at = 0;
            state.PauseTiming();
            text.set_text({});
            state.ResumeTiming();
        }
    }
}
BENCHMARK(BM_KeyComposedAndSuggestedFor)->Unit(benchmark::kMicrosecond);

/// The worst key: one letter, which half of everything begins with.
void BM_SuggestForOneLetter(benchmark::State& state) // NOLINT: as benchmarks are named.
{
    const Suggester suggester = full_suggester();
    for (auto _ : state)
        benchmark::DoNotOptimize(suggester.suggest("Đề nghị t"));
}
BENCHMARK(BM_SuggestForOneLetter)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace chibo::bench
