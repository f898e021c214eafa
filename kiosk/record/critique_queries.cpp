#include "record/critique_queries.h"

#include <algorithm>
#include <map>
#include <set>

#include "record/agenda_queries.h"
#include "record/check_in_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/query.h"
#include "record/rule_files.h"

namespace chibo {
namespace {

// A remark with its last answer and who said it; the tail picks the rows.
const std::string remark_columns = R"sql(
    SELECT remark.id, remark.session, remark.about, remark.speaker, coalesce(member.name, guest.name, ''),
           coalesce(member.number, 0), remark.kind, remark.text, remark.at_ms, remark.to_absent,
           answer.kind, answer.text, answer.at_ms, meeting.planned_start_ms
    FROM critique_remark AS remark
    JOIN critique_session AS session ON session.id = remark.session
    JOIN meeting ON meeting.id = session.meeting
    LEFT JOIN member ON member.id = remark.speaker
    LEFT JOIN guest ON guest.id = remark.speaker
    LEFT JOIN critique_answer AS answer ON answer.id = (
        SELECT last.id FROM critique_answer AS last
        WHERE last.remark = remark.id AND last.undone = 0
        ORDER BY last.at_ms DESC, last.id DESC LIMIT 1) )sql";

const std::string commitment_columns = R"sql(
    SELECT commitment.id, commitment.member, member.name, member.number, commitment.text, commitment.measure,
           commitment.source, commitment.session, commitment.given_on, commitment.due_on
    FROM member JOIN commitment ON commitment.member = member.id )sql";

struct RemarkRow {
    Remark remark;
    UnixMs meeting_start_ms = 0;
};

RemarkRow remark_row(Query& query)
{
    RemarkRow row;
    Remark& remark = row.remark;
    remark.id = query.id<RemarkId>();
    remark.session = query.id<ItemId>();
    remark.about = query.id<MemberId>();
    remark.from = query.id<PersonId>();
    remark.from_name = query.text();
    remark.from_number = query.integer();
    remark.kind = query.text();
    remark.text = query.text();
    remark.at_ms = query.number();
    remark.to_absent = query.flag();
    CritiqueAnswer answer;
    answer.kind = query.text();
    answer.text = query.text();
    answer.at_ms = query.number();
    if (!answer.kind.empty())
        remark.answer = answer;
    row.meeting_start_ms = query.number();
    return row;
}

/// Those of this critique, behind those of earlier ones that wait for their answer.
std::vector<Remark> read_remarks(const Record& record, ItemId session, MemberId member)
{
    Query query(record, remark_columns + R"sql(
        WHERE remark.about = :member AND remark.removed = 0
          AND (remark.session = :session OR remark.to_absent = 1)
        ORDER BY remark.at_ms, remark.id)sql");
    query.bind(":member", member).bind(":session", session);
    std::vector<Remark> earlier, now;
    while (query.next()) {
        RemarkRow row = remark_row(query);
        if (row.remark.session == session) {
            now.push_back(std::move(row.remark));
        } else if (!row.remark.answer) {
            row.remark.carried_from = date_of(row.meeting_start_ms);
            earlier.push_back(std::move(row.remark));
        }
    }
    earlier.insert(earlier.end(), now.begin(), now.end());
    return earlier;
}

std::optional<CritiqueConclusion> read_conclusion(
    const Record& record, ItemId session, MemberId member)
{
    Query query(record, R"sql(
        SELECT id, about, text, due_on, at_ms, released_as FROM critique_conclusion
        WHERE session = :session AND about = :about AND removed = 0
        ORDER BY at_ms DESC, id DESC)sql");
    query.bind(":session", session).bind(":about", member);
    if (!query.next())
        return std::nullopt;
    CritiqueConclusion conclusion;
    conclusion.id = query.id<CritiqueConclusionId>();
    conclusion.about = query.id<MemberId>();
    conclusion.text = query.text();
    conclusion.due_on = query.optional_date();
    conclusion.at_ms = query.number();
    conclusion.released_as = query.optional_id<EntryId>();
    return conclusion;
}

Commitment commitment_row(Query& query)
{
    Commitment commitment;
    commitment.id = query.id<CommitmentId>();
    commitment.member = query.id<MemberId>();
    commitment.member_name = query.text();
    commitment.member_number = query.integer();
    commitment.text = query.text();
    commitment.measure = query.text();
    commitment.source = query.text();
    commitment.session = query.optional_id<ItemId>();
    commitment.given_on = query.date();
    commitment.due_on = query.optional_date();
    return commitment;
}

