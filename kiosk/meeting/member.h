// Members of the cell: who they are, and what follows from their standing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/dates.h"
#include "meeting/ids.h"
#include "meeting/names.h"
#include "meeting/words.h"

namespace chibo {

/// Diện: decides who must attend and who votes (domain.md 1.1).
enum class Standing { Official, Probationary, TemporaryHere, Exempt, TemporaryAway, Suspended };
template <> struct Words<Standing> {
    static constexpr std::array<std::string_view, 6> all {
        "official", "probationary", "temporary_here", "exempt", "temporary_away", "suspended"};
};

/// Chức vụ in the cell.
enum class Position { None, Secretary, DeputySecretary, CommitteeMember };
template <> struct Words<Position> {
    static constexpr std::array<std::string_view, 4> all {
        "", "secretary", "deputy_secretary", "committee_member"};
};

enum class Sex { Unknown, Female, Male };
template <> struct Words<Sex> {
    static constexpr std::array<std::string_view, 3> all {"", "female", "male"};
};

/// What an officer may do on this tablet; apart from the position (the clerk has none).
enum class OfficerRole { Secretary, DeputySecretary, Clerk };
template <> struct Words<OfficerRole> {
    static constexpr std::array<std::string_view, 3> all {"secretary", "deputy_secretary", "clerk"};
};

struct Member {
    MemberId id;
    int number = 0; // In the cell, from 1; picks the avatar's tint.
    std::string name;
    std::string family, middle, given;
    std::optional<Date> birth_on;
    Sex sex = Sex::Unknown;
    Position position = Position::None;
    Standing standing = Standing::Official;
    std::optional<Date> joined_on, official_on;
    std::string card_number;
    bool has_photo = false; // The bytes are read on their own: read_photo().
    std::optional<Date> left_on;
};

struct Officer {
    OfficerId id;
    MemberId member;
    std::string name;
    int number = 0;
    Position position = Position::None;
    OfficerRole role = OfficerRole::Clerk;
    bool has_pin = false;
};

struct Cell {
    CellId id;
    std::string name, organisation, room;
};

/// The head of papers, by the day from which it holds.
struct CellHeading {
    HeadingId id;
    Date valid_from;
    std::string parent_line, cell_line, place;
};

/// Who in this role appoints officers and renews the recovery code; "recovery" has its code.
[[nodiscard]] bool appoints(std::string_view role);
/// Must attend: not exempt, not away, not suspended.
[[nodiscard]] bool must_attend(Standing standing);
/// Counts as official: exempt, away and suspended members keep the class they were admitted to.
[[nodiscard]] bool counts_as_official(const Member& member);
/// The heading that holds on a day: the latest not after it, else the first there is.
[[nodiscard]] const CellHeading* heading_on(const std::vector<CellHeading>& headings, Date day);

} // namespace chibo
