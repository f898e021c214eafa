// What a person is told when the machine fails: one sentence, what is wrong and what is safe.
#pragma once

#include <exception>

#include "meeting/result.h"

namespace chibo {

/// The sentence of an exception: record.disk_full, record.read_only, record.busy,
/// record.not_a_record, record.corrupt, record.no_memory, record.io, record.program_fault, else
/// record.failed.
[[nodiscard]] Error sentence_for(const std::exception& failure);

} // namespace chibo
