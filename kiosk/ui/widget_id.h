// What names a widget from frame to frame: a string key and a row's identifier, hashed.
#pragma once

#include <cstdint>
#include <string_view>

#include "meeting/ids.h"

namespace chibo {

class WidgetId {
public:
    constexpr WidgetId() = default; // Names nothing.
    // Implicit on purpose: `press(ui, "home.open", …)`.
    // NOLINTBEGIN(google-explicit-constructor)
    constexpr WidgetId(const char* name) : m_hash(hash(name)) {}
    constexpr WidgetId(std::string_view name) : m_hash(hash(name)) {}
    WidgetId(const std::string& name) : m_hash(hash(name)) {}
    // NOLINTEND(google-explicit-constructor)
    constexpr WidgetId(std::string_view name, std::uint64_t row) : m_hash(mixed(hash(name), row)) {}
    WidgetId(std::string_view name, const Uuid& row) : m_hash(hash(name))
    {
        for (const std::uint8_t byte : row.bytes)
            m_hash = mixed(m_hash, byte);
    }
    template <typename Tag>
    WidgetId(std::string_view name, const Id<Tag>& row) : WidgetId(name, row.uuid)
    {
    }
    /// A part of a widget: `WidgetId(id, "clear")`.
    constexpr WidgetId(const WidgetId& whole, std::string_view part) :
        m_hash(mixed(whole.m_hash, hash(part)))
    {
    }

    bool operator==(const WidgetId&) const = default;
    [[nodiscard]] bool none() const { return m_hash == 0; }
    [[nodiscard]] std::uint64_t value() const { return m_hash; }

private:
    static constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t value)
    {
        return (hash ^ value) * 0x100000001B3U; // FNV-1a
    }
    static constexpr std::uint64_t hash(std::string_view text)
    {
        std::uint64_t hash = 0xCBF29CE484222325U;
        for (const char letter : text)
            hash = mixed(hash, static_cast<unsigned char>(letter));
        return hash;
    }

    std::uint64_t m_hash = 0;
};

} // namespace chibo
