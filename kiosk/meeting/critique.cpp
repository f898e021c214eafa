#include "meeting/critique.h"

#include <algorithm>

namespace chibo {

const CritiqueRules* critique_rules_on(const std::vector<CritiqueRules>& sets, Date day)
{
    const CritiqueRules* found = sets.empty() ? nullptr : &sets.front();
    for (const CritiqueRules& set : sets) {
        if (set.valid_from <= day)
            found = &set;
    }
    return found;
}

const CritiqueKind* kind_named(const std::vector<CritiqueKind>& kinds, std::string_view id)
{
    const auto found = std::ranges::find(kinds, id, &CritiqueKind::id);
    return found == kinds.end() ? nullptr : &*found;
}

const CritiqueForm* form_named(const CritiqueRules& rules, std::string_view id)
{
    const auto found = std::ranges::find(rules.forms, id, &CritiqueForm::id);
    return found == rules.forms.end() ? nullptr : &*found;
}

const CritiqueForm* form_before(const CritiqueRules& rules, MeetingKind kind)
{
    const auto found = std::ranges::find_if(rules.forms,
        [&](const CritiqueForm& form) { return std::ranges::count(form.meetings, kind) > 0; });
    return found == rules.forms.end() ? nullptr : &*found;
}

bool leads_to_critique(const CritiqueRules& rules, std::string_view item_kind)
{
    return std::ranges::count(rules.item_kinds, item_kind) > 0;
}

CritiqueSight critique_sight(
    const Meeting& meeting, const std::optional<MemberId>& member, std::string_view role)
{
    if (!member || role == "room" || role == "recovery")
        return CritiqueSight::Nothing;
    // A member on own pages sees own rows, whatever office they hold.
    const bool leads = meeting.chair == member || meeting.clerk == member;
    return leads && role != "member" ? CritiqueSight::All : CritiqueSight::OwnRows;
}

CritiqueSight follow_up_sight(const std::optional<MemberId>& member, std::string_view role)
{
    if (!member || role == "room" || role == "recovery")
        return CritiqueSight::Nothing;
    return role == "secretary" || role == "clerk" || role == "chair" ? CritiqueSight::All
                                                                     : CritiqueSight::OwnRows;
}

CommitmentState state_of(const Commitment& commitment)
{
    return commitment.checks.empty() ? CommitmentState::Open : commitment.checks.back().state;
}

bool still_open(CommitmentState state)
{
    return state == CommitmentState::Open || state == CommitmentState::UnderWay;
}

bool due_by(const Commitment& commitment, Date day)
{
    return still_open(state_of(commitment)) && commitment.due_on && *commitment.due_on <= day;
}

const CommitmentCheck* check_of(const Commitment& commitment, const Critique& critique)
{
    const CommitmentCheck* last = nullptr;
    for (const CommitmentCheck& check : commitment.checks) {
        if (check.session
            && std::ranges::find(critique.sessions, *check.session) != critique.sessions.end())
            last = &check;
    }
    return last;
}

std::int64_t turn_used_ms(const CritiquePerson& person, UnixMs now)
{
    const std::int64_t running
        = person.running_since_ms ? std::max<std::int64_t>(0, now - *person.running_since_ms) : 0;
    return person.used_ms + running;
}

const CritiquePerson* current_person(const Critique& critique)
{
    for (const TurnState state : {TurnState::Now, TurnState::Left}) {
        const auto found = std::ranges::find(critique.people, state, &CritiquePerson::state);
        if (found != critique.people.end())
            return &*found;
    }
    return nullptr;
}

const CritiquePerson* next_person(const Critique& critique)
{
    const CritiquePerson* current = current_person(critique);
    const auto waits = [](const CritiquePerson& person) {
        return person.state == TurnState::Waiting && !person.left_cell;
    };
    const std::size_t count = critique.people.size();
    std::size_t from = 0;
    if (current)
        from = static_cast<std::size_t>(current - critique.people.data()) + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const CritiquePerson& person = critique.people[(from + i) % count];
        if (waits(person))
            return &person;
    }
    return nullptr;
}

int turns_in_all(const Critique& critique)
{
    return static_cast<int>(std::ranges::count_if(critique.people, [](const CritiquePerson& one) {
        return one.order > 0 || (one.present && !one.left_cell);
    }));
}

} // namespace chibo
