// Up to which entry each withdrawn device is believed. Private to record/.
#pragma once

#include <map>
#include <vector>

#include "record/database.h"
#include "record/journal.h"

namespace chibo {

struct WithdrawalEntry {
    EntryOrder order {};
    JournalPlace by {}; // The entry that withdraws.
    DeviceId device {};
    std::int64_t last_seq = 0;
};
using Cutoffs = std::map<DeviceId, std::int64_t>;

/// A withdrawal counts unless its own entry is cut off. Of two that cut each other off, the earlier
/// counts; of several of one device, the lowest last entry.
[[nodiscard]] Cutoffs cutoffs_of(std::vector<WithdrawalEntry> withdrawals);
[[nodiscard]] Cutoffs read_cutoffs(Statements& statements);

} // namespace chibo
