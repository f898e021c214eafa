// The second page of the components: tiles, fields, pickers, rows.
#include "ui/screens/components_screen.h"

#include <array>

#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/member_tile.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/states.h"
#include "ui/widgets/toast.h"

namespace chibo {
namespace {

constexpr float caption_height = 28; // With the 6 px below.

void caption(Ui& ui, Point at, const char* key)
{
    text(ui, {at.x, at.y, 700, 22}, ui.tr(key),
        {.style = type::caption.with_line(22), .color = ui.theme().ink2});
}

struct SampleTile {
    TileState state;
    const char* name;
    const char* role;
    int number;
    const char* band;
    const char* time;
};

void draw_tiles(Ui& ui)
{
    static constexpr std::array<SampleTile, 5> samples {{{TileState::Asked, "Đặng Thùy Linh",
                                                             "role.probationary", 7,
                                                             "check_in.touch_to_check_in", ""},
        {TileState::Present, "Vũ Thị Kim Oanh", "role.official", 6, "check_in.present_at", "07:52"},
        {TileState::Excused, "Hoàng Thị Ngọc Ánh", "role.official", 5, "check_in.excused", ""},
        {TileState::Unexcused, "Phạm Văn Dũng", "role.official", 4, "check_in.unexcused", ""},
        {TileState::Guest, "Bùi Thị Lan Anh", "components.guest_of", 5, "check_in.guest_at",
            "07:50"}}};
    caption(ui, {24, 16}, "components.about_tiles");
    const auto place = [](std::size_t i) {
        const Point at = grid_place(i, 3);
        return Rect {24 + at.x * 266, 44 + at.y * 180, tile_width, tile_height(TileSize::Full)};
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const SampleTile& sample = samples.at(i);
        const std::string role = ui.tr(sample.role);
        const std::string band = ui.tr(sample.band, {{"time", sample.time}});
        (void)member_tile(ui, WidgetId("components.tile", i), place(i),
            {.state = sample.state,
                .person = portrait(sample.name, sample.number),
                .name = sample.name,
                .role = role,
                .band = band});
    }
    (void)add_tile(ui, "components.add", place(5), icons::person_add, ui.tr("check_in.add_guest"));
}

void draw_fields(Ui& ui, std::string& search)
{
    caption(ui, {24, 416}, "components.about_fields");
    const auto place = [](int i) {
        return Rect {24 + static_cast<float>(i) * (782 - 184) / 3, 444, 184, field_height};
    };
    const std::string placeholder = ui.tr("components.search");
    (void)search_field(ui, "components.search", place(0), search, placeholder);
    const std::string clear = ui.tr("field.clear");
    draw_field(
        ui, place(1), {.text = "Phượng", .focused = true, .underlined = {0, 9}}, {.clear = clear});
    const std::string wrong = ui.tr("components.wrong_day");
    draw_field(ui, place(2), {.text = "31/09"}, {.wrong = wrong});
    const std::string locked = ui.tr("components.locked_on");
    draw_field(ui, place(3), {.text = "28/08/2026"}, {.advice = locked, .locked = true});
}

void draw_pickers(Ui& ui, int& kind)
{
    struct Kind {
        const char* key = nullptr;
        Icon icon;
        Rect at;
    };
    static constexpr std::array<Kind, 4> kinds {
        {{"components.opinion", icons::chat_bubble_outline, {24, 588, 190, 64}},
            {"components.conclusion", icons::gavel, {222, 588, 189, 64}},
            {"components.task", icons::assignment_turned_in, {419, 588, 190, 64}},
            {"components.vote", icons::how_to_vote, {617, 588, 189, 64}}}};
    caption(ui, {24, 560}, "components.about_pickers");
    for (int i = 0; i < 4; ++i) {
        const Kind& each = kinds.at(static_cast<std::size_t>(i));
        if (picker(
                ui, each.key, each.at, ui.tr(each.key), {.chosen = kind == i, .icon = each.icon}))
            kind = i;
    }
}

void draw_entry(Ui& ui, Point at)
{
    const Theme& theme = ui.theme();
    caption(ui, at, "components.about_entry");
    Rect rest {at.x, at.y + caption_height, 426, 96};
    Rect time = rest.cut_left(57, 16);
    text(ui, time.cut_top(36), "08:31",
        {.style = type::body.with_line(36), .color = theme.ink2, .digits = Digits::Tabular});
    Rect dot = rest.cut_left(36, 16);
    dot = dot.cut_top(36);
    disc(ui, dot.centre(), 18, theme.sunk);
    icon(ui, dot, icons::chat_bubble_outline, 22, theme.ink2);
    Rect head = rest.cut_top(36);
    constexpr std::string_view name = "Phạm Văn Dũng";
    text(ui, head.cut_left(text_width(ui, name, type::label), 12), name,
        {.style = type::label, .color = theme.ink});
    (void)chip(ui, {head.x, head.y}, ui.tr("components.opinion"));
    text(ui, rest, ui.tr("components.entry_text"),
        {.style = type::body.with_line(30),
            .color = theme.ink,
            .place = Place::Top,
            .lines = Lines::Wrap});
}

} // namespace

void ComponentsScreen::draw_states_left(Ui& ui)
{
    draw_tiles(ui);
    draw_fields(ui, m_search);
    draw_pickers(ui, m_kind);
    caption(ui, {24, 676}, "components.about_toast");
    const std::string words = ui.tr("components.toast_short");
    const std::string undo = ui.tr("common.undo");
    (void)draw_toast(ui, "components.toast", {24, 704, 782, toast_height},
        {.words = words, .button = undo, .left_ms = 6000, .whole_ms = 10'000});
}

void ComponentsScreen::draw_states_right(Ui& ui)
{
    const Theme& theme = ui.theme();
    caption(ui, {830, 16}, "components.about_row");
    Rect row = card(ui, {830, 44, 426, 66}).inset({1, 17, 1, 1});
    draw_handle(ui, row);
    row.cut_left(handle_width);
    const std::string not_spoken = ui.tr("components.not_spoken");
    draw_row(ui, row,
        {.person = portrait("Đặng Thùy Linh", 7),
            .words = "Đặng Thùy Linh",
            .right = not_spoken,
            .bold = true});

    caption(ui, {830, 126.5F}, "components.about_agenda");
    row = card(ui, {830, 154.5F, 426, 74}).inset({1, 17, 1, 1});
    draw_handle(ui, row);
    row.cut_left(handle_width);
    icon(ui, row.cut_left(28, 8), icons::radio_button_unchecked, 28, theme.edge);
    text(ui, row, ui.tr("components.agenda_title"),
        {.style = type::body.with_line(26), .color = theme.ink, .lines = Lines::Wrap});
    text(ui, row, ui.tr("components.agenda_minutes"),
        {.style = type::caption, .color = theme.ink2, .align = Align::Right});

    draw_entry(ui, {830, 245});
    caption(ui, {830, 385.5F}, "components.about_progress");
    const std::string words = ui.tr("components.exporting");
    const std::string left = ui.tr("components.export_left");
    const std::string stop = ui.tr("components.close");
    (void)progress_row(ui, "components.progress", {830, 413.5F, 426, 90},
        {.words = words, .percent = 62, .left = left, .stop = stop});

    caption(ui, {830, 520}, "components.about_empty");
    const std::string title = ui.tr("components.no_task");
    const std::string advice = ui.tr("components.no_task_advice");
    const std::string give = ui.tr("components.give_task");
    (void)empty_state(ui, "components.no_task", card(ui, {830, 548, 426, 236}),
        {.icon = icons::assignment,
            .title = title,
            .advice = advice,
            .button = give,
            .above_title = 4,
            .above_button = 12});
}

} // namespace chibo
