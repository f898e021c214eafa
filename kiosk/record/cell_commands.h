// Changes of the cell itself: its name, the heads of its papers, its settings.
#pragma once

#include <string>

#include "meeting/member.h"
#include "record/record.h"

namespace chibo {

/// The first row of a new record. Refused where there is a cell already (cell.exists).
[[nodiscard]] Command found_cell(Cell cell);
[[nodiscard]] Command edit_cell(Cell cell);
/// A nil id makes a new heading; several may hold from different days.
[[nodiscard]] Command set_heading(CellHeading heading);
[[nodiscard]] Command remove_heading(HeadingId heading);
[[nodiscard]] Command set_setting(std::string id, std::string value);

} // namespace chibo
