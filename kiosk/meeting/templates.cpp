#include "meeting/templates.h"

#include <algorithm>
#include <array>

namespace chibo {
namespace {

constexpr std::array<std::string_view, 4> quarters {"I", "II", "III", "IV"};

// Later placeholders never stand in what an earlier one gave: the values are numbers and numerals.
void replace_all(std::string& text, std::string_view what, std::string_view value)
{
    for (auto at = text.find(what); at != std::string::npos;
        at = text.find(what, at + value.size()))
        text.replace(at, what.size(), value);
}

std::optional<PersonId> presenter(PresenterRole role, const Roles& roles)
{
    const auto at = roles.find(role);
    return at == roles.end() ? std::nullopt : std::optional<PersonId>(person(at->second));
}

PlannedItem carried_item(const Task& task, int minutes)
{
    PlannedItem item;
    item.part = Part::Content;
    item.kind = ItemKind::CarriedTask;
    item.title = task.text;
    item.minutes = minutes;
    item.presenter = person(task.owner);
    item.carried_from = task.id;
    return item;
}

using Items = std::vector<PlannedItem>;

Items::const_iterator same_item(const Items& items, const PlannedItem& item)
{
    return std::ranges::find_if(items, [&](const PlannedItem& one) {
        return one.carried_from == item.carried_from
            && (item.carried_from || one.title == item.title);
    });
}

bool changed_by_hand(const PlannedItem& item, const PlannedItem& planned)
{
    return item.title != planned.title || item.minutes != planned.minutes
        || item.presenter != planned.presenter || item.secret != planned.secret;
}

/// The same template: only the titles that it gave name another month. The two plans have the same
/// items in the same order.
Items for_another_day(Items items, const Items& before, const Items& after)
{
    for (PlannedItem& item : items) {
        const auto planned = same_item(before, item);
        if (planned == before.end() || item.title != planned->title)
            continue;
        const PlannedItem& now = after[static_cast<std::size_t>(planned - before.begin())];
        item.title = now.title;
        if (item.short_title == planned->short_title)
            item.short_title = now.short_title;
    }
    return items;
}

/// Before the first item of a later part.
void insert_into_part(Items& items, PlannedItem item)
{
    const auto at
        = std::ranges::find_if(items, [&](const PlannedItem& one) { return one.part > item.part; });
    items.insert(at, std::move(item));
}

Items of_another_template(const Items& items, const Items& before, Items after)
{
    std::erase_if(after, [&](const PlannedItem& item) { // Taken out by hand.
        return same_item(before, item) != before.end() && same_item(items, item) == items.end();
    });
    for (const PlannedItem& item : items) {
        const auto planned = same_item(before, item);
        const bool by_hand = planned == before.end() || changed_by_hand(item, *planned);
        const auto there = same_item(after, item);
        if (there == after.end()) {
            if (by_hand)
                insert_into_part(after, item);
            continue;
        }
        PlannedItem& kept = after[static_cast<std::size_t>(there - after.cbegin())];
        kept.id = item.id;
        if (!by_hand)
            continue;
        kept.title = item.title;
        kept.minutes = item.minutes;
        kept.presenter = item.presenter;
        kept.secret = item.secret;
    }
    return after;
}

} // namespace

std::string filled_in(std::string_view text, Date day)
{
    std::string out(text);
    replace_all(out, "{month}", std::to_string(day.month));
    replace_all(
        out, "{last_month}", std::to_string(plus_months({day.year, day.month, 1}, -1).month));
    replace_all(out, "{year}", std::to_string(day.year));
    replace_all(out, "{quarter}", quarters[static_cast<std::size_t>((day.month - 1) / 3)]);
    return out;
}

Roles roles_of(const std::vector<Member>& members, std::optional<MemberId> chair,
    std::optional<MemberId> clerk)
{
    Roles roles;
    for (const Member& member : members) {
        if (member.position == Position::Secretary)
            roles[PresenterRole::Secretary] = member.id;
        if (member.position == Position::DeputySecretary)
            roles[PresenterRole::DeputySecretary] = member.id;
    }
    if (chair)
        roles[PresenterRole::Chair] = *chair;
    if (clerk)
        roles[PresenterRole::Clerk] = *clerk;
    return roles;
}

std::vector<PlannedItem> planned_agenda(const AgendaTemplate& agenda_template, Date day,
    const std::vector<Task>& undone, const Roles& roles)
{
    std::vector<PlannedItem> items;
    bool carried = !agenda_template.carries_tasks;
    for (const auto& source : agenda_template.items) {
        if (!carried && source.part != Part::Opening) {
            for (const auto& task : undone)
                items.push_back(carried_item(task, agenda_template.carried_task_minutes));
            carried = true;
        }
        PlannedItem item;
        item.part = source.part;
        item.kind = source.kind;
        item.title = filled_in(source.title, day);
        item.short_title = filled_in(source.short_title, day);
        item.minutes = source.minutes;
        item.presenter = presenter(source.presenter, roles);
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<PlannedItem> replanned_agenda(const std::vector<PlannedItem>& items,
    const PlannedFrom& from, const PlannedFrom& to, const std::vector<Task>& undone,
    const Roles& roles)
{
    const Items before = planned_agenda(from.agenda_template, from.day, undone, roles);
    Items after = planned_agenda(to.agenda_template, to.day, undone, roles);
    return from.agenda_template.id == to.agenda_template.id
        ? for_another_day(items, before, after)
        : of_another_template(items, before, std::move(after));
}

int planned_minutes(const std::vector<PlannedItem>& items)
{
    int minutes = 0;
    for (const auto& item : items)
        minutes += item.minutes;
    return minutes;
}

const AgendaTemplate* template_named(
    const std::vector<AgendaTemplate>& templates, std::string_view id)
{
    const auto at = std::find_if(templates.begin(), templates.end(),
        [id](const AgendaTemplate& entry) { return entry.id == id; });
    return at == templates.end() ? nullptr : &*at;
}

} // namespace chibo
