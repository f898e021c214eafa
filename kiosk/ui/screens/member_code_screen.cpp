#include "ui/screens/member_code_screen.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "meeting/names.h"
#include "record/cell_queries.h"
#include "record/member_queries.h"
#include "record/own_codes.h"
#include "ui/draw.h"
#include "ui/page_frame.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

constexpr float left_width = 680;
constexpr float form_w = 432;
constexpr float key_gap = 12;
constexpr float least_form_h = 550;
constexpr std::size_t least_digits = 6;
constexpr TextStyle second_title {22, 30, Weight::Regular};
constexpr TextStyle key_style {34, 40, Weight::SemiBold};

struct Advice {
    const char* title = nullptr;
    const char* words = nullptr;
    Icon icon;
    bool attention = false;
};

constexpr std::array<Advice, 3> points {{
    {"member_code.only_you", "member_code.only_you_words", icons::visibility_off, false},
    {"member_code.forgotten", "member_code.forgotten_words", icons::report_problem, true},
    {"member_code.stays", "member_code.stays_words", icons::task_alt, false},
}};

} // namespace

void MemberCodeScreen::refresh(const Record& record, const Viewer& viewer)
{
    if (m_waiting)
        return; // Own pages open already where the code was right: nothing moves until then.
    m_cell = read_cell(record);
    m_changes = viewer.role == "member";
    if (m_changes && viewer.member)
        m_member_id = *viewer.member;
    m_member = read_member(record, m_member_id);
    m_has_code = has_own_code(record, m_member_id);
    m_drafts = count_sealed_drafts(record, m_member_id);
    m_beside = m_desk.beside();
}

