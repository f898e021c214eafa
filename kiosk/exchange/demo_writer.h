// Writes the demo committee's people and meetings into one cell's record, by the same commands that
// the screens use.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>

#include "exchange/demo_script.h"
#include "meeting/clock.h"
#include "record/record.h"

namespace chibo {

class DemoWriter {
public:
    /// The clock is the record's: it is set to each moment that is written.
    /// `now` is when the last of it is written: before the demo's day.
    DemoWriter(Record& record, FakeClock& clock, const DemoData& data, UnixMs now) :
        m_record(record), m_clock(clock), m_data(data), m_now(now)
    {
    }

    /// What the record folder already knows of the cell.
    struct Founding {
        CellId cell;
        std::map<OfficerRole, OfficerId> officers;
        std::string pin_hash;
    };
    void write_people(const DemoCell& cell, const Founding& founding, UnixMs at);
    /// Everything up to the script's end; one journal entry for each meeting long past, one for
    /// each step of the last ones, so that their history reads as if it had been held with the
    /// kiosk.
    enum class Journal { StepByStep, OneEntry };
    void write_meeting(const ScriptMeeting& meeting, Journal journal);
    /// Tasks that were done by then.
    void finish_tasks(UnixMs until);

private:
    struct DoneTask {
        UnixMs at = 0;
        EntryId task;
    };

    void step(UnixMs at, const Actor& actor, const Command& command);
    void in_one(UnixMs at, const std::string& name, const std::function<void()>& write);
    void plan(const ScriptMeeting& meeting, UnixMs at);
    void hold(const ScriptMeeting& meeting);
    void check_everybody_in(const ScriptMeeting& meeting);
    void record_entries(const ScriptItem& item, ItemId id, UnixMs began, UnixMs ended);
    void hold_critique(const ScriptMeeting& meeting, ItemId item, UnixMs ended);
    void ask_what_was_kept(ItemId session, UnixMs at);
    void say(const ScriptCritique& critique, ItemId session, UnixMs& at);
    void seal(UnixMs at);
    [[nodiscard]] MemberId member(int number) const { return m_members.at(number); }
    [[nodiscard]] Actor clerk() const { return {.member = m_clerk, .role = "clerk"}; }
    [[nodiscard]] Actor chair() const { return {.member = m_chair, .role = "chair"}; }
    [[nodiscard]] std::array<std::uint8_t, 10> chance();
    [[nodiscard]] std::string signature(int number) const;

    Record& m_record;
    FakeClock& m_clock;
    const DemoData& m_data;
    UnixMs m_now;
    Changes* m_open = nullptr; // Set while several steps make one journal entry.
    MeetingId m_meeting;
    std::map<int, MemberId> m_members; // By number.
    std::map<int, Standing> m_standing;
    MemberId m_chair, m_clerk;
    std::vector<DoneTask> m_done; // Not yet written.
    struct Promised {
        CommitmentState kept = CommitmentState::Open;
        std::string evidence;
        int member = 0;
    };
    std::vector<Promised> m_promised; // At the last critique, to be asked about at the next.
    SeededRandom m_chance {826};
};

} // namespace chibo
