// Whether an entry of another device is what this program may take in. Private to record/.
#pragma once

#include <optional>
#include <string>

#include "record/database.h"
#include "record/journal.h"

namespace chibo {

/// The refusal's key (merge.shape, merge.clock, merge.device_key); nothing: it is good. Unknown
/// tables and columns are: a newer program wrote them.
[[nodiscard]] const char* fault_of(const JournalEntry& entry, const Tables& tables);

/// Whether the tables take the operation's values.
[[nodiscard]] bool op_fits(const Op& op, const Table& table);

/// The key that the first entry of a device brings: it is the one by which all are checked,
/// whatever the row says.
[[nodiscard]] std::optional<Bytes> public_key_of(const JournalEntry& first);

} // namespace chibo
