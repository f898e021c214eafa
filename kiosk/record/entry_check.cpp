#include "record/entry_check.h"

#include <algorithm>

namespace chibo {
namespace {

bool fits(const Table::Shape& shape, const cbor::Value& value)
{
    if (value.get<std::nullptr_t>())
        return !shape.required;
    return shape.type == 'I' ? value.get<std::int64_t>() != nullptr
        : shape.type == 'T'  ? value.get<std::string>() != nullptr
                             : value.get<Bytes>() != nullptr;
}

bool key_fits(const Table& table, const cbor::Value& key)
{
    const auto* bytes = key.get<Bytes>();
    return table.text_key ? key.get<std::string>() != nullptr
                          : bytes && bytes->size() == sizeof(Uuid::bytes);
}

bool touches_key(const JournalEntry& entry, const Op& op)
{
    if (op.table != "device")
        return false;
    const bool own = key_bytes(op.key)
        == Bytes(entry.device.uuid.bytes.begin(), entry.device.uuid.bytes.end());
    if (op.kind == Op::Kind::Insert)
        return !own || entry.seq != 1;
    return op.kind == Op::Kind::Remove || op.columns.contains("public_key");
}

} // namespace

bool op_fits(const Op& op, const Table& table)
{
    if (!key_fits(table, op.key))
        return false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto at = op.columns.find(table.columns[i]);
        if (i == table.key && at != op.columns.end())
            return false;
        if (i == table.key || op.kind == Op::Kind::Remove)
            continue;
        if (at != op.columns.end() && !fits(table.shapes[i], at->second.new_value))
            return false;
        // An older program did not know the column: its default must do.
        if (at == op.columns.end() && op.kind == Op::Kind::Insert && table.shapes[i].required
            && !table.shapes[i].has_default)
            return false;
    }
    return true;
}

const char* fault_of(const JournalEntry& entry, const Tables& tables)
{
    if (entry.seq < 1 || entry.hlc < 1 || entry.hlc > last_hlc)
        return "merge.clock";
    for (const Op& op : entry.ops) {
        if (touches_key(entry, op))
            return "merge.device_key";
        const auto table = tables.find(op.table);
        if (table != tables.end() && !op_fits(op, table->second))
            return "merge.shape";
    }
    if (entry.seq == 1 && !public_key_of(entry))
        return "merge.device_key";
    return nullptr;
}

std::optional<Bytes> public_key_of(const JournalEntry& first)
{
    for (const Op& op : first.ops) {
        const auto key = op.columns.find("public_key");
        if (op.table != "device" || op.kind != Op::Kind::Insert || key == op.columns.end())
            continue;
        const auto* bytes = key->second.new_value.get<Bytes>();
        if (bytes && bytes->size() == 32)
            return *bytes;
    }
    return std::nullopt;
}

} // namespace chibo
