// The sheets of the conflict desk: a common text, and an amendment from a proposal.
#include "meeting/letters.h"
#include "record/conflict_commands.h"
#include "ui/screens/conflicts_screen.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/sheet.h"

namespace chibo {

void ConflictsScreen::draw_sheet(Ui& ui, Commands& commands)
{
    if (m_sheet == Sheet::None)
        return;
    const bool amends = m_sheet == Sheet::Amend;
    SheetScope sheet(ui, "conflicts.sheet", {928, amends ? 540.0F : 420.0F}, DimCloses::No);
    Rect rest = sheet.below_head(ui.tr(amends ? "conflicts.amend" : "conflicts.write_common"));
    const Rect go = rest.cut_bottom(button_xl_height, 16);
    if (amends) {
        const std::string reason = ui.tr("amend.reason");
        const std::string clear = ui.tr("amend.clear");
        field(ui, "conflicts.reason", rest.cut_bottom(field_height, 16), m_reason,
            {.icon = icons::info, .placeholder = reason, .clear = clear});
    }
    const std::string spoken = ui.tr("conflicts.common_text");
    m_text.draw(ui, "conflicts.text", rest, {.placeholder = spoken, .spoken = spoken});
    const bool works = !is_blank(m_text.buffer().text()) && (!amends || !is_blank(m_reason));
    if (button(ui, "conflicts.take", go, ui.tr(amends ? "amend.write" : "conflicts.take_common"),
            {.kind = kind_if(works), .icon = icons::done, .style = type::button_xl})) {
        m_text.buffer().settle();
        const std::string written = m_text.buffer().text();
        if (amends)
            settle(commands,
                take_proposal(current(), m_viewer.member.value_or(MemberId {}), m_reason, written),
                "conflicts.told_amended");
        else
            settle(commands, write_common(current(), written), "conflicts.told_common");
        m_sheet = Sheet::None;
        return;
    }
    if (sheet.closed())
        m_sheet = Sheet::None;
}

} // namespace chibo
