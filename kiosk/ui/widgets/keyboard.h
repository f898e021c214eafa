// The keyboard on the screen (ui specification, 3 "Vietnamese keyboard"): docked below what is
// typed into, and out of the way as soon as a real one is used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "typing/typing_options.h"
#include "ui/focus.h"
#include "ui/geometry.h"

namespace chibo {

class Ui;

/// Somebody whom a touch on the bar writes down.
struct SuggestedName {
    std::string name; // Nguyễn Thị Hồng Phượng
    std::string word; // Phượng: shown red and first where what is typed asks for it.
};

/// One for the whole interface: `ui.keyboard()`. The app draws it over the screen that is typed
/// into and takes its room off `ui.work()` first.
class Keyboard {
public:
    /// Looks at this frame's keys and at the field that has the focus; call before the screens
    /// draw.
    void begin(Ui& ui);
    /// Takes its room off a page's work area, and remembers where it is docked.
    [[nodiscard]] Rect make_room(const Ui& ui, const Rect& work);
    [[nodiscard]] bool shown() const { return m_shown; }
    /// Draws over the page; nothing where it is not shown.
    void draw(Ui& ui);
    /// How far a sheet moves up, so that its field stands above the keyboard.
    [[nodiscard]] float lift();

    /// The cell's setting: no keyboard on the screen.
    void allow(bool allowed) { m_allowed = allowed; }
    /// A field was touched, or the button that brings the keyboard back.
    void show(const Ui& ui);
    void bring_back();
    void hide() { m_hidden = true; }
    /// A real keyboard is in use: "Bàn phím rời".
    [[nodiscard]] bool real() const { return m_real; }

    /// People of the meeting, for the bar; a field without them has no bar.
    void offer(std::vector<SuggestedName> people) { m_people = std::move(people); }
    /// What stands before the caret; the editor says so in each frame.
    struct Place {
        std::string word {}; // The word before the caret.
        bool sentence_begins = false; // The next letter is a capital.
    };
    void set_place(Place place) { m_place = std::move(place); }
    /// A name that was touched, in place of the word before the caret.
    [[nodiscard]] std::optional<std::string> take_choice()
    {
        return std::exchange(m_choice, std::nullopt);
    }

private:
    friend class KeyboardDrawing;
    enum class Shift { Off, Once, Locked };
    [[nodiscard]] float height(const Ui& ui) const;

    bool m_allowed = true;
    bool m_shown = false;
    bool m_hidden = false;
    bool m_real = false;
    bool m_signs = false; // The page ?123.
    Shift m_shift = Shift::Off;
    bool m_unshifted = false; // The capital that a sentence's beginning proposes was refused.
    std::int64_t m_real_ms = 0; // The last key of a real keyboard.
    std::int64_t m_repeated = 0; // How often the held key has acted.
    bool m_bar = false;
    std::vector<SuggestedName> m_people;
    Place m_place;
    std::optional<std::string> m_choice;
    WidgetId m_target;
    Rect m_dock;
    float m_top = 0; // Of the keyboard in the dock.
    float m_lift = 0;
    bool m_lifts = false; // A sheet asked for the lift in this frame.
};

} // namespace chibo
