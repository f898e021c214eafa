#include "meeting/vote.h"

#include "meeting/rules.h"

namespace chibo {

Electorate electorate(const std::vector<AttendanceRow>& rows, const RuleSet& rules, UnixMs at)
{
    Electorate out;
    for (const auto& row : rows) {
        const bool here = present_at(row, at);
        if (row.is_guest) {
            out.guests += here;
            continue;
        }
        const bool votes = may_vote(row, rules);
        out.entitled_present += here && votes;
        out.present_without_vote += here && !votes;
        out.probationary_present += here && row.standing == Standing::Probationary;
        out.temporary_here_voting += here && votes && row.standing == Standing::TemporaryHere;
        // Who need not come and comes all the same is in the base too, or more could approve than
        // there are.
        out.official += votes && (row.standing != Standing::Exempt || here);
        out.summoned += votes && (must_attend(row.standing) || here);
    }
    return out;
}

int base_of(const Electorate& electorate, BaseKind kind)
{
    switch (kind) {
    case BaseKind::Official:
        return electorate.official;
    case BaseKind::Summoned:
        return electorate.summoned;
    case BaseKind::Present:
        return electorate.entitled_present;
    }
    return electorate.official;
}

Vote vote_form(const Electorate& electorate, const RuleSet& rules, VotePurpose purpose)
{
    const VoteRule rule = vote_rule(rules, purpose);
    Vote vote;
    vote.purpose = purpose;
    vote.entitled_present = electorate.entitled_present;
    vote.base = base_of(electorate, rule.base);
    vote.base_kind = rule.base;
    vote.majority = rule.majority;
    return vote;
}

int counted(const Vote& vote)
{
    return vote.yes + vote.no + vote.other;
}

int uncounted(const Vote& vote)
{
    return vote.entitled_present - counted(vote);
}

bool adds_up(const Vote& vote)
{
    return vote.yes >= 0 && vote.no >= 0 && vote.other >= 0 && uncounted(vote) == 0;
}

bool passes(const Vote& vote)
{
    return vote.yes >= needed_yes(vote);
}

int needed_yes(const Vote& vote)
{
    if (vote.majority == Majority::Half)
        return vote.base / 2 + 1; // 2 yes > base
    return (2 * vote.base + 2) / 3; // 3 yes >= 2 base
}

} // namespace chibo
