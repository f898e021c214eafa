// Biên bản, the left: the agenda's items with what is recorded under each, the running one with its
// time.
#include <algorithm>
#include <cmath>

#include "record/agenda_commands.h"
#include "ui/draw.h"
#include "ui/screens/minutes_screen.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"

namespace chibo {

namespace {

constexpr TextStyle item_style {20, 26, Weight::Regular};
constexpr float least_h = 64;
constexpr float low_h = 136; // The running item while the keyboard is on the screen.
constexpr float time_h = 24;
constexpr float icon_w = 24;
constexpr float gap = 12;
constexpr float foot_h = 180;

struct StateLook {
    Icon icon;
    Color color;
};

StateLook state_look(const Ui& ui, ItemState state)
{
    const Theme& theme = ui.theme();
    switch (state) {
    case ItemState::Done:
        return {icons::check_circle, theme.greens.solid};
    case ItemState::Running:
        return {icons::play_circle_filled, theme.reds.ink};
    case ItemState::Paused:
        return {icons::pause, theme.reds.ink};
    case ItemState::Skipped:
        return {icons::skip_next, theme.ink2};
    default:
        return {icons::radio_button_unchecked, theme.edge};
    }
}

Color time_color(const Theme& theme, TimerPhase phase)
{
    switch (phase) {
    case TimerPhase::Near:
        return theme.ambers.ink;
    case TimerPhase::Over:
        return theme.reds.ink;
    default:
        return theme.ink;
    }
}

bool current(const AgendaItem& item)
{
    return item.state == ItemState::Running || item.state == ItemState::Paused;
}

std::string words_of(Ui& ui, const Agenda& agenda, const AgendaItem& item)
{
    return ui.tr("minutes.item",
        {{"number", std::to_string(item_number(agenda, item.id))},
            {"title", tied(item.short_title)}});
}

/// Beside the words: icon and its gap, the badge and its gap, 16 and 12 at the ends, the edge.
float words_width(Ui& ui, float width, const AgendaItem& item)
{
    float rest = width - 1 - 16 - icon_w - gap - 12;
    if (item.entries > 0)
        rest -= gap + badge_width(ui, std::to_string(item.entries));
    return rest;
}

TextStyle style_of(const AgendaItem& item, bool shown)
{
    return current(item) || shown ? item_style.bold() : item_style;
}

} // namespace

void MinutesScreen::draw_outline(Ui& ui, Commands& commands, const Rect& rect)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    const bool little = low(ui);
    Rect list_at = rect;
    if (!little)
        draw_outline_foot(ui, commands, list_at.cut_bottom(foot_h));
    {
        ScrollScope list(ui, "minutes.outline", list_at);
        Rect rest = list.rect();
        float before_current = 0;
        for (const AgendaItem& item : m_agenda.items) {
            const float height = item_height(ui, item, little);
            const Rect place = rest.cut_top(height);
            if (current(item))
                before_current = place.y - list.top();
            if (list.shows(place))
                draw_item(ui, commands, place, item, little);
        }
        rule(ui, {rect.x, rest.y}, rect.w, theme.line);
        list.content(rest.y + 1 - list.top());
        // The running item comes into sight, with the one before it above.
        const AgendaItem* now = current_item(m_agenda);
        const std::int64_t mark = (now ? item_number(m_agenda, now->id) : 0) * 2 + (little ? 1 : 0);
        if (m_outline_at != mark) {
            m_outline_at = mark;
            ui.scrolls().to("minutes.outline",
                std::max(0.0F, before_current - (little ? least_h : 3 * least_h)));
            ui.pace().input();
        }
    }
    fill(ui, {rect.right() - 1, rect.y, 1, rect.h}, theme.line);
}

float MinutesScreen::item_height(Ui& ui, const AgendaItem& item, bool little) const
{
    if (current(item) && little)
        return low_h;
    const float width = ui.shape() == Shape::Wide ? 264 * 1.25F : 264;
    const bool shown = m_chosen == item.id;
    const float words = measure(
        ui, words_of(ui, m_agenda, item), style_of(item, shown), words_width(ui, width, item), 3)
                            .h;
    if (current(item))
        return std::max(84.0F, words + time_h + 8);
    return std::max(least_h, words + 9);
}

