// Rows of any travelling table, by the names of their columns: for undo and merge. Private to
// record/.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "record/cbor.h"
#include "record/database.h"

namespace chibo {

void bind_value(SQLite::Statement& statement, const char* name, const cbor::Value& value);
[[nodiscard]] cbor::Value read_value(const SQLite::Column& column);

/// One travelling table's rows.
class Rows {
public:
    struct Value {
        std::string_view column;
        const cbor::Value* value = nullptr;
    };

    Rows(Statements& statements, const std::string& name, const Table& table) :
        m_statements(statements), m_name(name), m_table(table)
    {
    }

    void insert(const cbor::Value& key, std::span<const Value> values);
    /// Nothing where there is no such row.
    void update(const cbor::Value& key, std::span<const Value> values);
    void remove(const cbor::Value& key);
    [[nodiscard]] bool has(const cbor::Value& key);
    /// Null too where there is no such row.
    [[nodiscard]] cbor::Value read(const cbor::Value& key, std::string_view column);

private:
    [[nodiscard]] const std::string& key_name() const { return m_table.columns[m_table.key]; }

    Statements& m_statements;
    const std::string& m_name;
    const Table& m_table;
};

} // namespace chibo
