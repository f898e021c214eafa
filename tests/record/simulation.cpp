#include "simulation.h"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

#include "record/device_commands.h"
#include "record/query.h"

namespace chibo::test {
namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr int steps = 60;

std::string readable(const std::string& line)
{
    std::string text;
    for (const char letter : line) {
        const auto byte = static_cast<unsigned char>(letter);
        text += byte >= ' ' && byte < 127 ? std::string(1, letter) : fmt::format("{:02x}", byte);
    }
    return text;
}

/// The first line that is not in both, and the table that it is in.
std::string first_difference(const std::string& one, const std::string& other)
{
    std::istringstream left(one), right(other);
    std::string table, a, b;
    while (true) {
        const bool more = static_cast<bool>(std::getline(left, a));
        if (!std::getline(right, b) || !more || a != b)
            return fmt::format("{}: {} / {}", table, readable(a), readable(b));
        if (a.find('|') == std::string::npos && !a.empty())
            table = readable(a);
    }
}

class Simulation {
public:
    Simulation(std::uint64_t seed, SimulationTally& tally) : m_random(seed), m_tally(tally)
    {
        const int devices = 2 + m_random.below(4);
        for (int i = 0; i < devices; ++i) {
            // Clocks are up to two days off; one in twenty is years ahead.
            const std::int64_t off = m_random.chance(5) ? 24 * 365 * 20 * hour_ms
                                                        : (m_random.below(97) - 48) * hour_ms;
            m_devices.push_back(
                std::make_unique<TestDevice>(m_folder.path(), "device" + std::to_string(i),
                    seed * 8 + static_cast<std::uint64_t>(i), morning + off));
        }
        m_random.found(*m_devices.front());
    }

    std::string run()
    {
        for (int step = 0; step < steps; ++step) {
            try {
                one_step();
            } catch (const std::exception& failure) {
                return fmt::format("step {}: {}", step, failure.what());
            }
        }
        meet();
        return compare();
    }

private:
    TestDevice& any_device()
    {
        return *m_devices[static_cast<std::size_t>(
            m_random.below(static_cast<int>(m_devices.size())))];
    }

    void one_step()
    {
        TestDevice& device = any_device();
        device.clock.jump(device.clock.now_ms() + m_random.below(300'000) - 30'000);
        const int what = m_random.below(100);
        if (what < 62)
            command(device);
        else if (what < 68)
            undo(device);
        else if (what < 94)
            exchange_by_chance(device, any_device());
        else if (what < 98)
            restart(device);
        else
            withdraw(device, any_device());
    }

    void command(TestDevice& device)
    {
        // A burst: what is done without hearing of each other.
        for (int i = m_random.below(6); i >= 0; --i) {
            const Actor actor = m_random.actor(*device.record);
            const auto done = device.record->run(m_random.next(*device.record), actor);
            done ? ++m_tally.commands : ++m_tally.refused;
        }
    }

    void undo(TestDevice& device)
    {
        const auto head = read_heads(*device.record)[device.id()];
        if (head < 2)
            return;
        const JournalPlace place {device.id(),
            head - m_random.below(static_cast<int>(std::min<std::int64_t>(head - 1, 10)))};
        if (device.record->undo(place, room))
            ++m_tally.undone;
    }

    /// Part of what there is, mixed up, some of it twice, some of it known.
    void exchange_by_chance(TestDevice& from, TestDevice& to)
    {
        if (&from == &to)
            return;
        ++m_tally.exchanges;
        auto entries = read_stored_entries(
            *from.record, m_random.chance(80) ? read_heads(*to.record) : Heads {});
        const int loss = m_random.chance(50) ? 0 : m_random.below(60);
        std::vector<StoredEntry> carried;
        for (const StoredEntry& entry : entries) {
            for (int times = m_random.chance(loss) ? 0 : 1 + m_random.below(8) / 7; times > 0;
                --times)
                carried.push_back(entry);
        }
        for (std::size_t i = carried.size(); i > 1; --i)
            std::swap(carried[i - 1],
                carried[static_cast<std::size_t>(m_random.below(static_cast<int>(i)))]);
        const auto merged = merge(*to.record, carried);
        if (!merged)
            throw std::runtime_error(merged.error().key);
        m_tally.waited += merged->waiting;
        m_tally.cut_off += static_cast<int>(merged->refused.size());
        for (const RefusedEntry& refused : merged->refused) {
            if (refused.reason.key != "merge.withdrawn")
                throw std::runtime_error(refused.reason.key);
        }
    }

    void restart(TestDevice& device)
    {
        device.restart();
        ++m_tally.restarts;
    }

    void withdraw(TestDevice& device, TestDevice& other)
    {
        if (m_random.chance(50) && device.record->run(withdraw_device(other.id()), room))
            ++m_tally.withdrawals;
    }

    void meet()
    {
        for (bool moved = true; moved;) {
            moved = false;
            for (const auto& from : m_devices) {
                for (const auto& to : m_devices) {
                    if (from != to)
                        moved |= send_all(*from, *to);
                }
            }
        }
    }

    static bool send_all(TestDevice& from, TestDevice& to)
    {
        const auto merged
            = merge(*to.record, read_stored_entries(*from.record, read_heads(*to.record)));
        if (!merged)
            throw std::runtime_error(merged.error().key);
        return merged->came.entries > 0;
    }

    std::string compare()
    {
        const Record& first = *m_devices.front()->record;
        const std::string whole = whole_record(first);
        for (const auto& device : m_devices) {
            if (const std::string found = faults(*device->record); !found.empty())
                return "verify: " + found;
            if (!read_waiting_entries(*device->record).empty())
                return "something waits";
            if (const std::string other = whole_record(*device->record); other != whole)
                return "another record on " + device->file().filename().string() + ": "
                    + first_difference(whole, other);
        }
        for (const Conflict& conflict : read_conflicts(first)) {
            conflict.kind == Conflict::Kind::Proposal ? ++m_tally.proposals : ++m_tally.conflicts;
        }
        Query seals(first, "SELECT count(*) FROM seal /* reads all */");
        m_tally.sealed += seals.next() ? seals.integer() : 0;
        return {};
    }

    Folder m_folder;
    RandomCommands m_random;
    SimulationTally& m_tally;
    std::vector<std::unique_ptr<TestDevice>> m_devices;
};

} // namespace

void SimulationTally::add(const SimulationTally& other)
{
    for (int SimulationTally::* figure :
        {&SimulationTally::commands, &SimulationTally::refused, &SimulationTally::exchanges,
            &SimulationTally::restarts, &SimulationTally::waited, &SimulationTally::conflicts,
            &SimulationTally::proposals, &SimulationTally::withdrawals, &SimulationTally::cut_off,
            &SimulationTally::undone, &SimulationTally::sealed})
        this->*figure += other.*figure;
}

std::string SimulationTally::text() const
{
    return fmt::format(
        "{} commands ({} more refused), {} undone, {} exchanges, {} restarts, {} waits, "
        "{} withdrawals, {} entries cut off, {} meetings sealed; left for a person: {} "
        "conflicts, {} proposals",
        commands, refused, undone, exchanges, restarts, waited, withdrawals, cut_off, sealed,
        conflicts, proposals);
}

std::string run_simulation(std::uint64_t seed, SimulationTally& tally)
{
    return Simulation(seed, tally).run();
}

} // namespace chibo::test
