#include "record/rows.h"

#include <fmt/format.h>

#include "record/bind.h"

namespace chibo {

void bind_value(SQLite::Statement& statement, const char* name, const cbor::Value& value)
{
    if (const auto* number = value.get<std::int64_t>())
        bind_to(statement, name, *number);
    else if (const auto* text = value.get<std::string>())
        bind_to(statement, name, *text);
    else if (const auto* bytes = value.get<Bytes>())
        bind_to(statement, name, *bytes);
    else
        statement.bind(name);
}

cbor::Value read_value(const SQLite::Column& column)
{
    if (column.isNull())
        return nullptr;
    if (column.isInteger())
        return column.getInt64();
    if (column.isText())
        return column.getString();
    return read_bytes(column);
}

void Rows::insert(const cbor::Value& key, std::span<const Value> values)
{
    std::string columns = key_name();
    std::string names = ":primary_key";
    for (const Value& one : values) {
        columns.append(", ").append(one.column);
        names.append(", :").append(one.column);
    }
    auto& insert = m_statements.prepare(
        fmt::format("INSERT INTO {} ({}) VALUES ({})", m_name, columns, names));
    bind_value(insert, ":primary_key", key);
    for (const Value& one : values)
        bind_value(insert, fmt::format(":{}", one.column).c_str(), *one.value);
    insert.exec();
}

void Rows::update(const cbor::Value& key, std::span<const Value> values)
{
    if (values.empty())
        return;
    std::string sets;
    for (const Value& one : values)
        sets += fmt::format("{}{} = :{}", sets.empty() ? "" : ", ", one.column, one.column);
    auto& update = m_statements.prepare(
        fmt::format("UPDATE {} SET {} WHERE {} = :primary_key", m_name, sets, key_name()));
    bind_value(update, ":primary_key", key);
    for (const Value& one : values)
        bind_value(update, fmt::format(":{}", one.column).c_str(), *one.value);
    update.exec();
}

void Rows::remove(const cbor::Value& key)
{
    auto& remove = m_statements.prepare(
        fmt::format("DELETE FROM {} WHERE {} = :primary_key", m_name, key_name()));
    bind_value(remove, ":primary_key", key);
    remove.exec();
}

bool Rows::has(const cbor::Value& key)
{
    auto& query = m_statements.prepare(
        fmt::format("SELECT 1 FROM {} WHERE {} = :primary_key", m_name, key_name()));
    bind_value(query, ":primary_key", key);
    const bool found = query.executeStep();
    query.reset();
    return found;
}

cbor::Value Rows::read(const cbor::Value& key, std::string_view column)
{
    auto& query = m_statements.prepare(
        fmt::format("SELECT {} FROM {} WHERE {} = :primary_key", column, m_name, key_name()));
    bind_value(query, ":primary_key", key);
    cbor::Value value = query.executeStep() ? read_value(query.getColumn(0)) : cbor::Value(nullptr);
    query.reset();
    return value;
}

} // namespace chibo
