// Scroll areas: drag anywhere after 10 px, momentum, a 48 px soft end, a thin bar while moving.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>

#include "ui/geometry.h"
#include "ui/widget_id.h"

namespace chibo {

class Ui;

/// Where each scroll area stands; kept by the Ui between frames.
class Scrolls {
public:
    struct State {
        float offset = 0; // Logical px scrolled off the top; outside 0…most in the soft end.
        float speed = 0; // Px per ms, of the finger or of momentum.
        float content = 0; // Height, as of the last frame.
        Rect view;
        std::int64_t moved_ms = -10'000; // When it last moved: the bar shows for a while after.
        std::int64_t seen_ms = 0;
        std::int64_t stepped_ms = 0;
        std::optional<float> reveal; // Jump here in the next frame.

        [[nodiscard]] float most() const { return content > view.h ? content - view.h : 0; }
    };

    [[nodiscard]] State& at(const WidgetId& id) { return m_states[id.value()]; }
    /// Scrolls an area by so many pixels (down is positive), kept inside: the step files' `scroll`,
    /// keys.
    void by(const WidgetId& id, float amount);
    /// Scrolls so that the top of the area's content is `offset`.
    void to(const WidgetId& id, float offset) { at(id).reveal = offset; }

private:
    std::unordered_map<std::uint64_t, State> m_states;
};

/// A clipped part of the screen whose content moves. Draw at `origin()`; say how high the content
/// was with `content()` before the scope ends.
/// ```
/// ScrollScope list(ui, "check_in.tiles", area);
/// Rect row {area.x, list.top(), area.w, 64};  … draw, row = row.moved(0, 64) …
/// list.content(row.y - list.top());
/// ```
class ScrollScope {
public:
    ScrollScope(Ui& ui, const WidgetId& id, const Rect& view);
    ~ScrollScope();
    ScrollScope(const ScrollScope&) = delete;
    ScrollScope& operator=(const ScrollScope&) = delete;

    /// The y at which the content begins: above the view when scrolled.
    [[nodiscard]] float top() const;
    /// The view moved to the content's top: `Rect rest = list.rect(); rest.cut_top(64);`
    [[nodiscard]] Rect rect() const { return {m_view.x, top(), m_view.w, 100'000}; }
    [[nodiscard]] bool shows(const Rect& row) const { return !row.clipped(m_view).empty(); }
    void content(float height);
    /// Who stood at the end stays there when area or content have changed; after `content()`.
    void stay_at_end();
    /// Keeps this part of the content in view from the next frame on (the current item, the caret).
    void reveal(const Rect& part);

private:
    void follow_finger();
    void run_on();
    void draw_bar();

    Ui& m_ui;
    WidgetId m_id;
    Rect m_view;
    Scrolls::State& m_state;
    bool m_was_at_end; // Of the last frame's area and content.
};

} // namespace chibo
