#include "ui/widgets/ring.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "meeting/dates.h"
#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {
namespace {

void track(Ui& ui, const Rect& square, float stroke)
{
    circle(ui, square.centre(), square.w / 2, ui.theme().ring_track, stroke);
}

void tick(Ui& ui, const Rect& square, float stroke, float share)
{
    constexpr float beyond = 2; // The tick is 2 px longer than the ring is wide, each way.
    const float angle = share * 2 * std::numbers::pi_v<float>;
    const Point way {std::sin(angle), -std::cos(angle)};
    const Point centre = square.centre();
    const float outer = square.w / 2 + beyond;
    const float inner = square.w / 2 - stroke - beyond;
    line(ui, {centre.x + way.x * inner, centre.y + way.y * inner},
        {centre.x + way.x * outer, centre.y + way.y * outer}, ui.theme().ink, 4);
}

void draw_centre(Ui& ui, const Rect& square, std::string_view number, std::string_view word,
    const TextStyle& style, Color ink)
{
    const bool big = style.size > type::timer.size;
    const TextStyle word_style = big || style.size < 30 ? type::caption : type::label.with_line(26);
    const float height = style.line + (word.empty() ? 0 : word_style.line);
    Rect block = square.centred({square.w, height});
    text(ui, block.cut_top(style.line), number,
        {.style = style, .color = ink, .align = Align::Centre, .digits = Digits::Tabular});
    if (!word.empty())
        text(ui, block, word,
            {.style = word_style, .color = big ? ui.theme().ink2 : ink, .align = Align::Centre});
}

/// Two bars in the middle of a ring that stands still, above the number.
void draw_pause(Ui& ui, const Rect& square)
{
    const Point top {square.centre().x, square.y + square.h * 0.2F};
    for (const float dx : std::array {-8.0F, 3.0F})
        fill(ui, {top.x + dx, top.y, 5, 18}, ui.theme().ink2, 2);
}

} // namespace

void ring(Ui& ui, const WidgetId& id, const Rect& square, const RingLook& look)
{
    const float share = ui.motion().to(WidgetId(id, "share"), look.share, duration::ring);
    track(ui, square, look.stroke);
    ring_arc(ui, square.centre(), square.w / 2, look.stroke, 0, std::min(share, 1.0F), look.color);
}

void counter_ring(Ui& ui, const WidgetId& id, const Rect& square, const CounterRing& look)
{
    const auto of = static_cast<float>(std::max(look.of, 1));
    const bool reached = look.count >= look.needed && look.green_when_reached;
    const Color color = reached ? ui.theme().greens.solid : ui.theme().ambers.solid;
    ring(ui, id, square,
        {.stroke = look.stroke, .share = static_cast<float>(look.count) / of, .color = color});
    if (look.needed > 0)
        tick(ui, square, look.stroke, static_cast<float>(look.needed) / of);
    draw_centre(ui, square, std::to_string(look.count) + "/" + std::to_string(look.of), look.word,
        look.style, ui.theme().ink);
}

TimerPhase timer_phase(std::int64_t used_ms, std::int64_t planned_ms)
{
    if (used_ms > planned_ms)
        return TimerPhase::Over;
    return used_ms * 10 >= planned_ms * 8 ? TimerPhase::Near : TimerPhase::Calm;
}

Color timer_ink(const Theme& theme, TimerPhase phase)
{
    switch (phase) {
    case TimerPhase::Near:
        return theme.ambers.ink;
    case TimerPhase::Over:
        return theme.reds.ink;
    case TimerPhase::Paused:
        return theme.ink2;
    case TimerPhase::Calm:
    case TimerPhase::Idle:
        break;
    }
    return theme.ink;
}

std::string timer_text(std::int64_t used_ms, std::int64_t planned_ms)
{
    if (used_ms > planned_ms)
        return "+" + m_ss(used_ms - planned_ms);
    return m_ss(planned_ms - used_ms);
}

void timer_ring(Ui& ui, const Rect& square, const TimerRing& look)
{
    const TimerPhase phase = timer_phase(look.used_ms, look.planned_ms);
    const Theme& theme = ui.theme();
    const float share = look.planned_ms <= 0
        ? 1
        : static_cast<float>(look.used_ms) / static_cast<float>(look.planned_ms);
    const Point centre = square.centre();
    const float outer = square.w / 2;
    track(ui, square, look.stroke);
    const Color arc = phase == TimerPhase::Calm ? theme.ink : theme.ambers.solid;
    ring_arc(ui, centre, outer, look.stroke, 0, std::min(share, 1.0F), arc);
    if (phase == TimerPhase::Over)
        ring_arc(ui, centre, outer, look.stroke, 0, std::clamp(share - 1, 0.001F, 1.0F), theme.red);
    if (look.paused && square.w > 120)
        draw_pause(ui, square);
    draw_centre(ui, square, timer_text(look.used_ms, look.planned_ms), look.word, look.style,
        timer_ink(theme, look.paused ? TimerPhase::Paused : phase));
}

void countdown_ring(Ui& ui, const Rect& square, std::int64_t left_ms, std::int64_t whole_ms)
{
    constexpr float stroke = 5;
    constexpr Color dark_track = rgb(0x4A4F56);
    const float share
        = whole_ms > 0 ? static_cast<float>(left_ms) / static_cast<float>(whole_ms) : 0;
    circle(ui, square.centre(), square.w / 2, dark_track, stroke);
    ring_arc(ui, square.centre(), square.w / 2, stroke, 0, std::min(share, 1.0F), ui.theme().star);
    text(ui, square, std::to_string((left_ms + 999) / 1000),
        {.style = type::label,
            .color = ui.theme().card,
            .align = Align::Centre,
            .digits = Digits::Tabular});
}

} // namespace chibo
