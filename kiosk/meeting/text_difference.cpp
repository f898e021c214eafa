#include "meeting/text_difference.h"

#include <algorithm>
#include <cstdint>

namespace chibo {
namespace {

bool one_of(std::string_view letters, char letter)
{
    return letters.find(letter) != std::string_view::npos;
}

/// A word, or one mark of punctuation; spaces belong to nobody.
std::vector<TextRange> pieces_of(std::string_view text)
{
    constexpr std::string_view spaces = " \t\n";
    constexpr std::string_view marks = ".,;:!?()[]\"/";
    std::vector<TextRange> pieces;
    std::size_t at = 0;
    while (at < text.size()) {
        if (one_of(spaces, text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        if (!one_of(marks, text[at])) {
            while (end < text.size() && !one_of(spaces, text[end]) && !one_of(marks, text[end]))
                ++end;
        }
        pieces.push_back({at, end});
        at = end;
    }
    return pieces;
}

std::string_view piece(std::string_view text, const TextRange& range)
{
    return text.substr(range.begin, range.end - range.begin);
}

/// Lengths of the longest common sequence of what is left, for each pair of places.
class CommonLengths {
public:
    CommonLengths(std::size_t rows, std::size_t columns) :
        m_columns(columns + 1), m_lengths((rows + 1) * m_columns)
    {
    }
    std::uint32_t& at(std::size_t row, std::size_t column)
    {
        return m_lengths[row * m_columns + column];
    }

private:
    std::size_t m_columns;
    std::vector<std::uint32_t> m_lengths;
};

void mark(std::vector<TextRange>& marks, const std::vector<TextRange>& pieces, std::size_t index)
{
    const TextRange& range = pieces[index];
    const bool joins = !marks.empty() && index > 0 && marks.back().end == pieces[index - 1].end;
    if (joins)
        marks.back().end = range.end;
    else
        marks.push_back(range);
}

} // namespace

TextDifference text_difference(std::string_view first, std::string_view second)
{
    const auto a = pieces_of(first);
    const auto b = pieces_of(second);
    const auto same
        = [&](std::size_t i, std::size_t j) { return piece(first, a[i]) == piece(second, b[j]); };
    std::size_t begin = 0;
    while (begin < std::min(a.size(), b.size()) && same(begin, begin))
        ++begin;
    std::size_t a_end = a.size();
    std::size_t b_end = b.size();
    while (a_end > begin && b_end > begin && same(a_end - 1, b_end - 1)) {
        --a_end;
        --b_end;
    }
    constexpr std::size_t most_pairs = 4'000'000; // 16 MB of lengths.
    const std::size_t rows = a_end - begin;
    const std::size_t columns = b_end - begin;
    TextDifference difference;
    const bool compares = rows * columns <= most_pairs;
    CommonLengths common(compares ? rows : 0, compares ? columns : 0);
    for (std::size_t i = compares ? rows : 0; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;)
            common.at(i, j) = same(begin + i, begin + j)
                ? common.at(i + 1, j + 1) + 1
                : std::max(common.at(i + 1, j), common.at(i, j + 1));
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        if (compares && i < rows && j < columns && same(begin + i, begin + j)) {
            ++i;
            ++j;
        } else if (i < rows
            && (j == columns || !compares || common.at(i + 1, j) >= common.at(i, j + 1))) {
            mark(difference.first, a, begin + i++);
        } else {
            mark(difference.second, b, begin + j++);
        }
    }
    return difference;
}

} // namespace chibo
