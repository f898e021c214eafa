// A meeting: what was planned, who leads it, how far it has come.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/clock.h"
#include "meeting/dates.h"
#include "meeting/ids.h"
#include "meeting/words.h"

namespace chibo {

enum class MeetingKind { Regular, Thematic, Combined, Review, Extraordinary, FlagSalute, Congress };
template <> struct Words<MeetingKind> {
    static constexpr std::array<std::string_view, 7> all {
        "regular", "thematic", "combined", "review", "extraordinary", "flag_salute", "congress"};
};

enum class MeetingState { Planned, Open, Closing, Sealed };
template <> struct Words<MeetingState> {
    static constexpr std::array<std::string_view, 4> all {"planned", "open", "closing", "sealed"};
};

struct Meeting {
    MeetingId id;
    MeetingKind kind = MeetingKind::Regular;
    std::string title;
    UnixMs planned_start_ms = 0;
    std::string place;
    std::optional<MemberId> chair, clerk;
    std::string template_id;
    std::string rule_set;
    int limit_minutes = 90;
    MeetingState state = MeetingState::Planned;
    std::optional<UnixMs> check_in_at_ms; // Check-in was opened.
    std::optional<UnixMs> opened_at_ms, closed_at_ms;
    bool clerk_runs_agenda = false;
    std::optional<std::string> cancelled; // Why; on no list but that of all meetings.
};

/// What may be done with a meeting now. Check-in goes on after the start: who comes late still
/// checks in.
[[nodiscard]] bool check_in_open(const Meeting& meeting);
[[nodiscard]] bool running(const Meeting& meeting); // Opened by the chair and not closed.
[[nodiscard]] bool may_change(const Meeting& meeting); // Not sealed.
/// When it should end: the opening (else the planned start) and its minutes.
[[nodiscard]] UnixMs planned_end_ms(const Meeting& meeting);

/// A meeting as lists show it.
struct MeetingSummary {
    Meeting meeting;
    std::string chair_name, clerk_name;
    int chair_number = 0, clerk_number = 0;
    int planned_minutes = 0; // The agenda's sum.
    int required = 0, present = 0; // As announced; before the opening, as they are now.
    int tasks = 0; // Given in it.
    int entries = 0;
    bool chair_signed = false, clerk_signed = false; // Over the text as it is now.
};

/// Whoever the record calls the meeting of now: the running one, else today's next, else the last
/// of today.
[[nodiscard]] const Meeting* current_meeting(const std::vector<Meeting>& meetings, Date today);

} // namespace chibo