void MemberCodeScreen::draw(Ui& ui, Commands& commands)
{
    const Theme& theme = ui.theme();
    Rect rest = ui.bounds();
    fill(ui, rest, theme.paper);
    if (!m_member) {
        commands.back();
        return;
    }
    take_answer(commands);
    const float left_h
        = 24 + 56 + 32 + 80 + 24 + points_height(ui, rest.w - 48) + 8 + 48 + 16 + 64 + 16;
    if (rest.w >= 1180) {
        draw_left(ui, commands, rest.cut_left(left_width + (rest.w - 1280) * 0.5F), false);
        draw_right(ui, rest);
    } else if (rest.w > rest.h) {
        // Larger text: both beside one another, the words scroll.
        draw_right(ui, rest.cut_right(434));
        const float height = left_h + points_height(ui, rest.w - 48) - points_height(ui, 10'000);
        ScrollScope words(ui, "member_code.words", rest);
        const Rect column = words.rect();
        draw_left(ui, commands, {column.x, column.y, column.w, height}, true);
        words.content(height);
    } else if (left_h + least_form_h <= rest.h) {
        draw_left(ui, commands, rest.cut_top(left_h), true);
        draw_right(ui, rest);
    } else {
        // Upright with large text: what is to be touched stands first.
        ScrollScope page(ui, "member_code.page", rest);
        Rect column = page.rect();
        draw_right(ui, column.cut_top(least_form_h + 40));
        draw_left(ui, commands, column.cut_top(left_h), true);
        page.content(column.y - page.top());
    }
    draw_sheets(ui);
}

void MemberCodeScreen::draw_left(Ui& ui, Commands& commands, Rect rect, bool low)
{
    const Theme& theme = ui.theme();
    Rect inside = low ? rect.inset({24, 24, 16, 24}) : rect.inset({48, 56, 48, 56});
    Rect head = inside.cut_top(56, low ? 32.0F : 48.0F);
    draw_mark(ui, head.cut_left(56, 16));
    text(ui, head.cut_top(30), m_cell.name, {.style = type::name, .color = theme.ink});
    text(ui, head, m_cell.organisation, {.style = type::caption, .color = theme.ink2});
    Rect who = inside.cut_top(80, low ? 24.0F : 32.0F);
    avatar(ui, who.cut_left(80, 16), portrait(m_member->name, m_member->number));
    Rect lines = who.centred({who.w, 74});
    text(ui, lines.cut_top(44), ui.tr("member_code.title"),
        {.style = low ? type::heading.with_line(44) : type::title, .color = theme.ink});
    text(ui, lines, m_member->name + " · " + ui.tr("role." + std::string(word(m_member->standing))),
        {.style = second_title, .color = theme.ink2});
    const Rect foot = inside.cut_bottom(64, 16);
    const float height = points_height(ui, inside.w);
    draw_points(ui, inside.cut_top(height, 8));
    if (makes())
        text(ui, inside, ui.tr("member_code.six_digits"),
            {.style = type::caption.with_line(24),
                .color = theme.ink2,
                .place = Place::Top,
                .lines = Lines::Wrap,
                .max_lines = 2});
    draw_foot(ui, commands, foot);
}

float MemberCodeScreen::points_height(Ui& ui, float width)
{
    float height = 2 + 64;
    for (const Advice& point : points)
        height += 1 + 32 + 28
            + measure(ui, ui.tr(point.words), type::body, width - 2 - 40 - 28 - 16).h;
    return height;
}

void MemberCodeScreen::draw_points(Ui& ui, const Rect& rect)
{
    card(ui, rect);
    Rect rest = rect.inset(1);
    const Rect head = rest.cut_top(64).inset(20, 0);
    text(ui, head, ui.tr(makes() ? "member_code.before" : "member_code.about"),
        {.style = type::name, .color = ui.theme().ink});
    for (std::size_t i = 0; i < points.size(); ++i)
        rest.cut_top(draw_point(ui, rest, i));
}

float MemberCodeScreen::draw_point(Ui& ui, Rect rest, std::size_t number)
{
    const Theme& theme = ui.theme();
    const Advice& point = points.at(number);
    const std::string words = ui.tr(point.words);
    const float words_h = measure(ui, words, type::body, rest.w - 40 - 28 - 16).h;
    Rect row = rest.cut_top(1 + 32 + 28 + words_h);
    const Family& amber = theme.ambers;
    if (point.attention)
        fill(ui, row, amber.tint);
    rule(ui, {row.x, row.y}, row.w, point.attention || number == 2 ? amber.line : theme.line);
    Rect inside = row.inset({.top = 17, .right = 20, .bottom = 16, .left = 20});
    const Color icon_color = point.attention ? amber.ink
        : number == 2                        ? theme.greens.solid
                                             : theme.ink2;
    icon(ui, inside.cut_left(28, 16).cut_top(28), point.icon, 28, icon_color);
    text(ui, inside.cut_top(28), ui.tr(point.title),
        {.style = type::label, .color = point.attention ? amber.ink : theme.ink});
    text(ui, inside, words,
        {.style = type::body,
            .color = point.attention ? amber.ink : theme.ink2,
            .place = Place::Top,
            .lines = Lines::Wrap});
    return row.h;
}

void MemberCodeScreen::draw_foot(Ui& ui, Commands& commands, Rect rect)
{
    const Theme& theme = ui.theme();
    const std::string later = ui.tr("member_code.later");
    const ButtonLook look {.icon = icons::arrow_back};
    if (button(
            ui, "member_code.later", rect.cut_left(button_width(ui, later, look), 16), later, look))
        commands.back();
    if (m_beside.name.empty())
        return;
    const std::string beside = ui.tr("member_code.beside", {{"name", short_name(m_beside.name)}});
    const std::string since = ui.tr("member_code.opened",
        {{"role", ui.tr("officer." + m_beside.role)}, {"time", hm(m_beside.opened_at_ms)}});
    const float words = std::min(rect.w - 60,
        std::max(text_width(ui, beside, type::label), text_width(ui, since, type::caption)) + 1);
    Rect lines = rect.cut_right(words, 12);
    avatar(ui, rect.cut_right(48).centred({48, 48}), portrait(m_beside.name, m_beside.number));
    lines = lines.centred({lines.w, 50});
    text(ui, lines.cut_top(26), beside, {.style = type::label.with_line(26), .color = theme.ink});
    text(ui, lines, since, {.style = type::caption.with_line(24), .color = theme.ink2});
}

void MemberCodeScreen::draw_right(Ui& ui, const Rect& rect)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    if (rect.x > 0) // The words stand beside it, not above or below.
        fill(ui, {rect.x, rect.y, 1, rect.h}, theme.line);
    const bool tight = rect.h < 790;
    const float width = std::min(form_w, rect.w - (tight ? 24.0F : 48.0F));
    const float x = rect.x + std::round((rect.w - width) / 2 + 0.5F);
    const float top = tight ? 10.0F : 48 + (rect.h - 800) / 2;
    Rect column {x, rect.y + top, width, rect.h - top};
    draw_fields(ui, column, tight);
    const float below = tight ? button_xl_height + 18 : button_xxl_height + 29 + 48;
    const float forgot = makes() ? 0 : 64;
    const float keys
        = std::clamp(column.h - below - forgot, 4 * 56 + 3 * 8.0F, 4 * 88 + 3 * key_gap);
    draw_keys(ui, column.cut_top(keys, tight ? 8.0F : 29.0F));
    const bool waits = m_waiting || wait_ms() > 0;
    const char* label = m_waiting ? "member_code.opening"
        : makes()                 ? "member_code.make"
                                  : "member_code.open";
    if (button(ui, "member_code.go",
            column.cut_top(tight ? button_xl_height : button_xxl_height, 8), ui.tr(label),
            {.kind = kind_if(ready() && !waits),
                .icon = makes() ? icons::lock : icons::lock_open,
                .style = tight ? type::button_xl : type::button_xxl}))
        ask(ui);
    if (!makes()
        && button(ui, "member_code.forgot", column.cut_top(64), ui.tr("member_code.forgot"),
            {.kind = ButtonKind::Text, .style = type::label}))
        m_forgotten_open = true;
}

