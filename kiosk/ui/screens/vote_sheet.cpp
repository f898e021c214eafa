#include "ui/screens/vote_sheet.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "meeting/letters.h"
#include "meeting/rules.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

constexpr float count_h = 128;
constexpr float count_row_h = 72; // Upright, with large text: a row a kind.
constexpr float least_check_h = 72;
constexpr float pad_x = 40;
constexpr float three_buttons_w = 760; // Below it who reserves an opinion has a row of its own.
constexpr float pad_y = 24;
const ChipLook entitled_look {.tone = Tone::Blue, .icon = icons::groups};

struct Counted {
    const char* key = nullptr;
    Icon icon;
    int Vote::* number = nullptr;
};

constexpr Counted kinds[] {{"minutes.yes", icons::thumb_up, &Vote::yes},
    {"minutes.no", icons::cancel, &Vote::no}, {"minutes.other", icons::pending, &Vote::other}};

const char* base_key(BaseKind kind)
{
    switch (kind) {
    case BaseKind::Summoned:
        return "minutes.of_summoned";
    case BaseKind::Present:
        return "minutes.of_present";
    default:
        return "minutes.of_official";
    }
}

} // namespace

VoteRoom vote_room(const std::vector<AttendanceRow>& rows, const RuleSet& rules, UnixMs at)
{
    VoteRoom room {.electorate = electorate(rows, rules, at),
        .temporary_here_verified = verified(rules, "voting.temporary_here_votes")};
    std::ranges::copy_if(rows, std::back_inserter(room.voters), [&](const AttendanceRow& row) {
        return !row.is_guest && present_at(row, at) && may_vote(row, rules);
    });
    return room;
}

VoteSheet::VoteSheet(const Vote& form, VoteRoom room, const std::string& motion, What what) :
    m_vote(form), m_room(std::move(room)), m_what(what)
{
    m_motion.buffer().set_text(motion);
}

void VoteSheet::set_room(VoteRoom room, const Vote& form)
{
    m_room = std::move(room);
    m_vote.entitled_present = form.entitled_present;
    m_vote.base = form.base;
}

std::optional<VoteSheet::Result> VoteSheet::result() const
{
    if (!m_recorded)
        return std::nullopt;
    return Result {m_motion.buffer().text(), m_vote};
}

std::string VoteSheet::title(const Ui& ui) const
{
    return ui.tr(m_what == What::Corrects ? "minutes.correct_vote" : "minutes.show_of_hands");
}

void VoteSheet::draw(Ui& ui)
{
    m_recorded = false;
    if (m_names_open)
        draw_reserved(ui);
    else
        draw_hands(ui);
}

void VoteSheet::draw_hands(Ui& ui)
{
    // Where the title leaves no room for who may vote, that has a row of its own.
    const float inner_w = ui.screen().w < 900 ? ui.screen().w - 48 : 848;
    const std::string may = entitled_words(ui);
    const float may_w
        = chip_width(ui, may, entitled_look) + text_width(ui, title(ui), type::title) + 16;
    const bool below = may_w > inner_w;
    const float counts_h = ui.is_slim() ? 3 * count_row_h + 2 * space::s1 : count_h;
    const float check_h = check_height(ui, inner_w);
    const float buttons_h = asks_for_names() && inner_w < three_buttons_w
        ? button_xl_height + 8 + button_height
        : button_xl_height;
    const float more = counts_h - count_h + check_h - least_check_h + buttons_h - button_xl_height;
    SheetScope sheet(ui, "vote", {928, (below ? 664.0F : 616.0F) + more},
        counted(m_vote) > 0 ? DimCloses::No : DimCloses::Yes);
    const float tight = sheet.rect().h < 560 ? 0.5F : 1.0F; // Large text on a small screen.
    Rect rest = sheet.rect().inset(sheet.rect().w < 900 ? space::s2 : pad_x, pad_y * tight);
    Rect buttons = rest.cut_bottom(buttons_h, 16 * tight);
    text(ui, rest.cut_top(48, below ? 0 : 12 * tight), title(ui),
        {.style = type::title, .color = ui.theme().ink});
    const Rect head = below ? rest.cut_top(36, 12 * tight)
                            : Rect {rest.x, sheet.rect().y + pad_y * tight + 6, rest.w, 36};
    chip(ui, {below ? head.x : head.right() - chip_width(ui, may, entitled_look), head.y}, may,
        entitled_look);
    m_motion.draw(ui, "vote.motion", rest.cut_top(64, 16 * tight),
        {.style = type::field,
            .padding = {18, 18, 18, 18},
            .placeholder = ui.tr("minutes.motion")});
    draw_all_yes(ui, rest.cut_top(72, 12 * tight));
    draw_counts_head(ui, rest.cut_top(28, 8 * tight));
    draw_counts(ui, rest.cut_top(counts_h, 16 * tight));
    draw_check(ui, rest.cut_top(check_h));
    draw_buttons(ui, buttons);
    m_closed = m_closed || sheet.closed();
}

