// Ten digits for codes, a key for the whole keyboard, and the field in which a code stands as dots.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

struct KeypadLook {
    bool keyboard_key = true; // Bottom left; codes may hold letters.
    float column_gap = 9;
    float row_gap = 8;
    float digit_size = 28;
};

/// What was touched: a digit, or one of the two special keys.
struct KeypadTouch {
    enum class Kind { Digit, Keyboard, Backspace } kind = Kind::Digit;
    char digit = '0';
};
[[nodiscard]] std::optional<KeypadTouch> keypad(
    Ui& ui, const WidgetId& id, const Rect& rect, const KeypadLook& look = {});
void draw_keypad_key(Ui& ui, const Rect& rect, std::string_view digit, Icon icon, bool pressed,
    float digit_size = 28);

/// Changes the code as the touch says; the keyboard key changes nothing.
void apply(const KeypadTouch& touch, std::string& code);

struct CodeField {
    std::string_view placeholder {};
    std::string_view wrong {}; // "Mời nhập lại mã": shown red while the code is empty.
    std::string_view clear {}; // What its clear button is called.
};
/// A dot a sign, no fixed number. Takes what is typed while it has the focus; true on Enter.
bool code_field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& code, const CodeField& look);

} // namespace chibo
