#include "record/sealing_commands.h"

#include "meeting/letters.h"
#include "record/guards.h"
#include "record/item_times.h"
#include "record/minutes_queries.h"
#include "record/query.h"
#include "record/sealing_queries.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

Result<void> read_back(Changes& changes, MeetingId meeting, ItemId item)
{
    const auto found = changeable_meeting(changes, meeting);
    if (!found)
        return tl::unexpected(found.error());
    if (found->state == MeetingState::Planned)
        return refuse("meeting.not_running");
    const auto content = read_minutes_content(changes.record(), meeting);
    if (!find_item(content.agenda, item))
        return refuse("agenda.unknown_item");
    Query(changes, R"sql(
        INSERT INTO reading (id, meeting, item, read_at_ms, content_hash)
        VALUES (:id, :meeting, :item, :read_at_ms, :content_hash))sql")
        .bind(":id", changes.make_id<ReadingId>())
        .bind(":meeting", meeting)
        .bind(":item", item)
        .bind(":read_at_ms", meeting_now_ms(changes.record(), meeting))
        .bind_bytes(":content_hash", blake2b(canonical_item_text(content, item)))
        .run();
    return {};
}

bool may_sign(const Meeting& meeting, SignRole role, MemberId member)
{
    return (role == SignRole::Chair ? meeting.chair : meeting.clerk) == member;
}

struct SignedBy {
    MeetingId meeting;
    SignRole role = SignRole::Chair;
    MemberId member;
    std::string strokes;
};

Result<void> sign(Changes& changes, const SignedBy& by)
{
    const auto meeting = changeable_meeting(changes, by.meeting);
    if (!meeting)
        return tl::unexpected(meeting.error());
    if (!may_sign(*meeting, by.role, by.member))
        return refuse("sealing.not_yours");
    if (by.strokes.empty())
        return refuse("sealing.no_strokes");
    // The text that is signed says when the meeting ended: it ends here at the latest.
    if (running(*meeting))
        close_in(changes, *meeting);
    if (!read_seal_state(changes.record(), by.meeting).ready_to_sign)
        return refuse("sealing.missing");
    Query(changes, R"sql(
        INSERT INTO signature (id, meeting, role, member, strokes, content_hash, signed_at_ms)
        VALUES (:id, :meeting, :role, :member, :strokes, :content_hash, :signed_at_ms))sql")
        .bind(":id", changes.make_id<SignatureId>())
        .bind(":meeting", by.meeting)
        .bind(":role", word(by.role))
        .bind(":member", by.member)
        .bind_bytes(":strokes", by.strokes)
        .bind_bytes(":content_hash", content_hash(changes.record(), by.meeting))
        .bind(":signed_at_ms", meeting_now_ms(changes.record(), by.meeting))
        .run();
    return {};
}

Result<void> seal(Changes& changes, MeetingId meeting)
{
    const auto found = changeable_meeting(changes, meeting);
    if (!found)
        return tl::unexpected(found.error());
    const SealState state = read_seal_state(changes.record(), meeting);
    if (!state.ready_to_sign)
        return refuse("sealing.missing");
    if (!state.ready_to_seal)
        return refuse("sealing.not_signed");
    const std::string content = canonical_text(read_minutes_content(changes.record(), meeting));
    Query(changes, R"sql(
        INSERT INTO seal (id, content, hash, sealed_at_ms)
        VALUES (:id, :content, :hash, :sealed_at_ms))sql")
        .bind(":id", meeting)
        .bind(":content", content)
        .bind_bytes(":hash", blake2b(content))
        .bind(":sealed_at_ms", meeting_now_ms(changes.record(), meeting))
        .run();
    Query(changes, "UPDATE meeting SET state = 'sealed' WHERE id = :id").bind(":id", meeting).run();
    return {};
}

} // namespace

Command read_item_back(MeetingId meeting, ItemId item)
{
    return {"read_item_back",
        [meeting, item](Changes& changes) { return read_back(changes, meeting, item); }};
}

Command sign_minutes(MeetingId meeting, SignRole role, MemberId member, std::string strokes)
{
    return {"sign_minutes",
        [by = SignedBy {meeting, role, member, std::move(strokes)}](
            Changes& changes) { return sign(changes, by); }};
}

Command seal_meeting(MeetingId meeting)
{
    return {"seal_meeting", [meeting](Changes& changes) { return seal(changes, meeting); }};
}

Command amend(MeetingId meeting, MemberId author, std::string reason, std::string text)
{
    return {"amend",
        [meeting, author, reason = std::move(reason), text = std::move(text)](
            Changes& changes) -> Result<void> {
            if (!read_seal(changes.record(), meeting))
                return refuse("sealing.not_sealed");
            if (is_blank(reason) || is_blank(text))
                return refuse("sealing.no_amendment");
            Query(changes, R"sql(
                    INSERT INTO amendment (id, meeting, author, reason, text, at_ms)
                    VALUES (:id, :meeting, :author, :reason, :text, :at_ms))sql")
                .bind(":id", changes.make_id<AmendmentId>())
                .bind(":meeting", meeting)
                .bind(":author", author)
                .bind(":reason", reason)
                .bind(":text", text)
                .bind(":at_ms", changes.now_ms())
                .run();
            return {};
        }};
}

} // namespace chibo
