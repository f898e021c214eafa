#include "ui/widgets/progress.h"

#include <algorithm>
#include <string>

#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

namespace chibo {

void bar(Ui& ui, const Rect& rect, float share, Color color)
{
    fill(ui, rect, ui.theme().sunk, radius::bar);
    const float width = rect.w * std::clamp(share, 0.0F, 1.0F);
    if (width > 0)
        fill(ui, {rect.x, rect.y, width, rect.h}, color, radius::bar);
}

Press progress_row(Ui& ui, const WidgetId& id, const Rect& rect, const ProgressRow& look)
{
    constexpr float gap = 12;
    const Theme& theme = ui.theme();
    Rect rest = card(ui, rect).inset({.right = 13, .left = 21});
    icon(ui, rest.cut_left(32, gap), look.icon, 32, theme.blues.solid);
    Press stopped;
    if (!look.stop.empty()) {
        const Rect at = rest.cut_right(space::touch, gap).centred({space::touch, space::touch});
        stopped = icon_button(ui, WidgetId(id, "stop"), at, icons::close, look.stop);
    }
    Rect lines = rest.centred({rest.w, 28 + 16 + 24});
    const Rect head = lines.cut_top(28);
    text(ui, head, look.words, {.style = type::label, .color = theme.ink});
    text(ui, head, std::to_string(look.percent) + "\u00A0%",
        {.style = type::label,
            .color = theme.ink,
            .align = Align::Right,
            .digits = Digits::Tabular});
    const Rect line = lines.cut_top(16);
    bar(ui, line.centred({line.w, 8}), static_cast<float>(look.percent) / 100, theme.blues.solid);
    text(ui, lines, look.left,
        {.style = type::caption.with_line(24), .color = theme.ink2, .digits = Digits::Tabular});
    return stopped;
}

void steps(Ui& ui, const Rect& rect, std::span<const Step> row)
{
    constexpr float icon_size = 24;
    constexpr float gap = 6;
    const auto look_of = [&](const Step& step) {
        const Theme& theme = ui.theme();
        TextLook look {.style = type::rail, .color = theme.ink2};
        if (step.state == StepState::Done)
            look.color = theme.greens.ink;
        if (step.state == StepState::Now)
            look.color = theme.ambers.ink, look.style = look.style.bold();
        return look;
    };
    float words = 0;
    for (const Step& step : row)
        words += icon_size + gap + text_width(ui, step.words, look_of(step).style);
    const auto lines = static_cast<float>(std::max<std::size_t>(row.size(), 2) - 1);
    const float line_width = std::max(8.0F, (rect.w - words) / lines - 2 * gap);
    Rect rest = rect;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const TextLook look = look_of(row[i]);
        const Icon otherwise
            = row[i].state == StepState::Done ? icons::check_circle : icons::radio_button_unchecked;
        icon(ui, rest.cut_left(icon_size, gap), row[i].icon ? row[i].icon : otherwise, icon_size,
            look.color);
        text(ui, rest.cut_left(text_width(ui, row[i].words, look.style), gap), row[i].words, look);
        if (i + 1 == row.size())
            break;
        const Rect line = rest.cut_left(line_width, gap);
        const bool passed = row[i].state == StepState::Done;
        fill(ui, line.centred({line.w, 2}), passed ? ui.theme().greens.solid : ui.theme().line);
    }
}

} // namespace chibo
