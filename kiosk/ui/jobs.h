// Work beside the frame: a job gets values in and gives a value back. One worker, in order; results
// are delivered on the thread of the interface.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace chibo {

class Jobs {
public:
    Jobs() = default;
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    /// Runs `work` on the worker, then `done` with its value on this thread, in deliver(). `work`
    /// owns what it needs: no reference to the record or the screen. An exception of `work` goes to
    /// `failed`.
    template <typename Work, typename Done>
    void run(Work work, Done done, std::function<void(const std::exception&)> failed = {})
    {
        add([work = std::move(work), done = std::move(done), failed = std::move(failed)]() mutable {
            std::function<void()> deliver;
            try {
                auto value = std::make_shared<decltype(work())>(work());
                deliver = [value, done = std::move(done)] { done(std::move(*value)); };
            } catch (const std::exception& failure) {
                deliver = [what = std::string(failure.what()), failed = std::move(failed)] {
                    if (failed)
                        failed(std::runtime_error(what));
                };
            }
            return deliver;
        });
    }

    /// Hands out what is finished; true when something was.
    bool deliver();
    /// Called on the worker's thread when something is finished: wakes the window.
    void on_finished(std::function<void()> wake);
    /// Waits until nothing is left to do (step files, shots).
    void finish();

private:
    using Work = std::function<std::function<void()>()>;
    void add(Work work);
    void work_on();

    std::mutex m_mutex; // Guards all below.
    std::condition_variable m_changed;
    std::deque<Work> m_waiting;
    std::vector<std::function<void()>> m_finished;
    std::function<void()> m_wake;
    bool m_busy = false;
    bool m_stopping = false;
    std::thread m_worker; // Started with the first job.
};

} // namespace chibo
