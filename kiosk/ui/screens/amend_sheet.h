// Đính chính: a dated note beside the sealed text, with its author and reason.
#pragma once

#include <string>

#include "meeting/ids.h"
#include "ui/screen.h"
#include "ui/widgets/editor.h"

namespace chibo {

class AmendSheet {
public:
    AmendSheet(MeetingId meeting, MemberId author, std::string name) :
        m_meeting(meeting), m_author(author), m_name(std::move(name))
    {
    }

    /// False once it is closed.
    [[nodiscard]] bool draw(Ui& ui, Commands& commands);

private:
    MeetingId m_meeting;
    MemberId m_author;
    std::string m_name;
    std::string m_reason;
    Editor m_text;
    bool m_focus_asked = true; // The text has the keyboard from the first frame on.
    bool m_closed = false;
};

} // namespace chibo
