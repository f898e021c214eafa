#include "ui/mount_watch.h"

#include <array>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace chibo {

MountWatch::MountWatch(std::function<void()> wake) :
    m_wake(std::move(wake)), m_stop(eventfd(0, EFD_CLOEXEC))
{
    if (m_stop >= 0)
        m_thread = std::thread([this] { watch(); });
}

MountWatch::~MountWatch()
{
    if (m_stop < 0)
        return;
    eventfd_write(m_stop, 1);
    m_thread.join();
    close(m_stop);
}

void MountWatch::watch()
{
    const int mounts = open("/proc/self/mounts", O_RDONLY | O_CLOEXEC);
    if (mounts < 0)
        return; // A machine without /proc: "Chọn nơi" looks anew.
    std::array<pollfd, 2> waits {{{.fd = mounts, .events = POLLPRI, .revents = 0},
        {.fd = m_stop, .events = POLLIN, .revents = 0}}};
    while (poll(waits.data(), waits.size(), -1) >= 0 && waits[1].revents == 0) {
        // proc(5): the file is exceptional and readable after a mount or an unmount.
        if ((waits[0].revents & (POLLPRI | POLLERR)) != 0) {
            m_moved = true;
            m_wake();
        }
    }
    close(mounts);
}

} // namespace chibo
