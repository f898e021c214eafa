// One contact of a touch screen, in device pixels: what the window reads from the system, or a test
// plays.
#pragma once

#include "ui/touch.h"

namespace chibo {

struct FingerEvent {
    PointerEvent::Kind kind = PointerEvent::Kind::Move;
    int finger = 1; // From 1 on; the same number until it is lifted.
    Point at;
    float width_mm = 0; // 0 where the screen does not say.
};

/// Wider contacts are palms, and do nothing.
inline constexpr float palm_mm = 25;

} // namespace chibo
