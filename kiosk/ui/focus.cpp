#include "ui/focus.h"

#include <algorithm>

namespace chibo {

bool Focus::offer(const WidgetId& id, const Rect& rect, const Rect& clip, int layer)
{
    m_offers.push_back({id, layer});
    if (id != m_focus || layer < m_top_layer)
        return false;
    m_focus_drawn = true;
    m_focus_rect = rect;
    m_focus_clip = clip;
    return true;
}

void Focus::begin_frame(int top_layer)
{
    m_order = std::move(m_offers);
    m_offers.clear();
    m_top_layer = top_layer;
    std::erase_if(m_order, [&](const Offer& offer) { return offer.layer < top_layer; });
    m_focus_drawn = false;
    m_text = m_text_now;
    m_text_now.reset();
}

void Focus::step(int by)
{
    if (m_order.empty())
        return;
    const auto count = static_cast<int>(m_order.size());
    const auto now = std::ranges::find(m_order, m_focus, &Offer::id);
    int next = by > 0 ? 0 : count - 1;
    if (now != m_order.end())
        next = (static_cast<int>(now - m_order.begin()) + by + count) % count;
    m_focus = m_order[static_cast<std::size_t>(next)].id;
}

std::optional<Rect> Focus::outline() const
{
    if (!m_outline || !m_focus_drawn)
        return std::nullopt;
    return m_focus_rect;
}

} // namespace chibo
