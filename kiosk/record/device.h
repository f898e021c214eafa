// Which device of the cell this file is, and the key that signs its entries.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "meeting/ids.h"
#include "record/journal.h"

namespace chibo {

struct OwnDevice {
    DeviceId id {};
    std::array<std::uint8_t, 32> public_key {};
    std::array<std::uint8_t, 64> secret_key {};
};

[[nodiscard]] OwnDevice make_device(DeviceId id);
[[nodiscard]] EntrySignature sign(const OwnDevice& device, const Hash& hash);
[[nodiscard]] bool signature_holds(std::span<const std::uint8_t> signature, const Hash& hash,
    std::span<const std::uint8_t> public_key);

/// Machine and file. Stays when a folder is renamed, differs in a copy.
[[nodiscard]] std::string home_of(const std::filesystem::path& file);
/// What other devices call this one: the machine's host name.
[[nodiscard]] std::string device_name();

} // namespace chibo
