#include "ui/widgets/rows.h"

#include <algorithm>
#include <cmath>

#include "ui/scroll.h"
#include "ui/ui.h"

namespace chibo {

void row_ground(Ui& ui, const Rect& row, const RowGround& look)
{
    const Theme& theme = ui.theme();
    const float top = look.first ? 0 : stroke::card;
    const Rect ground = row.inset({.top = top});
    if (look.current)
        fill(ui, ground, theme.reds.tint);
    if (look.pressed)
        fill(ui, ground, theme.sunk);
    if (!look.first)
        rule(ui, {row.x, row.y}, row.w, theme.line);
    if (look.current)
        fill(ui, {row.x, ground.y, stroke::marker, ground.h}, theme.red);
}

void draw_row(Ui& ui, const Rect& row, const RowLook& look)
{
    constexpr float gap = 12;
    const Theme& theme = ui.theme();
    Rect rest = row;
    if (look.leads_on)
        icon(ui, rest.cut_right(28, 4), icons::chevron_right, 28, theme.ink2);
    if (look.person)
        avatar(ui, rest.cut_left(40, gap).centred({40, 40}), *look.person);
    else if (look.icon)
        icon(ui, rest.cut_left(28, gap), look.icon, 28,
            look.icon_color == Color {} ? theme.ink2 : look.icon_color);
    if (!look.right.empty()) {
        const float width = text_width(ui, look.right, type::caption, Digits::Tabular);
        text(ui, rest.cut_right(width, gap), look.right,
            {.style = type::caption,
                .color = theme.ink2,
                .align = Align::Right,
                .digits = Digits::Tabular});
    }
    const TextStyle style = look.bold ? type::label.with_line(26) : type::body.with_line(26);
    if (look.second.empty()) {
        text(ui, rest, look.words,
            {.style = style, .color = theme.ink, .lines = Lines::Wrap, .max_lines = 2});
        return;
    }
    Rect lines = rest.centred({rest.w, 50});
    text(ui, lines.cut_top(26), look.words, {.style = style, .color = theme.ink});
    text(ui, lines, look.second, {.style = type::caption.with_line(24), .color = theme.ink2});
}

Press list_row(Ui& ui, const WidgetId& id, const Rect& row, const RowLook& look)
{
    const Press pressed = press(ui, id, row, look.words);
    row_ground(ui, row, {.current = look.current, .pressed = pressed.down});
    draw_row(ui, row.inset(20, 0), look);
    return pressed;
}

void draw_handle(Ui& ui, const Rect& row)
{
    icon(ui, {row.x, row.y, handle_width, row.h}, icons::drag_indicator, 28, ui.theme().edge);
}

void lifted_frame(Ui& ui, const Rect& row)
{
    box(ui, row, {.border = ui.theme().red, .stroke = stroke::button, .radius = radius::button});
}

ReorderScope::ReorderScope(Ui& ui, const WidgetId& id, ReorderState& state, int count) :
    m_ui(ui), m_id(id), m_state(state), m_count(count), m_last(count - 1)
{
    if (m_state.lifted >= count)
        m_state = {};
}

Rect ReorderScope::place(int index, const Rect& resting)
{
    if (m_state.lifted < 0) {
        m_ui.motion().forget(WidgetId(m_id, "shift"));
        return resting;
    }
    if (index == m_state.lifted) {
        m_lifted_height = resting.h;
        Rect lifted = resting;
        lifted.y = m_state.finger_y - m_state.grip;
        return lifted;
    }
    const bool in_bounds = index >= m_first && index <= m_last;
    // The finger's row takes the place of the one whose middle it has passed.
    if (in_bounds && m_state.finger_y >= resting.y && m_state.finger_y < resting.bottom()) {
        const bool below_middle = m_state.finger_y > resting.centre().y;
        const int before = below_middle ? index + 1 : index; // Goes before this row, as they stand.
        m_state.target = before > m_state.lifted ? before - 1 : before;
    }
    const int before = m_state.target >= m_state.lifted ? m_state.target + 1 : m_state.target;
    if (m_state.target != m_state.lifted) {
        if (index == before)
            m_line = Rect {resting.x, resting.y - 1, resting.w, 3};
        else if (index == before - 1 && index == m_last)
            m_line = Rect {resting.x, resting.bottom() - 2, resting.w, 3};
    }
    return resting;
}

void ReorderScope::handle(int index, const Rect& row, std::string_view label)
{
    draw_handle(m_ui, row);
    if (index < m_first || index > m_last)
        return;
    const WidgetId id(
        std::string_view("handle"), m_id.value() + static_cast<std::uint64_t>(index) * 7919U);
    const Drag pulled = drag(m_ui, id, {row.x, row.y, handle_width, row.h}, label);
    if (pulled.started) {
        m_state = {
            .lifted = index, .target = index, .grip = pulled.at.y - row.y, .finger_y = pulled.at.y};
    }
    if (m_state.lifted != index)
        return;
    m_dragged = pulled.active || pulled.dropped;
    m_state.finger_y = pulled.active || pulled.dropped ? pulled.at.y : m_state.finger_y;
    if (pulled.dropped && m_state.target != index)
        m_moved = Moved {index, m_state.target};
    if (pulled.dropped || !m_dragged)
        m_state = {};
    else
        lifted_frame(m_ui, row);
}

void ReorderScope::scroll_edges(const WidgetId& scroll, const Rect& view)
{
    constexpr float zone = 64;
    constexpr float px_a_frame = 8;
    constexpr std::int64_t frame_ms = 16;
    if (m_state.lifted < 0)
        return;
    float by = 0;
    if (m_state.finger_y < view.y + zone)
        by = -px_a_frame;
    else if (m_state.finger_y > view.bottom() - zone)
        by = px_a_frame;
    if (by == 0)
        return;
    m_ui.scrolls().by(scroll, by);
    m_ui.pace().again(m_ui.now_ms() + frame_ms, Why::Motion);
}

std::optional<Moved> ReorderScope::moved()
{
    if (m_state.lifted >= 0 && m_line)
        fill(m_ui, *m_line, m_ui.theme().red);
    return m_moved;
}

} // namespace chibo
