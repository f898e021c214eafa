#include "meeting/minutes.h"

#include <algorithm>
#include <limits>

namespace chibo {
namespace {

struct Window {
    UnixMs from = 0, to = 0; // Half open.
    [[nodiscard]] bool holds(UnixMs at) const { return at >= from && at < to; }
};

// From the item's first start to its last end: what happens in a pause belongs to it.
std::optional<Window> window(const AgendaItem& item)
{
    if (item.runs.empty())
        return std::nullopt;
    const auto end = item.runs.back().ended_at_ms;
    const bool going_on
        = !end || item.state == ItemState::Paused || item.state == ItemState::Running;
    return Window {
        item.runs.front().started_at_ms, going_on ? std::numeric_limits<UnixMs>::max() : *end};
}

TimelineRow person_row(TimelineKind kind, UnixMs at, const AttendanceRow& person)
{
    TimelineRow row;
    row.kind = kind;
    row.at_ms = at;
    row.person = person.person;
    row.name = person.name;
    row.number = person.number;
    row.is_guest = person.is_guest;
    return row;
}

TimelineRow plain_row(TimelineKind kind, UnixMs at)
{
    TimelineRow row;
    row.kind = kind;
    row.at_ms = at;
    return row;
}

void add_movements(
    std::vector<TimelineRow>& rows, const Attendance& attendance, const Window& during)
{
    // Who was there at the opening is in its figures; only later arrivals are named.
    const UnixMs opened = attendance.opened_at_ms.value_or(std::numeric_limits<UnixMs>::max());
    for (const auto& person : attendance.rows) {
        for (std::size_t i = 0; i < person.stays.size(); ++i) {
            const auto& stay = person.stays[i];
            if (stay.arrived_at_ms > opened && during.holds(stay.arrived_at_ms)) {
                const auto kind = i == 0 ? TimelineKind::Arrival : TimelineKind::Return;
                rows.push_back(person_row(kind, stay.arrived_at_ms, person));
            }
            if (stay.left_at_ms && during.holds(*stay.left_at_ms))
                rows.push_back(person_row(TimelineKind::Departure, *stay.left_at_ms, person));
        }
    }
}

void add_runs(std::vector<TimelineRow>& rows, const AgendaItem& item)
{
    for (std::size_t i = 0; i < item.runs.size(); ++i) {
        const auto& run = item.runs[i];
        rows.push_back(plain_row(
            i == 0 ? TimelineKind::ItemStarted : TimelineKind::ItemResumed, run.started_at_ms));
        if (!run.ended_at_ms)
            continue;
        const bool last = i + 1 == item.runs.size();
        const bool ended = last && item.state != ItemState::Paused;
        rows.push_back(plain_row(
            ended ? TimelineKind::ItemEnded : TimelineKind::ItemPaused, *run.ended_at_ms));
    }
}

} // namespace

std::vector<Entry> entries_of(const MinutesContent& content, ItemId item)
{
    std::vector<Entry> entries;
    std::copy_if(content.entries.begin(), content.entries.end(), std::back_inserter(entries),
        [item](const Entry& entry) { return entry.item == item && !entry.removed; });
    return entries;
}

std::vector<TimelineRow> timeline(
    const AgendaItem& item, const std::vector<Entry>& entries, const Attendance& attendance)
{
    std::vector<TimelineRow> rows;
    add_runs(rows, item);
    if (const auto during = window(item))
        add_movements(rows, attendance, *during);
    for (const auto& entry : entries) {
        if (entry.item != item.id || entry.removed)
            continue;
        TimelineRow row = plain_row(TimelineKind::Entry, entry.at_ms);
        row.entry = entry;
        rows.push_back(std::move(row));
    }
    // An end stands after all else of its moment, a start before it.
    const auto place = [](const TimelineRow& row) {
        if (row.kind == TimelineKind::ItemStarted || row.kind == TimelineKind::ItemResumed)
            return 0;
        return row.kind == TimelineKind::ItemEnded ? 2 : 1;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const TimelineRow& a, const TimelineRow& b) {
        return a.at_ms != b.at_ms ? a.at_ms < b.at_ms : place(a) < place(b);
    });
    return rows;
}

} // namespace chibo
