// Planning a meeting: template, time, place, officers, and the agenda that begins with what was
// left undone.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/templates.h"
#include "record/meeting_commands.h"
#include "ui/draft_text.h"
#include "ui/screen.h"
#include "ui/screens/plan_draft.h"
#include "ui/screens/plan_sheets.h"
#include "ui/widgets/rows.h"

namespace chibo {

class PlanScreen final : public Screen {
public:
    /// A nil meeting is a new one: next month's.
    explicit PlanScreen(MeetingId meeting) :
        m_place(meeting.nil() ? "plan/new" : "plan/" + meeting.text())
    {
        m_plan.id = meeting;
    }
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    void read_plan(const Record& record);
    void start_new(const Record& record);
    // plan_unsaved.cpp: what is not saved yet
    void read_unsaved(const Record& record);
    void save_in_time(Ui& ui, Commands& commands);
    void save_plan(Commands& commands);
    void discard(Commands& commands);
    [[nodiscard]] bool changed() const { return plan_lines(m_plan) != m_saved_lines; }
    [[nodiscard]] std::string sheet_lines() const;
    void start_from(const AgendaTemplate& chosen);
    /// Another kind of meeting or another day: what was changed by hand stays.
    void replan(const AgendaTemplate& chosen, Date on);
    void set_day(Date day);
    [[nodiscard]] Roles roles() const;
    [[nodiscard]] const Member* member(const std::optional<MemberId>& id) const;
    [[nodiscard]] Date day() const { return date_of(m_plan.planned_start_ms); }

    // plan.cpp: the form
    void draw_side_by_side(Ui& ui, Commands& commands, Rect work);
    void draw_stacked(Ui& ui, Commands& commands, const Rect& work);
    void draw_title(Ui& ui, const Rect& rect) const;
    void draw_form(Ui& ui, Rect rect);
    void draw_templates(Ui& ui, Rect rect);
    void draw_time_and_place(Ui& ui, Rect rect);
    void draw_officers(Ui& ui, Rect rect);
    void draw_officer(Ui& ui, const Rect& rect, PlanSheet::What which);
    void draw_footer(Ui& ui, Commands& commands, Rect rect);
    void draw_sheet(Ui& ui);
    void take_item(const PlanSheet::Answer& answer);

    // plan_agenda.cpp: the agenda
    void draw_agenda(Ui& ui, const Rect& rect);
    void draw_agenda_header(Ui& ui, Rect rect);
    float draw_items(Ui& ui, const Rect& list, float top);
    void draw_part(Ui& ui, const Rect& rect, Part part, int first, int last);
    void draw_item(Ui& ui, const Rect& rect, int index);
    void move_item(int from, int to);
    void draw_item_words(Ui& ui, const Rect& rect, int index);
    void draw_item_minutes(Ui& ui, Rect rect, int index);
    [[nodiscard]] float agenda_height() const;
    [[nodiscard]] bool folded(Part part) const;

    Viewer m_viewer;
    bool m_read = false;
    MeetingPlan m_plan;
    std::vector<Member> m_members; // In order; the chair and the clerk are among them.
    std::vector<Task> m_undone; // What the agenda starts with.
    std::map<std::string, Task> m_carried; // By the entry's id: owner and due day of carried items.
    std::vector<std::string> m_places; // Where the cell has met.
    bool m_open_opening = false, m_open_closing = false; // The folded parts.
    ReorderState m_order;
    std::optional<PlanSheet> m_sheet;
    std::string m_place; // Of the draft.
    MeetingPlan m_saved_plan; // As the record has it; a new one as it began.
    std::string m_saved_lines;
    bool m_came_back = false; // A draft of an earlier visit is shown: it may be unwanted.
    bool m_discards = false; // "Bỏ thay đổi" was touched.
    std::string m_kept; // What lies in the draft.
    DraftTimer m_draft_timer;
};

} // namespace chibo
