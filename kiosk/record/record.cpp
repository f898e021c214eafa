#include "record/record.h"

#include <algorithm>

#include <fmt/format.h>

#include "meeting/check.h"
#include "record/bind.h"
#include "record/journal_store.h"
#include "record/merging.h"
#include "record/record_parts.h"
#include "record/recording.h"
#include "record/rows.h"
#include "record/schema.h"
#include "record/search_index.h"

namespace chibo {
namespace {

/// Where this device goes on, read inside the transaction that does.
struct Head {
    ChainHead own {};
    std::int64_t hlc = 0; // The highest of all devices.
    std::map<DeviceId, std::int64_t> seen {};
};

Head read_head(Statements& statements, DeviceId own)
{
    Head head;
    for (const auto& [device, chain] : read_chain_heads(statements)) {
        head.hlc = std::max(head.hlc, chain.hlc);
        if (device == own)
            head.own = chain;
        else
            head.seen[device] = chain.seq;
    }
    return head;
}

bool is_withdrawn(Statements& statements, DeviceId own)
{
    // As long as nobody withdraws anybody, that is all it costs.
    SQLite::Statement& any = statements.prepare("SELECT 1 FROM withdrawal_entry LIMIT 1");
    const bool found = any.executeStep();
    any.reset();
    return found && read_cutoffs(statements).contains(own);
}

/// Adds what stays as it is of columns that are written together (schema.h).
void complete_groups(Statements& statements, const Tables& tables, std::vector<Op>& ops)
{
    for (Op& op : ops) {
        const Table& table = tables.find(op.table)->second;
        const auto changed = [&](const std::string& column) { return op.columns.contains(column); };
        if (op.kind != Op::Kind::Update || std::ranges::none_of(table.group, changed))
            continue;
        for (const std::string& column : table.group) {
            if (changed(column))
                continue;
            const cbor::Value value = Rows(statements, op.table, table).read(op.key, column);
            op.columns[column] = {value, value};
        }
    }
}

void write_entry(Statements& statements, const Tables& tables, const OwnDevice& device,
    const JournalEntry& entry)
{
    StoredEntry stored {.body = encode(entry)};
    const Hash hash = hash_of(stored.body);
    const EntrySignature signature = sign(device, hash);
    stored.signature.assign(signature.begin(), signature.end());
    store_entry(statements, entry, stored, hash);
    write_clocks(statements, entry);
    note_seals(statements, entry);
    if (is_time_to_index(entry))
        index_entries(statements);
    if (!has_withdrawal(entry))
        return;
    note_withdrawals(statements, entry);
    Merging(statements, tables, entry.wall_ms).settle();
}

} // namespace

Uuid Changes::make_uuid()
{
    std::array<std::uint8_t, 10> chance {};
    m_record.m_parts->random.fill(chance);
    return Uuid::v7(m_now_ms, chance);
}

SQLite::Statement& Changes::prepare(std::string_view sql)
{
    return m_record.m_parts->statements->prepare(sql);
}

void Changes::write(const std::string& table, const cbor::Value& key, const std::string& column,
    const cbor::Value& value)
{
    const auto found = m_record.m_parts->tables.find(table);
    CHECK(found != m_record.m_parts->tables.end());
    const std::array values {Rows::Value {column, &value}};
    Rows(*m_record.m_parts->statements, table, found->second).update(key, values);
}

std::vector<std::string> Changes::written_with(
    const std::string& table, const std::string& column) const
{
    const auto found = m_record.m_parts->tables.find(table);
    CHECK(found != m_record.m_parts->tables.end());
    const auto& group = found->second.group;
    return std::ranges::find(group, column) == group.end() ? std::vector {column} : group;
}

Record::Record(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Record::~Record() = default;

Result<JournalPlace> Record::run(const Command& command, const Actor& actor)
{
    return run(command, actor, std::nullopt);
}

Result<JournalPlace> Record::run(
    const Command& command, const Actor& actor, const std::optional<JournalPlace>& undoes)
{
    Parts& parts = *m_parts;
    parts.statements->reset();
    Transaction transaction(*parts.database);
    if (is_withdrawn(*parts.statements, parts.device.id))
        return refuse("device.withdrawn");
    const Head head = read_head(*parts.statements, parts.device.id);
    const UnixMs now_ms = parts.clock.now_ms();
    const Recording recording(*parts.database, *parts.statements, parts.tables);
    Changes changes(*this, actor, now_ms);
    if (const auto applied = command.apply(changes); !applied)
        return tl::unexpected(applied.error());
    JournalEntry entry {.schema = static_cast<std::int64_t>(migrations().size()),
        .device = parts.device.id,
        .wall_ms = now_ms,
        .actor = actor,
        .command = command.name,
        .undoes = undoes,
        .ops = recording.ops()};
    if (!entry.ops.empty()) {
        complete_groups(*parts.statements, parts.tables, entry.ops);
        entry.seq = head.own.seq + 1;
        entry.hlc = next_hlc(head.hlc, now_ms);
        entry.seen = head.seen;
        entry.previous = head.own.hash;
        write_entry(*parts.statements, parts.tables, parts.device, entry);
    }
    transaction.commit();
    ++parts.commits;
    return JournalPlace {parts.device.id, entry.seq};
}

void Record::run_local(const std::function<void(SQLite::Database&)>& write)
{
    m_parts->statements->reset();
    Transaction transaction(*m_parts->database);
    write(*m_parts->database);
    transaction.commit();
}

std::int64_t Record::version() const
{
    m_parts->statements->reset(); // A read that was not finished would go on seeing the old state.
    SQLite::Statement& query = prepare("PRAGMA data_version");
    query.executeStep();
    const std::int64_t others = query.getColumn(0);
    query.reset();
    return m_parts->commits + others;
}

UnixMs Record::saved_at_ms() const
{
    // Not by the hlc, which runs ahead where another device's clock does.
    const auto heads = read_chain_heads(*m_parts->statements);
    const auto own = heads.find(m_parts->device.id);
    const auto last = own == heads.end()
        ? std::nullopt
        : read_entry(*m_parts->statements, {m_parts->device.id, own->second.seq});
    return last ? last->wall_ms : 0;
}

const Clock& Record::clock() const
{
    return m_parts->clock;
}

DeviceId Record::device() const
{
    return m_parts->device.id;
}

const Key& Record::key() const
{
    return m_parts->key;
}

const std::filesystem::path& Record::file() const
{
    return m_parts->file;
}

SQLite::Statement& Record::prepare(std::string_view sql) const
{
    return m_parts->statements->prepare(sql);
}

} // namespace chibo
