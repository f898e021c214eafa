#include "meeting/agenda.h"

#include <algorithm>

namespace chibo {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr int near_permille = 800; // Amber from 80 % of the time on, everywhere a timer is drawn.

std::int64_t limit_ms(const AgendaItem& item)
{
    return (static_cast<std::int64_t>(item.planned_s) + item.added_s) * 1000;
}

bool current(const AgendaItem& item)
{
    return item.state == ItemState::Running || item.state == ItemState::Paused;
}

} // namespace

bool finished(ItemState state)
{
    return state == ItemState::Done || state == ItemState::Skipped;
}

std::int64_t used_ms(const AgendaItem& item, UnixMs now)
{
    std::int64_t used = 0;
    for (const auto& run : item.runs)
        used += std::max<std::int64_t>(0, run.ended_at_ms.value_or(now) - run.started_at_ms);
    return used;
}

ItemTimer item_timer(const AgendaItem& item, UnixMs now)
{
    ItemTimer timer;
    timer.used_ms = used_ms(item, now);
    timer.limit_ms = limit_ms(item);
    timer.left_ms = timer.limit_ms - timer.used_ms;
    timer.share_permille
        = timer.limit_ms > 0 ? static_cast<int>(timer.used_ms * 1000 / timer.limit_ms) : 1000;
    if (item.state == ItemState::Paused)
        timer.phase = TimerPhase::Paused;
    else if (item.state != ItemState::Running)
        timer.phase = TimerPhase::Idle;
    else if (timer.left_ms < 0)
        timer.phase = TimerPhase::Over;
    else
        timer.phase = timer.share_permille >= near_permille ? TimerPhase::Near : TimerPhase::Calm;
    return timer;
}

int rounded_minutes(std::int64_t duration_ms)
{
    return static_cast<int>((duration_ms + minute_ms / 2) / minute_ms);
}

const AgendaItem* current_item(const Agenda& agenda)
{
    const auto at = std::find_if(agenda.items.begin(), agenda.items.end(), current);
    return at == agenda.items.end() ? nullptr : &*at;
}

const AgendaItem* next_item(const Agenda& agenda)
{
    const auto planned = [](const AgendaItem& item) { return item.state == ItemState::Planned; };
    const auto running = std::find_if(agenda.items.begin(), agenda.items.end(), current);
    if (running != agenda.items.end()) {
        const auto after = std::find_if(running, agenda.items.end(), planned);
        if (after != agenda.items.end())
            return &*after;
    }
    // An item that was put before the current one is still to come.
    const auto first = std::find_if(agenda.items.begin(), agenda.items.end(), planned);
    return first == agenda.items.end() ? nullptr : &*first;
}

int item_number(const Agenda& agenda, ItemId item)
{
    for (std::size_t i = 0; i < agenda.items.size(); ++i) {
        if (agenda.items[i].id == item)
            return static_cast<int>(i) + 1;
    }
    return 0;
}

const AgendaItem* find_item(const Agenda& agenda, ItemId item)
{
    const int number = item_number(agenda, item);
    return number == 0 ? nullptr : &agenda.items[static_cast<std::size_t>(number) - 1];
}

std::vector<PartSummary> part_summaries(const Agenda& agenda, UnixMs now)
{
    std::vector<PartSummary> parts;
    std::vector<std::int64_t> used;
    for (std::size_t i = 0; i < agenda.items.size(); ++i) {
        const auto& item = agenda.items[i];
        if (parts.empty() || parts.back().part != item.part) {
            PartSummary part;
            part.part = item.part;
            part.first_number = static_cast<int>(i) + 1;
            part.done = true;
            parts.push_back(part);
            used.push_back(0);
        }
        auto& part = parts.back();
        ++part.items;
        part.planned_minutes += item.planned_s / 60;
        part.done = part.done && finished(item.state);
        used.back() += used_ms(item, now);
    }
    // The parts' minutes are rounded once, or 4:40 and 4:06 would print as 9 of two fives and 4
    // twice.
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts[i].used_minutes = rounded_minutes(used[i]);
    return parts;
}

int planned_minutes(const Agenda& agenda)
{
    int seconds = 0;
    for (const auto& item : agenda.items)
        seconds += item.planned_s;
    return seconds / 60;
}

Forecast forecast(const Meeting& meeting, const Agenda& agenda, UnixMs now)
{
    Forecast forecast;
    const bool begun = meeting.opened_at_ms.has_value();
    forecast.ends_at_ms = begun ? now : std::max(now, meeting.planned_start_ms);
    for (const auto& item : agenda.items) {
        if (current(item))
            forecast.ends_at_ms += std::max<std::int64_t>(0, item_timer(item, now).left_ms);
        else if (item.state == ItemState::Planned)
            forecast.ends_at_ms += limit_ms(item);
    }
    if (meeting.closed_at_ms)
        forecast.ends_at_ms = *meeting.closed_at_ms;
    forecast.limit_at_ms = planned_end_ms(meeting);
    // Whole minutes of the clock that is shown, so that 10:00:20 against 10:00 is on time.
    forecast.minutes_over
        = static_cast<int>(forecast.ends_at_ms / minute_ms - forecast.limit_at_ms / minute_ms);
    if (forecast.minutes_over < 0)
        forecast.tone = ForecastTone::Early;
    else
        forecast.tone = forecast.minutes_over > 0 ? ForecastTone::Late : ForecastTone::OnTime;
    return forecast;
}

std::int64_t spoken_ms(const Speaker& speaker, UnixMs now)
{
    if (!speaker.started_at_ms)
        return 0;
    return std::max<std::int64_t>(0, speaker.ended_at_ms.value_or(now) - *speaker.started_at_ms);
}

std::vector<SpokenTime> not_spoken_yet(const SpeakerList& list)
{
    std::vector<SpokenTime> silent;
    std::copy_if(list.people.begin(), list.people.end(), std::back_inserter(silent),
        [](const SpokenTime& person) { return person.present && person.spoken_ms == 0; });
    return silent;
}

} // namespace chibo
