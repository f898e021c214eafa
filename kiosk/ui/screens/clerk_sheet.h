// The clerk's sheet for one person: state, reason of an absence, time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "record/record.h"
#include "ui/icons.h"
#include "ui/ui.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class ClerkSheet {
public:
    /// `row` as it stands; the time starts at `now`. `reasons` of an absence are the rule set's.
    ClerkSheet(const Attendance& room, AttendanceRow row, Portrait person, UnixMs now,
        std::vector<AbsenceReason> reasons);
    void draw(Ui& ui);

    [[nodiscard]] const AttendanceRow& row() const { return m_row; }
    [[nodiscard]] bool closed() const { return m_closed; }
    /// What to do, once the primary (or "Bỏ ghi nhận") was touched.
    [[nodiscard]] std::optional<Command> take_command() { return std::exchange(m_command, {}); }
    /// The key of the state's words, for the toast.
    [[nodiscard]] std::string state_key() const;

private:
    enum class State { Present, Late, Excused, Unexcused, Leave, Back };

    [[nodiscard]] const char* why_off(State state) const; // Nothing: it can be chosen.
    [[nodiscard]] bool complete(const Ui& ui) const;
    void choose(State state);
    void settle_lateness(); // Present or late: the time says which.
    [[nodiscard]] bool ahead(const Ui& ui) const; // The time has not come yet.
    [[nodiscard]] std::string stays_words(const Ui& ui) const;
    void ask_take_back(Ui& ui);
    void draw_head(Ui& ui, Rect head);
    void draw_states(Ui& ui, const Rect& grid, int columns);
    void draw_state(Ui& ui, const Rect& cell, State state, Icon icon);
    void draw_reasons(Ui& ui, Rect area, int columns);
    void draw_no_signature(Ui& ui, Rect area, int columns);
    void draw_time(Ui& ui, Rect area);
    void draw_buttons(Ui& ui, Rect row);
    [[nodiscard]] Command command() const;
    [[nodiscard]] Command take_back();
    void touch_take_back();

    MeetingId m_meeting;
    AttendanceRow m_row;
    Portrait m_person;
    int m_required;
    bool m_started; // The meeting runs: who is not here by now may be noted as absent.
    UnixMs m_planned_start_ms;
    Attendance m_words_of; // Planned start and opening, for the words of the chip.
    std::optional<State> m_state;
    std::vector<AbsenceReason> m_reasons; // That may be chosen.
    AbsenceReason m_reason = AbsenceReason::None;
    std::string m_reason_text;
    std::string m_no_signature = "unable"; // A word of no_signature.*
    UnixMs m_at_ms;
    float m_gap = 16; // Between columns, in this frame.
    bool m_taken_back = false;
    bool m_asks = false; // Whether stays are to be taken back.
    bool m_closed = false;
    std::optional<Command> m_command;
};

} // namespace chibo