/// "5 đồng chí có quyền · 1 dự bị không biểu quyết"
std::string VoteSheet::entitled_words(const Ui& ui) const
{
    std::string may = ui.tr(
        "minutes.entitled", {{"count", std::to_string(m_room.electorate.entitled_present)}});
    if (m_room.electorate.probationary_present > 0)
        may += " · "
            + ui.tr("minutes.without_vote",
                {{"count", std::to_string(m_room.electorate.probationary_present)}});
    return may;
}

/// "Nếu chưa nhất trí hoàn toàn, đếm theo từng loại", and who votes by a rule that not every cell
/// has.
void VoteSheet::draw_counts_head(Ui& ui, const Rect& row)
{
    const std::string count = ui.tr("minutes.count_by_kind");
    std::string here;
    if (const int votes = m_room.electorate.temporary_here_voting; votes > 0)
        here = ui.tr("minutes.temporary_here_voting", {{"count", std::to_string(votes)}});
    if (!here.empty() && !m_room.temporary_here_verified)
        here = ui.tr("common.unverified", {{"mark", here}});
    text(ui, row, here, {.color = ui.theme().ink2, .align = Align::Right});
    const float both = text_width(ui, count, type::body) + 16 + text_width(ui, here, type::body);
    if (here.empty() || both <= row.w)
        text(ui, row, count, {.color = ui.theme().ink2});
}

void VoteSheet::draw_all_yes(Ui& ui, const Rect& rect)
{
    const std::string all = std::to_string(m_room.electorate.entitled_present);
    const std::string label = ui.tr("minutes.all_yes", {{"count", all}});
    const Press pressed = press(ui, "vote.all_yes", rect, label);
    draw_button(ui, rect, {}, {}, pressed.down ? 1.0F : 0.0F);
    const float words_w = text_width(ui, label, type::button_xxl);
    Rect both = rect.centred({36 + 12 + words_w, rect.h}).moved(0, pressed.down ? 2.0F : 0.0F);
    icon(ui, both.cut_left(36, 12), icons::thumb_up, 36, ui.theme().greens.solid);
    text(ui, {both.x, both.y, both.w + 2, both.h}, label,
        {.style = type::button_xxl, .color = ui.theme().ink});
    if (!pressed)
        return;
    m_vote.yes = m_room.electorate.entitled_present;
    m_vote.no = m_vote.other = 0;
    ui.focus().clear(); // The motion is written.
}

void VoteSheet::draw_counts(Ui& ui, const Rect& rect)
{
    const bool in_rows = rect.h > count_h;
    const auto cells = in_rows ? rect.rows(3, space::s1) : rect.columns(3, 16);
    for (int i = 0; i < 3; ++i)
        draw_count(ui, cells[static_cast<std::size_t>(i)], i);
}

