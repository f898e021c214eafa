#include "record/critique_commands.h"

#include "record/critique_guards.h"
#include "record/critique_queries.h"
#include "record/meeting_queries.h"
#include "record/query.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

void write_conclusion(Changes& changes, const ConclusionDraft& draft, UnixMs now)
{
    if (const auto there = read_critique_conclusion(changes.record(), draft.session, draft.about)) {
        Query(changes, R"sql(
            UPDATE critique_conclusion SET text = :text, due_on = :due_on WHERE id = :id)sql")
            .bind(":id", there->id)
            .bind(":text", draft.text)
            .bind(":due_on", draft.due_on)
            .run();
        return;
    }
    Query(changes, R"sql(
        INSERT INTO critique_conclusion (id, session, about, text, due_on, at_ms)
        VALUES (:id, :session, :about, :text, :due_on, :at_ms))sql")
        .bind(":id", changes.make_id<CritiqueConclusionId>())
        .bind(":session", draft.session)
        .bind(":about", draft.about)
        .bind(":text", draft.text)
        .bind(":due_on", draft.due_on)
        .bind(":at_ms", now)
        .run();
}

void insert_commitment(Changes& changes, const Commitment& commitment)
{
    Query(changes, R"sql(
        INSERT INTO commitment (id, member, text, measure, source, session, given_on, due_on)
        VALUES (:id, :member, :text, :measure, :source, :session, :given_on, :due_on))sql")
        .bind(":id", commitment.id.nil() ? changes.make_id<CommitmentId>() : commitment.id)
        .bind(":member", commitment.member)
        .bind(":text", commitment.text)
        .bind(":measure", commitment.measure)
        .bind(":source", commitment.source)
        .bind(":session", commitment.session)
        .bind(":given_on", commitment.given_on)
        .bind(":due_on", commitment.due_on)
        .run();
}

/// The commitment follows its conclusion: made, changed, or taken back with the day.
void follow_conclusion(Changes& changes, const ConclusionDraft& draft, const Meeting& meeting)
{
    std::optional<CommitmentId> there;
    {
        Query query(changes, R"sql(
            SELECT id FROM commitment WHERE member = :member AND session = :session
            ORDER BY id)sql");
        query.bind(":member", draft.about).bind(":session", draft.session);
        if (query.next())
            there = query.id<CommitmentId>();
    }
    if (there) {
        Query(changes, R"sql(
            UPDATE commitment SET text = :text, due_on = :due_on, removed = :removed
            WHERE id = :id)sql")
            .bind(":id", *there)
            .bind(":text", draft.text)
            .bind(":due_on", draft.due_on)
            .bind(":removed", !draft.due_on)
            .run();
    } else if (draft.due_on) {
        insert_commitment(changes,
            {.member = draft.about,
                .text = draft.text,
                .source = meeting.kind == MeetingKind::Review ? "yearly" : "monthly",
                .session = draft.session,
                .given_on = date_of(meeting.planned_start_ms),
                .due_on = draft.due_on});
    }
}

Result<void> conclude(Changes& changes, const ConclusionDraft& draft)
{
    if (blank(draft.text))
        return refuse("critique.no_text");
    const auto session = running_critique(changes, draft.session);
    if (!session)
        return tl::unexpected(session.error());
    write_conclusion(changes, draft, meeting_now_ms(changes.record(), session->meeting.id));
    follow_conclusion(changes, draft, session->meeting);
    return {};
}

Result<void> release(Changes& changes, CritiqueConclusionId conclusion, const std::string& text)
{
    ItemId item;
    std::optional<EntryId> released_as;
    {
        Query query(changes, R"sql(
            SELECT session, released_as FROM critique_conclusion
            WHERE id = :id AND removed = 0)sql");
        query.bind(":id", conclusion);
        if (!query.next())
            return refuse("critique.unknown");
        item = query.id<ItemId>();
        released_as = query.optional_id<EntryId>();
    }
    const auto session = running_critique(changes, item);
    if (!session)
        return tl::unexpected(session.error());
    if (changes.actor().member != session->meeting.chair)
        return refuse("critique.chair_releases");
    if (blank(text))
        return refuse("critique.no_text");
    const EntryDraft draft = words_of_chair(*session, EntryKind::Conclusion, text);
    if (released_as) {
        if (auto edited = edit_entry(*released_as, draft).apply(changes); !edited)
            return edited;
        return restore_entry(*released_as).apply(changes);
    }
    const auto entry = changes.make_id<EntryId>();
    if (auto recorded = record_entry(draft, entry).apply(changes); !recorded)
        return recorded;
    Query(changes, "UPDATE critique_conclusion SET released_as = :entry WHERE id = :id")
        .bind(":id", conclusion)
        .bind(":entry", entry)
        .run();
    return {};
}

Result<void> check(Changes& changes, const CheckDraft& draft, CommitmentCheckId id)
{
    const auto commitment = read_commitment(changes.record(), draft.commitment);
    if (!commitment)
        return refuse("critique.unknown");
    const Actor& actor = changes.actor();
    if (!actor.member)
        return refuse("critique.not_yours");
    const auto now = read_current_meeting(changes.record(), changes.now_ms());
    const bool all = follow_up_sight(actor.member, actor.role) == CritiqueSight::All
        || (now && sees_critique(changes, *now));
    if (!all && actor.member != commitment->member)
        return refuse("critique.not_yours");
    if (!all && draft.state != CommitmentState::UnderWay)
        return refuse("critique.chair_confirms");
    Query(changes, R"sql(
        INSERT INTO commitment_check (id, commitment, state, evidence, confirmed_by, session, at_ms)
        VALUES (:id, :commitment, :state, :evidence, :confirmed_by, :session, :at_ms))sql")
        .bind(":id", id.nil() ? changes.make_id<CommitmentCheckId>() : id)
        .bind(":commitment", draft.commitment)
        .bind(":state", word(draft.state))
        .bind(":evidence", draft.evidence)
        .bind(":confirmed_by", *actor.member)
        .bind(":session", draft.session)
        .bind(":at_ms", changes.now_ms())
        .run();
    return {};
}

} // namespace

Command conclude_turn(ConclusionDraft draft)
{
    return {"conclude_turn",
        [draft = std::move(draft)](Changes& changes) { return conclude(changes, draft); }};
}

Command release_conclusion(CritiqueConclusionId conclusion, std::string text)
{
    return {"release_conclusion", [conclusion, text = std::move(text)](Changes& changes) {
                return release(changes, conclusion, text);
            }};
}

Command add_commitment(Commitment commitment)
{
    return {
        "add_commitment", [commitment = std::move(commitment)](Changes& changes) -> Result<void> {
            const Actor& actor = changes.actor();
            if (actor.role != "program"
                && follow_up_sight(actor.member, actor.role) != CritiqueSight::All)
                return refuse("critique.not_yours");
            if (blank(commitment.text))
                return refuse("critique.no_text");
            insert_commitment(changes, commitment);
            return {};
        }};
}

Command check_commitment(CheckDraft draft, CommitmentCheckId id)
{
    return {"check_commitment",
        [draft = std::move(draft), id](Changes& changes) { return check(changes, draft, id); }};
}

} // namespace chibo
