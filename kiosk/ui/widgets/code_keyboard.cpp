#include "ui/widgets/code_keyboard.h"

#include "meeting/letters.h"
#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/key_caps.h"

namespace chibo {

namespace {

/// True where the whole field is to be emptied.
bool act(Ui& ui, const KeySpec& key, CodeKeyboardState& state)
{
    switch (key.action) {
    case KeyAction::Clear:
        return true;
    case KeyAction::Shift:
        state.capitals = !state.capitals;
        return false;
    case KeyAction::Signs:
        state.signs = !state.signs;
        return false;
    case KeyAction::Backspace:
        ui.type({.key = NamedKey::Backspace, .on_screen = true});
        return false;
    default:
        ui.type({.character = state.capitals ? to_upper(key.character) : key.character,
            .on_screen = true});
        state.capitals = false;
        return false;
    }
}

} // namespace

bool code_keyboard(Ui& ui, const Rect& rect, CodeKeyboardState& state)
{
    fill(ui, rect, ui.theme().keyboard);
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    block(ui, "code_keyboard.ground", rect);
    KeyCaps caps(ui, "code_keyboard", {.capitals = state.capitals, .signs_lit = state.signs});
    Rect rest = rect.inset({.top = 5});
    const float row_height = (rect.h - 8) / 5;
    const KeyPage page = state.signs ? KeyPage::Signs : KeyPage::Letters;
    for (const KeyRow& row : code_rows(page, rect.w / 1280))
        caps.row(rest.cut_top(row_height), row);
    bool clear = false;
    for (const KeySpec& key : caps.released())
        clear = act(ui, key, state) || clear;
    return clear;
}

} // namespace chibo
