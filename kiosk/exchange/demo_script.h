// What happened at the demo committee's meetings, worked out from data/demo and one day: no record
// yet, so that the same arguments give the same meetings. exchange/demo.cpp writes them down.
#pragma once

#include <string>
#include <vector>

#include "exchange/demo_data.h"
#include "meeting/minutes.h"

namespace chibo {

/// An entry, `minute` after its item began. People are named by their number in the cell; 0 is
/// nobody.
struct ScriptEntry {
    EntryKind kind = EntryKind::Opinion;
    int minute = 0;
    int speaker = 0;
    std::string text;
    VotePurpose purpose = VotePurpose::Other;
    Date due_on {}; // Of a task; its owner is the speaker.
    std::optional<Date> done_on {};
};

struct ScriptItem {
    DemoItem item; // With its titles filled in.
    int presenter = 0;
    int used_minutes = 0;
    std::vector<ScriptEntry> entries;
};

struct ScriptAbsence {
    int member = 0;
    AbsenceKind kind = AbsenceKind::Excused;
    AbsenceReason reason = AbsenceReason::None;
};

struct ScriptCritique {
    DemoCritique said;
    Date due_on;
};

/// How far a meeting has come on the demo's day.
enum class ScriptEnd { Sealed, WaitsForSignatures, Planned };

struct ScriptMeeting {
    MeetingKind kind = MeetingKind::Regular;
    std::string title, place;
    UnixMs start_ms = 0;
    ScriptEnd end = ScriptEnd::Sealed;
    std::vector<ScriptItem> items;
    std::vector<ScriptAbsence> absences;
    std::string guest_name, guest_organisation; // Empty: no guest.
    GuestKind guest_kind = GuestKind::Guest;
    /// The cell's critique, in the item that gives out the tasks; due days are filled in.
    std::vector<ScriptCritique> critiques;
};

/// All meetings of a cell, oldest first: `years` of them before the day's, the day's, and those
/// planned after it.
[[nodiscard]] std::vector<ScriptMeeting> demo_meetings(
    const DemoData& data, const DemoCell& cell, int years, Date day);

} // namespace chibo
