// The timeline of an item: what was recorded under it, and who came or left meanwhile.
#pragma once

#include <optional>
#include <vector>

#include "meeting/minutes.h"
#include "ui/ui.h"

namespace chibo {

/// What was touched in a timeline.
struct TimelineTouch {
    std::optional<EntryId> entry; // To be edited.
    bool undo = false; // Beside the newest entry.
};

struct TimelineLook {
    std::optional<EntryId> edited; // Tinted.
    std::optional<EntryId> undoable; // Recorded a moment ago: "Hoàn tác" beside it.
    float below = 0; // The last row's foot reaches so far below the area, as in the pictures.
    bool to_end = false; // Something new is at the end: bring it into sight.
};

/// Draws into the area, the newest at its foot; scrolls.
TimelineTouch draw_timeline(Ui& ui, const WidgetId& id, const Rect& area,
    const std::vector<TimelineRow>& rows, const TimelineLook& look);

} // namespace chibo
