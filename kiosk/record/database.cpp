#include "record/database.h"

#include <algorithm>
#include <mutex>

#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>

#include "meeting/check.h"
#include "meeting/names.h"
#include "record/schema.h"

namespace chibo {
namespace {

constexpr int application_id = 0x63686962; // "chib"
constexpr int busy_timeout_ms
    = 3000; // A verb's longest transaction; the screen stands that long at worst.

// KiB of pages that stay deciphered, at most. A search types on: each letter reads what the last
// one read, and a page read anew is deciphered and checked anew.
constexpr const char* few_pages = "PRAGMA cache_size = -8192";
constexpr const char* many_pages = "PRAGMA cache_size = -65536";

std::mutex collecting; // Records of several threads prepare theirs at the same time.
std::vector<std::string>* collected = nullptr;

void collect_text(std::string_view sql)
{
    const std::scoped_lock lock(collecting);
    if (collected)
        collected->emplace_back(sql);
}

void check_triggers(SQLite::Database& database)
{
    SQLite::Statement triggers(
        database, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'");
    triggers.executeStep();
    CHECK(triggers.getColumn(0).getInt() == 0);
}

void check_unique(SQLite::Database& database, const std::string& table)
{
    SQLite::Statement indexes(database,
        "SELECT count(*) FROM pragma_index_list(:table) WHERE \"unique\" = 1 AND origin <> 'pk'");
    indexes.bind(":table", table);
    indexes.executeStep();
    CHECK(indexes.getColumn(0).getInt() == 0);
}

Table read_table(SQLite::Database& database, const std::string& name)
{
    Table table;
    int keys = 0;
    SQLite::Statement columns(database,
        "SELECT name, type, \"notnull\", pk, hidden, dflt_value FROM pragma_table_xinfo(:table)");
    columns.bind(":table", name);
    while (columns.executeStep()) {
        const std::string column = columns.getColumn(0);
        const std::string type = columns.getColumn(1);
        CHECK(columns.getColumn(4).getInt() == 0); // A generated column loses the whole changeset.
        CHECK(type == "BLOB" || type == "TEXT"
            || type == "INTEGER"); // No floating point in a journal.
        if (columns.getColumn(3).getInt() != 0) {
            CHECK(columns.getColumn(2).getInt() == 1); // A row whose key is NULL is not recorded.
            table.key = table.columns.size();
            table.text_key = type == "TEXT";
            ++keys;
        }
        if (column == "removed" || column == "undone")
            table.tombstone = column;
        table.has_meeting |= column == "meeting";
        table.columns.push_back(column);
        table.shapes.push_back({.type = type.front(),
            .required = columns.getColumn(2).getInt() != 0,
            .has_default = !columns.getColumn(5).isNull()});
    }
    CHECK(keys == 1);
    for (const ColumnGroup& group : column_groups()) {
        for (const std::string_view column : group.columns) {
            if (group.table == name && !column.empty())
                table.group.emplace_back(column);
        }
    }
    for (const std::string& column : table.group)
        CHECK(table.find(column) != std::string::npos);
    check_unique(database, name);
    return table;
}

void fold(sqlite3_context* context, int, sqlite3_value** values)
{
    const auto* text = static_cast<const char*>(sqlite3_value_blob(values[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[0]));
    const std::string folded = fold_for_search(text ? std::string_view(text, size) : "");
    sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

} // namespace

std::size_t Table::find(std::string_view column) const
{
    const auto at = std::ranges::find(columns, column);
    return at == columns.end() ? std::string::npos : static_cast<std::size_t>(at - columns.begin());
}

RoomForPages::RoomForPages(SQLite::Database& database) : m_database(database)
{
    m_database.exec(many_pages);
}

RoomForPages::~RoomForPages()
{
    sqlite3* handle = m_database.getHandle();
    sqlite3_exec(handle, few_pages, nullptr, nullptr, nullptr);
    sqlite3_db_release_memory(handle);
}

Transaction::Transaction(SQLite::Database& database) : m_database(database)
{
    m_database.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // A failed write may have rolled back by itself; then there is nothing left to do.
    if (!m_done && sqlite3_get_autocommit(m_database.getHandle()) == 0)
        sqlite3_exec(m_database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.exec("COMMIT");
    m_done = true;
}

SQLite::Statement& Statements::prepare(std::string_view sql)
{
    if (const auto found = m_statements.find(sql); found != m_statements.end()) {
        found->second->tryReset();
        found->second->clearBindings();
        return *found->second;
    }
    collect_text(sql);
    std::string text(sql);
    auto statement = std::make_unique<SQLite::Statement>(m_database, text);
    return *m_statements.emplace(std::move(text), std::move(statement)).first->second;
}

void Statements::reset()
{
    sqlite3* handle = m_database.getHandle();
    for (auto* statement = sqlite3_next_stmt(handle, nullptr); statement;
        statement = sqlite3_next_stmt(handle, statement)) {
        if (sqlite3_stmt_busy(statement))
            sqlite3_reset(statement);
    }
}

void Statements::collect(std::vector<std::string>* into)
{
    const std::scoped_lock lock(collecting);
    collected = into;
}

std::unique_ptr<SQLite::Database> open_database(
    const std::filesystem::path& file, const Key& key, int flags)
{
    auto database = std::make_unique<SQLite::Database>(file.string(), flags, busy_timeout_ms);
    database->exec("PRAGMA cipher_log_level = NONE"); // It would write to standard error; the
                                                      // exception says it.
    std::string hex(65, '\0');
    sodium_bin2hex(hex.data(), hex.size(), key.bytes().data(), key.bytes().size());
    hex.pop_back();
    std::string pragma = fmt::format("PRAGMA key = \"x'{}'\"", hex);
    database->exec(pragma);
    sodium_memzero(hex.data(), hex.size());
    sodium_memzero(pragma.data(), pragma.size());
    database->exec("SELECT count(*) FROM sqlite_schema"); // Reads the first page: the key is right
                                                          // or it throws.
    if ((flags & SQLite::OPEN_READWRITE) != 0)
        database->exec("PRAGMA journal_mode = WAL");
    database->exec("PRAGMA synchronous = FULL");
    database->exec(few_pages);
    database->createFunction("fold_for_search", 1, true, nullptr, fold);
    return database;
}

int schema_version(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database& database, std::span<const std::string_view> steps)
{
    for (auto at = static_cast<std::size_t>(schema_version(database)); at < steps.size(); ++at) {
        Transaction transaction(database);
        // Another process may have been first.
        if (schema_version(database) != static_cast<int>(at))
            continue;
        database.exec(std::string(steps[at]));
        database.exec(fmt::format("PRAGMA user_version = {}", at + 1));
        database.exec(fmt::format("PRAGMA application_id = {}", application_id));
        transaction.commit();
    }
}

Tables read_tables(SQLite::Database& database, std::span<const std::string_view> names)
{
    check_triggers(database);
    Tables tables;
    for (const std::string_view name : names)
        tables.emplace(name, read_table(database, std::string(name)));
    return tables;
}

} // namespace chibo
