#include "ui/screens/export_sheet.h"

#include "documents/whole_file.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float place_height = 80;
constexpr float width = 720;

} // namespace

ExportSheet::ExportSheet(Pages pages, std::string file, bool draft) :
    m_pages(std::move(pages)), m_bytes(m_pages.pdf()), m_file(std::move(file)), m_draft(draft),
    m_places(export_places())
{
}

bool ExportSheet::draw(Ui& ui, Commands& commands)
{
    const bool no_stick = m_places.empty() || m_places.front().kind != ExportPlace::Kind::Stick;
    const float notes
        = (m_draft ? 36.0F : 0.0F) + (no_stick ? 72.0F : 0.0F) + (m_refusal ? 88.0F : 0.0F);
    const float height
        = 32 + 64 + 8 + 28 + 16 + static_cast<float>(m_places.size()) * place_height + notes + 32;
    SheetScope sheet(ui, "export", {width, height});
    Rect rest = sheet.below_head(ui.tr("export.title"));
    text(ui, rest.cut_top(28, 16), ui.tr("export.where", {{"file", m_file}}),
        {.color = ui.theme().ink2});
    if (m_draft)
        text(ui, rest.cut_top(28, 8), ui.tr("export.draft"), {.color = ui.theme().ambers.ink});
    if (m_refusal)
        strip(ui, rest.cut_top(80, 8), ui.tr(m_refusal->key, m_refusal->values),
            {.tone = Tone::Red, .icon = icons::report_problem});
    if (no_stick) {
        Rect row = rest.cut_top(64, 8);
        const ButtonLook look {
            .kind = ButtonKind::Text, .icon = icons::refresh, .style = type::label};
        const std::string again = ui.tr("export.again");
        if (button(
                ui, "export.again", row.cut_right(button_width(ui, again, look), 8), again, look))
            m_places = export_places();
        text(ui, row, ui.tr("export.no_stick"), {.color = ui.theme().ink2, .lines = Lines::Wrap});
    }
    // By value: "Tìm lại" and a refusal change the list while it is drawn.
    for (const ExportPlace& place : std::vector(m_places))
        draw_place(ui, rest.cut_top(place_height), place, commands);
    return !m_closed && !sheet.closed();
}

void ExportSheet::draw_place(Ui& ui, const Rect& row, const ExportPlace& place, Commands& commands)
{
    const bool stick = place.kind == ExportPlace::Kind::Stick;
    const std::string name
        = stick ? ui.tr("export.stick", {{"name", place.name}}) : ui.tr("export.documents");
    const bool room = place.free_bytes > m_bytes.size();
    const std::string free = room ? ui.tr("export.free", {{"free", said_size(place.free_bytes)}})
                                  : ui.tr("export.full");
    if (list_row(ui, WidgetId("export.place", place.folder.string()), row,
            {.icon = stick ? icons::usb : icons::folder,
                .words = name,
                .second = free,
                .bold = true,
                .leads_on = true}))
        write(place, name, commands);
}

void ExportSheet::write(const ExportPlace& place, const std::string& said, Commands& commands)
{
    const auto written = write_whole(place.folder / m_file, m_bytes);
    if (!written) {
        m_refusal = written.error();
        m_places = export_places();
        return;
    }
    commands.tell({"export.done", {{"file", m_file}, {"place", said}}});
    m_closed = true;
}

} // namespace chibo
