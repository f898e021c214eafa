// Rule sets: figures that change by decree, read from data/rules with the day from which they hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/dates.h"
#include "meeting/meeting.h"
#include "meeting/vote.h"

namespace chibo {

/// Where a figure comes from; an unverified one is said to be so on the screen that uses it.
struct RuleSource {
    std::string rule; // attendance.quality_percent, …
    std::string text; // Hướng dẫn 12-HD/BTCTW (2018)
    bool verified = true;
};

/// Whether a mark is reached with its figure, or only with more.
enum class MarkReached { Over, From };
template <> struct Words<MarkReached> {
    static constexpr std::array<std::string_view, 2> all {"over", "from"};
};

struct VoteRule {
    VotePurpose purpose = VotePurpose::Other;
    BaseKind base = BaseKind::Official;
    Majority majority = Majority::Half;
};

struct RuleSet {
    std::string id; // 2025-10-28
    Date valid_from;
    int minutes_regular = 90, minutes_combined = 120;
    int quality_percent = 85;
    MarkReached quality_reached = MarkReached::Over;
    int congress_numerator = 2, congress_denominator = 3;
    bool temporary_here_votes = true;
    int excused_in_a_row = 3; // More than this in a year is marked.
    int absent_months_alarm = 3;
    int speaker_limit_s = 300;
    int prolong_s = 300;
    std::vector<AbsenceReason> absence_reasons;
    std::vector<VoteRule> votes;
    std::vector<RuleSource> sources;
};

/// The set that holds on a day: the latest that began by then, else the first.
[[nodiscard]] const RuleSet* rule_set_on(const std::vector<RuleSet>& sets, Date day);
[[nodiscard]] const RuleSet* rule_set_named(const std::vector<RuleSet>& sets, std::string_view id);
[[nodiscard]] VoteRule vote_rule(const RuleSet& rules, VotePurpose purpose);
[[nodiscard]] bool verified(const RuleSet& rules, std::string_view rule);

} // namespace chibo
