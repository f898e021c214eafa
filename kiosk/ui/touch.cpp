#include "ui/touch.h"

#include <cmath>
#include <utility>

#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {

namespace {

float distance(const Rect& rect, Point at)
{
    const float dx = std::max({rect.x - at.x, 0.0F, at.x - rect.right()});
    const float dy = std::max({rect.y - at.y, 0.0F, at.y - rect.bottom()});
    return std::hypot(dx, dy);
}

/// The touchable under the finger: the last drawn that contains it, else the nearest whose 64 px
/// touch area does.
const Touchable* hit(const Seen& seen, Point at)
{
    const int layer = seen.top_layer();
    const auto& all = seen.touchables();
    const Touchable* nearest = nullptr;
    float nearest_distance = 0;
    for (auto touchable = all.rbegin(); touchable != all.rend(); ++touchable) {
        if (touchable->layer != layer || touchable->kind == TouchKind::Scroll
            || touchable->visible.empty())
            continue;
        if (touchable->visible.contains(at))
            return &*touchable;
        if (touchable->kind == TouchKind::Blocker)
            continue;
        const float away = distance(touchable->visible, at);
        if (touchable->visible.at_least(space::touch).contains(at)
            && (nearest == nullptr || away < nearest_distance)) {
            nearest = &*touchable;
            nearest_distance = away;
        }
    }
    return nearest;
}

WidgetId scroll_at(const Seen& seen, Point at)
{
    const int layer = seen.top_layer();
    const auto& all = seen.touchables();
    for (auto touchable = all.rbegin(); touchable != all.rend(); ++touchable) {
        if (touchable->layer == layer && touchable->kind == TouchKind::Scroll
            && touchable->visible.contains(at))
            return touchable->id;
    }
    return {};
}

/// Where two fingers are.
struct Pair {
    Point one, other;

    [[nodiscard]] Point middle() const { return {(one.x + other.x) / 2, (one.y + other.y) / 2}; }
    [[nodiscard]] float apart() const { return std::hypot(other.x - one.x, other.y - one.y); }
};

Pinch pinch_between(const Pair& before, const Pair& now)
{
    constexpr float too_near = 20; // Two contacts of one finger's width: no measure of anything.
    const Point middle = now.middle();
    return {.factor = std::max(now.apart(), too_near) / std::max(before.apart(), too_near),
        .middle = middle,
        .moved = {middle.x - before.middle().x, middle.y - before.middle().y}};
}

} // namespace

void Touch::begin(const Seen& seen, std::span<const PointerEvent> events, std::int64_t now_ms)
{
    m_pressed_now = m_released_now = m_gripped_now = false;
    m_released = std::exchange(m_released_next, {});
    m_moved = {};
    m_trail.clear();
    if (!m_down) {
        m_active = {};
        m_scrolling = {};
    }
    m_pinch.reset();
    const std::optional<int> second = m_second_finger;
    const Pair before {m_at, m_second_at};
    for (const PointerEvent& event : events)
        take(seen, event, now_ms);
    if (m_second_finger)
        m_pinch = pinch_between(
            second == m_second_finger ? before : Pair {m_at, m_second_at}, {m_at, m_second_at});
    m_scroll_over = scroll_at(seen, m_at);
}

void Touch::take(const Seen& seen, const PointerEvent& event, std::int64_t now_ms)
{
    using Kind = PointerEvent::Kind;
    if (take_second(event))
        return;
    if (event.kind == Kind::Down) {
        press(seen, event, now_ms);
        return;
    }
    const bool leads = event.finger == m_finger;
    if (event.kind == Kind::Move && (leads || !m_down))
        move(seen, event.at, now_ms);
    if (!leads || !m_down)
        return;
    if (event.kind == Kind::Up) {
        release(seen, event.at, now_ms);
    } else if (event.kind == Kind::Cancel) {
        m_down = false;
        m_released_now = true;
        m_active = m_scrolling = {};
    }
}

bool Touch::take_second(const PointerEvent& event)
{
    using Kind = PointerEvent::Kind;
    const bool pinched = m_down && !m_active.none() && m_active_pinched;
    if (event.kind == Kind::Down && pinched && !m_second_finger && event.finger != m_finger) {
        m_second_finger = event.finger;
        m_second_at = event.at;
        return true;
    }
    if (!m_second_finger)
        return false;
    const bool lifted = event.kind == Kind::Up || event.kind == Kind::Cancel;
    if (event.finger == *m_second_finger) {
        m_second_at = event.at;
        if (lifted)
            grip_alone(m_at);
        return true;
    }
    if (event.finger == m_finger && lifted) {
        m_finger = *m_second_finger;
        grip_alone(m_second_at);
        return true;
    }
    return false;
}

/// The finger that stays takes the drag on from where it is.
void Touch::grip_alone(Point at)
{
    m_second_finger.reset();
    m_at = m_began_at = at;
    m_gripped_now = true;
}

