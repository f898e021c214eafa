#include "ui/widgets/signature_pad.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/text.h"
#include "ui/ui.h"

namespace chibo {
namespace {

constexpr float base_line_up = 56; // Border, 52 px and its own height.
constexpr float base_line_in = 34;

Point between(const StrokePoint& a, const StrokePoint& b)
{
    return {(a.x + b.x) / 2, (a.y + b.y) / 2};
}

/// On the curve from `from` to `to` that bends towards `by`.
Point on_curve(Point from, Point by, Point to, float t)
{
    const float u = 1 - t;
    return {u * u * from.x + 2 * u * t * by.x + t * t * to.x,
        u * u * from.y + 2 * u * t * by.y + t * t * to.y};
}

/// Where strokes go on the screen.
struct Pen {
    Ui& ui;
    Point corner;
    float factor = 1;
    Color color;

    [[nodiscard]] Point place(Point at) const
    {
        return {corner.x + at.x * factor, corner.y + at.y * factor};
    }
    /// A signature drawn small keeps a line that is seen.
    [[nodiscard]] float thickness(float width) const
    {
        constexpr float least = 2.8F;
        return std::max(width * factor, std::min(width, least));
    }
    void dot(Point at, float width) const { disc(ui, place(at), thickness(width) / 2, color); }
    /// One piece of even width with round ends, so that pieces join without a seam.
    void run(const std::vector<Point>& way, float width) const
    {
        if (way.size() > 1)
            polyline(ui, way, color, thickness(width));
        disc(ui, way.back(), thickness(width) / 2, color);
    }
};

void draw_stroke(const Pen& pen, const Stroke& stroke)
{
    constexpr int pieces = 5; // A curve of about 10 px.
    constexpr float follows = 0.25F; // How fast the width follows the speed.
    constexpr float seen = 0.3F; // A difference in width that shows.
    if (stroke.empty())
        return;
    float width = 4.5F;
    float run_width = width;
    Point at {stroke.front().x, stroke.front().y};
    pen.dot(at, width);
    std::vector<Point> run {pen.place(at)};
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        width += (pen_width(stroke[i - 1], stroke[i]) - width) * follows;
        if (std::abs(width - run_width) > seen) {
            pen.run(run, run_width);
            run = {run.back()};
            run_width = width;
        }
        const Point by {stroke[i - 1].x, stroke[i - 1].y};
        const bool last = i + 1 == stroke.size();
        const Point to
            = last ? Point {stroke[i].x, stroke[i].y} : between(stroke[i - 1], stroke[i]);
        const Point from = at;
        for (int piece = 1; piece <= pieces; ++piece) {
            at = on_curve(from, by, to, static_cast<float>(piece) / pieces);
            run.push_back(pen.place(at));
        }
    }
    pen.run(run, run_width);
}

} // namespace

void draw_strokes_at(Ui& ui, Point corner, float factor, const Strokes& strokes, Color color)
{
    for (const Stroke& stroke : strokes.strokes)
        draw_stroke({ui, corner, factor, color}, stroke);
}

void draw_strokes(Ui& ui, const Rect& rect, const Strokes& strokes, Color color)
{
    if (strokes.width <= 0 || strokes.height <= 0)
        return;
    const float factor = std::min(rect.w / strokes.width, rect.h / strokes.height);
    const Rect at = rect.centred({strokes.width * factor, strokes.height * factor});
    draw_strokes_at(ui, {at.x, at.y}, factor, strokes, color);
}

void SignaturePad::draw(Ui& ui, const Rect& rect, std::string_view hint)
{
    const Theme& theme = ui.theme();
    box(ui, rect,
        {.fill = theme.pad,
            .border = theme.edge,
            .stroke = stroke::button,
            .radius = radius::card});
    follow(ui, rect, drag(ui, signature_pad_id, rect, hint));
    fill(ui, {rect.x + base_line_in, rect.bottom() - base_line_up, rect.w - 2 * base_line_in, 2},
        theme.line);
    text(ui, {rect.x + base_line_in, rect.bottom() - 42, rect.w - 2 * base_line_in, 26}, hint,
        {.style = type::caption, .color = theme.ink2});
    const ClipScope clip(ui, rect);
    draw_strokes_at(ui, {rect.x, rect.y}, 1, m_strokes, theme.signature);
}

void SignaturePad::follow(Ui& ui, const Rect& rect, const Drag& finger)
{
    const std::int64_t now = ui.now_ms();
    if (m_strokes.empty())
        m_first_ms = now;
    m_strokes.width = rect.w;
    m_strokes.height = rect.h;
    if (finger.started) {
        m_strokes.strokes.emplace_back();
        m_last_ms = now;
    }
    if ((finger.active || finger.dropped) && !m_strokes.empty()) {
        Stroke& stroke = m_strokes.strokes.back();
        const auto count = static_cast<std::int64_t>(finger.trail.size());
        for (std::int64_t i = 0; i < count; ++i) {
            const Point at = finger.trail[static_cast<std::size_t>(i)];
            const std::int64_t when = m_last_ms + (now - m_last_ms) * (i + 1) / count;
            stroke.push_back({at.x - rect.x, at.y - rect.y, static_cast<int>(when - m_first_ms)});
        }
    }
    m_last_ms = now;
}

void SignaturePad::undo_stroke()
{
    if (!m_strokes.strokes.empty())
        m_strokes.strokes.pop_back();
}

std::vector<Point> curve_points(std::span<const Point> path)
{
    constexpr int pieces = 12;
    std::vector<Point> points {path.front()};
    for (std::size_t i = 0; i + 3 < path.size(); i += 3) {
        for (int piece = 1; piece <= pieces; ++piece) {
            const float t = static_cast<float>(piece) / pieces;
            const Point first = on_curve(path[i], path[i + 1], path[i + 2], t);
            const Point second = on_curve(path[i + 1], path[i + 2], path[i + 3], t);
            points.push_back(
                {first.x + (second.x - first.x) * t, first.y + (second.y - first.y) * t});
        }
    }
    return points;
}

std::vector<Point> sample_signature(Size pad)
{
    // As the picture of the sheet has it: in a pad of 656 by 264, at this corner and factor.
    static constexpr std::array<Point, 46> path {{{20, 92}, {34, 60}, {52, 20}, {62, 22}, {74, 26},
        {46, 92}, {40, 98}, {36, 102}, {44, 62}, {66, 58}, {86, 56}, {66, 96}, {78, 94}, {92, 90},
        {98, 58}, {110, 56}, {120, 56}, {104, 92}, {114, 92}, {128, 90}, {132, 60}, {146, 58},
        {156, 58}, {142, 88}, {152, 90}, {168, 92}, {176, 44}, {190, 26}, {200, 14}, {206, 22},
        {196, 44}, {186, 68}, {176, 92}, {188, 94}, {206, 96}, {216, 62}, {234, 60}, {246, 60},
        {228, 92}, {244, 92}, {262, 90}, {270, 70}, {300, 64}, {330, 58}, {352, 66}, {372, 56}}};
    constexpr float factor = 440.0F / 390;
    std::vector<Point> points = curve_points(path);
    for (Point& point : points)
        point = {(98 + point.x * factor) * pad.w / 656, (86 + point.y * factor) * pad.h / 264};
    return points;
}

} // namespace chibo
