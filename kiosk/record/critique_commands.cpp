#include "record/critique_commands.h"

#include <algorithm>

#include "record/check_in_queries.h"
#include "record/critique_queries.h"
#include "record/guards.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_commands.h"
#include "record/own_codes.h"
#include "record/query.h"
#include "record/rule_files.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

bool blank(const std::string& text)
{
    return text.find_first_not_of(" \t\n\u00A0") == std::string::npos;
}

bool sees_all(const Changes& changes, const Meeting& meeting)
{
    const Actor& actor = changes.actor();
    return actor.role == "program"
        || critique_sight(meeting, actor.member, actor.role) == CritiqueSight::All;
}

struct Session {
    ItemId id {};
    Meeting meeting {};
    bool ended = false;
};

/// The critique with its meeting; nothing where it is unknown.
std::optional<Session> find_session(Changes& changes, ItemId id)
{
    Session session {.id = id};
    MeetingId meeting;
    {
        Query query(changes, "SELECT meeting, ended_at_ms FROM critique_session WHERE id = :id");
        query.bind(":id", id);
        if (!query.next())
            return std::nullopt;
        meeting = query.id<MeetingId>();
        session.ended = query.optional_number().has_value();
    }
    auto found = read_meeting(changes.record(), meeting);
    if (!found)
        return std::nullopt;
    session.meeting = std::move(*found);
    return session;
}

/// What every change of a running critique asks first.
Result<Session> running_session(Changes& changes, ItemId id)
{
    auto session = find_session(changes, id);
    if (!session)
        return refuse("critique.unknown");
    if (!sees_all(changes, session->meeting))
        return refuse("critique.not_yours");
    if (const auto runs = running_meeting(changes, session->meeting.id); !runs)
        return tl::unexpected(runs.error());
    if (session->ended)
        return refuse("critique.ended");
    return *session;
}

bool in_the_room(Changes& changes, MeetingId meeting, MemberId member)
{
    const Attendance attendance = read_attendance(changes.record(), meeting);
    return std::ranges::any_of(attendance.rows,
        [&](const AttendanceRow& row) { return row.person == person(member) && present_now(row); });
}

/// Ends the stretch that runs, whosever it is.
void end_run(Changes& changes, ItemId session, UnixMs now)
{
    Query(changes, R"sql(
        UPDATE critique_run SET ended_at_ms = :now
        WHERE ended_at_ms IS NULL
          AND turn IN (SELECT id FROM critique_turn WHERE session = :session))sql")
        .bind(":now", now)
        .bind(":session", session)
        .run();
}

/// Turns that were begun and not done are done now.
void end_turns(Changes& changes, ItemId session)
{
    Query(changes, "UPDATE critique_turn SET done = 1 WHERE session = :session AND done = 0")
        .bind(":session", session)
        .run();
}

/// Those that ran until now; who was left in the middle before stays so.
void end_running_turn(Changes& changes, ItemId session)
{
    Query(changes, R"sql(
        UPDATE critique_turn SET done = 1
        WHERE session = :session AND done = 0
          AND id IN (SELECT turn FROM critique_run WHERE turn = critique_turn.id AND ended_at_ms IS NULL))sql")
        .bind(":session", session)
        .run();
}

std::optional<TurnId> find_turn(Changes& changes, ItemId session, MemberId member)
{
    Query query(changes, R"sql(
        SELECT id FROM critique_turn WHERE session = :session AND member = :member
        ORDER BY called_at_ms, id)sql");
    query.bind(":session", session).bind(":member", member);
    return query.next() ? std::optional(query.id<TurnId>()) : std::nullopt;
}

TurnId make_turn(Changes& changes, ItemId session, MemberId member, int limit_s, UnixMs now)
{
    const auto id = changes.make_id<TurnId>();
    Query(changes, R"sql(
        INSERT INTO critique_turn (id, session, member, called_at_ms, limit_s)
        VALUES (:id, :session, :member, :called_at_ms, :limit_s))sql")
        .bind(":id", id)
        .bind(":session", session)
        .bind(":member", member)
        .bind(":called_at_ms", now)
        .bind(":limit_s", limit_s)
        .run();
    return id;
}

