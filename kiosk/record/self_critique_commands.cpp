#include "record/critique_commands.h"

#include <algorithm>

#include "record/critique_guards.h"
#include "record/critique_queries.h"
#include "record/meeting_queries.h"
#include "record/own_codes.h"
#include "record/query.h"
#include "record/rule_files.h"

namespace chibo {
namespace {

Result<void> may_hand_in(Changes& changes, const HandInDraft& draft, const Meeting& meeting)
{
    if (changes.actor().member != draft.member)
        return refuse("critique.not_yours");
    if (!may_change(meeting))
        return refuse("meeting.sealed");
    const CritiqueForm* form = form_named(critique_rules_of(meeting), draft.form);
    if (!form)
        return refuse("critique.unknown");
    for (const HandedIn& one : read_handed_in(changes.record(), draft.member, draft.meeting)) {
        if (one.form == draft.form)
            return refuse("critique.handed_in");
    }
    const auto written = std::ranges::count_if(
        draft.sections, [](const HandedIn::Section& section) { return !blank(section.text); });
    const bool fine
        = form->whole ? written >= static_cast<std::ptrdiff_t>(form->sections.size()) : written > 0;
    if (!fine || (!form->ratings.empty() && draft.rating.empty()))
        return refuse("critique.not_whole");
    return {};
}

Result<void> hand_over(Changes& changes, const HandInDraft& draft)
{
    const auto meeting = read_meeting(changes.record(), draft.meeting);
    if (!meeting)
        return refuse("meeting.unknown");
    if (auto may = may_hand_in(changes, draft, *meeting); !may)
        return may;
    const auto id = changes.make_id<SelfCritiqueId>();
    Query(changes, R"sql(
        INSERT INTO self_critique (id, member, for_meeting, form, rating, to_member, handed_in_at_ms)
        VALUES (:id, :member, :meeting, :form, :rating, :to_member, :at_ms))sql")
        .bind(":id", id)
        .bind(":member", draft.member)
        .bind(":meeting", draft.meeting)
        .bind(":form", draft.form)
        .bind(":rating", draft.rating)
        .bind(":to_member", draft.to_member)
        .bind(":at_ms", changes.now_ms())
        .run();
    for (const HandedIn::Section& section : draft.sections) {
        if (blank(section.text))
            continue;
        Query(changes, R"sql(
            INSERT INTO self_critique_section (id, self_critique, section, text)
            VALUES (:id, :self_critique, :section, :text))sql")
            .bind(":id", changes.make_id<SelfCritiqueSectionId>())
            .bind(":self_critique", id)
            .bind(":section", section.id)
            .bind(":text", section.text)
            .run();
    }
    drop_sealed_draft(changes, draft.member, draft.meeting, draft.form);
    return {};
}

} // namespace

Command hand_in(HandInDraft draft)
{
    return {"hand_in",
        [draft = std::move(draft)](Changes& changes) { return hand_over(changes, draft); }};
}

} // namespace chibo
