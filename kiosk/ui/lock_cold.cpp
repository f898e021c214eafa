#include "ui/lock_cold.h"

#include <algorithm>
#include <utility>

#include "meeting/dates.h"
#include "ui/cells_sheet.h"
#include "ui/draw.h"
#include "ui/page_frame.h"
#include "ui/text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr float left_width = 520;
constexpr float least_left_height = 32 + 56 + 16 + 144 + 16 + 80 + 24;

constexpr float dot = 14;
constexpr float gap = 8;
constexpr float word_gap = 24;

/// As wide as the code's dots are, up to the caret.
float dots_width(std::string_view code)
{
    float x = 0;
    bool after_dot = false;
    for (std::size_t at = 0; at < code.size();) {
        const bool space = next_character(code, at) == U' ';
        if (space)
            x += after_dot ? word_gap : 0;
        else
            x += (after_dot ? gap : 0) + dot;
        after_dot = !space;
    }
    return x + 6;
}

} // namespace

std::string long_date(const Ui& ui, UnixMs at)
{
    const Date day = date_of(at);
    const std::string two_digits = (day.day < 10 ? "0" : "") + std::to_string(day.day);
    return ui.tr("lock.long_date",
        {{"weekday", ui.tr("weekday." + std::to_string(weekday(day)))}, {"day", two_digits},
            {"month", std::to_string(day.month)},
            {"month_name", ui.tr("month_name." + std::to_string(day.month))},
            {"year", std::to_string(day.year)}});
}

void draw_code_signs(Ui& ui, Rect rect, std::string_view code, bool shown)
{
    const Theme& theme = ui.theme();
    const Rect caret_at {0, rect.y + (rect.h - 28) / 2, stroke::caret, 28};
    // The end stays in sight: that is where the next letter comes.
    const float reach = shown ? text_width(ui, code, type::field) + 2 : dots_width(code);
    const float left = std::max(0.0F, reach + stroke::caret - rect.w);
    const ClipScope clip(ui, {rect.x, rect.y, rect.w + stroke::caret, rect.h});
    if (shown) {
        text(ui, {rect.x - left, rect.y, reach + 40, rect.h}, code,
            {.style = type::field, .color = theme.ink});
        fill(ui, {rect.x - left + reach, caret_at.y, caret_at.w, caret_at.h}, theme.red);
        return;
    }
    float x = rect.x - left;
    bool after_dot = false;
    for (std::size_t at = 0; at < code.size();) {
        const bool space = next_character(code, at) == U' ';
        if (space && after_dot) {
            x += word_gap;
        } else if (!space) {
            x += after_dot ? gap : 0;
            disc(ui, {x + dot / 2, rect.y + rect.h / 2}, dot / 2, theme.ink);
            x += dot;
        }
        after_dot = !space;
    }
    fill(ui, {x + (code.empty() ? 0.0F : 6.0F), caret_at.y, caret_at.w, caret_at.h}, theme.red);
}

void LockCold::clear()
{
    m_code.clear();
    m_refused.reset();
    m_shown = m_cells_open = false;
    m_trial.reset();
}

void LockCold::draw(Ui& ui, Session& session)
{
    if (session.folder().cells().empty()) {
        draw_first_start(ui);
        return;
    }
    const auto roles = roles_of(session);
    if (std::ranges::find(roles, m_role) == roles.end())
        m_role
            = roles.empty() ? std::string() : roles.back(); // The clerk, who prepares the meeting.
    take_keys(ui, session);
    Rect rest = ui.bounds();
    const bool portrait = ui.shape() == Shape::Portrait;
    const bool compact = !portrait && rest.h < form_height + code_keyboard_height - 8;
    const float keys
        = compact ? std::min(code_keyboard_height, rest.h * 0.54F) : code_keyboard_height;
    if (code_keyboard(ui, rest.cut_bottom(keys), m_keyboard))
        m_code.clear();
    fill(ui, rest, ui.theme().paper);
    if (compact) {
        draw_form_compact(ui, rest, session);
    } else if (portrait) {
        draw_form(ui, rest.cut_bottom(form_height), session);
        draw_left(ui, rest, session);
    } else {
        const float left = left_width + (rest.w - 1280) * 0.4F;
        draw_left(ui, rest.cut_left(left), session);
        draw_form(ui, rest, session);
    }
    if (m_cells_open) {
        const CellsSheet cells = cells_sheet(ui, session.folder(), session.cell());
        if (cells.chosen) {
            session.choose_cell(*cells.chosen);
            clear();
        }
        m_join = cells.join;
        m_cells_open = m_cells_open && !cells.closed && !cells.chosen && !cells.join;
    }
}

void LockCold::begin_trial(Ui& ui, const Session& session)
{
    if (m_code.empty() || m_trial
        || session.folder().wait_ms(ui.clock().now_ms(), session.cell()) > 0)
        return;
    const auto trial = std::make_shared<Trial>(Trial {.role = m_role, .key = {}});
    ui.jobs().run(
        [work = session.folder().code_work(), code = m_code] { return work.derive(code); },
        [trial](const Key& key) { trial->key = key; },
        [trial](const std::exception&) { trial->failed = true; });
    m_refused.reset();
    m_trial = trial;
}

