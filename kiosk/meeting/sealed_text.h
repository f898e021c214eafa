// Reads back what canonical_text() wrote: sealed minutes are printed from the text that was sealed,
// whatever the rows say since.
#pragma once

#include <optional>
#include <string_view>

#include "meeting/minutes.h"

namespace chibo {

/// Everything that the text holds; what it leaves out (short titles, tints, planned rests) stays
/// empty. Nothing for another format or a text that is cut.
[[nodiscard]] std::optional<MinutesContent> parse_canonical_text(std::string_view text);

} // namespace chibo
