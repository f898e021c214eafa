#include "record/minutes_commands.h"

#include "record/guards.h"
#include "record/minutes_queries.h"
#include "record/query.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

Result<void> sound(const EntryDraft& draft)
{
    if (draft.text.find_first_not_of(" \t\n") == std::string::npos)
        return refuse("minutes.no_text");
    if (draft.kind == EntryKind::Opinion && !draft.speaker)
        return refuse("minutes.no_speaker");
    if (draft.kind == EntryKind::Task && !draft.owner)
        return refuse("minutes.no_owner");
    if (draft.kind == EntryKind::Task && (!draft.due_on || !draft.due_on->valid()))
        return refuse("minutes.no_due");
    if (draft.kind == EntryKind::Vote && (!draft.vote || !adds_up(*draft.vote)))
        return refuse("minutes.vote_open");
    return {};
}

/// An entry that is there already stays though another device has removed its item meanwhile.
enum class RemovedItem { Refused, Stays };

Result<void> takes_entries(
    Changes& changes, MeetingId meeting, ItemId item, RemovedItem removed = RemovedItem::Refused)
{
    Query query(changes, R"sql(
        SELECT secret, removed FROM agenda_item WHERE id = :item AND meeting = :meeting)sql");
    query.bind(":item", item).bind(":meeting", meeting);
    if (!query.next())
        return refuse("agenda.unknown_item");
    const bool secret = query.flag();
    if (query.flag() && removed == RemovedItem::Refused)
        return refuse("agenda.unknown_item");
    return secret ? Result<void>(refuse("minutes.secret")) : Result<void>();
}

void write_task(Changes& changes, EntryId id, const EntryDraft& draft)
{
    Query(changes, R"sql(
        INSERT INTO task (id, meeting, owner, due_on) VALUES (:id, :meeting, :owner, :due_on)
        ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, due_on = excluded.due_on)sql")
        .bind(":id", id)
        .bind(":meeting", draft.meeting)
        .bind(":owner", *draft.owner)
        .bind(":due_on", *draft.due_on)
        .run();
}

void write_vote(Changes& changes, EntryId id, const EntryDraft& draft)
{
    const Vote& vote = *draft.vote;
    Query(changes, R"sql(
        INSERT INTO vote (id, meeting, purpose, method, entitled_present, base, base_kind, majority, yes, no,
                          other, reserved)
        VALUES (:id, :meeting, :purpose, :method, :entitled_present, :base, :base_kind, :majority, :yes, :no,
                :other, :reserved)
        ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose, method = excluded.method,
            entitled_present = excluded.entitled_present, base = excluded.base, base_kind = excluded.base_kind,
            majority = excluded.majority, yes = excluded.yes, no = excluded.no, other = excluded.other,
            reserved = excluded.reserved)sql")
        .bind(":id", id)
        .bind(":meeting", draft.meeting)
        .bind(":purpose", word(vote.purpose))
        .bind(":method", word(vote.method))
        .bind(":entitled_present", vote.entitled_present)
        .bind(":base", vote.base)
        .bind(":base_kind", word(vote.base_kind))
        .bind(":majority", word(vote.majority))
        .bind(":yes", vote.yes)
        .bind(":no", vote.no)
        .bind(":other", vote.other)
        .bind(":reserved", vote.reserved)
        .run();
}

void write_details(Changes& changes, EntryId id, const EntryDraft& draft)
{
    if (draft.kind == EntryKind::Task)
        write_task(changes, id, draft);
    if (draft.kind == EntryKind::Vote)
        write_vote(changes, id, draft);
}

/// What recording and editing both ask: the meeting open to changes, the draft's own sense.
Result<void> may_write(Changes& changes, const EntryDraft& draft)
{
    const auto meeting = changeable_meeting(changes, draft.meeting);
    if (!meeting)
        return tl::unexpected(meeting.error());
    if (meeting->state == MeetingState::Planned)
        return refuse("meeting.not_running");
    return sound(draft);
}

