#include "record/row_history.h"

#include <algorithm>

#include "record/bind.h"
#include "record/entry_check.h"
#include "record/journal_store.h"
#include "record/rows.h"

namespace chibo {

RowHistory::RowHistory(Statements& statements, const Tables& tables, Seals& seals,
    std::string table, cbor::Value key) :
    m_statements(statements), m_tables(tables), m_table(std::move(table)), m_key(std::move(key)),
    m_entries(read_entries_of(statements, key_bytes(m_key)))
{
    const auto known = tables.find(m_table);
    for (const JournalEntry& entry : m_entries) {
        for (const Op& op : entry.ops) {
            // What came before the table was known was not checked against it.
            if (op.table == m_table && op.key == m_key
                && (known == tables.end() || op_fits(op, known->second))
                && !seals.shields(entry, op))
                add(entry, op);
        }
    }
}

void RowHistory::add(const JournalEntry& entry, const Op& op)
{
    const EntryOrder order = order_of(entry); // Entries come in this order.
    if (op.kind != Op::Kind::Update) {
        m_made = order;
        m_exists = op.kind == Op::Kind::Insert;
    }
    if (op.kind == Op::Kind::Remove)
        return;
    for (const auto& [name, change] : op.columns) {
        Column& column = m_columns[name];
        column.writers.push_back({order, &entry, &change.new_value});
        if (op.kind == Op::Kind::Update)
            column.updated = order;
    }
}

std::vector<RowHistory::Writer> RowHistory::apart(std::string_view column) const
{
    const auto found = m_columns.find(column);
    if (found == m_columns.end())
        return {};
    const auto& writers = found->second.writers;
    std::vector<Writer> last;
    for (const Writer& writer : writers) {
        const bool seen = std::ranges::any_of(writers, [&](const Writer& other) {
            return knows(*other.entry, {writer.entry->device, writer.entry->seq});
        });
        if (!seen)
            last.push_back(writer);
    }
    return last;
}

void RowHistory::write() const
{
    const auto table = m_tables.find(m_table);
    if (table == m_tables.end())
        return;
    Rows rows(m_statements, m_table, table->second);
    std::vector<Rows::Value> values;
    for (const auto& [name, column] : m_columns) {
        if (table->second.find(name) != std::string::npos)
            values.push_back({name, column.writers.back().value});
    }
    if (!m_exists)
        rows.remove(m_key);
    else if (rows.has(m_key))
        rows.update(m_key, values);
    else
        rows.insert(m_key, values);
    auto& clear = m_statements.prepare("DELETE FROM cell_clock WHERE tbl = :tbl AND key = :key");
    bind_to(clear, ":tbl", m_table);
    bind_to(clear, ":key", key_bytes(m_key));
    clear.exec();
    if (m_made != EntryOrder {})
        write_clock(m_statements, m_table, key_bytes(m_key), "", m_made);
    for (const auto& [name, column] : m_columns) {
        if (column.updated != EntryOrder {})
            write_clock(m_statements, m_table, key_bytes(m_key), name, column.updated);
    }
}

} // namespace chibo
