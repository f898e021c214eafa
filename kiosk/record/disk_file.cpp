#include "record/disk_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace chibo {
namespace {

constexpr std::size_t bytes_a_sync = 4U
    << 20U; // A stick's own buffer is long: so progress is true.

/// A rename would put a file in the place of a device or a pipe, and say nothing.
bool may_be_replaced(const std::filesystem::path& file)
{
    std::error_code none;
    const auto there = std::filesystem::symlink_status(file, none).type();
    using Type = std::filesystem::file_type;
    return there == Type::not_found || there == Type::regular || there == Type::symlink;
}

} // namespace

OpenFile::OpenFile(const std::filesystem::path& file, int flags) :
    m_number(::open(file.c_str(), flags | O_CLOEXEC, 0600))
{
}

OpenFile::~OpenFile()
{
    if (m_number >= 0)
        close(m_number);
}

bool OpenFile::write(std::span<const std::uint8_t> bytes) const
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_number, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

std::optional<std::size_t> OpenFile::read(std::span<std::uint8_t> into) const
{
    std::size_t size = 0;
    while (size < into.size()) {
        const ssize_t got = ::read(m_number, into.data() + size, into.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    return size;
}

PartFile::PartFile(const std::filesystem::path& file) :
    m_file(file), m_part(file.string() + ".part"),
    m_out(std::make_unique<OpenFile>(m_part, O_WRONLY | O_CREAT | O_TRUNC))
{
}

PartFile::~PartFile()
{
    if (m_out && m_out->good())
        unlink(m_part.c_str());
}

bool PartFile::write(std::span<const std::uint8_t> bytes)
{
    m_unsynced += bytes.size();
    if (!m_out->write(bytes))
        return false;
    if (m_unsynced < bytes_a_sync)
        return true;
    m_unsynced = 0;
    return fdatasync(m_out->number()) == 0;
}

bool PartFile::keep()
{
    if (!may_be_replaced(m_file)) {
        errno = EEXIST;
        return false;
    }
    if (fsync(m_out->number()) != 0 || rename(m_part.c_str(), m_file.c_str()) != 0)
        return false;
    m_out.reset();
    const OpenFile folder(m_file.parent_path(), O_RDONLY | O_DIRECTORY);
    return folder.good() && fsync(folder.number()) == 0;
}

} // namespace chibo