bool LockCold::try_derived(Session& session)
{
    if (!m_trial || !(m_trial->key || m_trial->failed))
        return false;
    const auto trial = std::exchange(m_trial, nullptr);
    m_code.clear();
    if (trial->failed) {
        m_refused = Error {"record.no_memory", {}};
        return false;
    }
    if (const auto opened = session.unlock_with(*trial->key, trial->role); !opened) {
        m_refused = opened.error();
        return false;
    }
    clear();
    return true;
}

void LockCold::take_keys(Ui& ui, const Session& session)
{
    if (m_cells_open)
        return;
    std::erase_if(ui.typed(), [&](const Typed& typed) {
        if (m_trial) { // Nothing is added to a code on its way; Esc takes it back.
            if (typed.key == NamedKey::Escape)
                m_trial.reset();
        } else if (typed.character >= U' ') {
            append(m_code, typed.character);
            m_refused.reset();
        } else if (typed.key == NamedKey::Backspace) {
            drop_last(m_code);
        } else if (typed.key == NamedKey::Enter && !m_code.empty()) {
            begin_trial(ui, session);
        } else {
            return false;
        }
        return true;
    });
}

/// Where the keys leave no room for more: the mark, the room and the time in one line.
void LockCold::draw_head(Ui& ui, const Rect& rect, std::string_view title) const
{
    Rect row = rect.inset(24, 0).centred({rect.w - 48, 56});
    draw_mark(ui, row.cut_left(56, 16));
    const UnixMs now = ui.clock().now_ms();
    const float width = text_width(ui, hm(now), type::clock, Digits::Tabular);
    text(ui, row.cut_right(width + 2, 16), hm(now),
        {.style = type::clock, .color = ui.theme().ink, .digits = Digits::Tabular});
    text(ui, row, title, {.style = type::name, .color = ui.theme().ink});
}

/// A device that has no cell yet can only be given one.
void LockCold::draw_first_start(Ui& ui)
{
    Rect rest = ui.bounds();
    draw_mark(ui, rest.inset(40, 32).cut_top(56).cut_left(56));
    const std::string title = ui.tr("join.no_cell");
    const std::string advice = ui.tr("join.no_cell_advice");
    const std::string join = ui.tr("join.title");
    m_join = empty_state(ui, "join.first", rest.centred({std::min(720.0F, rest.w - 32), 320}),
        {.icon = icons::devices,
            .title = title,
            .advice = advice,
            .button = join,
            .button_icon = icons::usb,
            .above_title = 8,
            .above_button = 24})
                 .released;
}

void LockCold::draw_left(Ui& ui, const Rect& rect, const Session& session) const
{
    const Theme& theme = ui.theme();
    const std::string& room = session.folder().machine().room;
    const CellHeader* cell = session.folder().cell(session.cell());
    const std::string title = !room.empty() ? room : cell != nullptr ? cell->name : std::string();
    if (rect.h < least_left_height) {
        draw_head(ui, rect, title);
        return;
    }
    Rect inside = rect.inset({32, 40, 24, 24});
    Rect head = inside.cut_top(56);
    draw_mark(ui, head.cut_left(56, 16));
    text(ui, head, title, {.style = type::name, .color = theme.ink});
    if (const auto& demo = session.folder().demo()) {
        const Rect info = inside.cut_bottom(80);
        box(ui, info,
            {.fill = theme.blues.tint,
                .border = theme.blues.line,
                .stroke = theme.card_stroke,
                .radius = radius::button});
        Rect words = info.inset(21, 1);
        icon(ui, words.cut_left(32, 16), icons::info, 32, theme.blues.ink);
        const std::string pin = demo->pin.size() == 6
            ? demo->pin.substr(0, 3) + " " + demo->pin.substr(3)
            : demo->pin;
        const std::string is_demo = ui.tr("lock.demo");
        const std::string code_is = ui.tr("lock.demo_code");
        const std::string pin_is = ui.tr("lock.demo_pin");
        Rect first = words.centred({words.w, 56});
        const Rect second = first.cut_bottom(28);
        text(ui, first, {{.text = is_demo, .weight = Weight::SemiBold}, {.text = code_is}},
            {.style = type::body, .color = theme.blues.ink});
        text(ui, second,
            {{.text = demo->code, .weight = Weight::SemiBold}, {.text = pin_is},
                {.text = pin, .weight = Weight::SemiBold}},
            {.style = type::body, .color = theme.blues.ink, .digits = Digits::Tabular});
    }
    Rect clock = inside.centred({inside.w, 144});
    const UnixMs now = ui.clock().now_ms();
    text(ui, clock.cut_top(112).moved(-5, 0), hm(now),
        {.style = type::display_xl.with_line(112), .color = theme.ink, .digits = Digits::Tabular});
    text(ui, clock, long_date(ui, now), {.style = type::field.with_line(32), .color = theme.ink2});
}

} // namespace chibo
