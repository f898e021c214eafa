#include "record/verify.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "record/bind.h"
#include "record/database.h"
#include "record/device.h"
#include "record/devices_queries.h"
#include "record/entry_check.h"
#include "record/history.h"
#include "record/merging.h"
#include "record/query.h"
#include "record/replay.h"
#include "record/rows.h"
#include "record/schema.h"

namespace chibo {
namespace {

// Every text here says /* reads all */: the test of query plans lets those through.

/// Walks the journal device by device and says where it is not what was written.
class JournalWalk {
public:
    JournalWalk(const Record& record, Verification& found) :
        m_record(record), m_found(found), m_seals(Merging::seals_of(record)),
        m_alone(read_heads(record).size() < 2)
    {
    }

    void walk(Replay& replay)
    {
        auto& query = m_record.prepare(R"sql(
            SELECT device, seq, hlc, body, hash, signature FROM journal ORDER BY device, seq /* reads all */)sql");
        while (query.executeStep()) {
            start(read_id<DeviceId>(query.getColumn(0)), query.getColumn(1));
            ++m_found.entries;
            const Bytes body = read_bytes(query.getColumn(3));
            const auto entry = decode_entry(body);
            if (!entry) {
                fault("verify.unreadable");
                continue;
            }
            check(*entry, query.getColumn(2), body, read_bytes(query.getColumn(4)),
                read_bytes(query.getColumn(5)));
            check_keys(*entry);
            replay.add(without_shielded(*entry));
        }
    }

private:
    void start(DeviceId device, std::int64_t seq)
    {
        if (device != m_device || m_found.devices == 0) {
            m_device = device;
            m_expected = 1;
            m_last_hlc = 0;
            m_last_hash = {};
            m_public_key = read_public_key(device);
            ++m_found.devices;
        }
        m_seq = seq;
        if (seq != m_expected)
            fault("verify.gap");
        m_expected = seq + 1;
    }

    void check(const JournalEntry& entry, std::int64_t hlc, const Bytes& body,
        const Bytes& stored_hash, const Bytes& signature)
    {
        const Hash hash = hash_of(body);
        if (entry.device != m_device || entry.seq != m_seq || entry.hlc != hlc)
            fault("verify.misplaced");
        if (!std::ranges::equal(hash, stored_hash))
            fault("verify.hash");
        else if (!signature_holds(signature, hash, m_public_key))
            fault("verify.signature");
        if (entry.previous != m_last_hash)
            fault("verify.chain");
        if (entry.hlc <= m_last_hlc)
            fault("verify.clock");
        m_last_hlc = entry.hlc;
        m_last_hash = hash;
    }

    /// History and undo find an entry through journal_key.
    void check_keys(const JournalEntry& entry)
    {
        for (const Op& op : entry.ops) {
            auto& query = m_record.prepare(R"sql(
                SELECT 1 FROM journal_key WHERE key = :key AND hlc = :hlc AND device = :device AND seq = :seq)sql");
            bind_to(query, ":key", key_bytes(op.key));
            bind_to(query, ":hlc", entry.hlc);
            bind_to(query, ":device", entry.device);
            bind_to(query, ":seq", entry.seq);
            if (!query.executeStep())
                return fault("verify.index");
        }
    }

    /// By what the device itself brought with its first entry, not by a row that others may write.
    Bytes read_public_key(DeviceId device)
    {
        const auto first = read_entry(m_record, {device, 1});
        return (first ? public_key_of(*first) : std::nullopt).value_or(Bytes {});
    }

    /// What a seal kept out is in the journal and not in the rows.
    JournalEntry without_shielded(const JournalEntry& entry)
    {
        JournalEntry effective = entry;
        if (!m_alone && m_seals.unseen_by(entry))
            std::erase_if(effective.ops,
                [&](const Op& op) { return m_seals.shields(entry, op).has_value(); });
        return effective;
    }

    void fault(const char* key)
    {
        m_found.faults.push_back(
            {key, {{"device", m_device.text()}, {"seq", std::to_string(m_seq)}}});
    }

