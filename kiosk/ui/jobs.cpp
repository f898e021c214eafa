#include "ui/jobs.h"

namespace chibo {

Jobs::~Jobs()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    if (m_worker.joinable())
        m_worker.join();
}

void Jobs::add(Work work)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(work));
    if (!m_worker.joinable())
        m_worker = std::thread([this] { work_on(); });
    m_changed.notify_all();
}

void Jobs::on_finished(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

void Jobs::work_on()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [&] { return m_stopping || !m_waiting.empty(); });
        if (m_stopping)
            return;
        Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_busy = true;
        lock.unlock();
        auto deliver = work();
        lock.lock();
        m_finished.push_back(std::move(deliver));
        m_busy = false;
        if (m_wake)
            m_wake();
        m_changed.notify_all();
    }
}

bool Jobs::deliver()
{
    std::vector<std::function<void()>> finished;
    {
        const std::lock_guard lock(m_mutex);
        finished.swap(m_finished);
    }
    for (const auto& done : finished)
        done();
    return !finished.empty();
}

void Jobs::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_waiting.empty() && !m_busy; });
}

} // namespace chibo
