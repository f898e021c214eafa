#include "record/cbor.h"

#include <bit>

namespace chibo::cbor {
namespace {

enum Major : std::uint8_t {
    Unsigned = 0,
    Negative = 1,
    ByteString = 2,
    Text = 3,
    List = 4,
    Pairs = 5,
    Simple = 7
};

constexpr std::uint8_t null_byte = 0xF6;
constexpr int max_depth = 16; // An entry needs five.

void write_head(Bytes& out, Major major, std::uint64_t argument)
{
    const auto high = static_cast<std::uint8_t>(major << 5);
    if (argument < 24) {
        out.push_back(static_cast<std::uint8_t>(high | argument));
        return;
    }
    const int size_class = argument <= 0xFF ? 0
        : argument <= 0xFFFF                ? 1
        : argument <= 0xFFFFFFFF            ? 2
                                            : 3;
    out.push_back(static_cast<std::uint8_t>(high | (24 + size_class)));
    for (int shift = (8 << size_class) - 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(argument >> shift));
}

void write(Bytes& out, const Value& value);

void write_int(Bytes& out, std::int64_t number)
{
    if (number >= 0)
        write_head(out, Unsigned, static_cast<std::uint64_t>(number));
    else
        write_head(out, Negative, ~static_cast<std::uint64_t>(number));
}

void write_text(Bytes& out, const std::string& text)
{
    write_head(out, Text, text.size());
    out.insert(out.end(), text.begin(), text.end());
}

void write(Bytes& out, const Value& value)
{
    if (value.get<std::nullptr_t>()) {
        out.push_back(null_byte);
    } else if (const auto* number = value.get<std::int64_t>()) {
        write_int(out, *number);
    } else if (const auto* text = value.get<std::string>()) {
        write_text(out, *text);
    } else if (const auto* bytes = value.get<Bytes>()) {
        write_head(out, ByteString, bytes->size());
        out.insert(out.end(), bytes->begin(), bytes->end());
    } else if (const auto* array = value.get<Array>()) {
        write_head(out, List, array->size());
        for (const Value& item : *array)
            write(out, item);
    } else if (const auto* map = value.get<Map>()) {
        write_head(out, Pairs, map->size());
        for (const auto& [key, item] : *map) {
            write_text(out, key);
            write(out, item);
        }
    }
}

class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : m_rest(bytes) {}

    bool read(Value& value, int depth)
    {
        if (depth > max_depth || m_rest.empty())
            return false;
        if (m_rest.front() == null_byte) {
            m_rest = m_rest.subspan(1);
            value = nullptr;
            return true;
        }
        std::uint8_t major = 0;
        std::uint64_t argument = 0;
        return read_head(major, argument) && read_body(value, major, argument, depth);
    }
    [[nodiscard]] bool at_end() const { return m_rest.empty(); }

private:
    bool read_head(std::uint8_t& major, std::uint64_t& argument)
    {
        if (m_rest.empty())
            return false;
        major = static_cast<std::uint8_t>(m_rest.front() >> 5);
        const std::uint8_t low = m_rest.front() & 0x1F;
        m_rest = m_rest.subspan(1);
        if (low < 24) {
            argument = low;
            return true;
        }
        if (low > 27)
            return false;
        const std::size_t size = std::size_t {1} << (low - 24);
        if (m_rest.size() < size)
            return false;
        argument = 0;
        for (std::size_t i = 0; i < size; ++i)
            argument = argument << 8 | m_rest[i];
        m_rest = m_rest.subspan(size);
        // The shortest form only, or two byte strings would mean the same entry.
        const std::uint64_t least = low == 24 ? 24 : std::uint64_t {1} << (size * 4);
        return argument >= least;
    }

    bool read_body(Value& value, std::uint8_t major, std::uint64_t argument, int depth)
    {
        switch (major) {
        case Unsigned:
            value = std::bit_cast<std::int64_t>(argument);
            return argument <= INT64_MAX;
        case Negative:
            value = std::bit_cast<std::int64_t>(~argument);
            return argument <= INT64_MAX;
        case ByteString:
            return read_string(value.emplace<Bytes>(), argument);
        case Text:
            return read_string(value.emplace<std::string>(), argument);
        case List:
            return read_array(value.emplace<Array>(), argument, depth);
        case Pairs:
            return read_map(value.emplace<Map>(), argument, depth);
        default:
            return false;
        }
    }

    template <typename String> bool read_string(String& string, std::uint64_t size)
    {
        if (m_rest.size() < size)
            return false;
        const auto text = m_rest.first(static_cast<std::size_t>(size));
        string.assign(text.begin(), text.end());
        m_rest = m_rest.subspan(text.size());
        return true;
    }

    bool read_array(Array& array, std::uint64_t size, int depth)
    {
        // Each item takes a byte at least, so a claimed size cannot make us take memory.
        if (m_rest.size() < size)
            return false;
        array.resize(static_cast<std::size_t>(size));
        for (Value& item : array) {
            if (!read(item, depth + 1))
                return false;
        }
        return true;
    }

    bool read_map(Map& map, std::uint64_t size, int depth)
    {
        for (std::uint64_t i = 0; i < size; ++i) {
            std::uint8_t major = 0;
            std::uint64_t length = 0;
            std::string key;
            if (!read_head(major, length) || major != Text || !read_string(key, length))
                return false;
            if (!map.empty() && !KeyOrder {}(map.rbegin()->first, key))
                return false;
            if (!read(map.emplace_hint(map.end(), std::move(key), nullptr)->second, depth + 1))
                return false;
        }
        return true;
    }

    std::span<const std::uint8_t> m_rest;
};

} // namespace

bool Value::operator==(const Value& other) const
{
    return static_cast<const variant&>(*this) == static_cast<const variant&>(other);
}

Bytes encode(const Value& value)
{
    Bytes out;
    out.reserve(512);
    write(out, value);
    return out;
}

std::optional<Value> decode(std::span<const std::uint8_t> bytes)
{
    Reader reader(bytes);
    Value value;
    if (!reader.read(value, 0) || !reader.at_end())
        return std::nullopt;
    return value;
}

} // namespace chibo::cbor
