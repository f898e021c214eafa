#include "ui/widgets/toast.h"

#include "ui/draw.h"
#include "ui/text.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/marked_text.h"
#include "ui/widgets/ring.h"

namespace chibo {

Press draw_toast(Ui& ui, const WidgetId& id, const Rect& rect, const ToastLook& look)
{
    constexpr Color sign = rgb(0x7FD3A6); // Green that reads on ink.
    constexpr float gap = 16;
    constexpr float roomy = 560; // Narrower, the words need the room of the icons.
    block(ui, WidgetId(id, "ground"), rect); // What is behind is not touched through it.
    fill(ui, rect, ui.theme().ink, radius::card);
    Rect rest = rect.inset({.right = 8, .left = 24});
    Press pressed;
    if (!look.button.empty()) {
        ButtonLook button_look {.kind = ButtonKind::OnDark};
        if (rect.w >= roomy)
            button_look.icon = look.button_icon;
        const Rect at = rest.cut_right(button_width(ui, look.button, button_look), gap);
        pressed = button(ui, WidgetId(id, "button"), at.centred({at.w, button_height}), look.button,
            button_look);
    }
    if (look.whole_ms > 0)
        countdown_ring(ui, rest.cut_right(48, gap).centred({48, 48}), look.left_ms, look.whole_ms);
    if (rect.w >= roomy)
        icon(ui, rest.cut_left(look.icon_size, gap), look.icon, look.icon_size, sign);
    marked_text(ui, rest, look.words,
        {.color = ui.theme().card,
            .lines = Lines::Wrap,
            .max_lines = 2,
            .digits = Digits::Tabular});
    return pressed;
}

} // namespace chibo
