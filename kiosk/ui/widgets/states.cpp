#include "ui/widgets/states.h"

#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

namespace chibo {

Press empty_state(Ui& ui, const WidgetId& id, const Rect& rect, const EmptyState& look)
{
    constexpr float icon_size = 56;
    const Theme& theme = ui.theme();
    const float words = measure(ui, look.advice, type::body, rect.w - 32).h;
    float height = icon_size + look.above_title + type::name.line + look.above_title + words;
    if (!look.button.empty())
        height += look.above_button + button_height;
    if (look.above_title > 2) // The second gap of the column is the first one's only where it is 2.
        height -= look.above_title;
    Rect rest = rect.inset(16, 0).centred({rect.w - 32, height});
    icon(ui, rest.cut_top(icon_size, look.above_title), look.icon, icon_size, theme.edge);
    text(ui, rest.cut_top(type::name.line, look.above_title > 2 ? 0 : look.above_title), look.title,
        {.style = type::name, .color = theme.ink, .align = Align::Centre});
    text(ui, rest.cut_top(words, look.above_button), look.advice,
        {.color = theme.ink2, .align = Align::Centre, .lines = Lines::Wrap});
    if (look.button.empty())
        return {};
    const ButtonLook button_look {.kind = ButtonKind::Primary, .icon = look.button_icon};
    const Rect at = rest.cut_top(button_height);
    return button(ui, WidgetId(id, "button"),
        at.centred({button_width(ui, look.button, button_look), button_height}), look.button,
        button_look);
}

void loading_row(Ui& ui, const Rect& rect, std::string_view word)
{
    const Theme& theme = ui.theme();
    Rect rest = rect;
    disc(ui, rest.cut_left(64, 16).centred({64, 64}).centre(), 32, theme.sunk);
    const float word_width = text_width(ui, word, type::body);
    text(ui, rest.cut_right(word_width, 8), word, {.color = theme.ink2});
    icon(ui, rest.cut_right(24, 16), icons::hourglass_empty, 24, theme.ink2);
    Rect lines = rest.centred({rest.w, 20 + 12 + 16});
    fill(ui, lines.cut_top(20, 12).clipped({lines.x, 0, 320, 10'000}), theme.sunk, 6);
    fill(ui, lines.clipped({lines.x, 0, 200, 10'000}), theme.sunk, 6);
}

Press error_state(Ui& ui, const WidgetId& id, const Rect& rect, const ErrorState& look)
{
    const ButtonLook button_look {.kind = ButtonKind::Caution, .icon = icons::refresh};
    const float width = look.button.empty() ? 0 : button_width(ui, look.button, button_look);
    strip(ui, rect, look.failed,
        {.tone = Tone::Red, .icon = look.icon, .icon_size = 32, .second = look.safe}, width + 16);
    if (look.button.empty())
        return {};
    const Rect at {
        rect.right() - 9 - width, rect.y + (rect.h - button_height) / 2, width, button_height};
    return button(ui, WidgetId(id, "again"), at, look.button, button_look);
}

} // namespace chibo
