#include "ui/text.h"
#include <algorithm>

#include <cmath>
#include <string>

#include <imgui.h>

#include "ui/draw.h"
#include "ui/fonts.h"
#include "ui/ui.h"

namespace chibo {

namespace {

constexpr char32_t no_break_space = 0x00A0;
constexpr char32_t ellipsis = 0x2026;

/// One character of the text with its place in the line, in device pixels.
struct Letter {
    char32_t character = 0;
    std::size_t begin = 0; // Bytes into the whole string.
    std::size_t end = 0;
    std::size_t span = 0;
    float advance = 0;
    float shift = 0; // Centres a narrow digit in its cell.
};

struct Line {
    std::size_t begin = 0; // Letters.
    std::size_t end = 0;
    float width = 0;
    bool cut = false;
};

bool is_digit(char32_t character)
{
    return character >= U'0' && character <= U'9';
}

/// Letters of all spans, with advances at the device size.
class Setting {
public:
    Setting(Ui& ui, std::span<const Span> spans, const TextStyle& style, Digits digits) :
        m_fonts(ui.fonts()), m_style(style), m_size(style.size * ui.scale()), m_digits(digits)
    {
        std::size_t base = 0;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            add(spans[i], i, base);
            base += spans[i].text.size();
        }
    }

    [[nodiscard]] const std::vector<Letter>& letters() const { return m_letters; }
    [[nodiscard]] float size() const { return m_size; }
    [[nodiscard]] Face face(const Span& span) const
    {
        return face_of(span.weight.value_or(m_style.weight));
    }
    [[nodiscard]] float ellipsis_width(Face face)
    {
        return m_fonts.advance(face, m_size, ellipsis);
    }

    [[nodiscard]] float width(std::size_t begin, std::size_t end) const
    {
        float sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += m_letters[i].advance;
        return sum;
    }

private:
    void add(const Span& span, std::size_t index, std::size_t base)
    {
        const Face face = this->face(span);
        const float cell = m_digits == Digits::Tabular ? m_fonts.digit_cell(face, m_size) : 0;
        for (std::size_t at = 0; at < span.text.size();) {
            Letter letter {.begin = base + at, .span = index};
            letter.character = next_character(span.text, at);
            letter.end = base + at;
            if (letter.character != U'\n')
                letter.advance = m_fonts.advance(
                    face, m_size, letter.character == no_break_space ? U' ' : letter.character);
            if (cell > 0 && is_digit(letter.character)) {
                letter.shift = std::floor((cell - letter.advance) / 2);
                letter.advance = cell;
            }
            m_letters.push_back(letter);
        }
    }

