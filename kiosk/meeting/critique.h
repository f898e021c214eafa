// Self-critique and critique: what was said of whom, how it was taken, what is to be put right and
// whether it was. All of it is level C (design.md, "Who sees what").
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/clock.h"
#include "meeting/dates.h"
#include "meeting/ids.h"
#include "meeting/meeting.h"
#include "meeting/words.h"

namespace chibo {

/// What the data calls something, in both languages.
struct CritiqueLabel {
    std::string vi, en;
};

/// A kind of remark, an answer or a self-rating: all of them are data, the record keeps the id.
struct CritiqueKind {
    std::string id;
    CritiqueLabel label;
    std::string icon; // As Material Icons name it.
    std::string tone; // green, amber, red, blue, gold; else neutral.
};

struct CritiqueSection {
    std::string id;
    CritiqueLabel label, advice;
    bool about_another = false; // A suggestion to a person who is picked beside it.
};

/// What a member writes before the meeting: the year's self-critique, the month's prompt sheet.
struct CritiqueForm {
    std::string id;
    CritiqueLabel title, hand_in;
    std::vector<MeetingKind> meetings; // Before which of them it is written.
    int due_days_before = 0;
    bool whole = false; // Each section must be written before it is handed in.
    std::vector<CritiqueSection> sections;
    std::vector<CritiqueKind> ratings; // Empty: the round has no self-rating.
};

/// Sections, kinds and figures by the day from which they hold (data/critique).
struct CritiqueRules {
    std::string id;
    Date valid_from;
    int turn_s = 300;
    int due_soon_days = 7; // So many days before its day a commitment is on Home.
    CritiqueKind self; // The remark by which a turn begins.
    std::vector<CritiqueKind> remarks, answers;
    std::vector<CritiqueForm> forms;
    std::vector<std::string> item_kinds; // Agenda items that lead into a critique.
    std::vector<std::string> phrases; // Offered above the keyboard.
    CritiqueLabel minutes_line; // {count} members: all that the minutes say by themselves.
};

[[nodiscard]] const CritiqueRules* critique_rules_on(
    const std::vector<CritiqueRules>& sets, Date day);
/// Nothing for an id that a newer device wrote.
[[nodiscard]] const CritiqueKind* kind_named(
    const std::vector<CritiqueKind>& kinds, std::string_view id);
[[nodiscard]] const CritiqueForm* form_named(const CritiqueRules& rules, std::string_view id);
/// What is written before such a meeting; nothing where none is.
[[nodiscard]] const CritiqueForm* form_before(const CritiqueRules& rules, MeetingKind kind);

/// Whether the critique is opened from an agenda item of this kind.
[[nodiscard]] bool leads_to_critique(const CritiqueRules& rules, std::string_view item_kind);

/// Who may see what of a critique: chair and clerk of its meeting all, everybody else own rows.
enum class CritiqueSight { Nothing, OwnRows, All };
/// `role` as Viewer and Actor have it; no member: the room.
[[nodiscard]] CritiqueSight critique_sight(
    const Meeting& meeting, const std::optional<MemberId>& member, std::string_view role);
/// The same of what is followed over the years: the cell's secretary and clerk see all.
[[nodiscard]] CritiqueSight follow_up_sight(
    const std::optional<MemberId>& member, std::string_view role);

struct CritiqueAnswer {
    std::string kind; // Of CritiqueRules::answers.
    std::string text;
    UnixMs at_ms = 0;
};

struct Remark {
    RemarkId id {};
    ItemId session {};
    MemberId about {};
    PersonId from {};
    std::string from_name {};
    int from_number = 0;
    std::string kind {}; // Of CritiqueRules::remarks, or the self-critique.
    std::string text {};
    UnixMs at_ms = 0;
    bool to_absent = false; // Who it is about was not there.
    std::optional<CritiqueAnswer> answer {};
    std::optional<Date> carried_from {}; // The meeting's day, where it waits since an earlier one.
};

struct CritiqueConclusion {
    CritiqueConclusionId id {};
    MemberId about {};
    std::string text {};
    std::optional<Date> due_on {};
    UnixMs at_ms = 0;
    std::optional<EntryId> released_as {}; // The entry of the minutes that the chair released.
};

enum class CommitmentState { Open, UnderWay, PutRight, NotPutRight };
template <> struct Words<CommitmentState> {
    static constexpr std::array<std::string_view, 4> all {
        "open", "under_way", "put_right", "not_put_right"};
};

/// What somebody said about how it stands; only ever added.
struct CommitmentCheck {
    CommitmentCheckId id {};
    CommitmentState state = CommitmentState::Open;
    std::string evidence {};
    MemberId confirmed_by {};
    std::string confirmed_by_name {};
    std::optional<ItemId> session {}; // The critique in which it was asked.
    UnixMs at_ms = 0;
};

/// A shortcoming or a commitment that is followed until it is put right.
struct Commitment {
    CommitmentId id {};
    MemberId member {}; // Whose.
    std::string member_name {};
    int member_number = 0;
    std::string text {};
    std::string measure {};
    std::string source {}; // monthly, yearly, inspection, superior
    std::optional<ItemId> session {}; // The critique it came of.
    Date given_on {};
    std::optional<Date> due_on {};
    std::vector<CommitmentCheck> checks {}; // The oldest first.
};

/// As the last check says; none: open.
[[nodiscard]] CommitmentState state_of(const Commitment& commitment);
[[nodiscard]] bool still_open(CommitmentState state); // Open or under way.
/// Open, and due by this day.
[[nodiscard]] bool due_by(const Commitment& commitment, Date day);

enum class TurnState {
    Waiting,
    Now,
    Left, // Begun, left in the middle, to be resumed.
    Done,
    Absent, // Not in the room and not called.
};

/// One member of the cell in a critique.
struct CritiquePerson {
    MemberId member {};
    std::string name {};
    int number = 0;
    bool present = false;
    bool left_cell = false; // Removed from the roster since.
    std::optional<TurnId> turn {};
    TurnState state = TurnState::Waiting;
    int order = 0; // Called as which one; 0: not called.
    int limit_s = 0;
    std::int64_t used_ms = 0; // Of ended stretches.
    std::optional<UnixMs> running_since_ms {};
    bool handed_in = false; // A self-critique or a prompt sheet for this meeting.
    bool concluded = false;
};

/// A critique as its screen shows it.
struct Critique {
    MeetingId meeting {};
    ItemId session {}; // The agenda item in which it is held; nil: none has begun.
    /// All of its items: two devices may each have begun it in another one, and it is one all the
    /// same.
    std::vector<ItemId> sessions {};
    std::string item_title {};
    std::optional<UnixMs> started_at_ms {}, ended_at_ms {};
    std::vector<CritiquePerson> people {}; // By given name.
};

/// What was said of a commitment in this critique, if it was asked.
[[nodiscard]] const CommitmentCheck* check_of(
    const Commitment& commitment, const Critique& critique);
[[nodiscard]] std::int64_t turn_used_ms(const CritiquePerson& person, UnixMs now);
/// Whose turn it is, or who is to come back first where one was left in the middle.
[[nodiscard]] const CritiquePerson* current_person(const Critique& critique);
/// Who is called next: those in the room who had no turn, in the list's order behind the current
/// one.
[[nodiscard]] const CritiquePerson* next_person(const Critique& critique);
/// How many turns there are to be: those in the room, and who had a turn already.
[[nodiscard]] int turns_in_all(const Critique& critique);

/// A self-critique or prompt sheet that was handed in.
struct HandedIn {
    SelfCritiqueId id {};
    MemberId member {};
    MeetingId meeting {};
    std::string form {}, rating {};
    std::optional<MemberId> to_member {}; // Whom a suggestion is for.
    UnixMs handed_in_at_ms = 0;
    struct Section {
        std::string id, text;
    };
    std::vector<Section> sections {};
};

/// What the screen of a critique shows of one person.
struct CritiqueTurn {
    std::vector<Commitment> commitments {}; // Open ones, and those asked in this critique.
    std::vector<Remark> remarks {}; // Unanswered ones of earlier critiques first.
    std::optional<CritiqueConclusion> conclusion {};
    std::vector<HandedIn> handed_in {};
};

/// A critique that a member had, for the history over the years.
struct PastCritique {
    ItemId session {};
    std::string title {}; // Of the meeting.
    Date held_on {};
    std::vector<Remark> remarks {};
    std::optional<CritiqueConclusion> conclusion {};
};

struct CritiqueHistory {
    std::vector<PastCritique> critiques {}; // The latest first.
    std::vector<Commitment> commitments {}; // The latest first.
};

} // namespace chibo
