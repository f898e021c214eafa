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
