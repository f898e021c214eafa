// Today's card on Home: the meeting, where and with whom, and what comes next.
#include <algorithm>

#include "record/meeting_commands.h"
#include "ui/draw.h"
#include "ui/screens/home.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ring.h"

namespace chibo {
namespace {

constexpr float today_height = 334;
constexpr float title_line = 44;
constexpr float slim_facts_height = 3 * 56 + 2 * 8;

float actions_height(const Ui& ui)
{
    return ui.is_slim() ? 2 * button_xl_height + 8 : button_xl_height;
}

bool is_over(const Meeting& meeting)
{
    return meeting.state == MeetingState::Closing || meeting.state == MeetingState::Sealed;
}

/// "Còn 22 phút" before the start, in the chip of today's card.
struct Countdown {
    std::string words;
    Tone tone = Tone::Gold;
    Icon icon = icons::schedule;
};

Countdown countdown(Ui& ui, const Meeting& meeting)
{
    switch (meeting.state) {
    case MeetingState::Open:
        return {ui.tr("home.running"), Tone::Green, icons::play_circle_filled};
    case MeetingState::Closing:
        return {ui.tr("home.waits"), Tone::Amber, icons::draw};
    case MeetingState::Sealed:
        return {ui.tr("home.sealed"), Tone::Green, icons::lock};
    case MeetingState::Planned:
        break;
    }
    constexpr std::int64_t minute = 60'000;
    const std::int64_t left
        = (meeting.planned_start_ms - ui.clock().now_ms() + minute - 1) / minute;
    if (left <= 0)
        return {ui.tr("home.start_due"), Tone::Amber, icons::schedule};
    if (left < 60)
        return {ui.tr("home.minutes_left", {{"count", std::to_string(left)}})};
    return {ui.tr("home.hours_left",
        {{"hours", std::to_string(left / 60)}, {"minutes", std::to_string(left % 60)}})};
}

std::string time_range(Ui& ui, const MeetingSummary& summary)
{
    const UnixMs start = summary.meeting.planned_start_ms;
    return ui.tr("home.time_range",
        {{"from", hm(start)},
            {"to", hm(start + std::int64_t {summary.meeting.limit_minutes} * 60'000)}});
}

/// A caption with its icon, and the value below.
void fact(Ui& ui, Rect rect, Icon what, std::string_view caption, std::string_view value)
{
    Rect first = rect.cut_top(26);
    icon(ui, first.cut_left(20, 8), what, 20, ui.theme().ink2);
    text(ui, first, caption, {.style = type::caption, .color = ui.theme().ink2});
    text(ui, rect.cut_top(30), value, {.style = type::name, .color = ui.theme().ink});
}

std::string present_of_required(const MeetingSummary& today)
{
    return std::to_string(today.present) + "/" + std::to_string(today.required);
}

/// How many are here, smaller than the ring of the check-in.
void draw_present(Ui& ui, const Rect& square, const MeetingSummary& today)
{
    constexpr TextStyle number {36, 44, Weight::SemiBold};
    const float share
        = static_cast<float>(today.present) / static_cast<float>(std::max(today.required, 1));
    ring(ui, "home.present", square,
        {.stroke = 12, .share = share, .color = ui.theme().greens.solid});
    Rect lines = square.centred({square.w, number.line + type::caption.line});
    text(ui, lines.cut_top(number.line), present_of_required(today),
        {.style = number,
            .color = ui.theme().ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
    text(ui, lines, ui.tr("home.present"),
        {.style = type::caption, .color = ui.theme().ink2, .align = Align::Centre});
}

} // namespace

float HomeScreen::today_room(const Ui& ui) const
{
    // The room has nothing to press before check-in is open.
    const bool acts = !m_viewer.room() || !m_home.today || check_in_open(m_home.today->meeting);
    const float whole = ui.is_slim()
        ? today_height + title_line + (slim_facts_height - 124) + 8 + button_xl_height
        : today_height;
    return acts ? whole : whole - actions_height(ui) - padding;
}

void HomeScreen::draw_today(Ui& ui, Commands& commands, const Rect& rect)
{
    const MeetingSummary& today = *m_home.today;
    card(ui, rect);
    Rect rest = rect.inset(
        {.top = stroke::card, .right = padding + 1, .bottom = padding + 1, .left = padding + 1});
    Rect head = rest.cut_top(header_height);
    const Countdown left = countdown(ui, today.meeting);
    const ChipLook look {.tone = left.tone, .icon = left.icon};
    const float chip_w = chip_width(ui, left.words, look);
    const Rect chip_at = head.cut_right(chip_w, space::s2);
    chip(ui, {chip_at.x, chip_at.y + 14}, left.words, look);
    const std::string kind = ui.tr("meeting_kind." + std::string(word(today.meeting.kind)));
    text(ui, head, ui.tr("home.today", {{"kind", kind}}),
        {.style = type::label, .color = ui.theme().reds.ink, .lines = Lines::Wrap, .max_lines = 2});
    rest = rest.inset({.top = -8});
    text(ui, rest.cut_top(ui.is_slim() ? 2 * title_line : title_line, 6), tied(today.meeting.title),
        {.style = type::title, .color = ui.theme().ink, .lines = Lines::Wrap, .max_lines = 2});
    draw_facts(ui, rest.cut_top(ui.is_slim() ? slim_facts_height : 124), today);
    draw_next_action(ui, commands, rest.cut_bottom(actions_height(ui)), today);
}

void HomeScreen::draw_facts(Ui& ui, const Rect& rect, const MeetingSummary& today) const
{
    Rect facts = rect;
    if (!ui.is_slim()) {
        draw_present(ui, facts.cut_right(124, space::s2), today);
        facts = facts.centred({facts.w, 120});
    }
    constexpr float first_column = 212, gap = 16;
    const auto name
        = [&](const std::string& who) { return who.empty() ? ui.tr("home.nobody") : who; };
    Rect left = facts.cut_left(std::min(first_column, (facts.w - gap) / 2), gap);
    fact(ui, left.cut_top(56, 8), icons::schedule, ui.tr("home.time"), time_range(ui, today));
    fact(ui, left.cut_top(56, 8), icons::person, ui.tr("home.chair"), name(today.chair_name));
    fact(ui, facts.cut_top(56, 8), icons::place, ui.tr("home.place"), tied(today.meeting.place));
    fact(ui, facts.cut_top(56, 8), icons::edit, ui.tr("home.clerk"), name(today.clerk_name));
    if (ui.is_slim())
        fact(ui, left, icons::how_to_reg, ui.tr("home.present"), present_of_required(today));
}

/// Takes its place off the row: beside the next action, below it where the screen is narrow.
void HomeScreen::draw_second_action(
    Ui& ui, Commands& commands, Rect& row, const MeetingSummary& today) const
{
    const bool over = is_over(today.meeting);
    const Date next = plus_months(date_of(today.meeting.planned_start_ms), 1);
    const std::string words = over
        ? ui.tr("home.plan_month", {{"month", ui.tr("month_name." + std::to_string(next.month))}})
        : ui.tr("home.show_agenda");
    const ButtonLook look {
        .icon = over ? icons::event : icons::format_list_numbered, .style = type::button_xl};
    const Rect at = ui.is_slim() ? row.cut_bottom(button_xl_height, 8)
                                 : row.cut_right(button_width(ui, words, look), space::s2);
    if (button(ui, "home.second", at, words, look))
        commands.go({.screen = over ? "plan" : "agenda",
            .meeting = over ? MeetingId {} : today.meeting.id});
}

void HomeScreen::draw_next_action(Ui& ui, Commands& commands, Rect row, const MeetingSummary& today)
{
    const MeetingId id = today.meeting.id;
    if (!m_viewer.room())
        draw_second_action(ui, commands, row, today);
    const auto primary = [&](std::string_view key, Icon what) {
        return button(ui, "home.next", row, ui.tr(key),
            {.kind = ButtonKind::Primary, .icon = what, .icon_size = 36, .style = type::button_xl});
    };
    if (m_viewer.room()) {
        if (check_in_open(today.meeting) && primary("home.go_check_in", icons::how_to_reg))
            commands.go({.screen = "check_in", .meeting = id});
    } else if (today.meeting.state == MeetingState::Planned && !check_in_open(today.meeting)) {
        if (primary("home.open_check_in", icons::how_to_reg))
            commands.push(open_check_in(id), {.done = [&commands, id](const JournalPlace&) {
                commands.go({.screen = "check_in", .meeting = id});
            }});
    } else if (today.meeting.state == MeetingState::Planned) {
        if (primary("home.go_check_in", icons::how_to_reg))
            commands.go({.screen = "check_in", .meeting = id});
    } else if (today.meeting.state == MeetingState::Open) {
        if (primary("home.go_minutes", icons::edit_note))
            commands.go({.screen = "minutes", .meeting = id});
    } else {
        const bool is_sealed = today.meeting.state == MeetingState::Sealed;
        if (primary(is_sealed ? "home.show_minutes" : "home.go_seal",
                is_sealed ? icons::description : icons::verified))
            commands.go({.screen = "seal", .meeting = id});
    }
}

void HomeScreen::draw_nothing_today(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    Rect lines = rect.centred({rect.w - 2 * padding, m_viewer.room() ? 156.0F : 244.0F});
    icon(ui, lines.cut_top(64, 16), icons::event_available, 64, ui.theme().edge);
    text(ui, lines.cut_top(36, 4), ui.tr("home.no_meeting"),
        {.style = type::heading, .color = ui.theme().ink, .align = Align::Centre});
    const std::string advice = m_home.coming.empty()
        ? ui.tr("home.no_meeting_advice")
        : ui.tr("home.no_meeting_next",
              {{"day", dmy(date_of(m_home.coming.front().meeting.planned_start_ms))}});
    text(ui, lines.cut_top(28, 24), advice,
        {.style = type::body, .color = ui.theme().ink2, .align = Align::Centre});
    if (m_viewer.room())
        return;
    const ButtonLook look {
        .kind = ButtonKind::Primary, .icon = icons::event, .style = type::button_xl};
    const std::string plan = ui.tr("home.plan");
    if (button(ui, "home.plan", lines.centred({button_width(ui, plan, look), button_xl_height}),
            plan, look))
        commands.go({.screen = "plan"});
}

} // namespace chibo
