// What the bytes of a handed-in list are, before anybody reads them as a table.
#pragma once

#include <string>
#include <string_view>

#include "meeting/result.h"

namespace chibo {

/// UTF-16 that begins with its byte order mark (Excel's "Unicode text") becomes UTF-8; other text
/// comes back as it is, whatever its encoding. Refused: roster.not_text (a picture, a PDF, any
/// program's own bytes), roster.old_workbook (.xls, .doc), roster.encoding (broken UTF-16).
[[nodiscard]] Result<std::string> table_text(std::string_view file);

} // namespace chibo
