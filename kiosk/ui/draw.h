// Shapes in logical pixels, drawn as CSS draws them: borders lie inside the box, edges on whole
// device pixels.
#pragma once

#include <span>

#include "ui/color.h"
#include "ui/geometry.h"

namespace chibo {

class Ui;

/// Which corners of a band are round.
enum class Corners { All, Top, Bottom, Left, Right, None };

struct Box {
    Color fill {};
    Color border {};
    float stroke = 0;
    float radius = 0;
    Corners corners = Corners::All;
};

/// A rounded rectangle with its border inside.
void box(Ui& ui, const Rect& rect, const Box& look);
void fill(Ui& ui, const Rect& rect, Color color, float radius = 0, Corners corners = Corners::All);
/// A 1 px rule along the top of the rectangle (height taken from the stroke).
void rule(Ui& ui, Point from, float width, Color color, float stroke = 1);
void line(Ui& ui, Point from, Point to, Color color, float stroke);
void polyline(Ui& ui, std::span<const Point> points, Color color, float stroke);
void polygon(Ui& ui, std::span<const Point> points, Color color); // Concave is allowed.
void disc(Ui& ui, Point centre, float radius, Color color);
void circle(
    Ui& ui, Point centre, float radius, Color color, float stroke); // The stroke lies inside.
/// An arc of a ring of outer `radius`: shares of the whole turn from 12 o'clock, clockwise, with a
/// disc at each end.
void ring_arc(Ui& ui, Point centre, float radius, float stroke, float from, float to, Color color);

/// A picture on the GPU (see Ui::images()); drawn to fill the box with round corners.
struct ImageRef {
    unsigned texture = 0;
    Size size; // In its own pixels.
};
void image(Ui& ui, const Rect& box, const ImageRef& picture, float radius = 0);

} // namespace chibo
