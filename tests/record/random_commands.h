// Random commands of every kind that exists, on whatever is in a device's record.
#pragma once

#include <random>

#include "meeting/dates.h"
#include "record/devices.h"
#include "record/query.h"
#include "record/record.h"

namespace chibo::test {

/// Made of one seed; the same seed and the same record give the same command.
class RandomCommands {
public:
    explicit RandomCommands(std::uint64_t seed) : m_chance(seed) {}

    /// The cell of the story: seven members, officers, a meeting of today.
    void found(TestDevice& device);
    /// May be refused: people, too, ask for what cannot be.
    [[nodiscard]] Command next(const Record& record);
    [[nodiscard]] Actor actor(const Record& record);

    [[nodiscard]] int below(int bound)
    {
        return static_cast<int>(m_chance() % static_cast<unsigned>(bound));
    }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

private:
    /// A row of the table; nil where there is none.
    template <typename AnyId> [[nodiscard]] AnyId any(const Record& record, const char* table)
    {
        Query query(
            record, std::string("SELECT id FROM ") + table + " ORDER BY id /* reads all */");
        std::vector<AnyId> ids;
        while (query.next())
            ids.push_back(query.id<AnyId>());
        return ids.empty() ? AnyId {}
                           : ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))];
    }
    [[nodiscard]] std::string words();
    [[nodiscard]] Date day();
    [[nodiscard]] Command of_agenda(const Record& record);
    [[nodiscard]] Command of_speakers(const Record& record);
    [[nodiscard]] Command of_cell(const Record& record);
    [[nodiscard]] Command of_check_in(const Record& record);
    [[nodiscard]] Command of_meetings(const Record& record);
    [[nodiscard]] Command of_members(const Record& record);
    [[nodiscard]] Command of_officers(const Record& record);
    [[nodiscard]] Command of_minutes(const Record& record);
    [[nodiscard]] Command of_sealing(const Record& record);
    [[nodiscard]] Command of_critique(const Record& record);
    [[nodiscard]] Command of_desk(const Record& record);

    std::mt19937_64 m_chance;
};

} // namespace chibo::test
