// What the rows should be by the journal alone: the latest writer of each column wins.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "record/journal.h"

namespace chibo {

/// A value in eight bytes: enough to see that a row is not what was written.
[[nodiscard]] std::uint64_t mark_of(const cbor::Value& value);

class Replay {
public:
    struct Column {
        EntryOrder order {}; // Of the entry that wrote it last.
        EntryOrder updated {}; // The same, insertions apart; default: never.
        std::uint64_t mark = 0;
    };
    struct Row {
        EntryOrder made {}; // The last insertion or removal.
        bool exists = false;
        bool seen = false; // By who compares; see unseen().
        std::map<std::string, Column, std::less<>> columns {};
    };
    struct Missing {
        std::string table;
        EntryOrder made;
    };

    /// Entries may come in any order.
    void add(const JournalEntry& entry);
    /// The row that should be there, marked as seen; nullptr where the journal knows none.
    [[nodiscard]] Row* find(const std::string& table, const Bytes& key);
    [[nodiscard]] std::vector<Missing> unseen() const;

private:
    std::map<std::string, std::unordered_map<std::string, Row>> m_tables;
};

} // namespace chibo
