// Identifiers, bytes and what may be missing, between SQL and structs.
#pragma once

#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

#include "meeting/ids.h"
#include "record/cbor.h"

namespace chibo {

/// `bind_to(query, ":meeting", meeting)`; text and bytes are copied. Not named `bind`, which would
/// find std::bind.
template <typename Tag>
void bind_to(SQLite::Statement& statement, const char* name, const Id<Tag>& id)
{
    statement.bind(name, id.uuid.bytes.data(), static_cast<int>(id.uuid.bytes.size()));
}
inline void bind_to(SQLite::Statement& statement, const char* name, std::int64_t number)
{
    statement.bind(name, number);
}
inline void bind_to(SQLite::Statement& statement, const char* name, int number)
{
    statement.bind(name, number);
}
inline void bind_to(SQLite::Statement& statement, const char* name, const std::string& text)
{
    statement.bind(name, text);
}
inline void bind_to(SQLite::Statement& statement, const char* name, const char* text)
{
    statement.bind(name, text);
}
inline void bind_to(
    SQLite::Statement& statement, const char* name, std::span<const std::uint8_t> bytes)
{
    // An empty vector has no address, and SQLite takes a null address for NULL.
    statement.bind(name, bytes.empty() ? "" : static_cast<const void*>(bytes.data()),
        static_cast<int>(bytes.size()));
}
inline void bind_to(SQLite::Statement& statement, const char* name, const Bytes& bytes)
{
    bind_to(statement, name, std::span(bytes));
}
/// Nothing is NULL.
template <typename T>
void bind_to(SQLite::Statement& statement, const char* name, const std::optional<T>& value)
{
    if (value)
        bind_to(statement, name, *value);
    else
        statement.bind(name);
}

/// `read_id<MemberId>(query.getColumn(0))`; what is no UUID reads as nil.
template <typename AnyId> [[nodiscard]] AnyId read_id(const SQLite::Column& column)
{
    AnyId id;
    if (column.getBytes() == static_cast<int>(id.uuid.bytes.size()))
        std::memcpy(id.uuid.bytes.data(), column.getBlob(), id.uuid.bytes.size());
    return id;
}
template <typename AnyId>
[[nodiscard]] std::optional<AnyId> read_optional_id(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional<AnyId>(read_id<AnyId>(column));
}
[[nodiscard]] inline std::optional<std::int64_t> read_optional_int(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional<std::int64_t>(column.getInt64());
}
[[nodiscard]] inline Bytes read_bytes(const SQLite::Column& column)
{
    const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
    return bytes ? Bytes(bytes, bytes + column.getBytes()) : Bytes {};
}

} // namespace chibo
