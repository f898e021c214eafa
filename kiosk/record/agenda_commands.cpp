#include "record/agenda_commands.h"

#include <algorithm>
#include <functional>

#include "meeting/rank.h"
#include "record/agenda_queries.h"
#include "record/guards.h"
#include "record/item_times.h"
#include "record/planned_items.h"
#include "record/query.h"

namespace chibo {
namespace {

using Change = std::function<Result<void>(Changes&, const Meeting&, const Agenda&)>;

/// A change by whoever leads the meeting, with the agenda as it stands.
Command led(std::string name, MeetingId meeting, Change change)
{
    return {
        std::move(name), [meeting, change = std::move(change)](Changes& changes) -> Result<void> {
            const auto found = led_meeting(changes, meeting);
            if (!found)
                return tl::unexpected(found.error());
            return change(changes, *found, read_agenda(changes.record(), meeting));
        }};
}

/// The same while the meeting runs: the clock of an item needs a running meeting.
Command led_running(std::string name, MeetingId meeting, Change change)
{
    return led(std::move(name), meeting,
        [change = std::move(change)](
            Changes& changes, const Meeting& found, const Agenda& agenda) -> Result<void> {
            if (!running(found))
                return refuse("meeting.not_running");
            return change(changes, found, agenda);
        });
}

void go_to(Changes& changes, const Agenda& agenda, const AgendaItem* next)
{
    if (const AgendaItem* current = current_item(agenda))
        finish_item(changes, agenda.meeting, *current, ItemState::Done);
    stop_speaking(changes, agenda.meeting);
    if (next)
        begin_item(changes, agenda.meeting, next->id);
}

/// A rank behind `after` (none: first) among the ranks of `list`, which leaves the moved one out.
template <typename Row, typename AnyId>
std::string rank_behind(const std::vector<Row>& list, std::optional<AnyId> after)
{
    std::size_t place = 0;
    for (std::size_t i = 0; after && i < list.size(); ++i) {
        if (list[i].id == *after)
            place = i + 1;
    }
    std::string before = place == 0 ? "" : list[place - 1].rank;
    // Two devices may have given the same rank: the next larger one bounds the place.
    while (place < list.size() && list[place].rank <= before)
        ++place;
    return rank_between(before, place < list.size() ? list[place].rank : "");
}

std::vector<AgendaItem> part_without(const Agenda& agenda, Part part, ItemId item)
{
    std::vector<AgendaItem> items;
    std::copy_if(agenda.items.begin(), agenda.items.end(), std::back_inserter(items),
        [&](const AgendaItem& one) { return one.part == part && one.id != item; });
    return items;
}

Result<void> move(
    Changes& changes, const Agenda& agenda, ItemId item, Part part, std::optional<ItemId> after)
{
    const AgendaItem* moved = find_item(agenda, item);
    if (!moved)
        return refuse("agenda.unknown_item");
    if (finished(moved->state))
        return refuse("agenda.finished");
    if (after == item)
        return {};
    Query(changes, "UPDATE agenda_item SET rank = :rank, part = :part WHERE id = :id")
        .bind(":id", item)
        .bind(":rank", rank_behind(part_without(agenda, part, item), after))
        .bind(":part", word(part))
        .run();
    return {};
}

Result<void> add(
    Changes& changes, const Agenda& agenda, const PlannedItem& item, std::optional<ItemId> after)
{
    if (auto fine = sound(item); !fine)
        return fine;
    const auto part = part_without(agenda, item.part, {});
    if (!after && !part.empty())
        after = part.back().id;
    write_item(changes, agenda.meeting, item, rank_behind(part, after));
    return {};
}

Result<void> skip(Changes& changes, const Agenda& agenda, ItemId item)
{
    const AgendaItem* skipped = find_item(agenda, item);
    if (!skipped)
        return refuse("agenda.unknown_item");
    if (finished(skipped->state))
        return {};
    const AgendaItem* current = current_item(agenda);
    const bool was_current = current && current->id == item;
    const AgendaItem* next = was_current ? next_item(agenda) : nullptr;
    finish_item(changes, agenda.meeting, *skipped, ItemState::Skipped);
    if (was_current)
        stop_speaking(changes, agenda.meeting);
    if (next)
        begin_item(changes, agenda.meeting, next->id);
    return {};
}

} // namespace

Command start_item(MeetingId meeting, ItemId item)
{
    return led_running("start_item", meeting,
        [item](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            const AgendaItem* next = find_item(agenda, item);
            if (!next)
                return refuse("agenda.unknown_item");
            if (next->state != ItemState::Running)
                go_to(changes, agenda, next);
            return {};
        });
}

Command start_next_item(MeetingId meeting)
{
    return led_running("start_next_item", meeting,
        [](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            go_to(changes, agenda, next_item(agenda));
            return {};
        });
}

Command pause_item(MeetingId meeting)
{
    return led_running("pause_item", meeting,
        [](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            const AgendaItem* current = current_item(agenda);
            if (!current)
                return refuse("agenda.no_item");
            if (current->state == ItemState::Running)
                finish_item(changes, agenda.meeting, *current, ItemState::Paused);
            return {};
        });
}

Command resume_item(MeetingId meeting)
{
    return led_running("resume_item", meeting,
        [](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            const AgendaItem* current = current_item(agenda);
            if (!current)
                return refuse("agenda.no_item");
            if (current->state == ItemState::Paused)
                begin_item(changes, agenda.meeting, current->id);
            return {};
        });
}

Command prolong_item(MeetingId meeting, ItemId item, int seconds)
{
    return led("prolong_item", meeting,
        [item, seconds](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            if (!find_item(agenda, item))
                return refuse("agenda.unknown_item");
            Query(changes, "UPDATE agenda_item SET added_s = added_s + :seconds WHERE id = :id")
                .bind(":id", item)
                .bind(":seconds", seconds)
                .run();
            return {};
        });
}

Command skip_item(MeetingId meeting, ItemId item)
{
    return led(
        "skip_item", meeting, [item](Changes& changes, const Meeting&, const Agenda& agenda) {
            return skip(changes, agenda, item);
        });
}

Command restore_item(MeetingId meeting, ItemId item)
{
    return led("restore_item", meeting,
        [item](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            const AgendaItem* skipped = find_item(agenda, item);
            if (!skipped)
                return refuse("agenda.unknown_item");
            if (skipped->state == ItemState::Skipped)
                finish_item(changes, agenda.meeting, *skipped, ItemState::Planned);
            return {};
        });
}

Command move_item(MeetingId meeting, ItemId item, Part part, std::optional<ItemId> after)
{
    return led("move_item", meeting,
        [item, part, after](Changes& changes, const Meeting&, const Agenda& agenda) {
            return move(changes, agenda, item, part, after);
        });
}

Command add_item(MeetingId meeting, PlannedItem item, std::optional<ItemId> after)
{
    return led("add_item", meeting,
        [item = std::move(item), after](Changes& changes, const Meeting&, const Agenda& agenda) {
            return add(changes, agenda, item, after);
        });
}

Command edit_item(MeetingId meeting, PlannedItem item)
{
    return led("edit_item", meeting,
        [item = std::move(item)](
            Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            if (!find_item(agenda, item.id))
                return refuse("agenda.unknown_item");
            if (auto fine = sound(item); !fine)
                return fine;
            Query(changes, R"sql(
            UPDATE agenda_item
            SET title = :title, short_title = :short_title, kind = :kind, presenter = :presenter,
                planned_s = :planned_s, secret = :secret
            WHERE id = :id)sql")
                .bind(":id", item.id)
                .bind(":title", item.title)
                .bind(":short_title", item.short_title)
                .bind(":kind", word(item.kind))
                .bind(":presenter", item.presenter)
                .bind(":planned_s", item.minutes * 60)
                .bind(":secret", item.secret)
                .run();
            return {};
        });
}

Command remove_item(MeetingId meeting, ItemId item)
{
    return led("remove_item", meeting,
        [item](Changes& changes, const Meeting&, const Agenda& agenda) -> Result<void> {
            const AgendaItem* removed = find_item(agenda, item);
            if (!removed)
                return {};
            if (removed->entries > 0)
                return refuse("agenda.has_entries");
            if (!removed->runs.empty())
                return refuse("agenda.finished");
            Query(changes, "UPDATE agenda_item SET removed = 1 WHERE id = :id")
                .bind(":id", item)
                .run();
            return {};
        });
}

} // namespace chibo
