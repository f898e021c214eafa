#include "record/signature_checks.h"

#include <utility>

#include "record/device.h"

namespace chibo {
namespace {

constexpr std::size_t checked_together = 16;

} // namespace

SignatureChecks::SignatureChecks(std::vector<Signed> entries) :
    m_entries(std::move(entries)), m_good(m_entries.size()),
    m_work(m_entries.size(), checked_together, [this](std::size_t i) {
        const Signed& entry = m_entries[i];
        m_good[i] = signature_holds(entry.signature, entry.hash, entry.public_key) ? 1 : 0;
    })
{
}

bool SignatureChecks::holds(std::size_t number)
{
    m_work.finish(number);
    return m_good[number] != 0;
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
