#include "record/meeting_commands.h"

#include <algorithm>

#include <fmt/format.h>

#include "meeting/letters.h"
#include "meeting/rank.h"
#include "record/agenda_queries.h"
#include "record/cell_queries.h"
#include "record/check_in_queries.h"
#include "record/guards.h"
#include "record/item_times.h"
#include "record/planned_items.h"
#include "record/query.h"
#include "record/rule_files.h"
#include "record/time_anchor.h"

namespace chibo {
namespace {

Result<void> sound(const MeetingPlan& plan)
{
    if (is_blank(plan.title))
        return refuse("plan.no_title");
    if (plan.items.empty())
        return refuse("plan.no_items");
    if (plan.chair && plan.chair == plan.clerk)
        return refuse("plan.same_officers");
    for (const auto& item : plan.items) {
        if (auto fine = sound(item); !fine)
            return fine;
    }
    return {};
}

void write_meeting(Changes& changes, MeetingId id, const MeetingPlan& plan)
{
    const Date day = date_of(plan.planned_start_ms);
    const RuleSet* rules = rule_set_on(rule_sets(), day);
    Query(changes, R"sql(
        INSERT INTO meeting (id, kind, title, planned_start_ms, place, chair, clerk, template, rule_set,
                             limit_minutes, clerk_runs_agenda)
        VALUES (:id, :kind, :title, :planned_start_ms, :place, :chair, :clerk, :template, :rule_set,
                :limit_minutes, :clerk_runs_agenda)
        ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
            planned_start_ms = excluded.planned_start_ms, place = excluded.place, chair = excluded.chair,
            clerk = excluded.clerk, template = excluded.template, rule_set = excluded.rule_set,
            limit_minutes = excluded.limit_minutes)sql")
        .bind(":id", id)
        .bind(":kind", word(plan.kind))
        .bind(":title", plan.title)
        .bind(":planned_start_ms", plan.planned_start_ms)
        .bind(":place", plan.place)
        .bind(":chair", plan.chair)
        .bind(":clerk", plan.clerk)
        .bind(":template", plan.template_id)
        .bind(":rule_set", rules->id)
        .bind(":limit_minutes", plan.limit_minutes)
        .bind(":clerk_runs_agenda", read_settings(changes.record()).clerk_runs_agenda)
        .run();
}

void remove_missing_items(
    Changes& changes, MeetingId meeting, const std::vector<PlannedItem>& items)
{
    for (const auto& old : read_agenda(changes.record(), meeting).items) {
        const bool kept = std::any_of(
            items.begin(), items.end(), [&](const PlannedItem& item) { return item.id == old.id; });
        if (!kept)
            Query(changes, "UPDATE agenda_item SET removed = 1 WHERE id = :id")
                .bind(":id", old.id)
                .run();
    }
}

Result<void> write_plan(Changes& changes, const MeetingPlan& plan)
{
    if (auto fine = sound(plan); !fine)
        return fine;
    const auto before = plan.id.nil() ? std::nullopt : read_meeting(changes.record(), plan.id);
    if (before && before->state != MeetingState::Planned)
        return refuse("plan.running");
    const MeetingId id = plan.id.nil() ? changes.make_id<MeetingId>() : plan.id;
    write_meeting(changes, id, plan);
    remove_missing_items(changes, id, plan.items);
    auto items = plan.items;
    std::stable_sort(items.begin(), items.end(),
        [](const PlannedItem& a, const PlannedItem& b) { return a.part < b.part; });
    const auto ranks = first_ranks(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        write_item(changes, id, items[i], ranks[i]);
    return {};
}

/// Who stood behind the figures, a line each: person, seat, standing.
std::string people_of(const Attendance& room)
{
    std::string lines;
    for (const AttendanceRow& row : room.rows)
        lines += fmt::format("{} {} {}\n", row.person.text(), word(seat(row)), word(row.standing));
    return lines;
}

void write_opening(Changes& changes, MeetingId meeting)
{
    const Attendance room = read_attendance(changes.record(), meeting);
    const AttendanceFigures& f = room.figures;
    Query(changes, R"sql(
        INSERT INTO opening (id, announced_at_ms, total, official, probationary, temporary_here, exempt,
                             temporary_away, required, present, present_official, present_probationary, excused,
                             unexcused, guests, people)
        VALUES (:id, :announced_at_ms, :total, :official, :probationary, :temporary_here, :exempt,
                :temporary_away, :required, :present, :present_official, :present_probationary, :excused,
                :unexcused, :guests, :people))sql")
        .bind(":id", meeting)
        .bind(":announced_at_ms", changes.now_ms())
        .bind(":total", f.total)
        .bind(":official", f.official)
        .bind(":probationary", f.probationary)
        .bind(":temporary_here", f.temporary_here)
        .bind(":exempt", f.exempt)
        .bind(":temporary_away", f.temporary_away)
        .bind(":required", f.required)
        .bind(":present", f.present)
        .bind(":present_official", f.present_official)
        .bind(":present_probationary", f.present_probationary)
        .bind(":excused", f.excused)
        .bind(":unexcused", f.unexcused)
        .bind(":guests", f.guests)
        .bind(":people", people_of(room))
        .run();
}

struct Anchor {
    MeetingId meeting;
    UnixMs wall_ms = 0;
    std::int64_t elapsed_ms = 0;
    std::string boot;
};

void write_anchor(Changes& changes, const Anchor& anchor)
{
    Query(changes, R"sql(
        INSERT INTO time_anchor (id, meeting, wall_ms, elapsed_ms, boot)
        VALUES (:id, :meeting, :wall_ms, :elapsed_ms, :boot))sql")
        .bind(":id", changes.make_id<AnchorId>())
        .bind(":meeting", anchor.meeting)
        .bind(":wall_ms", anchor.wall_ms)
        .bind(":elapsed_ms", anchor.elapsed_ms)
        .bind(":boot", anchor.boot)
        .run();
}

void set_times(Changes& changes, MeetingId meeting, MeetingState state,
    std::optional<UnixMs> opened, std::optional<UnixMs> closed)
{
    Query(changes, R"sql(
        UPDATE meeting SET state = :state, opened_at_ms = :opened_at_ms, closed_at_ms = :closed_at_ms
        WHERE id = :id)sql")
        .bind(":id", meeting)
        .bind(":state", word(state))
        .bind(":opened_at_ms", opened)
        .bind(":closed_at_ms", closed)
        .run();
}

} // namespace

Command plan_meeting(MeetingPlan plan)
{
    return {"plan_meeting",
        [plan = std::move(plan)](Changes& changes) { return write_plan(changes, plan); }};
}

Command cancel_meeting(MeetingId meeting, std::string reason)
{
    return {
        "cancel_meeting", [meeting, reason = std::move(reason)](Changes& changes) -> Result<void> {
            const auto found = changeable_meeting(changes, meeting);
            if (!found)
                return tl::unexpected(found.error());
            if (found->state != MeetingState::Planned)
                return refuse("plan.running");
            if (is_blank(reason))
                return refuse("plan.no_reason");
            Query(changes, "UPDATE meeting SET removed = 1, cancel_reason = :reason WHERE id = :id")
                .bind(":id", meeting)
                .bind(":reason", reason)
                .run();
            return {};
        }};
}

Command set_chair(MeetingId meeting, MemberId member)
{
    return {"set_chair", [meeting, member](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (found->clerk == member)
                    return refuse("plan.same_officers");
                Query(changes, "UPDATE meeting SET chair = :member WHERE id = :id")
                    .bind(":id", meeting)
                    .bind(":member", member)
                    .run();
                return {};
            }};
}

Command set_clerk(MeetingId meeting, MemberId member)
{
    return {"set_clerk", [meeting, member](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (found->chair == member)
                    return refuse("plan.same_officers");
                Query(changes, "UPDATE meeting SET clerk = :member WHERE id = :id")
                    .bind(":id", meeting)
                    .bind(":member", member)
                    .run();
                return {};
            }};
}

Command open_check_in(MeetingId meeting)
{
    return {"open_check_in", [meeting](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (check_in_open(*found))
                    return {}; // Another device, or a second touch.
                Query(changes, "UPDATE meeting SET check_in_at_ms = :now WHERE id = :id")
                    .bind(":id", meeting)
                    .bind(":now", changes.now_ms())
                    .run();
                return {};
            }};
}

Command start_meeting(MeetingId meeting)
{
    return {"start_meeting", [meeting](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (found->state != MeetingState::Planned)
                    return {}; // Started already.
                const Agenda agenda = read_agenda(changes.record(), meeting);
                if (agenda.items.empty())
                    return refuse("plan.no_items");
                write_opening(changes, meeting);
                const Clock& clock = changes.record().clock();
                write_anchor(
                    changes, {meeting, changes.now_ms(), clock.elapsed_ms(), clock.boot_id()});
                set_times(changes, meeting, MeetingState::Open, changes.now_ms(), std::nullopt);
                if (const AgendaItem* first = next_item(agenda))
                    begin_item(changes, meeting, first->id);
                return {};
            }};
}

void close_in(Changes& changes, const Meeting& meeting)
{
    const Agenda agenda = read_agenda(changes.record(), meeting.id);
    stop_speaking(changes, meeting.id);
    if (const AgendaItem* running = current_item(agenda))
        finish_item(changes, meeting.id, *running, ItemState::Done);
    for (const auto& item : agenda.items) {
        if (item.state == ItemState::Planned)
            finish_item(changes, meeting.id, item, ItemState::Skipped);
    }
    set_times(changes, meeting.id, MeetingState::Closing, meeting.opened_at_ms,
        meeting_now_ms(changes.record(), meeting.id));
}

Command close_meeting(MeetingId meeting)
{
    return {"close_meeting", [meeting](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (found->state == MeetingState::Planned)
                    return refuse("meeting.not_running");
                if (running(*found))
                    close_in(changes, *found);
                return {};
            }};
}

Command reopen_meeting(MeetingId meeting)
{
    return {"reopen_meeting", [meeting](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (found->state == MeetingState::Closing)
                    set_times(
                        changes, meeting, MeetingState::Open, found->opened_at_ms, std::nullopt);
                return {};
            }};
}

Command let_clerk(MeetingId meeting, ClerkMay what)
{
    return {"let_clerk", [meeting, what](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (changes.actor().role == "clerk" || changes.actor().role == "room")
                    return refuse("agenda.chair_only");
                Query(changes, "UPDATE meeting SET clerk_runs_agenda = :may WHERE id = :id")
                    .bind(":id", meeting)
                    .bind(":may", what == ClerkMay::RunAgenda)
                    .run();
                return {};
            }};
}

Command anchor_time(MeetingId meeting, std::int64_t elapsed_ms, std::string boot)
{
    return {"anchor_time",
        [meeting, elapsed_ms, boot = std::move(boot)](Changes& changes) -> Result<void> {
            write_anchor(changes, {meeting, changes.now_ms(), elapsed_ms, boot});
            return {};
        }};
}

Command set_guest(MeetingId meeting, Guest guest)
{
    return {"set_guest", [meeting, guest = std::move(guest)](Changes& changes) -> Result<void> {
                const auto found = changeable_meeting(changes, meeting);
                if (!found)
                    return tl::unexpected(found.error());
                if (is_blank(guest.name))
                    return refuse("check_in.guest_no_name");
                Query(changes, R"sql(
                    INSERT INTO guest (id, meeting, name, organisation, kind)
                    VALUES (:id, :meeting, :name, :organisation, :kind)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
                        kind = excluded.kind, removed = 0)sql")
                    .bind(":id", guest.id.nil() ? changes.make_id<GuestId>() : guest.id)
                    .bind(":meeting", meeting)
                    .bind(":name", guest.name)
                    .bind(":organisation", guest.organisation)
                    .bind(":kind", word(guest.kind))
                    .run();
                return {};
            }};
}

/// Whether the minutes or the list of speakers name the guest.
bool guest_is_named(const Record& record, MeetingId meeting, GuestId guest)
{
    Query query(record, R"sql(
        SELECT 1 FROM entry WHERE meeting = :meeting AND speaker = :guest AND removed = 0
        UNION ALL
        SELECT 1 FROM speaker
        WHERE meeting = :meeting AND person = :guest AND started_at_ms IS NOT NULL AND removed = 0)sql");
    query.bind(":meeting", meeting).bind(":guest", guest);
    return query.next();
}

Command remove_guest(MeetingId meeting, GuestId guest)
{
    return {
        "remove_guest", [meeting, guest](Changes& changes) -> Result<void> {
            const auto found = changeable_meeting(changes, meeting);
            if (!found)
                return tl::unexpected(found.error());
            if (guest_is_named(changes.record(), meeting, guest))
                return refuse("check_in.guest_spoke");
            Query(changes,
                "UPDATE presence SET undone = 1 WHERE meeting = :meeting AND person = :guest AND "
                "undone = 0")
                .bind(":meeting", meeting)
                .bind(":guest", guest)
                .run();
            Query(changes, "UPDATE guest SET removed = 1 WHERE id = :id").bind(":id", guest).run();
            return {};
        }};
}

} // namespace chibo
