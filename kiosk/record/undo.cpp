// Taking one journal entry back by the opposite operations, unless a later change stands on it.
#include <algorithm>
#include <array>
#include <ranges>

#include <fmt/format.h>

#include "meeting/check.h"
#include "meeting/dates.h"
#include "record/bind.h"
#include "record/history.h"
#include "record/journal.h"
#include "record/record_parts.h"
#include "record/rows.h"

namespace chibo {
namespace {

/// The first change after `entry` of what `op` touched: for a whole row any column, else the same
/// column.
std::optional<JournalPlace> blocker(const Record& record, const JournalEntry& entry, const Op& op)
{
    SQLite::Statement& query = record.prepare(R"sql(
        SELECT journal.device, journal.seq, journal.body
        FROM journal_key JOIN journal ON journal.device = journal_key.device AND journal.seq = journal_key.seq
        WHERE journal_key.key = :key AND (journal_key.hlc, journal_key.device) > (:hlc, :device)
        ORDER BY journal_key.hlc, journal_key.device)sql");
    bind_to(query, ":key", key_bytes(op.key));
    bind_to(query, ":hlc", entry.hlc);
    bind_to(query, ":device", entry.device);
    const auto touches = [&](const Op& later) {
        if (later.table != op.table || later.key != op.key)
            return false;
        if (op.kind != Op::Kind::Update || later.kind != Op::Kind::Update)
            return true;
        return std::ranges::any_of(
            later.columns, [&](const auto& column) { return op.columns.contains(column.first); });
    };
    std::optional<JournalPlace> last;
    while (query.executeStep()) {
        const auto later = decode_entry(read_bytes(query.getColumn(2)));
        if (!later || std::ranges::any_of(later->ops, touches))
            last = JournalPlace {
                read_id<DeviceId>(query.getColumn(0)), query.getColumn(1).getInt64()};
    }
    return last;
}

/// Whether what the entry wrote is there still. What was taken back and done again counts as there.
bool stands(Changes& changes, const Table& table, const Op& op)
{
    const std::string& key = table.columns[table.key];
    SQLite::Statement& row
        = changes.prepare(fmt::format("SELECT * FROM {} WHERE {} = :key", op.table, key));
    bind_value(row, ":key", op.key);
    const bool found = row.executeStep();
    if (found != (op.kind != Op::Kind::Remove))
        return false;
    for (const auto& [column, change] : op.columns) {
        if (!found)
            break;
        const auto at = std::ranges::find(table.columns, column);
        if (at == table.columns.end())
            return false;
        if (change.new_value
            != read_value(row.getColumn(static_cast<int>(at - table.columns.begin()))))
            return false;
    }
    row.reset();
    return true;
}

void write_opposite(Statements& statements, const Table& table, const Op& op)
{
    Rows rows(statements, op.table, table);
    static const cbor::Value taken_back = std::int64_t {1};
    const std::array tombstone {Rows::Value {table.tombstone, &taken_back}};
    // A fact is taken back by its tombstone, so that it stays readable; a row without one goes.
    if (op.kind == Op::Kind::Insert)
        return table.tombstone.empty() ? rows.remove(op.key) : rows.update(op.key, tombstone);
    std::vector<Rows::Value> old_values;
    old_values.reserve(op.columns.size());
    for (const auto& [column, change] : op.columns)
        old_values.push_back({column, &change.old_value});
    op.kind == Op::Kind::Remove ? rows.insert(op.key, old_values) : rows.update(op.key, old_values);
}

/// A sealed meeting's rows stay as they were sealed: an amendment is the only way.
bool is_sealed(Changes& changes, const Op& op, const Table& table)
{
    if (!table.has_meeting && op.table != "meeting" && op.table != "seal")
        return false;
    if (op.table == "seal" || op.table == "meeting") {
        auto& seal = changes.prepare("SELECT 1 FROM seal WHERE id = :meeting");
        bind_value(seal, ":meeting", op.key);
        const bool sealed = seal.executeStep();
        seal.reset();
        return sealed;
    }
    auto& seal = changes.prepare(fmt::format(
        "SELECT 1 FROM seal WHERE id = (SELECT meeting FROM {} WHERE id = :key)", op.table));
    bind_value(seal, ":key", op.key);
    const bool sealed = seal.executeStep();
    seal.reset();
    return sealed;
}

Error blocked_by(const Record& record, const std::optional<JournalPlace>& place)
{
    const auto later = place ? read_entry(record, *place) : std::nullopt;
    if (!later)
        return {"journal.undo_changed", {}};
    return {"journal.undo_blocked",
        {{"change", later->command}, {"time", hm(later->wall_ms)}, {"device", later->device.text()},
            {"seq", std::to_string(later->seq)}}};
}

} // namespace

Result<JournalPlace> Record::undo(const JournalPlace& place, const Actor& actor)
{
    const auto entry = read_entry(*this, place);
    if (!entry)
        return refuse("journal.no_entry", {{"seq", std::to_string(place.seq)}});
    const Command command {
        "undo", [&](Changes& changes) -> Result<void> {
            for (const Op& op : entry->ops) {
                const auto table = m_parts->tables.find(op.table);
                if (table == m_parts->tables.end() || op.table.starts_with("device"))
                    return refuse("journal.undo_never", {{"change", entry->command}});
                if (is_sealed(changes, op, table->second))
                    return refuse("journal.undo_sealed");
                if (!stands(changes, table->second, op))
                    return tl::unexpected(blocked_by(*this, blocker(*this, *entry, op)));
            }
            for (const Op& op : entry->ops | std::views::reverse)
                write_opposite(*m_parts->statements, m_parts->tables.find(op.table)->second, op);
            return {};
        }};
    return run(command, actor, place);
}

} // namespace chibo