    Fonts& m_fonts;
    TextStyle m_style;
    float m_size;
    Digits m_digits;
    std::vector<Letter> m_letters;
};

/// Greedy lines: a word that does not fit goes down; one that fits no line is broken inside.
std::vector<Line> break_lines(const std::vector<Letter>& letters, float width)
{
    std::vector<Line> lines;
    std::size_t begin = 0;
    while (begin <= letters.size()) {
        float pen = 0;
        std::size_t end = begin;
        std::size_t word_end = begin; // Where the line may end, and
        std::size_t next = begin; // where the next then begins.
        float word_pen = 0;
        bool full = false;
        for (; end < letters.size() && letters[end].character != U'\n'; ++end) {
            if (letters[end].character == U' ') {
                word_end = end;
                word_pen = pen;
                next = end + 1;
            } else if (pen + letters[end].advance > width && end > begin) {
                full = true;
                break;
            }
            pen += letters[end].advance;
        }
        if (full && next > begin) {
            lines.push_back({begin, word_end, word_pen});
            begin = next;
        } else if (full) {
            lines.push_back({begin, end, pen});
            begin = end;
        } else {
            lines.push_back({begin, end, pen});
            begin = end + 1; // Past the line feed, or past the end.
        }
    }
    return lines;
}

/// Shortens a line until "…" fits behind it.
void cut_line(Setting& setting, std::span<const Span> spans, Line& line, float width)
{
    if (spans.empty())
        return;
    const float dots = setting.ellipsis_width(setting.face(spans.front()));
    while (line.end > line.begin && line.width + dots > width)
        line.width -= setting.letters()[--line.end].advance;
    while (line.end > line.begin && setting.letters()[line.end - 1].character == U' ')
        line.width -= setting.letters()[--line.end].advance;
    line.width += dots;
    line.cut = true;
}

std::vector<Line> lay_out(
    Setting& setting, std::span<const Span> spans, const TextLook& look, float width)
{
    const auto& letters = setting.letters();
    std::vector<Line> lines;
    if (look.lines == Lines::One)
        lines.push_back({0, letters.size(), setting.width(0, letters.size())});
    else
        lines = break_lines(letters, width);
    const auto limit = look.lines == Lines::One ? 1U : static_cast<std::size_t>(look.max_lines);
    if (limit > 0 && lines.size() > limit) {
        lines.resize(limit);
        cut_line(setting, spans, lines.back(), width);
    } else if (look.lines == Lines::One && width > 0 && lines.front().width > width + 0.5F) {
        cut_line(setting, spans, lines.front(), width);
    }
    return lines;
}

void draw_glyph(Ui& ui, Face face, float size, char32_t character, Point pen, Color color)
{
    const Glyph glyph = ui.fonts().glyph(face, size, character);
    if (!glyph.visible)
        return;
    ImDrawList& list = ui.list();
    list.PrimReserve(6, 4);
    list.PrimRectUV({pen.x + glyph.x0, pen.y + glyph.y0}, {pen.x + glyph.x1, pen.y + glyph.y1},
        {glyph.u0, glyph.v0}, {glyph.u1, glyph.v1}, color.packed);
}

struct Pen {
    float x;
    float top;
    float baseline;
    float line;
};

void draw_run_ground(Ui& ui, const Span& span, float x, float width, const Pen& pen)
{
    ImDrawList& list = ui.list();
    if (span.background) {
        // Marks of two lines do not touch where the lines stand apart.
        const float apart = std::max(0.0F, pen.line - ui.px(28)) / 2;
        list.AddRectFilled(
            {x, pen.top + apart}, {x + width, pen.top + pen.line - apart}, span.background->packed);
    }
    if (span.underlined) {
        const float y = pen.baseline + ui.px(5);
        list.AddRectFilled({x, y}, {x + width, y + ui.px(3)}, ui.theme().red.packed);
    }
}

void draw_line(
    Ui& ui, Setting& setting, std::span<const Span> spans, const Line& line, Pen pen, Color color)
{
    const auto& letters = setting.letters();
    for (std::size_t i = line.begin; i < line.end; ++i) {
        const Span& span = spans[letters[i].span];
        if (span.background || span.underlined)
            draw_run_ground(ui, span, pen.x, letters[i].advance, pen);
        if (letters[i].character != U' ' && letters[i].character != no_break_space)
            draw_glyph(ui, setting.face(span), setting.size(), letters[i].character,
                {std::round(pen.x + letters[i].shift), pen.baseline}, span.color.value_or(color));
        pen.x += letters[i].advance;
    }
    if (line.cut)
        draw_glyph(ui, setting.face(spans.front()), setting.size(), ellipsis,
            {std::round(pen.x), pen.baseline}, color);
}

std::string joined(std::span<const Span> spans)
{
    std::string whole;
    for (const Span& span : spans)
        whole += span.text;
    return whole;
}

TextExtent extent_of(const Ui& ui, const std::vector<Line>& lines, const TextStyle& style)
{
    TextExtent extent {.h = style.line * static_cast<float>(lines.size()),
        .lines = static_cast<int>(lines.size())};
    for (const Line& line : lines) {
        extent.w = std::max(extent.w, line.width / ui.scale());
        extent.cut = extent.cut || line.cut;
    }
    return extent;
}

float top_of(const Rect& box, float height, Place place)
{
    if (place == Place::Top)
        return box.y;
    return place == Place::Middle ? box.y + (box.h - height) / 2 : box.bottom() - height;
}

float left_of(const Ui& ui, const Rect& box, float width, Align align)
{
    const float left = box.x * ui.scale();
    const float room = box.w * ui.scale() - width;
    if (align == Align::Left)
        return left;
    return align == Align::Centre ? left + room / 2 : left + room;
}

} // namespace

