#include "record/shared_work.h"

#include <algorithm>
#include <utility>

namespace chibo {
namespace {

constexpr std::size_t most_helpers = 7;

} // namespace

SharedWork::SharedWork(
    std::size_t count, std::size_t together, std::function<void(std::size_t)> work) :
    m_count(count), m_together(together), m_work(std::move(work))
{
    const std::size_t others = std::max(std::thread::hardware_concurrency(), 1U) - 1;
    for (std::size_t i = 0; i < std::min({others, count / together, most_helpers}); ++i)
        m_helpers.emplace_back([this] {
            while (do_some()) {}
        });
}

SharedWork::~SharedWork()
{
    m_next = m_count;
}

bool SharedWork::do_some()
{
    const std::size_t from = m_next.fetch_add(m_together);
    const std::size_t to = std::min(m_count, from + m_together);
    for (std::size_t i = from; i < to; ++i)
        m_work(i);
    return from < to;
}

void SharedWork::finish()
{
    while (do_some()) {}
    m_helpers.clear(); // Waits for their last ones.
}

} // namespace chibo
