// Rectangles in logical (CSS) pixels, and the cuts that lay a screen out.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace chibo {

struct Point {
    float x = 0;
    float y = 0;
};

/// Column and row of the index-th of a grid that is filled row by row.
[[nodiscard]] constexpr Point grid_place(std::size_t index, std::size_t columns)
{
    const std::size_t row = index / columns;
    return {static_cast<float>(index % columns), static_cast<float>(row)};
}

struct Size {
    float w = 0;
    float h = 0;

    bool operator==(const Size&) const = default;
};

/// Insets of the four sides, in the order of CSS.
struct Insets {
    float top = 0;
    float right = 0;
    float bottom = 0;
    float left = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool operator==(const Rect&) const = default;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] Size size() const { return {w, h}; }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] bool contains(Point at) const
    {
        return at.x >= x && at.x < right() && at.y >= y && at.y < bottom();
    }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
    [[nodiscard]] Rect inset(float across, float down) const
    {
        return {x + across, y + down, std::max(0.0F, w - 2 * across), std::max(0.0F, h - 2 * down)};
    }
    [[nodiscard]] Rect inset(const Insets& by) const
    {
        return {x + by.left, y + by.top, std::max(0.0F, w - by.left - by.right),
            std::max(0.0F, h - by.top - by.bottom)};
    }
    /// Grown about its centre to at least `least` each way: a small drawing's touch area.
    [[nodiscard]] Rect at_least(float least) const
    {
        const float dw = std::max(0.0F, least - w);
        const float dh = std::max(0.0F, least - h);
        return {x - dw / 2, y - dh / 2, w + dw, h + dh};
    }
    /// What both cover; empty where they do not meet.
    [[nodiscard]] Rect clipped(const Rect& by) const
    {
        const float left = std::max(x, by.x);
        const float top = std::max(y, by.y);
        return {left, top, std::max(0.0F, std::min(right(), by.right()) - left),
            std::max(0.0F, std::min(bottom(), by.bottom()) - top)};
    }
    /// A box of this size in the middle.
    [[nodiscard]] Rect centred(Size box) const
    {
        return {x + (w - box.w) / 2, y + (h - box.h) / 2, box.w, box.h};
    }

    /// Takes a strip off one side and leaves the rest, less the gap: `auto header =
    /// card.cut_top(56);`
    Rect cut_left(float amount, float gap = 0)
    {
        const Rect cut {x, y, std::min(amount, w), h};
        x += amount + gap;
        w = std::max(0.0F, w - amount - gap);
        return cut;
    }
    Rect cut_right(float amount, float gap = 0)
    {
        const float taken = std::min(amount, w);
        const Rect cut {right() - taken, y, taken, h};
        w = std::max(0.0F, w - amount - gap);
        return cut;
    }
    Rect cut_top(float amount, float gap = 0)
    {
        const Rect cut {x, y, w, std::min(amount, h)};
        y += amount + gap;
        h = std::max(0.0F, h - amount - gap);
        return cut;
    }
    Rect cut_bottom(float amount, float gap = 0)
    {
        const float taken = std::min(amount, h);
        const Rect cut {x, bottom() - taken, w, taken};
        h = std::max(0.0F, h - amount - gap);
        return cut;
    }
    /// Equal columns or rows with a gap between.
    [[nodiscard]] std::vector<Rect> columns(int count, float gap) const
    {
        std::vector<Rect> cells;
        cells.reserve(static_cast<std::size_t>(std::max(0, count)));
        const float width = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        for (int i = 0; i < count; ++i)
            cells.push_back({x + static_cast<float>(i) * (width + gap), y, width, h});
        return cells;
    }
    [[nodiscard]] std::vector<Rect> rows(int count, float gap) const
    {
        std::vector<Rect> cells;
        cells.reserve(static_cast<std::size_t>(std::max(0, count)));
        const float height = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        for (int i = 0; i < count; ++i)
            cells.push_back({x, y + static_cast<float>(i) * (height + gap), w, height});
        return cells;
    }
};

} // namespace chibo
