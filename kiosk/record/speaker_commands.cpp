// The list of speakers: who asks for the floor, has it, has had it.
#include <algorithm>

#include "meeting/rank.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/check_in_queries.h"
#include "record/guards.h"
#include "record/item_times.h"
#include "record/query.h"
#include "record/rule_files.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

bool in_the_room(Changes& changes, MeetingId meeting, PersonId person)
{
    const auto attendance = read_attendance(changes.record(), meeting);
    return std::any_of(attendance.rows.begin(), attendance.rows.end(),
        [person](const AttendanceRow& row) { return row.person == person && present_now(row); });
}

Result<void> enlist(
    Changes& changes, const Meeting& meeting, PersonId person, std::optional<int> limit_s)
{
    const Agenda agenda = read_agenda(changes.record(), meeting.id);
    const AgendaItem* current = current_item(agenda);
    if (!current)
        return refuse("speakers.no_item");
    if (!in_the_room(changes, meeting.id, person))
        return refuse("speakers.not_present");
    const SpeakerList list = read_speakers(changes.record(), meeting.id);
    const bool waits = std::any_of(list.waiting.begin(), list.waiting.end(),
        [person](const Speaker& speaker) { return speaker.person == person; });
    if (waits || (list.current && list.current->person == person))
        return {};
    Query(changes, R"sql(
        INSERT INTO speaker (id, meeting, item, person, rank, limit_s, requested_at_ms)
        VALUES (:id, :meeting, :item, :person, :rank, :limit_s, :requested_at_ms))sql")
        .bind(":id", changes.make_id<SpeakerId>())
        .bind(":meeting", meeting.id)
        .bind(":item", current->id)
        .bind(":person", person)
        .bind(":rank", rank_between(list.waiting.empty() ? "" : list.waiting.back().rank, ""))
        .bind(":limit_s", limit_s.value_or(rules_of(meeting).speaker_limit_s))
        .bind(":requested_at_ms", meeting_now_ms(changes.record(), meeting.id))
        .run();
    return {};
}

Result<void> move(
    Changes& changes, MeetingId meeting, SpeakerId speaker, std::optional<SpeakerId> after)
{
    auto waiting = read_speakers(changes.record(), meeting).waiting;
    std::erase_if(waiting, [speaker](const Speaker& one) { return one.id == speaker; });
    std::size_t place = 0;
    for (std::size_t i = 0; after && i < waiting.size(); ++i) {
        if (waiting[i].id == *after)
            place = i + 1;
    }
    const std::string before = place == 0 ? "" : waiting[place - 1].rank;
    while (place < waiting.size() && waiting[place].rank <= before)
        ++place;
    Query(changes, "UPDATE speaker SET rank = :rank WHERE id = :id")
        .bind(":id", speaker)
        .bind(":rank", rank_between(before, place < waiting.size() ? waiting[place].rank : ""))
        .run();
    return {};
}

} // namespace

Command request_floor(MeetingId meeting, PersonId person, std::optional<int> limit_s)
{
    return {"request_floor", [meeting, person, limit_s](Changes& changes) -> Result<void> {
                const auto found = running_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                return enlist(changes, *found, person, limit_s);
            }};
}

Command start_speaker(MeetingId meeting, SpeakerId speaker)
{
    return {"start_speaker", [meeting, speaker](Changes& changes) -> Result<void> {
                const auto found = led_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                stop_speaking(changes, meeting);
                Query(changes, R"sql(
                    UPDATE speaker SET started_at_ms = :now
                    WHERE id = :id AND started_at_ms IS NULL)sql")
                    .bind(":id", speaker)
                    .bind(":now", meeting_now_ms(changes.record(), meeting))
                    .run();
                return {};
            }};
}

Command end_speaker(MeetingId meeting)
{
    return {"end_speaker", [meeting](Changes& changes) -> Result<void> {
                const auto found = led_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                stop_speaking(changes, meeting);
                return {};
            }};
}

Command move_speaker(MeetingId meeting, SpeakerId speaker, std::optional<SpeakerId> after)
{
    return {"move_speaker", [meeting, speaker, after](Changes& changes) -> Result<void> {
                const auto found = led_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                return move(changes, meeting, speaker, after);
            }};
}

Command remove_speaker(MeetingId meeting, SpeakerId speaker)
{
    return {"remove_speaker", [meeting, speaker](Changes& changes) -> Result<void> {
                const auto found = led_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                Query(changes, "UPDATE speaker SET removed = 1 WHERE id = :id")
                    .bind(":id", speaker)
                    .run();
                return {};
            }};
}

} // namespace chibo
