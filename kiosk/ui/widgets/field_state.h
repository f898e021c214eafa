// What a field of one line knows while it has the keyboard: caret, selection, steps to undo. One is
// enough, since one field has it at a time.
#pragma once

#include <cstdint>
#include <string>

#include "typing/text_buffer.h"
#include "ui/widget_id.h"

namespace chibo {

struct FieldState {
    WidgetId id {}; // None: no field has had the keyboard yet.
    TextBuffer text {TextBuffer::Shape::OneLine};
    std::string held {}; // As the screen holds it; another one was set by the screen itself.
    float left = 0; // How far it is scrolled.
    bool selecting = false; // A finger or mouse drags a selection.
    std::int64_t tapped_ms = -1000; // For the double tap.
};

} // namespace chibo
