// What cannot be true of a person in a list.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "exchange/roster.h"

namespace chibo {

/// Why the row is no member, as its facts stand on `today`: roster.not_a_name,
/// roster.impossible_day (before 1900, or still to come), roster.official_before_joined,
/// roster.too_young.
[[nodiscard]] std::optional<Error> implausible(const RosterRow& row, Date today);

/// Finds the same person and the same card in rows looked at one after another.
class RosterDoubles {
public:
    /// roster.doubled or roster.card_doubled, with the line that was `first`.
    [[nodiscard]] std::optional<Error> find_or_remember(const RosterRow& row);

private:
    std::map<std::string, int> m_people; // The line of each, by cell and person_key.
    std::map<std::string, int> m_cards;
};

} // namespace chibo
