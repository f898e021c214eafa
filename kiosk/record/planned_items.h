// An agenda item as it is planned, written to its row: by a meeting's plan and by the agenda of a
// running one.
#pragma once

#include <string>

#include "meeting/templates.h"
#include "record/record.h"

namespace chibo {

/// Refuses an item without a title (plan.no_item_title) or without time (plan.no_minutes).
[[nodiscard]] Result<void> sound(const PlannedItem& item);
/// A new row for an item without an id; else the item's row is replaced, and is there again if it
/// was removed.
void write_item(
    Changes& changes, MeetingId meeting, const PlannedItem& item, const std::string& rank);

} // namespace chibo