void VoteSheet::draw_count(Ui& ui, const Rect& rect, int which)
{
    const Theme& theme = ui.theme();
    const Counted& kind = kinds[which];
    int& number = m_vote.*(kind.number);
    const bool yes = which == 0;
    box(ui, rect, {.border = theme.line, .stroke = stroke::card, .radius = radius::card});
    const bool in_row = rect.h < count_h; // Word and buttons in one row.
    Rect inner = in_row ? rect.inset({.right = 4, .left = 16})
                        : rect.inset({.top = 12, .right = 16, .left = 16});
    Rect row = in_row ? inner.cut_right(2 * 64 + 72, 8).centred({2 * 64 + 72, 64}) : Rect {};
    Rect head = in_row ? inner : inner.cut_top(32, 8);
    const std::string what = ui.tr(kind.key);
    const bool tight = text_width(ui, what, type::name) > head.w - 40;
    icon(ui, head.cut_left(28, tight ? 6.0F : 12.0F), kind.icon, 28,
        yes ? theme.greens.solid : theme.ink2);
    text(ui, head, what, {.style = tight ? type::label : type::name, .color = theme.ink});
    if (!in_row)
        row = inner.cut_top(64);
    const ButtonLook sign {.style = {34, 30, Weight::SemiBold}};
    const WidgetId id("vote.count", static_cast<std::uint64_t>(which));
    const auto step_look = [&](const std::string& spoken) {
        ButtonLook look = sign;
        look.spoken = spoken;
        return look;
    };
    const std::string less = ui.tr("readback.less", {{"what", what}});
    const std::string more = ui.tr("readback.more", {{"what", what}});
    if (button(ui, WidgetId(id, "less"), row.cut_left(64), "−", step_look(less))) {
        number = std::max(0, number - 1);
        ui.touch().end_guard();
        ui.focus().clear();
    }
    if (button(ui, WidgetId(id, "more"), row.cut_right(64), "+", step_look(more))) {
        number = std::min(number + 1, 999);
        ui.touch().end_guard();
        ui.focus().clear();
    }
    text(ui, row, std::to_string(number),
        {.style = type::counter,
            .color = yes && number > 0 ? theme.greens.ink : theme.ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
}

/// What is counted, and what it would mean: integers only.
VoteSheet::Check VoteSheet::check_words(const Ui& ui) const
{
    const int left = uncounted(m_vote);
    const bool whole = adds_up(m_vote);
    const Values values {{"counted", std::to_string(counted(m_vote))},
        {"entitled", std::to_string(m_vote.entitled_present)},
        {"left", std::to_string(std::abs(left))}};
    Check check;
    check.counted = ui.tr(whole ? "minutes.counted_all"
                                : (left < 0 ? "minutes.counted_over" : "minutes.counted_some"),
        values);
    check.then = whole ? std::string() : " " + ui.tr("minutes.count_all_first", values);
    const std::string majority = ui.tr(
        m_vote.majority == Majority::TwoThirds ? "minutes.two_thirds" : "minutes.more_than_half");
    check.outcome = ui.tr(whole ? (passes(m_vote) ? "minutes.passes" : "minutes.fails")
                                : (passes(m_vote) ? "minutes.would_pass" : "minutes.would_fail"),
        {{"yes", std::to_string(m_vote.yes)}, {"base", std::to_string(m_vote.base)},
            {"of", ui.tr(base_key(m_vote.base_kind))}, {"majority", majority}});
    return check;
}

/// Each sentence takes as many lines as it needs.
float VoteSheet::check_height(Ui& ui, float width) const
{
    const Check check = check_words(ui);
    const float room = width - 2 * 17 - 32 - 16;
    const float lines = measure(ui, check.counted + check.then, type::label, room).h
        + measure(ui, check.outcome, type::body, room).h;
    return std::max(least_check_h, lines + 16);
}

void VoteSheet::draw_check(Ui& ui, const Rect& rect) const
{
    const Check check = check_words(ui);
    const bool whole = adds_up(m_vote);
    const Tone tone = whole ? Tone::Green : (uncounted(m_vote) < 0 ? Tone::Red : Tone::Amber);
    const Family& family = ui.theme().family(tone);
    box(ui, rect,
        {.fill = family.tint,
            .border = family.line,
            .stroke = stroke::card,
            .radius = radius::button});
    Rect rest = rect.inset(17, 0);
    icon(ui, rest.cut_left(32, 16), whole ? icons::check_circle : icons::error, 32, family.ink);
    const float above = measure(ui, check.counted + check.then, type::label, rest.w).h;
    const float below = measure(ui, check.outcome, type::body, rest.w).h;
    Rect lines = rest.centred({rest.w, above + below});
    text(ui, lines.cut_top(above),
        {Span {.text = check.counted, .weight = Weight::SemiBold}, Span {.text = check.then}},
        {.color = family.ink, .place = Place::Top, .lines = Lines::Wrap});
    text(
        ui, lines, check.outcome, {.color = family.ink, .place = Place::Top, .lines = Lines::Wrap});
}

void VoteSheet::draw_buttons(Ui& ui, Rect rect)
{
    const bool asks = asks_for_names();
    const std::string names = reserved_words(ui);
    const ButtonLook names_look {.icon = icons::person, .style = type::label, .gap = 8};
    const bool above = rect.h > button_xl_height;
    const Rect names_above = above ? rect.cut_top(button_height, 8) : Rect {};
    const float cancel_w = asks ? 200 : 240;
    if (button(ui, "vote.cancel", rect.cut_left(std::min(cancel_w, rect.w * 0.3F), 16),
            ui.tr("minutes.cancel"), {.style = type::button_xl}))
        m_closed = true;
    if (asks) {
        const Rect names_at
            = above ? names_above : rect.cut_left(button_width(ui, names, names_look), 16);
        if (button(ui, "vote.reserved", names_at, names, names_look)) {
            ui.focus().clear();
            m_names_open = true;
        }
    }
    const bool ready
        = adds_up(m_vote) && !is_blank(m_motion.buffer().text()) && m_vote.entitled_present > 0;
    if (button(ui, "vote.record", rect, ui.tr("minutes.record_vote"),
            {.kind = kind_if(ready), .icon = icons::how_to_vote, .style = type::button_xl})) {
        m_motion.buffer().settle();
        m_recorded = true;
    }
}

} // namespace chibo
