#include "record/meeting_queries.h"

#include <algorithm>

#include "record/check_in_queries.h"
#include "record/minutes_queries.h"
#include "record/query.h"
#include "record/sealing_queries.h"

namespace chibo {
namespace {

// A meeting and its summary; the columns in the structs' order. The tails pick the rows.
const std::string meeting_columns = R"sql(
    SELECT meeting.id, meeting.kind, meeting.title, meeting.planned_start_ms, meeting.place, meeting.chair,
           meeting.clerk, meeting.template, meeting.rule_set, meeting.limit_minutes, meeting.state,
           meeting.check_in_at_ms, meeting.opened_at_ms, meeting.closed_at_ms, meeting.clerk_runs_agenda,
           CASE WHEN meeting.removed = 1 THEN meeting.cancel_reason END)sql";
const std::string summary_columns = meeting_columns + R"sql(,
           chair.name, clerk.name, chair.number, clerk.number,
           (SELECT sum(agenda_item.planned_s) / 60 FROM agenda_item
            WHERE agenda_item.meeting = meeting.id AND agenda_item.removed = 0),
           opening.required, opening.present,
           (SELECT count(*) FROM entry
            WHERE entry.meeting = meeting.id AND entry.removed = 0 AND entry.kind = 'task'),
           (SELECT count(*) FROM entry WHERE entry.meeting = meeting.id AND entry.removed = 0)
    FROM meeting
    LEFT JOIN member AS chair ON chair.id = meeting.chair
    LEFT JOIN member AS clerk ON clerk.id = meeting.clerk
    LEFT JOIN opening ON opening.id = meeting.id )sql";

Meeting meeting_row(Query& query)
{
    Meeting meeting;
    meeting.id = query.id<MeetingId>();
    meeting.kind = query.word<MeetingKind>();
    meeting.title = query.text();
    meeting.planned_start_ms = query.number();
    meeting.place = query.text();
    meeting.chair = query.optional_id<MemberId>();
    meeting.clerk = query.optional_id<MemberId>();
    meeting.template_id = query.text();
    meeting.rule_set = query.text();
    meeting.limit_minutes = query.integer();
    meeting.state = query.word<MeetingState>();
    meeting.check_in_at_ms = query.optional_number();
    meeting.opened_at_ms = query.optional_number();
    meeting.closed_at_ms = query.optional_number();
    meeting.clerk_runs_agenda = query.flag();
    meeting.cancelled = query.optional_text();
    return meeting;
}

MeetingSummary summary_row(Query& query)
{
    MeetingSummary summary;
    summary.meeting = meeting_row(query);
    summary.chair_name = query.text();
    summary.clerk_name = query.text();
    summary.chair_number = query.integer();
    summary.clerk_number = query.integer();
    summary.planned_minutes = query.integer();
    summary.required = query.integer();
    summary.present = query.integer();
    summary.tasks = query.integer();
    summary.entries = query.integer();
    return summary;
}

// What the opening has not stored yet, and whose signature still binds.
void complete(const Record& record, MeetingSummary& summary)
{
    const auto& meeting = summary.meeting;
    if (!meeting.opened_at_ms) {
        const auto figures = read_attendance(record, meeting.id).figures;
        summary.required = figures.required;
        summary.present = figures.present;
    }
    if (meeting.state == MeetingState::Sealed) {
        summary.chair_signed = summary.clerk_signed = true;
    } else if (meeting.closed_at_ms) {
        for (const auto& signature : read_signatures(record, meeting.id)) {
            summary.chair_signed
                = summary.chair_signed || (signature.role == SignRole::Chair && signature.valid);
            summary.clerk_signed
                = summary.clerk_signed || (signature.role == SignRole::Clerk && signature.valid);
        }
    }
}

std::vector<MeetingSummary> summaries(const Record& record, Query& query)
{
    std::vector<MeetingSummary> found;
    while (query.next())
        found.push_back(summary_row(query));
    for (auto& summary : found)
        complete(record, summary);
    return found;
}

// Today's meetings, and the one that still runs from another day.
std::optional<MeetingSummary> read_today(const Record& record, UnixMs now)
{
    const auto current = read_current_meeting(record, now);
    return current ? read_summary(record, current->id) : std::nullopt;
}

std::vector<MeetingSummary> read_coming(const Record& record, UnixMs now)
{
    Query query(record, summary_columns + R"sql(
        WHERE meeting.removed = 0 AND meeting.planned_start_ms >= :from AND meeting.state = 'planned'
        ORDER BY meeting.planned_start_ms LIMIT 12)sql");
    query.bind(":from", unix_ms({plus_days(date_of(now), 1)}));
    return summaries(record, query);
}

