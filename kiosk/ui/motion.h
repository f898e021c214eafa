// What moves: a value by widget id that goes to its target in a given time. Nothing blinks, bounces
// or loops.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "ui/pace.h"
#include "ui/widget_id.h"

namespace chibo {

enum class Curve { Linear, CubicOut, CubicIn };

class Motion {
public:
    /// The value on its way to `target`; the first time it is there at once. Duration 0 where
    /// motion is reduced.
    float to(const WidgetId& id, float target, int duration_ms, Curve curve = Curve::CubicOut);
    /// The same, but a new value starts from `from`: a sheet that comes in.
    float from_to(const WidgetId& id, float from, float target, int duration_ms,
        Curve curve = Curve::CubicOut);
    /// Forgets, so that from_to starts anew.
    void forget(const WidgetId& id) { m_values.erase(id.value()); }
    void reduce(bool reduced) { m_reduced = reduced; }
    [[nodiscard]] bool reduced() const { return m_reduced; }
    void begin_frame(std::int64_t now_ms, Pace& pace);

private:
    struct Value {
        float start = 0;
        float target = 0;
        std::int64_t since_ms = 0;
        std::int64_t seen_ms = 0;
    };
    std::unordered_map<std::uint64_t, Value> m_values;
    std::int64_t m_now_ms = 0;
    Pace* m_pace = nullptr; // Of the frame; set by begin_frame.
    bool m_reduced = false;
};

} // namespace chibo
