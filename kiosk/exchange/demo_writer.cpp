#include "exchange/demo_writer.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "meeting/check.h"
#include "meeting/strokes.h"
#include "meeting/vote.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/cell_commands.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_commands.h"
#include "record/minutes_commands.h"
#include "record/rule_files.h"
#include "record/sealing_commands.h"

namespace chibo {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;

const Actor program {.member = {}, .role = "program"};
const Actor room {.member = {}, .role = "room"};

std::string template_of(MeetingKind kind)
{
    return kind == MeetingKind::FlagSalute ? std::string() : std::string(word(kind));
}

int limit_minutes(MeetingKind kind)
{
    return kind == MeetingKind::Combined || kind == MeetingKind::Review ? 120 : 90;
}

} // namespace

void DemoWriter::step(UnixMs at, const Actor& actor, const Command& command)
{
    m_clock.set(at);
    const auto refused = [&](const Error& error) {
        throw std::runtime_error(
            "demo: " + command.name + " on " + iso(date_of(at)) + " is refused: " + error.key);
    };
    if (m_open != nullptr) {
        Changes changes(m_record, actor, at);
        if (const auto done = command.apply(changes); !done)
            refused(done.error());
        return;
    }
    if (const auto done = m_record.run(command, actor); !done)
        refused(done.error());
}

void DemoWriter::in_one(UnixMs at, const std::string& name, const std::function<void()>& write)
{
    m_clock.set(at);
    const Command all {.name = name, .apply = [&](Changes& changes) -> Result<void> {
                           m_open = &changes;
                           write();
                           m_open = nullptr;
                           return {};
                       }};
    const auto done = m_record.run(all, program);
    CHECK(done.has_value());
}

void DemoWriter::write_people(const DemoCell& cell, const Founding& founding, UnixMs at)
{
    in_one(at, "found_cell", [&] {
        step(at, program,
            found_cell({.id = founding.cell,
                .name = cell.name,
                .organisation = m_data.organisation,
                .room = m_data.room}));
        step(at, program,
            set_heading({.id = {},
                .valid_from = {2000, 1, 1},
                .parent_line = m_data.parent_line,
                .cell_line = cell.cell_line,
                .place = m_data.place}));
        int number = 0;
        for (const DemoMember& one : cell.members) {
            Member member;
            member.id = MemberId {Uuid::v7(at, chance())};
            member.number = ++number;
            member.name = one.name;
            member.birth_on = one.birth_on;
            member.sex = one.sex;
            member.position = one.position;
            member.standing = one.standing;
            member.joined_on = one.joined_on;
            member.official_on = one.official_on;
            member.card_number = one.card_number;
            step(at, program, add_member(member));
            step(at, program, add_code(member.id, CodeKind::Card, one.card));
            if (one.officer)
                step(at, program,
                    appoint_officer(member.id, *one.officer, founding.pin_hash,
                        founding.officers.at(*one.officer)));
            if (one.officer == OfficerRole::Secretary)
                m_chair = member.id;
            if (one.officer == OfficerRole::Clerk)
                m_clerk = member.id;
            m_members[number] = member.id;
            m_standing[number] = member.standing;
        }
    });
}

void DemoWriter::write_meeting(const ScriptMeeting& meeting, Journal journal)
{
    finish_tasks(meeting.start_ms - day_ms);
    const UnixMs planned_at = meeting.start_ms - 6 * day_ms;
    m_meeting = MeetingId {Uuid::v7(planned_at, chance())};
    if (meeting.end == ScriptEnd::Planned) {
        // What is still to come is on the calendar since the day before the demo's.
        plan(meeting, std::min(planned_at, m_now));
        return;
    }
    const auto everything = [&] {
        plan(meeting, planned_at);
        hold(meeting);
    };
    if (journal == Journal::OneEntry)
        in_one(planned_at, "hold_demo_meeting", everything);
    else
        everything();
}

