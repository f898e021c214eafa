// Tables as text: rows of a CSV file with the line that each begins on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meeting/result.h"

namespace chibo {

struct CsvRow {
    int line = 0; // From 1, as an editor counts them.
    std::vector<std::string> fields;
};

/// RFC 4180, separated by `,` `;` or tab, whichever the first line has most of; a byte order mark
/// is skipped, and so are empty rows. Refuses a quote that nothing closes (roster.unclosed_quote,
/// with the line of its row): it would swallow the rest of the table.
[[nodiscard]] Result<std::vector<CsvRow>> read_csv(std::string_view text);

} // namespace chibo
