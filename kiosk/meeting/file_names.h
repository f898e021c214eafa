// Names of files that every system takes.
#pragma once

#include <string>
#include <string_view>

namespace chibo {

/// Letters without marks, digits, hyphens: "Máy thư ký" is May-thu-ky.
[[nodiscard]] std::string plain_file_name(std::string_view text);

} // namespace chibo
