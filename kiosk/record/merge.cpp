#include "record/merge.h"

#include <algorithm>
#include <atomic>

#include "meeting/check.h"
#include "record/bind.h"
#include "record/conflict_desk.h"
#include "record/device.h"
#include "record/devices_queries.h"
#include "record/entry_check.h"
#include "record/merging.h"
#include "record/record_parts.h"
#include "record/shared_work.h"

namespace chibo {
namespace {

constexpr std::size_t decoded_together = 64;
/// Bytes of bodies whose entries stay decoded until their turn; an entry takes some five times
/// that.
constexpr std::size_t most_kept = 8 << 20;

/// What is told of one entry before the record is asked.
struct Checked {
    IncomingEntry incoming {};
    const char* fault = nullptr;
    Bytes public_key {}; // That a device's first entry brings.
};

Checked check_alone(const StoredEntry& stored, const Tables& tables)
{
    Checked checked;
    auto entry = decode_entry(stored.body);
    if (!entry) {
        checked.fault = "merge.unreadable";
        return checked;
    }
    checked.incoming
        = {.place = {entry->device, entry->seq}, .hash = hash_of(stored.body), .stored = stored};
    checked.fault = fault_of(*entry, tables);
    if (entry->seq == 1)
        checked.public_key = public_key_of(*entry).value_or(Bytes {});
    checked.incoming.entry = std::move(entry);
    return checked;
}

tl::unexpected<Error> at_fault(const char* key, const JournalPlace& place)
{
    return refuse(key, {{"device", place.device.text()}, {"seq", std::to_string(place.seq)}});
}

} // namespace

/// Reads what the record knows of the entries: those that are here need no check.
class Checks {
public:
    Checks(const Record& record, std::vector<Checked>& entries) :
        m_record(record), m_entries(entries), m_heads(read_heads(record))
    {
    }

    void read()
    {
        for (const Checked& one : m_entries) {
            const DeviceId device = one.incoming.place.device;
            if (!one.public_key.empty())
                m_keys.try_emplace(device, one.public_key);
        }
        for (Checked& one : m_entries) {
            read_key(one.incoming.place.device);
            one.incoming.checked = is_here(one.incoming);
        }
    }

    /// Of an unknown device there is no key yet: its entry waits, and is checked when it comes up.
    /// The others' are checked while the merge goes on, which ends with asking for the result.
    [[nodiscard]] std::unique_ptr<SignatureChecks> begin_signatures()
    {
        std::vector<SignatureChecks::Signed> signatures;
        for (Checked& one : m_entries) {
            IncomingEntry& incoming = one.incoming;
            const auto key = m_keys.find(incoming.place.device);
            if (incoming.checked || key == m_keys.end() || key->second.empty())
                continue;
            incoming.checked = true;
            signatures.push_back(
                {incoming.place, incoming.hash, incoming.stored.signature, key->second});
        }
        return std::make_unique<SignatureChecks>(std::move(signatures));
    }

private:
    /// The journal's own first entry goes before any that comes.
    void read_key(DeviceId device)
    {
        if (!m_read.insert(device).second)
            return;
        auto& query
            = m_record.prepare("SELECT body FROM journal WHERE device = :device AND seq = 1");
        bind_to(query, ":device", device);
        const auto first
            = query.executeStep() ? decode_entry(read_bytes(query.getColumn(0))) : std::nullopt;
        query.reset();
        if (const auto key = first ? public_key_of(*first) : std::nullopt)
            m_keys[device] = *key;
    }
    [[nodiscard]] bool is_here(const IncomingEntry& incoming) const
    {
        const auto head = m_heads.find(incoming.place.device);
        if (head == m_heads.end() || incoming.place.seq > head->second)
            return false;
        auto& query
            = m_record.prepare("SELECT hash FROM journal WHERE device = :device AND seq = :seq");
        bind_to(query, ":device", incoming.place.device);
        bind_to(query, ":seq", incoming.place.seq);
        const bool here = query.executeStep()
            && std::ranges::equal(read_bytes(query.getColumn(0)), incoming.hash);
        query.reset();
        return here;
    }

