#include "record/critique_queries.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/check_in_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/query.h"

namespace chibo {
namespace {

struct SessionRow {
    ItemId id {};
    MeetingId meeting {};
    UnixMs started_at_ms = 0;
    std::optional<UnixMs> ended_at_ms {};
    std::string title {};
};

/// The running one first, then the last.
std::vector<SessionRow> read_sessions(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT critique_session.id, critique_session.meeting, critique_session.started_at_ms,
               critique_session.ended_at_ms, coalesce(agenda_item.title, '')
        FROM critique_session LEFT JOIN agenda_item ON agenda_item.id = critique_session.id
        WHERE critique_session.meeting = :meeting
        ORDER BY critique_session.ended_at_ms IS NOT NULL, critique_session.started_at_ms DESC)sql");
    query.bind(":meeting", meeting);
    std::vector<SessionRow> sessions;
    while (query.next()) {
        SessionRow row;
        row.id = query.id<ItemId>();
        row.meeting = query.id<MeetingId>();
        row.started_at_ms = query.number();
        row.ended_at_ms = query.optional_number();
        row.title = query.text();
        sessions.push_back(std::move(row));
    }
    return sessions;
}

struct TurnRow {
    TurnId id {};
    int order = 0, limit_s = 0;
    bool done = false;
    std::int64_t used_ms = 0;
    std::optional<UnixMs> running_since_ms {};
};

/// A member's turns as one: two devices may both have called.
std::map<MemberId, TurnRow> read_turns(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT turn.id, turn.member, turn.limit_s, turn.done, run.started_at_ms, run.ended_at_ms
        FROM critique_session AS session
        JOIN critique_turn AS turn ON turn.session = session.id
        LEFT JOIN critique_run AS run ON run.turn = turn.id
        WHERE session.meeting = :meeting
        ORDER BY turn.called_at_ms, turn.id, run.started_at_ms, run.id)sql");
    query.bind(":meeting", meeting);
    std::map<MemberId, TurnRow> turns;
    int order = 0;
    while (query.next()) {
        const auto id = query.id<TurnId>();
        const auto member = query.id<MemberId>();
        const int limit_s = query.integer();
        const bool done = query.flag();
        const auto started = query.optional_number();
        const auto ended = query.optional_number();
        const auto [at, is_new] = turns.try_emplace(member);
        TurnRow& turn = at->second;
        if (is_new)
            turn = {.id = id, .order = ++order, .limit_s = limit_s, .done = done};
        turn.done = turn.done || done;
        if (started && ended)
            turn.used_ms += *ended - *started;
        else if (started)
            turn.running_since_ms = started;
    }
    return turns;
}

void add_turn(CritiquePerson& person, const TurnRow& turn)
{
    person.turn = turn.id;
    person.order = turn.order;
    person.limit_s = turn.limit_s;
    person.used_ms = turn.used_ms;
    person.running_since_ms = turn.running_since_ms;
    person.state = turn.running_since_ms ? TurnState::Now
        : turn.done                      ? TurnState::Done
                                         : TurnState::Left;
}

std::set<MemberId> members_in(Query& query)
{
    std::set<MemberId> members;
    while (query.next())
        members.insert(query.id<MemberId>());
    return members;
}

std::set<MemberId> read_concluded(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT conclusion.about
        FROM critique_session AS session
        JOIN critique_conclusion AS conclusion ON conclusion.session = session.id
        WHERE session.meeting = :meeting AND conclusion.removed = 0)sql");
    query.bind(":meeting", meeting);
    return members_in(query);
}

std::set<MemberId> read_who_handed_in(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT member FROM self_critique WHERE for_meeting = :meeting AND removed = 0)sql");
    query.bind(":meeting", meeting);
    return members_in(query);
}

std::set<MemberId> read_spoken_of(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT remark.about
        FROM critique_session AS session JOIN critique_remark AS remark ON remark.session = session.id
        WHERE session.meeting = :meeting AND remark.removed = 0)sql");
    query.bind(":meeting", meeting);
    return members_in(query);
}

std::set<MemberId> read_present(const Record& record, MeetingId meeting)
{
    std::set<MemberId> present;
    for (const AttendanceRow& row : read_attendance(record, meeting).rows) {
        if (!row.is_guest && present_now(row))
            present.insert(MemberId {row.person.uuid});
    }
    return present;
}

} // namespace

Critique read_critique(const Record& record, MeetingId meeting)
{
    Critique critique {.meeting = meeting};
    std::map<MemberId, TurnRow> turns;
    std::set<MemberId> concluded, spoken_of;
    if (const auto sessions = read_sessions(record, meeting); !sessions.empty()) {
        critique.session = sessions.front().id;
        critique.item_title = sessions.front().title;
        critique.started_at_ms = sessions.front().started_at_ms;
        critique.ended_at_ms = sessions.front().ended_at_ms;
        for (const SessionRow& session : sessions) {
            critique.sessions.push_back(session.id);
            critique.started_at_ms = std::min(*critique.started_at_ms, session.started_at_ms);
        }
        turns = read_turns(record, meeting);
        concluded = read_concluded(record, meeting);
        spoken_of = read_spoken_of(record, meeting);
    }
    const auto found = read_meeting(record, meeting);
    const auto present = read_present(record, meeting);
    const auto handed_in = read_who_handed_in(record, meeting);
    for (const Member& member : read_members_with_left(record)) {
        const auto turn = turns.find(member.id);
        const bool has_part = turn != turns.end() || spoken_of.contains(member.id);
        if (!has_part && (member.left_on || !must_attend(member.standing)))
            continue;
        CritiquePerson person {.member = member.id, .name = member.name, .number = member.number};
        person.present = present.contains(member.id);
        person.left_cell = member.left_on.has_value();
        person.handed_in = handed_in.contains(member.id);
        person.concluded = concluded.contains(member.id);
        person.state = person.present ? TurnState::Waiting : TurnState::Absent;
        if (turn != turns.end())
            add_turn(person, turn->second);
        // The meeting was closed in the middle of a turn.
        if (found && found->closed_at_ms && person.running_since_ms) {
            person.used_ms
                += std::max<std::int64_t>(0, *found->closed_at_ms - *person.running_since_ms);
            person.running_since_ms.reset();
            person.state = TurnState::Left;
        }
        critique.people.push_back(std::move(person));
    }
    return critique;
}

bool has_critique(const Record& record, MeetingId meeting)
{
    return !read_sessions(record, meeting).empty();
}

} // namespace chibo
