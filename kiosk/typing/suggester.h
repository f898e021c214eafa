// What the bar above the keyboard offers for the words before the caret: people at this meeting
// first, then set phrases, then words learnt from the cell's own minutes. Marks need not be typed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "typing/learnt_words.h"

namespace chibo {

struct Suggestion {
    std::string text; // As shown, and as it is written.
    std::size_t replaces = 0; // Bytes before the caret that it takes the place of; 0: it follows.
    bool wanted = false; // The very word: shown first and red.

    bool operator==(const Suggestion&) const = default;
};

class Suggester {
public:
    /// Full names, in the order in which they are offered while nothing is typed.
    void set_people(const std::vector<std::string>& names);
    /// For this kind of entry and agenda item, the most useful first.
    void set_phrases(const std::vector<std::string>& phrases);
    void set_words(std::shared_ptr<const LearntWords> words) { m_words = std::move(words); }

    /// `before` is the paragraph up to the caret; its last 300 bytes are looked at. The answer for
    /// the same words is the same, the best always at the same place.
    [[nodiscard]] std::vector<Suggestion> suggest(
        std::string_view before, std::size_t most = 12) const;

private:
    struct Phrase {
        std::string text;
        std::u32string letters; // Lower case.
        std::u32string last_word;
    };
    struct Person {
        std::string name;
        std::string given;
        std::string spoken; // As people are called: Thu Thủy.
        std::vector<std::u32string> words;
    };
    class Search;

    std::vector<Person> m_people;
    std::vector<Phrase> m_phrases;
    std::shared_ptr<const LearntWords> m_words;
};

} // namespace chibo
