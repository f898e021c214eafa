// The entries of the rail: where one can go, and which screens belong to an entry.
#pragma once

#include <span>
#include <string_view>

#include "ui/icons.h"

namespace chibo {

struct PlaceEntry {
    std::string_view screen; // The destination, and the key of its word: frame.SCREEN.
    Icon icon;
    bool needs_meeting = false;
    /// Why there is nothing behind it, as the key of a sentence; empty where there is.
    std::string_view explained {};
};

[[nodiscard]] std::span<const PlaceEntry> officer_places();
[[nodiscard]] std::span<const PlaceEntry> room_places();
/// Of a member on own pages.
[[nodiscard]] std::span<const PlaceEntry> member_places();
/// What such a member may open; all else is the officers'.
[[nodiscard]] bool open_to_members(std::string_view screen);
/// The entry under which a screen is shown: plan under home, opening under agenda, …
[[nodiscard]] std::string_view entry_of(std::string_view screen);

} // namespace chibo
