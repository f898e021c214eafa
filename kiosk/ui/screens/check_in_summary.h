// How many are here: the ring, the needed number in words, and the counts.
#pragma once

#include "meeting/attendance.h"
#include "ui/ui.h"

namespace chibo {

/// The card beside the tiles. `roomy`: the clerk's, which is higher.
void draw_summary_card(Ui& ui, const Rect& card, const Attendance& room, bool roomy);
inline constexpr float summary_card_height = 488;
inline constexpr float summary_card_height_roomy = 528;
/// "5/7" and how many are missing, in one chip, for a low screen; gives what it took.
Rect draw_summary_chip(Ui& ui, Point corner, const Attendance& room);
/// The card above the tiles, 160 high, under this title.
void draw_summary_strip(
    Ui& ui, const Rect& card, const Attendance& room, const char* title_key = "check_in.title");
inline constexpr float summary_strip_height = 160;

} // namespace chibo
