// Work on many things that do not touch one another, done by the other processors while this one
// goes on.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

namespace chibo {

class SharedWork {
public:
    /// Begins at once to call `work` for each number below `count`, in their order, so many at a
    /// time; `work` does not throw.
    SharedWork(std::size_t count, std::size_t together, std::function<void(std::size_t)> work);
    SharedWork(const SharedWork&) = delete;
    SharedWork& operator=(const SharedWork&) = delete;
    /// Leaves undone what nobody asked for.
    ~SharedWork();

    /// Helps, and waits for all of it: what the work wrote can be read then.
    void finish();

private:
    /// Does the next few; whether there were any.
    bool do_some();

    std::size_t m_count, m_together;
    std::function<void(std::size_t)> m_work;
    std::atomic<std::size_t> m_next {0};
    std::vector<std::jthread> m_helpers; // The last: they end before the rest goes.
};

} // namespace chibo
