// Pixels in memory, as PNG on disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

namespace chibo {

/// In device pixels.
struct DeviceSize {
    int w = 0;
    int h = 0;

    bool operator==(const DeviceSize&) const = default;
};

/// Rows from the top, RGBA.
struct Picture {
    DeviceSize size {};
    std::vector<std::uint8_t> rgba {};
};

/// A failed write is a std::runtime_error.
void write_png(const std::filesystem::path& file, const Picture& picture);

} // namespace chibo
