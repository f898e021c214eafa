// Where the lines of an edited text break, kept by paragraph, so that a key in a text of 100,000
// characters measures a few lines and not the text. Where lines behind a change do not fall into
// step with the old ones soon, the rest follows in later frames.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "typing/text_buffer.h"
#include "ui/text.h"

namespace chibo {

class Ui;

class LineCache {
public:
    /// Brings the lines up to date with the text; cheap where nothing changed.
    void update(Ui& ui, const TextBuffer& text, const TextStyle& style, float width);

    /// Bytes that the last update had to measure: what a key cost.
    [[nodiscard]] std::size_t measured() const { return m_measured; }
    /// What is measured at most for a key, beside the line it stands in.
    static constexpr std::size_t most_measured = 12'288;
    /// All lines are as they would be wrapped anew; else update() again in the next frame.
    [[nodiscard]] bool settled() const;

    /// All lines, top to bottom.
    [[nodiscard]] std::size_t count() const { return m_first.empty() ? 1 : m_first.back(); }
    struct Line {
        std::size_t paragraph = 0;
        std::size_t begin = 0; // Bytes into the paragraph.
        std::size_t end = 0;
        bool last = true; // Of its paragraph.
    };
    [[nodiscard]] Line line(std::size_t index) const;
    [[nodiscard]] std::size_t line_of(TextPlace place) const;

private:
    struct Paragraph {
        std::uint64_t version = 0;
        std::string text; // As broken.
        std::vector<TextLine> lines;
        /// Where lines begin that were left as they were: the line before may take words of them.
        std::vector<std::size_t> joints;
    };
    /// Which lines stay, and from where on the old ones are good again.
    struct Change {
        std::size_t lines_kept = 0;
        std::size_t same_from = 0; // In the new text.
        std::ptrdiff_t grown = 0;
    };
    void rewrap(Ui& ui, Paragraph& paragraph, const std::string& text);
    void go_on(Ui& ui, Paragraph& paragraph);
    void relay(Ui& ui, Paragraph& paragraph, const Change& change);

    TextStyle m_style {};
    float m_width = 0;
    float m_scale = 0;
    std::size_t m_measured = 0;
    std::vector<Paragraph> m_paragraphs;
    std::vector<std::size_t>
        m_first; // The index of each paragraph's first line, and at the end the count.
};

} // namespace chibo
