#include "record/search.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <span>

#include "meeting/letters.h"
#include "record/query.h"
#include "record/search_index.h"

namespace chibo {
namespace {

constexpr std::size_t excerpt_before = 40; // Characters in front of the first match.
constexpr std::size_t excerpt_length = 120;
constexpr int most_read = 2'000; // Candidates whose marks are compared; none so common has more.

/// A word of a text, and where it stands.
struct Word {
    std::size_t first_letter = 0, letters = 0; // Of WordList::letters.
    ToneMark tone = ToneMark::None; // Of the syllable, wherever it is written: hoà, hòa.
    std::size_t begin = 0, end = 0; // In characters.
};

/// The words of a text, their letters taken apart. One list for all: hundreds of texts are compared
/// for each letter that is typed.
struct WordList {
    std::vector<Word> words {};
    std::vector<Letter> letters {};

    [[nodiscard]] std::span<const Letter> letters_of(const Word& word) const
    {
        return std::span(letters).subspan(word.first_letter, word.letters);
    }
};

bool is_word_part(char32_t character)
{
    return is_letter(character) || (character >= U'0' && character <= U'9');
}

WordList words_of(std::u32string_view text)
{
    WordList all;
    all.letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_part(text[at])) {
            ++at;
            continue;
        }
        Word word {.first_letter = all.letters.size(), .begin = at};
        for (; at < text.size() && is_word_part(text[at]); ++at) {
            const Letter letter = split_letter(to_lower(text[at]));
            all.letters.push_back(letter);
            if (letter.tone != ToneMark::None)
                word.tone = letter.tone;
        }
        word.letters = at - word.begin;
        word.end = at;
        all.words.push_back(word);
    }
    return all;
}

enum class Part { Whole, Beginning };

bool answers(std::span<const Letter> asked, ToneMark asked_tone, std::span<const Letter> letters,
    ToneMark tone, Part part)
{
    const bool long_enough
        = part == Part::Whole ? letters.size() == asked.size() : letters.size() >= asked.size();
    if (!long_enough || (asked_tone != ToneMark::None && asked_tone != tone))
        return false;
    return std::ranges::equal(
        asked, letters.first(asked.size()), [](const Letter& left, const Letter& right) {
            return left.base == right.base && (left.mark == Mark::None || left.mark == right.mark);
        });
}

/// What was typed, ready for the index and for comparing marks.
class SearchText {
public:
    explicit SearchText(const std::string& text) : m_asked(words_of(join_marks(to_utf32(text)))) {}

    [[nodiscard]] bool empty() const { return m_asked.words.empty(); }
    /// In the index's language: each word quoted, the last as a beginning.
    [[nodiscard]] std::string match() const
    {
        std::string match;
        for (const Word& word : m_asked.words) {
            match += match.empty() ? "\"" : " \"";
            for (const Letter& letter : m_asked.letters_of(word))
                append_utf8(match, letter.base);
            match += '"';
        }
        return match + '*';
    }
    /// The words that answer, in the text's order; nothing where one that was asked is not there.
    [[nodiscard]] std::optional<std::vector<Word>> find(std::u32string_view text) const
    {
        std::vector<Word> found;
        std::vector<bool> answered(m_asked.words.size());
        const WordList all = words_of(text);
        for (const Word& word : all.words) {
            bool any = false;
            for (std::size_t i = 0; i < m_asked.words.size(); ++i) {
                const Word& asked = m_asked.words[i];
                const Part part = i + 1 == m_asked.words.size() ? Part::Beginning : Part::Whole;
                if (!answers(m_asked.letters_of(asked), asked.tone, all.letters_of(word), word.tone,
                        part))
                    continue;
                answered[i] = true;
                any = true;
            }
            if (any)
                found.push_back(word);
        }
        if (std::ranges::find(answered, false) != answered.end())
            return std::nullopt;
        return found;
    }

private:
    WordList m_asked;
};

/// About a line of the text around its first match, with the matches marked.
void write_excerpt(FoundEntry& entry, std::u32string_view text, const std::vector<Word>& found)
{
    std::size_t begin
        = found.front().begin > excerpt_before ? found.front().begin - excerpt_before : 0;
    while (begin > 0 && text[begin - 1] != U' ' && begin < found.front().begin)
        ++begin;
    std::size_t end = std::min(text.size(), begin + excerpt_length);
    while (end < text.size() && end > found.front().end && text[end] != U' ')
        --end;
    entry.excerpt = begin > 0 ? "…" : "";
    std::size_t at = begin;
    for (const Word& word : found) {
        if (word.end > end)
            break;
        entry.excerpt += to_utf8(text.substr(at, word.begin - at));
        const std::size_t first = entry.excerpt.size();
        entry.excerpt += to_utf8(text.substr(word.begin, word.end - word.begin));
        entry.matches.push_back({first, entry.excerpt.size()});
        at = word.end;
    }
    entry.excerpt += to_utf8(text.substr(at, end - at));
    if (end < text.size())
        entry.excerpt += "…";
}

void add_if_found(
    const Record& record, const SearchText& asked, EntryId entry_id, std::vector<FoundEntry>& found)
{
    Query query(record, R"sql(
        SELECT entry.id, entry.kind, entry.meeting, meeting.title, meeting.planned_start_ms, entry.item,
            agenda_item.title, entry.at_ms, entry.text
        FROM entry
        JOIN meeting ON meeting.id = entry.meeting
        LEFT JOIN agenda_item ON agenda_item.id = entry.item
        WHERE entry.id = :entry AND NOT entry.removed)sql");
    query.bind(":entry", entry_id);
    if (!query.next())
        return;
    FoundEntry entry {.entry = query.id<EntryId>(),
        .kind = query.word<EntryKind>(),
        .meeting = query.id<MeetingId>(),
        .meeting_title = query.text(),
        .meeting_start_ms = query.number(),
        .item = query.id<ItemId>(),
        .item_title = query.text(),
        .at_ms = query.number()};
    const std::u32string characters = join_marks(to_utf32(query.text()));
    if (const auto words = asked.find(characters)) {
        write_excerpt(entry, characters, *words);
        found.push_back(std::move(entry));
    }
}

} // namespace

std::vector<FoundEntry> search(const Record& record, const std::string& text, std::size_t limit)
{
    const SearchText asked(text);
    std::vector<FoundEntry> found;
    if (asked.empty())
        return found;
    const std::vector<EntryId> fresh = entries_not_indexed(record);
    for (const EntryId entry : fresh | std::views::reverse) {
        if (found.size() < limit)
            add_if_found(record, asked, entry, found);
    }
    Query query(record, R"sql(
        SELECT entry_text_row.entry
        FROM entry_text JOIN entry_text_row ON entry_text_row.rowid = entry_text.rowid
        WHERE entry_text MATCH :match
        ORDER BY entry_text.rowid DESC)sql");
    query.bind(":match", asked.match());
    for (int read = 0; read < most_read && found.size() < limit && query.next(); ++read) {
        const auto entry = query.id<EntryId>();
        if (std::ranges::find(fresh, entry) == fresh.end())
            add_if_found(record, asked, entry, found);
    }
    return found;
}

} // namespace chibo
