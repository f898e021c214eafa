// The kiosk and time: rest and lock when nobody touches, the meeting's own time, and the tones of a
// running item.
#include <algorithm>
#include <cstdlib>

#include "meeting/agenda.h"
#include "record/agenda_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/time_anchor.h"
#include "ui/app.h"
#include "ui/screens/device_rows.h"

namespace chibo {

namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t near_permille = 800; // As item_timer() has it.

} // namespace

/// When an untouched officer's screen rests; never where it stays.
std::int64_t App::rest_at_ms() const
{
    const bool stays = m_screen && m_screen->resting() == Resting::Stays;
    if (m_session.state() != KioskState::Officer || stays)
        return Pace::never;
    return m_touched_ms + m_settings.rest_after_minutes * minute_ms;
}

/// When the resting kiosk forgets the key; never while a meeting runs.
std::int64_t App::lock_at_ms() const
{
    if (m_session.state() != KioskState::Room || m_meeting_runs)
        return Pace::never;
    return m_touched_ms
        + (m_settings.rest_after_minutes + m_settings.lock_after_minutes) * minute_ms;
}

void App::tick()
{
    if (m_ui.jobs().deliver())
        m_ui.pace().input(Why::Job);
    try_derived();
    tell_exchange();
    watch_item();
    if (now_ms() >= rest_at_ms()) {
        // The meeting has ended: nothing is left for the room.
        if (m_meeting_ended && !m_meeting_runs)
            lock();
        else
            rest();
    }
    if (now_ms() >= lock_at_ms())
        lock();
    if (m_lock_resting && now_ms() >= m_touched_ms + minute_ms) {
        m_lock_resting.reset();
        m_ui.pace().input(Why::Timer);
    }
}

void App::rest()
{
    if (m_session.state() == KioskState::Locked)
        return;
    keep_state();
    m_session.rest();
    m_toaster.hide();
    m_notices.clear();
    m_back.clear();
    read_frame();
    (void)open(room_destination()).has_value();
}

void App::lock()
{
    m_screen.reset();
    m_lock_resting.reset();
    m_join.reset();
    m_exchange.close();
    m_toaster.hide();
    m_notices.clear();
    m_back.clear();
    m_menu_open = m_more_open = false;
    m_at = {};
    m_version = -1;
    m_draft_saved_at_ms = 0;
    m_session.lock();
    m_lock_cold.clear();
    m_ui.pace().input();
}

/// The machine was started anew in the middle of a meeting: its time goes on from here.
void App::keep_time()
{
    if (!m_meeting_runs)
        return;
    guarded([&] {
        if (needs_anchor(*m_session.record(), m_meeting))
            (void)m_session.record()
                ->run(anchor_time(m_meeting, m_clock.elapsed_ms(), m_clock.boot_id()),
                    {std::nullopt, "program"})
                .has_value();
    });
}

void App::tell_clock_jump()
{
    if (m_session.state() != KioskState::Officer)
        return;
    constexpr std::int64_t same_ms = 60'000;
    const Record& record = *m_session.record();
    const auto jump = m_meeting_runs ? clock_jump(record, m_meeting) : clock_behind(record);
    const std::int64_t by_ms = jump ? jump->by_ms : 0;
    if (std::abs(by_ms - m_told_jump_ms) < same_ms)
        return;
    m_told_jump_ms = by_ms;
    if (!jump)
        return;
    m_notices.push_back({jump->sentence, {{"amount", said_duration(m_ui, by_ms)}}});
    m_ui.pace().input();
}

/// Tones when the running item's time turns amber and red, whatever the screen shows.
void App::watch_item()
{
    if (!m_item || m_session.record() == nullptr)
        return;
    const UnixMs now = meeting_now_ms(*m_session.record(), m_meeting);
    const ItemTimer timer = item_timer(*m_item, now);
    if (m_watched.item != m_item->id) {
        m_watched = {m_item->id, timer.phase};
        return;
    }
    const TimerPhase before = m_watched.phase;
    if (timer.phase == TimerPhase::Paused || timer.phase == TimerPhase::Idle)
        return;
    m_watched.phase = timer.phase;
    if (timer.phase == TimerPhase::Over && before != TimerPhase::Over)
        m_ui.sounds().play(Sound::Over);
    else if (timer.phase == TimerPhase::Near && before == TimerPhase::Calm)
        m_ui.sounds().play(Sound::Near);
}

/// When the running item's time turns next; never where it stands.
std::int64_t App::item_turns_at_ms() const
{
    if (!m_item || m_session.record() == nullptr)
        return Pace::never;
    const ItemTimer timer = item_timer(*m_item, meeting_now_ms(*m_session.record(), m_meeting));
    const std::int64_t near_ms = timer.limit_ms * near_permille / 1000;
    if (timer.phase == TimerPhase::Calm)
        return now_ms() + near_ms - timer.used_ms;
    return timer.phase == TimerPhase::Near ? now_ms() + std::max<std::int64_t>(timer.left_ms, 0) + 1
                                           : Pace::never;
}

} // namespace chibo
