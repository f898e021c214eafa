// The lock from cold, its form: which cell, whose code, the code and what came of it.
#include <algorithm>

#include "meeting/member.h"
#include "ui/draw.h"
#include "ui/lock_cold.h"
#include "ui/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/picker.h"

namespace chibo {

namespace {

std::string seconds_left(std::int64_t ms)
{
    return std::to_string((ms + 999) / 1000);
}

} // namespace

std::vector<std::string> LockCold::roles_of(const Session& session)
{
    std::vector<std::string> roles;
    const CellHeader* cell = session.folder().cell(session.cell());
    for (const std::string_view role : Words<OfficerRole>::all) {
        const auto has = [&](const Wrap& wrap) { return wrap.role == role; };
        if (cell != nullptr && std::ranges::any_of(cell->wraps, has))
            roles.emplace_back(role);
    }
    return roles;
}

void LockCold::draw_form(Ui& ui, const Rect& rect, const Session& session)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    const bool portrait = ui.shape() == Shape::Portrait;
    if (portrait)
        rule(ui, {rect.x, rect.y}, rect.w, theme.line);
    else
        fill(ui, {rect.x, rect.y, 1, rect.h}, theme.line);
    Rect inside = rect.inset({24, 24, 24, 25});
    inside.h = form_height - 48;
    text(ui, inside.cut_top(36, 12), ui.tr("lock.title_cold"),
        {.style = type::heading, .color = theme.ink});
    draw_cell(ui, inside.cut_top(64, 12), session);
    draw_roles(ui, inside.cut_top(64, 16), session);
    const Rect label = inside.cut_top(28, 8);
    text(ui, label, ui.tr("lock.code_of", {{"role", ui.tr("officer." + m_role)}}),
        {.style = type::label, .color = theme.ink});
    if (rect.w >= 700)
        text(ui, label, ui.tr("lock.code_advice"),
            {.style = type::caption, .color = theme.ink2, .align = Align::Right});
    draw_code(ui, inside.cut_top(64));
    draw_unlock(ui, inside.cut_bottom(72), session);
    if (says_something(ui, session) || rect.w >= 700)
        draw_message(ui, inside, session);
    else
        draw_demo_code(ui, inside, session);
}

bool LockCold::says_something(Ui& ui, const Session& session) const
{
    return m_refused || session.folder().wait_ms(ui.clock().now_ms(), session.cell()) > 0;
}

/// Where the demo's card finds no place.
void LockCold::draw_demo_code(Ui& ui, const Rect& rect, const Session& session) const
{
    const auto& demo = session.folder().demo();
    if (!demo)
        return;
    text(ui, rect, ui.tr("lock.demo") + ui.tr("lock.demo_code") + " " + demo->code,
        {.style = type::caption,
            .color = ui.theme().blues.ink,
            .lines = Lines::Wrap,
            .max_lines = 2});
}

void LockCold::draw_form_compact(Ui& ui, const Rect& rect, const Session& session)
{
    fill(ui, rect, ui.theme().card);
    auto halves = rect.inset(24, 12).columns(2, 16);
    Rect& left = halves[0];
    Rect& right = halves[1];
    draw_cell(ui, left.cut_top(64, 8), session);
    draw_roles(ui, left.cut_top(64, 8), session);
    draw_code(ui, right.cut_top(64, 8));
    draw_unlock(ui, right.cut_top(64, 8), session);
    Rect below = rect.inset(24, 12);
    below.cut_top(64 + 8 + 64 + 8);
    below.h = std::min(below.h, 2 * type::caption.line);
    if (says_something(ui, session))
        draw_message(ui, below, session);
    else
        draw_demo_code(ui, below, session);
}

