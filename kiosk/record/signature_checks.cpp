#include "record/signature_checks.h"

#include <algorithm>
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

std::optional<JournalPlace> SignatureChecks::first_forged()
{
    m_work.finish();
    const auto forged = std::ranges::find(m_good, 0);
    if (forged == m_good.end())
        return std::nullopt;
    return m_entries[static_cast<std::size_t>(forged - m_good.begin())].place;
}

} // namespace chibo
