#include "record/signature_checks.h"

#include <algorithm>

#include "record/device.h"

namespace chibo {
namespace {

constexpr std::size_t checked_together = 16;
constexpr std::size_t most_helpers = 7;

} // namespace

SignatureChecks::SignatureChecks(std::vector<Signed> entries) :
    m_entries(std::move(entries)), m_states(m_entries.size())
{
    const std::size_t others = std::max(std::thread::hardware_concurrency(), 1U) - 1;
    const std::size_t useful = m_entries.size() / checked_together;
    for (std::size_t i = 0; i < std::min({others, useful, most_helpers}); ++i)
        m_helpers.emplace_back([this] {
            while (check_some()) {}
        });
}

SignatureChecks::~SignatureChecks()
{
    m_next = m_entries.size();
    for (std::thread& helper : m_helpers)
        helper.join();
}

bool SignatureChecks::check_some()
{
    const std::size_t from = m_next.fetch_add(checked_together);
    const std::size_t to = std::min(m_entries.size(), from + checked_together);
    for (std::size_t i = from; i < to; ++i) {
        const Signed& entry = m_entries[i];
        const bool good = signature_holds(entry.signature, entry.hash, entry.public_key);
        m_states[i] = good ? State::Good : State::Bad;
        m_states[i].notify_all();
    }
    return from < to;
}

bool SignatureChecks::holds(std::size_t number)
{
    while (m_states[number] == State::Unknown) {
        if (!check_some())
            m_states[number].wait(State::Unknown);
    }
    return m_states[number] == State::Good;
}

std::optional<JournalPlace> SignatureChecks::first_forged()
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (!holds(i))
            return m_entries[i].place;
    }
    return std::nullopt;
}

} // namespace chibo
