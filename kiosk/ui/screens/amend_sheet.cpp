#include "ui/screens/amend_sheet.h"

#include <algorithm>
#include <utility>

#include "meeting/letters.h"
#include "record/sealing_commands.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/sheet.h"

namespace chibo {

bool AmendSheet::draw(Ui& ui, Commands& commands)
{
    const bool entered = !m_reason.empty() || !m_text.buffer().empty();
    SheetScope sheet(ui, "amend", {928, 572}, entered ? DimCloses::No : DimCloses::Yes);
    Rect rest = sheet.rect().inset(sheet.rect().w < 700 ? 16 : 40, 32);
    Rect head = rest.cut_top(space::touch, 16);
    sheet.close_button(head, ui.tr("common.close"));
    head.cut_right(space::touch, 16);
    text(ui, head.cut_top(36), ui.tr("amend.title"),
        {.style = type::heading, .color = ui.theme().ink});
    text(ui, head, ui.tr("amend.by", {{"name", kept_together(m_name)}}),
        {.style = type::caption.with_line(24), .color = ui.theme().ink2});
    Rect buttons = rest.cut_bottom(button_xxl_height, 16);
    const std::string clear = ui.tr("amend.clear");
    const std::string text_word = ui.tr("amend.text");
    const std::string reason_word = ui.tr("amend.reason");
    text(ui, rest.cut_top(26, 4), text_word, {.style = type::caption, .color = ui.theme().ink2});
    if (std::exchange(m_focus_asked, false))
        ui.focus().give("amend.text");
    const float words = std::max(64.0F, std::min(136.0F, rest.h - 26 - 4 - field_height - 12 - 38));
    m_text.draw(
        ui, "amend.text", rest.cut_top(words, 12), {.placeholder = text_word, .spoken = text_word});
    text(ui, rest.cut_top(26, 4), reason_word, {.style = type::caption, .color = ui.theme().ink2});
    field(ui, "amend.reason", rest.cut_top(field_height, 12), m_reason,
        {.icon = icons::info, .placeholder = reason_word, .clear = clear});
    text(ui, rest, ui.tr("amend.advice"),
        {.style = type::caption,
            .color = ui.theme().ink2,
            .place = Place::Top,
            .lines = Lines::Wrap});
    if (button(ui, "amend.later", buttons.cut_left(buttons.w > 640 ? 272 : 160, 16),
            ui.tr("sign.later"), {.style = type::button_xxl}))
        m_closed = true;
    const bool works = !is_blank(m_reason) && !is_blank(m_text.buffer().text());
    if (button(ui, "amend.write", buttons, ui.tr("amend.write"),
            {.kind = kind_if(works),
                .icon = icons::edit,
                .icon_size = 32,
                .style = type::button_xxl})) {
        After after;
        after.toast = Told {"amend.done", {}, 0};
        m_text.buffer().settle();
        commands.push(
            amend(m_meeting, m_author, m_reason, m_text.buffer().text()), std::move(after));
        m_closed = true;
    }
    return !m_closed && !sheet.closed();
}

} // namespace chibo
