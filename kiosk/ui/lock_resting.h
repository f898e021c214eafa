// The lock from rest: the key is held, an officer steps in with an own PIN. Who touches nothing for
// a minute goes back to the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/meeting.h"
#include "ui/session.h"
#include "ui/ui.h"
#include "ui/widgets/code_keyboard.h"

namespace chibo {

class LockResting {
public:
    LockResting(const Record& record, UnixMs now);

    void draw(Ui& ui, Session& session);
    [[nodiscard]] bool entered() const { return m_entered; }
    /// Back to the room, or another cell was chosen.
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    void draw_left(Ui& ui, const Rect& rect, Session& session);
    void draw_above(Ui& ui, const Rect& rect, Session& session);
    void draw_head(Ui& ui, Rect head) const;
    void draw_demo(Ui& ui, const Rect& rect, const std::string& pin) const;
    void draw_meeting(Ui& ui, const Rect& card, Session& session);
    void draw_form(Ui& ui, const Rect& rect, Session& session);
    void draw_officers(Ui& ui, const Rect& rect);
    void draw_officer(Ui& ui, const Rect& rect, const Officer& officer);
    void draw_keys(Ui& ui, const Rect& rect);
    void draw_advice(Ui& ui, const Rect& rect, const Session& session);
    void step_in(Session& session);
    [[nodiscard]] std::int64_t wait_ms(const Session& session) const;

    Cell m_cell;
    std::vector<Officer> m_officers; // Who leads the next meeting first.
    std::size_t m_first = 0; // Of the two that show.
    std::optional<Meeting> m_meeting; // Next or running.
    int m_meeting_minutes = 0;
    OfficerId m_officer;
    std::string m_code;
    std::optional<Error> m_refused;
    bool m_keyboard_open = false;
    bool m_cells_open = false;
    bool m_entered = false;
    bool m_closed = false;
    CodeKeyboardState m_keyboard;
};

} // namespace chibo
