// Rows of a list: separated by rules, 64 high (72 with two lines), and lists whose rows are dragged
// by a handle.
#pragma once

#include <optional>
#include <string_view>

#include "ui/draw.h"
#include "ui/text.h"
#include "ui/touch.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class ScrollScope;
class Ui;

inline constexpr float row_height = 64;
inline constexpr float row_height_two_lines = 72;
inline constexpr float row_height_current = 80;
inline constexpr float handle_width = 64;

/// What a plain row of a card shows. Rows that need more draw it themselves on row_ground().
struct RowLook {
    Icon icon {};
    Color icon_color {}; // Default: secondary ink.
    std::optional<Portrait> person {}; // Instead of an icon.
    std::string_view words {};
    std::string_view second {}; // A caption below.
    std::string_view right {}; // A caption at the right end.
    bool bold = false;
    bool current = false; // Red tint with a marker at the left edge.
    bool leads_on = false; // A chevron: touching opens something.
};

/// The row's ground: a rule above, the tint of the current one, the shade of a pressed one.
struct RowGround {
    bool first = false; // No rule above.
    bool current = false;
    bool pressed = false;
};
void row_ground(Ui& ui, const Rect& row, const RowGround& look);

/// A row that is touched as a whole.
Press list_row(Ui& ui, const WidgetId& id, const Rect& row, const RowLook& look);
/// The content alone, inside `row`.
void draw_row(Ui& ui, const Rect& row, const RowLook& look);

/// A list whose rows are moved by their handles. One scope a list and frame:
/// ```
/// ReorderScope order(ui, "agenda", list_rect, count, &scroll);
/// for (int i = 0; i < count; ++i) {
///     const Rect row = order.place(i, rect_of(i));   // makes room, or follows the finger
///     … draw the row in `row` …
///     order.handle(i, row, label);
/// }
/// if (auto moved = order.moved()) commands.push(move_item(moved->from, moved->to));
/// ```
struct Moved {
    int from = 0;
    int to = 0; // The index it has afterwards.
};

/// Where a dragged row stands; lives in the screen, so that it goes with it.
struct ReorderState {
    int lifted = -1; // None.
    int target = -1;
    float grip = 0; // Of the finger below the row's top.
    float finger_y = 0;
};

class ReorderScope {
public:
    ReorderScope(Ui& ui, const WidgetId& id, ReorderState& state, int count);

    /// Where row `index` is drawn, given where it rests.
    [[nodiscard]] Rect place(int index, const Rect& resting);
    /// The handle at the row's left edge; drags it.
    void handle(int index, const Rect& row, std::string_view label);
    /// Rows from here on can't be crossed (a part that has begun).
    void keep_within(int first, int last) { m_first = first, m_last = last; }
    /// Scrolls while the finger is in the 64 px at the list's ends.
    void scroll_edges(const WidgetId& scroll, const Rect& view);
    [[nodiscard]] bool lifts(int index) const { return m_state.lifted == index; }
    /// The row was let go at another place in this frame. The line of the place is drawn here: call
    /// it last.
    [[nodiscard]] std::optional<Moved> moved();

private:
    Ui& m_ui;
    WidgetId m_id;
    ReorderState& m_state;
    int m_count;
    int m_first = 0;
    int m_last;
    float m_lifted_height = 0;
    std::optional<Rect> m_line;
    std::optional<Moved> m_moved;
    bool m_dragged = false;
};

/// The lifted row's red border, over what the row drew.
void lifted_frame(Ui& ui, const Rect& row);
void draw_handle(Ui& ui, const Rect& row);

} // namespace chibo
