#include "ui/lock_resting.h"

#include <algorithm>

#include "meeting/dates.h"
#include "meeting/names.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/pins.h"
#include "ui/cells_sheet.h"
#include "ui/draw.h"
#include "ui/lock_cold.h"
#include "ui/page_frame.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/picker.h"

namespace chibo {

namespace {

constexpr float left_width = 680;
constexpr Size form {432, 744}; // What the form takes, from its title to its last caption.
constexpr std::size_t officers_shown = 2;

bool leads(const std::optional<Meeting>& meeting, const Officer& officer)
{
    return meeting && (meeting->chair == officer.member || meeting->clerk == officer.member);
}

} // namespace

LockResting::LockResting(const Record& record, UnixMs now) :
    m_cell(read_cell(record)), m_officers(read_officers(record)),
    m_meeting(read_current_meeting(record, now))
{
    std::ranges::stable_partition(
        m_officers, [&](const Officer& officer) { return leads(m_meeting, officer); });
    if (!m_officers.empty())
        m_officer = m_officers.front().id;
    if (m_meeting) {
        if (const auto summary = read_summary(record, m_meeting->id))
            m_meeting_minutes = summary->planned_minutes;
    }
}

void LockResting::draw(Ui& ui, Session& session)
{
    fill(ui, ui.bounds(), ui.theme().paper);
    Rect rest = ui.bounds();
    const bool narrow = rest.w < 1180;
    constexpr float upright_head = 440;
    if (!narrow)
        draw_left(ui, rest.cut_left(left_width + (rest.w - 1280) * 0.5F), session);
    else if (rest.h >= form.h + upright_head)
        draw_above(ui, rest.cut_top(upright_head), session);
    ui.focus().give("unlocking.pin");
    draw_form(ui, rest, session);
    if (ui.take_key(NamedKey::Escape))
        m_closed = true;
    if (m_keyboard_open) {
        Rect keys = ui.bounds();
        const LayerScope layer(ui);
        if (code_keyboard(ui, keys.cut_bottom(code_keyboard_height), m_keyboard))
            m_code.clear();
        if (press(ui, "unlocking.keyboard_away", keys, ui.tr("common.close")))
            m_keyboard_open = false;
    }
    if (m_cells_open) {
        const CellsSheet cells = cells_sheet(ui, session.folder(), session.cell());
        m_cells_open = !cells.closed;
        if (cells.chosen) {
            session.choose_cell(*cells.chosen);
            m_closed = true;
        }
    }
}

void LockResting::draw_left(Ui& ui, const Rect& rect, Session& session)
{
    Rect inside = rect.inset({48, 56, 32, 56});
    draw_head(ui, inside.cut_top(56));
    draw_meeting(ui, inside.cut_bottom(250), session);
    if (const auto& demo = session.folder().demo()) {
        inside.cut_bottom(16);
        draw_demo(ui, inside.cut_bottom(64), demo->pin);
    }
    Rect clock = inside.centred({inside.w, 172});
    const UnixMs now = ui.clock().now_ms();
    text(ui, clock.cut_top(136).moved(-6, 0), hm(now),
        {.style = type::display_xl.with_size(128).with_line(136),
            .color = ui.theme().ink,
            .digits = Digits::Tabular});
    text(ui, clock, long_date(ui, now),
        {.style = type::heading.regular(), .color = ui.theme().ink2});
}

/// Upright: the room, the clock and the next meeting above the form.
void LockResting::draw_above(Ui& ui, const Rect& rect, Session& session)
{
    Rect inside = rect.inset({24, 24, 24, 24});
    Rect head = inside.cut_top(64, 16);
    const UnixMs now = ui.clock().now_ms();
    const std::string time = hm(now);
    const TextStyle clock = type::title.with_size(48).with_line(64);
    text(ui, head.cut_right(text_width(ui, time, clock, Digits::Tabular) + 2, 16), time,
        {.style = clock, .color = ui.theme().ink, .digits = Digits::Tabular});
    draw_head(ui, head.centred({head.w, 56}));
    draw_meeting(ui, inside.cut_bottom(250), session);
    if (const auto& demo = session.folder().demo())
        draw_demo(ui, inside.cut_top(48), demo->pin);
}

void LockResting::draw_head(Ui& ui, Rect head) const
{
    draw_mark(ui, head.cut_left(56, 16));
    text(ui, head.cut_top(30), m_cell.room.empty() ? m_cell.name : m_cell.room,
        {.style = type::name, .color = ui.theme().ink});
    text(ui, head, m_cell.organisation, {.style = type::caption, .color = ui.theme().ink2});
}

void LockResting::draw_demo(Ui& ui, const Rect& rect, const std::string& pin) const
{
    const Theme& theme = ui.theme();
    box(ui, rect,
        {.fill = theme.blues.tint,
            .border = theme.blues.line,
            .stroke = theme.card_stroke,
            .radius = radius::button});
    Rect words = rect.inset(21, 1);
    icon(ui, words.cut_left(32, 12), icons::info, 32, theme.blues.ink);
    const std::string is_demo = ui.tr("lock.demo");
    const std::string pin_is = ui.tr("lock.demo_pin_alone");
    const std::string apart = pin.size() == 6 ? pin.substr(0, 3) + " " + pin.substr(3) : pin;
    text(ui, words,
        {{.text = is_demo, .weight = Weight::SemiBold}, {.text = pin_is},
            {.text = apart, .weight = Weight::SemiBold}},
        {.style = type::body, .color = theme.blues.ink, .digits = Digits::Tabular});
}

void LockResting::draw_meeting(Ui& ui, const Rect& card_rect, Session& session)
{
    const Theme& theme = ui.theme();
    Rect inside = card(ui, card_rect).inset(25);
    Rect head = inside.cut_top(36, 8);
    const UnixMs now = ui.clock().now_ms();
    text(ui, head, ui.tr(m_meeting ? "lock.next_meeting" : "lock.no_meeting"),
        {.style = type::label, .color = theme.reds.ink});
    if (m_meeting && m_meeting->planned_start_ms > now
        && date_of(m_meeting->planned_start_ms) == date_of(now)) {
        const std::string left = ui.tr("lock.minutes_left",
            {{"minutes", std::to_string((m_meeting->planned_start_ms - now + 59'999) / 60'000)}});
        const ChipLook look {.tone = Tone::Gold, .icon = icons::schedule};
        chip(ui, {head.right() - chip_width(ui, left, look), head.y}, left, look);
    }
    text(ui, inside.cut_top(36, 8), m_cell.name, {.style = type::heading, .color = theme.ink});
    Rect facts = inside.cut_top(28, 20);
    if (m_meeting) {
        const std::string times = hm(m_meeting->planned_start_ms) + " – "
            + hm(m_meeting->planned_start_ms + std::int64_t {60'000} * m_meeting_minutes);
        icon(ui, facts.cut_left(24, 8), icons::schedule, 24, theme.ink);
        text(ui, facts.cut_left(text_width(ui, times, type::body) + 1, 23), times,
            {.style = type::body, .color = theme.ink});
        icon(ui, facts.cut_left(24, 8), icons::event, 24, theme.ink);
        text(ui, facts, m_meeting->title, {.style = type::body, .color = theme.ink});
    }
    const auto buttons = inside.cut_top(64).columns(2, 12);
    if (button(
            ui, "lock.other_cell", buttons[0], ui.tr("lock.other_cell"), {.icon = icons::groups}))
        m_cells_open = true;
    if (button(ui, "unlocking.language", buttons[1], ui.tr("lock.other_language"),
            {.icon = icons::language})) {
        MachineSettings machine = session.folder().machine();
        machine.language = machine.language == "en" ? "vi" : "en";
        session.folder().set_machine(machine);
        ui.strings().set_language(
            machine.language == "en" ? Language::English : Language::Vietnamese);
    }
}

void LockResting::draw_form(Ui& ui, const Rect& rect, Session& session)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    if (rect.x > 0)
        fill(ui, {rect.x, rect.y, 1, rect.h}, theme.line);
    const bool low = rect.h < form.h + 56;
    // Larger text on a tablet: the keys stand beside the form, so that nothing scrolls away.
    const bool beside = low && rect.w >= 880;
    const float width = beside ? (rect.w - 72) / 2 : std::min(form.w, rect.w - 48);
    ScrollScope scroll(ui, "unlocking.form", rect);
    Rect column {beside ? rect.x + 24 : rect.x + (rect.w - width) / 2 + 0.5F,
        scroll.top() + (low ? 12.0F : 28 + (rect.h - 800) / 2), width, 10'000};
    const float top = column.y;
    const Rect keys {column.right() + 24, top, width, std::min(4.0F * 80 + 36, rect.h - 24)};
    const Rect title = column.cut_top(36, 16);
    text(ui, title, ui.tr("lock.title_resting"),
        {.style = type::heading, .color = theme.ink, .align = Align::Centre});
    if (icon_button(ui, "unlocking.back", {title.x, title.y - 14, 64, 64}, icons::arrow_back,
            ui.tr("common.back"), {.kind = ButtonKind::Text, .icon_size = 28}))
        m_closed = true;
    draw_officers(ui, column.cut_top(72, 16));
    const auto officer = std::ranges::find(m_officers, m_officer, &Officer::id);
    const Rect label = column.cut_top(28, 8);
    if (officer != m_officers.end())
        text(ui, label, ui.tr("lock.pin_of", {{"name", short_name(officer->name)}}),
            {.style = type::label, .color = theme.ink});
    text(ui, label, ui.tr("lock.pin_advice"),
        {.style = type::caption, .color = theme.ink2, .align = Align::Right});
    const std::string wrong = m_refused ? ui.tr(m_refused->key, m_refused->values) : std::string();
    const std::string clear = ui.tr("lock.clear_all");
    if (code_field(
            ui, "unlocking.pin", column.cut_top(64, 16), m_code, {.wrong = wrong, .clear = clear}))
        step_in(session);
    draw_keys(ui, beside ? keys : column.cut_top(4 * 80 + 36, 16));
    const bool waiting = wait_ms(session) > 0;
    if (button(ui, "lock.unlock", column.cut_top(72, 12), ui.tr("lock.unlock"),
            {.kind = kind_if(!waiting), .icon = icons::lock_open, .style = type::button_xl}))
        step_in(session);
    draw_advice(ui, column.cut_top(26, 16), session);
    scroll.content(column.y - top + (low ? 12 : 0));
}

void LockResting::draw_officers(Ui& ui, const Rect& rect)
{
    Rect row = rect;
    if (m_officers.size() > officers_shown) {
        // The others stand behind this; who leads the meeting is in sight.
        const Rect more {rect.right() - 64, rect.y - 66, 64, 64};
        if (icon_button(ui, "unlocking.others", more, icons::more_horiz,
                ui.tr("lock.other_officers"), {.kind = ButtonKind::Text, .icon_size = 28}))
            m_first = m_first + officers_shown < m_officers.size() ? m_first + officers_shown : 0;
    }
    const auto cells = row.columns(static_cast<int>(officers_shown), 8);
    for (std::size_t i = 0; i < officers_shown && m_first + i < m_officers.size(); ++i)
        draw_officer(ui, cells[i], m_officers[m_first + i]);
}

void LockResting::draw_officer(Ui& ui, const Rect& rect, const Officer& officer)
{
    const Theme& theme = ui.theme();
    const bool on = officer.id == m_officer;
    const std::string name = short_name(officer.name);
    const Press pressed = press(ui, {"unlocking.officer", officer.id}, rect, name);
    choice_ground(ui, rect, on, pressed.down);
    Rect inside = rect.inset(14, 2);
    avatar(ui, inside.cut_left(48, 12).centred({48, 48}), portrait(officer.name, officer.number));
    Rect lines = inside.centred({inside.w, 52});
    text(ui, lines.cut_top(26), name,
        {.style = type::label.with_line(26), .color = on ? theme.reds.ink : theme.ink});
    const std::string role = ui.tr("officer." + std::string(word(officer.role)));
    const bool chairs = m_meeting && m_meeting->chair == officer.member;
    std::string second = chairs ? ui.tr("officer.chairs", {{"role", role}}) : role;
    if (text_width(ui, second, type::caption) > lines.w)
        second = ui.tr("role.chair");
    text(ui, lines, second, {.style = type::caption, .color = theme.ink2});
    if (pressed && !on) {
        m_officer = officer.id;
        m_code.clear();
        m_refused.reset();
    }
}

void LockResting::draw_keys(Ui& ui, const Rect& rect)
{
    const auto touched
        = keypad(ui, "unlocking.keys", rect, {.column_gap = 12, .row_gap = 12, .digit_size = 34});
    if (!touched)
        return;
    if (touched->kind == KeypadTouch::Kind::Keyboard)
        m_keyboard_open = true;
    else
        apply(*touched, m_code);
    m_refused.reset();
}

std::int64_t LockResting::wait_ms(const Session& session) const
{
    return session.record() != nullptr ? pin_wait_ms(*session.record(), m_officer) : 0;
}

void LockResting::draw_advice(Ui& ui, const Rect& rect, const Session& session)
{
    const std::int64_t wait = wait_ms(session);
    std::string sentence = ui.tr("lock.delay_advice");
    if (wait > 0) {
        sentence = ui.tr("pins.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
        ui.pace().again(ui.now_ms() + (wait - 1) % 1000 + 1, Why::Timer);
    } else if (m_refused && m_code.empty()) {
        sentence = ui.tr(
            m_refused->key == "pins.wait" ? "pins.wrong" : m_refused->key, m_refused->values);
    }
    text(ui, {rect.x - 60, rect.y, rect.w + 120, rect.h}, sentence,
        {.style = type::caption,
            .color = m_refused ? ui.theme().reds.ink : ui.theme().ink2,
            .align = Align::Centre,
            .lines = Lines::Wrap,
            .max_lines = 2});
}

void LockResting::step_in(Session& session)
{
    const auto officer = std::ranges::find(m_officers, m_officer, &Officer::id);
    if (officer == m_officers.end() || m_code.empty())
        return;
    const auto stepped = session.step_in(*officer, m_code);
    m_code.clear();
    m_entered = stepped.has_value();
    m_refused = stepped ? std::nullopt : std::optional(stepped.error());
}

} // namespace chibo
