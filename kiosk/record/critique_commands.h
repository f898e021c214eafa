// Changes of a critique. Chair and clerk of its meeting make them (else critique.not_yours), while
// the meeting runs and the critique has not ended (critique.ended); answers also who is concerned.
// Turns, remarks, conclusions with commitments, and handing in are a .cpp each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/critique.h"
#include "record/record.h"

namespace chibo {

/// Begins it in an agenda item of a running meeting; goes on where it had ended.
[[nodiscard]] Command start_critique(MeetingId meeting, ItemId item);
/// Ends the turn and the critique. `line` is all that the minutes say of it by themselves; empty:
/// they say so already.
[[nodiscard]] Command end_critique(ItemId session, std::string line);

/// What becomes of the turn that runs when another is called.
enum class LastTurn { Done, Left };
/// Gives a member the turn: a first one or one that was left. Refused for who has left the cell
/// (critique.left_cell).
[[nodiscard]] Command call_member(ItemId session, MemberId member, int limit_s, LastTurn last);
/// The turn stands still: something else comes first.
[[nodiscard]] Command leave_turn(ItemId session);

struct RemarkDraft {
    ItemId session {};
    MemberId about {};
    std::optional<PersonId> from {};
    std::string kind {};
    std::string text {};
};
/// Refused without words (critique.no_text) or speaker (critique.no_speaker). Who is not in the
/// room can be spoken of: it is marked, and answered at the next meeting.
[[nodiscard]] Command record_remark(RemarkDraft draft, RemarkId id = {});
[[nodiscard]] Command edit_remark(RemarkId remark, RemarkDraft draft);
[[nodiscard]] Command remove_remark(RemarkId remark);
/// The last answer holds. Also by the member it is about, on own pages.
[[nodiscard]] Command answer_remark(RemarkId remark, std::string kind, std::string text);

struct ConclusionDraft {
    ItemId session {};
    MemberId about {};
    std::string text {};
    std::optional<Date> due_on {}; // With a day it is followed up as a commitment.
};
/// Replaces the words and the day of one that is there.
[[nodiscard]] Command conclude_turn(ConclusionDraft draft);
/// Puts the chair's words (not the critique's) into the minutes. Only the chair
/// (critique.chair_releases).
[[nodiscard]] Command release_conclusion(CritiqueConclusionId conclusion, std::string text);

/// What is followed though no critique gave it: an inspection's or a superior's remark.
[[nodiscard]] Command add_commitment(Commitment commitment);
struct CheckDraft {
    CommitmentId commitment {};
    CommitmentState state = CommitmentState::Open;
    std::string evidence {};
    std::optional<ItemId> session {};
};
/// Chair and clerk say how it stands; the member concerned may say that it is under way, with the
/// evidence (else critique.chair_confirms).
[[nodiscard]] Command check_commitment(CheckDraft draft, CommitmentCheckId id = {});

struct HandInDraft {
    MemberId member {};
    MeetingId meeting {};
    std::string form {}, rating {};
    std::optional<MemberId> to_member {};
    std::vector<HandedIn::Section> sections {};
};
/// Hands in and drops the sealed draft, in one. Refused by anybody but the member
/// (critique.not_yours), where one was handed in (critique.handed_in) or a section is empty
/// (critique.not_whole), as the form asks.
[[nodiscard]] Command hand_in(HandInDraft draft);

/// Every reading, printing and export of level C is an entry with who and when.
struct NotedReading {
    std::string what; // critique, history, own_page, meeting_show, …
    std::string how; // screen, command_line, paper
    std::optional<ItemId> session {};
    std::optional<MemberId> about {};
};
[[nodiscard]] Command note_reading(NotedReading reading);

} // namespace chibo
