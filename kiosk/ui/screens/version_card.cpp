#include "ui/screens/version_card.h"

#include "meeting/dates.h"
#include "ui/draw.h"
#include "ui/scroll.h"
#include "ui/ui.h"
#include "ui/widgets/chip.h"

namespace chibo {
namespace {

constexpr float head_height = 72;
constexpr float foot_height = 48;
constexpr float padding = 20;
constexpr TextStyle words_style = type::body.with_line(32);

std::vector<Span> runs_of(
    std::string_view words, const std::vector<TextRange>& marks, Color background)
{
    std::vector<Span> runs;
    std::size_t at = 0;
    for (const TextRange& mark : marks) {
        runs.push_back({.text = words.substr(at, mark.begin - at)});
        runs.push_back({.text = words.substr(mark.begin, mark.end - mark.begin),
            .weight = Weight::SemiBold,
            .background = background});
        at = mark.end;
    }
    runs.push_back({.text = words.substr(at)});
    return runs;
}

void draw_head(Ui& ui, Rect row, const VersionLook& look)
{
    const Theme& theme = ui.theme();
    row = row.inset(padding, 0);
    avatar(ui, row.cut_left(48, 12).centred({48, 48}), look.person);
    const ChipLook device {.icon = icons::tv};
    const float width = chip_width(ui, look.device, device);
    chip(ui, {row.right() - width, row.y + (row.h - 36) / 2}, look.device, device);
    row.cut_right(width, 12);
    Rect lines = row.centred({row.w, 50});
    text(
        ui, lines.cut_top(26), look.name, {.style = type::label.with_line(26), .color = theme.ink});
    text(ui, lines, look.role, {.style = type::caption.with_line(24), .color = theme.ink2});
}

std::string hms(UnixMs at)
{
    const int second = local_time(at).second;
    return hm(at) + (second < 10 ? ":0" : ":") + std::to_string(second);
}

void draw_foot(Ui& ui, Rect row, const VersionLook& look)
{
    const Theme& theme = ui.theme();
    row = row.inset({.top = 1, .right = padding, .left = padding});
    icon(ui, row.cut_left(24, 8), icons::schedule, 24, theme.ink2);
    const bool today = date_of(look.at_ms) == date_of(ui.clock().now_ms());
    const std::string when
        = today ? hms(look.at_ms) : hms(look.at_ms) + ", " + dmy(date_of(look.at_ms));
    text(ui, row, when, {.style = type::caption, .color = theme.ink2, .digits = Digits::Tabular});
    row.cut_left(text_width(ui, when, type::caption, Digits::Tabular), 12);
    text(ui, row, ui.tr(look.blind ? "conflicts.blind" : "conflicts.seen"),
        {.style = type::caption, .color = theme.ink2, .align = Align::Right});
}

} // namespace

Press version_card(Ui& ui, const WidgetId& id, const Rect& rect, const VersionLook& look)
{
    const Theme& theme = ui.theme();
    const Press pressed = press(ui, id, rect, look.name);
    const Color ground = look.chosen ? theme.reds.tint : pressed.down ? theme.sunk : theme.card;
    box(ui, rect,
        {.fill = ground,
            .border = look.chosen ? theme.red : theme.edge,
            .stroke = stroke::button,
            .radius = radius::card});
    Rect inside = rect.inset(stroke::button);
    draw_head(ui, inside.cut_top(head_height), look);
    const Rect foot = inside.cut_bottom(foot_height);
    rule(ui, {inside.x, inside.y}, inside.w, theme.line);
    rule(ui, {foot.x, foot.y}, foot.w, theme.line);
    draw_foot(ui, foot, look);
    inside = inside.inset({.top = 1, .bottom = 1});
    ScrollScope words(ui, WidgetId(id, "words"), inside);
    const float width = inside.w - 2 * padding;
    const float height = measure(ui, look.words, words_style, width).h;
    text(ui, {inside.x + padding, words.top() + 16, width, height},
        runs_of(look.words, look.marks, theme.mark),
        {.style = words_style, .color = theme.ink, .place = Place::Top, .lines = Lines::Wrap});
    words.content(16 + height + 16);
    return pressed;
}

float version_card_height(Ui& ui, const std::string& words, float width)
{
    const float height
        = measure(ui, words, words_style, width - 2 * padding - 2 * stroke::button).h;
    return head_height + foot_height + 2 * stroke::button + 32 + height;
}

} // namespace chibo
