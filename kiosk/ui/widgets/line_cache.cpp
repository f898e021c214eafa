#include "ui/widgets/line_cache.h"

#include <algorithm>
#include <iterator>
#include <optional>

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

std::size_t moved(std::size_t byte, std::ptrdiff_t by)
{
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(byte) + by);
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
            rewrap(ui, m_paragraphs[i], paragraphs[i]);
            m_paragraphs[i].version = text.version(i);
        } else if (!m_paragraphs[i].joints.empty() && m_measured == 0) {
            go_on(ui, m_paragraphs[i]);
        }
        m_first.push_back(first);
        first += m_paragraphs[i].lines.size();
    }
    m_first.push_back(first);
}

/// Lines before the change stay.
void LineCache::rewrap(Ui& ui, Paragraph& paragraph, const std::string& text)
{
    const std::size_t same = same_beginning(paragraph.text, text);
    Change change {.grown = static_cast<std::ptrdiff_t>(text.size())
            - static_cast<std::ptrdiff_t>(paragraph.text.size())};
    change.same_from
        = same + 2 + static_cast<std::size_t>(std::max<std::ptrdiff_t>(change.grown, 0));
    // The line before the changed one may take a shortened word up.
    const auto& lines = paragraph.lines;
    while (change.lines_kept + 2 < lines.size() && lines[change.lines_kept + 2].begin <= same)
        ++change.lines_kept;
    for (std::size_t& joint : paragraph.joints) {
        if (joint > same)
            joint = moved(joint, change.grown);
    }
    paragraph.text = text;
    relay(ui, paragraph, change);
}

/// What a change before has left.
void LineCache::go_on(Ui& ui, Paragraph& paragraph)
{
    const std::size_t joint = paragraph.joints.front();
    const auto& lines = paragraph.lines;
    const auto at = std::lower_bound(lines.begin(), lines.end(), joint,
        [](const TextLine& line, std::size_t byte) { return line.begin < byte; });
    const auto index = static_cast<std::size_t>(at - lines.begin());
    relay(ui, paragraph, {.lines_kept = index == 0 ? 0 : index - 1, .same_from = joint});
}

/// Measures from the first line that does not stay until a line begins where an old one did, or
/// enough was measured: then the old lines stand behind a joint.
void LineCache::relay(Ui& ui, Paragraph& paragraph, const Change& change)
{
    const std::string& text = paragraph.text;
    std::vector<TextLine> old = std::move(paragraph.lines);
    std::vector<TextLine>& lines = paragraph.lines;
    lines.assign(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(change.lines_kept));
    std::size_t next_old = change.lines_kept;
    const auto old_begin = [&] { return moved(old[next_old].begin, change.grown); };
    const auto skip_old = [&](std::size_t to) {
        while (next_old < old.size()
            && static_cast<std::ptrdiff_t>(old[next_old].begin) + change.grown
                < static_cast<std::ptrdiff_t>(to))
            ++next_old;
    };
    const std::size_t from = old.empty() ? 0 : old[next_old].begin;
    std::size_t begin = from;
    std::optional<std::size_t> joint;
    const std::size_t most = m_measured + most_measured;
    while (true) {
        const std::string_view chunk = chunk_of(text, begin);
        m_measured += chunk.size();
        std::vector<TextLine> fresh = wrap(ui, chunk, m_style, m_width);
        const bool last_chunk = begin + chunk.size() == text.size();
        if (!last_chunk && fresh.size() > 1)
            fresh.pop_back(); // It may take another word.
        bool joined = false;
        for (TextLine line : fresh) {
            line.begin += begin;
            line.end += begin;
            skip_old(line.begin);
            joined = next_old < old.size() && line.begin >= change.same_from
                && old_begin() == line.begin;
            if (joined)
                break;
            lines.push_back(line);
        }
        if (joined)
            break;
        if (last_chunk) {
            next_old = old.size();
            break;
        }
        begin = lines.back().end;
        while (begin < text.size() && text[begin] == ' ')
            ++begin;
        skip_old(std::max(begin, change.same_from));
        if (m_measured >= most && begin >= change.same_from && next_old < old.size()) {
            joint = old_begin();
            if (*joint > begin)
                lines.push_back({begin, *joint, 0});
            break;
        }
    }
    const std::size_t to = next_old < old.size() ? old_begin() : text.size();
    std::erase_if(paragraph.joints, [&](std::size_t one) { return one > from && one <= to; });
    if (joint)
        paragraph.joints.insert(
            std::upper_bound(paragraph.joints.begin(), paragraph.joints.end(), *joint), *joint);
    for (; next_old < old.size(); ++next_old)
        lines.push_back({old_begin(), moved(old[next_old].end, change.grown), old[next_old].width});
}

bool LineCache::settled() const
{
    return std::all_of(m_paragraphs.begin(), m_paragraphs.end(),
        [](const Paragraph& paragraph) { return paragraph.joints.empty(); });
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
