// Keys of a record and how codes open them (design.md, "Codes, keys and the kiosk's three states").
#pragma once

#include <array>
#include <cstdint>

namespace chibo {

/// 32 bytes that open one cell's database. Wiped when it goes out of scope.
class Key {
public:
    Key() = default;
    explicit Key(const std::array<std::uint8_t, 32>& bytes) : m_bytes(bytes) {}
    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    [[nodiscard]] const std::array<std::uint8_t, 32>& bytes() const { return m_bytes; }
    [[nodiscard]] std::array<std::uint8_t, 32>& bytes() { return m_bytes; }

private:
    std::array<std::uint8_t, 32> m_bytes {};
};

} // namespace chibo
