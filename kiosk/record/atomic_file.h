// A file that is, at any moment and after any power cut, whole: the old one or the new one.
#pragma once

#include <filesystem>
#include <string_view>

#include "record/disk_file.h"

namespace chibo {

/// By a PartFile. Throws std::system_error; the old one is then still there.
void write_atomically(const std::filesystem::path& file, std::string_view bytes);

/// Holds a folder against other processes that do the same, until it goes.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);

private:
    OpenFile m_folder;
};

} // namespace chibo
