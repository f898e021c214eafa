// Đính chính: a dated note beside the sealed text, with its author and reason.
#pragma once

#include <string>

#include "meeting/ids.h"
#include "ui/screen.h"

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
    std::string m_text;
    bool m_closed = false;
};

} // namespace chibo
