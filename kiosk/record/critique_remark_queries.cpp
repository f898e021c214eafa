#include "record/critique_queries.h"

#include <algorithm>
#include <map>

#include "record/critique_sessions.h"
#include "record/query.h"

namespace chibo {
namespace {

// A remark with its last answer and who said it; the tail picks the rows.
const std::string remark_columns = R"sql(
    SELECT remark.id, remark.session, remark.about, remark.speaker, coalesce(member.name, guest.name, ''),
           coalesce(member.number, 0), remark.kind, remark.text, remark.at_ms, remark.to_absent,
           answer.kind, answer.text, answer.at_ms, meeting.planned_start_ms, meeting.id
    FROM critique_remark AS remark
    JOIN critique_session AS session ON session.id = remark.session
    JOIN meeting ON meeting.id = session.meeting
    LEFT JOIN member ON member.id = remark.speaker
    LEFT JOIN guest ON guest.id = remark.speaker
    LEFT JOIN critique_answer AS answer ON answer.id = (
        SELECT last.id FROM critique_answer AS last
        WHERE last.remark = remark.id AND last.undone = 0
        ORDER BY last.at_ms DESC, last.id DESC LIMIT 1) )sql";

struct RemarkRow {
    Remark remark;
    UnixMs meeting_start_ms = 0;
    MeetingId meeting;
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
    row.meeting = query.id<MeetingId>();
    return row;
}

/// Those of this critique, behind those of earlier ones that wait for their answer.
std::vector<Remark> read_remarks(const Record& record, MeetingId meeting, MemberId member)
{
    Query query(record, remark_columns + R"sql(
        WHERE remark.about = :member AND remark.removed = 0
          AND (meeting.id = :meeting OR remark.to_absent = 1)
        ORDER BY remark.at_ms, remark.id)sql");
    query.bind(":member", member).bind(":meeting", meeting);
    std::vector<Remark> earlier, now;
    while (query.next()) {
        RemarkRow row = remark_row(query);
        if (row.meeting == meeting) {
            now.push_back(std::move(row.remark));
        } else if (!row.remark.answer) {
            row.remark.carried_from = date_of(row.meeting_start_ms);
            earlier.push_back(std::move(row.remark));
        }
    }
    earlier.insert(earlier.end(), now.begin(), now.end());
    return earlier;
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
    past.conclusion = read_critique_conclusion(record, session, member);
    return past;
}

} // namespace

CritiqueTurn read_critique_turn(const Record& record, const Critique& critique, MemberId member)
{
    CritiqueTurn turn;
    for (Commitment& commitment : read_commitments_of(record, member)) {
        const bool of_now = commitment.session
            && std::ranges::find(critique.sessions, *commitment.session) != critique.sessions.end();
        if (!of_now && (still_open(state_of(commitment)) || check_of(commitment, critique)))
            turn.commitments.push_back(std::move(commitment));
    }
    turn.remarks = read_remarks(record, critique.meeting, member);
    turn.conclusion = read_critique_conclusion(record, critique.session, member);
    turn.handed_in = read_handed_in(record, member, critique.meeting);
    return turn;
}

std::optional<CritiqueConclusion> read_critique_conclusion(
    const Record& record, ItemId session, MemberId member)
{
    Query query(record,
        "SELECT id, about, text, due_on, at_ms, released_as FROM critique_conclusion "
        "WHERE about = :about AND removed = 0 AND session IN "
            + sessions_of_the_meeting + " ORDER BY at_ms DESC, id DESC");
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

CritiqueHistory read_critique_history(const Record& record, MemberId member)
{
    struct OfMeeting {
        ItemId session;
        std::vector<Remark> remarks;
    };
    std::map<MeetingId, OfMeeting> by_meeting;
    {
        Query query(record, remark_columns + R"sql(
            WHERE remark.about = :member AND remark.removed = 0
            ORDER BY remark.at_ms, remark.id)sql");
        query.bind(":member", member);
        while (query.next()) {
            RemarkRow row = remark_row(query);
            OfMeeting& one = by_meeting[row.meeting];
            one.session = row.remark.session;
            one.remarks.push_back(std::move(row.remark));
        }
    }
    {
        Query query(record, R"sql(
            SELECT session.meeting, session.id
            FROM critique_conclusion AS conclusion
            JOIN critique_session AS session ON session.id = conclusion.session
            WHERE conclusion.about = :about AND conclusion.removed = 0)sql");
        query.bind(":about", member);
        while (query.next()) {
            const auto meeting = query.id<MeetingId>();
            by_meeting.try_emplace(meeting, OfMeeting {query.id<ItemId>(), {}});
        }
    }
    CritiqueHistory history;
    for (auto& [meeting, one] : by_meeting)
        history.critiques.push_back(
            past_critique(record, one.session, member, std::move(one.remarks)));
    std::ranges::sort(history.critiques, std::ranges::greater {}, &PastCritique::held_on);
    history.commitments = read_commitments_of(record, member);
    std::ranges::reverse(history.commitments);
    return history;
}

} // namespace chibo
