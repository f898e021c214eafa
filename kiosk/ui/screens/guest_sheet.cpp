#include "ui/screens/guest_sheet.h"

#include <array>

#include "meeting/letters.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float gap = 16;

void label(Ui& ui, const Rect& row, const char* key)
{
    text(ui, row, ui.tr(key), {.style = type::label, .color = ui.theme().ink});
}

} // namespace

void GuestSheet::draw(Ui& ui)
{
    constexpr float height = 2 * 25 + 64 + 3 * (28 + 4 + 64) + 3 * 12 + 16 + button_xl_height;
    const bool empty = m_guest.name.empty() && m_guest.organisation.empty();
    SheetScope sheet(
        ui, "guest_sheet", {sheet_most.w, height}, empty ? DimCloses::Yes : DimCloses::No, 24);
    if (std::exchange(m_fresh, false))
        ui.focus().give("guest_sheet.name");
    Rect rest = sheet.rect().inset(sheet.rect().w < sheet_most.w ? 24 : 40, 25);
    sheet.close_button(rest, ui.tr("common.close"));
    text(ui, rest.cut_top(64, 4), ui.tr("guest_sheet.title"),
        {.style = type::title, .color = ui.theme().ink});
    Rect foot = rest.cut_bottom(button_xl_height, gap);

    const std::string clear = ui.tr("field.clear");
    label(ui, rest.cut_top(28, 4), "guest_sheet.name");
    const auto name = field(
        ui, "guest_sheet.name", rest.cut_top(field_height, 12), m_guest.name, {.clear = clear});
    label(ui, rest.cut_top(28, 4), "guest_sheet.organisation");
    (void)field(ui, "guest_sheet.organisation", rest.cut_top(field_height, 12),
        m_guest.organisation, {.clear = clear});
    label(ui, rest.cut_top(28, 4), "guest_sheet.kind");
    draw_kinds(ui, rest.cut_top(space::touch));
    if (name.entered)
        ui.focus().give("guest_sheet.organisation");

    if (button(ui, "guest_sheet.cancel", foot.cut_left((foot.w - 2 * gap) / 3, gap),
            ui.tr("guest_sheet.cancel"), {.style = type::button_xl}))
        m_closed = true;
    const ButtonLook look {.kind = kind_if(!is_blank(m_guest.name)),
        .icon = icons::person_add,
        .icon_size = 32,
        .style = type::button_xl};
    if (button(ui, "guest_sheet.add", foot, ui.tr("guest_sheet.add"), look))
        m_added = true;
    m_closed = m_closed || sheet.closed();
}

void GuestSheet::draw_kinds(Ui& ui, Rect row)
{
    struct Kind {
        GuestKind kind;
        const char* key;
    };
    static constexpr std::array<Kind, 3> kinds {
        {{GuestKind::Guest, "guest_sheet.guest"}, {GuestKind::Superior, "guest_sheet.superior"},
            {GuestKind::CrossVisit, "guest_sheet.cross_visit"}}};
    const auto places = row.columns(3, gap);
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (choice(ui, kinds.at(i).key, places[i], ui.tr(kinds.at(i).key),
                m_guest.kind == kinds.at(i).kind))
            m_guest.kind = kinds.at(i).kind;
    }
}

} // namespace chibo
