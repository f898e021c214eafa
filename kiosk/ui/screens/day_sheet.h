// A day, chosen on a sheet of its own.
#pragma once

#include <optional>
#include <string_view>

#include "ui/ui.h"
#include "ui/widgets/date_picker.h"

namespace chibo {

enum class DaysOffered { FromToday, All };

struct DayAsked {
    std::optional<Date> chosen {};
    DaysOffered offered = DaysOffered::FromToday;
};

/// Draws the sheet while there is a month to show; the day that was touched. A choice or closing
/// takes the month away.
[[nodiscard]] std::optional<Date> day_sheet(Ui& ui, const WidgetId& id, std::string_view title,
    std::optional<ShownMonth>& month, const DayAsked& asked);

} // namespace chibo
