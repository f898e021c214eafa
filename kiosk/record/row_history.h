// One row by all the entries that touched it: what it should be now, and who wrote beside whom.
// Private to record/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/seals.h"

namespace chibo {

class RowHistory {
public:
    struct Writer {
        EntryOrder order {};
        const JournalEntry* entry = nullptr;
        const cbor::Value* value = nullptr;
    };
    struct Column {
        std::vector<Writer> writers {}; // In their order; the last one's value holds.
        EntryOrder updated {}; // Of the last one that was no insertion; default: none.
    };

    /// Reads the journal. What a seal keeps out is left out.
    RowHistory(Statements& statements, const Tables& tables, Seals& seals, std::string table,
        cbor::Value key);

    [[nodiscard]] bool exists() const { return m_exists; }
    [[nodiscard]] EntryOrder made() const { return m_made; } // The last insertion or removal.
    [[nodiscard]] const std::map<std::string, Column, std::less<>>& columns() const
    {
        return m_columns;
    }
    /// The writers of a column that no later writer had seen: more than one wrote apart.
    [[nodiscard]] std::vector<Writer> apart(std::string_view column) const;

    /// Makes row and clocks what the journal says.
    void write() const;

private:
    void add(const JournalEntry& entry, const Op& op);

    Statements& m_statements;
    const Tables& m_tables;
    std::string m_table;
    cbor::Value m_key;
    std::vector<JournalEntry> m_entries;
    std::map<std::string, Column, std::less<>> m_columns;
    EntryOrder m_made {};
    bool m_exists = false;
};

} // namespace chibo