char32_t next_character(std::string_view string, std::size_t& at)
{
    const auto byte = [&](std::size_t i) {
        return i < string.size() ? static_cast<unsigned char>(string[i])
                                 : static_cast<unsigned char>(0);
    };
    const unsigned first = byte(at);
    const unsigned length = first < 0x80 ? 1
        : first >= 0xF0                  ? 4
        : first >= 0xE0                  ? 3
        : first >= 0xC0                  ? 2
                                         : 0;
    if (length == 0 || at + length > string.size()) {
        ++at;
        return 0xFFFD;
    }
    char32_t character = length == 1 ? first : first & (0x7FU >> length);
    for (unsigned i = 1; i < length; ++i)
        character = (character << 6U) | (byte(at + i) & 0x3FU);
    at += length;
    return character;
}

TextExtent text(Ui& ui, const Rect& box, std::span<const Span> spans, const TextLook& look)
{
    Setting setting(ui, spans, look.style, look.digits);
    const auto lines = lay_out(setting, spans, look, box.w * ui.scale());
    const TextExtent extent = extent_of(ui, lines, look.style);
    const float top = top_of(box, extent.h, look.place);
    const float size = setting.size();
    const float line_px = look.style.line * ui.scale();
    const float leading = std::floor((line_px - Fonts::ascent(size) - Fonts::descent(size)) / 2);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const float line_top = std::round(top * ui.scale() + static_cast<float>(i) * line_px);
        draw_line(ui, setting, spans, lines[i],
            {left_of(ui, box, lines[i].width, look.align), line_top,
                line_top + leading + Fonts::ascent(size), line_px},
            look.color);
    }
    ui.seen().text(joined(spans),
        {left_of(ui, box, extent.w * ui.scale(), look.align) / ui.scale(), top, extent.w, extent.h},
        ui.clip(), extent.cut);
    return extent;
}

TextExtent text(Ui& ui, const Rect& box, std::string_view string, const TextLook& look)
{
    const Span span {.text = string};
    return text(ui, box, std::span<const Span>(&span, 1), look);
}

float text_width(Ui& ui, std::string_view string, const TextStyle& style, Digits digits)
{
    const Span span {.text = string};
    const Setting setting(ui, std::span<const Span>(&span, 1), style, digits);
    return setting.width(0, setting.letters().size()) / ui.scale();
}

std::size_t letter_gap_at(Ui& ui, std::string_view string, const TextStyle& style, float x)
{
    float left = 0;
    for (std::size_t byte = 0; byte < string.size();) {
        std::size_t next = byte;
        (void)next_character(string, next);
        const float width = text_width(ui, string.substr(byte, next - byte), style);
        if (x < left + width / 2)
            return byte;
        left += width;
        byte = next;
    }
    return string.size();
}

TextExtent measure(
    Ui& ui, std::string_view string, const TextStyle& style, float width, int max_lines)
{
    const Span span {.text = string};
    const std::span<const Span> spans(&span, 1);
    Setting setting(ui, spans, style, Digits::AsDrawn);
    const TextLook look {.style = style, .lines = Lines::Wrap, .max_lines = max_lines};
    return extent_of(ui, lay_out(setting, spans, look, width * ui.scale()), style);
}

std::vector<TextLine> wrap(Ui& ui, std::string_view string, const TextStyle& style, float width)
{
    const Span span {.text = string};
    const Setting setting(ui, std::span<const Span>(&span, 1), style, Digits::AsDrawn);
    const auto& letters = setting.letters();
    std::vector<TextLine> lines;
    for (const Line& line : break_lines(letters, width * ui.scale())) {
        const auto byte_at = [&](std::size_t letter) {
            return letter < letters.size() ? letters[letter].begin : string.size();
        };
        lines.push_back({byte_at(line.begin), byte_at(line.end), line.width / ui.scale()});
    }
    return lines;
}

void icon(Ui& ui, const Rect& box, Icon which, float size, Color color)
{
    const float em = std::round(size * ui.scale());
    const Point centre = box.centre();
    const Point corner {
        std::round(centre.x * ui.scale() - em / 2), std::round(centre.y * ui.scale() - em / 2)};
    draw_glyph(ui, Face::Icons, em, which.code, {corner.x, corner.y + em}, color);
}

} // namespace chibo
