#include "ui/screens/components_screen.h"

#include <array>
#include <cmath>

#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/ring.h"
#include "ui/widgets/states.h"
#include "ui/widgets/toast.h"

namespace chibo {
namespace {

constexpr std::int64_t minute_ms = 60'000;

struct Swatch {
    const char* name = nullptr;
    Color color;
    const char* hex = nullptr;
};

void draw_colors(Ui& ui, const Rect& where)
{
    const Theme& theme = ui.theme();
    const std::array<Swatch, 10> swatches {{{"components.paper", theme.paper, "#F6F3EC"},
        {"components.card", theme.card, "#FFFFFF"}, {"components.ink", theme.ink, "#1E2227"},
        {"components.ink2", theme.ink2, "#4A525C"}, {"components.edge", theme.edge, "#8A8272"},
        {"components.red", theme.red, "#A3211D"}, {"components.gold", theme.golds.solid, "#C2903A"},
        {"components.green", theme.greens.solid, "#1F7A4D"},
        {"components.amber", theme.ambers.solid, "#B25E09"},
        {"components.blue", theme.blues.solid, "#1F5FA8"}}};
    const Rect inside = card(ui, where).inset(21, 17);
    for (std::size_t i = 0; i < swatches.size(); ++i) {
        const Swatch& swatch = swatches.at(i);
        const Point at = grid_place(i, 5);
        Rect cell {inside.x + at.x * 114, inside.y + at.y * 120, 104, 104};
        const bool pale = i < 2;
        box(ui, cell.cut_top(56, 2),
            {.fill = swatch.color,
                .border = pale ? theme.line : Color {},
                .stroke = pale ? stroke::card : 0,
                .radius = 8});
        text(ui, cell.cut_top(24), ui.tr(swatch.name),
            {.style = type::caption.with_line(24), .color = theme.ink});
        text(ui, cell, swatch.hex,
            {.style = type::caption.with_line(22), .color = theme.ink2, .digits = Digits::Tabular});
    }
}

/// Buttons one after the other, wrapped by hand as the picture has them.
class Flow {
public:
    Flow(Ui& ui, Point at, float gap) : m_ui(ui), m_left(at.x), m_at(at), m_gap(gap) {}
    Rect next(float width, float height)
    {
        const Rect rect {m_at.x, m_at.y, width, height};
        m_at.x += width + m_gap;
        return rect;
    }
    void break_line(float height) { m_at = {m_left, m_at.y + height + m_gap}; }
    void button(const char* key, const ButtonLook& look, float pressed = 0)
    {
        const std::string label = m_ui.tr(key);
        const Rect rect = next(button_width(m_ui, label, look), button_height);
        if (pressed > 0)
            draw_button(m_ui, rect, label, look, pressed);
        else
            (void)chibo::button(m_ui, key, rect, label, look);
    }
    void chip(const char* key, Tone tone, Icon icon)
    {
        const std::string label = m_ui.tr(key);
        const ChipLook look {.tone = tone, .icon = icon};
        m_at.x += chibo::chip(m_ui, m_at, label, look).w + m_gap;
    }

private:
    Ui& m_ui;
    float m_left;
    Point m_at;
    float m_gap;
};

void draw_buttons(Ui& ui, const Rect& where)
{
    card(ui, where);
    Flow flow(ui, {where.x + 21, where.y + 28}, 12);
    flow.button("components.primary", {.kind = ButtonKind::Primary, .icon = icons::check_circle});
    flow.button(
        "components.pressed", {.kind = ButtonKind::Primary, .icon = icons::check_circle}, 1);
    flow.button("components.secondary", {.icon = icons::undo});
    flow.break_line(button_height);
    flow.button("components.text",
        {.kind = ButtonKind::Text, .icon = icons::chevron_right, .side = IconSide::After});
    flow.button("components.off", {.kind = ButtonKind::Off, .icon = icons::lock});
    flow.button("components.caution", {.kind = ButtonKind::Caution, .icon = icons::trash});
    flow.break_line(button_height);
    (void)icon_button(
        ui, "components.close", flow.next(64, 64), icons::close, ui.tr("components.close"));
    const std::string chosen = ui.tr("components.chosen");
    const PickerLook look {.chosen = true, .icon = icons::check, .padding = 17};
    (void)picker(
        ui, "components.chosen", flow.next(picker_width(ui, chosen, look), 64), chosen, look);
}

void draw_chips(Ui& ui, const Rect& where)
{
    card(ui, where);
    Flow flow(ui, {where.x + 21, where.y + 14}, 8);
    flow.chip("components.chip_present", Tone::Green, icons::check_circle);
    flow.chip("components.chip_expected", Tone::Neutral, icons::schedule);
    flow.chip("components.chip_excused", Tone::Amber, icons::event_busy);
    flow.break_line(36);
    flow.chip("components.chip_overdue", Tone::Red, icons::error);
    flow.chip("components.chip_information", Tone::Blue, icons::info);
    flow.chip("components.chip_conclusion", Tone::Gold, icons::gavel);
    flow.break_line(36);
    flow.chip("components.chip_offline", Tone::Neutral, icons::cloud_off);
}

void draw_rings(Ui& ui, const Rect& where)
{
    constexpr float side = 96;
    constexpr float stroke = 10;
    constexpr std::int64_t planned = 20 * minute_ms;
    const Rect inside = card(ui, where).inset(25, 28);
    const auto place = [&](int i) {
        return Rect {
            inside.x + static_cast<float>(i) * (inside.w - side) / 4, inside.y, side, side};
    };
    for (const int i : {0, 1})
        counter_ring(ui, WidgetId("components.counter", static_cast<std::uint64_t>(i)), place(i),
            {.count = 5 * i, .of = 7, .stroke = stroke, .style = type::label});
    const std::array<std::int64_t, 3> used {12 * minute_ms, 18 * minute_ms, planned + 134'000};
    for (int i = 0; i < 3; ++i)
        timer_ring(ui, place(2 + i),
            {.used_ms = used.at(static_cast<std::size_t>(i)),
                .planned_ms = planned,
                .stroke = stroke,
                .style = type::label});
}

void draw_loading_and_error(Ui& ui, const Rect& where)
{
    Rect inside = card(ui, where).inset(21, 17);
    loading_row(ui, inside.cut_top(64, 16), ui.tr("states.loading"));
    rule(ui, {inside.x, inside.y}, inside.w, ui.theme().line);
    inside.cut_top(17);
    const std::string failed = ui.tr("components.not_sent");
    const std::string safe = ui.tr("components.not_sent_safe");
    const std::string again = ui.tr("states.again");
    (void)error_state(ui, "components.error", inside.cut_top(80),
        {.icon = icons::cloud_off, .failed = failed, .safe = safe, .button = again});
}

} // namespace

ComponentsScreen::ComponentsScreen(Page page) : m_page(page)
{
    // The stroke of the third picture, drawn at an even speed.
    static constexpr std::array<Point, 40> path {
        {{10, 96}, {28, 66}, {52, 6}, {62, 16}, {74, 30}, {24, 104}, {32, 104}, {44, 98}, {56, 56},
            {68, 58}, {78, 62}, {66, 98}, {78, 96}, {92, 94}, {98, 48}, {110, 50}, {120, 54},
            {108, 94}, {122, 94}, {140, 92}, {152, 44}, {164, 46}, {174, 50}, {160, 98}, {176, 96},
            {206, 92}, {226, 8}, {236, 12}, {244, 20}, {206, 94}, {222, 94}, {242, 92}, {254, 54},
            {268, 58}, {278, 64}, {262, 96}, {282, 90}, {312, 80}, {340, 58}, {400, 56}}};
    constexpr float ms_a_px = 1.9F;
    Stroke stroke;
    for (const Point& point : curve_points(path)) {
        StrokePoint next {point.x + 94, point.y + 46, 0};
        if (!stroke.empty())
            next.t_ms = stroke.back().t_ms
                + static_cast<int>(
                    ms_a_px * std::hypot(next.x - stroke.back().x, next.y - stroke.back().y));
        stroke.push_back(next);
    }
    m_pad.set_strokes({560, 200, {stroke}});
}

void ComponentsScreen::draw(Ui& ui, Commands&)
{
    fill(ui, ui.bounds(), ui.theme().paper);
    if (m_page == Page::Looks) {
        draw_looks(ui);
    } else if (m_page == Page::States) {
        draw_states_left(ui);
        draw_states_right(ui);
    } else {
        draw_inputs_left(ui);
        draw_inputs_right(ui);
    }
}

void ComponentsScreen::draw_looks(Ui& ui)
{
    draw_colors(ui, {24, 16, 604, 272});
    draw_buttons(ui, {652, 16, 604, 272});
    draw_chips(ui, {24, 304, 604, 152});
    draw_rings(ui, {652, 304, 604, 152});
    const Rect empty = card(ui, {24, 472, 604, 216});
    const std::string title = ui.tr("components.no_meeting");
    const std::string advice = ui.tr("components.no_meeting_advice");
    const std::string make = ui.tr("components.make_meeting");
    (void)empty_state(ui, "components.empty", empty,
        {.icon = icons::event_available,
            .title = title,
            .advice = advice,
            .button = make,
            .above_button = 10});
    draw_loading_and_error(ui, {652, 472, 604, 216});
    const std::string words = ui.tr("components.toast_long");
    const std::string undo = ui.tr("common.undo");
    (void)draw_toast(ui, "components.toast", {24, 704, 1232, toast_height},
        {.words = words, .button = undo, .left_ms = 6000, .whole_ms = 10'000});
}

} // namespace chibo
