#include "ui/screens/person_sheet.h"

#include <cmath>

#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/ui.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

bool draw_person(Ui& ui, const Rect& rect, const AttendanceRow& row, bool chosen)
{
    const Press pressed = press(ui, {"person", row.person.uuid}, rect, row.name);
    draw_picker(ui, rect, {}, {.chosen = chosen}, pressed.down);
    Rect rest = rect.inset(12, 0);
    avatar(ui, rest.cut_left(48, 12).centred({48, 48}), portrait(row.name, row.number));
    text(ui, rest, row.name,
        {.style = type::label, .color = chosen ? ui.theme().reds.ink : ui.theme().ink});
    return pressed.released;
}

} // namespace

int person_picker_columns(const Ui& ui)
{
    return ui.screen().w < 720 ? 1 : 2;
}

std::optional<AttendanceRow> person_pickers(Ui& ui, const WidgetId& id, const Rect& area,
    const std::vector<AttendanceRow>& people,
    const std::function<bool(const AttendanceRow&)>& chosen)
{
    const int columns = person_picker_columns(ui);
    std::optional<AttendanceRow> touched;
    ScrollScope list(ui, id, area);
    Rect rest = list.rect();
    const auto across = static_cast<std::size_t>(columns);
    for (std::size_t i = 0; i < people.size(); i += across) {
        const auto cells = rest.cut_top(person_picker_height, person_picker_gap)
                               .columns(columns, person_picker_gap);
        for (std::size_t j = 0; j < cells.size() && i + j < people.size(); ++j) {
            if (draw_person(ui, cells[j], people[i + j], chosen(people[i + j])))
                touched = people[i + j];
        }
    }
    list.content(rest.y - list.top());
    return touched;
}

void PersonSheet::draw(Ui& ui)
{
    const int columns = person_picker_columns(ui);
    const float rows = std::ceil(static_cast<float>(m_people.size()) / static_cast<float>(columns));
    const float height = 64 + 48 + 16 + rows * (person_picker_height + person_picker_gap) + 24;
    SheetScope sheet(ui, "person", {sheet_most.w, std::min(sheet_most.h, height)});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(64, 8), m_title, {.style = type::title, .color = ui.theme().ink});
    if (const auto touched = person_pickers(ui, "person.list", inside, m_people,
            [&](const AttendanceRow& row) { return m_chosen == row.person; }))
        m_answer = touched->person;
    m_closed = sheet.closed() || m_answer.has_value();
}

} // namespace chibo
