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

constexpr float row_h = 72;
constexpr float gap = 12;

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

void PersonSheet::draw(Ui& ui)
{
    const float columns = ui.screen().w < 720 ? 1 : 2;
    const float rows = std::ceil(static_cast<float>(m_people.size()) / columns);
    const float height = 64 + 48 + 16 + rows * (row_h + gap) + 24;
    SheetScope sheet(ui, "person", {sheet_most.w, std::min(sheet_most.h, height)});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(64, 8), m_title, {.style = type::title, .color = ui.theme().ink});
    ScrollScope list(ui, "person.list", inside);
    Rect rest = list.rect();
    for (std::size_t i = 0; i < m_people.size(); i += static_cast<std::size_t>(columns)) {
        const auto cells = rest.cut_top(row_h, gap).columns(static_cast<int>(columns), gap);
        for (std::size_t j = 0; j < cells.size() && i + j < m_people.size(); ++j) {
            const AttendanceRow& row = m_people[i + j];
            if (draw_person(ui, cells[j], row, m_chosen == row.person))
                m_answer = row.person;
        }
    }
    list.content(rest.y - list.top());
    m_closed = sheet.closed() || m_answer.has_value();
}

} // namespace chibo