    const Record& m_record;
    Verification& m_found;
    DeviceId m_device {};
    Bytes m_public_key {};
    std::int64_t m_seq = 0, m_expected = 1, m_last_hlc = 0;
    Hash m_last_hash {};
    Seals m_seals;
    bool m_alone; // One device: nobody wrote beside a seal.
};

Error row_fault(
    const char* key, const std::string& table, const std::string& column, EntryOrder order)
{
    return {key,
        {{"table", table}, {"column", column}, {"device", order.device.text()},
            {"time", std::to_string(order.hlc >> 16)}}};
}

/// A table's rows against what the journal says of them.
void check_table(const Record& record, const std::string& name, Replay& replay, Verification& found)
{
    auto& query = record.prepare(fmt::format("SELECT * FROM {} /* reads all */", name));
    while (query.executeStep()) {
        ++found.rows;
        const Bytes key = key_bytes(read_value(query.getColumn("id")));
        const Replay::Row* row = replay.find(name, key);
        if (!row || !row->exists) {
            found.faults.push_back(
                row_fault("verify.row_unknown", name, "", row ? row->made : EntryOrder {}));
            continue;
        }
        for (int i = 0; i < query.getColumnCount(); ++i) {
            const std::string column = query.getColumnName(i);
            // A column that a later schema added has no entry until it is first written.
            const auto expected = row->columns.find(column);
            if (expected != row->columns.end()
                && expected->second.mark != mark_of(read_value(query.getColumn(i))))
                found.faults.push_back(
                    row_fault("verify.row_differs", name, column, expected->second.order));
        }
    }
}

/// The clocks decide every merge, so they must be the journal's.
void check_clocks(const Record& record, Replay& replay, Verification& found)
{
    auto& query
        = record.prepare("SELECT tbl, key, col, hlc, device FROM cell_clock /* reads all */");
    while (query.executeStep()) {
        const std::string table = query.getColumn(0);
        const std::string column = query.getColumn(2);
        const EntryOrder order {query.getColumn(3), read_id<DeviceId>(query.getColumn(4))};
        const Replay::Row* row = replay.find(table, read_bytes(query.getColumn(1)));
        const auto at = row ? row->columns.find(column) : decltype(row->columns.find(column)) {};
        const bool same = row
            && (column.empty() ? row->made == order
                               : at != row->columns.end() && at->second.updated == order);
        if (!same)
            found.faults.push_back(row_fault("verify.clock_differs", table, column, order));
    }
}

void check_seals(const Record& record, Verification& found)
{
    auto& query = record.prepare("SELECT id, content, hash FROM seal /* reads all */");
    while (query.executeStep()) {
        ++found.seals;
        const Bytes content = read_bytes(query.getColumn(1));
        if (!std::ranges::equal(hash_of(content), read_bytes(query.getColumn(2))))
            found.faults.push_back(
                {"verify.seal", {{"meeting", read_id<MeetingId>(query.getColumn(0)).text()}}});
    }
}

/// Every page is deciphered and authenticated on its way in: by a connection of its own, which has
/// read none of them yet. (SQLCipher's own check reads the file past the log, and takes what is
/// still on its way from there for damage.)
std::optional<std::string> fault_of_pages(const Record& record)
{
    try {
        const auto database = open_database(record.file(), record.key(), SQLite::OPEN_READWRITE);
        const std::string line = database->execAndGet("PRAGMA integrity_check(1)").getString();
        return line == "ok" ? std::nullopt : std::optional(line);
    } catch (const SQLite::Exception& failure) {
        return failure.what();
    }
}

} // namespace

Verification verify(const Record& record)
{
    Verification found;
    // A read that is not ended keeps all that follow on one state: others may write meanwhile.
    Query state(record, "SELECT 1 FROM sqlite_schema");
    (void)state.next();
    if (const auto fault = fault_of_pages(record)) {
        found.faults.push_back({"verify.database", {{"detail", *fault}}});
        return found; // What stands on a damaged page cannot be read at all.
    }
    Replay replay;
    JournalWalk(record, found).walk(replay);
    for (const std::string_view table : travelling_tables())
        check_table(record, std::string(table), replay, found);
    for (const Replay::Missing& missing : replay.unseen()) {
        // A newer program's table: its rows wait in the journal.
        if (std::ranges::find(travelling_tables(), missing.table) == travelling_tables().end())
            continue;
        found.faults.push_back(row_fault("verify.row_missing", missing.table, "", missing.made));
    }
    check_clocks(record, replay, found);
    check_seals(record, found);
    return found;
}

} // namespace chibo
