// Rings: how many of the needed are here, and how much of the planned time is used.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "meeting/agenda.h"
#include "ui/text.h"
#include "ui/widget_id.h"

namespace chibo {

class Ui;

/// The bare ring: a track and an arc from 12 o'clock with round ends.
struct RingLook {
    float stroke = 16;
    float share = 0; // Of the whole turn.
    Color color {};
};
void ring(Ui& ui, const WidgetId& id, const Rect& square, const RingLook& look);

/// Number in the centre, word below it, the needed number as a tick across the ring.
struct CounterRing {
    int count = 0;
    int of = 0;
    int needed = 0; // 0: no tick.
    std::string_view word {};
    float stroke = 16;
    TextStyle style = type::counter;
    bool green_when_reached = true;
};
void counter_ring(Ui& ui, const WidgetId& id, const Rect& square, const CounterRing& look);

/// Up to 80 % of the planned time, up to all of it, over it; or standing still.
[[nodiscard]] TimerPhase timer_phase(std::int64_t used_ms, std::int64_t planned_ms);

struct TimerRing {
    std::int64_t used_ms = 0;
    std::int64_t planned_ms = 0;
    bool paused = false;
    std::string_view word {}; // "còn lại", "quá giờ", "Tạm dừng".
    float stroke = 16;
    TextStyle style = type::timer;
};
/// The number is the distance from the limit: "8:46" before, "+2:14" after.
void timer_ring(Ui& ui, const Rect& square, const TimerRing& look);
[[nodiscard]] Color timer_ink(const Theme& theme, TimerPhase phase);
[[nodiscard]] std::string timer_text(std::int64_t used_ms, std::int64_t planned_ms);

/// A small countdown on the ink bar of a toast: seconds left, the arc shrinking.
void countdown_ring(Ui& ui, const Rect& square, std::int64_t left_ms, std::int64_t whole_ms);

} // namespace chibo
