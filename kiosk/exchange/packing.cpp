#include "exchange/packing.h"

#include <array>
#include <new>

namespace chibo {
namespace {

constexpr std::size_t room_bytes = 1U << 10U;

} // namespace

Bytes compress(const Bytes& payload)
{
    uLongf size = compressBound(static_cast<uLong>(payload.size()));
    Bytes packed(size);
    const int code = compress2(packed.data(), &size, payload.data(),
        static_cast<uLong>(payload.size()), Z_DEFAULT_COMPRESSION);
    if (code != Z_OK)
        throw std::bad_alloc();
    packed.resize(size);
    return packed;
}

Inflater::Inflater(std::size_t most) : m_most(most)
{
    if (inflateInit(&m_stream) != Z_OK)
        throw std::bad_alloc();
}

const char* Inflater::add(std::span<const std::uint8_t> packed)
{
    m_stream.next_in = const_cast<Bytef*>(packed.data());
    m_stream.avail_in = static_cast<uInt>(packed.size());
    std::array<std::uint8_t, room_bytes> room {};
    while (m_stream.avail_in > 0 || m_full) {
        if (m_ended)
            return m_stream.avail_in > 0 ? "bundle.altered" : nullptr;
        m_stream.next_out = room.data();
        m_stream.avail_out = static_cast<uInt>(room.size());
        const int code = inflate(&m_stream, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            return "bundle.altered";
        const std::size_t got = room.size() - m_stream.avail_out;
        if (m_payload.size() + got > m_most)
            return "bundle.inflates";
        m_payload.insert(
            m_payload.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(got));
        m_ended = code == Z_STREAM_END;
        m_full = m_stream.avail_out == 0;
        if (code == Z_BUF_ERROR && got == 0)
            break;
    }
    return nullptr;
}

} // namespace chibo
