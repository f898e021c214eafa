// Keeps the full-text index of the entries beside them. It stays on the device and can be made
// again.
//
// A command that had to index its own text would cost twice as much, since the index spreads a
// text over many pages. So the index follows the journal some commands behind: `index_entries` now
// and then takes in what came since, and the search reads that little from the entries themselves.
#pragma once

#include <set>
#include <vector>

#include "record/database.h"
#include "record/journal.h"
#include "record/record.h"

namespace chibo {

/// Whether it is time for `index_entries` once this entry is written.
[[nodiscard]] bool is_time_to_index(const JournalEntry& entry);
/// Brings the index up to the end of the journal. Within a transaction.
void index_entries(Statements& statements);
/// The same after a merge, which names the entries whose text may be another now, and which began
/// with the index at the journal's end.
void index_merged(Statements& statements, const std::set<Bytes>& rewritten);
/// Entries whose text the index does not hold as it is now, the earliest change first.
[[nodiscard]] std::vector<EntryId> entries_not_indexed(const Record& record);
/// Throws the index away and makes it from the entries. Within a transaction.
void rebuild_index(Statements& statements);

} // namespace chibo
