// Where an entry and what follows from it are written: one way for a command of this device and
// for what comes from another. Private to record/.
#pragma once

#include <map>
#include <string>

#include "record/database.h"
#include "record/merge.h"
#include "record/query.h"

namespace chibo {

/// Where a device's chain stands.
struct ChainHead {
    std::int64_t seq = 0;
    std::int64_t hlc = 0;
    Hash hash {};
};
[[nodiscard]] std::map<DeviceId, ChainHead> read_chain_heads(Statements& statements);

/// The entry itself, and the keys under which history and undo find it; `hash` is of its body.
void store_entry(
    Statements& statements, const JournalEntry& entry, const StoredEntry& stored, const Hash& hash);
/// Takes the entry out again; its rows are the caller's matter.
void remove_entry(Statements& statements, const JournalEntry& entry);
/// Who wrote a column last; `column` empty: the row's insertion or removal.
void write_clock(Statements& statements, const std::string& table, const Bytes& key,
    const std::string& column, EntryOrder order);
/// The clocks of all that a command of this device wrote: later than all before.
void write_clocks(Statements& statements, const JournalEntry& entry);

/// Remembers seals and withdrawals, which decide what other entries may still do.
void note_seals(Statements& statements, const JournalEntry& entry);
void note_withdrawals(Statements& statements, const JournalEntry& entry);
[[nodiscard]] bool has_withdrawal(const JournalEntry& entry);

/// The entries that touch a row, in their order.
[[nodiscard]] std::vector<JournalEntry> read_entries_of(Statements& statements, const Bytes& key);
[[nodiscard]] std::optional<JournalEntry> read_entry(
    Statements& statements, const JournalPlace& place);
/// The same for whatever prepares statements.
template <typename Source>
[[nodiscard]] std::optional<JournalEntry> entry_at(Source& source, const JournalPlace& place)
{
    Query query(source, "SELECT body FROM journal WHERE device = :device AND seq = :seq");
    query.bind(":device", place.device).bind(":seq", place.seq);
    return query.next() ? decode_entry(query.bytes()) : std::nullopt;
}

} // namespace chibo
