#include "ui/widgets/code_keyboard.h"

#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "ui/draw.h"
#include "ui/text.h"
#include "ui/ui.h"

namespace chibo {

namespace {

constexpr float gap = 8;
constexpr float foot = 3;

struct KeyCap {
    std::string label {}; // What stands on it.
    float flex = 1; // Its share of the row's width.
    Icon icon {};
    bool function = false;
    NamedKey key = NamedKey::None; // Else the label is typed.
    enum class Act { Type, Clear, Capitals, Signs, Space } act = Act::Type;
};

struct KeyRow {
    std::vector<KeyCap> keys;
    float padding = 12; // Left and right, of 1280.
};

KeyRow row_of(std::string_view characters, bool capitals, float padding = 12)
{
    KeyRow row {.keys = {}, .padding = padding};
    for (const char character : characters) {
        const char shown = capitals ? static_cast<char>(std::toupper(character)) : character;
        row.keys.push_back({.label = std::string(1, shown)});
    }
    return row;
}

std::vector<KeyRow> rows_of(Ui& ui, const CodeKeyboardState& state)
{
    const bool up = state.capitals;
    std::vector<KeyRow> rows {row_of("1234567890", false),
        row_of(state.signs ? "@#%&*+=/\\|" : "qwertyuiop", up),
        row_of(state.signs ? "()[]{}<>~" : "asdfghjkl", up, 68), {.keys = {}},
        {.keys = {}, .padding = 260}};
    rows[0].keys.push_back({.label = ui.tr("keyboard.backspace"),
        .flex = 1.2F,
        .icon = icons::backspace,
        .function = true,
        .key = NamedKey::Backspace});
    rows[1].keys.push_back({.label = ui.tr("lock.clear_all"),
        .flex = 1.2F,
        .function = true,
        .act = KeyCap::Act::Clear});
    rows[3].keys.push_back({.label = ui.tr("lock.capitals"),
        .flex = 1.4F,
        .icon = icons::file_upload,
        .function = true,
        .act = KeyCap::Act::Capitals});
    for (KeyCap& cap : row_of(state.signs ? ",;:!?'\"-." : "zxcvbnm-.", up).keys)
        rows[3].keys.push_back(std::move(cap));
    rows[3].keys.push_back({.label = state.signs ? "abc" : "?123",
        .flex = 1.2F,
        .function = true,
        .act = KeyCap::Act::Signs});
    rows[4].keys.push_back({.label = ui.tr("keyboard.space"), .act = KeyCap::Act::Space});
    return rows;
}

void draw_cap(Ui& ui, const Rect& rect, const KeyCap& cap, bool down, bool on)
{
    const Theme& theme = ui.theme();
    const Color under = down ? theme.red_press
        : cap.function       ? theme.key_function_foot
                             : theme.key_foot;
    const Color face = down ? theme.red : cap.function && !on ? theme.key_function : theme.card;
    fill(ui, rect, under, radius::key);
    fill(ui, {rect.x, rect.y, rect.w, rect.h - foot}, face, radius::key);
    const Rect inside {rect.x, rect.y, rect.w, rect.h - foot};
    const Color ink = down ? theme.on_red : cap.act == KeyCap::Act::Space ? theme.ink2 : theme.ink;
    if (cap.icon && cap.act == KeyCap::Act::Type) {
        icon(ui, inside, cap.icon, 28, ink);
        return;
    }
    const bool letter = !cap.function && cap.act == KeyCap::Act::Type;
    const TextStyle style = letter ? type::heading.regular()
        : cap.function             ? type::label
                                   : type::body;
    Rect words = inside;
    if (cap.icon) {
        const float width = 28 + gap + text_width(ui, cap.label, style);
        words = {inside.x + (inside.w - width) / 2, inside.y, width, inside.h};
        icon(ui, words.cut_left(28, gap), cap.icon, 28, ink);
        words.w += 2;
        text(ui, words, cap.label, {.style = style, .color = ink});
        return;
    }
    text(ui, words, cap.label, {.style = style, .color = ink, .align = Align::Centre});
}

void type_key(Ui& ui, const KeyCap& cap)
{
    if (cap.key != NamedKey::None) {
        ui.type({.key = cap.key, .on_screen = true});
        return;
    }
    std::size_t at = 0;
    const char32_t character = cap.act == KeyCap::Act::Space ? U' ' : next_character(cap.label, at);
    ui.type({.character = character, .on_screen = true});
}

bool act(Ui& ui, const KeyCap& cap, CodeKeyboardState& state)
{
    switch (cap.act) {
    case KeyCap::Act::Clear:
        return true;
    case KeyCap::Act::Capitals:
        state.capitals = !state.capitals;
        return false;
    case KeyCap::Act::Signs:
        state.signs = !state.signs;
        return false;
    case KeyCap::Act::Type:
    case KeyCap::Act::Space:
        type_key(ui, cap);
        state.capitals = false;
        return false;
    }
    return false;
}

} // namespace

bool code_keyboard(Ui& ui, const Rect& rect, CodeKeyboardState& state)
{
    fill(ui, rect, ui.theme().keyboard);
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    block(ui, "code_keyboard.ground", rect);
    bool clear = false;
    const float across = rect.w / 1280;
    const float row_height = (rect.h - foot - 1 - 4) / 5;
    float y = rect.y + 1 + 4;
    for (const KeyRow& row : rows_of(ui, state)) {
        float flex = 0;
        for (const KeyCap& cap : row.keys)
            flex += cap.flex;
        float x = rect.x + row.padding * across;
        const float room
            = rect.w - 2 * row.padding * across - gap * static_cast<float>(row.keys.size() - 1);
        for (const KeyCap& cap : row.keys) {
            const Rect key {x, y + 4, room * cap.flex / flex, row_height - gap};
            // A key touched twice within 300 ms is two letters: the guard is for buttons.
            const Press pressed
                = press(ui, {"code_keyboard", WidgetId(cap.label).value()}, key, cap.label);
            const bool on = (cap.act == KeyCap::Act::Capitals && state.capitals)
                || (cap.act == KeyCap::Act::Signs && state.signs);
            draw_cap(ui, key, cap, pressed.down, on);
            if (pressed) {
                ui.touch().end_guard();
                clear = act(ui, cap, state) || clear;
            }
            x += key.w + gap;
        }
        y += row_height;
    }
    return clear;
}

} // namespace chibo
