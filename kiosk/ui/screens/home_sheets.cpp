#include "ui/screens/home_sheets.h"

#include <algorithm>
#include <array>

#include "record/minutes_commands.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float way_height = 80;
constexpr float row_padding = 20;

/// A row of the sheet that leads somewhere.
bool way(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string_view title, std::string_view advice)
{
    const Press pressed = press(ui, id, rect, title);
    if (pressed.down)
        fill(ui, rect, ui.theme().sunk, radius::button);
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect row = rect.inset(8, 0);
    icon(ui, row.cut_right(28, 12), icons::chevron_right, 28, ui.theme().ink2);
    icon(ui, row.cut_left(32, 16), icons::error, 32, ui.theme().ambers.solid);
    Rect lines = row.centred({row.w, 54});
    text(ui, lines.cut_top(28), title, {.style = type::label, .color = ui.theme().ink});
    text(ui, lines, advice, {.style = type::caption, .color = ui.theme().ink2});
    return pressed.released;
}

void labelled(Ui& ui, Rect& rect, std::string_view label, std::string_view value)
{
    text(ui, rect.cut_top(26), label, {.style = type::caption, .color = ui.theme().ink2});
    text(ui, rect.cut_top(28, 12), value, {.style = type::label, .color = ui.theme().ink});
}

} // namespace

DueWords due_words(Ui& ui, const Task& task)
{
    const int days = overdue_days(task, date_of(ui.clock().now_ms()));
    if (days > 0)
        return {ui.tr("home.overdue", {{"days", std::to_string(days)}}), true, false};
    if (days == 0)
        return {ui.tr("home.due_today"), false, true};
    return {ui.tr("home.due", {{"day", dm(task.due_on)}}), false, false};
}

float draw_due_chip(Ui& ui, const Rect& row, const Task& task)
{
    const DueWords due = due_words(ui, task);
    const ChipLook look {.tone = due.overdue ? Tone::Red
            : due.today                      ? Tone::Amber
                                             : Tone::Neutral,
        .icon = due.overdue ? icons::error : icons::schedule};
    const float width = chip_width(ui, due.words, look);
    chip(ui, {row.right() - width, row.y + (row.h - look.height) / 2}, due.words, look);
    return width;
}

void draw_task_row(Ui& ui, const Rect& rect, const Task& task)
{
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect row = rect.inset({.top = 1, .right = row_padding, .left = row_padding});
    avatar(
        ui, row.cut_left(40, 12).centred({40, 40}), portrait(task.owner_name, task.owner_number));
    const bool narrow = rect.w < 560; // The face has to do.
    if (!narrow)
        text(ui, row.cut_left(124, 12), short_name(task.owner_name),
            {.style = type::caption, .color = ui.theme().ink2});
    row.cut_right(draw_due_chip(ui, row, task), 12);
    const TextStyle style = narrow ? type::caption_bold : type::label;
    text(ui, row, tied(task.text),
        {.style = style, .color = ui.theme().ink, .lines = Lines::Wrap, .max_lines = 2});
}

void draw_steps(Ui& ui, const Rect& rect, bool is_sealed)
{
    struct Step {
        Icon what;
        std::string words;
        Color color;
        TextStyle style;
    };
    const Theme& theme = ui.theme();
    const std::array<Step, 3> steps {
        Step {icons::check_circle, ui.tr("home.step_write"), theme.greens.ink, type::caption},
        is_sealed
            ? Step {icons::check_circle, ui.tr("home.step_signed"), theme.greens.ink, type::caption}
            : Step {icons::draw, ui.tr("home.step_sign"), theme.ambers.ink, type::caption_bold},
        is_sealed ? Step {icons::lock, ui.tr("home.step_sealed"), theme.greens.ink, type::caption}
                  : Step {icons::lock_open, ui.tr("home.step_seal"), theme.ink2, type::caption}};
    float words = 0;
    for (const Step& step : steps)
        words += 24 + 6 + text_width(ui, step.words, step.style);
    const float line_w = std::max(8.0F, (rect.w - words) / 2 - 12);
    Rect rest = rect;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        icon(ui, rest.cut_left(24, 6), steps[i].what, 24, steps[i].color);
        const float width = text_width(ui, steps[i].words, steps[i].style);
        text(ui, rest.cut_left(width + 1, 5), steps[i].words,
            {.style = steps[i].style, .color = steps[i].color});
        if (i + 1 == steps.size())
            break;
        const Rect at = rest.cut_left(line_w, 6);
        const Color color = i == 0 || is_sealed ? theme.greens.solid : theme.line;
        fill(ui, {at.x, at.y + at.h / 2 - 1, at.w, 2}, color);
    }
}

