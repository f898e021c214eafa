// Tables as a spreadsheet: rows of the first sheet of an Excel workbook, as csv.h gives them.
#pragma once

#include <string_view>
#include <vector>

#include "exchange/csv.h"
#include "meeting/result.h"

namespace chibo {

/// Whether the bytes begin as a zip archive, which every .xlsx is.
[[nodiscard]] bool is_zip(std::string_view file);

/// The rows with their numbers in the sheet, empty ones skipped. Every cell as its text; a number
/// that is shown as a date is one: 05/08/2026. Refuses what is no workbook, is damaged, or swells
/// beyond any roster (roster.not_a_workbook).
[[nodiscard]] Result<std::vector<CsvRow>> read_xlsx(std::string_view file);

} // namespace chibo
