#include "record/minutes_queries.h"

#include <algorithm>

#include "record/agenda_queries.h"
#include "record/cell_queries.h"
#include "record/check_in_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/query.h"

namespace chibo {
namespace {

// An entry with its task and vote; the columns in the structs' order. The tail picks the rows.
const std::string entry_columns = R"sql(
    SELECT entry.id, entry.item, entry.kind, entry.speaker, coalesce(member.name, guest.name, ''),
           coalesce(member.number, 0), guest.id IS NOT NULL, entry.text, entry.at_ms, entry.removed, entry.meeting,
           task.owner, owner.name, owner.number, task.due_on, task.state, task.result, task.closed_on,
           vote.purpose, vote.method, vote.entitled_present, vote.base, vote.base_kind, vote.majority, vote.yes,
           vote.no, vote.other, vote.reserved
    FROM entry
    LEFT JOIN member ON member.id = entry.speaker
    LEFT JOIN guest ON guest.id = entry.speaker
    LEFT JOIN task ON task.id = entry.id
    LEFT JOIN member AS owner ON owner.id = task.owner
    LEFT JOIN vote ON vote.id = entry.id )sql";

const std::string task_columns = R"sql(
    SELECT task.id, task.meeting, meeting.title, entry.text, task.owner, member.name, member.number, task.due_on,
           task.state, task.result, task.closed_on
    FROM task
    JOIN entry ON entry.id = task.id AND entry.kind = 'task' AND entry.removed = 0
    JOIN meeting ON meeting.id = task.meeting AND meeting.removed = 0
    LEFT JOIN member ON member.id = task.owner )sql";

/// Whose it is, by when, and how it went: the columns that every query of tasks ends with.
void read_course(Query& query, Task& task)
{
    task.owner = query.id<MemberId>();
    task.owner_name = query.text();
    task.owner_number = query.integer();
    task.due_on = query.date();
    task.state = query.word<TaskState>();
    task.result = query.text();
    task.closed_on = query.optional_date();
}

Task task_of(Query& query, const Entry& entry, MeetingId meeting)
{
    Task task;
    task.id = entry.id;
    task.meeting = meeting;
    task.text = entry.text;
    read_course(query, task);
    return task;
}

Vote vote_of(Query& query)
{
    Vote vote;
    vote.purpose = query.word<VotePurpose>();
    vote.method = query.word<VoteMethod>();
    vote.entitled_present = query.integer();
    vote.base = query.integer();
    vote.base_kind = query.word<BaseKind>();
    vote.majority = query.word<Majority>();
    vote.yes = query.integer();
    vote.no = query.integer();
    vote.other = query.integer();
    vote.reserved = query.text();
    return vote;
}

Entry entry_row(Query& query)
{
    Entry entry;
    entry.id = query.id<EntryId>();
    entry.item = query.id<ItemId>();
    entry.kind = query.word<EntryKind>();
    entry.speaker = query.optional_id<PersonId>();
    entry.speaker_name = query.text();
    entry.speaker_number = query.integer();
    entry.speaker_is_guest = query.flag();
    entry.text = query.text();
    entry.at_ms = query.number();
    entry.removed = query.flag();
    const auto meeting = query.id<MeetingId>();
    const Task task = task_of(query, entry, meeting);
    const Vote vote = vote_of(query);
    // A task that an edit turned into an opinion keeps its row; the kind decides.
    if (entry.kind == EntryKind::Task)
        entry.task = task;
    if (entry.kind == EntryKind::Vote)
        entry.vote = vote;
    return entry;
}

Task task_row(Query& query)
{
    Task task;
    task.id = query.id<EntryId>();
    task.meeting = query.id<MeetingId>();
    task.meeting_title = query.text();
    task.text = query.text();
    read_course(query, task);
    return task;
}

std::vector<Task> task_rows(Query& query)
{
    std::vector<Task> tasks;
    while (query.next())
        tasks.push_back(task_row(query));
    return tasks;
}

// Guests' avatars are numbered by the attendance, not by a table.
void number_guests(std::vector<Entry>& entries, const Attendance& attendance)
{
    for (auto& entry : entries) {
        if (!entry.speaker_is_guest)
            continue;
        for (const auto& row : attendance.rows) {
            if (row.person == entry.speaker)
                entry.speaker_number = row.number;
        }
    }
}

} // namespace

std::vector<Entry> read_entries(const Record& record, MeetingId meeting)
{
    std::vector<Entry> entries;
    {
        Query query(record, entry_columns + R"sql(
            LEFT JOIN agenda_item ON agenda_item.id = entry.item
            WHERE entry.meeting = :meeting AND entry.removed = 0
            ORDER BY agenda_item.part = 'closing', agenda_item.part = 'content', agenda_item.rank, entry.item,
                     entry.at_ms, entry.id)sql");
        query.bind(":meeting", meeting);
        while (query.next())
            entries.push_back(entry_row(query));
    }
    const bool guests = std::any_of(
        entries.begin(), entries.end(), [](const Entry& entry) { return entry.speaker_is_guest; });
    if (guests)
        number_guests(entries, read_attendance(record, meeting));
    return entries;
}

std::optional<Entry> read_entry(const Record& record, EntryId entry)
{
    Query query(record, entry_columns + "WHERE entry.id = :id");
    query.bind(":id", entry);
    return query.next() ? std::optional<Entry>(entry_row(query)) : std::nullopt;
}

std::vector<TimelineRow> read_timeline(const Record& record, MeetingId meeting, ItemId item)
{
    const Agenda agenda = read_agenda(record, meeting);
    const AgendaItem* found = find_item(agenda, item);
    if (!found)
        return {};
    return timeline(*found, read_entries(record, meeting), read_attendance(record, meeting));
}

std::vector<Task> read_tasks(const Record& record)
{
    Query query(record, task_columns + R"sql(
        WHERE task.state IN ('new', 'under_way', 'done', 'cancelled')
        ORDER BY task.due_on, task.id)sql");
    return task_rows(query);
}

std::vector<Task> read_open_tasks(const Record& record)
{
    Query query(record, task_columns + R"sql(
        WHERE task.state IN ('new', 'under_way')
        ORDER BY task.due_on, task.id)sql");
    return task_rows(query);
}

std::vector<std::string> read_sealed_texts(const Record& record, int most)
{
    Query query(record, R"sql(
        SELECT entry.text
        FROM meeting
        JOIN entry ON entry.meeting = meeting.id AND entry.removed = 0
        WHERE meeting.state = 'sealed' AND meeting.removed = 0
        ORDER BY meeting.planned_start_ms DESC
        LIMIT :most)sql");
    query.bind(":most", most);
    std::vector<std::string> texts;
    while (query.next())
        texts.push_back(query.text());
    return texts;
}

MinutesContent read_minutes_content(const Record& record, MeetingId meeting)
{
    MinutesContent content;
    const auto found = read_meeting(record, meeting);
    if (!found)
        return content;
    content.meeting = *found;
    content.cell = read_cell(record);
    content.heading = read_heading(record, date_of(found->planned_start_ms));
    if (found->chair)
        content.chair = read_member(record, *found->chair);
    if (found->clerk)
        content.clerk = read_member(record, *found->clerk);
    content.attendance = read_attendance(record, meeting);
    content.opening = read_opening(record, meeting);
    content.agenda = read_agenda(record, meeting);
    content.entries = read_entries(record, meeting);
    return content;
}

} // namespace chibo
