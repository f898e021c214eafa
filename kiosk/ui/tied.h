// Words that stay on one line (ui specification, 2.3): "tháng 8", "quý III", "đồng chí Phượng", a
// number and its unit.
#pragma once

#include <string>
#include <string_view>

namespace chibo {

/// The same text with no-break spaces at those places. For what is shown: the record keeps plain
/// spaces, as people type them.
[[nodiscard]] std::string tied(std::string_view text);
/// The same for a title of one or two lines, where words of two syllables stay whole as well:
/// "nhiệm vụ", "nghị quyết", "biên bản".
[[nodiscard]] std::string tied_title(std::string_view text);

} // namespace chibo
