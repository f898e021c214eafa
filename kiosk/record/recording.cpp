#include "record/recording.h"

#include <algorithm>

#include <fmt/format.h>

#include "meeting/check.h"
#include "record/bind.h"

namespace chibo {
namespace {

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
    default: // NULL; read_tables() has seen to it that no column holds floating point.
        return nullptr;
    }
}

cbor::Value value_of(const SQLite::Column& column)
{
    if (column.isInteger())
        return column.getInt64();
    if (column.isText())
        return column.getString();
    return column.isBlob() ? cbor::Value(read_bytes(column)) : cbor::Value(nullptr);
}

/// What makes `after` of `before`; an empty one is no row.
Op op_between(const Tables::value_type& table, const cbor::Value& key,
    const std::vector<cbor::Value>& before, const std::vector<cbor::Value>& after)
{
    Op op;
    op.table = table.first;
    op.key = key;
    op.kind = before.empty() ? Op::Kind::Insert
        : after.empty()      ? Op::Kind::Remove
                             : Op::Kind::Update;
    for (std::size_t i = 0; i < table.second.columns.size(); ++i) {
        if (i == table.second.key || (op.kind == Op::Kind::Update && before[i] == after[i]))
            continue;
        Op::Change& change = op.columns[table.second.columns[i]];
        if (!before.empty())
            change.old_value = before[i];
        if (!after.empty())
            change.new_value = after[i];
    }
    return op;
}

} // namespace

Recording::Recording(SQLite::Database& database, Statements& statements, const Tables& tables) :
    m_database(database), m_statements(statements), m_tables(tables)
{
    sqlite3_preupdate_hook(m_database.getHandle(), &Recording::before_write, this);
}

Recording::~Recording()
{
    sqlite3_preupdate_hook(m_database.getHandle(), nullptr, nullptr);
}

std::vector<Op> Recording::ops() const
{
    if (m_error != SQLITE_OK)
        throw SQLite::Exception(sqlite3_errstr(m_error), m_error);
    std::vector<Op> ops;
    for (const auto& [place, touched] : m_touched) {
        const auto& table = *m_tables.find(place.table);
        const Row after = read_row(table, touched.key);
        if (touched.before.empty() && after.empty())
            continue;
        Op op = op_between(table, touched.key, touched.before, after);
        if (op.kind != Op::Kind::Update || !op.columns.empty())
            ops.push_back(std::move(op));
    }
    return ops;
}

void Recording::before_write(void* self, sqlite3* database, int operation, const char* /*schema*/,
    const char* name, sqlite3_int64 /*old_row*/, sqlite3_int64 /*new_row*/)
{
    auto& recording = *static_cast<Recording*>(self);
    const auto table = recording.m_tables.find(std::string_view(name));
    if (table == recording.m_tables.end())
        return;
    try {
        recording.touch(database, operation, *table);
    } catch (const std::bad_alloc&) {
        recording.m_error = SQLITE_NOMEM; // SQLite is C: nothing may be thrown through it.
    }
}

void Recording::touch(sqlite3* database, int operation, const Tables::value_type& table)
{
    const auto read = [&](auto* read_value, std::size_t column) -> cbor::Value {
        sqlite3_value* value = nullptr;
        const int code = read_value(database, static_cast<int>(column), &value);
        if (code != SQLITE_OK)
            m_error = code;
        return code == SQLITE_OK ? value_of(value) : cbor::Value(nullptr);
    };
    const auto touch_once = [&](auto* read_value, bool existed) {
        cbor::Value key = read(read_value, table.second.key);
        const auto [place, is_new]
            = m_touched.try_emplace(Place {table.first, key_bytes(key)}, Touched {key, {}});
        for (std::size_t i = 0; is_new && existed && i < table.second.columns.size(); ++i)
            place->second.before.push_back(read(read_value, i));
    };
    if (operation != SQLITE_INSERT)
        touch_once(sqlite3_preupdate_old, true);
    if (operation != SQLITE_DELETE)
        touch_once(sqlite3_preupdate_new, false); // The same place, unless the key was changed.
}

Recording::Row Recording::read_row(const Tables::value_type& table, const cbor::Value& key) const
{
    const auto& [name, shape] = table;
    // All columns, in the order of the table, which is that of `shape`.
    SQLite::Statement& query = m_statements.prepare(
        fmt::format("SELECT * FROM {} WHERE {} = :key", name, shape.columns[shape.key]));
    if (const auto* text = key.get<std::string>())
        bind_to(query, ":key", *text);
    else
        bind_to(query, ":key", key_bytes(key));
    Row row;
    if (query.executeStep()) {
        for (int i = 0; i < query.getColumnCount(); ++i)
            row.push_back(value_of(query.getColumn(i)));
    }
    query.reset();
    return row;
}

} // namespace chibo
