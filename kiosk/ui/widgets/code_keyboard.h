// The plain keyboard of the lock screen: letters, digits and signs for an unlock code, no
// composing.
#pragma once

#include "ui/geometry.h"

namespace chibo {

class Ui;

inline constexpr float code_keyboard_height = 328;

/// Which keys show; lives where the keyboard is shown.
struct CodeKeyboardState {
    bool capitals = false;
    bool signs = false;
};

/// Draws it and types what is touched (Ui::type). "Xóa hết" gives true: the field is to be emptied.
[[nodiscard]] bool code_keyboard(Ui& ui, const Rect& rect, CodeKeyboardState& state);

} // namespace chibo
