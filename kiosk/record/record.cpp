#include "record/record.h"

#include <algorithm>

#include <fmt/format.h>

#include "record/bind.h"
#include "record/journal.h"
#include "record/record_parts.h"
#include "record/recording.h"
#include "record/schema.h"
#include "record/search_index.h"

namespace chibo {
namespace {

/// Where the journal stands, read inside the transaction that goes on with it.
struct Head {
    std::int64_t seq = 0;
    std::int64_t hlc = 0; // The highest of all devices.
    Hash hash {};
    std::map<DeviceId, std::int64_t> seen {};
};

Head read_head(Statements& statements, DeviceId own)
{
    Head head;
    // CROSS: else the planner walks the whole journal, and every change costs more than the last.
    SQLite::Statement& query = statements.prepare(R"sql(
        SELECT journal.device, journal.seq, journal.hlc, journal.hash
        FROM device CROSS JOIN journal
          ON journal.device = device.id
         AND journal.seq = (SELECT max(last.seq) FROM journal AS last WHERE last.device = device.id))sql");
    while (query.executeStep()) {
        const auto device = read_id<DeviceId>(query.getColumn(0));
        const std::int64_t seq = query.getColumn(1);
        head.hlc = std::max(head.hlc, query.getColumn(2).getInt64());
        if (device != own) {
            head.seen[device] = seq;
            continue;
        }
        head.seq = seq;
        std::ranges::copy(read_bytes(query.getColumn(3)), head.hash.begin());
    }
    return head;
}

void write_journal(Statements& statements, const OwnDevice& device, const JournalEntry& entry)
{
    const Bytes body = encode(entry);
    const Hash hash = hash_of(body);
    const EntrySignature signature = sign(device, hash);
    SQLite::Statement& insert = statements.prepare(R"sql(
        INSERT INTO journal (device, seq, hlc, body, hash, signature)
        VALUES (:device, :seq, :hlc, :body, :hash, :signature))sql");
    bind_to(insert, ":device", entry.device);
    bind_to(insert, ":seq", entry.seq);
    bind_to(insert, ":hlc", entry.hlc);
    bind_to(insert, ":body", body);
    bind_to(insert, ":hash", std::span<const std::uint8_t>(hash));
    bind_to(insert, ":signature", std::span<const std::uint8_t>(signature));
    insert.exec();
}

void write_clock(
    Statements& statements, const JournalEntry& entry, const Op& op, const std::string& column)
{
    SQLite::Statement& upsert = statements.prepare(R"sql(
        INSERT INTO cell_clock (tbl, key, col, hlc, device) VALUES (:tbl, :key, :col, :hlc, :device)
        ON CONFLICT DO UPDATE SET hlc = excluded.hlc, device = excluded.device)sql");
    bind_to(upsert, ":tbl", op.table);
    bind_to(upsert, ":key", key_bytes(op.key));
    bind_to(upsert, ":col", column);
    bind_to(upsert, ":hlc", entry.hlc);
    bind_to(upsert, ":device", entry.device);
    upsert.exec();
}

void write_marks(Statements& statements, const JournalEntry& entry)
{
    for (const Op& op : entry.ops) {
        SQLite::Statement& insert = statements.prepare(R"sql(
            INSERT INTO journal_key (key, hlc, device, seq) VALUES (:key, :hlc, :device, :seq)
            ON CONFLICT DO NOTHING)sql");
        bind_to(insert, ":key", key_bytes(op.key));
        bind_to(insert, ":hlc", entry.hlc);
        bind_to(insert, ":device", entry.device);
        bind_to(insert, ":seq", entry.seq);
        insert.exec();
        if (op.kind != Op::Kind::Update) {
            write_clock(statements, entry, op, ""); // Stands for every column.
            continue;
        }
        for (const auto& [column, change] : op.columns)
            write_clock(statements, entry, op, column);
    }
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
    const Head head = read_head(*parts.statements, parts.device.id);
    const UnixMs now_ms = parts.clock.now_ms();
    const Recording recording(*parts.database, parts.tables);
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
        entry.seq = head.seq + 1;
        entry.hlc = next_hlc(head.hlc, now_ms);
        entry.seen = head.seen;
        entry.previous = head.hash;
        write_journal(*parts.statements, parts.device, entry);
        write_marks(*parts.statements, entry);
        index_entries(*parts.statements, entry.ops);
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
    return read_head(*m_parts->statements, m_parts->device.id).hlc >> 16;
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
