// Fields of one line: search, names, numbers. Several lines are the editor's (editor.h).
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "ui/focus.h"
#include "ui/text.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

inline constexpr float field_height = 64;

struct FieldLook {
    Icon icon {};
    std::string_view placeholder {};
    TextKind kind = TextKind::Text;
    std::string_view wrong {}; // A sentence below it; the field turns red.
    std::string_view advice {}; // A caption below it.
    bool locked = false; // Plain text with a padlock.
    std::string_view clear {}; // What its clear button is called; empty: none.
};

struct FieldResult {
    bool changed = false;
    bool entered = false; // Enter.

    explicit operator bool() const { return changed; }
};

/// The field is `rect`, 64 high; what is below it (wrong, advice) takes 28 more.
FieldResult field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& text, const FieldLook& look);
/// Magnifier, clear button; never wrong.
FieldResult search_field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& text, std::string_view placeholder);

struct FieldGround {
    bool focused = false;
    bool bad = false;
};
void field_ground(Ui& ui, const Rect& rect, const FieldGround& look);
/// The look alone: what is written, and where caret, selection and the composed word (underlined
/// red) stand in it, in bytes.
struct FieldContent {
    std::string_view text {};
    bool focused = false;
    float left = 0; // How far it is scrolled.
    std::size_t caret = std::string_view::npos; // Behind the words.
    std::pair<std::size_t, std::size_t> selected {};
    std::pair<std::size_t, std::size_t> underlined {};
};
void draw_field(Ui& ui, const Rect& rect, const FieldContent& content, const FieldLook& look);

/// UTF-8 by whole characters.
void append(std::string& text, char32_t character);
void drop_last(std::string& text);

} // namespace chibo
