#include "record/history.h"

#include <algorithm>

#include <fmt/format.h>

#include "record/journal_store.h"

namespace chibo {
namespace {

std::string text_of(const cbor::Value& value)
{
    if (const auto* number = value.get<std::int64_t>())
        return std::to_string(*number);
    if (const auto* text = value.get<std::string>())
        return *text;
    const auto* bytes = value.get<Bytes>();
    if (!bytes)
        return {};
    Uuid uuid;
    if (bytes->size() != uuid.bytes.size())
        return fmt::format("({} bytes)", bytes->size());
    std::ranges::copy(*bytes, uuid.bytes.begin());
    return uuid.text();
}

void add_changes(const Op& op, std::vector<HistoryChange>& changes)
{
    for (const auto& [column, change] : op.columns) {
        // A column that is only written beside another (schema.h, column_groups).
        if (op.kind == Op::Kind::Update && change.old_value == change.new_value)
            continue;
        changes.push_back({op.table, column, text_of(change.old_value), text_of(change.new_value)});
    }
}

std::vector<HistoryChange> changes_of(const JournalEntry& entry, const Bytes& key)
{
    std::vector<HistoryChange> changes;
    for (const Op& op : entry.ops) {
        if (key_bytes(op.key) == key)
            add_changes(op, changes);
    }
    return changes;
}

std::vector<HistoryVersion> read_versions(const Record& record, const Bytes& key)
{
    auto& query = record.prepare(R"sql(
        SELECT journal.body, coalesce(device.name, '')
        FROM journal_key
        JOIN journal ON journal.device = journal_key.device AND journal.seq = journal_key.seq
        LEFT JOIN device ON device.id = journal.device
        WHERE journal_key.key = :key
        ORDER BY journal_key.hlc, journal_key.device)sql");
    bind_to(query, ":key", key);
    std::vector<HistoryVersion> versions;
    while (query.executeStep()) {
        const auto entry = decode_entry(read_bytes(query.getColumn(0)));
        if (!entry)
            continue;
        versions.push_back({.place = {entry->device, entry->seq},
            .at_ms = entry->wall_ms,
            .command = entry->command,
            .undoes = entry->undoes,
            .actor = entry->actor,
            .device = query.getColumn(1),
            .changes = changes_of(*entry, key)});
    }
    return versions;
}

std::vector<HistoryVersion> read_named(const Record& record, const Bytes& key)
{
    auto versions = read_versions(record, key);
    for (HistoryVersion& version : versions) {
        if (version.actor.member)
            version.member = name_of_row(record, version.actor.member->uuid);
    }
    return versions;
}

} // namespace

std::vector<HistoryVersion> read_history(const Record& record, const Uuid& id)
{
    return read_named(record, Bytes(id.bytes.begin(), id.bytes.end()));
}

std::vector<HistoryVersion> read_history(const Record& record, const std::string& id)
{
    return read_named(record, Bytes(id.begin(), id.end()));
}

std::string name_of_row(const Record& record, const Uuid& id)
{
    auto& query = record.prepare(R"sql(
        SELECT name FROM member WHERE id = :id
        UNION ALL SELECT name FROM guest WHERE id = :id
        UNION ALL SELECT title FROM meeting WHERE id = :id
        UNION ALL SELECT title FROM agenda_item WHERE id = :id
        UNION ALL SELECT name FROM device WHERE id = :id)sql");
    bind_to(query, ":id", Bytes(id.bytes.begin(), id.bytes.end()));
    std::string name = query.executeStep() ? query.getColumn(0).getString() : "";
    query.reset();
    return name;
}

std::vector<HistoryChange> changes_of(const JournalEntry& entry)
{
    std::vector<HistoryChange> changes;
    for (const Op& op : entry.ops)
        add_changes(op, changes);
    return changes;
}

std::optional<JournalEntry> read_entry(const Record& record, const JournalPlace& place)
{
    return entry_at(record, place);
}

} // namespace chibo
