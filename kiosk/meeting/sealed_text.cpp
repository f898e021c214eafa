#include "meeting/sealed_text.h"

#include <charconv>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "meeting/attendance.h"

namespace chibo {
namespace {

/// The text is not one that canonical_text() wrote; caught in parse_canonical_text() only.
class Foreign : public std::runtime_error {
public:
    Foreign() : std::runtime_error("no canonical text") {}
};

std::string unescaped(std::string_view value)
{
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\\') {
            text += value[i];
            continue;
        }
        if (++i == value.size())
            throw Foreign();
        text += value[i] == 'n' ? '\n' : value[i] == 't' ? '\t' : value[i];
    }
    return text;
}

/// One line: its name, then its values in order.
class Line {
public:
    explicit Line(std::string_view text)
    {
        for (std::size_t from = 0; from <= text.size();) {
            const std::size_t to = std::min(text.find('\t', from), text.size());
            m_values.push_back(unescaped(text.substr(from, to - from)));
            from = to + 1;
        }
    }
    [[nodiscard]] const std::string& name() const { return m_values.front(); }
    [[nodiscard]] bool has_more() const { return m_next < m_values.size(); }
    std::string text()
    {
        if (!has_more())
            throw Foreign();
        return m_values[m_next++];
    }
    std::int64_t number()
    {
        const std::string value = text();
        std::int64_t number = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        if (read.ec != std::errc() || read.ptr != value.data() + value.size())
            throw Foreign();
        return number;
    }
    int count() { return static_cast<int>(number()); }
    std::optional<std::int64_t> optional_number()
    {
        if (has_more() && m_values[m_next] == "-") {
            ++m_next;
            return std::nullopt;
        }
        return number();
    }
    template <typename AnyId> AnyId id()
    {
        const auto parsed = AnyId::parse(text());
        if (!parsed)
            throw Foreign();
        return *parsed;
    }
    template <typename Enum> Enum coded() { return word_or_first<Enum>(text()); }

private:
    std::vector<std::string> m_values;
    std::size_t m_next = 1;
};

/// The lines in order; each adds to what stands so far.
class Parser {
public:
    MinutesContent content {};

    void read(Line& line)
    {
        const auto found = readers().find(line.name());
        if (found == readers().end())
            throw Foreign();
        (this->*found->second)(line);
    }

private:
    using Reader = void (Parser::*)(Line&);
    static const std::map<std::string, Reader>& readers()
    {
        static const std::map<std::string, Reader> all {{"meeting", &Parser::meeting},
            {"cell", &Parser::cell}, {"heading", &Parser::heading}, {"rule_set", &Parser::rule_set},
            {"times", &Parser::times}, {"place", &Parser::place}, {"chair", &Parser::chair},
            {"clerk", &Parser::clerk}, {"opening", &Parser::opening}, {"member", &Parser::member},
            {"guest", &Parser::guest}, {"stay", &Parser::stay}, {"absence", &Parser::absence},
            {"item", &Parser::item}, {"entry", &Parser::entry}, {"task", &Parser::task},
            {"vote", &Parser::vote}, {"state", &Parser::state}, {"run", &Parser::run}};
        return all;
    }