std::optional<MeetingSummary> read_unsigned(const Record& record)
{
    Query query(record, summary_columns + R"sql(
        WHERE meeting.removed = 0 AND meeting.planned_start_ms > 0 AND meeting.state = 'closing'
        ORDER BY meeting.planned_start_ms DESC LIMIT 1)sql");
    auto found = summaries(record, query);
    return found.empty() ? std::nullopt : std::optional<MeetingSummary>(std::move(found.front()));
}

int announced(const Record& record, MeetingId meeting)
{
    const auto attendance = read_attendance(record, meeting);
    return static_cast<int>(
        std::count_if(attendance.rows.begin(), attendance.rows.end(), [](const AttendanceRow& row) {
            const Seat now = seat(row);
            return now == Seat::AnnouncedAbsent || now == Seat::Excused;
        }));
}

} // namespace

std::optional<Meeting> read_meeting(const Record& record, MeetingId meeting)
{
    Query query(record, meeting_columns + R"sql(
        FROM meeting WHERE id = :id AND removed = 0)sql");
    query.bind(":id", meeting);
    return query.next() ? std::optional<Meeting>(meeting_row(query)) : std::nullopt;
}

std::vector<Meeting> read_meetings(const Record& record, Cancelled cancelled)
{
    Query query(record, meeting_columns + R"sql(
        FROM meeting WHERE removed = 0 OR :cancelled
        ORDER BY planned_start_ms DESC)sql");
    query.bind(":cancelled", cancelled == Cancelled::Yes);
    std::vector<Meeting> meetings;
    while (query.next())
        meetings.push_back(meeting_row(query));
    return meetings;
}

std::optional<Meeting> read_current_meeting(const Record& record, UnixMs now)
{
    // A meeting that was never closed is looked for in the last month only: older ones are
    // forgotten ones.
    constexpr std::int64_t month_ms = 31LL * 86'400'000;
    Query query(record, meeting_columns + R"sql(
        FROM meeting
        WHERE planned_start_ms >= :from AND planned_start_ms < :to AND removed = 0
        ORDER BY planned_start_ms)sql");
    const Date today = date_of(now);
    query.bind(":from", now - month_ms).bind(":to", unix_ms({plus_days(today, 1)}));
    std::vector<Meeting> meetings;
    while (query.next())
        meetings.push_back(meeting_row(query));
    const Meeting* current = current_meeting(meetings, today);
    return current ? std::optional<Meeting>(*current) : std::nullopt;
}

std::optional<MeetingSummary> read_summary(const Record& record, MeetingId meeting)
{
    Query query(record, summary_columns + "WHERE meeting.removed = 0 AND meeting.id = :id");
    query.bind(":id", meeting);
    auto found = summaries(record, query);
    return found.empty() ? std::nullopt : std::optional<MeetingSummary>(std::move(found.front()));
}

std::vector<MeetingSummary> read_summaries(const Record& record)
{
    Query query(record, summary_columns + "ORDER BY meeting.planned_start_ms DESC");
    return summaries(record, query);
}

std::optional<MeetingSummary> read_last_meeting(const Record& record, UnixMs now)
{
    Query query(record, summary_columns + R"sql(
        WHERE meeting.removed = 0 AND meeting.planned_start_ms < :now AND meeting.state IN ('closing', 'sealed')
        AND meeting.kind <> 'flag_salute'
        ORDER BY meeting.planned_start_ms DESC LIMIT 1)sql");
    query.bind(":now", now);
    auto found = summaries(record, query);
    return found.empty() ? std::nullopt : std::optional<MeetingSummary>(std::move(found.front()));
}

std::vector<Guest> read_guests(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT id, name, organisation, kind FROM guest
        WHERE meeting = :meeting
          AND (removed = 0 OR EXISTS ( -- Taken off the list on one device, checked in on another.
              SELECT 1 FROM presence
              WHERE presence.meeting = :meeting AND presence.person = guest.id AND presence.undone = 0))
        ORDER BY id)sql");
    query.bind(":meeting", meeting);
    std::vector<Guest> guests;
    while (query.next()) {
        Guest guest;
        guest.id = query.id<GuestId>();
        guest.name = query.text();
        guest.organisation = query.text();
        guest.kind = query.word<GuestKind>();
        guests.push_back(std::move(guest));
    }
    return guests;
}

Home read_home(const Record& record, UnixMs now)
{
    Home home;
    const Date today = date_of(now);
    home.today = read_today(record, now);
    home.due = read_open_tasks(record);
    home.overdue_tasks = static_cast<int>(std::count_if(home.due.begin(), home.due.end(),
        [today](const Task& task) { return overdue(task, today); }));
    home.unsigned_minutes = read_unsigned(record);
    if (home.today)
        home.announced_absences = announced(record, home.today->meeting.id);
    home.coming = read_coming(record, now);
    home.last = read_last_meeting(record, now);
    return home;
}

} // namespace chibo
