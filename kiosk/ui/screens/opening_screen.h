// The figures that the chair reads aloud at the opening, from top to bottom; the primary stores
// them and starts item 1.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/meeting.h"
#include "ui/icons.h"
#include "ui/screen.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class OpeningScreen final : public Screen {
public:
    explicit OpeningScreen(MeetingId meeting) : m_asked(meeting) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;

private:
    struct Line {
        Icon icon;
        Color icon_color {};
        const char* key;
        int number = 0;
        std::string words {}; // "**…**" is semibold.
        std::optional<Portrait> person {}; // In the number's place.
        bool bold = false;
        bool present = false; // The green line with the mark.
    };

    [[nodiscard]] std::vector<Line> lines(const Ui& ui) const;
    [[nodiscard]] Line officer_line(const Ui& ui, const char* key, Icon icon, bool clerk) const;
    [[nodiscard]] Seat shown_seat(const AttendanceRow& row) const;
    [[nodiscard]] Standing shown_standing(const AttendanceRow& row) const;
    [[nodiscard]] std::string names(const Ui& ui, Seat seat) const;
    [[nodiscard]] std::string names_of(const Ui& ui, Standing standing) const;
    [[nodiscard]] std::string guest_names(const Ui& ui) const;
    [[nodiscard]] std::string split(
        const Ui& ui, int official, int probationary, int temporary) const;
    void draw_line(Ui& ui, const Rect& row, const Line& line, bool first) const;
    [[nodiscard]] float line_height(Ui& ui, const Line& line, float width) const;
    void draw_foot(Ui& ui, Rect row, Commands& commands);

    MeetingId m_asked;
    std::optional<Meeting> m_meeting;
    Attendance m_room;
    std::optional<Opening> m_opening; // Once announced: the figures as they were read.
    float m_row_height = 59; // Lower where there are more lines.
    bool m_started = false;
};

} // namespace chibo
