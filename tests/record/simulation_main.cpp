// merge_simulation FIRST COUNT: so many seeds of the simulation from FIRST on; the first that fails
// ends it.
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "simulation.h"

int main(int argc, char** argv)
{
    const auto number = [&](int at, std::uint64_t otherwise) {
        return at < argc ? std::strtoull(argv[at], nullptr, 10) : otherwise;
    };
    const std::uint64_t first = number(1, 1), count = number(2, 10'000);
    chibo::test::SimulationTally tally;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const std::string fault = chibo::test::run_simulation(seed, tally);
        if (!fault.empty()) {
            fmt::print("seed {}: {}\n", seed, fault);
            return 1;
        }
        if ((seed - first + 1) % 100 == 0) {
            fmt::print("{} seeds: {}\n", seed - first + 1, tally.text());
            std::fflush(stdout);
        }
    }
    fmt::print("{} seeds from {}: {}\n", count, first, tally.text());
    return 0;
}
