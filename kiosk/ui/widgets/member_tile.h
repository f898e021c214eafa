// Member tile: who, role, and one of five states in a band below, with icon and words. And its two
// companions in the grid: "add" and a note.
#pragma once

#include <string_view>
#include <vector>

#include "meeting/text_range.h"
#include "ui/text.h"
#include "ui/touch.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class Ui;

enum class TileState {
    Asked, // Not arrived, red: waits for a touch.
    Quiet, // Not arrived, one of many: only the pressed one is red.
    Present,
    Excused,
    Unexcused,
    Guest,
    Away, // Left the room, exempt, temporarily away: no colour.
};

enum class TileSize { Full, Small }; // 168 and 128 high; 13-30 people take the small one.
inline constexpr float tile_height(TileSize size)
{
    return size == TileSize::Full ? 168.0F : 128.0F;
}
inline constexpr float tile_width = 250;

struct TileLook {
    TileState state = TileState::Present;
    TileSize size = TileSize::Full;
    Portrait person {};
    std::string_view name {};
    std::string_view role {};
    std::string_view band {}; // "Có mặt 07:52"
    Icon band_icon {}; // Empty: the state's own.
    std::vector<TextRange> marked {};
};

Press member_tile(Ui& ui, const WidgetId& id, const Rect& rect, const TileLook& look,
    Enabled enabled = Enabled::Yes);
Press add_tile(Ui& ui, const WidgetId& id, const Rect& rect, Icon icon, std::string_view label);
void note_tile(Ui& ui, const Rect& rect, Icon icon, std::string_view words);

/// A name in two lines, as tiles have it; 20 px where 22 does not fit, and the given name is never
/// cut.
void draw_name(Ui& ui, const Rect& box, std::string_view name, const std::vector<TextRange>& marked,
    const TextStyle& style);

} // namespace chibo
