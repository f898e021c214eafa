// What a list shows when it has nothing to show: empty, loading, failed.
#pragma once

#include <string_view>

#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

/// A large icon, what is missing, what to do, one button. Drawn in the middle.
struct EmptyState {
    Icon icon {};
    std::string_view title {};
    std::string_view advice {};
    std::string_view button {}; // Empty: none.
    Icon button_icon = icons::add;
    float above_title = 2;
    float above_button = 8;
};
Press empty_state(Ui& ui, const WidgetId& id, const Rect& rect, const EmptyState& look);

/// Grey shapes of a row to come, with "Đang tải" at the right end. Draw nothing for the first 150
/// ms.
void loading_row(Ui& ui, const Rect& rect, std::string_view word);

/// A red strip in place, 80 high: what failed, what is safe, and a button to try again.
struct ErrorState {
    Icon icon = icons::report_problem;
    std::string_view failed {};
    std::string_view safe {};
    std::string_view button {};
};
Press error_state(Ui& ui, const WidgetId& id, const Rect& rect, const ErrorState& look);

} // namespace chibo
