#include "record/agenda_queries.h"

#include <algorithm>
#include <map>

#include "record/check_in_queries.h"
#include "record/member_queries.h"
#include "record/minutes_queries.h"
#include "record/query.h"

namespace chibo {
namespace {

void add_runs(const Record& record, Agenda& agenda)
{
    std::map<ItemId, AgendaItem*> items;
    for (auto& item : agenda.items)
        items[item.id] = &item;
    Query query(record, R"sql(
        SELECT item_run.item, item_run.started_at_ms, item_run.ended_at_ms
        FROM agenda_item JOIN item_run ON item_run.item = agenda_item.id
        WHERE agenda_item.meeting = :meeting
        ORDER BY item_run.started_at_ms, item_run.id)sql");
    query.bind(":meeting", agenda.meeting);
    while (query.next()) {
        const auto item = items.find(query.id<ItemId>());
        ItemRun run;
        run.started_at_ms = query.number();
        run.ended_at_ms = query.optional_number();
        if (item != items.end())
            item->second->runs.push_back(run);
    }
}

/// Two devices may have started an item each: the one started last runs, and with its start the
/// others ended.
void keep_one_running(Agenda& agenda)
{
    UnixMs last_start = 0;
    for (const AgendaItem& item : agenda.items) {
        if (!item.runs.empty())
            last_start = std::max(last_start, item.runs.back().started_at_ms);
    }
    for (AgendaItem& item : agenda.items) {
        const bool current = item.state == ItemState::Running || item.state == ItemState::Paused;
        if (!current || item.runs.empty() || item.runs.back().started_at_ms >= last_start)
            continue;
        item.state = ItemState::Done;
        if (!item.runs.back().ended_at_ms)
            item.runs.back().ended_at_ms = last_start;
    }
}

Speaker speaker_row(Query& query)
{
    Speaker speaker;
    speaker.id = query.id<SpeakerId>();
    speaker.item = query.id<ItemId>();
    speaker.person = query.id<PersonId>();
    speaker.rank = query.text();
    speaker.limit_s = query.integer();
    speaker.requested_at_ms = query.number();
    speaker.started_at_ms = query.optional_number();
    speaker.ended_at_ms = query.optional_number();
    return speaker;
}

std::vector<SpokenTime> people_of(const Attendance& attendance)
{
    std::vector<SpokenTime> people;
    for (const auto& row : attendance.rows) {
        if (row.stays.empty())
            continue;
        SpokenTime person;
        person.person = row.person;
        person.name = row.name;
        person.number = row.number;
        person.present = present_now(row);
        person.is_guest = row.is_guest;
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace

Agenda read_agenda(const Record& record, MeetingId meeting)
{
    Query query(record, R"sql(
        SELECT agenda_item.id, agenda_item.rank, agenda_item.part, agenda_item.kind, agenda_item.title,
               agenda_item.short_title, agenda_item.presenter, coalesce(member.name, guest.name, ''),
               agenda_item.planned_s, agenda_item.added_s, agenda_item.state, agenda_item.carried_from,
               task.due_on, agenda_item.secret,
               (SELECT count(*) FROM entry
                WHERE entry.meeting = :meeting AND entry.item = agenda_item.id AND entry.removed = 0)
        FROM agenda_item
        LEFT JOIN member ON member.id = agenda_item.presenter
        LEFT JOIN guest ON guest.id = agenda_item.presenter
        LEFT JOIN task ON task.id = agenda_item.carried_from
        WHERE agenda_item.meeting = :meeting
          AND (agenda_item.removed = 0 OR EXISTS (
              -- Removed on one device while another recorded under it: nobody's words go away.
              SELECT 1 FROM entry
              WHERE entry.meeting = :meeting AND entry.item = agenda_item.id AND entry.removed = 0))
        ORDER BY agenda_item.rank, agenda_item.id)sql");
    query.bind(":meeting", meeting);
    Agenda agenda;
    agenda.meeting = meeting;
    while (query.next()) {
        AgendaItem item;
        item.id = query.id<ItemId>();
        item.rank = query.text();
        item.part = query.word<Part>();
        item.kind = query.word<ItemKind>();
        item.title = query.text();
        item.short_title = query.text();
        if (item.short_title.empty())
            item.short_title = item.title;
        item.presenter = query.optional_id<PersonId>();
        item.presenter_name = query.text();
        item.planned_s = query.integer();
        item.added_s = query.integer();
        item.state = query.word<ItemState>();
        item.carried_from = query.optional_id<EntryId>();
        item.carried_due_on = query.optional_date();
        item.secret = query.flag();
        item.entries = query.integer();
        agenda.items.push_back(std::move(item));
    }
    // Parts stay together whatever ranks two devices gave at the same time.
    std::stable_sort(agenda.items.begin(), agenda.items.end(),
        [](const AgendaItem& a, const AgendaItem& b) { return a.part < b.part; });
    add_runs(record, agenda);
    keep_one_running(agenda);
    return agenda;
}

SpeakerList read_speakers(const Record& record, MeetingId meeting)
{
    SpeakerList list;
    list.people = people_of(read_attendance(record, meeting));
    const Agenda agenda = read_agenda(record, meeting);
    const AgendaItem* running = current_item(agenda);
    Query query(record, R"sql(
        SELECT id, item, person, rank, limit_s, requested_at_ms, started_at_ms, ended_at_ms
        FROM speaker WHERE meeting = :meeting AND removed = 0
        ORDER BY rank, id)sql");
    query.bind(":meeting", meeting);
    const UnixMs now = record.clock().now_ms();
    while (query.next()) {
        Speaker speaker = speaker_row(query);
        const auto who = std::find_if(list.people.begin(), list.people.end(),
            [&](const SpokenTime& person) { return person.person == speaker.person; });
        if (who == list.people.end())
            continue;
        speaker.name = who->name;
        speaker.number = who->number;
        if (speaker.started_at_ms && speaker.ended_at_ms)
            who->spoken_ms += spoken_ms(speaker, now);
        else if (speaker.started_at_ms
            && (!list.current || *list.current->started_at_ms <= *speaker.started_at_ms))
            list.current = speaker; // Of two that two devices started, the later has the floor.
        else if (running && speaker.item == running->id)
            list.waiting.push_back(speaker);
    }
    return list;
}

} // namespace chibo