Result<void> record_draft(Changes& changes, const EntryDraft& draft, EntryId id)
{
    if (auto fine = may_write(changes, draft); !fine)
        return fine;
    if (auto fine = takes_entries(changes, draft.meeting, draft.item); !fine)
        return fine;
    if (id.nil())
        id = changes.make_id<EntryId>();
    Query(changes, R"sql(
        INSERT INTO entry (id, meeting, item, kind, speaker, text, at_ms)
        VALUES (:id, :meeting, :item, :kind, :speaker, :text, :at_ms))sql")
        .bind(":id", id)
        .bind(":meeting", draft.meeting)
        .bind(":item", draft.item)
        .bind(":kind", word(draft.kind))
        .bind(":speaker", draft.speaker)
        .bind(":text", draft.text)
        .bind(":at_ms", draft.at_ms.value_or(meeting_now_ms(changes.record(), draft.meeting)))
        .run();
    write_details(changes, id, draft);
    return {};
}

Result<void> edit_draft(Changes& changes, EntryId entry, const EntryDraft& draft)
{
    const auto before = read_entry(changes.record(), entry);
    if (!before)
        return refuse("minutes.unknown_entry");
    if (auto fine = may_write(changes, draft); !fine)
        return fine;
    const auto gone = draft.item == before->item ? RemovedItem::Stays : RemovedItem::Refused;
    if (auto fine = takes_entries(changes, draft.meeting, draft.item, gone); !fine)
        return fine;
    Query(changes, R"sql(
        UPDATE entry SET item = :item, kind = :kind, speaker = :speaker, text = :text, at_ms = :at_ms
        WHERE id = :id)sql")
        .bind(":id", entry)
        .bind(":item", draft.item)
        .bind(":kind", word(draft.kind))
        .bind(":speaker", draft.speaker)
        .bind(":text", draft.text)
        .bind(":at_ms", draft.at_ms.value_or(before->at_ms))
        .run();
    write_details(changes, entry, draft);
    return {};
}

/// Which meeting an entry is of; nil for an unknown one.
MeetingId meeting_of(Changes& changes, EntryId entry)
{
    Query query(changes, "SELECT meeting FROM entry WHERE id = :id");
    query.bind(":id", entry);
    return query.next() ? query.id<MeetingId>() : MeetingId {};
}

Command set_removed(std::string name, EntryId entry, bool removed)
{
    return {std::move(name), [entry, removed](Changes& changes) -> Result<void> {
                const auto meeting = changeable_meeting(changes, meeting_of(changes, entry));
                if (!meeting)
                    return tl::unexpected(meeting.error());
                Query(changes, "UPDATE entry SET removed = :removed WHERE id = :id")
                    .bind(":id", entry)
                    .bind(":removed", removed)
                    .run();
                return {};
            }};
}

std::string command_name(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Task:
        return "record_task";
    case EntryKind::Vote:
        return "record_vote";
    case EntryKind::Conclusion:
        return "record_conclusion";
    case EntryKind::Opinion:
        break;
    }
    return "record_opinion";
}

} // namespace

Command record_entry(EntryDraft draft, EntryId id)
{
    return {command_name(draft.kind), [draft = std::move(draft), id](Changes& changes) {
                return record_draft(changes, draft, id);
            }};
}

Command edit_entry(EntryId entry, EntryDraft draft)
{
    return {"edit_entry", [entry, draft = std::move(draft)](Changes& changes) {
                return edit_draft(changes, entry, draft);
            }};
}

Command move_entry(EntryId entry, ItemId item)
{
    return {"move_entry", [entry, item](Changes& changes) -> Result<void> {
                const MeetingId id = meeting_of(changes, entry);
                const auto meeting = changeable_meeting(changes, id);
                if (!meeting)
                    return tl::unexpected(meeting.error());
                if (auto fine = takes_entries(changes, id, item); !fine)
                    return fine;
                Query(changes, "UPDATE entry SET item = :item WHERE id = :id")
                    .bind(":id", entry)
                    .bind(":item", item)
                    .run();
                return {};
            }};
}

Command remove_entry(EntryId entry)
{
    return set_removed("remove_entry", entry, true);
}

Command restore_entry(EntryId entry)
{
    return set_removed("restore_entry", entry, false);
}

Command set_task_state(EntryId task, TaskState state, std::string result)
{
    return {"set_task_state",
        [task, state, result = std::move(result)](Changes& changes) -> Result<void> {
            const auto closed
                = still_open(state) ? std::nullopt : std::optional<Date>(date_of(changes.now_ms()));
            Query(changes, R"sql(
                    UPDATE task SET state = :state, result = :result, closed_on = :closed_on
                    WHERE id = :id)sql")
                .bind(":id", task)
                .bind(":state", word(state))
                .bind(":result", result)
                .bind(":closed_on", closed)
                .run();
            return {};
        }};
}

} // namespace chibo