void Touch::press(const Seen& seen, const PointerEvent& event, std::int64_t now_ms)
{
    const Point at = event.at;
    const Touchable* touched = hit(seen, at);
    if (m_down && event.finger != m_finger) {
        // The next thumb is down before the last one is up: that key is meant. Any other second
        // contact is a hand that rests on the glass.
        if (!m_active_quick || touched == nullptr || !touched->quick)
            return;
        if (!m_active.none())
            m_released.push_back(m_active);
    }
    m_finger = event.finger;
    m_down = m_pressed_now = m_gripped_now = m_inside = true;
    m_at = m_began_at = at;
    m_began_ms = now_ms;
    m_scroll_under = scroll_at(seen, at);
    m_scrolling = m_active = {};
    m_active_quick = m_active_pinched = false;
    m_second_finger.reset();
    if (touched == nullptr)
        return;
    m_active_kind = touched->kind;
    m_active_quick = touched->quick;
    m_active_pinched = touched->pinched;
    m_active_rect = touched->quick ? touched->visible : touched->visible.at_least(space::touch);
    if (touched->enabled && touched->kind != TouchKind::Blocker
        && !(touched->id == m_guarded && now_ms < m_guarded_until_ms))
        m_active = touched->id;
    if (touched->kind == TouchKind::Drag)
        m_trail.push_back(at);
}

void Touch::move(const Seen& seen, Point at, std::int64_t now_ms)
{
    const Point by {at.x - m_at.x, at.y - m_at.y};
    m_at = at;
    if (!m_down)
        return;
    if (m_active_quick) {
        slide(seen, now_ms);
        return;
    }
    if (m_active_kind == TouchKind::Drag && !m_active.none()) {
        m_trail.push_back(at);
        return;
    }
    if (!m_scrolling.none()) {
        m_moved.x += by.x;
        m_moved.y += by.y;
        return;
    }
    if (!m_scroll_under.none() && std::abs(at.y - m_began_at.y) > drag_start) {
        m_scrolling = m_scroll_under;
        m_moved.y += at.y - m_began_at.y;
        m_active = {};
        return;
    }
    m_inside = distance(m_active_rect, at) <= slide_off;
    if (!m_inside)
        m_active = {};
}

/// From key to key; off the keyboard cancels, until the finger comes back.
void Touch::slide(const Seen& seen, std::int64_t now_ms)
{
    constexpr float wobble = 4; // A finger that only rolls stays on its key.
    if (!m_active.none() && distance(m_active_rect, m_at) <= wobble)
        return;
    const Touchable* under = hit(seen, m_at);
    m_inside = under != nullptr && under->quick;
    if (!m_inside) {
        m_active = {};
        return;
    }
    m_active = under->id;
    m_active_rect = under->visible;
    m_began_ms = now_ms; // Held from now on.
}

void Touch::release(const Seen& seen, Point at, std::int64_t now_ms)
{
    move(seen, at, now_ms);
    m_down = false;
    m_released_now = true;
    if (m_active.none() || m_active_kind != TouchKind::Press)
        return;
    m_released.push_back(m_active);
    if (!m_active_quick) {
        m_guarded = m_active;
        m_guarded_until_ms = now_ms + guard_ms;
    }
    m_active = {};
}

Press press(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, Enabled enabled)
{
    const bool on = enabled == Enabled::Yes;
    ui.seen().touchable({.id = id,
        .kind = TouchKind::Press,
        .rect = rect,
        .visible = rect.clipped(ui.clip()),
        .label = std::string(label),
        .enabled = on});
    if (!on)
        return {};
    Press press;
    const Touch& touch = ui.touch();
    press.focused = ui.focus().offer(id, rect, ui.clip(), ui.seen().layer());
    press.down = touch.has(id) && touch.down() && touch.inside();
    press.released = touch.released(id);
    if (press.down) {
        const std::int64_t held = touch.held_ms(ui.now_ms());
        if (held < Touch::long_press_ms)
            ui.pace().again(ui.now_ms() + Touch::long_press_ms - held, Why::Input);
        else
            press.held_long = true;
    }
    return press;
}

Drag drag(Ui& ui, const WidgetId& id, const Rect& rect, std::string_view label, Fingers fingers)
{
    ui.seen().touchable({.id = id,
        .kind = TouchKind::Drag,
        .rect = rect,
        .visible = rect.clipped(ui.clip()),
        .label = std::string(label),
        .pinched = fingers == Fingers::Two});
    const Touch& touch = ui.touch();
    if (!touch.has(id))
        return {};
    return {.started = touch.gripped_now(),
        .active = touch.down(),
        .dropped = touch.released_now(),
        .began_at = touch.began_at(),
        .at = touch.at(),
        .trail = touch.trail(),
        .pinch = touch.pinch()};
}

void block(Ui& ui, const WidgetId& id, const Rect& rect)
{
    ui.seen().touchable(
        {.id = id, .kind = TouchKind::Blocker, .rect = rect, .visible = rect.clipped(ui.clip())});
}

LayerScope::LayerScope(Ui& ui) : m_ui(ui)
{
    ++m_ui.seen().m_layer;
}

LayerScope::~LayerScope()
{
    --m_ui.seen().m_layer;
}

} // namespace chibo
