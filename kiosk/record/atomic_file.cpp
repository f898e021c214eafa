#include "record/atomic_file.h"

#include <cerrno>
#include <cstdint>
#include <span>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>

namespace chibo {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw std::system_error(errno, std::generic_category(), file.string());
}

} // namespace

void write_atomically(const std::filesystem::path& file, std::string_view bytes)
{
    PartFile part(file);
    const std::span all(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    if (!part.good() || !part.write(all) || !part.keep())
        fail(file);
}

FolderLock::FolderLock(const std::filesystem::path& folder) :
    m_folder(folder, O_RDONLY | O_DIRECTORY)
{
    if (!m_folder.good() || flock(m_folder.number(), LOCK_EX) != 0)
        fail(folder);
}

} // namespace chibo
