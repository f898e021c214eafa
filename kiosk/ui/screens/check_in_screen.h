// Who is in the room: one tile a member, in the Vietnamese order of given names, missing ones
// first. In the room state members sign in; at the clerk's a touch settles any state.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "meeting/attendance.h"
#include "meeting/meeting.h"
#include "record/cell_queries.h"
#include "record/check_in_commands.h"
#include "record/member_queries.h"
#include "ui/screen.h"
#include "ui/screens/clerk_sheet.h"
#include "ui/screens/guest_sheet.h"
#include "ui/screens/person_sheet.h"
#include "ui/screens/photos.h"
#include "ui/screens/sign_in_sheet.h"
#include "ui/widgets/member_tile.h"

namespace chibo {

class CheckInScreen final : public Screen {
public:
    /// A nil meeting is the one of now.
    explicit CheckInScreen(MeetingId meeting) : m_asked(meeting) {}
    void refresh(const Record& record, const Viewer& viewer) override;
    void draw(Ui& ui, Commands& commands) override;
    void scanned(std::string_view code, Commands& commands) override;

private:
    enum class Filter { All, Expected, Guests };

    /// The regions of the screen, for the shape it has.
    struct Places {
        Rect head, filters, tiles, aside, foot;
        bool stacked = false; // The summary is a card above the filters, nothing beside the tiles.
        bool scrolls_whole = false; // Low and wide: all but head and foot scroll together.
    };

    [[nodiscard]] Places places(const Ui& ui) const;
    [[nodiscard]] bool officer() const { return !m_viewer.room() && m_viewer.role != "member"; }
    [[nodiscard]] std::vector<AttendanceRow> shown_rows() const;
    void draw_head(Ui& ui, const Rect& row);
    void draw_filters(Ui& ui, Rect row);
    void draw_aside(Ui& ui, Rect column, Commands& commands);
    void draw_room_cards(Ui& ui, Rect column);
    void draw_officer_buttons(Ui& ui, Rect column, Commands& commands);
    void draw_foot(Ui& ui, const Rect& row, Commands& commands);
    void draw_scrolled(Ui& ui, const Places& at, Commands& commands);
    /// The tiles from this rectangle's top; gives the height they take.
    float draw_tiles(Ui& ui, const Rect& area, Commands& commands);
    void draw_tile(Ui& ui, const Rect& rect, const AttendanceRow& row, Commands& commands);
    float draw_nobody(Ui& ui, const Rect& area);
    void draw_last_tile(Ui& ui, const Rect& rect);
    void draw_sheets(Ui& ui, Commands& commands);
    void draw_no_meeting(Ui& ui);
    void tell_of_bad_photos(Commands& commands);
    void touched(Ui& ui, const AttendanceRow& row, Commands& commands);
    void tell_room(const AttendanceRow& row, Commands& commands) const;
    void check_in_member(const AttendanceRow& row, CheckIn arrival, Commands& commands);
    /// What a scanner read: whose it is can be said once.
    struct ScannedCard {
        CodeKind kind = CodeKind::Card;
        std::string number;
    };
    void bind(const AttendanceRow& row, const ScannedCard& card, Commands& commands) const;
    void draw_unbound(Ui& ui, Commands& commands);
    [[nodiscard]] TileSize tile_size() const;

    MeetingId m_asked;
    std::optional<Meeting> m_meeting;
    Viewer m_viewer;
    Attendance m_room; // A copy of the record, replaced whole by refresh().
    Settings m_settings;
    Photos m_photos;
    const Record* m_record
        = nullptr; // The open cell, which outlives its screens: whose a scanned code is.
    std::string m_search;
    Filter m_filter = Filter::All;
    std::optional<SignInSheet> m_sign_in; // Open while a member signs.
    std::optional<ClerkSheet> m_clerk;
    std::optional<GuestSheet> m_guest;
    std::optional<ScannedCard> m_unbound; // Nobody's yet; never on disk before it is hashed.
    std::optional<PersonSheet> m_whose; // Asks the clerk.
};

} // namespace chibo
