#include "documents/minutes_from_content.h"

#include <algorithm>

#include "documents/minutes_body.h"
#include "meeting/agenda.h"

namespace chibo {
namespace {

bool came(const AttendanceRow& row)
{
    return !row.stays.empty();
}

std::string reason(const Absence& absence, const MinutesTemplate& form)
{
    return absence.reason == AbsenceReason::Other
        ? absence.reason_text
        : form.word("absence_reason", std::string(word(absence.reason)));
}

PaperCounts counts(const std::vector<AttendanceRow>& rows, const AttendanceFigures& figures)
{
    PaperCounts counts {.total = figures.total,
        .official = figures.official,
        .probationary = figures.probationary,
        .temporary_here = figures.temporary_here,
        .exempt = figures.exempt,
        .temporary_away = figures.temporary_away,
        .suspended = figures.suspended};
    // Who came counts, also one who left before the end: the paper says when.
    for (const AttendanceRow& row : rows) {
        if (row.is_guest || !must_attend(row.standing) || !came(row))
            continue;
        ++counts.present;
        counts.present_official += row.standing == Standing::Official;
        counts.present_probationary += row.standing == Standing::Probationary;
        counts.present_temporary_here += row.standing == Standing::TemporaryHere;
    }
    return counts;
}

void add_guest(MinutesPaper& paper, const AttendanceRow& row)
{
    if (came(row))
        paper.guests.push_back({row.name, row.organisation});
}

void add_absentee(MinutesPaper& paper, const AttendanceRow& row, const MinutesTemplate& form)
{
    if (!row.absence)
        paper.unknown.push_back({row.name});
    else if (row.absence->kind == AbsenceKind::Unexcused)
        paper.unexcused.push_back({row.name});
    else
        paper.excused.push_back({row.name, reason(*row.absence, form)});
}

void add_movements(MinutesPaper& paper, const AttendanceRow& row, UnixMs planned_start_ms)
{
    if (late(row, planned_start_ms))
        paper.late.push_back({row.name, row.stays.front().arrived_at_ms});
    for (std::size_t i = 0; i < row.stays.size(); ++i) {
        const std::optional<UnixMs> left = row.stays[i].left_at_ms;
        if (!left || *left < paper.start_ms || (paper.end_ms && *left >= *paper.end_ms))
            continue;
        paper.left.push_back({row.name, *left});
        if (i + 1 < row.stays.size())
            paper.left.back().back_at_ms = row.stays[i + 1].arrived_at_ms;
    }
}

void add_people(MinutesPaper& paper, const MinutesContent& content, const MinutesTemplate& form)
{
    paper.counts = counts(content.attendance.rows, content.attendance.figures);
    for (const AttendanceRow& row : content.attendance.rows) {
        if (row.is_guest) {
            add_guest(paper, row);
            continue;
        }
        if (came(row) && !must_attend(row.standing))
            paper.beside.push_back({row.name});
        if (!came(row) && must_attend(row.standing))
            add_absentee(paper, row, form);
        if (came(row))
            add_movements(paper, row, content.attendance.planned_start_ms);
    }
}

PaperVote paper_vote(const Vote& vote)
{
    return {vote.yes, vote.no, vote.other, vote.entitled_present, vote.base,
        std::string(word(vote.base_kind)), passes(vote), vote.reserved};
}

PaperEntryKind paper_kind(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Conclusion:
        return PaperEntryKind::Conclusion;
    case EntryKind::Task:
        return PaperEntryKind::Task;
    case EntryKind::Vote:
        return PaperEntryKind::Vote;
    case EntryKind::Opinion:
        break;
    }
    return PaperEntryKind::Opinion;
}

bool is_superior(const Attendance& attendance, const std::optional<PersonId>& person)
{
    return person
        && std::any_of(
            attendance.rows.begin(), attendance.rows.end(), [&](const AttendanceRow& row) {
                return row.is_guest && row.guest_kind == GuestKind::Superior
                    && row.person == *person;
            });
}

PaperEntry paper_entry(const Entry& entry, const Attendance& attendance)
{
    PaperEntry made {paper_kind(entry.kind), entry.at_ms, entry.text, entry.speaker_name,
        is_superior(attendance, entry.speaker)};
    if (entry.task) {
        made.person = entry.task->owner_name;
        made.due_on = entry.task->due_on;
    }
    if (entry.vote)
        made.vote = paper_vote(*entry.vote);
    return made;
}

bool adopts_minutes(const Entry& entry)
{
    return entry.vote && entry.vote->purpose == VotePurpose::Minutes && passes(*entry.vote);
}

PaperItemContent paper_content(const AgendaItem& item)
{
    if (item.secret)
        return PaperItemContent::Secret;
    // What is said of persons is level C: it never leaves with the ordinary minutes.
    return item.kind == ItemKind::Critique ? PaperItemContent::Restricted : PaperItemContent::Full;
}

void add_items(MinutesPaper& paper, const MinutesContent& content)
{
    for (const AgendaItem& item : content.agenda.items) {
        PaperItem made {static_cast<int>(paper.items.size()) + 1, item.title, item.presenter_name,
            paper_content(item), item.state == ItemState::Skipped};
        for (const Entry& entry : entries_of(content, item.id)) {
            if (adopts_minutes(entry)) {
                paper.adoption = paper_vote(*entry.vote);
                paper.end_ms = std::max(paper.end_ms.value_or(entry.at_ms), entry.at_ms);
            } else if (made.content == PaperItemContent::Full) {
                made.entries.push_back(paper_entry(entry, content.attendance));
            }
        }
        paper.items.push_back(std::move(made));
    }
}

std::string summary(const Meeting& meeting, UnixMs start, const MinutesTemplate& form)
{
    const Date day = date_of(start);
    const std::string pattern = form.word("summary", std::string(word(meeting.kind)));
    return filled(pattern.empty() ? meeting.title : pattern,
        {{"month", month_figures(day.month)}, {"year", std::to_string(day.year)},
            {"date", dmy(day)}});
}

PaperPerson officer(const std::optional<Member>& member, const MinutesTemplate& form)
{
    if (!member)
        return {};
    return {member->name, form.word("position", std::string(word(member->position)))};
}

PaperSignature signature_of(const PaperClosing& closing, SignRole role, const PaperPerson& person)
{
    PaperSignature made {person.name};
    for (const Signature& signature : closing.signatures) {
        if (signature.role != role || !signature.valid)
            continue;
        const auto* bytes = reinterpret_cast<const std::uint8_t*>(signature.strokes.data());
        const auto strokes = parse_strokes({bytes, signature.strokes.size()});
        made = {signature.name, strokes ? std::optional(trimmed(*strokes)) : std::nullopt};
    }
    return made;
}

} // namespace

MinutesPaper minutes_paper(
    const MinutesContent& content, const PaperClosing& closing, const MinutesTemplate& form)
{
    const Meeting& meeting = content.meeting;
    MinutesPaper paper;
    paper.parent_line = content.heading.parent_line;
    paper.cell_line = content.heading.cell_line;
    paper.town = content.heading.place;
    paper.start_ms = meeting.opened_at_ms.value_or(meeting.planned_start_ms);
    paper.end_ms = meeting.closed_at_ms;
    paper.summary = summary(meeting, paper.start_ms, form);
    paper.place = meeting.place;
    paper.chair = officer(content.chair, form);
    paper.clerk = officer(content.clerk, form);
    add_items(paper, content);
    add_people(paper, content, form);
    paper.read_back = paper.adoption.has_value();
    paper.chair_signature = signature_of(closing, SignRole::Chair, paper.chair);
    paper.clerk_signature = signature_of(closing, SignRole::Clerk, paper.clerk);
    paper.seal = closing.seal;
    for (const Amendment& amendment : closing.amendments)
        paper.amendments.push_back(
            {amendment.at_ms, amendment.author_name, amendment.reason, amendment.text});
    return paper;
}

} // namespace chibo
