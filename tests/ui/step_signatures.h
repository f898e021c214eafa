// The signatures of the pictures, for `sign`: drawn on a pad of any size.
#pragma once

#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace chibo {

/// `name` picks one of the pictures' (Thủy, Hằng); any other gives the check-in sheet's. A stroke
/// is what the finger draws without leaving the pad.
[[nodiscard]] std::vector<std::vector<Point>> signature_strokes(std::string_view name, Size pad);

} // namespace chibo
