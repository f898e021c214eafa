#include "ui/draw.h"

#include <cmath>
#include <numbers>

#include <imgui.h>

#include "ui/ui.h"

namespace chibo {

namespace {

ImDrawFlags flags_of(Corners corners)
{
    switch (corners) {
    case Corners::Top:
        return ImDrawFlags_RoundCornersTop;
    case Corners::Bottom:
        return ImDrawFlags_RoundCornersBottom;
    case Corners::Left:
        return ImDrawFlags_RoundCornersLeft;
    case Corners::Right:
        return ImDrawFlags_RoundCornersRight;
    case Corners::None:
        return ImDrawFlags_RoundCornersNone;
    case Corners::All:
        break;
    }
    return ImDrawFlags_RoundCornersAll;
}

ImVec2 device(const Ui& ui, Point at)
{
    return {at.x * ui.scale(), at.y * ui.scale()};
}

ImVec2 snapped(const Ui& ui, Point at)
{
    return {ui.px(at.x), ui.px(at.y)};
}

/// At least one device pixel, whole.
float stroke_px(const Ui& ui, float stroke)
{
    return std::max(1.0F, ui.px(stroke));
}

} // namespace

void box(Ui& ui, const Rect& rect, const Box& look)
{
    const ImVec2 from = snapped(ui, {rect.x, rect.y});
    const ImVec2 to = snapped(ui, {rect.right(), rect.bottom()});
    const float radius
        = std::min({look.radius * ui.scale(), (to.x - from.x) / 2, (to.y - from.y) / 2});
    const ImDrawFlags flags = flags_of(look.corners);
    ImDrawList& list = ui.list();
    if (look.stroke <= 0 || look.border == Color {}) {
        list.AddRectFilled(from, to, look.fill.packed, radius, flags);
        return;
    }
    const float stroke = stroke_px(ui, look.stroke);
    const float half = stroke / 2;
    const float middle = std::max(0.0F, radius - half); // The radius along the border's middle.
    // The fill ends under the border, so that no fringe of it shows outside.
    list.AddRectFilled({from.x + half, from.y + half}, {to.x - half, to.y - half}, look.fill.packed,
        middle, flags);
    list.PathRect({from.x + half, from.y + half}, {to.x - half, to.y - half}, middle, flags);
    list.PathStroke(look.border.packed, ImDrawFlags_Closed, stroke);
}

void fill(Ui& ui, const Rect& rect, Color color, float radius, Corners corners)
{
    box(ui, rect, {.fill = color, .radius = radius, .corners = corners});
}

void rule(Ui& ui, Point from, float width, Color color, float stroke)
{
    const ImVec2 begin = snapped(ui, from);
    const float end = ui.px(from.x + width);
    ui.list().AddRectFilled(begin, {end, begin.y + stroke_px(ui, stroke)}, color.packed);
}

void line(Ui& ui, Point from, Point to, Color color, float stroke)
{
    ui.list().AddLine(device(ui, from), device(ui, to), color.packed, stroke * ui.scale());
}

void polyline(Ui& ui, std::span<const Point> points, Color color, float stroke)
{
    for (const Point& point : points)
        ui.list().PathLineTo(device(ui, point));
    ui.list().PathStroke(color.packed, 0, stroke * ui.scale());
}

void polygon(Ui& ui, std::span<const Point> points, Color color)
{
    for (const Point& point : points)
        ui.list().PathLineTo(device(ui, point));
    ui.list().PathFillConcave(color.packed);
}

void disc(Ui& ui, Point centre, float radius, Color color)
{
    ui.list().AddCircleFilled(device(ui, centre), radius * ui.scale(), color.packed);
}

void circle(Ui& ui, Point centre, float radius, Color color, float stroke)
{
    ui.list().AddCircle(device(ui, centre), (radius - stroke / 2) * ui.scale(), color.packed, 0,
        stroke * ui.scale());
}

void ring_arc(Ui& ui, Point centre, float radius, float stroke, float from, float to, Color color)
{
    if (to <= from)
        return;
    constexpr float turn = 2 * std::numbers::pi_v<float>;
    const float start = from * turn - turn / 4;
    const float end = to * turn - turn / 4;
    const float middle = (radius - stroke / 2) * ui.scale();
    const ImVec2 at = device(ui, centre);
    const int segments = std::max(8, static_cast<int>((end - start) * middle / 3));
    ImDrawList& list = ui.list();
    if (to - from >= 1) {
        list.AddCircle(at, middle, color.packed, segments, stroke * ui.scale());
        return;
    }
    list.PathArcTo(at, middle, start, end, segments);
    list.PathStroke(color.packed, 0, stroke * ui.scale());
    const float half = stroke * ui.scale() / 2;
    for (const float angle : {start, end})
        list.AddCircleFilled(
            {at.x + std::cos(angle) * middle, at.y + std::sin(angle) * middle}, half, color.packed);
}

void image(Ui& ui, const Rect& box, const ImageRef& picture, float radius)
{
    ui.list().AddImageRounded(static_cast<ImTextureID>(picture.texture),
        snapped(ui, {box.x, box.y}), snapped(ui, {box.right(), box.bottom()}), {0, 0}, {1, 1},
        IM_COL32_WHITE, radius * ui.scale());
}

} // namespace chibo
