// The agenda: for the chair the item's clock, the order of items and the speakers; for the room
// titles and times.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "meeting/agenda.h"
#include "meeting/minutes.h"
#include "ui/screen.h"
#include "ui/screens/agenda_sheets.h"
#include "ui/widgets/rows.h"

namespace chibo {

class ScrollScope;

class AgendaScreen final : public Screen {
public:
    /// No meeting: the one of now.
    explicit AgendaScreen(MeetingId meeting) : m_asked(meeting) {}

    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    [[nodiscard]] Resting resting() const override;

private:
    // What the viewer may do.
    [[nodiscard]] bool leads() const; // Runs the agenda: the chair, and the clerk where allowed.
    [[nodiscard]] bool sees_who_spoke() const; // The chair only.
    [[nodiscard]] bool asks_for_floor() const; // Anybody, while an item runs.

    // The meeting's own time: what was read, and what has gone by since.
    [[nodiscard]] UnixMs now(const Ui& ui) const;
    void ask_for_next_second(Ui& ui) const;

    /// A toast that names the item, with its undo.
    [[nodiscard]] static After told(std::string key, const AgendaItem& item);

    // agenda_screen.cpp: the layouts and the sheets.
    void draw_nothing(Ui& ui, Commands& commands);
    void draw_side_by_side(Ui& ui, Commands& commands, Rect work);
    void draw_portrait(Ui& ui, Commands& commands, Rect work);
    void draw_compact(Ui& ui, Commands& commands, Rect work);
    void draw_so_far(Ui& ui, const Rect& rect);
    void draw_sheets(Ui& ui, Commands& commands);
    void give_item(Commands& commands, const ItemSheet::Answer& answer);
    void give_person(Commands& commands, const PeopleSheet::Answer& answer);

    // agenda_clock.cpp: ring, time used, and what the chair does with the running item.
    void draw_clock(Ui& ui, Commands& commands, const Rect& rect);
    void draw_item_clock(Ui& ui, Rect rect, const AgendaItem& item);
    void draw_item_buttons(Ui& ui, Commands& commands, const Rect& rect, const AgendaItem& item);
    void draw_no_clock(Ui& ui, Rect rect);
    void draw_primary(Ui& ui, Commands& commands, const Rect& rect);
    [[nodiscard]] float clock_height() const;

    // agenda_list.cpp: the card of parts and items.
    void draw_list(Ui& ui, Commands& commands, const Rect& rect);
    void draw_list_header(Ui& ui, Rect rect);
    [[nodiscard]] float draw_items(Ui& ui, Commands& commands, ScrollScope& list, const Rect& view);
    void draw_part(Ui& ui, Rect row, const PartSummary& part);
    void draw_item(Ui& ui, const Rect& row, std::size_t index);
    void draw_item_time(Ui& ui, const Rect& rect, const AgendaItem& item);
    void drop_item(Commands& commands, const Moved& moved);
    [[nodiscard]] bool folded(const PartSummary& part) const;
    [[nodiscard]] float list_height(Ui& ui) const;

    // agenda_speakers.cpp: who asks for the floor, has it, has had it.
    void draw_speakers(Ui& ui, Commands& commands, const Rect& rect);
    void draw_speakers_header(Ui& ui, Rect rect);
    void draw_current_speaker(Ui& ui, Commands& commands, const Rect& row);
    void draw_next_speaker(Ui& ui, Commands& commands, const Rect& row);
    void draw_waiting(Ui& ui, Commands& commands, const Rect& view);
    void draw_waiting_row(Ui& ui, const Rect& row, std::size_t index);
    void draw_silent(Ui& ui, const Rect& rect);
    void drop_speaker(Commands& commands, const Moved& moved);
    [[nodiscard]] float speakers_height(float most) const;

    MeetingId m_asked;
    Viewer m_viewer;
    std::optional<Meeting> m_meeting;
    Agenda m_agenda;
    SpeakerList m_speakers;
    std::vector<Entry> m_so_far; // Of the current item; officers only.
    int m_prolong_s = 300;
    bool m_rests = false; // As the cell has set it; else a running agenda stays.
    UnixMs m_read_at_ms = 0; // The meeting's time when this was read …
    std::int64_t m_read_elapsed_ms = 0; // … and the machine's.

    std::array<std::optional<bool>, 3> m_unfolded; // Parts that were touched.
    ItemId m_shown_item; // The current item that was last scrolled to.
    ReorderState m_item_order;
    ReorderState m_speaker_order;
    std::optional<ItemSheet> m_item_sheet;
    std::optional<PeopleSheet> m_people_sheet;
};

} // namespace chibo
