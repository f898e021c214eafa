// What stands around a page: the rail with its entries, the top bar with cell, saved chip, clock
// and user chip.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/devices_queries.h"
#include "ui/places.h"
#include "ui/ui.h"

namespace chibo {

/// What the frame shows; a copy, read when the record moved.
struct FrameContent {
    std::string cell {};
    std::string organisation {};
    UnixMs saved_at_ms = 0;
    SyncStatus sync {};
    bool room = false;
    bool own_pages = false; // A member's own rail.
    std::string user_name {}; // The last two words.
    std::string user_initials {};
    int user_number = 0;
    std::string user_role {}; // In words.
    std::string_view entry {}; // The current one.
};

/// What was touched in the frame.
struct FrameTouch {
    const PlaceEntry* place = nullptr;
    bool user_chip = false;
    bool unlock = false; // The rail's "Mở khóa" in the room state.
    bool leave = false; // "Khóa lại" on own pages.
    bool sync = false; // The chip that says saved, in step, or what waits.
    bool more = false; // "Thêm": the entries that have no room.
};

/// Draws the frame and sets ui.work().
[[nodiscard]] FrameTouch page_frame(Ui& ui, const FrameContent& content);
/// Entries that stand behind "Thêm" in this shape.
[[nodiscard]] std::span<const PlaceEntry> places_behind_more(Ui& ui);

/// The mark: a gold star in a red square of 56.
void draw_mark(Ui& ui, const Rect& square);

} // namespace chibo
