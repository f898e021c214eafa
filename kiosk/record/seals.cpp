#include "record/seals.h"

#include <algorithm>

#include "meeting/check.h"
#include "record/bind.h"
#include "record/journal_store.h"
#include "record/rows.h"
#include "record/schema.h"

namespace chibo {
namespace {

const SealedTable* find_sealed(std::string_view table)
{
    const auto found = std::ranges::find(sealed_tables(), table, &SealedTable::table);
    return found == sealed_tables().end() ? nullptr : &*found;
}

std::optional<MeetingId> meeting_id(const cbor::Value& value)
{
    const auto* bytes = value.get<Bytes>();
    MeetingId id;
    if (!bytes || bytes->size() != id.uuid.bytes.size())
        return std::nullopt;
    std::ranges::copy(*bytes, id.uuid.bytes.begin());
    return id;
}

} // namespace

Seals::Seals(Statements& statements, const Tables& tables) :
    m_statements(statements), m_tables(tables)
{
    read();
}

void Seals::read()
{
    m_seals.clear();
    m_last.clear();
    auto& query = m_statements.prepare("SELECT meeting, device, seq FROM seal_entry ORDER BY "
                                       "meeting, hlc, device /* reads all */");
    while (query.executeStep()) {
        const auto meeting = read_id<MeetingId>(query.getColumn(0));
        const JournalPlace place {read_id<DeviceId>(query.getColumn(1)), query.getColumn(2)};
        if (m_seals.try_emplace(meeting, Seal {place, {}}).second)
            m_last[place.device] = std::max(m_last[place.device], place.seq);
    }
}

bool Seals::unseen_by(const JournalEntry& entry) const
{
    return std::ranges::any_of(
        m_last, [&](const auto& last) { return !knows(entry, {last.first, last.second}); });
}

std::optional<MeetingId> Seals::shields(const JournalEntry& entry, const Op& op)
{
    const auto meeting = sealed_meeting(op);
    if (!meeting)
        return std::nullopt;
    Seal& seal = m_seals.at(*meeting);
    const JournalPlace& place = seal.place;
    if ((place.device == entry.device && place.seq == entry.seq) || knows(entry, place)
        || knows(entry_of(seal), {entry.device, entry.seq}))
        return std::nullopt;
    return meeting;
}

std::optional<MeetingId> Seals::sealed_meeting(const Op& op)
{
    if (m_seals.empty() || !frozen(op))
        return std::nullopt;
    const auto meeting = meeting_of(op);
    return meeting && m_seals.contains(*meeting) ? meeting : std::nullopt;
}

std::vector<JournalEntry> Seals::read_beside(MeetingId meeting)
{
    // What every seal of the meeting had seen is behind them all; the rest may be beside one.
    std::vector<JournalEntry> seals;
    for (JournalEntry& entry : read_entries_of(
             m_statements, Bytes(meeting.uuid.bytes.begin(), meeting.uuid.bytes.end()))) {
        if (std::ranges::find(entry.ops, "seal", &Op::table) != entry.ops.end())
            seals.push_back(std::move(entry));
    }
    std::vector<JournalEntry> beside;
    for (const auto& [device, head] : read_chain_heads(m_statements)) {
        std::int64_t seen = head.seq;
        for (const JournalEntry& seal : seals) {
            const auto at = seal.seen.find(device);
            seen = std::min(seen,
                seal.device == device       ? seal.seq - 1
                    : at == seal.seen.end() ? 0
                                            : at->second);
        }
        for (std::int64_t seq = seen + 1; seq <= head.seq; ++seq) {
            if (auto entry = read_entry(m_statements, {device, seq}))
                beside.push_back(std::move(*entry));
        }
    }
    return beside;
}

const JournalEntry& Seals::entry_of(Seal& seal)
{
    if (!seal.entry)
        seal.entry = read_entry(m_statements, seal.place);
    CHECK(seal.entry.has_value());
    return *seal.entry;
}

bool Seals::frozen(const Op& op) const
{
    const SealedTable* sealed = find_sealed(op.table);
    if (!sealed || !m_tables.contains(op.table))
        return false;
    if (op.kind != Op::Kind::Update)
        return true;
    return std::ranges::any_of(op.columns, [&](const auto& column) {
        return std::ranges::find(sealed->living, column.first) == sealed->living.end();
    });
}

std::optional<MeetingId> Seals::meeting_of(const Op& op)
{
    if (op.table == "meeting" || op.table == "seal" || op.table == "opening")
        return meeting_id(op.key);
    if (m_tables.find(op.table)->second.has_meeting)
        return meeting_id(value_of(op.table, op.key, "meeting", &op));
    const cbor::Value item = value_of(op.table, op.key, "item", &op);
    return meeting_id(value_of("agenda_item", item, "meeting", nullptr));
}

cbor::Value Seals::value_of(
    const std::string& table, const cbor::Value& key, const char* column, const Op* op)
{
    if (op) {
        if (const auto at = op->columns.find(column); at != op->columns.end())
            return op->kind == Op::Kind::Remove ? at->second.old_value : at->second.new_value;
    }
    if (!key.get<Bytes>())
        return nullptr;
    cbor::Value value = Rows(m_statements, table, m_tables.find(table)->second).read(key, column);
    if (!value.get<std::nullptr_t>())
        return value;
    for (const JournalEntry& entry : read_entries_of(m_statements, key_bytes(key))) {
        for (const Op& made : entry.ops) {
            if (made.table == table && made.key == key && made.kind == Op::Kind::Insert)
                return value_of(table, nullptr, column, &made);
        }
    }
    return nullptr;
}

} // namespace chibo
