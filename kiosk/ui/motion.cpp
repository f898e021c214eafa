#include "ui/motion.h"

#include <cmath>

namespace chibo {

namespace {

float eased(Curve curve, float share)
{
    switch (curve) {
    case Curve::CubicOut:
        return 1 - std::pow(1 - share, 3.0F);
    case Curve::CubicIn:
        return std::pow(share, 3.0F);
    case Curve::Linear:
        break;
    }
    return share;
}

} // namespace

void Motion::begin_frame(std::int64_t now_ms, Pace& pace)
{
    m_now_ms = now_ms;
    m_pace = &pace;
    // What has not been drawn for a minute starts anew when it comes back.
    std::erase_if(
        m_values, [&](const auto& entry) { return now_ms - entry.second.seen_ms > 60'000; });
}

float Motion::to(const WidgetId& id, float target, int duration_ms, Curve curve)
{
    return from_to(id, target, target, duration_ms, curve);
}

float Motion::from_to(const WidgetId& id, float from, float target, int duration_ms, Curve curve)
{
    if (m_reduced)
        duration_ms = 0;
    const auto [found, fresh]
        = m_values.try_emplace(id.value(), Value {from, target, m_now_ms, m_now_ms});
    Value& value = found->second;
    const auto now = [&] {
        if (duration_ms <= 0)
            return value.target;
        const float share
            = static_cast<float>(m_now_ms - value.since_ms) / static_cast<float>(duration_ms);
        return share >= 1 ? value.target
                          : value.start + (value.target - value.start) * eased(curve, share);
    };
    value.seen_ms = m_now_ms;
    if (!fresh && value.target != target)
        value = {now(), target, m_now_ms, m_now_ms};
    if (value.start != value.target && m_now_ms - value.since_ms < duration_ms && m_pace != nullptr)
        m_pace->again(m_now_ms + 16, Why::Motion);
    return now();
}

} // namespace chibo
