// Two to five devices of one cell that do anything and hear of each other by chance.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "random_commands.h"

namespace chibo::test {

/// What happened in one run, so that nobody takes an idle simulation for a good one.
struct SimulationTally {
    int commands = 0, refused = 0, exchanges = 0, restarts = 0, waited = 0, conflicts = 0,
        proposals = 0, withdrawals = 0, cut_off = 0, undone = 0, sealed = 0;
    void add(const SimulationTally& other);
    [[nodiscard]] std::string text() const;
};

/// Runs a seed; the fault in words, or nothing: all devices have one record, and verify() finds it
/// good.
[[nodiscard]] std::string run_simulation(std::uint64_t seed, SimulationTally& tally);

} // namespace chibo::test