float MinutesScreen::draw_item(
    Ui& ui, Commands& commands, Rect place, const AgendaItem& item, bool little)
{
    const Theme& theme = ui.theme();
    const AgendaItem* shown = shown_item();
    const bool now = current(item);
    const bool chosen = shown && shown->id == item.id;
    const std::string words = words_of(ui, m_agenda, item);
    const Press pressed = press(ui, {"minutes.item", item.id.uuid}, place, words);
    if (pressed) {
        m_chosen = now ? std::nullopt : std::optional(item.id);
        commands.read_again();
    }
    if (chosen || pressed.down)
        fill(ui, place, chosen ? theme.reds.tint : theme.sunk);
    rule(ui, {place.x, place.y}, place.w, theme.line);
    if (chosen)
        fill(ui, {place.x, place.y, stroke::marker, place.h}, theme.red);
    Rect row = place.inset({.top = 1, .right = 13, .left = 16});
    Rect below {};
    if (now && little) {
        below = row;
        row = below.cut_top(63);
    }
    const StateLook look = state_look(ui, item.state);
    icon(ui, row.cut_left(icon_w, gap), look.icon, 24, look.color);
    if (item.entries > 0) {
        const std::string count = std::to_string(item.entries);
        badge(ui, row.cut_right(badge_width(ui, count), gap), count, Align::Right,
            chosen ? BadgeLook {.fill = theme.sunk.with_alpha(0.8F), .ink = theme.ink2}
                   : BadgeLook {});
    }
    const Color ink = chosen ? theme.reds.ink : theme.ink;
    const TextStyle style = style_of(item, chosen);
    const float words_h = measure(ui, words, style, row.w, 3).h;
    const float block = words_h + (now && !little ? time_h : 0);
    const Rect lines {row.x, row.y + (row.h - block) / 2, row.w, words_h};
    text(ui, lines, words, {.style = style, .color = ink, .lines = Lines::Wrap, .max_lines = 3});
    if (!now)
        return place.h;
    if (!little) {
        draw_time_left(ui, {row.x, lines.bottom(), row.w, time_h}, item, false);
        return place.h;
    }
    below.h = 64;
    Rect button_at = below;
    draw_next_button(ui, commands, button_at.cut_right(64));
    draw_time_left(
        ui, {below.x + icon_w + gap, below.y, below.w - icon_w - gap - 64, 64}, item, true);
    return place.h;
}

void MinutesScreen::draw_time_left(Ui& ui, const Rect& at, const AgendaItem& item, bool large)
{
    const ItemTimer timer = item_timer(item, ui.clock().now_ms());
    const Color color = time_color(ui.theme(), timer.phase);
    if (item.state == ItemState::Running)
        ui.pace().again(ui.now_ms() + 1000 - ui.clock().now_ms() % 1000, Why::Timer);
    const std::string word = ui.tr(timer.left_ms < 0 ? "minutes.over_by" : "minutes.left") + " ";
    const std::string time = m_ss(timer.left_ms);
    constexpr TextStyle large_style {20, 24, Weight::SemiBold},
        small_style {18, 24, Weight::SemiBold};
    constexpr float sign = 24 + 8, beside_button = 8;
    const bool fits = sign + text_width(ui, word, large_style)
            + text_width(ui, time, large_style, Digits::Tabular) + beside_button
        <= at.w; // Ten minutes and more do not.
    const bool roomy = large && fits;
    const TextStyle& style = roomy ? large_style : small_style;
    Rect row = at;
    const float size = roomy ? 24 : 20;
    icon(ui, row.cut_left(size, roomy ? 8.0F : 4.0F), icons::timelapse, size, color);
    const float word_w = text_width(ui, word, style);
    text(ui, {row.x, row.y, word_w + 1, row.h}, word, {.style = style, .color = color});
    text(ui, {row.x + word_w, row.y, row.w - word_w, row.h}, time,
        {.style = style, .color = color, .digits = Digits::Tabular});
}

