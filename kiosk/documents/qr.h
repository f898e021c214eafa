// A QR code as dark and light squares.
#pragma once

#include <string>
#include <vector>

namespace chibo {

/// Rows of squares, true is dark; without the quiet zone.
[[nodiscard]] std::vector<std::vector<bool>> qr_modules(const std::string& text);

} // namespace chibo