    void meeting(Line& line)
    {
        content.meeting.id = line.id<MeetingId>();
        content.meeting.kind = line.coded<MeetingKind>();
        content.meeting.title = line.text();
        content.meeting.state = MeetingState::Sealed;
    }
    void cell(Line& line)
    {
        content.cell.name = line.text();
        content.cell.organisation = line.text();
    }
    void heading(Line& line)
    {
        content.heading.parent_line = line.text();
        content.heading.cell_line = line.text();
        content.heading.place = line.text();
    }
    void rule_set(Line& line) { content.meeting.rule_set = line.text(); }
    void times(Line& line)
    {
        content.meeting.planned_start_ms = line.number();
        content.meeting.opened_at_ms = line.optional_number();
        content.meeting.closed_at_ms = line.optional_number();
        content.attendance.planned_start_ms = content.meeting.planned_start_ms;
        content.attendance.opened_at_ms = content.meeting.opened_at_ms;
    }
    void place(Line& line) { content.meeting.place = line.text(); }
    void chair(Line& line) { content.chair = officer(line); }
    void clerk(Line& line) { content.clerk = officer(line); }
    static std::optional<Member> officer(Line& line)
    {
        if (!line.has_more())
            return std::nullopt;
        Member member;
        member.id = line.id<MemberId>();
        member.name = line.text();
        member.position = line.coded<Position>();
        return member;
    }
    void opening(Line& line)
    {
        Opening read;
        read.announced_at_ms = line.number();
        auto& f = read.figures;
        for (int* figure : {&f.total, &f.official, &f.probationary, &f.temporary_here, &f.exempt,
                 &f.temporary_away, &f.required, &f.present, &f.present_official,
                 &f.present_probationary, &f.excused, &f.unexcused, &f.guests})
            *figure = line.count();
        content.opening = read;
    }
    AttendanceRow& person(Line& line)
    {
        AttendanceRow row;
        row.person = line.id<PersonId>();
        row.name = line.text();
        return content.attendance.rows.emplace_back(std::move(row));
    }
    void member(Line& line)
    {
        AttendanceRow& row = person(line);
        row.standing = line.coded<Standing>();
        row.official = line.number() != 0;
    }
    void guest(Line& line)
    {
        AttendanceRow& row = person(line);
        row.is_guest = true;
        row.organisation = line.text();
        row.guest_kind = line.coded<GuestKind>();
    }
    AttendanceRow& last_person()
    {
        if (content.attendance.rows.empty())
            throw Foreign();
        return content.attendance.rows.back();
    }
    void stay(Line& line)
    {
        Stay read;
        read.arrived_at_ms = line.number();
        read.left_at_ms = line.optional_number();
        read.how = line.coded<CheckInWay>();
        read.is_signed = line.number() != 0;
        last_person().stays.push_back(read);
    }
    void absence(Line& line)
    {
        Absence read;
        read.kind = line.coded<AbsenceKind>();
        read.reason = line.coded<AbsenceReason>();
        read.reason_text = line.text();
        last_person().absence = read;
    }
    void item(Line& line)
    {
        AgendaItem read;
        read.id = line.id<ItemId>();
        read.part = line.coded<Part>();
        read.kind = line.coded<ItemKind>();
        read.title = line.text();
        read.short_title = read.title;
        read.presenter_name = line.text();
        read.secret = line.number() != 0;
        content.agenda.items.push_back(std::move(read));
    }
    AgendaItem& last_item()
    {
        if (content.agenda.items.empty())
            throw Foreign();
        return content.agenda.items.back();
    }
    void entry(Line& line)
    {
        Entry read;
        read.item = last_item().id;
        read.id = line.id<EntryId>();
        read.kind = line.coded<EntryKind>();
        read.at_ms = line.number();
        read.speaker = PersonId::parse(line.text());
        read.speaker_name = line.text();
        read.text = line.text();
        content.entries.push_back(std::move(read));
    }
    Entry& last_entry()
    {
        if (content.entries.empty())
            throw Foreign();
        return content.entries.back();
    }
    void task(Line& line)
    {
        Task read;
        read.id = last_entry().id;
        read.meeting = content.meeting.id;
        read.text = last_entry().text;
        read.owner = line.id<MemberId>();
        read.owner_name = line.text();
        read.due_on = parse_iso(line.text()).value_or(Date {});
        last_entry().task = std::move(read);
    }
    void vote(Line& line)
    {
        Vote read;
        read.purpose = line.coded<VotePurpose>();
        read.method = line.coded<VoteMethod>();
        read.base_kind = line.coded<BaseKind>();
        read.majority = line.coded<Majority>();
        for (int* number : {&read.entitled_present, &read.base, &read.yes, &read.no, &read.other})
            *number = line.count();
        read.reserved = line.text();
        last_entry().vote = std::move(read);
    }
    void state(Line& line)
    {
        AgendaItem& read = last_item();
        read.state = line.coded<ItemState>();
        read.planned_s = line.count();
        read.added_s = line.count();
    }
    void run(Line& line)
    {
        ItemRun read;
        read.started_at_ms = line.number();
        read.ended_at_ms = line.optional_number();
        last_item().runs.push_back(read);
    }
};

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return lines;
}

} // namespace

std::optional<MinutesContent> parse_canonical_text(std::string_view text)
{
    const auto lines = lines_of(text);
    if (lines.size() < 2 || lines.front() != "chibo minutes 1" || lines.back() != "end")
        return std::nullopt;
    Parser parser;
    try {
        for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
            Line line(lines[i]);
            parser.read(line);
        }
    } catch (const Foreign&) {
        return std::nullopt;
    }
    auto& attendance = parser.content.attendance;
    attendance.meeting = parser.content.agenda.meeting = parser.content.meeting.id;
    attendance.figures = attendance_figures(attendance.rows, attendance.planned_start_ms);
    return parser.content;
}

} // namespace chibo
