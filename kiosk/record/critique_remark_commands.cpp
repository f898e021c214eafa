#include "record/critique_commands.h"

#include <algorithm>

#include "record/check_in_queries.h"
#include "record/critique_guards.h"
#include "record/meeting_queries.h"
#include "record/query.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

bool in_the_room(Changes& changes, MeetingId meeting, MemberId member)
{
    const Attendance attendance = read_attendance(changes.record(), meeting);
    return std::ranges::any_of(attendance.rows,
        [&](const AttendanceRow& row) { return row.person == person(member) && present_now(row); });
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
    const auto session = running_critique(changes, draft.session);
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
    if (const auto session = running_critique(changes, place->session); !session)
        return tl::unexpected(session.error());
    return *place;
}

/// An answer may come at a later meeting: from chair or clerk of any, or from who is concerned.
Result<void> may_answer(Changes& changes, const RemarkPlace& place)
{
    const Actor& actor = changes.actor();
    if (actor.role == "program" || (actor.role == "member" && actor.member == place.about))
        return {};
    const auto session = find_critique(changes, place.session);
    const auto now = read_current_meeting(changes.record(), changes.now_ms());
    if ((session && sees_critique(changes, session->meeting))
        || (now && sees_critique(changes, *now)))
        return {};
    return refuse("critique.not_yours");
}

} // namespace

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
    return {"answer_remark",
        [remark, kind = std::move(kind), text = std::move(text)](Changes& changes) -> Result<void> {
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

} // namespace chibo
