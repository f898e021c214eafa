// Where a document may be written: USB sticks that are mounted, the device's own folder, and a
// folder that somebody chose.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace chibo {

struct ExportPlace {
    enum class Kind { Stick, Documents, Folder } kind = Kind::Stick;
    std::string name; // The stick's label; empty for the own folder.
    std::filesystem::path folder;
    std::uintmax_t free_bytes = 0;
};

/// Sticks first. Looks at the mounts anew each time.
[[nodiscard]] std::vector<ExportPlace> export_places();

/// Mount points under /media and /run/media, from the text of /proc/self/mounts.
[[nodiscard]] std::vector<std::filesystem::path> stick_folders(std::string_view mounts);

/// "1,4 GB", "620 MB": as people say it, with a decimal comma.
[[nodiscard]] std::string said_size(std::uintmax_t bytes);

} // namespace chibo
