#include "main_minutes.h"

#include <iostream>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace chibo {
namespace {

/// The end of a string's key.
template <typename Enum> std::string spelled(Enum value)
{
    return std::string(word(value));
}

std::string reason_of(const Strings& strings, const Absence& absence)
{
    if (absence.kind == AbsenceKind::Unexcused)
        return strings.tr("verbs.unexcused");
    if (absence.reason == AbsenceReason::Other || absence.reason == AbsenceReason::None)
        return absence.reason_text;
    return strings.tr("absence_reason_aloud." + spelled(absence.reason));
}

/// The name, with when somebody came or why not.
std::string named(const Strings& strings, const AttendanceRow& row)
{
    if (!row.stays.empty())
        return strings.tr(
            "verbs.came", {{"name", row.name}, {"time", hm(row.stays.front().arrived_at_ms)}});
    const std::string reason = row.absence ? reason_of(strings, *row.absence) : std::string();
    return reason.empty()
        ? row.name
        : strings.tr("verbs.absent_why", {{"name", row.name}, {"reason", reason}});
}

const char* group_of(const AttendanceRow& row)
{
    if (row.is_guest)
        return "verbs.guests";
    switch (seat(row)) {
    case Seat::Present:
        return "verbs.present";
    case Seat::Left:
        return "verbs.left";
    case Seat::NotArrived:
        return "verbs.not_arrived";
    case Seat::NotExpected:
        return "verbs.not_expected";
    default:
        return "verbs.absent";
    }
}

void print_attendance(const Strings& strings, const Attendance& attendance)
{
    std::map<std::string_view, std::vector<std::string>> names;
    for (const AttendanceRow& row : attendance.rows)
        names[group_of(row)].push_back(named(strings, row));
    for (const char* group : {"verbs.present", "verbs.left", "verbs.absent", "verbs.not_arrived",
             "verbs.not_expected", "verbs.guests"}) {
        if (const auto found = names.find(group); found != names.end())
            std::cout << strings.tr(
                group, {{"names", fmt::format("{}", fmt::join(found->second, ", "))}})
                      << "\n";
    }
}

std::string entry_line(const Strings& strings, const Entry& entry)
{
    std::string line = "  "
        + strings.tr(entry.speaker_name.empty() ? "verbs.entry" : "verbs.entry_of",
            {{"time", hm(entry.at_ms)}, {"kind", strings.tr("verbs.entry_" + spelled(entry.kind))},
                {"name", entry.speaker_name}, {"text", entry.text}});
    if (entry.vote)
        line += " "
            + strings.tr("verbs.votes",
                {{"yes", std::to_string(entry.vote->yes)}, {"no", std::to_string(entry.vote->no)},
                    {"other", std::to_string(entry.vote->other)},
                    {"entitled", std::to_string(entry.vote->entitled_present)}});
    if (entry.task)
        line += " "
            + strings.tr("verbs.task",
                {{"owner", entry.task->owner_name}, {"due", dmy(entry.task->due_on)},
                    {"state", strings.tr("verbs.task_" + spelled(entry.task->state))}});
    return line;
}

void print_head(const Strings& strings, const MinutesContent& content)
{
    const Meeting& meeting = content.meeting;
    const AttendanceFigures& figures
        = content.opening ? content.opening->figures : content.attendance.figures;
    std::cout << meeting.title << "\n"
              << content.cell.name << "\n"
              << strings.tr("verbs.when_and_where",
                     {{"day", dmy(date_of(meeting.planned_start_ms))},
                         {"time", hm(meeting.planned_start_ms)}, {"place", meeting.place}})
              << "\n"
              << strings.tr("verbs.state_and_present",
                     {{"state", strings.tr("verbs.state_" + spelled(meeting.state))},
                         {"present", std::to_string(figures.present)},
                         {"required", std::to_string(figures.required)}})
              << "\n";
    if (content.chair && content.clerk)
        std::cout << strings.tr("verbs.chair_and_clerk",
            {{"chair", content.chair->name}, {"clerk", content.clerk->name}})
                  << "\n";
}

} // namespace

void print_minutes(const Strings& strings, const MinutesContent& content)
{
    print_head(strings, content);
    print_attendance(strings, content.attendance);
    for (const AgendaItem& item : content.agenda.items) {
        std::cout << fmt::format("\n{}. {}\n", item_number(content.agenda, item.id), item.title);
        for (const Entry& entry : entries_of(content, item.id))
            std::cout << entry_line(strings, entry) << "\n";
    }
}

} // namespace chibo
