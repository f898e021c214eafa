// What the clerk records: opinions, conclusions, tasks, votes. Every edit keeps the old version in
// the journal.
#pragma once

#include <optional>
#include <string>

#include "meeting/minutes.h"
#include "record/record.h"

namespace chibo {

/// What "Ghi" records, and what an edit replaces.
struct EntryDraft {
    MeetingId meeting {};
    ItemId item {};
    EntryKind kind = EntryKind::Opinion;
    std::optional<PersonId> speaker {};
    std::string text {};
    std::optional<UnixMs> at_ms {}; // Now; an edit keeps the entry's.
    std::optional<MemberId> owner {}; // Of a task.
    std::optional<Date> due_on {}; // Of a task.
    std::optional<Vote> vote {}; // Of a vote.
};

/// Refused: no text (minutes.no_text), an opinion without a speaker (minutes.no_speaker), a task
/// without owner or day (minutes.no_owner, minutes.no_due), a vote that does not add up
/// (minutes.vote_open), under a secret item (minutes.secret). `id` where the caller wants to know
/// it: nil makes one.
[[nodiscard]] Command record_entry(EntryDraft draft, EntryId id = {});
[[nodiscard]] Command edit_entry(EntryId entry, EntryDraft draft);
[[nodiscard]] Command move_entry(EntryId entry, ItemId item);
[[nodiscard]] Command remove_entry(EntryId entry);
[[nodiscard]] Command restore_entry(EntryId entry);

/// Tasks go on after the meeting is sealed: state, result and day of closing are not part of its
/// minutes.
[[nodiscard]] Command set_task_state(EntryId task, TaskState state, std::string result);

} // namespace chibo
