// The keyboard on the screen (ui specification, 3 "Vietnamese keyboard"): docked below what is
// typed into, and out of the way as soon as a real one is used.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "typing/suggester.h"
#include "typing/typing_options.h"
#include "ui/focus.h"
#include "ui/geometry.h"

namespace chibo {

class KeyCaps;
class Ui;
struct KeySpec;

/// What the bar's buttons do to a text.
enum class EditAction { SelectWord, SelectAll, Copy, Cut, Paste, Undo, Redo };

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
    /// How far a sheet moves up: its field stands above the keyboard, and its foot where it fits.
    [[nodiscard]] float lift(const Rect& sheet);

    /// The cell's setting: no keyboard on the screen.
    void allow(bool allowed) { m_allowed = allowed; }
    /// A field was touched, or the button that brings the keyboard back.
    void show(const Ui& ui);
    void bring_back();
    void hide() { m_hidden = true; }
    /// A real keyboard is in use: "Bàn phím rời".
    [[nodiscard]] bool real() const { return m_real; }

    /// What the bar takes its suggestions from, in this frame and for this field; it lives as long
    /// as the screen. `version` moves when what it would answer moves.
    struct Offer {
        const Suggester* from = nullptr;
        WidgetId field {};
        std::uint64_t version = 0;
    };
    void offer(const Offer& offer) { m_offer_now = offer; }
    /// What stands at the caret; the editor says so in each frame.
    struct Place {
        std::string before {}; // The paragraph up to the caret.
        bool sentence_begins = false; // The next letter is a capital.
        bool selected = false;
        bool can_undo = false;
        bool can_redo = false;
    };
    void set_place(Place place) { m_place = std::move(place); }
    /// A suggestion that was touched.
    [[nodiscard]] std::optional<Suggestion> take_choice()
    {
        return std::exchange(m_choice, std::nullopt);
    }
    /// A button of the bar that was touched.
    [[nodiscard]] std::optional<EditAction> take_edit()
    {
        return std::exchange(m_edit, std::nullopt);
    }

private:
    enum class Shift { Off, Once, Locked };
    /// The forms of a key that is held, in a row above it.
    struct Forms {
        char32_t key = 0;
        Rect cap;
    };

    [[nodiscard]] float height(const Ui& ui) const;
    [[nodiscard]] bool capitals() const;
    void draw_keys(Ui& ui, const Rect& rect);
    void act(Ui& ui, const KeySpec& key);
    void type(Ui& ui, const KeySpec& key);
    void shift();
    void hold(Ui& ui, const KeyCaps& caps);
    void repeat(Ui& ui, const KeySpec& key);
    void draw_forms(Ui& ui, float factor);

    // keyboard_bar.cpp: suggestions, and buttons for the text
    void draw_bar(Ui& ui, const Rect& rect, float factor);
    void draw_suggestions(Ui& ui, Rect rest, float factor);
    void draw_buttons(Ui& ui, const Rect& rest, float factor);
    void refresh_suggestions();
    bool bar_cell(Ui& ui, const Rect& rect, const WidgetId& id, std::string_view label) const;

    bool m_allowed = true;
    bool m_shown = false;
    bool m_hidden = false;
    bool m_real = false;
    bool m_signs = false; // The page ?123.
    Shift m_shift = Shift::Off;
    bool m_unshifted = false; // The capital that a sentence's beginning proposes was refused.
    std::int64_t m_real_ms = 0; // The last key of a real keyboard.
    std::int64_t m_repeated = 0; // How often the held key has acted.
    std::optional<Forms> m_forms;
    bool m_bar = false;
    bool m_buttons = false; // In the bar, in place of suggestions.
    Offer m_offer; // Of the last frame.
    Offer m_offer_now;
    std::vector<Suggestion> m_suggestions;
    std::optional<std::pair<std::string, Offer>> m_suggested_for;
    Place m_place;
    std::optional<Suggestion> m_choice;
    std::optional<EditAction> m_edit;
    WidgetId m_target;
    Rect m_dock;
    float m_top = 0; // Of the keyboard in the dock.
    float m_lift = 0;
    bool m_lifts = false; // A sheet asked for the lift in this frame.
    bool m_under_sheet = false; // As of the last frame.
};

} // namespace chibo
