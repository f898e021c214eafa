// The keys of a keyboard on the screen: how rows of caps are drawn, and which were touched, in the
// order of the fingers. Both keyboards are made of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"
#include "ui/theme.h"
#include "ui/widget_id.h"
#include "ui/widgets/keyboard_layout.h"

namespace chibo {

class Ui;

struct KeyCapsLook {
    float factor = 1; // Of the sizes in the pictures.
    bool capitals = false; // Letters are capitals, and the key that makes them is lit.
    bool signs_lit = false;
    std::string_view method {}; // What the key of the input method says.
};

class KeyCaps {
public:
    /// A finger on a key.
    struct Held {
        KeySpec key;
        Rect cap;
    };

    KeyCaps(Ui& ui, std::string_view name, const KeyCapsLook& look);

    /// A row across the rectangle, whose height is a cap's and the gap's.
    void row(const Rect& rect, const KeyRow& row);
    /// One cap by itself; true while a finger is on it.
    bool cap(const Rect& cap, const KeySpec& key);

    /// Keys that were touched and let go in this frame, in the order of the fingers.
    [[nodiscard]] std::vector<KeySpec> released() const;
    [[nodiscard]] const std::optional<Held>& held() const { return m_held; }
    /// Where a key stands that is drawn already.
    [[nodiscard]] std::optional<Rect> place(char32_t character) const;

private:
    struct Colors {
        Color fill;
        Color foot;
        Color ink;
    };
    struct Drawn {
        WidgetId id;
        KeySpec key;
        Rect cap;
    };
    [[nodiscard]] float size(float px) const { return px * m_look.factor; }
    [[nodiscard]] std::string words_on(const KeySpec& key) const;
    [[nodiscard]] Colors colors_of(const KeySpec& key, bool down) const;
    [[nodiscard]] TextStyle style_of(const KeySpec& key) const;
    void draw_cap(const Rect& cap, const KeySpec& key, bool down);
    void draw_tone(const Rect& top, const KeySpec& key, bool down);
    void draw_icon_and_words(const Rect& top, const KeySpec& key, Color color);

    Ui& m_ui;
    std::string_view m_name;
    KeyCapsLook m_look;
    std::vector<Drawn> m_drawn;
    std::optional<Held> m_held;
};

} // namespace chibo
