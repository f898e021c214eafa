#include "record/journal.h"

#include <algorithm>

#include <sodium.h>

namespace chibo {
namespace {

using cbor::Array;
using cbor::Map;
using cbor::Value;

constexpr std::array<std::string_view, 3> kind_names {"insert", "update", "remove"};

template <typename Tag> Bytes bytes_of(const Id<Tag>& id)
{
    return {id.uuid.bytes.begin(), id.uuid.bytes.end()};
}

Value value_of(const Op& op)
{
    Map columns;
    for (const auto& [name, change] : op.columns) {
        Array values;
        if (op.kind != Op::Kind::Insert)
            values.push_back(change.old_value);
        if (op.kind != Op::Kind::Remove)
            values.push_back(change.new_value);
        columns.emplace_hint(columns.end(), name, std::move(values));
    }
    Map map;
    map["do"] = std::string(kind_names[static_cast<std::size_t>(op.kind)]);
    map["table"] = op.table;
    map["key"] = op.key;
    map["columns"] = std::move(columns);
    return map;
}

/// Reads a map's fields; one that is missing or of another type makes the whole unreadable.
class Fields {
public:
    explicit Fields(const Map& map) : m_map(map) {}

    template <typename T> const T& get(const char* name)
    {
        static const T none {};
        const auto found = m_map.find(name);
        const T* value = found == m_map.end() ? nullptr : found->second.template get<T>();
        if (!value)
            m_good = false;
        return value ? *value : none;
    }
    const Value* find(const char* name) const
    {
        const auto found = m_map.find(name);
        return found == m_map.end() ? nullptr : &found->second;
    }
    template <typename AnyId> AnyId id(const char* name) { return id_of<AnyId>(get<Bytes>(name)); }
    template <typename AnyId> AnyId id_of(const Bytes& bytes)
    {
        AnyId id;
        m_good = m_good && bytes.size() == id.uuid.bytes.size();
        if (m_good)
            std::copy(bytes.begin(), bytes.end(), id.uuid.bytes.begin());
        return id;
    }
    void fail() { m_good = false; }
    [[nodiscard]] bool good() const { return m_good; }

private:
    const Map& m_map;
    bool m_good = true;
};

bool is_cell_value(const Value& value)
{
    return !value.get<Array>() && !value.get<Map>();
}

bool read_columns(Map& columns, Op& op)
{
    const std::size_t expected = op.kind == Op::Kind::Update ? 2 : 1;
    for (auto& [name, item] : columns) {
        auto* values = std::get_if<Array>(&item);
        if (!values || values->size() != expected || !std::ranges::all_of(*values, is_cell_value))
            return false;
        Op::Change& change = op.columns.emplace_hint(op.columns.end(), name, Op::Change {})->second;
        if (op.kind != Op::Kind::Insert)
            change.old_value = std::move(values->front());
        if (op.kind != Op::Kind::Remove)
            change.new_value = std::move(values->back());
    }
    return true;
}

/// Empties `value`.
std::optional<Op> read_op(Value& value)
{
    auto* map = std::get_if<Map>(&value);
    if (!map)
        return std::nullopt;
    Fields fields(*map);
    Op op;
    const auto kind = std::ranges::find(kind_names, fields.get<std::string>("do"));
    op.table = fields.get<std::string>("table");
    const Value* key = fields.find("key");
    const auto columns = map->find("columns");
    auto* listed = columns == map->end() ? nullptr : std::get_if<Map>(&columns->second);
    if (!fields.good() || kind == kind_names.end() || !key || !listed
        || !(key->get<Bytes>() || key->get<std::string>()))
        return std::nullopt;
    op.kind = static_cast<Op::Kind>(kind - kind_names.begin());
    op.key = *key;
    return read_columns(*listed, op) ? std::optional(std::move(op)) : std::nullopt;
}

void read_seen(Fields& fields, JournalEntry& entry)
{
    for (const auto& [device, seq] : fields.get<Map>("seen")) {
        const auto id = DeviceId::parse(device);
        const auto* number = seq.get<std::int64_t>();
        if (!id || !number)
            return fields.fail();
        entry.seen[*id] = *number;
    }
}

void read_actor(Fields& fields, JournalEntry& entry)
{
    Fields actor(fields.get<Map>("actor"));
    entry.actor.role = actor.get<std::string>("role");
    if (actor.find("member"))
        entry.actor.member = actor.id<MemberId>("member");
    if (!actor.good())
        fields.fail();
}

void read_undoes(Fields& fields, JournalEntry& entry)
{
    if (!fields.find("undoes"))
        return;
    Fields undoes(fields.get<Map>("undoes"));
    entry.undoes = JournalPlace {undoes.id<DeviceId>("device"), undoes.get<std::int64_t>("seq")};
    if (!undoes.good())
        fields.fail();
}

} // namespace

bool knows(const JournalEntry& entry, const JournalPlace& other)
{
    if (entry.device == other.device)
        return entry.seq > other.seq;
    const auto seen = entry.seen.find(other.device);
    return seen != entry.seen.end() && seen->second >= other.seq;
}

Bytes encode(const JournalEntry& entry)
{
    Map seen;
    for (const auto& [device, seq] : entry.seen)
        seen[device.text()] = seq;
    Map actor;
    actor["role"] = entry.actor.role;
    if (entry.actor.member)
        actor["member"] = bytes_of(*entry.actor.member);
    Array ops;
    ops.reserve(entry.ops.size());
    for (const Op& op : entry.ops)
        ops.push_back(value_of(op));
    Map map;
    map["schema"] = entry.schema;
    map["device"] = bytes_of(entry.device);
    map["seq"] = entry.seq;
    map["hlc"] = entry.hlc;
    map["wall_ms"] = entry.wall_ms;
    map["seen"] = std::move(seen);
    map["actor"] = std::move(actor);
    map["command"] = entry.command;
    if (entry.undoes)
        map["undoes"]
            = Map {{"device", bytes_of(entry.undoes->device)}, {"seq", entry.undoes->seq}};
    map["ops"] = std::move(ops);
    map["previous"] = Bytes(entry.previous.begin(), entry.previous.end());
    return cbor::encode(map);
}

std::optional<JournalEntry> decode_entry(std::span<const std::uint8_t> body)
{
    auto value = cbor::decode(body);
    auto* map = value ? std::get_if<Map>(&*value) : nullptr;
    if (!map)
        return std::nullopt;
    Fields fields(*map);
    JournalEntry entry;
    entry.schema = fields.get<std::int64_t>("schema");
    entry.device = fields.id<DeviceId>("device");
    entry.seq = fields.get<std::int64_t>("seq");
    entry.hlc = fields.get<std::int64_t>("hlc");
    entry.wall_ms = fields.get<std::int64_t>("wall_ms");
    entry.command = fields.get<std::string>("command");
    read_seen(fields, entry);
    read_actor(fields, entry);
    read_undoes(fields, entry);
    const auto& previous = fields.get<Bytes>("previous");
    if (!fields.good() || previous.size() != entry.previous.size())
        return std::nullopt;
    std::ranges::copy(previous, entry.previous.begin());
    const auto ops = map->find("ops");
    auto* items = ops == map->end() ? nullptr : std::get_if<Array>(&ops->second);
    if (!items)
        return std::nullopt;
    for (Value& item : *items) {
        auto op = read_op(item);
        if (!op)
            return std::nullopt;
        entry.ops.push_back(std::move(*op));
    }
    return entry;
}

Hash hash_of(std::span<const std::uint8_t> bytes)
{
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
    return hash;
}

std::int64_t next_hlc(std::int64_t last, UnixMs wall_ms)
{
    return std::max(last + 1, std::min(wall_ms, last_wall_ms) << 16);
}

Bytes key_bytes(const cbor::Value& key)
{
    if (const auto* bytes = key.get<Bytes>())
        return *bytes;
    const auto* text = key.get<std::string>();
    return text ? Bytes(text->begin(), text->end()) : Bytes {};
}

} // namespace chibo
