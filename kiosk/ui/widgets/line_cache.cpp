#include "ui/widgets/line_cache.h"

#include <algorithm>
#include <iterator>

#include "ui/ui.h"

namespace chibo {

namespace {

constexpr std::size_t chunk_bytes
    = 2048; // Measured at a time; then the old lines are looked at again.

/// From `begin` on, at least a chunk, to the end of a word or of the text.
std::string_view chunk_of(std::string_view text, std::size_t begin)
{
    if (text.size() - begin <= chunk_bytes)
        return text.substr(begin);
    const std::size_t space = text.find(' ', begin + chunk_bytes);
    return text.substr(begin, space == std::string_view::npos ? space : space - begin);
}

std::size_t same_beginning(std::string_view a, std::string_view b)
{
    const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
    return static_cast<std::size_t>(end - a.begin());
}

} // namespace

void LineCache::update(Ui& ui, const TextBuffer& text, const TextStyle& style, float width)
{
    if (!(style == m_style) || width != m_width || ui.scale() != m_scale)
        m_paragraphs.clear();
    m_style = style;
    m_width = width;
    m_scale = ui.scale();
    m_measured = 0;
    const auto& paragraphs = text.paragraphs();
    // Whole paragraphs that came or went: what stands behind them keeps its lines.
    if (m_paragraphs.size() != paragraphs.size()) {
        std::size_t same = 0;
        while (same < m_paragraphs.size() && same < paragraphs.size()
            && m_paragraphs[same].version == text.version(same))
            ++same;
        const auto at = m_paragraphs.begin() + static_cast<std::ptrdiff_t>(same);
        if (m_paragraphs.size() < paragraphs.size())
            m_paragraphs.insert(at, paragraphs.size() - m_paragraphs.size(), {});
        else
            m_paragraphs.erase(
                at, at + static_cast<std::ptrdiff_t>(m_paragraphs.size() - paragraphs.size()));
    }
    m_first.clear();
    std::size_t first = 0;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (m_paragraphs[i].version != text.version(i) || m_paragraphs[i].lines.empty()) {
            rewrap(ui, m_paragraphs[i], paragraphs[i], style, width);
            m_paragraphs[i].version = text.version(i);
        }
        m_first.push_back(first);
        first += m_paragraphs[i].lines.size();
    }
    m_first.push_back(first);
}

/// Lines before the change stay; from there on lines are measured until one begins where an old one
/// did.
void LineCache::rewrap(
    Ui& ui, Paragraph& paragraph, const std::string& text, const TextStyle& style, float width)
{
    std::vector<TextLine> old = std::move(paragraph.lines);
    const std::size_t same = same_beginning(paragraph.text, text);
    const auto grown = static_cast<std::ptrdiff_t>(text.size())
        - static_cast<std::ptrdiff_t>(paragraph.text.size());
    std::vector<TextLine>& lines = paragraph.lines;
    lines.clear();
    // The line before the changed one may take a shortened word up.
    for (std::size_t i = 0; i + 2 < old.size() && old[i + 2].begin <= same; ++i)
        lines.push_back(old[i]);
    std::size_t next_old = lines.size();
    std::size_t begin = lines.empty() || old.empty() ? 0 : old[lines.size()].begin;
    bool joined = false;
    while (!joined) {
        const std::string_view chunk = chunk_of(text, begin);
        m_measured += chunk.size();
        std::vector<TextLine> fresh = wrap(ui, chunk, style, width);
        const bool last_chunk = begin + chunk.size() == text.size();
        if (!last_chunk && fresh.size() > 1)
            fresh.pop_back(); // It may take another word.
        for (TextLine line : fresh) {
            line.begin += begin;
            line.end += begin;
            while (next_old < old.size()
                && static_cast<std::ptrdiff_t>(old[next_old].begin) + grown
                    < static_cast<std::ptrdiff_t>(line.begin))
                ++next_old;
            const bool unchanged_from_here = line.begin
                > same + 1 + static_cast<std::size_t>(std::max<std::ptrdiff_t>(grown, 0));
            joined = next_old < old.size() && unchanged_from_here
                && static_cast<std::ptrdiff_t>(old[next_old].begin) + grown
                    == static_cast<std::ptrdiff_t>(line.begin);
            if (joined)
                break;
            lines.push_back(line);
        }
        if (joined || last_chunk)
            break;
        begin = lines.back().end;
        while (begin < text.size() && text[begin] == ' ')
            ++begin;
    }
    for (; joined && next_old < old.size(); ++next_old) {
        TextLine line = old[next_old];
        line.begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(line.begin) + grown);
        line.end = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(line.end) + grown);
        lines.push_back(line);
    }
    paragraph.text = text;
}

LineCache::Line LineCache::line(std::size_t index) const
{
    if (m_first.size() < 2)
        return {};
    const auto after = std::upper_bound(m_first.begin(), std::prev(m_first.end()), index);
    const auto paragraph = static_cast<std::size_t>(after - m_first.begin()) - 1;
    const auto& lines = m_paragraphs[paragraph].lines;
    const std::size_t at = std::min(index - m_first[paragraph], lines.size() - 1);
    return {paragraph, lines[at].begin, lines[at].end, at + 1 == lines.size()};
}

std::size_t LineCache::line_of(TextPlace place) const
{
    if (place.paragraph + 1 >= m_first.size())
        return 0;
    const auto& lines = m_paragraphs[place.paragraph].lines;
    const auto after = std::upper_bound(lines.begin(), lines.end(), place.byte,
        [](std::size_t byte, const TextLine& line) { return byte < line.begin; });
    const auto at
        = after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
    return m_first[place.paragraph] + at;
}

} // namespace chibo