void DemoWriter::plan(const ScriptMeeting& meeting, UnixMs at)
{
    MeetingPlan plan {.id = m_meeting,
        .kind = meeting.kind,
        .title = meeting.title,
        .planned_start_ms = meeting.start_ms,
        .place = meeting.place,
        .chair = m_chair,
        .clerk = m_clerk,
        .template_id = template_of(meeting.kind),
        .limit_minutes = limit_minutes(meeting.kind),
        .items = {}};
    for (const ScriptItem& one : meeting.items) {
        plan.items.push_back({.id = {},
            .part = one.item.part,
            .kind = one.item.kind,
            .title = one.item.title,
            .short_title = one.item.short_title,
            .minutes = one.item.minutes,
            .presenter = person(member(one.presenter)),
            .carried_from = {}});
    }
    if (plan.items.empty()) {
        plan.items.push_back({.id = {},
            .part = Part::Content,
            .kind = ItemKind::Other,
            .title = meeting.title,
            .short_title = {},
            .minutes = 30,
            .presenter = person(m_chair),
            .carried_from = {}});
    }
    step(at, clerk(), plan_meeting(plan));
    // Who will be absent says so the day before.
    const UnixMs told_at = std::max(at, meeting.start_ms - day_ms + 7 * 60 * minute_ms);
    if (!meeting.guest_name.empty())
        step(at, clerk(),
            set_guest(m_meeting,
                {.id = {},
                    .name = meeting.guest_name,
                    .organisation = meeting.guest_organisation,
                    .kind = meeting.guest_kind}));
    for (const ScriptAbsence& absence : meeting.absences) {
        if (absence.kind == AbsenceKind::Announced)
            step(told_at, clerk(),
                note_absence({.meeting = m_meeting,
                    .member = member(absence.member),
                    .kind = absence.kind,
                    .reason = absence.reason,
                    .reason_text = {},
                    .at_ms = {}}));
    }
}

std::string DemoWriter::signature(int number) const
{
    // A wave that each member writes in an own way.
    Strokes strokes {.width = 560, .height = 200, .strokes = {{}}};
    const float height = 28.0F + 5.0F * static_cast<float>(number % 5);
    const float turns = 3.0F + static_cast<float>(number % 4);
    for (int i = 0; i <= 36; ++i) {
        const float along = static_cast<float>(i) / 36.0F;
        const float angle = along * turns * 6.2832F;
        strokes.strokes.back().push_back({.x = 120 + 300 * along + 14 * std::sin(angle * 0.5F),
            .y = 104 - height * std::sin(angle) * (1.0F - 0.5F * along),
            .t_ms = i * 24});
    }
    strokes.strokes.push_back({{.x = 150, .y = 150, .t_ms = 1100},
        {.x = 280, .y = 146, .t_ms = 1180}, {.x = 430, .y = 140, .t_ms = 1260}});
    const auto bytes = stroke_bytes(strokes);
    return {bytes.begin(), bytes.end()};
}

void DemoWriter::check_everybody_in(const ScriptMeeting& meeting)
{
    UnixMs at = meeting.start_ms - 20 * minute_ms;
    step(at, clerk(), open_check_in(m_meeting));
    for (const auto& [number, id] : m_members) {
        const bool absent = std::any_of(meeting.absences.begin(), meeting.absences.end(),
            [&, wanted = number](
                const ScriptAbsence& absence) { return absence.member == wanted; });
        if (absent || !must_attend(m_standing.at(number)))
            continue;
        at += minute_ms + (number * 7 % 5) * 11'000;
        at = std::min(at, meeting.start_ms - minute_ms);
        step(at, room,
            check_in({.meeting = m_meeting,
                .person = person(id),
                .how = CheckInWay::Tap,
                .signature = signature(number),
                .reason = {},
                .at_ms = {}}));
    }
    for (const ScriptAbsence& absence : meeting.absences)
        step(meeting.start_ms - minute_ms, clerk(),
            note_absence({.meeting = m_meeting,
                .member = member(absence.member),
                .kind = absence.kind,
                .reason = absence.reason,
                .reason_text = {},
                .at_ms = {}}));
}

