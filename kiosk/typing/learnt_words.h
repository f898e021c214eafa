// Words and pairs of words that a cell's own minutes use, with how often: what is suggested after
// the set phrases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chibo {

class LearntWords {
public:
    struct Word {
        std::string text; // Lower case: số hóa
        std::u32string folded; // The same without marks: what it is found by.
        std::uint32_t count = 0;
    };

    LearntWords() = default;
    /// Counts what the texts say. A pair ends at every sign; what was said once is not learnt.
    explicit LearntWords(const std::vector<std::string>& texts);
    /// Given ready, for tests and measures.
    explicit LearntWords(std::vector<Word> words);

    /// What begins so, the most used first; `typed` is lower case and its marks must be there.
    [[nodiscard]] std::vector<const Word*> beginning_with(
        std::u32string_view typed, std::size_t most) const;
    [[nodiscard]] bool empty() const { return m_words.empty(); }
    [[nodiscard]] std::size_t size() const { return m_words.size(); }

private:
    std::vector<Word> m_words; // By `folded`.
};

/// Lower case without marks, đ as d, letter by letter.
[[nodiscard]] std::u32string without_marks(std::u32string_view text);
/// Each letter of `typed` is the other's, or lacks marks that the other has.
[[nodiscard]] bool agrees(std::u32string_view typed, std::u32string_view text);

} // namespace chibo
