#include "ui/cells_sheet.h"

#include <algorithm>

#include "ui/text.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {

CellsSheet cells_sheet(Ui& ui, const RecordFolder& folder, CellId current)
{
    CellsSheet result;
    const auto count = static_cast<float>(folder.cells().size());
    SheetScope sheet(ui, "cells", {560, std::min(616.0F, 64 + 44 + 24 + (count + 1) * row_height)});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(44, 12), ui.tr("lock.cells"),
        {.style = type::heading, .color = ui.theme().ink});
    ScrollScope list(ui, "cells.list", inside);
    Rect row {inside.x, list.top(), inside.w, row_height};
    for (const CellHeader& cell : folder.cells()) {
        if (list_row(ui, {"cells.row", cell.id}, row,
                {.icon = icons::groups,
                    .words = cell.name,
                    .bold = cell.id == current,
                    .current = cell.id == current}))
            result.chosen = cell.id;
        row = row.moved(0, row_height);
    }
    const std::string join = ui.tr("join.title");
    result.join
        = list_row(ui, "cells.join", row, {.icon = icons::usb, .words = join, .leads_on = true})
              .released;
    row = row.moved(0, row_height);
    list.content(row.y - list.top());
    result.closed = sheet.closed();
    return result;
}

} // namespace chibo
