#include "record/search_index.h"

#include <algorithm>
#include <map>

#include "record/journal.h"
#include "record/query.h"

namespace chibo {
namespace {

constexpr std::int64_t commands_together = 32;
constexpr std::size_t many_rows = 32; // In one command.

std::string json_list(const std::vector<EntryId>& entries)
{
    std::string list;
    for (const EntryId entry : entries)
        list.append(list.empty() ? "[\"" : ",\"").append(entry.text()) += '"';
    return list + "]";
}

/// Few statements for all: FTS5 writes its pages at the end of each, which costs more than the
/// words. What was removed stays in the index: the search leaves it out, and it may come back.
void index_texts(Statements& statements, const std::vector<EntryId>& entries)
{
    if (entries.empty())
        return;
    const std::string list = json_list(entries);
    std::int64_t last = 0;
    {
        Query numbered(statements, "SELECT coalesce(max(rowid), 0) FROM entry_text_row");
        if (numbered.next())
            last = numbered.number();
    }
    Query number(statements, R"sql(
        INSERT INTO entry_text_row (entry)
        SELECT entry.id
        FROM json_each(:entries) AS listed CROSS JOIN entry ON entry.id = unhex(listed.value, '-')
        WHERE NOT EXISTS (SELECT 1 FROM entry_text_row WHERE entry_text_row.entry = entry.id))sql");
    number.bind(":entries", list).run();
    // Nothing to replace: FTS5 would look for it, row by row.
    Query insert(statements, R"sql(
        INSERT INTO entry_text (rowid, folded)
        SELECT entry_text_row.rowid, fold_for_search(entry.text)
        FROM entry_text_row CROSS JOIN entry ON entry.id = entry_text_row.entry
        WHERE entry_text_row.rowid > :last
        ORDER BY entry_text_row.rowid)sql");
    insert.bind(":last", last).run();
    Query replace(statements, R"sql(
        INSERT OR REPLACE INTO entry_text (rowid, folded)
        SELECT entry_text_row.rowid, fold_for_search(entry.text)
        FROM json_each(:entries) AS listed
        CROSS JOIN entry_text_row ON entry_text_row.entry = unhex(listed.value, '-')
        CROSS JOIN entry ON entry.id = entry_text_row.entry
        WHERE entry_text_row.rowid <= :last
        ORDER BY entry_text_row.rowid)sql");
    replace.bind(":entries", list).bind(":last", last).run();
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
    entries.reserve(written_at.size());
    for (const auto& [entry, at] : written_at)
        entries.push_back(entry);
    std::ranges::stable_sort(entries, {}, [&](EntryId entry) { return written_at.at(entry); });
    return entries;
}

void note_all_indexed(Statements& statements)
{
    Query(statements, R"sql(
        INSERT OR REPLACE INTO indexed_until (device, seq)
        SELECT id, (SELECT max(seq) FROM journal WHERE journal.device = device.id) AS last
        FROM device WHERE last IS NOT NULL)sql")
        .run();
}

} // namespace

bool is_time_to_index(const JournalEntry& entry)
{
    return entry.seq % commands_together == 0 || entry.ops.size() > many_rows;
}

void index_entries(Statements& statements)
{
    std::vector<EntryId> entries;
    {
        Query behind(statements, sql_of_what_is_behind);
        entries = entries_written(behind);
    }
    index_texts(statements, entries);
    note_all_indexed(statements);
}

void index_merged(Statements& statements, const std::set<Bytes>& rewritten)
{
    std::vector<EntryId> entries;
    std::ranges::transform(rewritten, std::back_inserter(entries), entry_of);
    index_texts(statements, entries);
    note_all_indexed(statements);
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
