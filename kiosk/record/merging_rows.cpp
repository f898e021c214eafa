// What an entry does to the rows, and how rows are made anew where the order of arrival was
// another.
#include <algorithm>

#include "meeting/check.h"
#include "record/bind.h"
#include "record/merging.h"
#include "record/row_history.h"
#include "record/rows.h"
#include "record/search_index.h"

namespace chibo {
namespace {

bool inserts(const JournalEntry& entry, std::string_view table)
{
    return std::ranges::any_of(
        entry.ops, [&](const Op& op) { return op.table == table && op.kind == Op::Kind::Insert; });
}

/// The column that stands for another: the first of a group.
const std::string& stands_for(const Table& table, const std::string& column)
{
    const bool grouped = std::ranges::find(table.group, column) != table.group.end();
    return grouped ? table.group.front() : column;
}

bool is_set(const cbor::Value& value)
{
    const auto* number = value.get<std::int64_t>();
    return number && *number != 0;
}

std::string text_of(const Op& op, const char* column)
{
    const auto at = op.columns.find(column);
    const auto* text = at == op.columns.end() ? nullptr : at->second.new_value.get<std::string>();
    return text ? *text : std::string();
}

} // namespace

void Merging::take(const JournalEntry& entry, const IncomingEntry& incoming)
{
    store_entry(m_statements, entry, incoming.stored, incoming.hash);
    m_heads[entry.device] = {entry.seq, entry.hlc, incoming.hash};
    note_seals(m_statements, entry);
    const bool seals = inserts(entry, "seal");
    if (seals)
        m_seals.read();
    const bool unseen = m_seals.unseen_by(entry);
    std::set<std::string> made;
    bool proposed = false;
    for (const Op& op : entry.ops) {
        const auto meeting = unseen ? m_seals.shields(entry, op) : std::nullopt;
        if (meeting) {
            mark_proposal(entry, *meeting);
            proposed = true;
            continue;
        }
        apply(entry, op);
        if (op.kind == Op::Kind::Insert)
            made.insert(op.table == "entry" ? "entry/" + text_of(op, "kind") : op.table);
    }
    rebuild_beside_seals(entry);
    if (comes_late(entry)) {
        std::set<MeetingId> meetings;
        note_sealed_meetings(entry, meetings);
        for (const MeetingId meeting : meetings)
            rebuild_beside(meeting);
    }
    for (const auto& [device, seq] : entry.seen)
        m_seen[device] = std::max(m_seen[device], seq);
    count(entry, made, proposed);
    if (has_withdrawal(entry)) {
        note_withdrawals(m_statements, entry);
        cut_off();
    }
}

void Merging::apply(const JournalEntry& entry, const Op& op)
{
    const auto table = m_tables.find(op.table);
    if (table == m_tables.end())
        return; // A newer program's: the journal keeps it.
    const Clocks clocks = read_clocks(op);
    if (op.kind == Op::Kind::Update)
        return update(entry, op, table->second, clocks);
    if (op.kind == Op::Kind::Insert && clocks.empty())
        return insert(entry, op, table->second);
    rebuild(op.table, op.key);
}

void Merging::insert(const JournalEntry& entry, const Op& op, const Table& table)
{
    std::vector<Rows::Value> values;
    for (const auto& [column, change] : op.columns) {
        if (table.find(column) != std::string::npos)
            values.push_back({column, &change.new_value});
    }
    Rows(m_statements, op.table, table).insert(op.key, values);
    write_clock(m_statements, op.table, key_bytes(op.key), "", order_of(entry));
    if (op.table == "entry")
        m_texts.insert(key_bytes(op.key));
}

void Merging::update(
    const JournalEntry& entry, const Op& op, const Table& table, const Clocks& clocks)
{
    const EntryOrder order = order_of(entry);
    const Bytes key = key_bytes(op.key);
    const auto made = clocks.find("");
    std::vector<Rows::Value> won;
    for (const auto& [column, change] : op.columns) {
        if (table.find(column) == std::string::npos)
            continue;
        const auto clock = clocks.find(column);
        const EntryOrder own = clock == clocks.end() ? EntryOrder {} : clock->second;
        const EntryOrder holder = made == clocks.end() ? own : std::max(own, made->second);
        if (apart(entry, op, holder))
            mark_conflict(op.table, key, stands_for(table, column));
        if (order > holder)
            won.push_back({column, &change.new_value});
        if (order > own)
            write_clock(m_statements, op.table, key, column, order);
    }
    mark_removal(entry, op, table, clocks);
    Rows(m_statements, op.table, table).update(op.key, won);
    if (op.table == "entry")
        m_texts.insert(key);
}

/// Removed on one device and changed on another: somebody must look, whoever wrote last. The clocks
/// tell only the last writer of each column, so every row counts that anybody removed while this
/// device had not heard of all.
void Merging::mark_removal(
    const JournalEntry& entry, const Op& op, const Table& table, const Clocks& clocks)
{
    if (table.tombstone.empty()
        || (!op.columns.contains(table.tombstone) && !clocks.contains(table.tombstone)))
        return;
    const bool heard_all = std::ranges::all_of(m_heads, [&](const auto& head) {
        return head.first == entry.device || knows(entry, {head.first, head.second.seq});
    });
    if (!heard_all)
        mark_conflict(op.table, key_bytes(op.key), table.tombstone);
}

void Merging::count(const JournalEntry& entry, const std::set<std::string>& made, bool proposed)
{
    Came& came = m_result.came;
    ++m_taken[entry.device];
    ++came.entries;
    came.operations += static_cast<int>(entry.ops.size());
    came.proposals += proposed ? 1 : 0;
    const auto tally = [&](const char* table, int& figure) {
        const bool found = made.contains(table);
        figure += found ? 1 : 0;
        return found;
    };
    const std::array told {tally("presence", came.check_ins), tally("entry/opinion", came.opinions),
        tally("entry/conclusion", came.opinions), tally("task", came.tasks),
        tally("vote", came.votes), tally("meeting", came.meetings), tally("member", came.members)};
    came.others += std::ranges::find(told, true) == told.end() ? 1 : 0;
}

Merging::Clocks Merging::read_clocks(const Op& op)
{
    auto& query = m_statements.prepare(
        "SELECT col, hlc, device FROM cell_clock WHERE tbl = :tbl AND key = :key");
    bind_to(query, ":tbl", op.table);
    bind_to(query, ":key", key_bytes(op.key));
    Clocks clocks;
    while (query.executeStep())
        clocks.emplace(query.getColumn(0).getString(),
            EntryOrder {query.getColumn(1), read_id<DeviceId>(query.getColumn(2))});
    return clocks;
}

/// Whether the entry was written without having seen the one that wrote last. (That one cannot have
/// seen this: it would have waited for it.)
bool Merging::apart(const JournalEntry& entry, const Op& op, EntryOrder holder)
{
    if (holder == EntryOrder {} || holder.device == entry.device
        || knows(entry, {holder.device, m_heads[holder.device].seq}))
        return false;
    auto& query = m_statements.prepare(
        "SELECT seq FROM journal_key WHERE key = :key AND hlc = :hlc AND device = :device");
    bind_to(query, ":key", key_bytes(op.key));
    bind_to(query, ":hlc", holder.hlc);
    bind_to(query, ":device", holder.device);
    const std::int64_t seq = query.executeStep() ? query.getColumn(0).getInt64() : 0;
    query.reset();
    return !knows(entry, {holder.device, seq});
}

void Merging::mark_conflict(const std::string& table, const Bytes& key, const std::string& column)
{
    auto& insert = m_statements.prepare("INSERT INTO conflict_mark (tbl, key, col) VALUES (:tbl, "
                                        ":key, :col) ON CONFLICT DO NOTHING");
    bind_to(insert, ":tbl", table);
    bind_to(insert, ":key", key);
    bind_to(insert, ":col", column);
    insert.exec();
}

void Merging::mark_proposal(const JournalEntry& entry, MeetingId meeting)
{
    auto& insert = m_statements.prepare(R"sql(
        INSERT INTO proposal_mark (device, seq, meeting) VALUES (:device, :seq, :meeting)
        ON CONFLICT DO NOTHING)sql");
    bind_to(insert, ":device", entry.device);
    bind_to(insert, ":seq", entry.seq);
    bind_to(insert, ":meeting", meeting);
    insert.exec();
}

void Merging::rebuild(const std::string& name, const cbor::Value& key)
{
    const auto table = m_tables.find(name);
    if (table == m_tables.end())
        return;
    const RowHistory row(m_statements, m_tables, m_seals, name, key);
    row.write();
    const Bytes bytes = key_bytes(key);
    for (const auto& [column, history] : row.columns()) {
        if (row.apart(column).size() > 1)
            mark_conflict(name, bytes, stands_for(table->second, column));
    }
    const auto removal = row.columns().find(table->second.tombstone);
    if (removal != row.columns().end()
        && std::ranges::any_of(removal->second.writers,
            [](const RowHistory::Writer& writer) { return is_set(*writer.value); }))
        mark_conflict(name, bytes, table->second.tombstone);
    if (name == "entry")
        m_texts.insert(bytes);
}

void Merging::rebuild(const JournalEntry& entry)
{
    for (const Op& op : entry.ops)
        rebuild(op.table, op.key);
}

void Merging::rebuild_beside(MeetingId meeting)
{
    forget_proposals(meeting);
    for (const JournalEntry& entry : m_seals.read_beside(meeting)) {
        for (const Op& op : entry.ops) {
            if (m_seals.shields(entry, op) == meeting)
                mark_proposal(entry, meeting);
        }
        rebuild(entry);
    }
}

void Merging::rebuild_beside_seals(const JournalEntry& entry)
{
    for (const Op& op : entry.ops) {
        MeetingId meeting;
        const Bytes key = key_bytes(op.key);
        if (op.table != "seal" || key.size() != meeting.uuid.bytes.size())
            continue;
        std::ranges::copy(key, meeting.uuid.bytes.begin());
        rebuild_beside(meeting);
    }
}

/// Whether somebody's entry was taken that had seen this one: it had been cut off, and no longer
/// is.
bool Merging::comes_late(const JournalEntry& entry) const
{
    const auto seen = m_seen.find(entry.device);
    return seen != m_seen.end() && seen->second >= entry.seq;
}

/// An operation on a row belongs to the meeting that the row's insertion names: with the insertion
/// gone, or back, what others did to the row is asked again.
void Merging::note_sealed_meetings(const JournalEntry& entry, std::set<MeetingId>& meetings)
{
    for (const Op& op : entry.ops) {
        if (const auto meeting = m_seals.sealed_meeting(op))
            meetings.insert(*meeting);
    }
}

void Merging::forget_proposals(MeetingId meeting)
{
    auto& query = m_statements.prepare(
        "SELECT device, seq FROM proposal_mark WHERE meeting = :meeting /* reads all */");
    bind_to(query, ":meeting", meeting);
    std::vector<JournalPlace> places;
    while (query.executeStep())
        places.push_back({read_id<DeviceId>(query.getColumn(0)), query.getColumn(1)});
    auto& remove = m_statements.prepare(
        "DELETE FROM proposal_mark WHERE meeting = :meeting /* reads all */");
    bind_to(remove, ":meeting", meeting);
    remove.exec();
    for (const JournalPlace& place : places) {
        if (const auto entry = read_entry(m_statements, place))
            rebuild(*entry);
    }
}

void Merging::take_back(const JournalPlace& from)
{
    std::vector<JournalEntry> entries;
    std::set<MeetingId> meetings;
    for (std::int64_t seq = m_heads[from.device].seq; seq >= from.seq; --seq) {
        auto entry = read_entry(m_statements, {from.device, seq});
        CHECK(entry.has_value());
        note_sealed_meetings(*entry, meetings);
        auto& move = m_statements.prepare(R"sql(
            INSERT INTO refused_entry (device, seq, hash, body, signature, reason, at_ms)
            SELECT device, seq, hash, body, signature, 'merge.withdrawn', :at_ms
            FROM journal WHERE device = :device AND seq = :seq
            ON CONFLICT DO NOTHING)sql");
        bind_to(move, ":device", from.device);
        bind_to(move, ":seq", seq);
        bind_to(move, ":at_ms", m_now_ms);
        move.exec();
        remove_entry(m_statements, *entry);
        m_result.refused.push_back({.device = from.device,
            .device_name = {},
            .seq = seq,
            .reason = {"merge.withdrawn", {}},
            .at_ms = m_now_ms});
        entries.push_back(std::move(*entry));
    }
    const auto heads = read_chain_heads(m_statements);
    const auto head = heads.find(from.device);
    m_heads[from.device] = head == heads.end() ? ChainHead {} : head->second;
    m_seals.read();
    for (const JournalEntry& entry : entries) {
        rebuild(entry);
        rebuild_beside_seals(entry);
    }
    for (const MeetingId meeting : meetings)
        rebuild_beside(meeting);
}

void Merging::apply_newer_than(std::int64_t schema)
{
    auto& query = m_statements.prepare("SELECT body FROM journal /* reads all */");
    std::vector<JournalEntry> newer;
    while (query.executeStep()) {
        auto entry = decode_entry(read_bytes(query.getColumn(0)));
        if (entry && entry->schema > schema)
            newer.push_back(std::move(*entry));
    }
    for (const JournalEntry& entry : newer)
        rebuild(entry);
    index_texts();
}

void Merging::index_texts()
{
    index_merged(m_statements, std::exchange(m_texts, {}));
}

} // namespace chibo
