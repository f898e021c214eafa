// Which widget the keyboard has: Tab order follows reading order (the order of drawing), Enter
// presses. And which field takes text, so that the on-screen keyboard comes up for it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/geometry.h"
#include "ui/widget_id.h"

namespace chibo {

/// What a field takes: a code shows dots and digits first, a text composes Vietnamese.
enum class TextKind { Text, Search, Code, Number };

struct TextTarget {
    WidgetId id;
    TextKind kind = TextKind::Text;
    Rect rect; // Kept above the on-screen keyboard.
    bool own_keys = false; // A keypad stands beside it: the keyboard stays away.
};

class Focus {
public:
    /// A widget offers itself in drawing order; true when it has the focus.
    bool offer(const WidgetId& id, const Rect& rect, const Rect& clip, int layer);
    [[nodiscard]] bool has(const WidgetId& id) const { return !id.none() && id == m_focus; }
    void give(const WidgetId& id) { m_focus = id; }
    void clear() { m_focus = {}; }
    [[nodiscard]] const WidgetId& id() const { return m_focus; }

    /// A text field that has the focus says so in each frame.
    void take_text(const TextTarget& target) { m_text_now = target; }
    /// The field that takes text, as of the last frame or, drawn already, this one.
    [[nodiscard]] const std::optional<TextTarget>& text() const
    {
        return m_text_now ? m_text_now : m_text;
    }

    void begin_frame(int top_layer);
    /// Tab and Shift+Tab.
    void step(int by);
    /// The outline is shown only while the keyboard leads.
    void show_outline(bool shown) { m_outline = shown; }
    /// Where to draw the outline in this frame.
    [[nodiscard]] std::optional<Rect> outline() const;
    [[nodiscard]] const Rect& clip() const { return m_focus_clip; }

private:
    struct Offer {
        WidgetId id;
        int layer = 0;
    };
    WidgetId m_focus;
    std::vector<Offer> m_offers; // Of the frame being drawn.
    std::vector<Offer> m_order; // Of the last frame.
    int m_top_layer = 0;
    bool m_outline = false;
    bool m_focus_drawn = false;
    Rect m_focus_rect;
    Rect m_focus_clip;
    std::optional<TextTarget> m_text;
    std::optional<TextTarget> m_text_now;
};

} // namespace chibo
