// The agenda: parts, items, the clock of an item, the forecast of the end, the speakers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/clock.h"
#include "meeting/ids.h"
#include "meeting/meeting.h"
#include "meeting/words.h"

namespace chibo {

enum class Part { Opening, Content, Closing };
template <> struct Words<Part> {
    static constexpr std::array<std::string_view, 3> all {"opening", "content", "closing"};
};

/// What an item is for: decides what is expected to be recorded under it.
enum class ItemKind {
    Other,
    Reason, // Tuyên bố lý do
    Attendance,
    AdoptAgenda,
    Information, // Thời sự, văn bản mới
    Evaluation,
    CarriedTask, // Từ kỳ trước
    Topic, // Chuyên đề
    Discussion,
    Critique,
    Tasks,
    Resolution, // A vote is expected.
    Conclusion,
    AdoptMinutes, // A vote is expected, after the reading.
};
template <> struct Words<ItemKind> {
    static constexpr std::array<std::string_view, 14> all {"", "reason", "attendance",
        "adopt_agenda", "information", "evaluation", "carried_task", "topic", "discussion",
        "critique", "tasks", "resolution", "conclusion", "adopt_minutes"};
};

enum class ItemState { Planned, Running, Paused, Done, Skipped };
template <> struct Words<ItemState> {
    static constexpr std::array<std::string_view, 5> all {
        "planned", "running", "paused", "done", "skipped"};
};

/// A stretch in which the item ran; a pause ends one.
struct ItemRun {
    UnixMs started_at_ms = 0;
    std::optional<UnixMs> ended_at_ms;
};

struct AgendaItem {
    ItemId id;
    std::string rank;
    Part part = Part::Content;
    ItemKind kind = ItemKind::Other;
    std::string title, short_title; // short_title is never empty once read: the title stands in.
    std::optional<PersonId> presenter;
    std::string presenter_name;
    int planned_s = 0, added_s = 0;
    ItemState state = ItemState::Planned;
    std::optional<EntryId> carried_from;
    std::optional<Date> carried_due_on; // The due day of that task.
    bool secret = false;
    std::vector<ItemRun> runs; // In order.
    int entries = 0; // Recorded under it.
};

struct Agenda {
    MeetingId meeting;
    std::vector<AgendaItem> items; // In order; an item's number is its place, from 1.
};

/// Asked for the floor, has it, had it.
struct Speaker {
    SpeakerId id;
    ItemId item;
    PersonId person;
    std::string name;
    int number = 0; // The avatar's tint.
    std::string rank;
    int limit_s = 300;
    UnixMs requested_at_ms = 0;
    std::optional<UnixMs> started_at_ms, ended_at_ms;
};

/// How long a person has spoken in this meeting, as the chair sees it.
struct SpokenTime {
    PersonId person;
    std::string name;
    int number = 0;
    std::int64_t spoken_ms = 0; // 0: has not spoken.
    bool present = false;
    bool is_guest = false;
};

struct SpeakerList {
    std::optional<Speaker> current;
    std::vector<Speaker> waiting; // In order.
    std::vector<SpokenTime> people; // Everybody who is or was in the room; by name.
};

enum class TimerPhase { Idle, Calm, Near, Over, Paused };
template <> struct Words<TimerPhase> {
    static constexpr std::array<std::string_view, 5> all {"idle", "calm", "near", "over", "paused"};
};

/// An item's clock at one moment.
struct ItemTimer {
    std::int64_t used_ms = 0;
    std::int64_t limit_ms = 0; // Planned and prolonged.
    std::int64_t left_ms = 0; // Below zero when over.
    int share_permille = 0; // Used of the limit; may pass 1000.
    TimerPhase phase = TimerPhase::Idle;
};

enum class ForecastTone { Early, OnTime, Late };

struct Forecast {
    UnixMs ends_at_ms = 0;
    UnixMs limit_at_ms = 0; // The opening (or planned start) and the meeting's minutes.
    int minutes_over = 0; // Below zero: minutes to spare.
    ForecastTone tone = ForecastTone::OnTime;
};

/// A part's line in the agenda: how many items, planned and used minutes, whether it is finished.
struct PartSummary {
    Part part = Part::Opening;
    int first_number = 0, items = 0;
    int planned_minutes = 0, used_minutes = 0;
    bool done = false;
};

[[nodiscard]] bool finished(ItemState state); // Done or skipped.
[[nodiscard]] std::int64_t used_ms(const AgendaItem& item, UnixMs now);
[[nodiscard]] ItemTimer item_timer(const AgendaItem& item, UnixMs now);
/// Minutes as the agenda prints them: rounded to the nearest.
[[nodiscard]] int rounded_minutes(std::int64_t duration_ms);

/// The running or paused item; none before the first and after the last.
[[nodiscard]] const AgendaItem* current_item(const Agenda& agenda);
/// The first planned item after the current one, or the first of all.
[[nodiscard]] const AgendaItem* next_item(const Agenda& agenda);
[[nodiscard]] int item_number(const Agenda& agenda, ItemId item); // From 1; 0: not in it.
[[nodiscard]] const AgendaItem* find_item(const Agenda& agenda, ItemId item);
[[nodiscard]] std::vector<PartSummary> part_summaries(const Agenda& agenda, UnixMs now);
[[nodiscard]] int planned_minutes(const Agenda& agenda);

/// Now, what is left of the current item, and the planned minutes of the rest, against the
/// meeting's limit.
[[nodiscard]] Forecast forecast(const Meeting& meeting, const Agenda& agenda, UnixMs now);

[[nodiscard]] std::int64_t spoken_ms(const Speaker& speaker, UnixMs now);
[[nodiscard]] std::vector<SpokenTime> not_spoken_yet(
    const SpeakerList& list); // Present members and guests.

} // namespace chibo
