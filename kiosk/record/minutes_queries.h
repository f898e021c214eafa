// What was recorded in a meeting, and the tasks that came of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/minutes.h"
#include "record/record.h"

namespace chibo {

/// By item, then by time; removed ones left out.
[[nodiscard]] std::vector<Entry> read_entries(const Record& record, MeetingId meeting);
[[nodiscard]] std::optional<Entry> read_entry(
    const Record& record, EntryId entry); // Removed ones too.
/// An item's entries with arrivals, departures and its own starts and ends between them.
[[nodiscard]] std::vector<TimelineRow> read_timeline(
    const Record& record, MeetingId meeting, ItemId item);

[[nodiscard]] std::vector<Task> read_tasks(const Record& record); // All; by due day.
[[nodiscard]] std::vector<Task> read_open_tasks(
    const Record& record); // New and under way, by due day.

/// What sealed minutes say, the latest meetings first: words are learnt from it.
[[nodiscard]] std::vector<std::string> read_sealed_texts(const Record& record, int most);

/// Everything of a meeting, for papers, seals and `meeting show`.
[[nodiscard]] MinutesContent read_minutes_content(const Record& record, MeetingId meeting);

} // namespace chibo
