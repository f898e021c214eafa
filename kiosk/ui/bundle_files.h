// Bundles and invitations by their file names, on a stick or in a folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "meeting/clock.h"
#include "meeting/ids.h"

namespace chibo {

/// Whether the name says that the device wrote it; what it holds says so for certain.
[[nodiscard]] bool is_bundle_of(const std::string& name, DeviceId device);
/// In the order of their names: a device's in the order in which it wrote them.
[[nodiscard]] std::vector<std::filesystem::path> bundles_of_others(
    const std::filesystem::path& folder, DeviceId own);
/// The newest bundle of a device has all that its older ones had for the others: they go once it is
/// written.
void remove_older_bundles(const std::filesystem::path& newest, DeviceId own);

/// loi-moi-Chi-bo-Van-phong-2026-08-05.chibo-moi
[[nodiscard]] std::string invitation_file_name(const std::string& cell, UnixMs now);
[[nodiscard]] std::vector<std::filesystem::path> invitations_in(
    const std::filesystem::path& folder);

} // namespace chibo
