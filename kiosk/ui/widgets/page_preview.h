// A paper on the screen: one page as it will be printed, and the whole screen for it ("Phóng to").
#pragma once

#include <optional>

#include "documents/pages.h"
#include "ui/draw.h"

namespace chibo {

class Ui;

/// A page with a 1 px line, as wide as the rectangle; its height follows from the paper. It is as
/// sharp as the rectangle asks, or drawn for `sharp_width` and stretched.
void page_image(
    Ui& ui, const Rect& rect, const Pages& pages, int page, std::optional<float> sharp_width = {});
/// How high a page of this width is.
[[nodiscard]] float page_height(const Pages& pages, float width);

/// "Phóng to": a page over the whole screen, moved by dragging, scaled by two fingers or buttons.
class PageViewer {
public:
    explicit PageViewer(int page);

    /// Draws on a layer of its own; false once it was closed.
    [[nodiscard]] bool draw(Ui& ui, const Pages& pages);
    [[nodiscard]] int page() const { return m_page; }

private:
    void draw_bar(Ui& ui, const Rect& bar, const Pages& pages);
    void draw_paper(Ui& ui, const Rect& view, const Pages& pages);
    void turn(int pages_on);
    void step_scale(int steps);
    void scale_about(Point fixed, float scale);
    [[nodiscard]] float paper_width(float scale) const;

    int m_page;
    float m_scale; // Of a reading column's width.
    float m_sharp_scale; // The page's picture is of this scale: while fingers scale, not each
                         // frame's.
    Point m_offset; // Of the paper's corner from where it rests.
    std::optional<Point> m_grip; // Offset when the finger came down.
    Rect m_view;
    bool m_closed = false;
};

} // namespace chibo
