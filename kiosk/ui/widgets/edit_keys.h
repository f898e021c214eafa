// What keys do to a text, the same in a field of one line and in an editor.
#pragma once

#include "typing/text_buffer.h"
#include "ui/typed.h"
#include "ui/widgets/keyboard.h"

namespace chibo {

/// Letters, erasing, steps to the left and right, Ctrl with A, C, V, X, Y, Z, and Esc on a composed
/// word. False where the key is none of these.
[[nodiscard]] bool edit_by_key(TextBuffer& text, const Typed& typed);
/// A button of the bar above the keyboard: what Ctrl and a letter do.
void edit_by_button(TextBuffer& text, EditAction action);
/// Whether a step takes the selection along.
[[nodiscard]] inline Select extends(const Typed& typed)
{
    return typed.shift ? Select::Extend : Select::No;
}

} // namespace chibo