void AttentionSheet::draw(Ui& ui, Commands& commands)
{
    struct Row {
        std::string title, advice;
        Destination to; // Without a screen: the tasks' sheet.
    };
    std::vector<Row> rows;
    if (m_home.overdue_tasks > 0)
        rows.push_back(
            {ui.tr("home.overdue_tasks", {{"count", std::to_string(m_home.overdue_tasks)}}),
                ui.tr("home.attention_tasks"), {}});
    if (m_home.unsigned_minutes) {
        const Meeting& meeting = m_home.unsigned_minutes->meeting;
        const Date day = date_of(meeting.planned_start_ms);
        rows.push_back({ui.tr("home.unsigned_minutes",
                            {{"month", ui.tr("month_name." + std::to_string(day.month))}}),
            ui.tr("home.attention_minutes"), {.screen = "seal", .meeting = meeting.id}});
    }
    if (m_home.announced_absences > 0 && m_home.today)
        rows.push_back({ui.tr("home.announced_absences",
                            {{"count", std::to_string(m_home.announced_absences)}}),
            ui.tr("home.attention_absences"),
            {.screen = "check_in", .meeting = m_home.today->meeting.id}});
    for (const AbsenceAlarm& alarm : m_absences) {
        const bool in_a_row = alarm.excused_in_a_row > 0;
        const int count = in_a_row ? alarm.excused_in_a_row : alarm.unexcused_months;
        rows.push_back({alarm.name,
            ui.tr(in_a_row ? "home.absent_in_a_row" : "home.absent_months",
                {{"count", std::to_string(count)}}),
            {.screen = "follow_up", .meeting = {}, .detail = alarm.member.text()}});
    }
    if (m_due_commitments > 0)
        rows.push_back(
            {ui.tr("home.due_commitments", {{"count", std::to_string(m_due_commitments)}}),
                ui.tr("home.attention_commitments"), {.screen = "follow_up"}});
    const float height = 40 + 64 + 16 + way_height * static_cast<float>(rows.size()) + 32;
    SheetScope sheet(ui, "home.attention.sheet", {720, height});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("home.close"));
    text(ui, inside.cut_top(64, 16), ui.tr("home.attention"),
        {.style = type::heading, .color = ui.theme().ink});
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!way(ui, WidgetId("home.attention.row", i), inside.cut_top(way_height), rows[i].title,
                rows[i].advice))
            continue;
        m_closed = true;
        if (rows[i].to.screen.empty())
            m_wants_tasks = true;
        else
            commands.go(rows[i].to);
    }
    m_closed = m_closed || sheet.closed();
}

void TasksSheet::draw(Ui& ui, Commands& commands, const std::vector<Task>& tasks)
{
    SheetScope sheet(ui, "home.tasks.sheet", sheet_most);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("home.close"));
    const auto chosen = std::find_if(tasks.begin(), tasks.end(),
        [&](const Task& task) { return m_chosen && task.id == *m_chosen; });
    if (chosen != tasks.end()) {
        draw_task(ui, commands, inside, *chosen);
    } else {
        text(ui, inside.cut_top(64, 16), ui.tr("home.tasks"),
            {.style = type::heading, .color = ui.theme().ink});
        draw_list(ui, inside, tasks);
    }
    m_closed = m_closed || sheet.closed();
}

void TasksSheet::draw_list(Ui& ui, const Rect& rect, const std::vector<Task>& tasks)
{
    ScrollScope rows(
        ui, "home.tasks.list", {rect.x - row_padding, rect.y, rect.w + 2 * row_padding, rect.h});
    float y = rows.top();
    for (const Task& task : tasks) {
        // Their own padding stands outside, so that they begin where the title does.
        const Rect row {rect.x - row_padding, y, rect.w + 2 * row_padding, space::touch};
        const Press pressed = press(ui, WidgetId("home.tasks.row", task.id), row, task.text);
        if (pressed.down)
            fill(ui, row, ui.theme().sunk);
        if (pressed)
            m_chosen = task.id;
        draw_task_row(ui, row, task);
        y += space::touch;
    }
    rows.content(y - rows.top());
}

void TasksSheet::draw_task(Ui& ui, Commands& commands, Rect rect, const Task& task)
{
    Rect head = rect.cut_top(72, 16).inset({.right = 72});
    text(ui, head, tied(task.text),
        {.style = type::heading,
            .color = ui.theme().ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = 2});
    Rect buttons = rect.cut_bottom(button_xxl_height, 24);
    labelled(ui, rect, ui.tr("home.task_owner"), task.owner_name);
    labelled(
        ui, rect, ui.tr("home.task_due"), dmy(task.due_on) + " · " + due_words(ui, task).words);
    labelled(ui, rect, ui.tr("home.task_from"), tied(task.meeting_title));
    const auto set = [&](TaskState state, std::string_view told) {
        commands.push(set_task_state(task.id, state, {}),
            {.toast
                = Told {.key = std::string(told), .values = {{"task", task.text}}, .undo_s = 6}});
        m_closed = true;
    };
    if (button(ui, "home.task.back", buttons.cut_left(200, 16), ui.tr("home.back"),
            {.icon = icons::arrow_back}))
        m_chosen.reset();
    if (task.state == TaskState::New
        && button(ui, "home.task.under_way", buttons.cut_left(260, 16),
            ui.tr("home.task_under_way"), {.icon = icons::timelapse}))
        set(TaskState::UnderWay, "home.task_under_way_told");
    if (button(ui, "home.task.done", buttons, ui.tr("home.task_done"),
            {.kind = ButtonKind::Primary, .icon = icons::done, .style = type::button_xxl}))
        set(TaskState::Done, "home.task_done_told");
}

} // namespace chibo
