// Compression of what is sealed: zlib, with a bound against bombs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <zlib.h>

#include "record/cbor.h"

namespace chibo {

[[nodiscard]] Bytes compress(const Bytes& payload);

/// Inflates as it comes, up to a bound.
class Inflater {
public:
    explicit Inflater(std::size_t most);
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    /// The refusal's key (bundle.altered, bundle.inflates); nothing: it went well.
    [[nodiscard]] const char* add(std::span<const std::uint8_t> packed);
    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] Bytes take() { return std::move(m_payload); }

private:
    z_stream m_stream {};
    std::size_t m_most;
    Bytes m_payload;
    bool m_ended = false, m_full = false;
};

} // namespace chibo
