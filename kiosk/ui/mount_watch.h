// Says when something was mounted or unmounted: a stick that is put in or pulled out.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace chibo {

class MountWatch {
public:
    /// `wake` is called on the watch's own thread.
    explicit MountWatch(std::function<void()> wake);
    ~MountWatch();
    MountWatch(const MountWatch&) = delete;
    MountWatch& operator=(const MountWatch&) = delete;

    /// True once after each change.
    [[nodiscard]] bool take_moved() { return m_moved.exchange(false); }

private:
    void watch();

    std::function<void()> m_wake;
    std::atomic<bool> m_moved {false};
    int m_stop = -1; // An eventfd that ends the thread's wait.
    std::thread m_thread;
};

} // namespace chibo
