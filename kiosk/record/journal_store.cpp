#include "record/journal_store.h"

#include <algorithm>

#include "record/bind.h"

namespace chibo {
namespace {

/// Which entry touched a row: as journal_key and seal_entry keep it.
void note_touched(SQLite::Statement& insert, const Op& op, const JournalEntry& entry)
{
    bind_to(insert, ":key", key_bytes(op.key));
    bind_to(insert, ":hlc", entry.hlc);
    bind_to(insert, ":device", entry.device);
    bind_to(insert, ":seq", entry.seq);
    insert.exec();
}

} // namespace

std::map<DeviceId, ChainHead> read_chain_heads(Statements& statements)
{
    std::map<DeviceId, ChainHead> heads;
    // CROSS: else the planner walks the whole journal, and every change costs more than the last.
    SQLite::Statement& query = statements.prepare(R"sql(
        SELECT journal.device, journal.seq, journal.hlc, journal.hash
        FROM device CROSS JOIN journal
          ON journal.device = device.id
         AND journal.seq = (SELECT max(last.seq) FROM journal AS last WHERE last.device = device.id))sql");
    while (query.executeStep()) {
        ChainHead& head = heads[read_id<DeviceId>(query.getColumn(0))];
        head.seq = query.getColumn(1);
        head.hlc = query.getColumn(2);
        std::ranges::copy(read_bytes(query.getColumn(3)), head.hash.begin());
    }
    return heads;
}

void store_entry(
    Statements& statements, const JournalEntry& entry, const StoredEntry& stored, const Hash& hash)
{
    SQLite::Statement& insert = statements.prepare(R"sql(
        INSERT INTO journal (device, seq, hlc, body, hash, signature)
        VALUES (:device, :seq, :hlc, :body, :hash, :signature))sql");
    bind_to(insert, ":device", entry.device);
    bind_to(insert, ":seq", entry.seq);
    bind_to(insert, ":hlc", entry.hlc);
    bind_to(insert, ":body", stored.body);
    bind_to(insert, ":hash", std::span<const std::uint8_t>(hash));
    bind_to(insert, ":signature", stored.signature);
    insert.exec();
    for (const Op& op : entry.ops) {
        note_touched(statements.prepare(R"sql(
            INSERT INTO journal_key (key, hlc, device, seq) VALUES (:key, :hlc, :device, :seq)
            ON CONFLICT DO NOTHING)sql"),
            op, entry);
    }
}

void remove_entry(Statements& statements, const JournalEntry& entry)
{
    for (const Op& op : entry.ops) {
        SQLite::Statement& mark = statements.prepare(
            "DELETE FROM journal_key WHERE key = :key AND hlc = :hlc AND device = :device");
        bind_to(mark, ":key", key_bytes(op.key));
        bind_to(mark, ":hlc", entry.hlc);
        bind_to(mark, ":device", entry.device);
        mark.exec();
    }
    for (const char* sql : {"DELETE FROM journal WHERE device = :device AND seq = :seq",
             "DELETE FROM seal_entry WHERE device = :device AND seq = :seq /* reads all */",
             "DELETE FROM proposal_mark WHERE device = :device AND seq = :seq"}) {
        SQLite::Statement& remove = statements.prepare(sql);
        bind_to(remove, ":device", entry.device);
        bind_to(remove, ":seq", entry.seq);
        remove.exec();
    }
}

void write_clock(Statements& statements, const std::string& table, const Bytes& key,
    const std::string& column, EntryOrder order)
{
    SQLite::Statement& upsert = statements.prepare(R"sql(
        INSERT INTO cell_clock (tbl, key, col, hlc, device) VALUES (:tbl, :key, :col, :hlc, :device)
        ON CONFLICT DO UPDATE SET hlc = excluded.hlc, device = excluded.device)sql");
    bind_to(upsert, ":tbl", table);
    bind_to(upsert, ":key", key);
    bind_to(upsert, ":col", column);
    bind_to(upsert, ":hlc", order.hlc);
    bind_to(upsert, ":device", order.device);
    upsert.exec();
}

void write_clocks(Statements& statements, const JournalEntry& entry)
{
    for (const Op& op : entry.ops) {
        const Bytes key = key_bytes(op.key);
        if (op.kind != Op::Kind::Update) {
            write_clock(statements, op.table, key, "", order_of(entry)); // For every column.
            continue;
        }
        for (const auto& [column, change] : op.columns)
            write_clock(statements, op.table, key, column, order_of(entry));
    }
}

void note_seals(Statements& statements, const JournalEntry& entry)
{
    for (const Op& op : entry.ops) {
        if (op.table != "seal" || op.kind != Op::Kind::Insert)
            continue;
        note_touched(statements.prepare(R"sql(
            INSERT INTO seal_entry (meeting, hlc, device, seq) VALUES (:key, :hlc, :device, :seq)
            ON CONFLICT DO NOTHING)sql"),
            op, entry);
    }
}

bool has_withdrawal(const JournalEntry& entry)
{
    return std::ranges::any_of(entry.ops, [](const Op& op) {
        return op.table == "device_withdrawal" && op.kind == Op::Kind::Insert;
    });
}

void note_withdrawals(Statements& statements, const JournalEntry& entry)
{
    for (const Op& op : entry.ops) {
        if (op.table != "device_withdrawal" || op.kind != Op::Kind::Insert)
            continue;
        const auto device = op.columns.find("device");
        const auto last_seq = op.columns.find("last_seq");
        if (device == op.columns.end() || last_seq == op.columns.end())
            continue;
        const auto* id = device->second.new_value.get<Bytes>();
        const auto* seq = last_seq->second.new_value.get<std::int64_t>();
        if (!id || !seq)
            continue;
        SQLite::Statement& insert = statements.prepare(R"sql(
            INSERT INTO withdrawal_entry (by_device, by_seq, device, last_seq, hlc, at_ms)
            VALUES (:by_device, :by_seq, :device, :last_seq, :hlc, :at_ms)
            ON CONFLICT DO NOTHING)sql");
        bind_to(insert, ":by_device", entry.device);
        bind_to(insert, ":by_seq", entry.seq);
        bind_to(insert, ":device", *id);
        bind_to(insert, ":last_seq", *seq);
        bind_to(insert, ":hlc", entry.hlc);
        bind_to(insert, ":at_ms", entry.wall_ms);
        insert.exec();
    }
}

std::vector<JournalEntry> read_entries_of(Statements& statements, const Bytes& key)
{
    auto& query = statements.prepare(R"sql(
        SELECT journal.body
        FROM journal_key
        JOIN journal ON journal.device = journal_key.device AND journal.seq = journal_key.seq
        WHERE journal_key.key = :key
        ORDER BY journal_key.hlc, journal_key.device)sql");
    bind_to(query, ":key", key);
    std::vector<JournalEntry> entries;
    while (query.executeStep()) {
        if (auto entry = decode_entry(read_bytes(query.getColumn(0))))
            entries.push_back(std::move(*entry));
    }
    return entries;
}

std::optional<JournalEntry> read_entry(Statements& statements, const JournalPlace& place)
{
    return entry_at(statements, place);
}

} // namespace chibo
