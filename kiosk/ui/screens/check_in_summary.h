// How many are here: the ring, the needed number in words, and the counts.
#pragma once

#include "meeting/attendance.h"
#include "ui/ui.h"

namespace chibo {

/// The card beside the tiles. `roomy`: the clerk's, which is higher.
void draw_summary_card(Ui& ui, const Rect& card, const Attendance& room, bool roomy);
/// The card above the tiles, 160 high.
void draw_summary_strip(Ui& ui, const Rect& card, const Attendance& room);
inline constexpr float summary_strip_height = 160;

} // namespace chibo
