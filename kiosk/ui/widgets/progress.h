// Bars, progress rows and the steps of a process.
#pragma once

#include <span>
#include <string_view>

#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

/// 8 px, rounded; `share` from 0 to 1.
void bar(Ui& ui, const Rect& rect, float share, Color color);

/// Icon, what is done, percentage, bar, what is left, stop button; 90 high.
struct ProgressRow {
    Icon icon = icons::file_upload;
    std::string_view words {};
    int percent = 0;
    std::string_view left {};
    std::string_view stop {}; // What its button is called; empty: none.
};
/// The press is the stop button's.
Press progress_row(Ui& ui, const WidgetId& id, const Rect& rect, const ProgressRow& look);

enum class StepState { Done, Now, Later };
struct Step {
    std::string_view words;
    StepState state = StepState::Later;
    Icon icon {}; // Default: a check when done, an empty circle else.
};
/// A row of steps with lines between: "Soạn — Chờ ký — Khóa".
void steps(Ui& ui, const Rect& rect, std::span<const Step> row);

} // namespace chibo
