#include "random_commands.h"

#include "meeting/critique.h"
#include "record/check_in_queries.h"
#include "record/conflict_commands.h"
#include "record/critique_commands.h"
#include "record/meeting_queries.h"
#include "record/minutes_commands.h"
#include "record/query.h"
#include "record/rule_files.h"
#include "record/sealing_commands.h"
#include "record/sealing_queries.h"

namespace chibo::test {
namespace {

const Command nothing {"nothing", [](Changes&) { return Result<void>(); }};

/// What sealing writes, without all that comes before it.
Command seal_at_once(MeetingId meeting)
{
    return {"seal_meeting", [=](Changes& changes) -> Result<void> {
                if (read_seal(changes.record(), meeting))
                    return refuse("meeting.sealed");
                Query(changes, "UPDATE meeting SET state = 'sealed' WHERE id = :id")
                    .bind(":id", meeting)
                    .run();
                Query(changes, R"sql(
                    INSERT INTO seal (id, content, hash, sealed_at_ms) VALUES (:id, :content, :hash, :at))sql")
                    .bind(":id", meeting)
                    .bind(":content", "content")
                    .bind(":hash",
                        std::span<const std::uint8_t>(hash_of(
                            std::span(reinterpret_cast<const std::uint8_t*>("content"), 7))))
                    .bind(":at", changes.now_ms())
                    .run();
                return {};
            }};
}

} // namespace

Command RandomCommands::of_minutes(const Record& record)
{
    EntryDraft draft;
    draft.meeting = any<MeetingId>(record, "meeting");
    draft.item = any<ItemId>(record, "agenda_item");
    draft.speaker = person(any<MemberId>(record, "member"));
    draft.text = words();
    draft.kind = static_cast<EntryKind>(below(4));
    if (draft.kind == EntryKind::Task) {
        draft.owner = any<MemberId>(record, "member");
        draft.due_on = day();
    }
    if (draft.kind == EntryKind::Vote) {
        draft.speaker.reset();
        const auto meeting = read_meeting(record, draft.meeting);
        draft.vote = vote_form(read_electorate(record, draft.meeting, record.clock().now_ms()),
            rules_of(meeting.value_or(Meeting {})), VotePurpose::Resolution);
        draft.vote->no = below(draft.vote->entitled_present + 1);
        draft.vote->yes = draft.vote->entitled_present - draft.vote->no;
    }
    const auto entry = any<EntryId>(record, "entry");
    switch (below(9)) {
    case 0:
    case 1:
        return edit_entry(entry, draft);
    case 2:
        return move_entry(entry, draft.item);
    case 3:
        return remove_entry(entry);
    case 4:
        return restore_entry(entry);
    case 5:
        return set_task_state(
            any<EntryId>(record, "task"), static_cast<TaskState>(below(4)), words());
    default:
        return record_entry(draft);
    }
}

Command RandomCommands::of_sealing(const Record& record)
{
    const auto meeting = any<MeetingId>(record, "meeting");
    switch (below(6)) {
    case 0:
        return chance(30) ? seal_at_once(meeting) : nothing;
    case 1:
        return seal_meeting(meeting);
    case 2:
        return amend(meeting, any<MemberId>(record, "member"), words(), words());
    case 3:
        return sign_minutes(meeting, chance(50) ? SignRole::Chair : SignRole::Clerk,
            any<MemberId>(record, "member"), "strokes");
    default:
        return read_item_back(meeting, any<ItemId>(record, "agenda_item"));
    }
}

Command RandomCommands::of_critique(const Record& record)
{
    const auto session = any<ItemId>(record, "critique_session");
    const auto member = any<MemberId>(record, "member");
    const auto remark = any<RemarkId>(record, "critique_remark");
    const RemarkDraft draft {.session = session,
        .about = member,
        .from = person(any<MemberId>(record, "member")),
        .kind = chance(50) ? "strength" : "shortcoming",
        .text = words()};
    Commitment commitment;
    commitment.member = member;
    commitment.text = words();
    commitment.source = "inspection";
    commitment.given_on = day();
    switch (below(14)) {
    case 0:
    case 1:
        return start_critique(
            any<MeetingId>(record, "meeting"), any<ItemId>(record, "agenda_item"));
    case 2:
        return end_critique(session, words());
    case 3:
        return call_member(session, member, 300, chance(50) ? LastTurn::Done : LastTurn::Left);
    case 4:
    case 5:
        return leave_turn(session);
    case 6:
        return record_remark(draft);
    case 7:
        return edit_remark(remark, draft);
    case 8:
        return remove_remark(remark);
    case 9:
        return answer_remark(remark, "accepts", words());
    case 10:
        return conclude_turn(
            {.session = session, .about = member, .text = words(), .due_on = day()});
    case 11:
        return release_conclusion(
            any<CritiqueConclusionId>(record, "critique_conclusion"), words());
    case 12:
        return add_commitment(commitment);
    default:
        return chance(50) ? note_reading({.what = "critique", .how = "screen"})
                          : check_commitment({.commitment = any<CommitmentId>(record, "commitment"),
                                .state = static_cast<CommitmentState>(below(4)),
                                .evidence = words()});
    }
}

Command RandomCommands::of_desk(const Record& record)
{
    const auto conflicts = read_conflicts(record);
    if (conflicts.empty())
        return nothing;
    const Conflict& conflict
        = conflicts[static_cast<std::size_t>(below(static_cast<int>(conflicts.size())))];
    if (conflict.kind == Conflict::Kind::Proposal)
        return chance(50)
            ? decline_proposal(conflict)
            : take_proposal(conflict, any<MemberId>(record, "member"), words(), words());
    switch (below(4)) {
    case 0:
        return keep_both(conflict);
    case 1:
        return write_common(conflict, words());
    default:
        return choose_side(
            conflict, static_cast<std::size_t>(below(static_cast<int>(conflict.sides.size()))));
    }
}

} // namespace chibo::test
