// The conflict desk: where two devices wrote without having seen each other, and what wrote on
// for a meeting that was sealed meanwhile. Nothing here is lost: every version is in the history.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "meeting/ids.h"
#include "record/history.h"
#include "record/record.h"

namespace chibo {

/// One of the versions: who, on which device, when.
struct ConflictSide {
    JournalPlace place {};
    std::string device {}; // Name.
    bool own_device = false;
    std::string member {}; // Name; empty: the room or the program.
    std::string role {};
    UnixMs at_ms = 0; // That device's wall clock.
    std::string text {}; // As a person reads it; empty: removed, or nothing.
    bool holds = false; // The record shows this one now.
};

struct Conflict {
    enum class Kind : std::uint8_t {
        Text, // Two texts of one thing: keep one, keep both, write a common one.
        Value, // Two values that no text is: a presenter, a due day.
        Removed, // Removed on one device, changed on another.
        Number, // Two members have one number.
        Proposal // Written for a meeting that was sealed meanwhile.
    } kind = Kind::Text;
    std::string id {}; // Stays the same until something new is written there.
    std::string table {}, column {};
    Bytes key {}; // Of the row; of Number: the later member's.
    std::vector<ConflictSide> sides {}; // Two or more, oldest first; of Proposal: the one.
    /// The side that the desk offers: what was written on this device, else what holds.
    std::size_t proposed = 0;
    // Where it is, as far as it is somewhere.
    std::optional<MeetingId> meeting {};
    std::optional<int> item_number {}; // "Mục 4"
    std::string item_title {};
    std::string person {}; // Whose opinion, which member.
    std::optional<UnixMs> at_ms {}; // The entry's time in the minutes.
    bool restricted = false; // Level C: for chair, clerk and the member concerned alone.
    std::vector<HistoryChange> changes {}; // Of Proposal: what it would have changed.
};

/// The oldest first. Where only a rule was needed (both moved an item, both checked somebody in),
/// the history tells and nothing is asked.
[[nodiscard]] std::vector<Conflict> read_conflicts(const Record& record);
[[nodiscard]] int count_conflicts(const Record& record);

} // namespace chibo
