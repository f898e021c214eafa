#include "record/critique_commands.h"

#include "record/critique_guards.h"
#include "record/critique_sessions.h"
#include "record/guards.h"
#include "record/member_queries.h"
#include "record/query.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

/// Ends the stretch that runs, whosever it is.
void end_run(Changes& changes, ItemId session, UnixMs now)
{
    Query(changes,
        "UPDATE critique_run SET ended_at_ms = :now WHERE ended_at_ms IS NULL AND turn IN "
        "(SELECT id FROM critique_turn WHERE session IN "
            + sessions_of_the_meeting + ")")
        .bind(":now", now)
        .bind(":session", session)
        .run();
}

const std::string turns_not_done
    = "UPDATE critique_turn SET done = 1 WHERE done = 0 AND session IN " + sessions_of_the_meeting;

/// Turns that were begun and not done are done now.
void end_turns(Changes& changes, ItemId session)
{
    Query(changes, turns_not_done).bind(":session", session).run();
}

/// Those that ran until now; who was left in the middle before stays so.
void end_running_turn(Changes& changes, ItemId session)
{
    Query(changes,
        turns_not_done
            + " AND id IN (SELECT turn FROM critique_run"
              " WHERE turn = critique_turn.id AND ended_at_ms IS NULL)")
        .bind(":session", session)
        .run();
}

std::optional<TurnId> find_turn(Changes& changes, ItemId session, MemberId member)
{
    Query query(changes,
        "SELECT id FROM critique_turn WHERE member = :member AND session IN "
            + sessions_of_the_meeting + " ORDER BY called_at_ms, id");
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
    const auto session = running_critique(changes, id);
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

Result<void> begin(Changes& changes, MeetingId id, ItemId item)
{
    const auto meeting = running_meeting(changes, id);
    if (!meeting)
        return tl::unexpected(meeting.error());
    if (!sees_critique(changes, *meeting))
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
    const auto session = running_critique(changes, id);
    if (!session)
        return tl::unexpected(session.error());
    const UnixMs now = meeting_now_ms(changes.record(), session->meeting.id);
    end_turns(changes, id);
    end_run(changes, id, now);
    Query(changes, R"sql(
        UPDATE critique_session SET ended_at_ms = :now
        WHERE meeting = :meeting AND ended_at_ms IS NULL)sql")
        .bind(":meeting", session->meeting.id)
        .bind(":now", now)
        .run();
    if (line.empty() || !session->meeting.chair || is_secret(changes, id))
        return {};
    return record_entry(words_of_chair(*session, EntryKind::Opinion, line)).apply(changes);
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
                const auto runs = running_critique(changes, session);
                if (!runs)
                    return tl::unexpected(runs.error());
                end_run(changes, session, meeting_now_ms(changes.record(), runs->meeting.id));
                return {};
            }};
}

} // namespace chibo
