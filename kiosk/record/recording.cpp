#include "record/recording.h"

#include <algorithm>
#include <memory>
#include <tuple>

#include "meeting/check.h"

namespace chibo {
namespace {

void require(int code)
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(sqlite3_errstr(code), code);
}

int travels(void* tables, const char* name)
{
    return static_cast<const Tables*>(tables)->contains(std::string_view(name)) ? 1 : 0;
}

cbor::Value value_of(sqlite3_value* value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return static_cast<std::int64_t>(sqlite3_value_int64(value));
    case SQLITE_TEXT: {
        const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
    }
    case SQLITE_BLOB: {
        const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
        return bytes ? Bytes(bytes, bytes + sqlite3_value_bytes(value)) : Bytes {};
    }
    default:
        CHECK(sqlite3_value_type(value) == SQLITE_NULL);
        return nullptr;
    }
}

/// The old or the new value of a column; no value where an UPDATE left it alone.
using ReadValue = int (*)(sqlite3_changeset_iter*, int, sqlite3_value**);
sqlite3_value* read_value(sqlite3_changeset_iter* changes, std::size_t column, ReadValue read)
{
    sqlite3_value* value = nullptr;
    require(read(changes, static_cast<int>(column), &value));
    return value;
}

void read_columns(sqlite3_changeset_iter* changes, const Table& table, Op& op)
{
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i == table.key)
            continue;
        sqlite3_value* old_value
            = op.kind == Op::Kind::Insert ? nullptr : read_value(changes, i, sqlite3changeset_old);
        sqlite3_value* new_value
            = op.kind == Op::Kind::Remove ? nullptr : read_value(changes, i, sqlite3changeset_new);
        if (!old_value && !new_value)
            continue;
        Op::Change& change = op.columns[table.columns[i]];
        if (old_value)
            change.old_value = value_of(old_value);
        if (new_value)
            change.new_value = value_of(new_value);
    }
}

Op read_op(sqlite3_changeset_iter* changes, const Tables& tables)
{
    const char* name = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    require(sqlite3changeset_op(changes, &name, &columns, &operation, &indirect));
    const auto found = tables.find(std::string_view(name));
    CHECK(
        found != tables.end() && static_cast<std::size_t>(columns) == found->second.columns.size());
    Op op;
    op.table = name;
    op.kind = operation == SQLITE_INSERT ? Op::Kind::Insert
        : operation == SQLITE_UPDATE     ? Op::Kind::Update
                                         : Op::Kind::Remove;
    const auto read = op.kind == Op::Kind::Insert ? sqlite3changeset_new : sqlite3changeset_old;
    op.key = value_of(read_value(changes, found->second.key, read));
    read_columns(changes, found->second, op);
    return op;
}

} // namespace

Recording::Recording(SQLite::Database& database, const Tables& tables) : m_tables(tables)
{
    require(sqlite3session_create(database.getHandle(), "main", &m_session));
    sqlite3session_table_filter(m_session, travels, const_cast<Tables*>(&m_tables));
    require(sqlite3session_attach(m_session, nullptr));
}

Recording::~Recording()
{
    if (m_session)
        sqlite3session_delete(m_session);
}

std::vector<Op> Recording::ops() const
{
    int size = 0;
    void* raw = nullptr;
    require(sqlite3session_changeset(m_session, &size, &raw));
    const std::unique_ptr<void, void (*)(void*)> changeset(raw, sqlite3_free);
    sqlite3_changeset_iter* raw_iterator = nullptr;
    require(sqlite3changeset_start(&raw_iterator, size, raw));
    const std::unique_ptr<sqlite3_changeset_iter, int (*)(sqlite3_changeset_iter*)> changes(
        raw_iterator, sqlite3changeset_finalize);
    std::vector<Op> ops;
    int code = sqlite3changeset_next(changes.get());
    for (; code == SQLITE_ROW; code = sqlite3changeset_next(changes.get()))
        ops.push_back(read_op(changes.get(), m_tables));
    require(code == SQLITE_DONE ? SQLITE_OK : code);
    std::ranges::sort(
        ops, {}, [](const Op& op) { return std::tuple(op.table, key_bytes(op.key)); });
    return ops;
}

} // namespace chibo
