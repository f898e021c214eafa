// Whether a record is what was written: the database, the chain and signatures of its journal, the
// rows against it, the seals.
#pragma once

#include <string>
#include <vector>

#include "record/record.h"

namespace chibo {

/// What verify() found. A fault is a sentence (verify.*) that names device, entry or row.
struct Verification {
    std::int64_t entries = 0;
    std::int64_t rows = 0;
    std::int64_t devices = 0;
    std::int64_t seals = 0;
    std::vector<Error> faults {}; // The first bad entry first; the walk goes on behind it.

    [[nodiscard]] bool good() const { return faults.empty(); }
};

/// Reads everything: a second for ten years of a cell. Changes nothing.
[[nodiscard]] Verification verify(const Record& record);

} // namespace chibo
