#include "ui/scroll.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {

namespace {

constexpr float soft_end = 48;
constexpr float friction = 0.95F; // Of the speed, each 16 ms.
constexpr float least_speed = 0.02F; // Px per ms; slower is at rest.
constexpr float wheel_line = 64;
constexpr std::int64_t bar_shown_ms = 700;

} // namespace

void Scrolls::by(const WidgetId& id, float amount)
{
    State& state = at(id);
    state.reveal = std::clamp(state.offset + amount, 0.0F, state.most());
}

ScrollScope::ScrollScope(Ui& ui, const WidgetId& id, const Rect& view) :
    m_ui(ui), m_id(id), m_view(view), m_state(ui.scrolls().at(id)),
    m_was_at_end(m_state.content > 0 && m_state.offset >= m_state.most())
{
    m_state.view = view;
    m_state.seen_ms = ui.now_ms();
    if (m_state.reveal) {
        m_state.offset = std::clamp(*m_state.reveal, 0.0F, m_state.most());
        m_state.reveal.reset();
        m_state.speed = 0;
        m_state.moved_ms = ui.now_ms();
    }
    follow_finger();
    // A list that has nothing to scroll leaves the finger to the page around it.
    const bool inside_another = !(ui.clip() == ui.bounds());
    if (!inside_another || m_state.most() > 0)
        ui.seen().touchable({.id = id,
            .kind = TouchKind::Scroll,
            .rect = view,
            .visible = view.clipped(ui.clip())});
    const Rect clip = view.clipped(ui.clip());
    ui.list().PushClipRect(
        {ui.px(clip.x), ui.px(clip.y)}, {ui.px(clip.right()), ui.px(clip.bottom())}, true);
    m_ui.push_clip(clip);
}

ScrollScope::~ScrollScope()
{
    m_ui.pop_clip();
    m_ui.list().PopClipRect();
    draw_bar();
}

float ScrollScope::top() const
{
    return m_view.y - std::round(m_state.offset);
}

void ScrollScope::content(float height)
{
    m_state.content = height + m_ui.under_toast(m_view);
    if (!m_ui.touch().scrolls(m_id) && std::abs(m_state.speed) < least_speed
        && m_state.offset > m_state.most() && m_state.most() == 0)
        m_state.offset = 0;
}

void ScrollScope::stay_at_end()
{
    if (!m_was_at_end || m_state.offset >= m_state.most())
        return;
    m_state.reveal = m_state.most();
    m_ui.pace().input();
}

void ScrollScope::reveal(const Rect& part)
{
    const float from = part.y - top();
    const float to = from + part.h;
    if (from < m_state.offset)
        m_state.reveal = from;
    else if (to > m_state.offset + m_view.h)
        m_state.reveal = to - m_view.h;
    if (m_state.reveal)
        m_ui.pace().input();
}

void ScrollScope::follow_finger()
{
    Touch& touch = m_ui.touch();
    const std::int64_t now = m_ui.now_ms();
    if (touch.touched_scroll(m_id))
        m_state.speed = 0;
    if (touch.scrolls(m_id)) {
        float by = -touch.moved().y;
        const bool outside = m_state.offset < 0 || m_state.offset > m_state.most();
        by *= outside ? 0.5F : 1.0F; // The end is soft.
        m_state.offset = std::clamp(m_state.offset + by, -soft_end, m_state.most() + soft_end);
        const auto passed = static_cast<float>(std::max<std::int64_t>(1, now - m_state.stepped_ms));
        m_state.speed = passed < 100 ? 0.6F * by / passed + 0.4F * m_state.speed : by / passed;
        m_state.stepped_ms = m_state.moved_ms = now;
        if (m_ui.motion().reduced())
            m_state.speed = 0;
        return;
    }
    if (touch.wheel() != 0 && touch.over_scroll(m_id)) {
        m_state.offset
            = std::clamp(m_state.offset - touch.wheel() * wheel_line, 0.0F, m_state.most());
        m_state.moved_ms = now;
    }
    run_on();
}

void ScrollScope::run_on()
{
    const std::int64_t now = m_ui.now_ms();
    const auto passed = static_cast<float>(std::min<std::int64_t>(50, now - m_state.stepped_ms));
    m_state.stepped_ms = now;
    const float inside = std::clamp(m_state.offset, 0.0F, m_state.most());
    if (m_state.offset != inside) {
        // Springs back; where motion is reduced, at once.
        const float share = m_ui.motion().reduced() ? 1.0F : 1 - std::pow(0.8F, passed / 16);
        m_state.offset += (inside - m_state.offset) * share;
        if (std::abs(m_state.offset - inside) < 0.5F)
            m_state.offset = inside;
        m_state.speed = 0;
    } else if (std::abs(m_state.speed) >= least_speed) {
        m_state.offset = std::clamp(
            m_state.offset + m_state.speed * passed, -soft_end, m_state.most() + soft_end);
        m_state.speed *= std::pow(friction, passed / 16);
        m_state.moved_ms = now;
    } else {
        m_state.speed = 0;
        return;
    }
    m_ui.pace().again(now + 16, Why::Motion);
}

void ScrollScope::draw_bar()
{
    const std::int64_t since = m_ui.now_ms() - m_state.moved_ms;
    if (since > bar_shown_ms || m_state.most() <= 0 || m_ui.motion().reduced())
        return;
    m_ui.pace().again(m_state.moved_ms + bar_shown_ms + 1, Why::Motion);
    const float length = std::max(32.0F, m_view.h * m_view.h / m_state.content);
    const float share = std::clamp(m_state.offset / m_state.most(), 0.0F, 1.0F);
    fill(m_ui, {m_view.right() - 6, m_view.y + share * (m_view.h - length), 4, length},
        m_ui.theme().edge.with_alpha(0.7F), 2);
}

} // namespace chibo
