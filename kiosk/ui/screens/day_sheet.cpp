#include "ui/screens/day_sheet.h"

#include "ui/text.h"
#include "ui/widgets/sheet.h"

namespace chibo {

std::optional<Date> day_sheet(Ui& ui, const WidgetId& id, std::string_view title,
    std::optional<ShownMonth>& month, const DayAsked& asked)
{
    if (!month)
        return std::nullopt;
    const float height = date_picker_height(*month);
    SheetScope sheet(ui, id, {date_picker_width + 80, height + 64 + 88});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(64, 8), title, {.style = type::heading, .color = ui.theme().ink});
    const auto earliest = asked.offered == DaysOffered::FromToday
        ? std::optional(date_of(ui.clock().now_ms()))
        : std::nullopt;
    const auto day = date_picker(ui, WidgetId(id, "days"), {inside.x, inside.y, inside.w, height},
        *month, {.chosen = asked.chosen, .earliest = earliest, .framed = false});
    if (day || sheet.closed())
        month.reset();
    return day;
}

} // namespace chibo
