// What is on the screen, in words: every text drawn and every touchable with its label and
// rectangle. The step files find what they tap and see here, the touch layer finds what a finger
// hit.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/widget_id.h"

namespace chibo {

enum class TouchKind {
    Press, // Acts on release inside; gives way to scrolling.
    Drag, // Follows the finger from the first pixel: a handle, a signature pad, an editor.
    Scroll, // An area that a drag moves.
    Blocker, // Swallows touches: the dim layer behind a sheet, a card over the screen.
};

struct Touchable {
    WidgetId id;
    TouchKind kind = TouchKind::Press;
    Rect rect; // Whole, as drawn.
    Rect visible {}; // What the clip leaves of it.
    int layer = 0;
    std::string label {};
    bool enabled = true;
    /// A key: the next finger commits it, a finger that slides moves on to its neighbour, and it
    /// may be touched as fast as anybody can.
    bool quick = false;
    bool pinched = false; // Of a Drag: a second finger scales what is in it.
};

struct SeenText {
    std::string text; // With plain spaces for U+00A0.
    Rect rect; // Whole, as drawn.
    Rect shown {}; // What the clip leaves of it.
    int layer = 0;
    bool shortened = false; // Ends in "…": there was no room for the rest.

    [[nodiscard]] bool visible() const { return !shown.empty(); }
};

class Seen {
public:
    void text(std::string_view string, const Rect& rect, const Rect& clip, bool shortened);
    void touchable(Touchable touchable);

    [[nodiscard]] const std::vector<SeenText>& texts() const { return m_texts; }
    [[nodiscard]] const std::vector<Touchable>& touchables() const { return m_touchables; }
    [[nodiscard]] int layer() const { return m_layer; }
    /// The topmost layer that holds anything: only its touchables react.
    [[nodiscard]] int top_layer() const;
    void clear();

private:
    friend class LayerScope;
    std::vector<SeenText> m_texts;
    std::vector<Touchable> m_touchables;
    int m_layer = 0;
};

} // namespace chibo
