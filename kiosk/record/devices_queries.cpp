#include "record/devices_queries.h"

#include <algorithm>
#include <set>

#include "record/conflicts_queries.h"
#include "record/exchanges.h"
#include "record/history.h"
#include "record/query.h"
#include "record/schema.h"

namespace chibo {
namespace {

std::optional<DeviceWithdrawal> read_withdrawal(const Record& record, DeviceId device)
{
    // Several devices may have withdrawn it; the lowest last entry counts.
    Query query(record, R"sql(
        SELECT withdrawal_entry.last_seq, withdrawal_entry.at_ms, withdrawal_entry.by_device
        FROM withdrawal_entry JOIN journal ON journal.device = withdrawal_entry.by_device
            AND journal.seq = withdrawal_entry.by_seq
        WHERE withdrawal_entry.device = :device
        ORDER BY withdrawal_entry.last_seq, withdrawal_entry.hlc LIMIT 1 /* reads all */)sql");
    query.bind(":device", device);
    if (!query.next())
        return std::nullopt;
    DeviceWithdrawal withdrawal;
    withdrawal.last_seq = query.number();
    withdrawal.at_ms = query.number();
    withdrawal.by = query.id<DeviceId>();
    return withdrawal;
}

void read_heard(const Record& record, Device& device)
{
    Query query(record, R"sql(
        SELECT heard_at_ms, ahead_least_ms, ahead_most_ms FROM device_heard WHERE device = :device)sql");
    query.bind(":device", device.id);
    if (!query.next())
        return;
    device.heard_at_ms = query.number();
    const auto least = query.optional_number();
    const auto most = query.optional_number();
    if (least || most)
        device.clock_off_ms = std::max(least.value_or(0), std::int64_t {0})
            + std::min(most.value_or(0), std::int64_t {0});
}

int count_waiting_of(const Record& record, DeviceId device)
{
    Query query(record, "SELECT count(*) FROM waiting_entry WHERE device = :device");
    query.bind(":device", device);
    return query.next() ? query.integer() : 0;
}

/// What is here and not there.
int count_lacking(const Heads& here, const Heads& there, DeviceId except)
{
    std::int64_t lacking = 0;
    for (const auto& [device, seq] : here) {
        const auto known = there.find(device);
        if (device != except)
            lacking += std::max<std::int64_t>(0, seq - (known == there.end() ? 0 : known->second));
    }
    return static_cast<int>(lacking);
}

struct Row {
    Device device;
    Heads known;
};

std::vector<Row> read_rows(const Record& record)
{
    std::vector<Row> rows;
    Query query(record, "SELECT id, name, added_at_ms FROM device ORDER BY name, id");
    while (query.next()) {
        Row row;
        row.device.id = query.id<DeviceId>();
        row.device.name = query.text();
        row.device.added_at_ms = query.number();
        row.device.own = row.device.id == record.device();
        rows.push_back(std::move(row));
    }
    return rows;
}

bool writes_newer(const Record& record, DeviceId device, std::int64_t head)
{
    const auto last = read_entry(record, {device, head});
    return last && last->schema > static_cast<std::int64_t>(migrations().size());
}

/// Entries of the device that others say they have.
int count_missing(const std::vector<Row>& rows, const Device& device)
{
    std::int64_t highest = device.entries;
    for (const Row& other : rows) {
        const auto known = other.known.find(device.id);
        if (known != other.known.end())
            highest = std::max(highest, known->second);
    }
    if (device.withdrawn)
        highest = std::min(highest, std::max(device.entries, device.withdrawn->last_seq));
    return static_cast<int>(highest - device.entries);
}

} // namespace

Heads read_heads(const Record& record)
{
    Heads heads;
    Query query(record, R"sql(
        SELECT id, (SELECT max(journal.seq) FROM journal WHERE journal.device = device.id) FROM device)sql");
    while (query.next()) {
        const auto device = query.id<DeviceId>();
        if (const std::int64_t seq = query.number(); seq > 0)
            heads[device] = seq;
    }
    return heads;
}

Heads read_known_heads(const Record& record, DeviceId device)
{
    Heads known;
    const auto heads = read_heads(record);
    if (const auto head = heads.find(device); head != heads.end()) {
        if (auto last = read_entry(record, {device, head->second}))
            known = std::move(last->seen);
        known[device] = head->second;
    }
    Query query(record, "SELECT other, seq FROM device_known WHERE device = :device");
    query.bind(":device", device);
    while (query.next()) {
        const auto other = query.id<DeviceId>();
        known[other] = std::max(known[other], query.number());
    }
    return known;
}

Heads read_heads_of_others(const Record& record)
{
    std::set<DeviceId> others;
    {
        Query query(record, "SELECT id FROM device UNION SELECT device FROM device_known");
        while (query.next())
            others.insert(query.id<DeviceId>());
    }
    others.erase(record.device());
    std::erase_if(
        others, [&](DeviceId device) { return read_withdrawal(record, device).has_value(); });
    if (others.empty())
        return {};
    Heads common = read_heads(record);
    for (const DeviceId other : others) {
        const Heads known = read_known_heads(record, other);
        for (auto& [device, seq] : common) {
            const auto at = known.find(device);
            seq = std::min(seq, at == known.end() ? 0 : at->second);
        }
    }
    return common;
}

std::vector<Device> read_devices(const Record& record)
{
    const Heads heads = read_heads(record);
    auto rows = read_rows(record);
    for (Row& row : rows) {
        Device& device = row.device;
        const auto head = heads.find(device.id);
        device.entries = head == heads.end() ? 0 : head->second;
        device.withdrawn = read_withdrawal(record, device.id);
        device.waiting_here = count_waiting_of(record, device.id);
        if (device.own)
            continue;
        row.known = read_known_heads(record, device.id);
        read_heard(record, device);
        device.newer_program = writes_newer(record, device.id, device.entries);
        if (!device.withdrawn)
            device.waiting_to_go = count_lacking(heads, row.known, device.id);
    }
    std::vector<Device> devices;
    for (Row& row : rows) {
        row.device.missing_here = row.device.own ? 0 : count_missing(rows, row.device);
        devices.push_back(std::move(row.device));
    }
    std::ranges::stable_sort(devices, {},
        [](const Device& device) { return std::pair(device.withdrawn.has_value(), !device.own); });
    return devices;
}

std::optional<Device> find_device(const Record& record, std::string_view name)
{
    for (Device& device : read_devices(record)) {
        if (device.name == name || device.id.text() == name)
            return std::move(device);
    }
    return std::nullopt;
}

SyncStatus read_sync_status(const Record& record)
{
    SyncStatus status;
    for (const Device& device : read_devices(record)) {
        if (device.own)
            status.withdrawn = device.withdrawn.has_value();
        else if (!device.withdrawn)
            ++status.devices;
        status.waiting_to_go = std::max(status.waiting_to_go, device.waiting_to_go);
    }
    Query waiting(record, "SELECT count(*) FROM waiting_entry /* reads all */");
    status.waiting_here = waiting.next() ? waiting.integer() : 0;
    status.conflicts = count_conflicts(record);
    status.last = read_last_taken_in(record);
    return status;
}

std::vector<RefusedEntry> read_refused_entries(const Record& record)
{
    Query query(record, R"sql(
        SELECT refused_entry.device, coalesce(device.name, ''), refused_entry.seq, refused_entry.reason,
               refused_entry.at_ms
        FROM refused_entry LEFT JOIN device ON device.id = refused_entry.device
        ORDER BY refused_entry.at_ms DESC, refused_entry.device, refused_entry.seq DESC /* reads all */)sql");
    std::vector<RefusedEntry> refused;
    while (query.next()) {
        RefusedEntry entry;
        entry.device = query.id<DeviceId>();
        entry.device_name = query.text();
        entry.seq = query.number();
        entry.reason = {query.text(),
            {{"device", entry.device_name.empty() ? entry.device.text() : entry.device_name},
                {"seq", std::to_string(entry.seq)}}};
        entry.at_ms = query.number();
        refused.push_back(std::move(entry));
    }
    return refused;
}

std::vector<WaitingEntry> read_waiting_entries(const Record& record)
{
    Query query(record, R"sql(
        SELECT waiting_entry.device, coalesce(device.name, ''), waiting_entry.seq, waiting_entry.body,
               waiting_entry.at_ms
        FROM waiting_entry LEFT JOIN device ON device.id = waiting_entry.device
        ORDER BY waiting_entry.device, waiting_entry.seq /* reads all */)sql");
    std::vector<std::pair<WaitingEntry, std::string>> rows;
    while (query.next()) {
        WaitingEntry entry;
        entry.device = query.id<DeviceId>();
        entry.device_name = query.text();
        entry.seq = query.number();
        std::string body = query.text();
        entry.at_ms = query.number();
        rows.emplace_back(std::move(entry), std::move(body));
    }
    const Heads heads = read_heads(record);
    const auto head_of = [&](DeviceId device) {
        const auto head = heads.find(device);
        return head == heads.end() ? 0 : head->second;
    };
    std::vector<WaitingEntry> waiting;
    for (auto& [entry, body] : rows) {
        entry.wants_device = entry.device;
        entry.wants_seq = head_of(entry.device) + 1;
        const auto decoded = decode_entry(
            std::span(reinterpret_cast<const std::uint8_t*>(body.data()), body.size()));
        // The next of its device waits for another's.
        if (decoded && entry.wants_seq == entry.seq) {
            for (const auto& [device, seq] : decoded->seen) {
                if (seq > head_of(device))
                    entry.wants_device = device, entry.wants_seq = head_of(device) + 1;
            }
        }
        waiting.push_back(std::move(entry));
    }
    return waiting;
}

} // namespace chibo
