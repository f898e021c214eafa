// Home: today's meeting with its next action, what needs attention, tasks due, coming meetings, the
// last minutes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/agenda.h"
#include "record/meeting_queries.h"
#include "ui/screen.h"
#include "ui/screens/home_sheets.h"

namespace chibo {

/// The room sees today's meeting, its agenda and the coming ones; the rest is the officers'.
class HomeScreen final : public Screen {
public:
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

    static constexpr float header_height = 64; // Of a card.
    static constexpr float padding = 20; // Inside a card.

private:
    struct Boxes { // Where each card goes; empty ones are not drawn.
        Rect attention, today, tasks, agenda, coming, last;
    };
    [[nodiscard]] Boxes side_by_side(Ui& ui, const Rect& work) const;
    [[nodiscard]] Boxes in_three_columns(Ui& ui, const Rect& work) const;
    [[nodiscard]] Boxes stacked(Ui& ui, const Rect& work) const;
    [[nodiscard]] float attention_height(Ui& ui, float width) const;
    [[nodiscard]] std::vector<std::string> attention_parts(Ui& ui) const;
    [[nodiscard]] std::string attention_line(Ui& ui) const;
    void draw_cards(Ui& ui, Commands& commands, const Boxes& boxes);
    void draw_attention(Ui& ui, Commands& commands, const Rect& rect);
    void draw_coming(Ui& ui, Commands& commands, const Rect& rect);
    void draw_coming_row(
        Ui& ui, Commands& commands, const Rect& rect, const MeetingSummary& coming);
    void draw_tasks(Ui& ui, const Rect& rect);
    void draw_agenda(Ui& ui, const Rect& rect);
    void draw_last(Ui& ui, Commands& commands, const Rect& rect);
    void draw_sheet(Ui& ui, Commands& commands);
    [[nodiscard]] bool needs_attention() const;
    // home_today.cpp: today's card
    [[nodiscard]] float today_room(const Ui& ui) const; // The card's height.
    void draw_today(Ui& ui, Commands& commands, const Rect& rect);
    void draw_facts(Ui& ui, const Rect& rect, const MeetingSummary& today) const;
    void draw_second_action(
        Ui& ui, Commands& commands, Rect& row, const MeetingSummary& today) const;
    void draw_next_action(Ui& ui, Commands& commands, Rect row, const MeetingSummary& today);
    void draw_nothing_today(Ui& ui, Commands& commands, const Rect& rect);

    Viewer m_viewer;
    Home m_home;
    Agenda m_agenda; // Of today's meeting, for the room.
    int m_due_commitments = 0; // For who may see what is followed up; a number and no more.
    std::vector<AbsenceAlarm> m_absence_alarms; // For the secretary alone.
    std::optional<AttentionSheet> m_attention; // Open after "Xem".
    std::optional<TasksSheet> m_tasks; // Open after "Xem tất cả" or a task was touched.
};

} // namespace chibo