void DemoWriter::hold(const ScriptMeeting& meeting)
{
    check_everybody_in(meeting);
    UnixMs at = meeting.start_ms;
    step(at, chair(), start_meeting(m_meeting));
    const Agenda agenda = read_agenda(m_record, m_meeting);
    CHECK(agenda.items.size() == meeting.items.size());
    const auto read_all_back = [&] {
        for (const AgendaItem& item : agenda.items)
            step(at, clerk(), read_item_back(m_meeting, item.id));
    };
    bool is_read = false;
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
        // The cell adopts what was read to it.
        if (meeting.items[i].item.kind == ItemKind::AdoptMinutes && !std::exchange(is_read, true))
            read_all_back();
        const UnixMs ended = at + meeting.items[i].used_minutes * minute_ms;
        record_entries(meeting.items[i], agenda.items[i].id, at, ended);
        if (meeting.items[i].item.kind == ItemKind::Tasks && !meeting.critiques.empty())
            hold_critique(meeting, agenda.items[i].id, ended);
        at = ended;
        if (i + 1 < meeting.items.size())
            step(at, chair(), start_next_item(m_meeting));
    }
    if (!is_read)
        read_all_back();
    step(at, chair(), close_meeting(m_meeting));
    if (meeting.end == ScriptEnd::Sealed)
        seal(at + 2 * minute_ms);
}

void DemoWriter::record_entries(const ScriptItem& item, ItemId id, UnixMs began, UnixMs ended)
{
    const auto meeting = read_meeting(m_record, m_meeting);
    std::vector<ScriptEntry> entries = item.entries;
    std::stable_sort(entries.begin(), entries.end(),
        [](const ScriptEntry& a, const ScriptEntry& b) { return a.minute < b.minute; });
    for (const ScriptEntry& entry : entries) {
        const UnixMs at = std::min(began + entry.minute * minute_ms, ended);
        EntryDraft draft {.meeting = m_meeting,
            .item = id,
            .kind = entry.kind,
            .speaker = {},
            .text = entry.text,
            .at_ms = at,
            .owner = {},
            .due_on = {},
            .vote = {}};
        const EntryId entry_id {Uuid::v7(at, chance())};
        if (entry.kind == EntryKind::Task) {
            draft.owner = member(entry.speaker);
            draft.due_on = entry.due_on;
            if (entry.done_on)
                m_done.push_back({unix_ms({.date = *entry.done_on, .hour = 16}), entry_id});
        } else if (entry.speaker != 0) {
            draft.speaker = person(member(entry.speaker));
        }
        if (entry.kind == EntryKind::Vote) {
            draft.vote = vote_form(
                read_electorate(m_record, m_meeting, at), rules_of(*meeting), entry.purpose);
            draft.vote->yes = draft.vote->entitled_present;
        }
        step(at, clerk(), record_entry(draft, entry_id));
    }
}

void DemoWriter::seal(UnixMs at)
{
    const auto number_of = [&](MemberId id) {
        return std::find_if(m_members.begin(), m_members.end(), [&](const auto& one) {
            return one.second == id;
        })->first;
    };
    step(at, chair(),
        sign_minutes(m_meeting, SignRole::Chair, m_chair, signature(number_of(m_chair))));
    step(at + minute_ms, clerk(),
        sign_minutes(m_meeting, SignRole::Clerk, m_clerk, signature(number_of(m_clerk))));
    step(at + minute_ms, clerk(), seal_meeting(m_meeting));
}

void DemoWriter::finish_tasks(UnixMs until)
{
    std::sort(m_done.begin(), m_done.end(),
        [](const DoneTask& a, const DoneTask& b) { return a.at < b.at; });
    std::size_t count = 0;
    while (count < m_done.size() && m_done[count].at <= until)
        ++count;
    if (count == 0)
        return;
    in_one(m_done[count - 1].at, "finish_tasks", [&] {
        for (std::size_t i = 0; i < count; ++i)
            step(m_done[i].at, clerk(), set_task_state(m_done[i].task, TaskState::Done, {}));
    });
    m_done.erase(m_done.begin(), m_done.begin() + static_cast<std::ptrdiff_t>(count));
}

std::array<std::uint8_t, 10> DemoWriter::chance()
{
    std::array<std::uint8_t, 10> bytes {};
    m_chance.fill(bytes);
    return bytes;
}

} // namespace chibo
