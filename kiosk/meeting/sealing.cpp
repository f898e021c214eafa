#include "meeting/sealing.h"

#include <algorithm>

namespace chibo {
namespace {

/// Builds `name value value …` lines; a text is escaped so that no value can look like another
/// line.
class Lines {
public:
    Lines& line(std::string_view name)
    {
        m_text += m_text.empty() ? "" : "\n";
        m_text += name;
        return *this;
    }
    Lines& add(std::string_view value)
    {
        m_text += '\t';
        for (const char c : value) {
            if (c == '\\')
                m_text += "\\\\";
            else if (c == '\n')
                m_text += "\\n";
            else if (c == '\t')
                m_text += "\\t";
            else
                m_text += c;
        }
        return *this;
    }
    Lines& add(std::int64_t value) { return add(std::to_string(value)); }
    Lines& add(std::optional<std::int64_t> value) { return value ? add(*value) : add("-"); }
    [[nodiscard]] std::string text() && { return std::move(m_text); }

private:
    std::string m_text;
};

bool is_adoption(const Entry& entry)
{
    return entry.kind == EntryKind::Vote && entry.vote
        && entry.vote->purpose == VotePurpose::Minutes;
}

void write_officer(Lines& lines, std::string_view role, const std::optional<Member>& member)
{
    lines.line(role);
    if (member)
        lines.add(member->id.text()).add(member->name).add(word(member->position));
}

void write_head(Lines& lines, const MinutesContent& content)
{
    const auto& meeting = content.meeting;
    lines.line("meeting").add(meeting.id.text()).add(word(meeting.kind)).add(meeting.title);
    lines.line("cell").add(content.cell.name).add(content.cell.organisation);
    lines.line("heading")
        .add(content.heading.parent_line)
        .add(content.heading.cell_line)
        .add(content.heading.place);
    lines.line("rule_set").add(meeting.rule_set);
    lines.line("times")
        .add(meeting.planned_start_ms)
        .add(meeting.opened_at_ms)
        .add(meeting.closed_at_ms);
    lines.line("place").add(meeting.place);
    write_officer(lines, "chair", content.chair);
    write_officer(lines, "clerk", content.clerk);
}

void write_opening(Lines& lines, const Opening& opening)
{
    const auto& f = opening.figures;
    lines.line("opening").add(opening.announced_at_ms);
    for (const int figure : {f.total, f.official, f.probationary, f.temporary_here, f.exempt,
             f.temporary_away, f.required, f.present, f.present_official, f.present_probationary,
             f.excused, f.unexcused, f.guests})
        lines.add(figure);
}

void write_attendance(Lines& lines, const MinutesContent& content)
{
    // By identifier: the order of names depends on the collation of the device.
    auto rows = content.attendance.rows;
    std::sort(rows.begin(), rows.end(),
        [](const AttendanceRow& a, const AttendanceRow& b) { return a.person < b.person; });
    for (const auto& row : rows) {
        lines.line(row.is_guest ? "guest" : "member").add(row.person.text()).add(row.name);
        if (row.is_guest)
            lines.add(row.organisation).add(word(row.guest_kind));
        else
            lines.add(word(row.standing)).add(row.official);
        for (const auto& stay : row.stays)
            lines.line("stay")
                .add(stay.arrived_at_ms)
                .add(stay.left_at_ms)
                .add(word(stay.how))
                .add(stay.is_signed);
        if (row.absence && row.stays.empty())
            lines.line("absence")
                .add(word(row.absence->kind))
                .add(word(row.absence->reason))
                .add(row.absence->reason_text);
    }
}

void write_entry(Lines& lines, const Entry& entry)
{
    lines.line("entry").add(entry.id.text()).add(word(entry.kind)).add(entry.at_ms);
    lines.add(entry.speaker ? entry.speaker->text() : "").add(entry.speaker_name).add(entry.text);
    if (entry.kind == EntryKind::Task && entry.task)
        lines.line("task")
            .add(entry.task->owner.text())
            .add(entry.task->owner_name)
            .add(iso(entry.task->due_on));
    if (entry.kind == EntryKind::Vote && entry.vote) {
        const auto& vote = *entry.vote;
        lines.line("vote")
            .add(word(vote.purpose))
            .add(word(vote.method))
            .add(word(vote.base_kind))
            .add(word(vote.majority));
        for (const int number : {vote.entitled_present, vote.base, vote.yes, vote.no, vote.other})
            lines.add(number);
        lines.add(vote.reserved);
    }
}

enum class Adoption { Included, LeftOut };

void write_item(
    Lines& lines, const MinutesContent& content, const AgendaItem& item, Adoption adoption)
{
    lines.line("item")
        .add(item.id.text())
        .add(word(item.part))
        .add(word(item.kind))
        .add(item.title);
    lines.add(item.presenter_name).add(item.secret);
    for (const auto& entry : entries_of(content, item.id)) {
        if (adoption == Adoption::Included || !is_adoption(entry))
            write_entry(lines, entry);
    }
}

void write_runs(Lines& lines, const AgendaItem& item)
{
    lines.line("state").add(word(item.state)).add(item.planned_s).add(item.added_s);
    for (const auto& run : item.runs)
        lines.line("run").add(run.started_at_ms).add(run.ended_at_ms);
}

SealCheck attendance_check(const MinutesContent& content)
{
    SealCheck check;
    check.kind = SealCheckKind::Attendance;
    check.done = true;
    for (const auto& row : content.attendance.rows) {
        if (row.is_guest || !must_attend(row.standing))
            continue;
        ++check.of;
        check.have += !row.stays.empty();
        const Seat now = seat(row);
        if (now == Seat::NotArrived || now == Seat::AnnouncedAbsent)
            check.done = false;
    }
    return check;
}

void note_first(SealCheck& check, const MinutesContent& content, ItemId item)
{
    if (!check.item.nil())
        return;
    check.item = item;
    check.item_number = item_number(content.agenda, item);
}

SealCheck items_check(const MinutesContent& content)
{
    SealCheck check;
    check.kind = SealCheckKind::Items;
    for (const auto& item : content.agenda.items) {
        ++check.of;
        // Of a secret item nothing but its fixed line is kept; a skipped one has nothing to record.
        if (item.secret || item.state == ItemState::Skipped
            || !entries_of(content, item.id).empty())
            ++check.have;
        else
            note_first(check, content, item.id);
    }
    check.done = check.have == check.of;
    return check;
}

SealCheck resolution_check(const MinutesContent& content)
{
    SealCheck check;
    check.kind = SealCheckKind::Resolution;
    check.passed = true;
    for (const auto& item : content.agenda.items) {
        if (item.kind != ItemKind::Resolution || item.state == ItemState::Skipped)
            continue;
        ++check.of;
        const auto entries = entries_of(content, item.id);
        const auto vote = std::find_if(entries.rbegin(), entries.rend(),
            [](const Entry& entry) { return entry.kind == EntryKind::Vote && entry.vote; });
        if (vote == entries.rend()) {
            note_first(check, content, item.id);
            continue;
        }
        ++check.have;
        check.passed = check.passed && passes(*vote->vote);
    }
    check.done = check.have == check.of;
    return check;
}

SealCheck tasks_check(const MinutesContent& content)
{
    SealCheck check;
    check.kind = SealCheckKind::Tasks;
    for (const auto& entry : content.entries) {
        if (entry.kind != EntryKind::Task || entry.removed)
            continue;
        ++check.of;
        if (entry.task && !entry.task->owner.nil() && entry.task->due_on.valid())
            ++check.have;
        else
            note_first(check, content, entry.item);
    }
    check.done = check.have == check.of;
    return check;
}

bool read_and_unchanged(const std::vector<Reading>& readings, ItemId item)
{
    return std::any_of(readings.begin(), readings.end(),
        [item](const Reading& reading) { return reading.item == item && reading.valid; });
}

/// A skipped item without entries has nothing to read.
bool to_be_read(const MinutesContent& content, const AgendaItem& item)
{
    return item.state != ItemState::Skipped || !entries_of(content, item.id).empty();
}

/// When the last of the items was first read as it stands: whoever adopted the minutes before has
/// heard another text.
UnixMs whole_since(const std::vector<Reading>& readings)
{
    UnixMs since = 0;
    for (const Reading& reading : readings)
        since = std::max(since, reading.since_ms);
    return since;
}

SealCheck read_back_check(const MinutesContent& content, const std::vector<Reading>& readings)
{
    SealCheck check;
    check.kind = SealCheckKind::ReadBack;
    for (const auto& item : content.agenda.items) {
        if (!to_be_read(content, item))
            continue;
        ++check.of;
        if (read_and_unchanged(readings, item.id))
            ++check.have;
        else
            note_first(check, content, item.id);
    }
    if (const Entry* adopted = adopting_vote(content, readings))
        check.at_ms = adopted->at_ms;
    check.done = check.have == check.of && check.at_ms > 0;
    return check;
}

/// The one that still binds, else the last: a void signature beside a valid one says nothing.
std::optional<Signature> last_of(const std::vector<Signature>& signatures, SignRole role)
{
    std::optional<Signature> last;
    for (const auto& signature : signatures) {
        if (signature.role == role && (!last || !last->valid || signature.valid))
            last = signature;
    }
    return last;
}

} // namespace

std::string canonical_text(const MinutesContent& content)
{
    Lines lines;
    lines.line("chibo minutes 1");
    write_head(lines, content);
    if (content.opening)
        write_opening(lines, *content.opening);
    write_attendance(lines, content);
    for (const auto& item : content.agenda.items) {
        write_item(lines, content, item, Adoption::Included);
        write_runs(lines, item);
    }
    return std::move(lines.line("end")).text();
}

std::string canonical_item_text(const MinutesContent& content, ItemId item)
{
    Lines lines;
    if (const AgendaItem* found = find_item(content.agenda, item))
        write_item(lines, content, *found, Adoption::LeftOut);
    return std::move(lines).text();
}

const Entry* adopting_vote(const MinutesContent& content, const std::vector<Reading>& readings)
{
    const bool whole = std::ranges::all_of(content.agenda.items, [&](const AgendaItem& item) {
        return !to_be_read(content, item) || read_and_unchanged(readings, item.id);
    });
    if (!whole)
        return nullptr;
    const Entry* last = nullptr;
    for (const Entry& entry : content.entries) {
        if (!entry.removed && is_adoption(entry) && passes(*entry.vote)
            && entry.at_ms >= whole_since(readings) && (!last || entry.at_ms >= last->at_ms))
            last = &entry;
    }
    return last;
}

std::vector<SealCheck> seal_checks(
    const MinutesContent& content, const std::vector<Reading>& readings)
{
    std::vector<SealCheck> checks {attendance_check(content), items_check(content)};
    if (const auto resolution = resolution_check(content); resolution.of > 0)
        checks.push_back(resolution);
    checks.push_back(tasks_check(content));
    checks.push_back(read_back_check(content, readings));
    return checks;
}

SealState seal_state(const MinutesContent& content, const std::vector<Reading>& readings,
    const std::vector<Signature>& signatures)
{
    SealState state;
    state.checks = seal_checks(content, readings);
    state.done = static_cast<int>(std::count_if(state.checks.begin(), state.checks.end(),
        [](const SealCheck& check) { return check.done; }));
    state.chair = last_of(signatures, SignRole::Chair);
    state.clerk = last_of(signatures, SignRole::Clerk);
    state.ready_to_sign = state.done == static_cast<int>(state.checks.size());
    state.ready_to_seal = state.ready_to_sign && state.chair && state.chair->valid && state.clerk
        && state.clerk->valid;
    return state;
}

} // namespace chibo
