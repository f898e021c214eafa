// What a careful eye would send back in a layout, found from what is on the screen: a text that is
// cut or shortened, two that lie over each other, a place to touch that is too small.
#pragma once

#include <string>
#include <vector>

#include "ui/seen.h"

namespace chibo {

/// One sentence a fault, with the words concerned; none where the screen holds. `text_scale`: 1.4
/// where text is at 140 %, since fingers do not grow with it.
[[nodiscard]] std::vector<std::string> layout_faults(
    const Seen& seen, const Rect& screen, float text_scale);

} // namespace chibo
