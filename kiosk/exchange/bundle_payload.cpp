#include "exchange/bundle_payload.h"

#include <algorithm>

namespace chibo {
namespace {

constexpr std::size_t signature_bytes = 64;

template <typename Tag> Bytes bytes_of(const Id<Tag>& id)
{
    return {id.uuid.bytes.begin(), id.uuid.bytes.end()};
}

template <typename T> T get(const cbor::Map& map, const char* name)
{
    const auto found = map.find(name);
    const T* value = found == map.end() ? nullptr : found->second.get<T>();
    return value ? *value : T {};
}

template <typename AnyId> AnyId id_of(const cbor::Map& map, const char* name)
{
    AnyId id;
    if (const auto bytes = get<Bytes>(map, name); bytes.size() == id.uuid.bytes.size())
        std::ranges::copy(bytes, id.uuid.bytes.begin());
    return id;
}

cbor::Map told(const Bundle& bundle)
{
    cbor::Map heads;
    for (const auto& [device, seq] : bundle.heads)
        heads[device.text()] = seq;
    cbor::Array heard;
    for (const Bundle::Heard& one : bundle.heard)
        heard.push_back(cbor::Map {{"device", bytes_of(one.device)},
            {"written_at_ms", one.written_at_ms}, {"heard_at_ms", one.heard_at_ms}});
    return {{"cell", bytes_of(bundle.cell)}, {"device", bytes_of(bundle.device)},
        {"device_name", bundle.device_name}, {"written_at_ms", bundle.written_at_ms},
        {"heads", std::move(heads)}, {"heard", std::move(heard)},
        {"entries", static_cast<std::int64_t>(bundle.entries.size())}};
}

bool read_told(const cbor::Map& map, Bundle& bundle)
{
    bundle.cell = id_of<CellId>(map, "cell");
    bundle.device = id_of<DeviceId>(map, "device");
    bundle.device_name = get<std::string>(map, "device_name");
    bundle.written_at_ms = get<std::int64_t>(map, "written_at_ms");
    for (const auto& [text, seq] : get<cbor::Map>(map, "heads")) {
        const auto device = DeviceId::parse(text);
        const auto* number = seq.get<std::int64_t>();
        if (!device || !number || *number < 0)
            return false;
        bundle.heads[*device] = *number;
    }
    for (const cbor::Value& item : get<cbor::Array>(map, "heard")) {
        const auto* one = item.get<cbor::Map>();
        if (!one)
            return false;
        bundle.heard.push_back({id_of<DeviceId>(*one, "device"),
            get<std::int64_t>(*one, "written_at_ms"), get<std::int64_t>(*one, "heard_at_ms")});
    }
    return !bundle.device.nil();
}

} // namespace

void append_length(Bytes& bytes, std::size_t length)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(length >> shift));
}

std::optional<std::span<const std::uint8_t>> cut_piece(std::span<const std::uint8_t>& bytes)
{
    if (bytes.size() < 4)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8U | bytes[i];
    bytes = bytes.subspan(4);
    if (length > bytes.size())
        return std::nullopt;
    const auto piece = bytes.first(length);
    bytes = bytes.subspan(length);
    return piece;
}

Bytes encode_bundle(const Bundle& bundle)
{
    const Bytes head = cbor::encode(told(bundle));
    Bytes payload;
    append_length(payload, head.size());
    payload.insert(payload.end(), head.begin(), head.end());
    for (const StoredEntry& entry : bundle.entries) {
        append_length(payload, entry.body.size());
        payload.insert(payload.end(), entry.body.begin(), entry.body.end());
        payload.insert(payload.end(), entry.signature.begin(), entry.signature.end());
    }
    return payload;
}

std::optional<Bundle> decode_bundle(std::span<const std::uint8_t> payload)
{
    const auto head = cut_piece(payload);
    const auto value = head ? cbor::decode(*head) : std::nullopt;
    const auto* map = value ? value->get<cbor::Map>() : nullptr;
    Bundle bundle;
    if (!map || !read_told(*map, bundle))
        return std::nullopt;
    const auto entries = get<std::int64_t>(*map, "entries");
    for (std::int64_t i = 0; i < entries; ++i) {
        const auto body = cut_piece(payload);
        if (!body || payload.size() < signature_bytes)
            return std::nullopt;
        const auto signature = payload.first(signature_bytes);
        bundle.entries.push_back(
            {Bytes(body->begin(), body->end()), Bytes(signature.begin(), signature.end())});
        payload = payload.subspan(signature_bytes);
    }
    return payload.empty() ? std::optional(std::move(bundle)) : std::nullopt;
}

} // namespace chibo
