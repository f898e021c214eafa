#include "ui/places.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chibo {

std::span<const PlaceEntry> officer_places()
{
    static constexpr std::array<PlaceEntry, 8> places {{
        {"home", icons::home},
        {"check_in", icons::how_to_reg, true},
        {"agenda", icons::format_list_numbered, true},
        {"minutes", icons::edit_note, true},
        {"critique", icons::forum},
        {"ballot", icons::how_to_vote, false, "frame.ballot_explained"},
        {"seal", icons::verified, true},
        {"records", icons::folder},
    }};
    return places;
}

std::span<const PlaceEntry> room_places()
{
    static constexpr std::array<PlaceEntry, 2> places {{
        {"check_in", icons::how_to_reg, true},
        {"agenda", icons::format_list_numbered, true},
    }};
    return places;
}

std::span<const PlaceEntry> member_places()
{
    static constexpr std::array<PlaceEntry, 4> places {{
        {"own_page", icons::person},
        {"self_critique", icons::edit_note},
        {"own_remarks", icons::forum},
        {"own_tasks", icons::assignment},
    }};
    return places;
}

bool open_to_members(std::string_view screen)
{
    static constexpr std::array<std::string_view, 3> others {"member_code", "check_in", "agenda"};
    return std::ranges::count(member_places(), screen, &PlaceEntry::screen) > 0
        || std::ranges::count(others, screen) > 0;
}

std::string_view entry_of(std::string_view screen)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> under {{
        {"conflicts", "minutes"},
        {"plan", "agenda"},
        {"follow_up", "critique"},
        {"opening", "check_in"},
        {"readback", "minutes"},
        {"sign", "seal"},
        {"paper", "records"},
    }};
    for (const auto& [from, entry] : under) {
        if (from == screen)
            return entry;
    }
    return screen;
}

} // namespace chibo
