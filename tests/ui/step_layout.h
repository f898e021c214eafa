// What a careful eye would send back in a layout, found from what is on the screen: a text that is
// cut or shortened, two that lie over each other, a place to touch that is too small.
#pragma once

#include <string>
#include <vector>

#include "ui/seen.h"

namespace chibo {

/// One sentence a fault, with the words concerned; none where the screen holds.
[[nodiscard]] std::vector<std::string> layout_faults(const Seen& seen, const Rect& screen);

} // namespace chibo
