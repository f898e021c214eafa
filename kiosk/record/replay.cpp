#include "record/replay.h"

#include <sodium.h>

namespace chibo {
namespace {

std::string row_name(const Bytes& key)
{
    return {key.begin(), key.end()};
}

void write_column(
    Replay::Row& row, const std::string& name, const cbor::Value& value, EntryOrder order)
{
    Replay::Column& column = row.columns[name];
    if (order < column.order)
        return;
    column.order = order;
    column.mark = mark_of(value);
}

} // namespace

std::uint64_t mark_of(const cbor::Value& value)
{
    static_assert(crypto_shorthash_BYTES == sizeof(std::uint64_t));
    static constexpr std::array<std::uint8_t, crypto_shorthash_KEYBYTES> key {};
    const Bytes bytes = cbor::encode(value);
    std::uint64_t mark = 0;
    crypto_shorthash(
        reinterpret_cast<unsigned char*>(&mark), bytes.data(), bytes.size(), key.data());
    return mark;
}

void Replay::add(const JournalEntry& entry)
{
    const EntryOrder order {entry.hlc, entry.device};
    for (const Op& op : entry.ops) {
        Row& row = m_tables[op.table][row_name(key_bytes(op.key))];
        if (op.kind != Op::Kind::Update && !(order < row.made)) {
            row.made = order;
            row.exists = op.kind == Op::Kind::Insert;
        }
        if (op.kind == Op::Kind::Remove)
            continue;
        for (const auto& [name, change] : op.columns) {
            write_column(row, name, change.new_value, order);
            if (op.kind == Op::Kind::Update)
                row.columns[name].updated = std::max(row.columns[name].updated, order);
        }
    }
}

Replay::Row* Replay::find(const std::string& table, const Bytes& key)
{
    const auto rows = m_tables.find(table);
    if (rows == m_tables.end())
        return nullptr;
    const auto row = rows->second.find(row_name(key));
    if (row == rows->second.end())
        return nullptr;
    row->second.seen = true;
    return &row->second;
}

std::vector<Replay::Missing> Replay::unseen() const
{
    std::vector<Missing> missing;
    for (const auto& [table, rows] : m_tables) {
        for (const auto& [key, row] : rows) {
            if (row.exists && !row.seen)
                missing.push_back({table, row.made});
        }
    }
    return missing;
}

} // namespace chibo
