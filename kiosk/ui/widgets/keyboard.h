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
    enum class Kind { Vietnamese, Code };

    /// Looks at this frame's keys and at the field that has the focus; call before the screens
    /// draw.
    void begin(Ui& ui);
    /// Its height where it is shown, else 0.
    [[nodiscard]] float height(const Ui& ui) const;
    [[nodiscard]] bool shown() const { return m_shown; }
    /// Draws at the bottom of `above` (as wide as that); nothing where it is not shown.
    void draw(Ui& ui, const Rect& above);

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

    [[nodiscard]] Kind kind() const { return m_kind; }

private:
    friend class KeyboardDrawing;
    enum class Shift { Off, Once, Locked };

    Kind m_kind = Kind::Vietnamese;
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
};

} // namespace chibo