Result<void> call(Changes& changes, ItemId id, MemberId member, int limit_s, LastTurn last)
{
    const auto session = running_session(changes, id);
    if (!session)
        return tl::unexpected(session.error());
    const auto called = read_member(changes.record(), member);
    if (!called || called->left_on)
        return refuse("critique.left_cell");
    const UnixMs now = meeting_now_ms(changes.record(), session->meeting.id);
    if (last == LastTurn::Done)
        end_running_turn(changes, id);
    end_run(changes, id, now);
    auto turn = find_turn(changes, id, member);
    if (!turn)
        turn = make_turn(changes, id, member, limit_s, now);
    else
        Query(changes, "UPDATE critique_turn SET done = 0 WHERE id = :id").bind(":id", *turn).run();
    Query(changes, R"sql(
        INSERT INTO critique_run (id, turn, started_at_ms) VALUES (:id, :turn, :now))sql")
        .bind(":id", changes.make_id<TurnRunId>())
        .bind(":turn", *turn)
        .bind(":now", now)
        .run();
    return {};
}

Result<void> sound(const RemarkDraft& draft)
{
    if (blank(draft.text))
        return refuse("critique.no_text");
    if (!draft.from)
        return refuse("critique.no_speaker");
    return {};
}

Result<void> record(Changes& changes, const RemarkDraft& draft, RemarkId id)
{
    if (auto fine = sound(draft); !fine)
        return fine;
    const auto session = running_session(changes, draft.session);
    if (!session)
        return tl::unexpected(session.error());
    const bool there = in_the_room(changes, session->meeting.id, draft.about);
    Query(changes, R"sql(
        INSERT INTO critique_remark (id, session, about, speaker, kind, text, at_ms, to_absent)
        VALUES (:id, :session, :about, :speaker, :kind, :text, :at_ms, :to_absent))sql")
        .bind(":id", id.nil() ? changes.make_id<RemarkId>() : id)
        .bind(":session", draft.session)
        .bind(":about", draft.about)
        .bind(":speaker", *draft.from)
        .bind(":kind", draft.kind)
        .bind(":text", draft.text)
        .bind(":at_ms", meeting_now_ms(changes.record(), session->meeting.id))
        .bind(":to_absent", !there)
        .run();
    return {};
}

struct RemarkPlace {
    ItemId session {};
    MemberId about {};
};

std::optional<RemarkPlace> find_remark(Changes& changes, RemarkId remark)
{
    Query query(
        changes, "SELECT session, about FROM critique_remark WHERE id = :id AND removed = 0");
    query.bind(":id", remark);
    if (!query.next())
        return std::nullopt;
    RemarkPlace place;
    place.session = query.id<ItemId>();
    place.about = query.id<MemberId>();
    return place;
}

/// A remark that a running critique still may change.
Result<RemarkPlace> changeable_remark(Changes& changes, RemarkId remark)
{
    const auto place = find_remark(changes, remark);
    if (!place)
        return refuse("critique.unknown_remark");
    if (const auto session = running_session(changes, place->session); !session)
        return tl::unexpected(session.error());
    return *place;
}

/// An answer may come at a later meeting: from chair or clerk of any, or from who is concerned.
Result<void> may_answer(Changes& changes, const RemarkPlace& place)
{
    const Actor& actor = changes.actor();
    if (actor.role == "program" || (actor.role == "member" && actor.member == place.about))
        return {};
    const auto session = find_session(changes, place.session);
    const auto now = read_current_meeting(changes.record(), changes.now_ms());
    if ((session && sees_all(changes, session->meeting)) || (now && sees_all(changes, *now)))
        return {};
    return refuse("critique.not_yours");
}

struct ConclusionPlace {
    CritiqueConclusionId id {};
    ItemId session {};
    std::optional<EntryId> released_as {};
};

std::optional<ConclusionPlace> find_conclusion(Changes& changes, ItemId session, MemberId about)
{
    Query query(changes, R"sql(
        SELECT id, session, released_as FROM critique_conclusion
        WHERE session = :session AND about = :about AND removed = 0
        ORDER BY at_ms DESC, id DESC)sql");
    query.bind(":session", session).bind(":about", about);
    if (!query.next())
        return std::nullopt;
    ConclusionPlace place;
    place.id = query.id<CritiqueConclusionId>();
    place.session = query.id<ItemId>();
    place.released_as = query.optional_id<EntryId>();
    return place;
}

