#include "meeting/rules.h"

#include <algorithm>

namespace chibo {

const RuleSet* rule_set_on(const std::vector<RuleSet>& sets, Date day)
{
    const RuleSet* first = nullptr;
    const RuleSet* held = nullptr;
    for (const auto& set : sets) {
        if (!first || set.valid_from < first->valid_from)
            first = &set;
        if (set.valid_from <= day && (!held || set.valid_from > held->valid_from))
            held = &set;
    }
    return held ? held : first;
}

const RuleSet* rule_set_named(const std::vector<RuleSet>& sets, std::string_view id)
{
    const auto at
        = std::find_if(sets.begin(), sets.end(), [id](const RuleSet& set) { return set.id == id; });
    return at == sets.end() ? nullptr : &*at;
}

VoteRule vote_rule(const RuleSet& rules, VotePurpose purpose)
{
    const auto at = std::find_if(rules.votes.begin(), rules.votes.end(),
        [purpose](const VoteRule& rule) { return rule.purpose == purpose; });
    if (at != rules.votes.end())
        return *at;
    VoteRule rule;
    rule.purpose = purpose;
    return rule;
}

bool verified(const RuleSet& rules, std::string_view rule)
{
    const auto at = std::find_if(rules.sources.begin(), rules.sources.end(),
        [rule](const RuleSource& source) { return source.rule == rule; });
    return at != rules.sources.end() && at->verified;
}

} // namespace chibo
