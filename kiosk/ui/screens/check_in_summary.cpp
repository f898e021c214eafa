#include "ui/screens/check_in_summary.h"

#include <string>
#include <vector>

#include "ui/screens/attendance_words.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ring.h"

namespace chibo {
namespace {

struct Count {
    const char* key;
    Icon icon;
    Color color;
    int number;
};

std::vector<Count> counts_of(
    const Theme& theme, const AttendanceFigures& figures, bool with_present)
{
    std::vector<Count> counts;
    if (with_present)
        counts.push_back(
            {"check_in.count_present", icons::check_circle, theme.greens.solid, figures.present});
    counts.push_back({"check_in.count_expected", icons::schedule, theme.ink2, figures.not_arrived});
    counts.push_back(
        {"check_in.count_excused", icons::event_busy, theme.ambers.solid, figures.excused});
    if (figures.unexcused > 0)
        counts.push_back({"check_in.count_unexcused", icons::cancel, theme.red, figures.unexcused});
    if (figures.left > 0)
        counts.push_back({"check_in.count_left", icons::arrow_forward, theme.ink2, figures.left});
    counts.push_back({"check_in.count_guests", icons::badge, theme.blues.solid, figures.guests});
    return counts;
}

void draw_count(Ui& ui, Rect row, const Count& count, float icon_size)
{
    const std::string number = std::to_string(count.number);
    text(ui, row, number,
        {.style = {24, 28, Weight::SemiBold},
            .color = ui.theme().ink,
            .align = Align::Right,
            .digits = Digits::Tabular});
    icon(ui, row.cut_left(icon_size, 12), count.icon, icon_size, count.color);
    text(ui, row, ui.tr(count.key), {.color = ui.theme().ink});
}

std::string needed_words(
    const Ui& ui, const Attendance& room, const char* missing, const char* reached)
{
    const Values values {{"count", std::to_string(room.mark.missing)},
        {"mark", mark_words(ui, room.mark)}, {"present", std::to_string(room.figures.present)},
        {"required", std::to_string(room.figures.required)}};
    return ui.tr(room.mark.reached ? reached : missing, values);
}

void draw_needed(Ui& ui, const Rect& rect, const Attendance& room)
{
    const bool reached = room.mark.reached;
    strip(ui, rect, needed_words(ui, room, "check_in.short_of", "check_in.reached"),
        {.tone = reached ? Tone::Green : Tone::Amber,
            .icon = reached ? icons::verified : icons::error,
            .padding = 15,
            .gap = 12,
            .style = {18, 24, Weight::SemiBold}});
}

CounterRing ring_of(const Attendance& room)
{
    return {.count = room.figures.present, .of = room.figures.required, .needed = room.mark.needed};
}

} // namespace

void draw_summary_card(Ui& ui, const Rect& whole, const Attendance& room, bool roomy)
{
    constexpr float side = 184;
    Rect rest = card(ui, whole).inset({.top = roomy ? 25.0F : 21.0F, .right = 21, .left = 21});
    const std::string word = ui.tr("check_in.present");
    CounterRing ring = ring_of(room);
    ring.word = word;
    counter_ring(
        ui, "check_in.ring", rest.cut_top(side, roomy ? 20 : 16).centred({side, side}), ring);
    draw_needed(ui, rest.cut_top(64, roomy ? 16 : 12), room);
    rule(ui, {rest.x, rest.y}, rest.w, ui.theme().line);
    const auto counts = counts_of(ui.theme(), room.figures, true);
    const float fitting = (rest.h - 8) / static_cast<float>(counts.size());
    const float height = std::min(roomy ? 52.0F : 44.0F, fitting);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        Rect row = rest.cut_top(height);
        if (i == 0)
            row.cut_top(1); // The rule.
        draw_count(ui, row, counts[i], 28);
    }
}

Rect draw_summary_chip(Ui& ui, Point corner, const Attendance& room)
{
    const std::string words = std::to_string(room.figures.present) + "/"
        + std::to_string(room.figures.required) + " · "
        + needed_words(ui, room, "check_in.short_of_line", "check_in.reached_line");
    const bool reached = room.mark.reached;
    return chip(ui, corner, words,
        {.tone = reached ? Tone::Green : Tone::Amber,
            .icon = reached ? icons::verified : icons::error});
}

void draw_summary_strip(Ui& ui, const Rect& whole, const Attendance& room, const char* title_key)
{
    Rect rest = card(ui, whole).inset({.right = 21, .left = 21});
    CounterRing ring = ring_of(room);
    ring.stroke = 12;
    ring.style = {34, 40, Weight::SemiBold};
    counter_ring(ui, "check_in.ring", rest.cut_left(120, 24).centred({120, 120}), ring);
    const auto counts = counts_of(ui.theme(), room.figures, false);
    const float height = std::min(36.0F, 144 / static_cast<float>(counts.size()));
    Rect column
        = rest.cut_right(212, 24).centred({212, height * static_cast<float>(counts.size())});
    for (const Count& count : counts)
        draw_count(ui, column.cut_top(height), count, 24);

    Rect middle = rest.centred({rest.w, 40 + 12 + 40});
    text(ui, middle.cut_top(40, 12), ui.tr(title_key),
        {.style = type::title.with_line(40), .color = ui.theme().ink});
    const bool reached = room.mark.reached;
    (void)chip(ui, {middle.x, middle.y},
        needed_words(ui, room, "check_in.short_of_line", "check_in.reached_line"),
        {.tone = reached ? Tone::Green : Tone::Amber,
            .icon = reached ? icons::verified : icons::error,
            .height = 40});
}

} // namespace chibo
