#include "exchange/demo_cells.h"

#include <algorithm>

namespace chibo {
namespace {

Date shifted(Date date, int years)
{
    date.year += years;
    date.day = std::min(date.day, days_in_month(date.year, date.month));
    return date;
}

std::optional<Date> shifted(const std::optional<Date>& date, int years)
{
    return date ? std::optional<Date>(shifted(*date, years)) : std::nullopt;
}

DemoMember invented(const DemoData& data, int index, Date day)
{
    const auto pick = [](const std::vector<std::string>& list, int at) {
        return list.at(static_cast<std::size_t>(at) % list.size());
    };
    const int families = static_cast<int>(data.family.size()),
              givens = static_cast<int>(data.given.size());
    const Date birth {day.year - 24 - index % 38, 1 + index % 12, 1 + index % 28};
    return {.name = pick(data.family, index) + " " + pick(data.middle, index / families + index)
            + " " + pick(data.given, index * 7 + index / givens),
        .birth_on = birth,
        .joined_on = Date {std::min(birth.year + 22, day.year - 2), 5, 19},
        .official_on = Date {std::min(birth.year + 23, day.year - 1), 5, 19},
        .sex = Sex::Female,
        .card_number = "39.104." + std::to_string(1000 + index),
        .card = "CB-" + std::to_string(1000 + index),
        .officer = {}};
}

} // namespace

std::vector<DemoCell> demo_cells(const DemoData& data, int members, Date day)
{
    constexpr int year_of_the_data = 2026;
    std::vector<DemoCell> cells = data.cells;
    int count = 0;
    for (DemoCell& cell : cells) {
        count += static_cast<int>(cell.members.size());
        for (DemoMember& member : cell.members) {
            member.birth_on = shifted(member.birth_on, day.year - year_of_the_data);
            member.joined_on = shifted(member.joined_on, day.year - year_of_the_data);
            member.official_on = shifted(member.official_on, day.year - year_of_the_data);
        }
    }
    for (int added = 0; count < members; ++count, ++added)
        cells[static_cast<std::size_t>(added) % cells.size()].members.push_back(
            invented(data, added, day));
    // Officers stay: three in each cell is the least.
    for (std::size_t at = 0, kept = 0; count > members && kept < cells.size();
        at = (at + 1) % cells.size()) {
        auto& people = cells[at].members;
        if (cells[at].name != data.story.cell && people.size() > 3) {
            people.pop_back();
            --count;
            kept = 0;
        } else {
            ++kept;
        }
    }
    return cells;
}

} // namespace chibo
