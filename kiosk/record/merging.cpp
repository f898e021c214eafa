// Which entries may go on, which wait, which are refused.
#include "record/merging.h"

#include <algorithm>
#include <utility>

#include "meeting/check.h"
#include "record/bind.h"
#include "record/device.h"
#include "record/entry_check.h"
#include "record/search_index.h"

namespace chibo {

Merging::Merging(Statements& statements, const Tables& tables, UnixMs now_ms) :
    m_statements(statements), m_tables(tables), m_now_ms(now_ms), m_seals(statements, tables),
    m_cutoffs(read_cutoffs(statements)), m_heads(read_chain_heads(statements))
{
    for (const auto& [device, head] : m_heads) {
        const auto last = read_entry(statements, {device, head.seq});
        CHECK(last.has_value());
        for (const auto& [seen, seq] : last->seen)
            m_seen[seen] = std::max(m_seen[seen], seq);
    }
    index_entries(statements); // What comes from here on is in m_texts.
}

void Merging::add(std::vector<IncomingEntry> entries)
{
    for (IncomingEntry& entry : entries) {
        auto& candidates = m_queues[entry.place.device][entry.place.seq];
        const auto same = std::ranges::find(candidates, entry.hash, &IncomingEntry::hash);
        if (same == candidates.end())
            candidates.push_back(std::move(entry));
        else
            same->waited |= entry.waited;
    }
}

void Merging::read_waiting()
{
    auto& query = m_statements.prepare(
        "SELECT device, seq, hash, body, signature FROM waiting_entry /* reads all */");
    std::vector<IncomingEntry> entries;
    while (query.executeStep()) {
        IncomingEntry entry;
        entry.place = {read_id<DeviceId>(query.getColumn(0)), query.getColumn(1)};
        std::ranges::copy(read_bytes(query.getColumn(2)), entry.hash.begin());
        entry.stored = {read_bytes(query.getColumn(3)), read_bytes(query.getColumn(4))};
        entry.waited = true;
        entries.push_back(std::move(entry));
    }
    add(std::move(entries));
}

void Merging::run()
{
    read_waiting();
    bool moved = true;
    while (moved && !m_forged) {
        moved = false;
        // A withdrawal among the entries may add queues while they are walked.
        std::vector<DeviceId> devices;
        devices.reserve(m_queues.size());
        for (const auto& [device, queue] : m_queues)
            devices.push_back(device);
        for (const DeviceId device : devices)
            moved |= advance(device, m_queues[device]);
    }
    store_waiting();
    index_texts();
}

void Merging::settle()
{
    cut_off();
    run();
}

Merged Merging::result()
{
    for (const auto& [device, entries] : m_taken) {
        auto& query = m_statements.prepare("SELECT name FROM device WHERE id = :device");
        bind_to(query, ":device", device);
        m_result.came.from.push_back(
            {device, query.executeStep() ? query.getColumn(0).getString() : "", entries});
        query.reset();
    }
    return std::move(m_result);
}

bool Merging::advance(DeviceId device, Queue& queue)
{
    bool moved = false;
    while (!queue.empty() && !m_forged) {
        const auto at = queue.begin();
        const std::int64_t seq = at->first;
        if (seq > m_heads[device].seq && !is_cut_off({device, seq})) {
            if (seq != m_heads[device].seq + 1 || !take_next(at->second))
                break;
            moved = true;
        }
        // Known, of another history of the device, or cut off. A withdrawal among them may put
        // something into the queue again.
        const auto rest = std::exchange(at->second, {});
        queue.erase(at);
        for (const IncomingEntry& incoming : rest)
            put_aside(incoming);
    }
    return moved;
}

bool Merging::take_next(std::vector<IncomingEntry>& candidates)
{
    // By number: what an entry withdraws may put others among the candidates.
    for (std::size_t i = 0; i < candidates.size() && !m_forged;) {
        auto& entry = candidates[i].entry;
        if (!entry)
            entry = decode_entry(candidates[i].stored.body);
        const bool forks = !entry || !follows(*entry);
        if (!forks && !seen_all(*entry)) {
            ++i;
        } else if (!forks && !signature_good(candidates[i])) {
            m_forged = candidates[i].place;
        } else {
            const IncomingEntry incoming = std::move(candidates[i]);
            candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(i));
            if (!forks) {
                no_longer_waits(incoming);
                take(*incoming.entry, incoming);
                return true;
            }
            refuse_entry(incoming, "merge.fork");
        }
    }
    return false;
}

bool Merging::follows(const JournalEntry& entry) const
{
    const ChainHead& head = m_heads.at(entry.device);
    return entry.previous == head.hash && entry.hlc > head.hlc;
}

bool Merging::seen_all(const JournalEntry& entry) const
{
    return std::ranges::all_of(entry.seen, [&](const auto& seen) {
        const auto head = m_heads.find(seen.first);
        const auto cut = m_cutoffs.find(seen.first);
        // What was cut off since does not come any more.
        const std::int64_t needed
            = cut == m_cutoffs.end() ? seen.second : std::min(seen.second, cut->second);
        return needed <= (head == m_heads.end() ? 0 : head->second.seq);
    });
}

bool Merging::is_cut_off(const JournalPlace& place) const
{
    const auto cut = m_cutoffs.find(place.device);
    return cut != m_cutoffs.end() && place.seq > cut->second;
}

