// Taking one journal entry back by the opposite operations, unless a later change stands on it.
#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "meeting/check.h"
#include "meeting/dates.h"
#include "record/bind.h"
#include "record/history.h"
#include "record/journal.h"
#include "record/record_parts.h"

namespace chibo {
namespace {

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
        const SQLite::Column value = row.getColumn(static_cast<int>(at - table.columns.begin()));
        const bool same = value.isNull() ? change.new_value.get<std::nullptr_t>() != nullptr
            : value.isInteger()          ? change.new_value == cbor::Value(value.getInt64())
            : value.isText()             ? change.new_value == cbor::Value(value.getString())
                                         : change.new_value == cbor::Value(read_bytes(value));
        if (!same)
            return false;
    }
    row.reset();
    return true;
}

void write_opposite(Changes& changes, const Table& table, const Op& op)
{
    const std::string& key = table.columns[table.key];
    if (op.kind == Op::Kind::Remove) {
        std::string columns = key;
        std::string names = ":key";
        for (const auto& [column, change] : op.columns) {
            columns += ", " + column;
            names += ", :" + column;
        }
        auto& insert = changes.prepare(
            fmt::format("INSERT INTO {} ({}) VALUES ({})", op.table, columns, names));
        bind_value(insert, ":key", op.key);
        for (const auto& [column, change] : op.columns)
            bind_value(insert, (":" + column).c_str(), change.old_value);
        insert.exec();
        return;
    }
    if (op.kind == Op::Kind::Insert) {
        // A fact is taken back by its tombstone, so that it stays readable; a row without one goes.
        auto& write = changes.prepare(table.tombstone.empty()
                ? fmt::format("DELETE FROM {} WHERE {} = :key", op.table, key)
                : fmt::format(
                      "UPDATE {} SET {} = 1 WHERE {} = :key", op.table, table.tombstone, key));
        bind_value(write, ":key", op.key);
        write.exec();
        return;
    }
    std::string sets;
    for (const auto& [column, change] : op.columns)
        sets += fmt::format("{}{} = :{}", sets.empty() ? "" : ", ", column, column);
    auto& update
        = changes.prepare(fmt::format("UPDATE {} SET {} WHERE {} = :key", op.table, sets, key));
    bind_value(update, ":key", op.key);
    for (const auto& [column, change] : op.columns)
        bind_value(update, (":" + column).c_str(), change.old_value);
    update.exec();
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
                if (table == m_parts->tables.end() || op.table == "device")
                    return refuse("journal.undo_never", {{"change", entry->command}});
                if (is_sealed(changes, op, table->second))
                    return refuse("journal.undo_sealed");
                if (!stands(changes, table->second, op))
                    return tl::unexpected(blocked_by(*this, blocker(*this, *entry, op)));
            }
            for (const Op& op : entry->ops | std::views::reverse)
                write_opposite(changes, m_parts->tables.find(op.table)->second, op);
            return {};
        }};
    return run(command, actor, place);
}

} // namespace chibo
