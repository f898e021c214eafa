// The sheets of the agenda: an item to add or change, a person to put on the list of speakers, and
// what to do with one who is on it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "meeting/agenda.h"
#include "meeting/templates.h"
#include "ui/ui.h"

namespace chibo {

/// Title, part and minutes of an item; for one that is on the agenda also what the chair may do
/// with it.
class ItemSheet {
public:
    enum class What { Nothing, Add, Change, StartNow, Skip, Restore, Remove };
    struct Answer {
        What what = What::Nothing;
        PlannedItem item;
    };

    [[nodiscard]] static ItemSheet added(Part part);
    [[nodiscard]] static ItemSheet of(const AgendaItem& item, int number, MeetingState meeting);

    /// Draws it; an answer closes it.
    [[nodiscard]] Answer draw(Ui& ui);
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    void draw_fields(Ui& ui, Rect& rect);
    void draw_secret(Ui& ui, const Rect& rect);
    [[nodiscard]] What draw_acts(Ui& ui, const Rect& rect) const;
    [[nodiscard]] What draw_buttons(Ui& ui, Rect rect);

    PlannedItem m_item;
    ItemState m_state = ItemState::Planned;
    int m_number = 0; // 0: a new one.
    bool m_runs = false; // The meeting: only then can an item be started.
    bool m_has_entries = false;
    bool m_touched = false;
    bool m_focused = false; // A new item is typed at once.
    bool m_closed = false;
};

/// Everybody in the room, for the list of speakers; or one person on it.
class PeopleSheet {
public:
    enum class What { Nothing, Ask, GiveFloor, TakeOff };
    struct Answer {
        What what = What::Nothing;
        PersonId person {};
        SpeakerId speaker {};
    };
    /// Whether the chair sees who has spoken and for how long.
    enum class Times : bool { Hidden, Shown };

    [[nodiscard]] static PeopleSheet everybody(Times times);
    [[nodiscard]] static PeopleSheet waiting(const Speaker& speaker);

    [[nodiscard]] Answer draw(Ui& ui, const SpeakerList& speakers);
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    [[nodiscard]] Answer draw_people(
        Ui& ui, const Rect& rect, const std::vector<SpokenTime>& people) const;
    [[nodiscard]] Answer draw_choice(Ui& ui, Rect rect) const;

    std::optional<Speaker> m_speaker;
    Times m_times = Times::Hidden;
    bool m_closed = false;
};

/// "chưa phát biểu" or "đã nói 4:05".
[[nodiscard]] std::string spoken_words(const Ui& ui, std::int64_t spoken_ms);

} // namespace chibo
