// What is changed about a meeting as a whole while it is planned or runs: chair, clerk, whether the
// clerk runs the agenda; cancelled while planned, opened again while it waits to be signed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/meeting.h"
#include "ui/screen.h"
#include "ui/screens/person_sheet.h"

namespace chibo {

class MeetingSheet {
public:
    MeetingSheet(MeetingId meeting, Viewer viewer) : m_id(meeting), m_viewer(std::move(viewer)) {}
    /// Opens on the question why it is cancelled.
    [[nodiscard]] static MeetingSheet cancelling(MeetingId meeting, Viewer viewer);

    void refresh(const Record& record);
    void draw(Ui& ui, Commands& commands);
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    enum class Office { Chair, Clerk };

    void draw_overview(Ui& ui, Commands& commands);
    void draw_acts(Ui& ui, Commands& commands, Rect rect);
    void draw_cancelling(Ui& ui, Commands& commands);
    void draw_people(Ui& ui, Commands& commands);
    void choose(Ui& ui, Office office);
    void take(PersonId person, Commands& commands) const;
    [[nodiscard]] const AttendanceRow* holder(Office office) const;

    MeetingId m_id;
    Viewer m_viewer;
    Meeting m_meeting {};
    std::vector<AttendanceRow> m_members {};
    std::vector<MemberId> m_signers {}; // Those with a PIN on this tablet.
    Office m_office = Office::Chair;
    std::optional<PersonSheet> m_people; // Asks for the chair or the clerk.
    bool m_cancels = false;
    bool m_fresh = true; // The reason is not yet asked: the keyboard goes to its field.
    std::string m_reason;
    bool m_closed = false;
};

} // namespace chibo
