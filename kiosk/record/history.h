// Every version of one thing: what changed, who did it, when, on which device.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/journal.h"

namespace chibo {

/// One column that a version changed, as text: a UUID in its written form, other bytes as their
/// size.
struct HistoryChange {
    std::string table;
    std::string column;
    std::string old_value; // Empty where the row was made.
    std::string new_value; // Empty where it was taken away.
};

struct HistoryVersion {
    JournalPlace place {};
    UnixMs at_ms = 0;
    std::string command {};
    std::optional<JournalPlace> undoes {};
    Actor actor {};
    std::string member {}; // The actor's name; empty: the room or the program.
    std::string device {}; // The device's name.
    std::vector<HistoryChange> changes {};
};

/// The oldest first; empty where the journal knows no such thing. `id` is any row's: an entry's
/// gives its vote and task too.
[[nodiscard]] std::vector<HistoryVersion> read_history(const Record& record, const Uuid& id);
/// Of a row with a text key: a setting.
[[nodiscard]] std::vector<HistoryVersion> read_history(const Record& record, const std::string& id);
/// What a row is called, for a value that names it: a person's name, a meeting's or item's title, a
/// device's name. Empty for any other row, and where there is none.
[[nodiscard]] std::string name_of_row(const Record& record, const Uuid& id);
/// All that one entry changed.
[[nodiscard]] std::vector<HistoryChange> changes_of(const JournalEntry& entry);
/// One entry of the journal.
[[nodiscard]] std::optional<JournalEntry> read_entry(
    const Record& record, const JournalPlace& place);

} // namespace chibo
