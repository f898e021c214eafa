// Votes by hand: who may vote, whether the numbers add up, whether the motion passed. Integers
// only.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/words.h"

namespace chibo {

enum class VotePurpose { Other, Agenda, Resolution, Minutes };
template <> struct Words<VotePurpose> {
    static constexpr std::array<std::string_view, 4> all {"", "agenda", "resolution", "minutes"};
};

enum class VoteMethod { ShowOfHands, SecretBallot };
template <> struct Words<VoteMethod> {
    static constexpr std::array<std::string_view, 2> all {"show_of_hands", "secret_ballot"};
};

/// What the majority is counted on (domain.md 1.3).
enum class BaseKind { Official, Summoned, Present };
template <> struct Words<BaseKind> {
    static constexpr std::array<std::string_view, 3> all {"official", "summoned", "present"};
};

enum class Majority { Half, TwoThirds };
template <> struct Words<Majority> {
    static constexpr std::array<std::string_view, 2> all {"half", "two_thirds"};
};

struct Vote {
    VotePurpose purpose = VotePurpose::Other;
    VoteMethod method = VoteMethod::ShowOfHands;
    int entitled_present = 0; // May vote and is in the room when it closes.
    int base = 0;
    BaseKind base_kind = BaseKind::Official;
    Majority majority = Majority::Half;
    int yes = 0, no = 0, other = 0;
    std::string reserved; // Who asked that their reserved opinion be named.
};

/// Who may vote at one moment, for the head of the voting sheet.
struct Electorate {
    int entitled_present = 0; // In the room and may vote.
    int present_without_vote = 0; // Members in the room that may not: probationary above all.
    int probationary_present = 0;
    int temporary_here_voting = 0; // Of the entitled: for a time from another cell.
    int official = 0; // Of the cell, less the exempt: also who is away in another cell for a time.
    int summoned = 0; // Of those, who must attend this meeting.
    int guests = 0;
};

[[nodiscard]] Electorate electorate(
    const std::vector<AttendanceRow>& rows, const RuleSet& rules, UnixMs at);
[[nodiscard]] int base_of(const Electorate& electorate, BaseKind kind);
/// A vote of no hands yet, with base, majority and the entitled filled in by the rule set.
[[nodiscard]] Vote vote_form(
    const Electorate& electorate, const RuleSet& rules, VotePurpose purpose);

[[nodiscard]] int counted(const Vote& vote);
[[nodiscard]] int uncounted(
    const Vote& vote); // Entitled present, less those counted; below zero: too many.
[[nodiscard]] bool adds_up(const Vote& vote); // And no number is negative.
/// More than half: 2 yes > base. Two thirds: 3 yes >= 2 base.
[[nodiscard]] bool passes(const Vote& vote);
[[nodiscard]] int needed_yes(const Vote& vote); // The smallest yes that passes.

} // namespace chibo
