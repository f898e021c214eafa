// The pad on which a finger signs: vector strokes with time, thinner where the finger was fast.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "meeting/strokes.h"
#include "ui/draw.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

/// Of the pad on the screen; there is one at a time. `sign` of the step files draws on it.
inline constexpr WidgetId signature_pad_id {"signature_pad"};

class SignaturePad {
public:
    /// At least 560 x 200, with a base line 52 px from the bottom and a word below it.
    void draw(Ui& ui, const Rect& rect, std::string_view hint);
    void undo_stroke();
    void clear() { m_strokes.strokes.clear(); }
    [[nodiscard]] bool empty() const { return m_strokes.empty(); }
    [[nodiscard]] const Strokes& strokes() const { return m_strokes; }
    /// For the components screen.
    void set_strokes(Strokes strokes) { m_strokes = std::move(strokes); }

private:
    void follow(Ui& ui, const Rect& rect, const Drag& finger);

    Strokes m_strokes;
    std::int64_t m_first_ms = 0; // Of the first touch: point times count from here.
    std::int64_t m_last_ms = 0; // Of the frame before: points of one frame are spread over it.
};

/// Strokes at any size, fitted into the rectangle with their proportions kept.
void draw_strokes(Ui& ui, const Rect& rect, const Strokes& strokes, Color color);
/// Strokes where they were made, 1:1 from this corner.
void draw_strokes_at(Ui& ui, Point corner, float factor, const Strokes& strokes, Color color);

/// Points along Bézier curves: a start, then two bends and an end each.
[[nodiscard]] std::vector<Point> curve_points(std::span<const Point> path);
/// A signature as the pictures have it, for `sign` of the step files, on a pad of this size.
[[nodiscard]] std::vector<Point> sample_signature(Size pad);

} // namespace chibo
