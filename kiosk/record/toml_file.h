// The data files.
#pragma once

#include <filesystem>

#include <toml++/toml.h>

namespace chibo {

/// Throws std::runtime_error with "file:line: what is wrong".
[[nodiscard]] toml::table read_toml(const std::filesystem::path& file);

} // namespace chibo
