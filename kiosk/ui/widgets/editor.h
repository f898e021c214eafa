// Where text is written: one line or many, wrapped by words, with caret, selection, clipboard, undo
// and the Vietnamese composer. The text and its caret are the screen's to keep.
#pragma once

#include <string_view>

#include "typing/text_buffer.h"
#include "ui/text.h"
#include "ui/touch.h"
#include "ui/typed.h"
#include "ui/widgets/keyboard.h"
#include "ui/widgets/line_cache.h"

namespace chibo {

class Ui;

struct EditorLook {
    TextStyle style = type::field.with_line(32);
    Insets padding {10, 18, 10, 18}; // Border and space, as in the pictures.
    std::string_view placeholder {};
    std::string_view spoken {}; // What `tap "…"` calls it where it is empty and has no placeholder.
    bool framed = true;
};

struct EditorResult {
    bool changed = false; // The text, not only the caret.
    bool focused = false;
    bool entered = false; // Enter, in an editor of one line.

    explicit operator bool() const { return changed; }
};

/// Draws `text` and takes the keys while it has the focus. Ctrl+Enter and keys that edit nothing
/// are left to the screen.
class Editor {
public:
    explicit Editor(TextBuffer::Shape shape = TextBuffer::Shape::Paragraphs) :
        m_text(shape), m_shape(shape)
    {
    }

    [[nodiscard]] TextBuffer& buffer() { return m_text; }
    [[nodiscard]] const TextBuffer& buffer() const { return m_text; }
    /// Where its lines break, as last drawn.
    [[nodiscard]] const LineCache& lines() const { return m_lines; }

    EditorResult draw(Ui& ui, const WidgetId& id, const Rect& rect, const EditorLook& look = {});
    /// The height that shows all of it, from one line up; the screen sets the limit.
    [[nodiscard]] float wanted_height(Ui& ui, float width, const EditorLook& look = {});

private:
    struct Layout {
        WidgetId id;
        Rect inner;
        float top = 0; // Of the first line, scrolled.
        TextStyle style;
    };

    void take_keys(Ui& ui);
    [[nodiscard]] bool take_key(Ui& ui, const Typed& typed);
    void move_to_edge(const Typed& typed);
    void move_lines(Ui& ui, int by, Select select);
    void touch(Ui& ui, const Layout& at);
    void drag_handles(Ui& ui, const Layout& at);
    void draw_lines(Ui& ui, const Layout& at, bool focused);
    void draw_selection(Ui& ui, const Layout& at, const LineCache::Line& line, float y);
    void draw_line(Ui& ui, const Layout& at, const LineCache::Line& line, float y);
    [[nodiscard]] Point point_of(Ui& ui, const Layout& at, TextPlace place) const;
    [[nodiscard]] TextPlace place_at(Ui& ui, const Layout& at, Point point) const;
    [[nodiscard]] TextPlace place_in_line(Ui& ui, const LineCache::Line& line, float x) const;
    [[nodiscard]] std::string_view slice(
        const LineCache::Line& line, std::size_t begin, std::size_t end) const;
    void tell_keyboard(Ui& ui) const;

    TextBuffer m_text;
    TextBuffer::Shape m_shape;
    LineCache m_lines;
    TextStyle m_style {};
    float m_page_h = 0;
    float m_wish_x = -1; // Where Up and Down aim, while only these are pressed.
    bool m_was_active = false;
    bool m_selecting = false; // A finger or mouse drags a selection.
    std::uint64_t m_seen_version = 0; // Of the text, when the caret was last brought into sight.
    Rect m_seen_in; // The room it had then.
    std::int64_t m_tapped_ms = -1000; // For the double tap.
    Point m_tapped_at;
};

} // namespace chibo