void MemberCodeScreen::draw_fields(Ui& ui, Rect& column, bool tight)
{
    const auto keys = m_waiting ? std::vector<Typed> {} : ui.typed();
    for (const Typed& typed : keys) {
        std::string& code = m_in_second && makes() ? m_again : m_code;
        if (typed.character >= U'0' && typed.character <= U'9')
            code += static_cast<char>(typed.character);
        else if (typed.key == NamedKey::Backspace && !code.empty())
            code.pop_back();
        else if (typed.key == NamedKey::Enter && makes() && !m_in_second)
            m_in_second = true;
        else if (typed.key == NamedKey::Enter && ready())
            ask(ui);
        if (typed.character != 0 || typed.key != NamedKey::None)
            m_refused.reset();
    }
    ui.typed().clear();
    const float gap = tight ? 6.0F : 12.0F;
    draw_field(ui, column.cut_top(64, gap), m_code, false);
    if (makes())
        draw_field(ui, column.cut_top(64, gap), m_again, true);
    else if (!tight)
        column.cut_top(64, gap);
    draw_sentence(ui, column.cut_top(26, tight ? 6.0F : 29.0F));
}

void MemberCodeScreen::draw_field(Ui& ui, const Rect& rect, std::string& code, bool second)
{
    const Theme& theme = ui.theme();
    const std::string label = ui.tr(second ? "member_code.again"
            : makes()                      ? "member_code.new"
                                           : "member_code.own");
    const bool focused = m_in_second == second || !makes();
    if (press(ui, second ? "member_code.second" : "member_code.first", rect, label))
        m_in_second = second;
    field_ground(ui, rect, {.focused = focused});
    Rect row = rect.inset({.right = 16, .left = 18});
    text(ui, row.cut_left(92), label, {.style = type::label, .color = theme.ink});
    const bool enough = code.size() >= least_digits;
    const bool same = second ? enough && code == m_code : enough;
    if (makes() && same) {
        const std::string words = ui.tr(second ? "member_code.same" : "member_code.enough");
        const ChipLook look {.tone = Tone::Green, .icon = icons::check_circle};
        const Rect at = row.cut_right(chip_width(ui, words, look), 8);
        chip(ui, {at.x, at.y + 14}, words, look);
    }
    const auto fit = static_cast<std::size_t>(row.w / 24);
    for (std::size_t i = 0; i < std::min(code.size(), fit); ++i)
        disc(ui, {row.x + 8 + static_cast<float>(i) * 24, row.y + row.h / 2}, 8, theme.ink);
}

