// Agenda templates (data/agendas) and the agenda that a new meeting starts with.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/agenda.h"
#include "meeting/dates.h"
#include "meeting/meeting.h"
#include "meeting/member.h"
#include "meeting/task.h"

namespace chibo {

/// Who presents an item, before it is known who that is.
enum class PresenterRole { None, Chair, Clerk, Secretary, DeputySecretary, Owner };
template <> struct Words<PresenterRole> {
    static constexpr std::array<std::string_view, 6> all {
        "", "chair", "clerk", "secretary", "deputy_secretary", "owner"};
};

struct TemplateItem {
    Part part = Part::Content;
    ItemKind kind = ItemKind::Other;
    std::string title, short_title; // With {month}, {last_month}, {year}, {quarter}.
    int minutes = 5;
    PresenterRole presenter = PresenterRole::None;
};

struct AgendaTemplate {
    std::string id; // regular, thematic, combined, review, extraordinary
    MeetingKind kind = MeetingKind::Regular;
    int order = 0; // In the plan screen.
    std::string title;
    int limit_minutes = 90;
    bool carries_tasks = true;
    int carried_task_minutes = 5;
    std::vector<TemplateItem> items;
};

/// An item of a meeting that is being planned.
struct PlannedItem {
    ItemId id; // Nil: new.
    Part part = Part::Content;
    ItemKind kind = ItemKind::Other;
    std::string title, short_title;
    int minutes = 5;
    std::optional<PersonId> presenter;
    std::optional<EntryId> carried_from;
    bool secret = false;
};

/// Whoever fills a role in the cell and meeting, for the presenters.
using Roles = std::map<PresenterRole, MemberId>;
/// Secretary and deputy among the members, and the given chair and clerk.
[[nodiscard]] Roles roles_of(const std::vector<Member>& members, std::optional<MemberId> chair,
    std::optional<MemberId> clerk);

/// {month}, {last_month}, {year}, {quarter} (in Roman numerals) of a day filled in.
[[nodiscard]] std::string filled_in(std::string_view text, Date day);
/// The template's items for a day, the undone tasks first among the contents (domain.md 9, story
/// 5).
[[nodiscard]] std::vector<PlannedItem> planned_agenda(const AgendaTemplate& agenda_template,
    Date day, const std::vector<Task>& undone, const Roles& roles);
/// What an agenda was planned from.
struct PlannedFrom {
    const AgendaTemplate& agenda_template;
    Date day;
};
/// The agenda for another day or of another template that keeps what was changed by hand: items of
/// one's own, minutes, presenters, what was taken out and, for another day, the order.
[[nodiscard]] std::vector<PlannedItem> replanned_agenda(const std::vector<PlannedItem>& items,
    const PlannedFrom& from, const PlannedFrom& to, const std::vector<Task>& undone,
    const Roles& roles);
[[nodiscard]] int planned_minutes(const std::vector<PlannedItem>& items);
[[nodiscard]] const AgendaTemplate* template_named(
    const std::vector<AgendaTemplate>& templates, std::string_view id);

} // namespace chibo
