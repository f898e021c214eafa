#include "record/shared_work.h"

#include <algorithm>
#include <utility>

namespace chibo {
namespace {

constexpr std::size_t most_helpers = 7;

} // namespace

SharedWork::SharedWork(
    std::size_t count, std::size_t together, std::function<void(std::size_t)> work) :
    m_together(together), m_work(std::move(work)), m_done(count)
{
    const std::size_t others = std::max(std::thread::hardware_concurrency(), 1U) - 1;
    for (std::size_t i = 0; i < std::min({others, count / together, most_helpers}); ++i)
        m_helpers.emplace_back([this] {
            while (do_some()) {}
        });
}

SharedWork::~SharedWork()
{
    m_next = m_done.size();
}

bool SharedWork::do_some()
{
    const std::size_t from = m_next.fetch_add(m_together);
    const std::size_t to = std::min(m_done.size(), from + m_together);
    for (std::size_t i = from; i < to; ++i) {
        m_work(i);
        m_done[i] = true;
        m_done[i].notify_all();
    }
    return from < to;
}

void SharedWork::finish(std::size_t number)
{
    while (!m_done[number]) {
        if (!do_some())
            m_done[number].wait(false);
    }
}

void SharedWork::finish()
{
    for (std::size_t i = 0; i < m_done.size(); ++i)
        finish(i);
}

} // namespace chibo
