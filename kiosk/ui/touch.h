// Fingers: what a press, a drag and a scroll are (ui specification, 5). One finger leads; a further
// one is a resting hand, except on keys, which two thumbs type, and on a page, which two scale.
// What a finger hit is looked up in what the last frame drew, since that is what the person saw.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ui/seen.h"

namespace chibo {

class Ui;

/// One thing that a finger or the mouse did, in logical pixels.
struct PointerEvent {
    enum class Kind {
        Move,
        Down,
        Up,
        Cancel, // It was no finger after all: a palm.
    } kind
        = Kind::Move;
    Point at;
    int finger = 0; // 0: the mouse; the screen numbers its contacts from 1.
};

/// What two fingers on one page did in this frame.
struct Pinch {
    float factor = 1; // How much further apart they are now.
    Point middle; // Between them, now.
    Point moved; // Of the middle.
};

class Touch {
public:
    static constexpr float slide_off = 16; // Sliding further off a target cancels.
    static constexpr float drag_start = 10; // From here on a drag scrolls.
    static constexpr std::int64_t guard_ms = 300; // Two touches within count as one.
    static constexpr std::int64_t long_press_ms = 500;

    /// Takes the events since the last frame; `seen` is what that frame drew.
    void begin(const Seen& seen, std::span<const PointerEvent> events, std::int64_t now_ms);

    [[nodiscard]] bool down() const { return m_down; }
    [[nodiscard]] Point at() const { return m_at; }
    [[nodiscard]] Point began_at() const { return m_began_at; }
    [[nodiscard]] std::int64_t held_ms(std::int64_t now_ms) const
    {
        return m_down ? now_ms - m_began_ms : 0;
    }
    /// The finger went down, or came up, in this frame.
    [[nodiscard]] bool pressed_now() const { return m_pressed_now; }
    [[nodiscard]] bool released_now() const { return m_released_now; }

    /// Something was touched and let go in this frame.
    [[nodiscard]] bool acted() const { return !m_released.empty(); }
    /// The widget that has the finger, and whether the finger is (nearly) on it.
    [[nodiscard]] bool has(const WidgetId& id) const { return !m_active.none() && m_active == id; }
    [[nodiscard]] bool inside() const { return m_inside; }
    /// The widget that was touched and let go in this frame, or pressed by a key.
    [[nodiscard]] bool released(const WidgetId& id) const
    {
        return std::find(m_released.begin(), m_released.end(), id) != m_released.end();
    }
    /// All of them, in the order of the fingers: two thumbs may be faster than a frame.
    [[nodiscard]] std::span<const WidgetId> released() const { return m_released; }
    /// The scroll area that follows the finger, and by how much in this frame.
    [[nodiscard]] bool scrolls(const WidgetId& id) const
    {
        return !m_scrolling.none() && m_scrolling == id;
    }
    [[nodiscard]] bool touched_scroll(const WidgetId& id) const
    {
        return m_pressed_now && m_scroll_under == id;
    }
    [[nodiscard]] Point moved() const { return m_moved; }
    /// Where the finger has been in this frame while a Drag widget had it.
    [[nodiscard]] std::span<const Point> trail() const { return m_trail; }

    /// While a second finger is down on a Drag widget that is pinched.
    [[nodiscard]] const std::optional<Pinch>& pinch() const { return m_pinch; }
    /// A drag begins: the finger came down, or is again alone after a pinch.
    [[nodiscard]] bool gripped_now() const { return m_gripped_now; }

    /// As if touched: Enter on the focus, `tap` of a step file on something hidden by nothing.
    void release_by_key(const WidgetId& id) { m_released_next.push_back(id); }
    /// Drops the finger: a long press that opened something must not also press.
    void cancel() { m_active = {}; }
    /// Step files tap twice without time going by.
    void end_guard() { m_guarded = {}; }
    /// A mouse wheel over the pointer, in lines; 0 in most frames.
    [[nodiscard]] float wheel() const { return m_wheel; }
    void set_wheel(float lines) { m_wheel = lines; }
    [[nodiscard]] bool over_scroll(const WidgetId& id) const { return m_scroll_over == id; }

private:
    void take(const Seen& seen, const PointerEvent& event, std::int64_t now_ms);
    void press(const Seen& seen, const PointerEvent& event, std::int64_t now_ms);
    void move(const Seen& seen, Point at, std::int64_t now_ms);
    void slide(const Seen& seen, std::int64_t now_ms);
    void release(const Seen& seen, Point at, std::int64_t now_ms);
    /// Takes what concerns the second finger of a pinch; true if it did.
    [[nodiscard]] bool take_second(const PointerEvent& event);
    void grip_alone(Point at);

    bool m_down = false;
    bool m_pressed_now = false;
    bool m_released_now = false;
    bool m_gripped_now = false;
    bool m_inside = false;
    int m_finger = 0; // The one that leads.
    Point m_at;
    Point m_began_at;
    std::optional<int> m_second_finger; // Of a pinch.
    Point m_second_at;
    std::optional<Pinch> m_pinch;
    Point m_moved;
    std::int64_t m_began_ms = 0;
    WidgetId m_active;
    TouchKind m_active_kind = TouchKind::Press;
    bool m_active_quick = false;
    bool m_active_pinched = false;
    Rect m_active_rect;
    WidgetId m_scroll_under; // Under the finger when it came down.
    WidgetId m_scroll_over; // Under the pointer now.
    WidgetId m_scrolling;
    std::vector<WidgetId> m_released;
    std::vector<WidgetId> m_released_next;
    WidgetId m_guarded;
    std::int64_t m_guarded_until_ms = 0;
    float m_wheel = 0;
    std::vector<Point> m_trail;
};

/// What a touchable sees of the finger in this frame.
struct Press {
    bool down = false; // Drawn pressed: the finger is on it.
    bool held_long = false; // 500 ms, once: a shortcut to something that also has a button.
    bool focused = false;
    bool released = false;

    /// Act now.
    explicit operator bool() const { return released; }
};

enum class Enabled : bool { No, Yes };

/// Makes the rectangle touchable under its label, gives it a place in the Tab order and draws the
/// focus outline. The label is what `tap "…"` finds: the words a person reads on it.
Press press(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label,
    Enabled enabled = Enabled::Yes);

/// A handle or a pad: follows the finger from the first pixel.
struct Drag {
    bool started = false;
    bool active = false;
    bool dropped = false; // Let go in this frame.
    Point began_at;
    Point at;
    std::span<const Point> trail; // Every point of this frame, for strokes.
    std::optional<Pinch> pinch; // With Fingers::Two; `at` has no meaning meanwhile.
};
enum class Fingers : bool { One, Two };
Drag drag(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label,
    Fingers fingers = Fingers::One);

/// Swallows touches in the rectangle.
void block(Ui& ui, const WidgetId& id, const Rect& rect);

/// What is made inside lies on a layer of its own: nothing below it reacts.
class LayerScope {
public:
    explicit LayerScope(Ui& ui);
    ~LayerScope();
    LayerScope(const LayerScope&) = delete;
    LayerScope& operator=(const LayerScope&) = delete;

private:
    Ui& m_ui;
};

} // namespace chibo
