// Sentences of the tables with semibold runs: "Đã điểm danh đồng chí **Kim Oanh**".
#pragma once

#include <string_view>
#include <vector>

#include "ui/text.h"

namespace chibo {

/// The spans view into the string, which must outlive them.
[[nodiscard]] std::vector<Span> marked_runs(std::string_view sentence);
/// Draws it; the step files see it without the stars.
TextExtent marked_text(Ui& ui, const Rect& box, std::string_view sentence, const TextLook& look);

} // namespace chibo
