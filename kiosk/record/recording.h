// What a transaction changed, seen by SQLite's session extension and told by column name.
#pragma once

#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include "record/database.h"
#include "record/journal.h"

namespace chibo {

/// Records from construction on; lives inside one transaction (a longer one would lose what is made
/// and taken back in between).
class Recording {
public:
    Recording(SQLite::Database& database, const Tables& tables);
    Recording(const Recording&) = delete;
    Recording& operator=(const Recording&) = delete;
    ~Recording();

    /// What changed so far, by table and key.
    [[nodiscard]] std::vector<Op> ops() const;

private:
    const Tables& m_tables;
    sqlite3_session* m_session = nullptr;
};

} // namespace chibo
