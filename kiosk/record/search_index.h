// Keeps the full-text index of the entries beside them. It stays on the device and can be made
// again.
#pragma once

#include <span>

#include "record/database.h"
#include "record/journal.h"

namespace chibo {

/// Within the transaction that made the changes.
void index_entries(Statements& statements, std::span<const Op> ops);
/// One entry as its row is now: after a merge, whose operations may have lost.
void index_entry(Statements& statements, const Bytes& entry);
/// Throws the index away and makes it from the entries. Within a transaction.
void rebuild_index(SQLite::Database& database);

} // namespace chibo
