#include "record/atomic_file.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace chibo {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file)
{
    throw std::system_error(errno, std::generic_category(), file.string());
}

/// An open file that is closed whatever happens.
class Descriptor {
public:
    Descriptor(const std::filesystem::path& file, int flags) :
        m_file(file), m_number(::open(file.c_str(), flags, 0600))
    {
        if (m_number < 0)
            fail(file);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(m_number); }

    void write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_number, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                fail(m_file);
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void sync() const
    {
        if (fsync(m_number) != 0)
            fail(m_file);
    }

private:
    const std::filesystem::path& m_file;
    int m_number;
};

} // namespace

void write_atomically(const std::filesystem::path& file, std::string_view bytes)
{
    std::filesystem::path beside = file;
    beside += ".new";
    {
        const Descriptor out(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC);
        out.write(bytes);
        out.sync();
    }
    if (rename(beside.c_str(), file.c_str()) != 0)
        fail(file);
    const std::filesystem::path folder = file.parent_path();
    Descriptor(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC).sync();
}

FolderLock::FolderLock(const std::filesystem::path& folder) :
    m_descriptor(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
{
    if (m_descriptor < 0 || flock(m_descriptor, LOCK_EX) != 0)
        fail(folder);
}

FolderLock::~FolderLock()
{
    close(m_descriptor);
}

} // namespace chibo
