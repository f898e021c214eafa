#include "exchange/demo_script.h"

#include <algorithm>
#include <array>

#include "meeting/check.h"

namespace chibo {
namespace {

/// Chance that a cell and a month decide, so that more years leave the later ones as they are.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_random(seed) {}
    /// 0 … sides - 1.
    int roll(int sides)
    {
        std::array<std::uint8_t, 4> bytes {};
        m_random.fill(bytes);
        const auto value = static_cast<std::uint32_t>(bytes[0])
            | static_cast<std::uint32_t>(bytes[1]) << 8U
            | static_cast<std::uint32_t>(bytes[2]) << 16U;
        return static_cast<int>(value % static_cast<std::uint32_t>(sides));
    }

private:
    SeededRandom m_random;
};

void replace(std::string& text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

Date working_day(Date date)
{
    while (weekday(date) > 4)
        date = plus_days(date, 1);
    return date;
}

/// The day a month's meetings begin: early, but after the holidays of the first days.
Date meeting_day(int year, int month)
{
    constexpr std::array days {5, 4, 4, 3, 5, 4, 3, 5, 4, 5, 4, 4};
    return working_day({year, month, days.at(static_cast<std::size_t>(month - 1))});
}

Date first_monday(int year, int month)
{
    Date day {year, month, 1};
    while (weekday(day) != 0)
        day = plus_days(day, 1);
    return day;
}

UnixMs at_time(Date date, int hour, int minute = 0)
{
    return unix_ms({.date = date, .hour = hour, .minute = minute});
}

/// One cell's meetings, written month by month.
class Script {
public:
    Script(const DemoData& data, const DemoCell& cell, Date day) :
        m_data(data), m_cell(cell), m_day(day)
    {
        const auto same = [&](const DemoCell& other) { return other.name == cell.name; };
        m_place = static_cast<int>(
            std::find_if(data.cells.begin(), data.cells.end(), same) - data.cells.begin());
    }

    [[nodiscard]] ScriptMeeting meeting(int months_ago) const;
    [[nodiscard]] std::vector<ScriptMeeting> coming() const;

private:
    struct Month; // What the phrases of one meeting are filled in with.

    [[nodiscard]] bool is_story() const { return m_cell.name == m_data.story.cell; }
    [[nodiscard]] Month month(int months_ago) const;
    [[nodiscard]] UnixMs start(int months_ago, Date first_day) const;
    void cast_absences(ScriptMeeting& meeting, Dice& dice, int months_ago) const;
    [[nodiscard]] std::vector<ScriptEntry> entries(
        const DemoItem& item, const ScriptMeeting& meeting, const Month& month, Dice& dice) const;
    [[nodiscard]] std::vector<ScriptEntry> tasks(
        const ScriptMeeting& meeting, const Month& month, Dice& dice) const;
    [[nodiscard]] int officer(std::string_view who) const;
    [[nodiscard]] int somebody(const ScriptMeeting& meeting, Dice& dice) const;

    const DemoData& m_data;
    const DemoCell& m_cell;
    Date m_day;
    int m_place = 0;
};

struct Script::Month {
    int months_ago = 0;
    Date first_day;
    const DemoMonth* phrases = nullptr;
    const DemoQuarter* quarter = nullptr;
    std::map<std::string_view, std::string> values;

    [[nodiscard]] std::string filled(std::string text) const
    {
        for (const auto& [name, value] : values)
            replace(text, name, value);
        return text;
    }
};

Script::Month Script::month(int months_ago) const
{
    constexpr std::array roman {"I", "II", "III", "IV"};
    const Date first = plus_months({m_day.year, m_day.month, 1}, -months_ago);
    const Date last = plus_months(first, -1);
    const auto quarter = static_cast<std::size_t>((first.month - 1) / 3);
    const auto& work = m_data.work.at(m_cell.name);
    Month month {.months_ago = months_ago,
        .first_day = months_ago == 0 ? m_day : meeting_day(first.year, first.month),
        .phrases = &m_data.months.at(static_cast<std::size_t>(first.month - 1)),
        .quarter = &m_data.quarters.at(quarter),
        .values = {}};
    month.values = {{"{month}", std::to_string(first.month)},
        {"{last}", std::to_string(last.month)}, {"{year}", std::to_string(first.year)},
        {"{quarter}", roman.at(quarter)}, {"{topic}", month.quarter->topic},
        {"{work}", work.at(static_cast<std::size_t>(last.month - 1))},
        {"{next}", work.at(static_cast<std::size_t>(first.month - 1))}};
    return month;
}

/// One room for five cells: the story's cell meets first, the others on the days after.
UnixMs Script::start(int months_ago, Date first_day) const
{
    if (is_story())
        return at_time(first_day, m_data.story.start_hour);
    Date date = first_day;
    for (int i = 0; i <= m_place / 2; ++i)
        date = working_day(plus_days(date, 1));
    return at_time(date, (m_place + months_ago) % 2 == 0 ? 8 : 14);
}

int Script::officer(std::string_view who) const
{
    const auto is = [&](const DemoMember& member) {
        if (who == "chair")
            return member.officer == OfficerRole::Secretary;
        if (who == "clerk")
            return member.officer == OfficerRole::Clerk;
        return member.officer == OfficerRole::DeputySecretary;
    };
    const auto found = std::find_if(m_cell.members.begin(), m_cell.members.end(), is);
    return found == m_cell.members.end() ? 1 : static_cast<int>(found - m_cell.members.begin()) + 1;
}

int Script::somebody(const ScriptMeeting& meeting, Dice& dice) const
{
    const int count = static_cast<int>(m_cell.members.size());
    for (int tries = 0; tries < 50; ++tries) {
        const int number = dice.roll(count) + 1;
        const auto& member = m_cell.members[static_cast<std::size_t>(number - 1)];
        const bool absent = std::any_of(meeting.absences.begin(), meeting.absences.end(),
            [&](const ScriptAbsence& absence) { return absence.member == number; });
        if (!absent && must_attend(member.standing))
            return number;
    }
    return officer("chair");
}

void Script::cast_absences(ScriptMeeting& meeting, Dice& dice, int months_ago) const
{
    constexpr std::array reasons {AbsenceReason::Duty, AbsenceReason::Ill, AbsenceReason::Leave,
        AbsenceReason::Family, AbsenceReason::Study};
    // The story says who was away last month, and who has announced it for today.
    if (is_story() && months_ago == 1) {
        meeting.absences
            = {{m_data.story.absent_last_month, AbsenceKind::Excused, AbsenceReason::Study}};
        return;
    }
    const int odds = dice.roll(10);
    const int wanted = odds < 4 ? 0 : odds < 9 ? 1 : 2;
    for (int i = 0; i < wanted; ++i) {
        const int number = somebody(meeting, dice);
        const auto& member = m_cell.members[static_cast<std::size_t>(number - 1)];
        if (!member.officer)
            meeting.absences.push_back({number, AbsenceKind::Excused,
                reasons.at(static_cast<std::size_t>(dice.roll(static_cast<int>(reasons.size()))))});
    }
}

std::vector<ScriptEntry> Script::tasks(
    const ScriptMeeting& meeting, const Month& month, Dice& dice) const
{
    std::vector<ScriptEntry> all;
    const auto open_here = [&](const DemoOpenTask& task) {
        return is_story() && task.months_ago == month.months_ago;
    };
    // Last month's tasks of the story are its own; other months give the month's usual ones as
    // well.
    const bool usual = !is_story() || month.months_ago != 1;
    const Date given = date_of(meeting.start_ms);
    int minute = 14;
    for (const std::string& text : month.phrases->tasks) {
        if (!usual)
            break;
        const Date due = plus_days(given, 12 + dice.roll(14));
        ScriptEntry task {.kind = EntryKind::Task,
            .minute = minute++,
            .speaker = somebody(meeting, dice),
            .text = month.filled(text),
            .due_on = due,
            .done_on = plus_days(due, -dice.roll(6))};
        if (task.done_on >= m_day) // Not yet, on the demo's day.
            task.done_on.reset();
        all.push_back(std::move(task));
    }
    for (const DemoOpenTask& open : m_data.story.open_tasks) {
        if (open_here(open))
            all.push_back({.kind = EntryKind::Task,
                .minute = minute++,
                .speaker = open.owner,
                .text = this->month(0).filled(open.text),
                .due_on = plus_days(m_day, open.due_in_days)});
    }
    return all;
}

std::vector<ScriptEntry> Script::entries(
    const DemoItem& item, const ScriptMeeting& meeting, const Month& month, Dice& dice) const
{
    std::vector<ScriptEntry> all;
    const int chair = officer("chair");
    const auto opinions = [&](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            std::string said = month.filled(text);
            replace(said, "{percent}", std::to_string(60 + 5 * dice.roll(8)));
            all.push_back({.kind = EntryKind::Opinion,
                .minute = 2 + 4 * static_cast<int>(all.size()),
                .speaker = somebody(meeting, dice),
                .text = std::move(said)});
        }
    };
    const auto conclusion = [&](const std::string& text) {
        all.push_back({.kind = EntryKind::Conclusion,
            .minute = std::max(2, item.minutes - 2),
            .speaker = chair,
            .text = month.filled(text)});
    };
    const auto vote = [&](VotePurpose purpose, std::string motion) {
        all.push_back(
            {.kind = EntryKind::Vote, .minute = 3, .text = std::move(motion), .purpose = purpose});
    };
    switch (item.kind) {
    case ItemKind::Information:
        opinions({month.phrases->news});
        break;
    case ItemKind::Evaluation:
        opinions(month.phrases->opinions);
        conclusion(month.phrases->conclusion);
        break;
    case ItemKind::Topic:
        opinions(month.quarter->opinions);
        conclusion(month.quarter->conclusion);
        break;
    case ItemKind::Tasks: {
        opinions(month.phrases->plan);
        const auto given = tasks(meeting, month, dice);
        all.insert(all.end(), given.begin(), given.end());
        conclusion(month.phrases->plan_conclusion);
        break;
    }
    case ItemKind::AdoptAgenda:
        vote(VotePurpose::Agenda, "Thông qua chương trình cuộc họp");
        break;
    case ItemKind::Resolution:
        vote(VotePurpose::Resolution, month.filled("Thông qua nghị quyết tháng {month}/{year}"));
        break;
    case ItemKind::AdoptMinutes:
        vote(VotePurpose::Minutes, "Thông qua biên bản cuộc họp");
        break;
    default:
        all.push_back({.kind = EntryKind::Opinion,
            .minute = 1,
            .speaker = chair,
            .text = "Tuyên bố lý do, giới thiệu thành phần dự họp."});
        break;
    }
    return all;
}

ScriptMeeting Script::meeting(int months_ago) const
{
    const Month month = this->month(months_ago);
    Dice dice(static_cast<std::uint64_t>(month.first_day.year * 12 + month.first_day.month) * 64
        + static_cast<std::uint64_t>(m_place));
    // Each quarter's topic is held in its second month; the story's day has it in any case.
    const bool thematic = months_ago == 0 || month.first_day.month % 3 == 2;
    ScriptMeeting meeting {.kind = thematic ? MeetingKind::Combined : MeetingKind::Regular,
        .title = month.filled("Sinh hoạt chi bộ tháng {month}/{year}"),
        .place = m_data.room,
        .start_ms = start(months_ago, month.first_day),
        .end = months_ago == 0 ? ScriptEnd::Planned : ScriptEnd::Sealed,
        .items = {},
        .absences = {},
        .guest_name = {},
        .guest_organisation = {},
        .critiques = {}};
    for (const DemoCritique& critique : m_data.story.critiques) {
        if (is_story() && critique.months_ago == months_ago)
            meeting.critiques.push_back({critique, plus_days(m_day, critique.due_in_days)});
    }
    if (meeting.start_ms >= at_time(m_day, 0))
        meeting.end = ScriptEnd::Planned;
    if (is_story() && months_ago == 1)
        meeting.end = ScriptEnd::WaitsForSignatures;
    if (is_story() && months_ago == 0) {
        meeting.absences
            = {{m_data.story.absent_announced, AbsenceKind::Announced, AbsenceReason::None}};
        meeting.guest_name = m_data.story.guest_name;
        meeting.guest_organisation = m_data.story.guest_organisation;
        meeting.guest_kind = m_data.story.guest_kind;
    } else if (meeting.end != ScriptEnd::Planned) {
        cast_absences(meeting, dice, months_ago);
    }
    for (DemoItem item : m_data.agenda) {
        if (item.thematic && !thematic)
            continue;
        if (!thematic && item.kind == ItemKind::Tasks)
            item.minutes -= 5; // So that the regular meeting keeps to its 90 minutes.
        item.title = month.filled(item.title);
        item.short_title = month.filled(item.short_title);
        const int presenter = item.who.empty()
            ? std::min(static_cast<int>(m_cell.members.size()), 7)
            : officer(item.who);
        ScriptItem scripted {
            .item = item, .presenter = presenter, .used_minutes = 0, .entries = {}};
        if (meeting.end != ScriptEnd::Planned) {
            scripted.entries = entries(item, meeting, month, dice);
            int last = 0;
            for (const ScriptEntry& entry : scripted.entries)
                last = std::max(last, entry.minute);
            scripted.used_minutes = std::max(item.minutes - 2 + dice.roll(4), last + 1);
        }
        meeting.items.push_back(std::move(scripted));
    }
    return meeting;
}

std::vector<ScriptMeeting> Script::coming() const
{
    std::vector<ScriptMeeting> all;
    const Date next = plus_months({m_day.year, m_day.month, 1}, 1);
    Date review {m_day.year, 12, 2};
    if (review <= m_day)
        ++review.year;
    for (const DemoComing& one : m_data.story.coming) {
        if (!is_story() && one.kind != MeetingKind::Regular)
            continue;
        Date date = working_day(review);
        if (one.when == "next_meeting")
            date = meeting_day(next.year, next.month);
        else if (one.when == "next_first_monday")
            date = first_monday(next.year, next.month);
        std::string title = one.title;
        replace(title, "{month}", std::to_string(date.month));
        replace(title, "{year}", std::to_string(date.year));
        const auto at = parse_local(iso(date) + " " + one.start);
        CHECK(at.has_value());
        all.push_back({.kind = one.kind,
            .title = std::move(title),
            .place = one.place,
            .start_ms = one.when == "next_meeting" ? start(-1, date) : *at,
            .end = ScriptEnd::Planned,
            .items = {},
            .absences = {},
            .guest_name = {},
            .guest_organisation = {},
            .critiques = {}});
    }
    return all;
}

} // namespace

std::vector<ScriptMeeting> demo_meetings(
    const DemoData& data, const DemoCell& cell, int years, Date day)
{
    const Script script(data, cell, day);
    std::vector<ScriptMeeting> all;
    for (int months_ago = years * 12; months_ago >= 0; --months_ago)
        all.push_back(script.meeting(months_ago));
    for (ScriptMeeting& meeting : script.coming())
        all.push_back(std::move(meeting));
    return all;
}

} // namespace chibo
