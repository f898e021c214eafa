// What the clerk records under an item, and the timeline in which arrivals and departures enter by
// themselves.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/agenda.h"
#include "meeting/attendance.h"
#include "meeting/meeting.h"
#include "meeting/member.h"
#include "meeting/task.h"
#include "meeting/vote.h"
#include "meeting/words.h"

namespace chibo {

enum class EntryKind { Opinion, Conclusion, Task, Vote };
template <> struct Words<EntryKind> {
    static constexpr std::array<std::string_view, 4> all {"opinion", "conclusion", "task", "vote"};
};

struct Entry {
    EntryId id;
    ItemId item;
    EntryKind kind = EntryKind::Opinion;
    std::optional<PersonId> speaker;
    std::string speaker_name;
    int speaker_number = 0;
    bool speaker_is_guest = false;
    std::string text; // Of a vote: the motion.
    UnixMs at_ms = 0;
    std::optional<Task> task; // Of a task.
    std::optional<Vote> vote; // Of a vote.
    bool removed = false;
};

enum class TimelineKind {
    Entry,
    Arrival, // After the opening.
    Departure,
    Return,
    ItemStarted,
    ItemPaused,
    ItemResumed,
    ItemEnded,
    Prolonged,
};

/// One line of an item's timeline. `entry` is set for Entry only; the person for arrivals and
/// departures.
struct TimelineRow {
    TimelineKind kind = TimelineKind::Entry;
    UnixMs at_ms = 0;
    std::optional<Entry> entry;
    PersonId person;
    std::string name;
    int number = 0;
    bool is_guest = false;
};

struct Amendment {
    AmendmentId id;
    MemberId author;
    std::string author_name;
    std::string reason, text;
    UnixMs at_ms = 0;
};

/// Whether the reading of an item still stands: an edit after it voids it.
struct Reading {
    ItemId item;
    UnixMs read_at_ms = 0;
    bool valid = false; // The item still says what was read.
    UnixMs since_ms = 0; // When what it says now was first read; 0: never.
};

enum class SignRole { Chair, Clerk };
template <> struct Words<SignRole> {
    static constexpr std::array<std::string_view, 2> all {"chair", "clerk"};
};

struct Signature {
    SignRole role = SignRole::Chair;
    MemberId member;
    std::string name;
    std::string strokes; // Bytes of ui/widgets/signature_pad.h.
    UnixMs signed_at_ms = 0;
    bool valid = false; // Over the text as it is now.
};

/// Everything of one meeting: what papers, the canonical text and `meeting show` are made from.
struct MinutesContent {
    Meeting meeting;
    Cell cell;
    CellHeading heading;
    std::optional<Member> chair, clerk;
    Attendance attendance; // As it is now.
    std::optional<Opening> opening; // As announced.
    Agenda agenda;
    std::vector<Entry> entries; // Not removed; by item, then by time.
};

/// Entries under one item, in order of time.
[[nodiscard]] std::vector<Entry> entries_of(const MinutesContent& content, ItemId item);
/// An item's timeline: its entries, and what happened by itself while it ran.
[[nodiscard]] std::vector<TimelineRow> timeline(
    const AgendaItem& item, const std::vector<Entry>& entries, const Attendance& attendance);

} // namespace chibo