void read_checks(const Record& record, Commitment& commitment)
{
    Query query(record, R"sql(
        SELECT commitment_check.id, commitment_check.state, commitment_check.evidence,
               commitment_check.confirmed_by, coalesce(member.name, ''), commitment_check.session,
               commitment_check.at_ms
        FROM commitment_check LEFT JOIN member ON member.id = commitment_check.confirmed_by
        WHERE commitment_check.commitment = :commitment AND commitment_check.undone = 0
        ORDER BY commitment_check.at_ms, commitment_check.id)sql");
    query.bind(":commitment", commitment.id);
    while (query.next()) {
        CommitmentCheck check;
        check.id = query.id<CommitmentCheckId>();
        check.state = query.word<CommitmentState>();
        check.evidence = query.text();
        check.confirmed_by = query.id<MemberId>();
        check.confirmed_by_name = query.text();
        check.session = query.optional_id<ItemId>();
        check.at_ms = query.number();
        commitment.checks.push_back(std::move(check));
    }
}

std::vector<Commitment> with_checks(const Record& record, std::vector<Commitment> commitments)
{
    for (Commitment& commitment : commitments)
        read_checks(record, commitment);
    return commitments;
}

struct SessionRow {
    ItemId id {};
    MeetingId meeting {};
    UnixMs started_at_ms = 0;
    std::optional<UnixMs> ended_at_ms {};
    std::string title {};
};

/// The running one first, else the last.
std::optional<SessionRow> read_session(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT critique_session.id, critique_session.meeting, critique_session.started_at_ms,
               critique_session.ended_at_ms, coalesce(agenda_item.title, '')
        FROM critique_session LEFT JOIN agenda_item ON agenda_item.id = critique_session.id
        WHERE critique_session.meeting = :meeting
        ORDER BY critique_session.ended_at_ms IS NOT NULL, critique_session.started_at_ms DESC)sql");
    query.bind(":meeting", meeting);
    if (!query.next())
        return std::nullopt;
    SessionRow row;
    row.id = query.id<ItemId>();
    row.meeting = query.id<MeetingId>();
    row.started_at_ms = query.number();
    row.ended_at_ms = query.optional_number();
    row.title = query.text();
    return row;
}

struct TurnRow {
    TurnId id {};
    int order = 0, limit_s = 0;
    bool done = false;
    std::int64_t used_ms = 0;
    std::optional<UnixMs> running_since_ms {};
};

/// A member's turns as one: two devices may both have called.
std::map<MemberId, TurnRow> read_turns(const Record& record, ItemId session)
{
    Query query(record, R"sql(
        SELECT turn.id, turn.member, turn.limit_s, turn.done, run.started_at_ms, run.ended_at_ms
        FROM critique_turn AS turn LEFT JOIN critique_run AS run ON run.turn = turn.id
        WHERE turn.session = :session
        ORDER BY turn.called_at_ms, turn.id, run.started_at_ms, run.id)sql");
    query.bind(":session", session);
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

std::set<MemberId> read_concluded(const Record& record, ItemId session)
{
    Query query(record, R"sql(
        SELECT about FROM critique_conclusion WHERE session = :session AND removed = 0)sql");
    query.bind(":session", session);
    return members_in(query);
}

std::set<MemberId> read_who_handed_in(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT member FROM self_critique WHERE for_meeting = :meeting AND removed = 0)sql");
    query.bind(":meeting", meeting);
    return members_in(query);
}

std::set<MemberId> read_spoken_of(const Record& record, ItemId session)
{
    Query query(record, R"sql(
        SELECT about FROM critique_remark WHERE session = :session AND removed = 0)sql");
    query.bind(":session", session);
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

/// What was said in one past critique of a member.
PastCritique past_critique(
    const Record& record, ItemId session, MemberId member, std::vector<Remark> remarks)
{
    PastCritique past {.session = session, .remarks = std::move(remarks)};
    {
        Query query(record, R"sql(
            SELECT meeting.title, meeting.planned_start_ms
            FROM critique_session JOIN meeting ON meeting.id = critique_session.meeting
            WHERE critique_session.id = :session)sql");
        query.bind(":session", session);
        if (query.next()) {
            past.title = query.text();
            past.held_on = date_of(query.number());
        }
    }
    past.conclusion = read_conclusion(record, session, member);
    return past;
}

} // namespace

