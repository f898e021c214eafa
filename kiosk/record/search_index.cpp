#include "record/search_index.h"

#include <algorithm>
#include <map>

#include "meeting/names.h"
#include "record/journal.h"
#include "record/query.h"

namespace chibo {
namespace {

constexpr std::int64_t commands_together = 32;
constexpr std::size_t many_rows = 32; // In one command.

/// The index's number of an entry; a new one takes the next.
std::int64_t row_of(Statements& statements, EntryId entry)
{
    Query query(statements, "SELECT rowid FROM entry_text_row WHERE entry = :entry");
    query.bind(":entry", entry);
    if (query.next())
        return query.number();
    Query insert(statements, "INSERT INTO entry_text_row (entry) VALUES (:entry) RETURNING rowid");
    insert.bind(":entry", entry);
    return insert.next() ? insert.number() : 0;
}

void index_text(Statements& statements, EntryId entry, const std::string& text)
{
    Query insert(
        statements, "INSERT OR REPLACE INTO entry_text (rowid, folded) VALUES (:row, :folded)");
    insert.bind(":row", row_of(statements, entry)).bind(":folded", fold_for_search(text)).run();
}

/// What was removed stays in the index: the search leaves it out, and it may come back.
void index_entry(Statements& statements, EntryId entry)
{
    Query query(statements, "SELECT text FROM entry WHERE id = :entry");
    query.bind(":entry", entry);
    if (query.next())
        index_text(statements, entry, query.text());
}

EntryId entry_of(const Bytes& key)
{
    EntryId entry;
    if (key.size() == entry.uuid.bytes.size())
        std::ranges::copy(key, entry.uuid.bytes.begin());
    return entry;
}

bool writes_text(const Op& op)
{
    return op.table == "entry" && op.kind != Op::Kind::Remove && op.columns.contains("text");
}

/// CROSS: else the planner walks the whole journal.
constexpr std::string_view sql_of_what_is_behind = R"sql(
    SELECT journal.body
    FROM device CROSS JOIN journal
      ON journal.device = device.id
     AND journal.seq > coalesce(
         (SELECT seq FROM indexed_until WHERE indexed_until.device = device.id), 0))sql";

/// The entries whose texts these bodies of the journal write, in its clock's order.
std::vector<EntryId> entries_written(Query& bodies)
{
    std::map<EntryId, std::int64_t> written_at;
    while (bodies.next()) {
        const auto entry = decode_entry(bodies.bytes());
        if (!entry)
            continue;
        for (const Op& op : entry->ops) {
            if (!writes_text(op))
                continue;
            std::int64_t& at = written_at[entry_of(key_bytes(op.key))];
            at = std::max(at, entry->hlc);
        }
    }
    std::vector<EntryId> entries;
    for (const auto& [entry, at] : written_at)
        entries.push_back(entry);
    std::ranges::stable_sort(entries, {}, [&](EntryId entry) { return written_at.at(entry); });
    return entries;
}

} // namespace

bool is_time_to_index(const JournalEntry& entry)
{
    return entry.seq % commands_together == 0 || entry.ops.size() > many_rows;
}

void index_entries(Statements& statements, const std::set<Bytes>& rewritten)
{
    Query behind(statements, sql_of_what_is_behind);
    const std::vector<EntryId> entries = entries_written(behind);
    for (const EntryId entry : entries)
        index_entry(statements, entry);
    const std::set<EntryId> indexed(entries.begin(), entries.end());
    for (const Bytes& key : rewritten) {
        if (!indexed.contains(entry_of(key)))
            index_entry(statements, entry_of(key));
    }
    Query(statements, R"sql(
        INSERT OR REPLACE INTO indexed_until (device, seq)
        SELECT id, (SELECT max(seq) FROM journal WHERE journal.device = device.id) AS last
        FROM device WHERE last IS NOT NULL)sql")
        .run();
}

std::vector<EntryId> entries_not_indexed(const Record& record)
{
    Query behind(record, sql_of_what_is_behind);
    return entries_written(behind);
}

void rebuild_index(Statements& statements)
{
    Query(statements, "INSERT INTO entry_text (entry_text) VALUES ('delete-all')").run();
    Query(statements, "DELETE FROM entry_text_row").run();
    Query(statements, "DELETE FROM indexed_until").run();
    index_entries(statements);
}

} // namespace chibo
