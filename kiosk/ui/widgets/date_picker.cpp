#include "ui/widgets/date_picker.h"

#include <array>
#include <string>

#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

namespace chibo {
namespace {

constexpr float cell = 64;
constexpr float cap = 56;
constexpr float weekday_height = 40;
constexpr float frame = 9; // Border and padding.

int rows_of(const ShownMonth& month)
{
    const int before = weekday({month.year, month.month, 1});
    return (before + days_in_month(month.year, month.month) + 6) / 7;
}

void step(ShownMonth& month, int by)
{
    const Date moved = plus_months({month.year, month.month, 1}, by);
    month = {moved.year, moved.month};
}

void draw_head(Ui& ui, const WidgetId& id, Rect head, ShownMonth& month)
{
    if (icon_button(ui, WidgetId(id, "before"), head.cut_left(space::touch), icons::chevron_left,
            ui.tr("date_picker.before")))
        step(month, -1);
    if (icon_button(ui, WidgetId(id, "after"), head.cut_right(space::touch), icons::chevron_right,
            ui.tr("date_picker.after")))
        step(month, 1);
    const std::string title = ui.tr("date_picker.title",
        {{"month", std::to_string(month.month)}, {"year", std::to_string(month.year)}});
    text(ui, head, title, {.style = type::name, .color = ui.theme().ink, .align = Align::Centre});
}

void draw_weekdays(Ui& ui, const Rect& row)
{
    static constexpr std::array<const char*, 7> days {"date_picker.mon", "date_picker.tue",
        "date_picker.wed", "date_picker.thu", "date_picker.fri", "date_picker.sat",
        "date_picker.sun"};
    std::size_t at = 0;
    for (const Rect& column : row.columns(7, 0))
        text(ui, column, ui.tr(days.at(at++)),
            {.style = type::caption, .color = ui.theme().ink2, .align = Align::Centre});
}

bool draw_day(Ui& ui, const WidgetId& id, const Rect& slot, Date day, const DatePickerLook& look)
{
    const Theme& theme = ui.theme();
    const bool off = look.earliest && day < *look.earliest;
    const bool chosen = look.chosen == day;
    const std::string number = std::to_string(day.day);
    const Press pressed
        = press(ui, WidgetId(id, number), slot, number, off ? Enabled::No : Enabled::Yes);
    const float side = std::min(cap, slot.w - 4);
    Box look_of {.fill = pressed.down ? theme.sunk : theme.card,
        .border = theme.edge,
        .stroke = stroke::card,
        .radius = radius::button};
    if (off)
        look_of = {.radius = radius::button};
    if (chosen)
        look_of = {.fill = theme.reds.tint,
            .border = theme.red,
            .stroke = stroke::button,
            .radius = radius::button};
    const Rect at = slot.centred({side, cap});
    box(ui, at, look_of);
    text(ui, at, number,
        {.style = chosen ? type::field.bold() : type::field,
            .color = chosen ? theme.reds.ink
                : off       ? theme.ink2
                            : theme.ink,
            .align = Align::Centre});
    return pressed.released;
}

} // namespace

float date_picker_height(const ShownMonth& month)
{
    return 2 * frame + space::touch + 8 + weekday_height
        + cell * static_cast<float>(rows_of(month));
}

std::optional<Date> date_picker(
    Ui& ui, const WidgetId& id, const Rect& rect, ShownMonth& month, const DatePickerLook& look)
{
    if (look.framed)
        card(ui, rect);
    Rect rest = rect.inset(frame);
    draw_head(ui, id, rest.cut_top(space::touch, 8), month);
    draw_weekdays(ui, rest.cut_top(weekday_height));
    const int before = weekday({month.year, month.month, 1});
    const float width = rest.w / 7;
    std::optional<Date> touched;
    for (int day = 1; day <= days_in_month(month.year, month.month); ++day) {
        const Point at = grid_place(static_cast<std::size_t>(before + day) - 1, 7);
        const Rect slot {rest.x + at.x * width, rest.y + at.y * cell, width, cell};
        const Date date {month.year, month.month, day};
        if (draw_day(ui, id, slot, date, look))
            touched = date;
    }
    return touched;
}

bool time_stepper(Ui& ui, const WidgetId& id, const Rect& rect, UnixMs& at)
{
    constexpr UnixMs five_minutes = 5 * 60 * 1000;
    Rect rest = rect;
    const Rect shown = rest.cut_top(space::touch, 8);
    well(ui, shown, radius::button);
    text(ui, shown, hm(at),
        {.style = type::title,
            .color = ui.theme().ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
    Rect buttons = rest.cut_top(space::touch);
    const Rect minus = buttons.cut_left((buttons.w - 8) / 2, 8);
    const UnixMs before = at;
    const ButtonLook look {.digits = Digits::Tabular};
    if (button(ui, WidgetId(id, "minus"), minus, ui.tr("date_picker.minus"), look))
        at -= five_minutes;
    if (button(ui, WidgetId(id, "plus"), buttons, ui.tr("date_picker.plus"), look))
        at += five_minutes;
    return at != before;
}

} // namespace chibo