void LockCold::draw_cell(Ui& ui, const Rect& rect, const Session& session)
{
    const Theme& theme = ui.theme();
    const CellHeader* cell = session.folder().cell(session.cell());
    const std::string name = cell != nullptr ? cell->name : std::string();
    // With one cell too: another device's comes through the sheet behind it.
    const std::string other_cells = ui.tr("lock.other_cell");
    const Press pressed = press(ui, "unlocking.cell", rect, other_cells);
    box(ui, rect,
        {.fill = pressed.down ? theme.sunk : theme.card,
            .border = theme.edge,
            .stroke = stroke::button,
            .radius = radius::button});
    Rect inside = rect.inset({0, 18, 0, 18});
    icon(ui, inside.cut_left(28, 12), icons::groups, 28, theme.ink);
    icon(ui, inside.cut_right(28, 8), icons::expand_more, 28, theme.reds.ink);
    const float width = text_width(ui, other_cells, type::label);
    if (text_width(ui, name, type::button) + 12 + width + 1 <= inside.w)
        text(ui, inside.cut_right(width + 1, 12), other_cells,
            {.style = type::label, .color = theme.reds.ink});
    text(ui, inside, name, {.style = type::button, .color = theme.ink});
    if (pressed)
        m_cells_open = true;
}

void LockCold::draw_roles(Ui& ui, const Rect& rect, const Session& session)
{
    const auto roles = roles_of(session);
    const auto cells = rect.columns(std::max(1, static_cast<int>(roles.size())), 8);
    for (std::size_t i = 0; i < roles.size(); ++i) {
        const bool on = roles[i] == m_role;
        if (picker(ui, {"unlocking.role", WidgetId(roles[i]).value()}, cells[i],
                ui.tr("officer." + roles[i]), {.chosen = on, .icon = on ? icons::check : Icon {}}))
            m_role = roles[i];
    }
}

void LockCold::draw_code(Ui& ui, const Rect& rect)
{
    const Theme& theme = ui.theme();
    box(ui, rect,
        {.fill = m_refused ? theme.reds.tint : theme.card,
            .border = theme.red,
            .stroke = stroke::button,
            .radius = radius::button});
    const std::string word = ui.tr(m_shown ? "lock.code_shown" : "lock.code_hidden");
    const float width = 12 + 28 + 8 + text_width(ui, word, type::label) + 12;
    Rect inside = rect.inset({2, 6, 2, 22});
    Rect toggle = inside.cut_right(width, 8);
    if (press(ui, "unlocking.show", toggle, word))
        m_shown = !m_shown;
    toggle.cut_left(12);
    icon(ui, toggle.cut_left(28, 8), m_shown ? icons::visibility : icons::visibility_off, 28,
        theme.ink);
    text(ui, toggle, word, {.style = type::label, .color = theme.ink});
    draw_code_signs(ui, inside, m_code, m_shown);
}

void LockCold::draw_message(Ui& ui, const Rect& rect, const Session& session)
{
    const std::int64_t wait = session.folder().wait_ms(ui.clock().now_ms(), session.cell());
    std::string sentence;
    if (wait > 0) {
        sentence = ui.tr("record.wait", {{"seconds", seconds_left(wait)}});
        ui.pace().again(ui.now_ms() + (wait - 1) % 1000 + 1, Why::Timer);
    } else if (m_refused) {
        sentence = ui.tr(m_refused->key == "record.wait" ? "record.wrong_code" : m_refused->key,
            m_refused->values);
    }
    if (sentence.empty())
        return;
    Rect line = rect.centred({rect.w, std::min(rect.h, 48.0F)});
    icon(ui, line.cut_left(24, 8), icons::error, 24, ui.theme().reds.ink);
    text(ui, line, sentence,
        {.style = type::caption.with_line(24),
            .color = ui.theme().reds.ink,
            .lines = Lines::Wrap,
            .max_lines = 2});
}

void LockCold::draw_unlock(Ui& ui, const Rect& rect, const Session& session)
{
    const bool waiting = session.folder().wait_ms(ui.clock().now_ms(), session.cell()) > 0;
    const bool trying = m_trial != nullptr;
    const std::string label = ui.tr(trying ? "lock.opening" : "lock.unlock");
    if (button(ui, "lock.unlock", rect, label,
            {.kind = kind_if(!waiting && !trying),
                .icon = icons::lock_open,
                .style = type::button_xl}))
        begin_trial(ui, session);
}

} // namespace chibo