void MinutesScreen::draw_next_button(Ui& ui, Commands& commands, const Rect& rect)
{
    if (icon_button(ui, "minutes.next", rect.centred({64, 64}), icons::skip_next,
            ui.tr("minutes.next_item"), {.icon_size = 36})) {
        commands.push(start_next_item(m_meeting_id));
        m_chosen.reset();
    }
}

void MinutesScreen::draw_outline_foot(Ui& ui, Commands& commands, const Rect& rect)
{
    Rect rest = rect.inset({.right = 16, .bottom = 12, .left = 16});
    const ButtonLook look {.style = type::label, .gap = 8};
    ButtonLook preview = look;
    preview.icon = m_leads_back ? icons::arrow_back : icons::description;
    if (m_leads_back) {
        if (button(ui, "minutes.back", rest.cut_bottom(64, 8), ui.tr("common.back"), preview))
            commands.back();
    } else if (button(ui, "minutes.preview", rest.cut_bottom(64, 8), ui.tr("minutes.preview"),
                   preview))
        commands.go({.screen = "paper", .meeting = m_meeting_id, .detail = {}});
    ButtonLook next = look;
    next.icon = icons::skip_next;
    if (running(m_meeting)
        && button(ui, "minutes.next", rest.cut_bottom(64, 8), ui.tr("minutes.next_item"), next)) {
        commands.push(start_next_item(m_meeting_id));
        m_chosen.reset();
    }
    Rect line = rest.cut_bottom(24);
    icon(ui, line.cut_left(24, 8), icons::groups, 24, ui.theme().ink2);
    const AttendanceFigures& figures = m_attendance.figures;
    std::string words = ui.tr("minutes.present",
        {{"present", std::to_string(figures.present)},
            {"required", std::to_string(figures.required)}});
    if (figures.guests > 0)
        words += " · " + ui.tr("minutes.guests", {{"count", std::to_string(figures.guests)}});
    text(ui, line, words, {.style = type::caption.with_line(24), .color = ui.theme().ink2});
}

/// Where there is no room beside: the shown item with its time, and the next one.
void MinutesScreen::draw_strip(Ui& ui, Commands& commands, Rect rect)
{
    const Theme& theme = ui.theme();
    const AgendaItem* item = shown_item();
    fill(ui, rect, theme.card);
    rule(ui, {rect.x, rect.bottom() - 1}, rect.w, theme.line);
    if (item == nullptr)
        return;
    Rect row = rect.inset(16, 4);
    if (m_leads_back
        && icon_button(
            ui, "minutes.back", row.cut_left(64, 12), icons::arrow_back, ui.tr("common.back")))
        commands.back();
    if (running(m_meeting))
        draw_next_button(ui, commands, row.cut_right(64, 12));
    const int number = item_number(m_agenda, item->id);
    const auto step = [&](const Rect& at, Icon which, int to, const char* key) {
        const bool there = to >= 1 && to <= static_cast<int>(m_agenda.items.size());
        if (icon_button(ui, key, at.centred({56, 64}), which, ui.tr(key),
                {.kind = kind_if(there, ButtonKind::Text)})) {
            const AgendaItem& other = m_agenda.items[static_cast<std::size_t>(to - 1)];
            m_chosen = current(other) ? std::nullopt : std::optional(other.id);
            commands.read_again();
        }
    };
    step(row.cut_left(56, 4), icons::chevron_left, number - 1, "minutes.earlier_item");
    step(row.cut_right(56, 4), icons::chevron_right, number + 1, "minutes.later_item");
    const bool timed = current(*item);
    Rect lines = row.centred({row.w, timed ? 52.0F : 28.0F});
    text(ui, lines.cut_top(28), words_of(ui, m_agenda, *item),
        {.style = type::label, .color = theme.reds.ink});
    if (timed)
        draw_time_left(ui, lines, *item, false);
}

} // namespace chibo
