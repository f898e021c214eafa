// What is not saved of a plan yet: kept as a draft, so that a power cut, a rest or a look at
// another screen takes nothing away.
#include "record/drafts.h"
#include "ui/screens/plan.h"

namespace chibo {
namespace {

constexpr std::int64_t keep_after_ms = 700; // Text in a sheet; a choice is kept at once.

} // namespace

void PlanScreen::read_unsaved(const Record& record)
{
    const auto draft = read_draft(record, m_place);
    if (!draft)
        return;
    if (auto plan = read_plan_lines(draft->text)) {
        plan->id = m_plan.id;
        m_plan = std::move(*plan);
    }
    m_sheet = PlanSheet::from_lines(draft->detail, m_places);
    m_kept = draft->text + draft->detail;
    m_came_back = true;
}

std::string PlanScreen::sheet_lines() const
{
    return m_sheet ? m_sheet->lines() : std::string();
}

void PlanScreen::save_in_time(Ui& ui, Commands& commands)
{
    const std::string sheet = sheet_lines();
    const std::string lines = plan_lines(m_plan);
    const bool nothing = lines == m_saved_lines && sheet.empty();
    const std::string now = nothing ? std::string() : lines + sheet;
    if (!m_draft_timer.due(ui, now != m_kept, sheet.empty() ? 0 : keep_after_ms))
        return;
    m_kept = now;
    commands.push_local([place = m_place, lines, sheet, nothing](Record& record) {
        if (nothing)
            drop_draft(record, place);
        else
            save_draft(record, {.place = place, .text = lines, .detail = sheet});
    });
}

void PlanScreen::save_plan(Commands& commands)
{
    m_saved_lines = plan_lines(m_plan); // Nothing is left to keep.
    m_kept.clear();
    commands.push(dropping_draft(plan_meeting(m_plan), m_place),
        {.toast = Told {.key = "plan.saved",
             .values = {{"title", m_plan.title}, {"day", dmy(day())}},
             .undo_s = 6},
            .done = [&commands](const JournalPlace&) { commands.go({.screen = "home"}); },
            .refused =
                [this, &commands](const Error& error) {
                    m_saved_lines = plan_lines(m_saved_plan);
                    commands.refuse(error);
                }});
}

void PlanScreen::discard(Commands& commands)
{
    m_plan = m_saved_plan;
    commands.tell({.key = "plan.discarded"});
}

} // namespace chibo
