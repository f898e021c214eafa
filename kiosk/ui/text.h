// The one way text reaches the screen: at a CSS size and line height, placed as a browser places
// it, wrapped by words, with figures that do not dance, and recorded for `see "…"` of the step
// files.
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/icons.h"
#include "ui/theme.h"

namespace chibo {

class Ui;

enum class Align { Left, Centre, Right };
enum class Place { Top, Middle, Bottom }; // Of the block of lines in its box.
enum class Lines { One, Wrap }; // One line ends in "…"; Wrap breaks at spaces, not at U+00A0.
enum class Digits { AsDrawn, Tabular }; // Tabular: each digit centred in the widest one's cell.

struct TextLook {
    TextStyle style = type::body;
    Color color {};
    Align align = Align::Left;
    Place place = Place::Middle;
    Lines lines = Lines::One;
    int max_lines = 0; // With Wrap: the last one ends in "…"; 0 has no limit.
    Digits digits = Digits::AsDrawn;
};

/// A run inside a line that looks different.
struct Span {
    std::string_view text;
    std::optional<Weight> weight {};
    std::optional<Color> color {};
    std::optional<Color> background {}; // A search mark behind the run.
    bool underlined = false; // 3 px red, the syllable being composed.
};

/// What was drawn or would be: logical pixels.
struct TextExtent {
    float w = 0;
    float h = 0;
    int lines = 0;
    bool cut = false; // Something ended in "…".
};

/// Draws in the box; returns the extent of what was drawn.
TextExtent text(Ui& ui, const Rect& box, std::string_view string, const TextLook& look);
TextExtent text(Ui& ui, const Rect& box, std::span<const Span> spans, const TextLook& look);
inline TextExtent text(
    Ui& ui, const Rect& box, std::initializer_list<Span> spans, const TextLook& look)
{
    return text(ui, box, std::span<const Span>(spans.begin(), spans.size()), look);
}

/// Width of one line.
[[nodiscard]] float text_width(
    Ui& ui, std::string_view string, const TextStyle& style, Digits digits = Digits::AsDrawn);
/// The gap between letters of one line that is nearest to x, as a byte: where a touch puts the
/// caret.
[[nodiscard]] std::size_t letter_gap_at(
    Ui& ui, std::string_view string, const TextStyle& style, float x);
/// Extent when wrapped to a width.
[[nodiscard]] TextExtent measure(
    Ui& ui, std::string_view string, const TextStyle& style, float width, int max_lines = 0);

/// The byte ranges of the lines a wrapped text falls into: for editors, which draw carets between
/// letters.
struct TextLine {
    std::size_t begin = 0; // Bytes into the string.
    std::size_t end = 0; // Without the space or line feed it was broken at.
    float width = 0;
};
[[nodiscard]] std::vector<TextLine> wrap(
    Ui& ui, std::string_view string, const TextStyle& style, float width);

/// An icon glyph of `size` logical pixels, centred in the box.
void icon(Ui& ui, const Rect& box, Icon which, float size, Color color);

/// One code point of UTF-8 from `at`, which moves on; U+FFFD for what is none.
[[nodiscard]] char32_t next_character(std::string_view string, std::size_t& at);

} // namespace chibo