bool Merging::signature_good(const IncomingEntry& incoming)
{
    if (incoming.checked)
        return true;
    auto known = m_public_keys.find(incoming.place.device);
    if (known == m_public_keys.end()) {
        const auto first = incoming.place.seq == 1
            ? decode_entry(incoming.stored.body)
            : read_entry(m_statements, {incoming.place.device, 1});
        const auto key = first ? public_key_of(*first) : std::nullopt;
        if (!key)
            return false;
        known = m_public_keys.emplace(incoming.place.device, *key).first;
    }
    return signature_holds(incoming.stored.signature, incoming.hash, known->second);
}

void Merging::put_aside(const IncomingEntry& incoming)
{
    if (is_cut_off(incoming.place))
        return refuse_entry(incoming, "merge.withdrawn");
    auto& query
        = m_statements.prepare("SELECT hash FROM journal WHERE device = :device AND seq = :seq");
    bind_to(query, ":device", incoming.place.device);
    bind_to(query, ":seq", incoming.place.seq);
    const bool known
        = query.executeStep() && std::ranges::equal(read_bytes(query.getColumn(0)), incoming.hash);
    query.reset();
    if (!known)
        return refuse_entry(incoming, "merge.fork");
    no_longer_waits(incoming);
    if (!incoming.waited)
        ++m_result.came.known;
}

void Merging::refuse_entry(const IncomingEntry& incoming, const char* reason)
{
    no_longer_waits(incoming);
    auto& insert = m_statements.prepare(R"sql(
        INSERT INTO refused_entry (device, seq, hash, body, signature, reason, at_ms)
        VALUES (:device, :seq, :hash, :body, :signature, :reason, :at_ms)
        ON CONFLICT DO NOTHING RETURNING seq)sql");
    bind_to(insert, ":device", incoming.place.device);
    bind_to(insert, ":seq", incoming.place.seq);
    bind_to(insert, ":hash", std::span<const std::uint8_t>(incoming.hash));
    bind_to(insert, ":body", incoming.stored.body);
    bind_to(insert, ":signature", incoming.stored.signature);
    bind_to(insert, ":reason", reason);
    bind_to(insert, ":at_ms", m_now_ms);
    const bool first_time = insert.executeStep();
    insert.reset();
    if (!first_time)
        return;
    m_result.refused.push_back({.device = incoming.place.device,
        .device_name = {},
        .seq = incoming.place.seq,
        .reason = {reason, {}},
        .at_ms = m_now_ms});
    // What it withdraws may weigh more than what cuts it off (withdrawals.h).
    const auto entry = decode_entry(incoming.stored.body);
    if (entry && has_withdrawal(*entry) && signature_good(incoming)) {
        note_withdrawals(m_statements, *entry);
        cut_off();
    }
}

void Merging::no_longer_waits(const IncomingEntry& incoming)
{
    if (!incoming.waited)
        return;
    auto& remove = m_statements.prepare(
        "DELETE FROM waiting_entry WHERE device = :device AND seq = :seq AND hash = :hash");
    bind_to(remove, ":device", incoming.place.device);
    bind_to(remove, ":seq", incoming.place.seq);
    bind_to(remove, ":hash", std::span<const std::uint8_t>(incoming.hash));
    remove.exec();
}

void Merging::store_waiting()
{
    for (const auto& [device, queue] : m_queues) {
        for (const auto& [seq, candidates] : queue) {
            for (const IncomingEntry& incoming : candidates) {
                ++m_result.waiting;
                auto& insert = m_statements.prepare(R"sql(
                    INSERT INTO waiting_entry (device, seq, hash, body, signature, at_ms)
                    VALUES (:device, :seq, :hash, :body, :signature, :at_ms)
                    ON CONFLICT DO NOTHING)sql");
                bind_to(insert, ":device", device);
                bind_to(insert, ":seq", seq);
                bind_to(insert, ":hash", std::span<const std::uint8_t>(incoming.hash));
                bind_to(insert, ":body", incoming.stored.body);
                bind_to(insert, ":signature", incoming.stored.signature);
                bind_to(insert, ":at_ms", m_now_ms);
                insert.exec();
            }
        }
    }
    m_queues.clear();
}

void Merging::cut_off()
{
    m_cutoffs = read_cutoffs(m_statements);
    for (const auto& [device, last] : m_cutoffs) {
        if (m_heads[device].seq > last)
            take_back({device, last + 1});
    }
    ask_refused_again();
}

void Merging::ask_refused_again()
{
    auto& query = m_statements.prepare(
        "SELECT device, seq, hash, body, signature FROM refused_entry WHERE reason = "
        "'merge.withdrawn' /* reads all */");
    std::vector<IncomingEntry> again;
    while (query.executeStep()) {
        IncomingEntry entry;
        entry.place = {read_id<DeviceId>(query.getColumn(0)), query.getColumn(1)};
        std::ranges::copy(read_bytes(query.getColumn(2)), entry.hash.begin());
        entry.stored = {read_bytes(query.getColumn(3)), read_bytes(query.getColumn(4))};
        if (!is_cut_off(entry.place))
            again.push_back(std::move(entry));
    }
    for (const IncomingEntry& entry : again) {
        auto& remove = m_statements.prepare(
            "DELETE FROM refused_entry WHERE device = :device AND seq = :seq AND hash = :hash");
        bind_to(remove, ":device", entry.place.device);
        bind_to(remove, ":seq", entry.place.seq);
        bind_to(remove, ":hash", std::span<const std::uint8_t>(entry.hash));
        remove.exec();
    }
    add(std::move(again));
}

} // namespace chibo
