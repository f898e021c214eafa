#include "ui/widgets/keypad.h"

#include <array>

#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

namespace chibo {
namespace {

std::size_t count_signs(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count)
        (void)next_character(text, at);
    return count;
}

void draw_dots(Ui& ui, Rect rest, std::size_t count)
{
    constexpr float dot = 20;
    constexpr float gap = 16;
    const auto fitting = static_cast<std::size_t>(std::max(0.0F, (rest.w - 4) / (dot + gap)));
    for (std::size_t i = count > fitting ? count - fitting : 0; i < count; ++i)
        disc(ui, rest.cut_left(dot, gap).centred({dot, dot}).centre(), dot / 2, ui.theme().ink);
    fill(ui, rest.cut_left(stroke::caret).centred({stroke::caret, 28}), ui.theme().red);
}

bool take_signs(Ui& ui, std::string& code)
{
    bool entered = false;
    for (const Typed& typed : ui.typed()) {
        if (typed.key == NamedKey::Enter)
            entered = true;
        else if (typed.key == NamedKey::Backspace)
            drop_last(code);
        else if (typed.character >= U' ' && !typed.control)
            append(code, typed.character);
    }
    ui.typed().clear();
    return entered;
}

} // namespace

void draw_keypad_key(
    Ui& ui, const Rect& rect, std::string_view digit, Icon icon, bool pressed, float digit_size)
{
    draw_button(ui, rect, digit,
        {.icon = icon, .icon_size = 32, .style = {digit_size, 28, Weight::SemiBold}},
        pressed ? 1.0F : 0.0F);
}

std::optional<KeypadTouch> keypad(
    Ui& ui, const WidgetId& id, const Rect& rect, const KeypadLook& look)
{
    static constexpr std::array<std::string_view, 12> keys {
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "keyboard", "0", "backspace"};
    std::optional<KeypadTouch> touched;
    std::size_t at = 0;
    for (const Rect& row : rect.rows(4, look.row_gap)) {
        for (const Rect& cell : row.columns(3, look.column_gap)) {
            const std::string_view key = keys.at(at++);
            const bool is_digit = key.size() == 1;
            if (key == "keyboard" && !look.keyboard_key)
                continue;
            const Icon sign = is_digit ? Icon {}
                : key == "keyboard"    ? icons::keyboard
                                       : icons::backspace;
            const std::string spoken
                = is_digit ? std::string(key) : ui.tr("keypad." + std::string(key));
            const Press pressed = press(ui, WidgetId(id, key), cell, spoken);
            draw_keypad_key(ui, cell, is_digit ? key : "", sign, pressed.down, look.digit_size);
            if (!pressed)
                continue;
            using Kind = KeypadTouch::Kind;
            const Kind kind = is_digit ? Kind::Digit
                : key == "keyboard"    ? Kind::Keyboard
                                       : Kind::Backspace;
            touched = KeypadTouch {kind, key.front()};
        }
    }
    return touched;
}

void apply(const KeypadTouch& touch, std::string& code)
{
    if (touch.kind == KeypadTouch::Kind::Digit)
        code += touch.digit;
    if (touch.kind == KeypadTouch::Kind::Backspace)
        drop_last(code);
}

bool code_field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& code, const CodeField& look)
{
    const Press pressed = press(ui, id, rect, look.placeholder);
    if (pressed)
        ui.focus().give(id);
    const bool focused = ui.focus().has(id);
    bool entered = false;
    if (focused) {
        ui.focus().take_text({id, TextKind::Code, rect, true});
        entered = take_signs(ui, code);
    }
    const bool bad = code.empty() && !look.wrong.empty();
    field_ground(ui, rect, {.focused = focused || !code.empty(), .bad = bad});
    Rect rest = rect.inset({.right = 6, .left = 22});
    if (bad) {
        icon(ui, {rest.right() - 40, rest.y, 28, rest.h}, icons::error, 28, ui.theme().reds.ink);
        text(ui, rest, look.wrong, {.style = type::field, .color = ui.theme().reds.ink});
        return entered;
    }
    if (code.empty() && !focused) {
        text(ui, rest, look.placeholder, {.style = type::field, .color = ui.theme().ink2});
        return entered;
    }
    if (!code.empty()) {
        const Rect clear = rest.cut_right(56);
        icon(ui, clear, icons::cancel, 28, ui.theme().ink2);
        if (press(ui, WidgetId(id, "clear"), clear.at_least(space::touch), look.clear))
            code.clear();
    }
    draw_dots(ui, rest, count_signs(code));
    return entered;
}

} // namespace chibo
