#include "ui/step_story.h"

#include <map>
#include <stdexcept>

#include "meeting/strokes.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_commands.h"
#include "record/rule_files.h"
#include "record/sealing_commands.h"
#include "ui/step_script.h"
#include "ui/widgets/signature_pad.h"

namespace chibo {
namespace {

class Story {
public:
    Story(Record& record, UnixMs day) :
        m_record(record), m_day(day), m_meeting(*read_current_meeting(record, day))
    {
    }

    void play(const Step& line)
    {
        static const std::map<std::string, void (Story::*)(const Step&)> all {
            {"open_check_in", &Story::open}, {"arrive", &Story::arrive}, {"guest", &Story::guest},
            {"absent", &Story::absent}, {"start", &Story::start}, {"next", &Story::next},
            {"floor", &Story::floor}, {"floor_ends", &Story::floor_ends},
            {"opinion", &Story::opinion}, {"conclusion", &Story::conclusion},
            {"task", &Story::task}, {"vote", &Story::vote}, {"late_vote", &Story::late_vote},
            {"read", &Story::read}, {"close", &Story::close}};
        const auto found = all.find(line.arguments.at(0));
        if (found == all.end())
            throw std::runtime_error("the story has no \"" + line.arguments[0] + "\"");
        (this->*found->second)(line);
    }

private:
    void run(const Command& command, const Actor& actor)
    {
        if (const auto done = m_record.run(command, actor); !done)
            throw std::runtime_error("story: " + command.name + ": " + done.error().key);
    }
    [[nodiscard]] Actor clerk() const { return {m_meeting.clerk, "clerk"}; }
    [[nodiscard]] Actor chair() const { return {m_meeting.chair, "chair"}; }
    [[nodiscard]] static Actor room() { return {{}, "room"}; }
    [[nodiscard]] PersonId named(const std::string& name) const
    {
        for (const AttendanceRow& row : read_attendance(m_record, m_meeting.id).rows) {
            if (row.name == name)
                return row.person;
        }
        throw std::runtime_error("story: nobody is called " + name);
    }
    [[nodiscard]] MemberId member(const std::string& name) const { return {named(name).uuid}; }
    [[nodiscard]] EntryDraft draft(EntryKind kind, std::string text) const
    {
        const Agenda agenda = read_agenda(m_record, m_meeting.id);
        const AgendaItem* item = current_item(agenda);
        if (!item)
            throw std::runtime_error("story: no item runs");
        EntryDraft made;
        made.meeting = m_meeting.id;
        made.item = item->id;
        made.kind = kind;
        made.text = std::move(text);
        return made;
    }
    void unanimous(EntryDraft made, VotePurpose purpose)
    {
        const auto voters = read_electorate(m_record, m_meeting.id, m_record.clock().now_ms());
        made.vote = vote_form(voters, rules_of(m_meeting), purpose);
        made.vote->yes = made.vote->entitled_present;
        run(record_entry(std::move(made)), clerk());
    }

    void open(const Step&) { run(chibo::open_check_in(m_meeting.id), clerk()); }
    void arrive(const Step& line)
    {
        Strokes strokes {656, 256, {{}}};
        int t_ms = 0;
        for (const Point at : sample_signature({656, 256}))
            strokes.strokes[0].push_back({at.x, at.y, t_ms += 12});
        const auto bytes = stroke_bytes(strokes);
        CheckIn arrival {m_meeting.id, named(line.arguments.at(1)), CheckInWay::Tap,
            std::string(bytes.begin(), bytes.end()), {}, {}};
        run(check_in(arrival), room());
    }
    void guest(const Step& line)
    {
        CheckIn arrival {m_meeting.id, named(line.arguments.at(1)), CheckInWay::Clerk, {}, {}, {}};
        run(check_in(arrival), clerk());
    }
    void absent(const Step& line)
    {
        NotedAbsence absence;
        absence.meeting = m_meeting.id;
        absence.member = member(line.arguments.at(1));
        absence.kind = AbsenceKind::Excused;
        absence.reason = AbsenceReason::Duty;
        run(note_absence(absence), clerk());
    }
    void start(const Step&) { run(start_meeting(m_meeting.id), chair()); }
    void next(const Step&) { run(start_next_item(m_meeting.id), chair()); }
    void floor(const Step& line)
    {
        run(request_floor(m_meeting.id, named(line.arguments.at(1))), chair());
        run(start_speaker(m_meeting.id, read_speakers(m_record, m_meeting.id).waiting.at(0).id),
            chair());
    }
    void floor_ends(const Step&) { run(end_speaker(m_meeting.id), chair()); }
    void opinion(const Step& line)
    {
        EntryDraft made = draft(EntryKind::Opinion, line.arguments.at(2));
        made.speaker = named(line.arguments.at(1));
        run(record_entry(std::move(made)), clerk());
    }
    void conclusion(const Step& line)
    {
        EntryDraft made = draft(EntryKind::Conclusion, line.arguments.at(1));
        made.speaker = m_meeting.chair ? std::optional(person(*m_meeting.chair)) : std::nullopt;
        run(record_entry(std::move(made)), clerk());
    }
    void task(const Step& line)
    {
        EntryDraft made = draft(EntryKind::Task, line.arguments.at(3));
        made.owner = member(line.arguments.at(1));
        made.due_on = parse_dmy(line.arguments.at(2) + "/" + std::to_string(date_of(m_day).year));
        run(record_entry(std::move(made)), clerk());
    }
    void vote(const Step& line)
    {
        unanimous(draft(EntryKind::Vote, line.arguments.at(2)),
            parse_word<VotePurpose>(line.arguments.at(1)).value_or(VotePurpose::Other));
    }
    void late_vote(const Step& line)
    {
        EntryDraft made = draft(EntryKind::Vote, line.arguments.at(3));
        made.item = item(line.arguments.at(1));
        unanimous(std::move(made),
            parse_word<VotePurpose>(line.arguments.at(2)).value_or(VotePurpose::Other));
    }
    [[nodiscard]] ItemId item(const std::string& number) const
    {
        return read_agenda(m_record, m_meeting.id).items.at(std::stoul(number) - 1).id;
    }
    void read(const Step& line)
    {
        run(read_item_back(m_meeting.id, item(line.arguments.at(1))), clerk());
    }
    void close(const Step&) { run(close_meeting(m_meeting.id), chair()); }

    Record& m_record;
    UnixMs m_day;
    Meeting m_meeting;
};

} // namespace

UnixMs time_of_day(const std::string& text, UnixMs day)
{
    const auto at = parse_local(iso(date_of(day)) + " " + text);
    if (!at)
        throw std::runtime_error("a time of day is written as 09:58 or 09:58:10, not " + text);
    return *at;
}

void play_story(
    Record& record, FakeClock& clock, const std::filesystem::path& story, UnixMs from, UnixMs until)
{
    Story playing(record, from);
    for (const Step& line : read_steps(story)) {
        const UnixMs at = time_of_day(line.verb, from);
        if (at <= from || at > until)
            continue;
        clock.set(at);
        playing.play(line);
    }
    clock.set(until);
}

} // namespace chibo
