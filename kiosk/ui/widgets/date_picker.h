// A month of days, Monday first, and a time that is moved by five minutes.
#pragma once

#include <optional>
#include <string_view>

#include "meeting/dates.h"
#include "ui/draw.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

/// Which month is shown; lives in the screen.
struct ShownMonth {
    int year = 0;
    int month = 0;
};

struct DatePickerLook {
    std::optional<Date> chosen {};
    std::optional<Date> earliest {}; // Days before it can't be chosen.
    bool framed = true; // On a card of its own.
};

/// The height it takes for the month: five rows of days, or six.
[[nodiscard]] float date_picker_height(const ShownMonth& month);
inline constexpr float date_picker_width = 466;
/// The day that was touched.
std::optional<Date> date_picker(
    Ui& ui, const WidgetId& id, const Rect& rect, ShownMonth& month, const DatePickerLook& look);

/// The time large, below it minus and plus five minutes; true when it moved. 136 high.
bool time_stepper(Ui& ui, const WidgetId& id, const Rect& rect, UnixMs& at);

} // namespace chibo
