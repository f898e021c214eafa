#include "record/withdrawals.h"

#include <algorithm>
#include <set>

#include "record/bind.h"

namespace chibo {
namespace {

bool cut_off(const Cutoffs& cutoffs, const JournalPlace& place)
{
    const auto cut = cutoffs.find(place.device);
    return cut != cutoffs.end() && place.seq > cut->second;
}

} // namespace

Cutoffs cutoffs_of(std::vector<WithdrawalEntry> withdrawals)
{
    std::ranges::sort(withdrawals, {},
        [](const WithdrawalEntry& one) { return std::tuple(one.order, one.by.seq, one.device); });
    std::set<std::size_t> banned; // Grows each time round, so there is an end.
    while (true) {
        Cutoffs cutoffs;
        std::vector<std::size_t> counted;
        for (std::size_t i = 0; i < withdrawals.size(); ++i) {
            const WithdrawalEntry& one = withdrawals[i];
            if (banned.contains(i) || cut_off(cutoffs, one.by))
                continue;
            const auto [cut, first] = cutoffs.try_emplace(one.device, one.last_seq);
            cut->second = std::min(cut->second, one.last_seq);
            counted.push_back(i);
        }
        // One that counted when it came may be cut off by a later one.
        const auto fallen = std::ranges::find_if(
            counted, [&](std::size_t i) { return cut_off(cutoffs, withdrawals[i].by); });
        if (fallen == counted.end())
            return cutoffs;
        banned.insert(*fallen);
    }
}

Cutoffs read_cutoffs(Statements& statements)
{
    auto& query = statements.prepare(
        "SELECT hlc, by_device, by_seq, device, last_seq FROM withdrawal_entry /* reads all */");
    std::vector<WithdrawalEntry> withdrawals;
    while (query.executeStep()) {
        WithdrawalEntry one;
        one.by = {read_id<DeviceId>(query.getColumn(1)), query.getColumn(2)};
        one.order = {query.getColumn(0), one.by.device};
        one.device = read_id<DeviceId>(query.getColumn(3));
        one.last_seq = query.getColumn(4);
        withdrawals.push_back(one);
    }
    return cutoffs_of(std::move(withdrawals));
}

} // namespace chibo