void write_conclusion(Changes& changes, const ConclusionDraft& draft, UnixMs now)
{
    if (const auto there = find_conclusion(changes, draft.session, draft.about)) {
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
    const auto session = running_session(changes, draft.session);
    if (!session)
        return tl::unexpected(session.error());
    write_conclusion(changes, draft, meeting_now_ms(changes.record(), session->meeting.id));
    follow_conclusion(changes, draft, session->meeting);
    return {};
}

Result<void> release(Changes& changes, CritiqueConclusionId conclusion, const std::string& text)
{
    ConclusionPlace place;
    {
        Query query(changes, R"sql(
            SELECT id, session, released_as FROM critique_conclusion
            WHERE id = :id AND removed = 0)sql");
        query.bind(":id", conclusion);
        if (!query.next())
            return refuse("critique.unknown");
        place.id = query.id<CritiqueConclusionId>();
        place.session = query.id<ItemId>();
        place.released_as = query.optional_id<EntryId>();
    }
    const auto session = running_session(changes, place.session);
    if (!session)
        return tl::unexpected(session.error());
    if (changes.actor().member != session->meeting.chair)
        return refuse("critique.chair_releases");
    if (blank(text))
        return refuse("critique.no_text");
    EntryDraft draft {.meeting = session->meeting.id,
        .item = place.session,
        .kind = EntryKind::Conclusion,
        .speaker = person(*session->meeting.chair),
        .text = text,
        .at_ms = {},
        .owner = {},
        .due_on = {},
        .vote = {}};
    if (place.released_as) {
        if (auto edited = edit_entry(*place.released_as, draft).apply(changes); !edited)
            return edited;
        return restore_entry(*place.released_as).apply(changes);
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
        || (now && sees_all(changes, *now));
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

Result<void> begin(Changes& changes, MeetingId id, ItemId item)
{
    const auto meeting = running_meeting(changes, id);
    if (!meeting)
        return tl::unexpected(meeting.error());
    if (!sees_all(changes, *meeting))
        return refuse("critique.not_yours");
    {
        Query query(changes, R"sql(
            SELECT 1 FROM agenda_item WHERE id = :item AND meeting = :meeting AND removed = 0)sql");
        query.bind(":item", item).bind(":meeting", id);
        if (!query.next())
            return refuse("agenda.unknown_item");
    }
    Query(changes, R"sql(
        INSERT INTO critique_session (id, meeting, started_at_ms) VALUES (:id, :meeting, :now)
        ON CONFLICT (id) DO UPDATE SET ended_at_ms = NULL)sql")
        .bind(":id", item)
        .bind(":meeting", id)
        .bind(":now", meeting_now_ms(changes.record(), id))
        .run();
    return {};
}

/// Nothing is noted under such an item.
bool is_secret(Changes& changes, ItemId item)
{
    Query query(changes, "SELECT secret FROM agenda_item WHERE id = :item");
    query.bind(":item", item);
    return query.next() && query.flag();
}

Result<void> end(Changes& changes, ItemId id, const std::string& line)
{
    const auto session = running_session(changes, id);
    if (!session)
        return tl::unexpected(session.error());
    const UnixMs now = meeting_now_ms(changes.record(), session->meeting.id);
    end_turns(changes, id);
    end_run(changes, id, now);
    Query(changes, "UPDATE critique_session SET ended_at_ms = :now WHERE id = :id")
        .bind(":id", id)
        .bind(":now", now)
        .run();
    if (line.empty() || !session->meeting.chair || is_secret(changes, id))
        return {};
    EntryDraft draft {.meeting = session->meeting.id,
        .item = id,
        .kind = EntryKind::Opinion,
        .speaker = person(*session->meeting.chair),
        .text = line,
        .at_ms = {},
        .owner = {},
        .due_on = {},
        .vote = {}};
    return record_entry(draft).apply(changes);
}

} // namespace

Command start_critique(MeetingId meeting, ItemId item)
{
    return {"start_critique",
        [meeting, item](Changes& changes) { return begin(changes, meeting, item); }};
}

Command end_critique(ItemId session, std::string line)
{
    return {"end_critique", [session, line = std::move(line)](Changes& changes) {
                return end(changes, session, line);
            }};
}

Command call_member(ItemId session, MemberId member, int limit_s, LastTurn last)
{
    return {"call_member",
        [=](Changes& changes) { return call(changes, session, member, limit_s, last); }};
}

Command leave_turn(ItemId session)
{
    return {"leave_turn", [session](Changes& changes) -> Result<void> {
                const auto runs = running_session(changes, session);
                if (!runs)
                    return tl::unexpected(runs.error());
                end_run(changes, session, meeting_now_ms(changes.record(), runs->meeting.id));
                return {};
            }};
}

Command finish_turn(ItemId session)
{
    return {"finish_turn", [session](Changes& changes) -> Result<void> {
                const auto runs = running_session(changes, session);
                if (!runs)
                    return tl::unexpected(runs.error());
                end_running_turn(changes, session);
                end_run(changes, session, meeting_now_ms(changes.record(), runs->meeting.id));
                return {};
            }};
}

Command record_remark(RemarkDraft draft, RemarkId id)
{
    return {"record_remark",
        [draft = std::move(draft), id](Changes& changes) { return record(changes, draft, id); }};
}

Command edit_remark(RemarkId remark, RemarkDraft draft)
{
    return {"edit_remark", [remark, draft = std::move(draft)](Changes& changes) -> Result<void> {
                if (auto fine = sound(draft); !fine)
                    return fine;
                if (const auto place = changeable_remark(changes, remark); !place)
                    return tl::unexpected(place.error());
                Query(changes, R"sql(
                    UPDATE critique_remark SET speaker = :speaker, kind = :kind, text = :text
                    WHERE id = :id)sql")
                    .bind(":id", remark)
                    .bind(":speaker", *draft.from)
                    .bind(":kind", draft.kind)
                    .bind(":text", draft.text)
                    .run();
                return {};
            }};
}

Command remove_remark(RemarkId remark)
{
    return {"remove_remark", [remark](Changes& changes) -> Result<void> {
                if (const auto place = changeable_remark(changes, remark); !place)
                    return tl::unexpected(place.error());
                Query(changes, "UPDATE critique_remark SET removed = 1 WHERE id = :id")
                    .bind(":id", remark)
                    .run();
                return {};
            }};
}

Command answer_remark(RemarkId remark, std::string kind, std::string text)
{
    return {"answer_remark", [=](Changes& changes) -> Result<void> {
                const auto place = find_remark(changes, remark);
                if (!place)
                    return refuse("critique.unknown_remark");
                if (auto may = may_answer(changes, *place); !may)
                    return may;
                Query(changes, R"sql(
                    INSERT INTO critique_answer (id, remark, kind, text, at_ms)
                    VALUES (:id, :remark, :kind, :text, :at_ms))sql")
                    .bind(":id", changes.make_id<CritiqueAnswerId>())
                    .bind(":remark", remark)
                    .bind(":kind", kind)
                    .bind(":text", text)
                    .bind(":at_ms", changes.now_ms())
                    .run();
                return {};
            }};
}

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

Command hand_in(HandInDraft draft)
{
    return {"hand_in",
        [draft = std::move(draft)](Changes& changes) { return hand_over(changes, draft); }};
}

Command note_reading(NotedReading reading)
{
    return {"note_reading", [reading = std::move(reading)](Changes& changes) -> Result<void> {
                Query(changes, R"sql(
                    INSERT INTO restricted_reading (id, reader, role, what, how, session, about, at_ms)
                    VALUES (:id, :reader, :role, :what, :how, :session, :about, :at_ms))sql")
                    .bind(":id", changes.make_id<RestrictedReadingId>())
                    .bind(":reader", changes.actor().member)
                    .bind(":role", changes.actor().role)
                    .bind(":what", reading.what)
                    .bind(":how", reading.how)
                    .bind(":session", reading.session)
                    .bind(":about", reading.about)
                    .bind(":at_ms", changes.now_ms())
                    .run();
                return {};
            }};
}

} // namespace chibo
