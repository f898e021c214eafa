// What every widget and screen is given: scale, draw list, theme, strings, touch, keys, time. No
// globals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/clock.h"
#include "ui/finger.h"
#include "ui/focus.h"
#include "ui/geometry.h"
#include "ui/images.h"
#include "ui/jobs.h"
#include "ui/leaving.h"
#include "ui/motion.h"
#include "ui/pace.h"
#include "ui/picture.h"
#include "ui/scroll.h"
#include "ui/seen.h"
#include "ui/sounds.h"
#include "ui/strings.h"
#include "ui/theme.h"
#include "ui/touch.h"
#include "ui/typed.h"
#include "ui/widgets/field_state.h"
#include "ui/widgets/keyboard.h"

struct ImDrawList;

namespace chibo {

class Fonts;

/// How much room there is: the shape decides between the layouts of a screen (ui specification, 6).
enum class Shape {
    Compact, // Under 1180 logical px wide, landscape: text at 140 %; one column, the page scrolls.
    Tablet, // 1280x800
    Wide, // From 1600: a third column.
    Portrait,
};

class Ui {
public:
    Ui(const Clock& clock, Strings& strings, Fonts& fonts);

    // The frame.
    /// Begins a frame of this many device pixels at a scale; `now_ms` is the interface's own time.
    /// Reads what Dear ImGui's input queue brought since the last frame (call after
    /// ImGui::NewFrame).
    void begin(DeviceSize device, float scale, std::int64_t now_ms);
    /// Draws the focus outline and handles Tab and Enter for who has the focus.
    void end();

    // Room.
    [[nodiscard]] float scale() const { return m_scale; }
    [[nodiscard]] Size screen() const { return m_screen; } // Logical.
    [[nodiscard]] Rect bounds() const { return {0, 0, m_screen.w, m_screen.h}; }
    [[nodiscard]] Shape shape() const;
    /// Upright, with large text: what stands side by side elsewhere goes below each other.
    [[nodiscard]] bool is_slim() const { return m_screen.w < 700; }
    /// Where a screen draws: between rail and edge, below the top bar, with margins 24/16 inside.
    /// The page frame sets it.
    [[nodiscard]] Rect work() const { return m_work; }
    void set_work(const Rect& work) { m_work = work; }
    /// At the bottom of this a toast stands: all of work(), unless a screen keeps its lowest
    /// buttons, or where words are written, clear of it (call in every frame).
    [[nodiscard]] Rect toast_room() const { return m_toast_room.value_or(m_work); }
    void set_toast_room(const Rect& rect) { m_toast_room = rect; }
    /// How much of the foot of an area the toast took in the last frame; 0 without one. Scroll
    /// areas let their content be scrolled clear of it.
    [[nodiscard]] float under_toast(const Rect& area) const;
    void stand_toast(const std::optional<Rect>& bar); // By the toaster, in every frame.
    /// Logical to device, on a whole pixel.
    [[nodiscard]] float px(float logical) const;

    // Drawing.
    [[nodiscard]] ImDrawList& list() const { return *m_list; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void set_theme(const Theme& theme) { m_theme = theme; }
    [[nodiscard]] Fonts& fonts() const { return m_fonts; }
    [[nodiscard]] Images& images() { return m_images; }
    [[nodiscard]] Rect clip() const { return m_clips.empty() ? bounds() : m_clips.back(); }
    void push_clip(const Rect& rect)
    {
        m_clips.push_back(rect);
    } // Through ClipScope and ScrollScope.
    void pop_clip() { m_clips.pop_back(); }

    /// Work beside the frame.
    [[nodiscard]] Jobs& jobs() { return m_jobs; }

    // Words.
    [[nodiscard]] std::string tr(std::string_view key, const Values& values = {}) const
    {
        return m_strings.tr(key, values);
    }
    [[nodiscard]] Strings& strings() const { return m_strings; }

    // Time: the wall clock for what is shown, now_ms() for what moves.
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] std::int64_t now_ms() const { return m_now_ms; }
    [[nodiscard]] Pace& pace() { return m_pace; }
    [[nodiscard]] Motion& motion() { return m_motion; }
    [[nodiscard]] Leaving& leaving() { return m_leaving; }
    [[nodiscard]] Sounds& sounds() { return m_sounds; }

    // Writing: the keyboard on the screen, and how keys compose (a setting of the cell).
    [[nodiscard]] Keyboard& keyboard() { return m_keyboard; }
    [[nodiscard]] const TypingOptions& typing() const { return m_typing; }
    void set_typing(const TypingOptions& options)
    {
        m_typing = options;
        m_composed_outside = false;
    }

    /// A system input method (ibus, fcitx) has written: ours steps aside until a key of the screen
    /// is touched or the method is chosen anew.
    [[nodiscard]] bool composed_outside() const { return m_composed_outside; }
    /// The one field of a line that has the keyboard.
    [[nodiscard]] FieldState& field_state() { return m_field; }

    // Hands.
    /// Of a touch screen, before begin(): fingers of a frame are taken in their order.
    void finger(const FingerEvent& event);
    /// What a system input method wrote, before begin().
    void outside_text(std::u32string_view text);
    [[nodiscard]] Touch& touch() { return m_touch; }
    [[nodiscard]] Focus& focus() { return m_focus; }
    [[nodiscard]] Scrolls& scrolls() { return m_scrolls; }
    [[nodiscard]] Seen& seen() { return m_seen; }
    /// Keys and characters of this frame, in order. Who takes them clears them.
    [[nodiscard]] std::vector<Typed>& typed() { return m_typed; }
    /// The on-screen keyboard types; read in the next frame.
    void type(const Typed& typed);
    /// True when this frame's keys hold `key` (and takes it out).
    bool take_key(NamedKey key);
    /// Pictures per second are none of the screen's business, but a key held down is: wakes the
    /// frame.
    [[nodiscard]] bool touched() const { return m_touched; }

private:
    void read_input();
    void read_fingers();
    void handle_focus_keys();

    const Clock& m_clock;
    Strings& m_strings;
    Fonts& m_fonts;
    Theme m_theme = light_theme();
    float m_scale = 1;
    Size m_screen;
    Rect m_work;
    std::optional<Rect> m_toast_room {};
    std::optional<Rect> m_toast {}; // Where it stands.
    ImDrawList* m_list = nullptr; // The frame's; set by begin().
    std::int64_t m_now_ms = 0;
    Images m_images;
    Pace m_pace;
    Motion m_motion;
    Touch m_touch;
    Focus m_focus;
    Scrolls m_scrolls;
    Seen m_seen;
    Jobs m_jobs;
    Keyboard m_keyboard;
    TypingOptions m_typing;
    std::vector<Rect> m_clips;
    std::vector<Typed> m_typed;
    std::vector<Typed> m_typed_next;
    std::vector<PointerEvent> m_pointer;
    std::vector<FingerEvent> m_fingers; // Since the last frame.
    std::vector<int> m_palms; // Contacts that are too wide, until they are lifted.
    bool m_composed_outside = false;
    bool m_touched = false;
    Leaving m_leaving;
    Sounds m_sounds;
    FieldState m_field;
};

/// Nothing is drawn or touched outside the rectangle while this lives.
class ClipScope {
public:
    ClipScope(Ui& ui, const Rect& rect);
    ~ClipScope();
    ClipScope(const ClipScope&) = delete;
    ClipScope& operator=(const ClipScope&) = delete;

private:
    Ui& m_ui;
};

} // namespace chibo
