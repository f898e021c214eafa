// The people of the demo committee.
#pragma once

#include <vector>

#include "exchange/demo_data.h"

namespace chibo {

/// A committee of another size than the data has: invented people are added, or the last ones left
/// out, cell by cell; the story's cell keeps its own. Dates of birth and joining are moved to the
/// demo's year.
[[nodiscard]] std::vector<DemoCell> demo_cells(const DemoData& data, int members, Date day);

} // namespace chibo
