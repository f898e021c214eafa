// What a transaction changed, told by column name.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "record/database.h"
#include "record/journal.h"

namespace chibo {

/// Records from construction on; lives inside one transaction (a longer one would lose what is made
/// and taken back in between).
///
/// It keeps each row that a write touches as it was before the first one, and compares at the end.
/// SQLite's session extension does the same, but asks for the columns of each table and prepares
/// its statements anew for every session: an eighth of what a command costs.
class Recording {
public:
    Recording(SQLite::Database& database, Statements& statements, const Tables& tables);
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;
    ~Recording();

    /// What changed so far, by table and key.
    [[nodiscard]] std::vector<Op> ops() const;

private:
    using Row = std::vector<cbor::Value>; // In the order of the table's columns; empty: no row.
    struct Place {
        std::string_view table;
        Bytes key;
        auto operator<=>(const Place&) const = default;
    };
    struct Touched {
        cbor::Value key;
        Row before;
    };

    static void before_write(void* self, sqlite3* database, int operation, const char* schema,
        const char* name, sqlite3_int64 old_row, sqlite3_int64 new_row);
    void touch(sqlite3* database, int operation, const Tables::value_type& table);
    [[nodiscard]] Row read_row(const Tables::value_type& table, const cbor::Value& key) const;

    SQLite::Database& m_database;
    Statements& m_statements;
    const Tables& m_tables;
    std::map<Place, Touched> m_touched;
    int m_error = SQLITE_OK; // Of the hook, which may not throw.
};

} // namespace chibo
