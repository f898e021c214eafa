// Copies of a record that stand for the record itself.
#pragma once

#include <filesystem>

namespace chibo {

/// A copied record is another device of its cells (record/device.h). Where a copy only saves the
/// time to make the demo's record anew, it is the same machine's: gives the copy the device of the
/// original, before it is opened.
void keep_device(const std::filesystem::path& record);

/// Makes the record's files what they were in the image, in place.
void put_back(const std::filesystem::path& image, const std::filesystem::path& record);

} // namespace chibo
