#include "record/search_index.h"

#include "meeting/names.h"
#include "record/bind.h"

namespace chibo {
namespace {

/// The index's number of an entry; a new one takes the next.
std::int64_t row_of(Statements& statements, const Bytes& entry)
{
    auto& query = statements.prepare("SELECT rowid FROM entry_text_row WHERE entry = :entry");
    bind_to(query, ":entry", entry);
    if (query.executeStep()) {
        const std::int64_t row = query.getColumn(0);
        query.reset();
        return row;
    }
    auto& insert
        = statements.prepare("INSERT INTO entry_text_row (entry) VALUES (:entry) RETURNING rowid");
    bind_to(insert, ":entry", entry);
    insert.executeStep();
    const std::int64_t row = insert.getColumn(0);
    insert.reset();
    return row;
}

void index_text(Statements& statements, const Bytes& entry, const std::string& text)
{
    auto& insert = statements.prepare(
        "INSERT OR REPLACE INTO entry_text (rowid, folded) VALUES (:row, :folded)");
    bind_to(insert, ":row", row_of(statements, entry));
    bind_to(insert, ":folded", fold_for_search(text));
    insert.exec();
}

} // namespace

void index_entries(Statements& statements, std::span<const Op> ops)
{
    for (const Op& op : ops) {
        // What was removed stays in the index: the search leaves it out, and it may come back.
        if (op.table != "entry" || op.kind == Op::Kind::Remove)
            continue;
        const auto text = op.columns.find("text");
        const auto* value
            = text == op.columns.end() ? nullptr : text->second.new_value.get<std::string>();
        if (value)
            index_text(statements, key_bytes(op.key), *value);
    }
}

void index_entry(Statements& statements, const Bytes& entry)
{
    auto& query = statements.prepare("SELECT text FROM entry WHERE id = :entry");
    bind_to(query, ":entry", entry);
    const auto text
        = query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
    query.reset();
    if (text)
        index_text(statements, entry, *text);
}

void rebuild_index(SQLite::Database& database)
{
    database.exec("INSERT INTO entry_text (entry_text) VALUES ('delete-all')");
    database.exec("DELETE FROM entry_text_row");
    Statements statements(database);
    SQLite::Statement entries(
        database, "SELECT id, text FROM entry ORDER BY at_ms /* reads all */");
    while (entries.executeStep())
        index_text(statements, read_bytes(entries.getColumn(0)), entries.getColumn(1));
}

} // namespace chibo
