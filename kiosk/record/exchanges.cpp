#include "record/exchanges.h"

#include <array>

#include <sodium.h>

#include "record/device_commands.h"
#include "record/query.h"

namespace chibo {
namespace {

constexpr std::array<std::string_view, 3> kinds {"written", "taken_in", "refused"};

struct Figure {
    const char* name;
    int Came::* figure;
};
constexpr std::array figures {Figure {"entries", &Came::entries},
    Figure {"operations", &Came::operations}, Figure {"known", &Came::known},
    Figure {"check_ins", &Came::check_ins}, Figure {"opinions", &Came::opinions},
    Figure {"tasks", &Came::tasks}, Figure {"votes", &Came::votes},
    Figure {"meetings", &Came::meetings}, Figure {"members", &Came::members},
    Figure {"others", &Came::others}, Figure {"conflicts", &Came::conflicts},
    Figure {"proposals", &Came::proposals}};

Bytes encode_detail(const Exchange& exchange)
{
    cbor::Map came;
    for (const Figure& one : figures)
        came[one.name] = std::int64_t {exchange.came.*one.figure};
    cbor::Array from;
    for (const Came::From& one : exchange.came.from)
        from.push_back(cbor::Map {
            {"device", Bytes(one.device.uuid.bytes.begin(), one.device.uuid.bytes.end())},
            {"name", one.name}, {"entries", std::int64_t {one.entries}}});
    cbor::Map values;
    for (const auto& [name, value] : exchange.reason.values)
        values[name] = value;
    return cbor::encode(cbor::Map {{"came", std::move(came)}, {"from", std::move(from)},
        {"refused", std::int64_t {exchange.refused}}, {"waiting", std::int64_t {exchange.waiting}},
        {"reason", exchange.reason.key}, {"values", std::move(values)}});
}

template <typename T> T get(const cbor::Map& map, const char* name)
{
    const auto found = map.find(name);
    const T* value = found == map.end() ? nullptr : found->second.get<T>();
    return value ? *value : T {};
}
int number(const cbor::Map& map, const char* name)
{
    return static_cast<int>(get<std::int64_t>(map, name));
}

void decode_detail(const Bytes& bytes, Exchange& exchange)
{
    const auto decoded = cbor::decode(bytes);
    const auto* detail = decoded ? decoded->get<cbor::Map>() : nullptr;
    if (!detail)
        return;
    const auto came = get<cbor::Map>(*detail, "came");
    for (const Figure& one : figures)
        exchange.came.*one.figure = number(came, one.name);
    for (const cbor::Value& item : get<cbor::Array>(*detail, "from")) {
        const auto* map = item.get<cbor::Map>();
        if (!map)
            continue;
        Came::From from;
        const auto id = get<Bytes>(*map, "device");
        if (id.size() == from.device.uuid.bytes.size())
            std::copy(id.begin(), id.end(), from.device.uuid.bytes.begin());
        from.name = get<std::string>(*map, "name");
        from.entries = number(*map, "entries");
        exchange.came.from.push_back(std::move(from));
    }
    exchange.refused = number(*detail, "refused");
    exchange.waiting = number(*detail, "waiting");
    exchange.reason.key = get<std::string>(*detail, "reason");
    for (const auto& [name, value] : get<cbor::Map>(*detail, "values")) {
        if (const auto* text = value.get<std::string>())
            exchange.reason.values[name] = *text;
    }
}

Exchange read_row(Query& query)
{
    Exchange exchange;
    exchange.number = query.number();
    const std::string kind = query.text();
    const auto at = std::find(kinds.begin(), kinds.end(), kind);
    exchange.kind = at == kinds.end() ? Exchange::Kind::Written
                                      : static_cast<Exchange::Kind>(at - kinds.begin());
    exchange.at_ms = query.number();
    exchange.device_name = query.text();
    exchange.file = query.text();
    exchange.entries = query.integer();
    const std::string detail = query.text();
    decode_detail(Bytes(detail.begin(), detail.end()), exchange);
    return exchange;
}

std::vector<Exchange> read_rows(Query& query)
{
    std::vector<Exchange> exchanges;
    while (query.next())
        exchanges.push_back(read_row(query));
    return exchanges;
}

void write_known(SQLite::Database& database, DeviceId device, const Heads& heads)
{
    for (const auto& [other, seq] : heads) {
        SQLite::Statement known(database, R"sql(
            INSERT INTO device_known (device, other, seq) VALUES (:device, :other, :seq)
            ON CONFLICT DO UPDATE SET seq = max(seq, excluded.seq))sql");
        bind_to(known, ":device", device);
        bind_to(known, ":other", other);
        bind_to(known, ":seq", seq);
        known.exec();
    }
}

/// The first bundle of a device answers an invitation. Which one, nobody knows: the latest goes, so
/// that who is still to come is thought to have less rather than more.
void forget_invited(SQLite::Database& database, DeviceId heard)
{
    SQLite::Statement remove(database, R"sql(
        DELETE FROM device_known
        WHERE NOT EXISTS (SELECT 1 FROM device_heard WHERE device = :heard)
          AND device = (
            SELECT device FROM device_known
            WHERE device NOT IN (SELECT device FROM device_heard)
              AND device NOT IN (SELECT id FROM device)
            GROUP BY device ORDER BY sum(seq) DESC LIMIT 1))sql");
    bind_to(remove, ":heard", heard);
    remove.exec();
}

} // namespace

std::vector<Exchange> read_exchanges(const Record& record, int at_most)
{
    Query query(record, R"sql(
        SELECT number, kind, at_ms, device_name, file, entries, detail
        FROM exchange ORDER BY number DESC LIMIT :most /* reads all */)sql");
    query.bind(":most", at_most);
    return read_rows(query);
}

std::vector<Exchange> read_refused_files(const Record& record)
{
    Query query(record, R"sql(
        SELECT number, kind, at_ms, device_name, file, entries, detail
        FROM exchange WHERE kind = 'refused' AND put_away = 0 ORDER BY number DESC /* reads all */)sql");
    return read_rows(query);
}

std::optional<Exchange> read_last_taken_in(const Record& record)
{
    Query query(record, R"sql(
        SELECT number, kind, at_ms, device_name, file, entries, detail
        FROM exchange WHERE kind = 'taken_in' ORDER BY number DESC LIMIT 1 /* reads all */)sql");
    return query.next() ? std::optional(read_row(query)) : std::nullopt;
}

void note_exchange(Record& record, const Exchange& exchange)
{
    record.run_local([&](SQLite::Database& database) {
        SQLite::Statement insert(database, R"sql(
            INSERT INTO exchange (kind, at_ms, device_name, file, entries, detail)
            VALUES (:kind, :at_ms, :device_name, :file, :entries, :detail))sql");
        bind_to(insert, ":kind", std::string(kinds.at(static_cast<std::size_t>(exchange.kind))));
        bind_to(insert, ":at_ms", record.clock().now_ms());
        bind_to(insert, ":device_name", exchange.device_name);
        bind_to(insert, ":file", exchange.file);
        bind_to(insert, ":entries", exchange.entries);
        bind_to(insert, ":detail", encode_detail(exchange));
        insert.exec();
    });
}

void dismiss_exchange(Record& record, std::int64_t number)
{
    record.run_local([&](SQLite::Database& database) {
        SQLite::Statement update(
            database, "UPDATE exchange SET put_away = 1 WHERE number = :number");
        bind_to(update, ":number", number);
        update.exec();
    });
}

void note_heard(Record& record, const Heard& heard)
{
    const UnixMs now_ms = record.clock().now_ms();
    record.run_local([&](SQLite::Database& database) {
        forget_invited(database, heard.device);
        // A bundle takes time to be carried: what it says of the clocks is one-sided.
        SQLite::Statement upsert(database, R"sql(
            INSERT INTO device_heard (device, heard_at_ms, written_at_ms, taken_in_at_ms, ahead_least_ms,
                ahead_most_ms)
            VALUES (:device, :now, :written, :now, :least, :most)
            ON CONFLICT DO UPDATE SET heard_at_ms = excluded.heard_at_ms,
                written_at_ms = excluded.written_at_ms, taken_in_at_ms = excluded.taken_in_at_ms,
                ahead_least_ms = excluded.ahead_least_ms,
                ahead_most_ms = coalesce(excluded.ahead_most_ms, ahead_most_ms))sql");
        bind_to(upsert, ":device", heard.device);
        bind_to(upsert, ":now", now_ms);
        bind_to(upsert, ":written", heard.written_at_ms);
        bind_to(upsert, ":least", heard.written_at_ms - now_ms);
        bind_to(upsert, ":most",
            heard.took_in
                ? std::optional<std::int64_t>(heard.took_in->second - heard.took_in->first)
                : std::nullopt);
        upsert.exec();
        write_known(database, heard.device, heard.heads);
    });
}

void note_invited(Record& record)
{
    DeviceId invited; // Its own is not known yet.
    randombytes_buf(invited.uuid.bytes.data(), invited.uuid.bytes.size());
    const Heads heads = read_heads(record);
    record.run_local([&](SQLite::Database& database) { write_known(database, invited, heads); });
}

std::vector<LastBundle> read_last_bundles(const Record& record)
{
    Query query(record, R"sql(
        SELECT device, written_at_ms, taken_in_at_ms FROM device_heard
        WHERE written_at_ms IS NOT NULL /* reads all */)sql");
    std::vector<LastBundle> bundles;
    while (query.next()) {
        LastBundle bundle;
        bundle.device = query.id<DeviceId>();
        bundle.written_at_ms = query.number();
        bundle.taken_in_at_ms = query.number();
        bundles.push_back(bundle);
    }
    return bundles;
}

} // namespace chibo
