// A document on a disk that somebody may pull out: whole or as it was before.
#pragma once

#include <filesystem>
#include <string>

#include "meeting/result.h"

namespace chibo {

/// Refuses a disk without room (document.no_room) and a place that takes no file
/// (document.not_written).
[[nodiscard]] Result<void> write_whole(const std::filesystem::path& file, const std::string& bytes);

} // namespace chibo