    const Record& m_record;
    std::vector<Checked>& m_entries;
    Heads m_heads;
    std::map<DeviceId, Bytes> m_keys;
    std::set<DeviceId> m_read;
};

Result<CheckedEntries> Merging::check(const Record& record, const std::vector<StoredEntry>& entries)
{
    const Tables& tables = record.m_parts->tables;
    std::vector<Checked> checked(entries.size());
    std::atomic<std::size_t> kept = 0;
    SharedWork(entries.size(), decoded_together, [&](std::size_t i) {
        checked[i] = check_alone(entries[i], tables);
        if (kept.fetch_add(entries[i].body.size()) > most_kept)
            checked[i].incoming.entry.reset();
    }).finish();
    const auto faulty
        = std::ranges::find_if(checked, [](const Checked& one) { return one.fault != nullptr; });
    if (faulty != checked.end())
        return at_fault(faulty->fault, faulty->incoming.place);
    Checks checks(record, checked);
    checks.read();
    CheckedEntries result {.signatures = checks.begin_signatures()};
    for (Checked& one : checked)
        result.entries.push_back(std::move(one.incoming));
    return result;
}

Result<Merged> Merging::merge(Record& record, const std::vector<StoredEntry>& entries)
{
    Record::Parts& parts = *record.m_parts;
    auto checked = check(record, entries);
    if (!checked)
        return tl::unexpected(checked.error());
    const int conflicts = count_conflicts(record);
    parts.statements->reset();
    const RoomForPages room(*parts.database);
    Transaction transaction(*parts.database);
    Merging merging(*parts.statements, parts.tables, parts.clock.now_ms());
    merging.add(std::move(checked->entries));
    merging.run();
    if (const auto forged = checked->signatures->first_forged())
        return at_fault("merge.signature", *forged);
    if (merging.m_forged)
        return at_fault("merge.signature", *merging.m_forged);
    // A copy of this file went on by itself: from here on this one is another device.
    const bool copied = merging.took_from(parts.device.id);
    if (copied)
        parts.database->exec("UPDATE own_device SET home = ''");
    ConflictDesk(record).forget_settled();
    Merged merged = merging.result();
    transaction.commit();
    ++parts.commits;
    if (copied)
        record.become_device();
    merged.came.conflicts = std::max(0, count_conflicts(record) - conflicts);
    return merged;
}

Seals Merging::seals_of(const Record& record)
{
    return Seals(*record.m_parts->statements, record.m_parts->tables);
}

Result<Merged> merge(Record& record, const std::vector<StoredEntry>& entries)
{
    return Merging::merge(record, entries);
}

Result<void> check_entries(const Record& record, const std::vector<StoredEntry>& entries)
{
    const auto checked = Merging::check(record, entries);
    if (!checked)
        return tl::unexpected(checked.error());
    if (const auto forged = checked->signatures->first_forged())
        return at_fault("merge.signature", *forged);
    return {};
}

std::vector<StoredEntry> read_stored_entries(
    const Record& record, const std::map<DeviceId, std::int64_t>& known)
{
    std::vector<StoredEntry> entries;
    for (const auto& [device, head] : read_heads(record)) {
        const auto at = known.find(device);
        auto& query = record.prepare(R"sql(
            SELECT body, signature FROM journal WHERE device = :device AND seq > :seq ORDER BY seq)sql");
        bind_to(query, ":device", device);
        bind_to(query, ":seq", at == known.end() ? std::int64_t {0} : at->second);
        while (query.executeStep())
            entries.push_back({read_bytes(query.getColumn(0)), read_bytes(query.getColumn(1))});
    }
    return entries;
}

} // namespace chibo
