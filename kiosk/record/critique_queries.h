// Critiques, what is followed up, and what was handed in. Level C: who asks must have asked
// critique_sight() or follow_up_sight() (meeting/critique.h) first, and notes the reading with
// note_reading() (record/critique_commands.h). Remarks, commitments, and what is handed in are a
// .cpp each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/critique.h"
#include "record/merge.h"
#include "record/record.h"

namespace chibo {

/// The one that runs, else the last of the meeting; no session: none has begun. People are there in
/// any case.
[[nodiscard]] Critique read_critique(const Record& record, MeetingId meeting);
/// Whether a critique was begun in the meeting: all that those may know who see no more.
[[nodiscard]] bool has_critique(const Record& record, MeetingId meeting);
[[nodiscard]] CritiqueTurn read_critique_turn(
    const Record& record, const Critique& critique, MemberId member);
/// The last one about the member in one critique.
[[nodiscard]] std::optional<CritiqueConclusion> read_critique_conclusion(
    const Record& record, ItemId session, MemberId member);

[[nodiscard]] std::optional<Commitment> read_commitment(
    const Record& record, CommitmentId commitment);
[[nodiscard]] std::vector<Commitment> read_commitments_of(
    const Record& record, MemberId member); // By the day given.
/// Open ones of every member of the cell; by due day, without one last.
[[nodiscard]] std::vector<Commitment> read_open_commitments(const Record& record);
/// How many are due within the days that the rules say: Home names the number and no more.
[[nodiscard]] int count_due_commitments(const Record& record, Date today);

[[nodiscard]] CritiqueHistory read_critique_history(const Record& record, MemberId member);

[[nodiscard]] std::vector<HandedIn> read_handed_in(
    const Record& record, MemberId member, MeetingId meeting);

/// What a member is to write before a coming meeting.
struct AwaitedForm {
    MeetingId meeting {};
    MeetingKind meeting_kind = MeetingKind::Regular;
    std::string meeting_title {};
    Date meeting_on {}, due_on {};
    std::string form {};
    bool handed_in = false;
};
/// The next meeting of each form, the nearest first.
[[nodiscard]] std::vector<AwaitedForm> read_awaited_forms(
    const Record& record, MemberId member, UnixMs now);

/// Whether any of these entries holds what was said in a critique, or handed in for one.
[[nodiscard]] bool holds_restricted(const std::vector<StoredEntry>& entries);

/// Whether a row of this id is level C: its history is shown to nobody who has not asked for it.
[[nodiscard]] bool is_restricted_row(const Record& record, const Uuid& id);

} // namespace chibo