Critique read_critique(const Record& record, MeetingId meeting)
{
    Critique critique {.meeting = meeting};
    std::map<MemberId, TurnRow> turns;
    std::set<MemberId> concluded, spoken_of;
    if (const auto session = read_session(record, meeting)) {
        critique.session = session->id;
        critique.item_title = session->title;
        critique.started_at_ms = session->started_at_ms;
        critique.ended_at_ms = session->ended_at_ms;
        turns = read_turns(record, session->id);
        concluded = read_concluded(record, session->id);
        spoken_of = read_spoken_of(record, session->id);
    }
    const auto found = read_meeting(record, meeting);
    const auto closed = found ? found->closed_at_ms : std::nullopt;
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
        if (closed && person.running_since_ms) {
            person.used_ms += std::max<std::int64_t>(0, *closed - *person.running_since_ms);
            person.running_since_ms.reset();
            person.state = TurnState::Left;
        }
        critique.people.push_back(std::move(person));
    }
    return critique;
}

bool has_critique(const Record& record, MeetingId meeting)
{
    return read_session(record, meeting).has_value();
}

CritiqueTurn read_critique_turn(const Record& record, const Critique& critique, MemberId member)
{
    CritiqueTurn turn;
    for (Commitment& commitment : read_commitments_of(record, member)) {
        const bool of_now = commitment.session == critique.session;
        if (!of_now && (still_open(state_of(commitment)) || check_of(commitment, critique.session)))
            turn.commitments.push_back(std::move(commitment));
    }
    turn.remarks = read_remarks(record, critique.session, member);
    turn.conclusion = read_conclusion(record, critique.session, member);
    turn.handed_in = read_handed_in(record, member, critique.meeting);
    return turn;
}

