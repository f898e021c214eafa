// "Chi bộ khác": the cells that share this tablet, by name only.
#pragma once

#include <optional>

#include "record/folder.h"
#include "ui/ui.h"

namespace chibo {

struct CellsSheet {
    std::optional<CellId> chosen;
    bool join = false; // One that another device has.
    bool closed = false;
};
[[nodiscard]] CellsSheet cells_sheet(Ui& ui, const RecordFolder& folder, CellId current);

} // namespace chibo
