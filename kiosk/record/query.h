// One statement from its text to its last row: values by name in, columns in order out, reset at
// the end.
#pragma once

#include <string>
#include <string_view>

#include "meeting/dates.h"
#include "meeting/words.h"
#include "record/bind.h"
#include "record/database.h"
#include "record/record.h"

namespace chibo {

/// `Query query(record, R"sql(SELECT …)sql"); query.bind(":meeting", id); while (query.next()) …`
/// Columns are read once each, in the order in which they are listed. A statement is reset when the
/// query goes out of scope; the same text must not be asked inside its own loop.
class Query {
public:
    Query(const Record& record, std::string_view sql) : m_statement(record.prepare(sql)) {}
    Query(Changes& changes, std::string_view sql) : m_statement(changes.prepare(sql)) {}
    Query(Statements& statements, std::string_view sql) : m_statement(statements.prepare(sql)) {}
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query() { m_statement.tryReset(); }

    template <typename T> Query& bind(const char* name, const T& value)
    {
        bind_to(m_statement, name, value);
        return *this;
    }
    Query& bind(const char* name, std::string_view value)
    {
        bind_to(m_statement, name, std::string(value));
        return *this;
    }
    Query& bind(const char* name, const char* value) { return bind(name, std::string_view(value)); }
    Query& bind(const char* name, const std::string& value)
    {
        return bind(name, std::string_view(value));
    }
    Query& bind(const char* name, bool value) { return bind(name, value ? 1 : 0); }
    Query& bind(const char* name, Date day) { return bind(name, iso(day)); }
    Query& bind(const char* name, const std::optional<Date>& day)
    {
        return bind(name, day ? std::optional<std::string>(iso(*day)) : std::nullopt);
    }
    /// Bytes as a BLOB; none is NULL.
    Query& bind_bytes(const char* name, const std::string& bytes)
    {
        if (bytes.empty())
            m_statement.bind(name);
        else
            m_statement.bind(name, bytes.data(), static_cast<int>(bytes.size()));
        return *this;
    }

    /// Writes.
    void run() { m_statement.exec(); }
    /// The next row, if there is one.
    [[nodiscard]] bool next()
    {
        m_column = 0;
        return m_statement.executeStep();
    }

    template <typename AnyId> [[nodiscard]] AnyId id() { return read_id<AnyId>(column()); }
    template <typename AnyId> [[nodiscard]] std::optional<AnyId> optional_id()
    {
        return read_optional_id<AnyId>(column());
    }
    [[nodiscard]] std::string text() { return column().getString(); } // Bytes too.
    [[nodiscard]] Bytes bytes() { return read_bytes(column()); }
    [[nodiscard]] std::int64_t number() { return column().getInt64(); }
    [[nodiscard]] int integer() { return column().getInt(); }
    [[nodiscard]] bool flag() { return column().getInt() != 0; }
    [[nodiscard]] std::optional<std::int64_t> optional_number()
    {
        return read_optional_int(column());
    }
    [[nodiscard]] std::optional<std::string> optional_text()
    {
        const SQLite::Column value = column();
        return value.isNull() ? std::nullopt : std::optional(value.getString());
    }
    [[nodiscard]] Date date() { return parse_iso(text()).value_or(Date {}); }
    [[nodiscard]] std::optional<Date> optional_date()
    {
        return parse_iso(text());
    } // NULL reads as "".
    template <typename Enum> [[nodiscard]] Enum word() { return word_or_first<Enum>(text()); }

private:
    [[nodiscard]] SQLite::Column column() { return m_statement.getColumn(m_column++); }

    SQLite::Statement& m_statement;
    int m_column = 0;
};

} // namespace chibo