std::optional<Commitment> read_commitment(const Record& record, CommitmentId id)
{
    std::vector<Commitment> found;
    {
        Query query(
            record, commitment_columns + "WHERE commitment.id = :id AND commitment.removed = 0");
        query.bind(":id", id);
        if (query.next())
            found.push_back(commitment_row(query));
    }
    found = with_checks(record, std::move(found));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<Commitment> read_commitments_of(const Record& record, MemberId member)
{
    std::vector<Commitment> commitments;
    {
        Query query(record, commitment_columns + R"sql(
            WHERE member.id = :member AND commitment.removed = 0
            ORDER BY commitment.given_on, commitment.id)sql");
        query.bind(":member", member);
        while (query.next())
            commitments.push_back(commitment_row(query));
    }
    return with_checks(record, std::move(commitments));
}

std::vector<Commitment> read_open_commitments(const Record& record)
{
    std::vector<Commitment> commitments;
    {
        // CROSS: members are few, and each has few that are not yet put right.
        Query query(record, R"sql(
            SELECT commitment.id, commitment.member, member.name, member.number, commitment.text, commitment.measure,
                   commitment.source, commitment.session, commitment.given_on, commitment.due_on
            FROM member CROSS JOIN commitment ON commitment.member = member.id
            WHERE commitment.removed = 0 AND member.left_on IS NULL
              AND coalesce((SELECT last.state FROM commitment_check AS last
                            WHERE last.commitment = commitment.id AND last.undone = 0
                            ORDER BY last.at_ms DESC, last.id DESC LIMIT 1), 'open') IN ('open', 'under_way')
            ORDER BY commitment.due_on IS NULL, commitment.due_on, commitment.id)sql");
        while (query.next())
            commitments.push_back(commitment_row(query));
    }
    return with_checks(record, std::move(commitments));
}

int count_due_commitments(const Record& record, Date today)
{
    const Date until = plus_days(today, critique_rules_of(today).due_soon_days);
    const auto open = read_open_commitments(record);
    return static_cast<int>(std::ranges::count_if(
        open, [&](const Commitment& commitment) { return due_by(commitment, until); }));
}

CritiqueHistory read_critique_history(const Record& record, MemberId member)
{
    std::map<ItemId, std::vector<Remark>> by_session;
    {
        Query query(record, remark_columns + R"sql(
            WHERE remark.about = :member AND remark.removed = 0
            ORDER BY remark.at_ms, remark.id)sql");
        query.bind(":member", member);
        while (query.next()) {
            RemarkRow row = remark_row(query);
            by_session[row.remark.session].push_back(std::move(row.remark));
        }
    }
    {
        Query query(
            record, "SELECT session FROM critique_conclusion WHERE about = :about AND removed = 0");
        query.bind(":about", member);
        while (query.next())
            by_session.try_emplace(query.id<ItemId>());
    }
    CritiqueHistory history;
    for (auto& [session, remarks] : by_session)
        history.critiques.push_back(past_critique(record, session, member, std::move(remarks)));
    std::ranges::sort(history.critiques, std::ranges::greater {}, &PastCritique::held_on);
    history.commitments = read_commitments_of(record, member);
    std::ranges::reverse(history.commitments);
    return history;
}

std::vector<HandedIn> read_handed_in(const Record& record, MemberId member, MeetingId meeting)
{
    std::vector<HandedIn> all;
    {
        Query query(record, R"sql(
            SELECT id, form, rating, to_member, handed_in_at_ms FROM self_critique
            WHERE member = :member AND for_meeting = :meeting AND removed = 0
            ORDER BY handed_in_at_ms, id)sql");
        query.bind(":member", member).bind(":meeting", meeting);
        while (query.next()) {
            HandedIn one {.member = member, .meeting = meeting};
            one.id = query.id<SelfCritiqueId>();
            one.form = query.text();
            one.rating = query.text();
            one.to_member = query.optional_id<MemberId>();
            one.handed_in_at_ms = query.number();
            all.push_back(std::move(one));
        }
    }
    for (HandedIn& one : all) {
        Query query(record, R"sql(
            SELECT section, text FROM self_critique_section
            WHERE self_critique = :id ORDER BY id)sql");
        query.bind(":id", one.id);
        while (query.next()) {
            HandedIn::Section section;
            section.id = query.text();
            section.text = query.text();
            one.sections.push_back(std::move(section));
        }
    }
    return all;
}

std::vector<AwaitedForm> read_awaited_forms(const Record& record, MemberId member, UnixMs now)
{
    std::vector<AwaitedForm> awaited;
    auto meetings = read_meetings(record);
    std::ranges::sort(meetings, {}, &Meeting::planned_start_ms);
    for (const Meeting& meeting : meetings) {
        const bool coming = meeting.state == MeetingState::Open
            || (meeting.state == MeetingState::Planned
                && date_of(meeting.planned_start_ms) >= date_of(now));
        const CritiqueForm* form = form_before(critique_rules_of(meeting), meeting.kind);
        if (!coming || !form || std::ranges::count(awaited, form->id, &AwaitedForm::form) > 0)
            continue;
        const Date day = date_of(meeting.planned_start_ms);
        AwaitedForm one {.meeting = meeting.id,
            .meeting_kind = meeting.kind,
            .meeting_title = meeting.title,
            .meeting_on = day,
            .due_on = plus_days(day, -form->due_days_before),
            .form = form->id};
        for (const HandedIn& sheet : read_handed_in(record, member, meeting.id))
            one.handed_in = one.handed_in || sheet.form == form->id;
        awaited.push_back(std::move(one));
    }
    return awaited;
}

std::vector<RestrictedReading> read_restricted_readings(const Record& record, int most)
{
    // Ids are made in order of time.
    Query query(record, R"sql(
        SELECT restricted_reading.what, restricted_reading.how, coalesce(member.name, ''),
               restricted_reading.role, restricted_reading.about, restricted_reading.at_ms
        FROM restricted_reading LEFT JOIN member ON member.id = restricted_reading.reader
        ORDER BY restricted_reading.id DESC LIMIT :most /* reads all */)sql");
    query.bind(":most", most);
    std::vector<RestrictedReading> readings;
    while (query.next()) {
        RestrictedReading reading;
        reading.what = query.text();
        reading.how = query.text();
        reading.who = query.text();
        reading.role = query.text();
        reading.about = query.optional_id<MemberId>();
        reading.at_ms = query.number();
        readings.push_back(std::move(reading));
    }
    return readings;
}

bool is_restricted_row(const Record& record, const Uuid& id)
{
    Query query(record, R"sql(
        SELECT id FROM critique_remark WHERE id = :id
        UNION ALL SELECT id FROM critique_answer WHERE id = :id
        UNION ALL SELECT id FROM critique_conclusion WHERE id = :id
        UNION ALL SELECT id FROM commitment WHERE id = :id
        UNION ALL SELECT id FROM commitment_check WHERE id = :id
        UNION ALL SELECT id FROM self_critique WHERE id = :id
        UNION ALL SELECT id FROM self_critique_section WHERE id = :id)sql");
    query.bind(":id", RemarkId {id});
    return query.next();
}

} // namespace chibo