void MemberCodeScreen::draw_sentence(Ui& ui, const Rect& rect)
{
    const std::int64_t wait = wait_ms();
    std::string words = ui.tr(makes() ? "member_code.advice" : "member_code.type_it");
    bool bad = false;
    if (wait > 0) {
        words = ui.tr("own_code.wait", {{"seconds", std::to_string((wait + 999) / 1000)}});
        ui.pace().again(ui.now_ms() + (wait - 1) % 1000 + 1, Why::Timer);
        bad = true;
    } else if (m_refused) {
        words = ui.tr(m_refused->key, m_refused->values);
        bad = true;
    } else if (makes() && m_again.size() >= m_code.size() && !m_again.empty()
        && m_again != m_code) {
        words = ui.tr("member_code.differs");
        bad = true;
    }
    const float more = ui.screen().w >= 1180 ? 60.0F : 0.0F;
    text(ui, {rect.x - more, rect.y, rect.w + 2 * more, rect.h}, words,
        {.style = type::caption,
            .color = bad ? ui.theme().reds.ink : ui.theme().ink2,
            .align = Align::Centre});
}

void MemberCodeScreen::draw_keys(Ui& ui, const Rect& rect)
{
    const float gap = rect.h < 380 ? 8.0F : key_gap;
    const auto rows = rect.rows(4, gap);
    std::string on_the_way = m_code; // Nothing changes any more.
    std::string& code = m_waiting ? on_the_way : m_in_second && makes() ? m_again : m_code;
    const auto key = [&](const Rect& at, char digit) {
        const std::string label(1, digit);
        return button(ui, {"member_code.digit", static_cast<std::uint64_t>(digit)}, at, label,
            {.style = key_style})
            .released;
    };
    for (char digit = '1'; digit <= '9'; ++digit) {
        const auto place = static_cast<std::size_t>(digit - '1');
        if (key(rows[place / 3].columns(3, gap)[place % 3], digit)) {
            code += digit;
            m_refused.reset();
        }
    }
    const auto last = rows[3].columns(3, gap);
    if (button(ui, "member_code.clear", last[0], ui.tr("lock.clear_all")))
        code.clear();
    if (key(last[1], '0')) {
        code += '0';
        m_refused.reset();
    }
    if (icon_button(
            ui, "member_code.backspace", last[2], icons::backspace, ui.tr("member_code.backspace"))
        && !code.empty())
        code.pop_back();
}

void MemberCodeScreen::draw_sheets(Ui& ui)
{
    if (!m_forgotten_open)
        return;
    const std::string title = ui.tr("member_code.forgot_title");
    const std::string words
        = ui.tr(m_drafts > 0 ? "member_code.forgot_loses" : "member_code.forgot_loses_nothing",
            {{"count", std::to_string(m_drafts)}, {"name", m_member->name}});
    const std::string safe = ui.tr("member_code.forgot_no");
    const std::string go = ui.tr("member_code.forgot_go");
    const Answer answer = confirm_sheet(ui, "member_code.forgotten",
        {.title = title,
            .words = words,
            .safe = safe,
            .go = go,
            .icon = icons::trash,
            .caution = true});
    if (answer == Answer::None)
        return;
    m_forgotten_open = false;
    if (answer != Answer::Go)
        return;
    if (const auto gone = m_desk.give_up_own_code(m_member_id); !gone)
        m_refused = gone.error();
    m_code.clear();
    m_again.clear();
    m_in_second = false;
    ui.pace().input();
}

bool MemberCodeScreen::ready() const
{
    return m_code.size() >= least_digits && (!makes() || m_code == m_again);
}

/// No try is taken before; a code that is being opened counts as tried already.
std::int64_t MemberCodeScreen::wait_ms() const
{
    return makes() || m_waiting ? 0 : m_desk.own_code_wait_ms(m_member_id);
}

void MemberCodeScreen::ask(Ui& ui)
{
    if (wait_ms() > 0)
        return;
    auto waiting = std::make_shared<Waiting>();
    const auto answer = [waiting, &ui](const Result<void>& entered) {
        *waiting = entered;
        ui.pace().input();
    };
    if (makes())
        m_desk.make_own_code(m_member_id, m_code, answer);
    else
        m_desk.open_own_pages(m_member_id, m_code, answer);
    m_waiting = std::move(waiting);
    ui.pace().input();
}

void MemberCodeScreen::take_answer(Commands& commands)
{
    if (!m_waiting || !*m_waiting)
        return;
    if (**m_waiting) {
        commands.go({.screen = "own_page", .meeting = {}, .detail = {}});
        return;
    }
    m_refused = (*m_waiting)->error();
    m_waiting.reset();
    m_code.clear();
    m_again.clear();
    m_in_second = false;
}

} // namespace chibo
