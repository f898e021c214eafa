// Keys and characters in the order they were typed, from a real keyboard, the on-screen one or a
// scanner.
#pragma once

#include <cstdint>

namespace chibo {

enum class NamedKey {
    None,
    Enter,
    Escape,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    A,
    C,
    P,
    S,
    V,
    X,
    Y,
    Z,
    Digit1,
    Digit2,
    Digit3,
    Digit4,
    F1,
    F5,
};

/// Either a key (with what was held beside it) or a character.
struct Typed {
    NamedKey key = NamedKey::None;
    char32_t character = 0;
    bool control = false;
    bool shift = false;
    bool alt = false;
    bool on_screen = false; // From the on-screen keyboard: a real key hides that keyboard.
    bool whole = false; // As a system input method wrote it: composed already.
};

} // namespace chibo
