// Where the program's data is: rule sets, templates, strings, the demo committee.
#pragma once

#include <filesystem>

namespace chibo {

/// The folder `data` of the installation: CHIBO_DATA where it is set, else beside the program or
/// above it, else the source tree that the program was built from.
[[nodiscard]] std::filesystem::path data_folder();

} // namespace chibo
