// Finding what was said: opinions, conclusions, tasks and motions of every meeting, marks typed or
// not.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "meeting/minutes.h"
#include "meeting/text_range.h"
#include "record/record.h"

namespace chibo {

struct FoundEntry {
    EntryId entry {};
    EntryKind kind = EntryKind::Opinion;
    MeetingId meeting {};
    std::string meeting_title {};
    UnixMs meeting_start_ms = 0;
    ItemId item {};
    std::string item_title {};
    UnixMs at_ms = 0;
    std::string excerpt {}; // About a line; begins or ends with "…" where the text goes on.
    std::vector<TextRange> matches {}; // Within the excerpt.
};

/// Entries that hold every word of `text`, the last of them perhaps only its beginning; the latest
/// first. A letter without marks finds any marks; a mark that is typed must be there.
[[nodiscard]] std::vector<FoundEntry> search(
    const Record& record, const std::string& text, std::size_t limit = 50);

} // namespace chibo
