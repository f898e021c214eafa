// Biên bản, what lies over it: who, the show of hands, the day, and where an entry moves to.
#include "ui/screens/day_sheet.h"
#include "ui/screens/minutes_screen.h"
#include "ui/tied.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

constexpr int undo_s = 10;

} // namespace

void MinutesScreen::draw_sheets(Ui& ui, Commands& commands)
{
    draw_person_sheet(ui);
    if (m_vote_sheet) {
        m_vote_sheet->draw(ui);
        if (const auto result = m_vote_sheet->result())
            record_vote(*result, commands);
        else if (m_vote_sheet->closed())
            m_vote_sheet.reset();
    }
    draw_month(ui);
    draw_move(ui, commands);
    if (m_page_viewer && (!m_pages || !m_page_viewer->draw(ui, *m_pages)))
        m_page_viewer.reset();
}

void MinutesScreen::draw_person_sheet(Ui& ui)
{
    if (!m_person_sheet)
        return;
    m_person_sheet->draw(ui);
    if (const auto answer = m_person_sheet->answer()) {
        if (m_composing.kind == EntryKind::Task)
            m_composing.owner = MemberId {answer->uuid};
        else
            m_composing.speaker = answer;
    }
    if (m_person_sheet->closed())
        m_person_sheet.reset();
}

void MinutesScreen::draw_month(Ui& ui)
{
    if (const auto day = day_sheet(ui, "minutes.day", ui.tr("minutes.choose_day"), m_month,
            {.chosen = m_composing.due_on}))
        m_composing.due_on = day;
}

void MinutesScreen::draw_move(Ui& ui, Commands& commands)
{
    if (!m_move_open)
        return;
    SheetScope sheet(ui, "minutes.move", {640, 616});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(64, 8), ui.tr("minutes.move_to"),
        {.style = type::heading, .color = ui.theme().ink});
    ScrollScope list(ui, "minutes.move.list", inside);
    Rect rest = list.rect();
    bool moved = false;
    for (const AgendaItem& item : m_agenda.items) {
        const std::string words = ui.tr("minutes.item",
            {{"number", std::to_string(item_number(m_agenda, item.id))},
                {"title", tied(item.short_title)}});
        if (list_row(
                ui, {"minutes.move.row", item.id.uuid}, rest.cut_top(row_height), {.words = words})
            && m_composing.edited) {
            commands.push(move_entry(*m_composing.edited, item.id),
                {.toast = Told {
                     .key = "minutes.moved", .values = {{"item", words}}, .undo_s = undo_s}});
            moved = true;
        }
    }
    list.content(rest.y - list.top());
    if (moved && !edit_changed())
        end_edit(); // Else the words that are not saved yet stay.
    m_move_open = !moved && !sheet.closed();
}

} // namespace chibo
