// One frame from input to pixels.
#pragma once

#include <functional>

#include "ui/surface.h"
#include "ui/ui.h"

namespace chibo {

/// Draws one frame on the surface: `draw` fills the Ui's list. `now_ms` is the interface's own
/// time.
void draw_frame(
    Surface& surface, Ui& ui, float scale, std::int64_t now_ms, const std::function<void()>& draw);

} // namespace chibo
