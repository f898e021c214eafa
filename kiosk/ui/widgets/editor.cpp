#include "ui/widgets/editor.h"

#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/scroll.h"
#include "ui/ui.h"
#include "ui/widgets/edit_keys.h"

namespace chibo {

namespace {

constexpr std::int64_t double_tap_ms = 400;
constexpr float double_tap_px = 24;
constexpr float mouse_drag_px = 6; // From here on a drag along the line selects.
constexpr float caret_h = 28;
constexpr float handle = 24; // The disc below a selection's end.

} // namespace

EditorResult Editor::draw(Ui& ui, const WidgetId& id, const Rect& rect, const EditorLook& look)
{
    const std::string label(
        m_text.empty() && !look.placeholder.empty() ? look.placeholder : look.spoken);
    const bool focused = ui.focus().has(id);
    EditorResult result {.focused = focused};
    const std::string before = focused ? m_text.text() : std::string();
    m_text.set_options(ui.typing());
    m_style = look.style;
    Layout at {id, rect.inset(look.padding), 0, look.style};
    m_page_h = at.inner.h;
    if (look.framed)
        box(ui, rect,
            {.fill = ui.theme().card,
                .border = focused ? ui.theme().red : ui.theme().edge,
                .stroke = stroke::button,
                .radius = radius::button});
    const Press pressed = press(ui, id, rect, label.empty() ? m_text.paragraphs().front() : label);
    m_lines.update(ui, m_text, look.style, at.inner.w);
    // Below a sheet it keeps the focus, but the keys are the sheet's.
    const bool active = focused && pressed.focused;
    if (active) {
        ui.focus().take_text({id, TextKind::Text, rect});
        result.entered = m_shape == TextBuffer::Shape::OneLine
            && std::any_of(ui.typed().begin(), ui.typed().end(),
                [](const Typed& typed) { return typed.key == NamedKey::Enter && !typed.control; });
        if (const auto choice = ui.keyboard().take_choice())
            m_text.take_suggestion(choice->text, choice->replaces);
        if (const auto action = ui.keyboard().take_edit())
            edit_by_button(m_text, *action);
        take_keys(ui);
    } else if (m_was_active) {
        m_text.settle();
    }
    m_lines.update(ui, m_text, look.style, at.inner.w);
    // Lines that have to be scrolled through are whole: none is cut in half at rest.
    const float fitting = std::floor(at.inner.h / look.style.line);
    if (fitting >= 1 && static_cast<float>(m_lines.count()) > fitting)
        at.inner.h = fitting * look.style.line;
    {
        // Half a line's leading above and below belongs to the view: marks of capitals reach into
        // it.
        const Rect view {rect.x + 2, at.inner.y - 6, rect.w - 4, at.inner.h + 12};
        ScrollScope scroll(ui, WidgetId(id, "scroll"), view);
        at.top = scroll.top() + 6;
        scroll.content(static_cast<float>(m_lines.count()) * look.style.line + 12);
        if (pressed || ui.touch().has(id))
            touch(ui, at);
        if (m_text.empty() && !look.placeholder.empty())
            text(ui, {at.inner.x + (focused ? 6 : 0), at.top, at.inner.w, look.style.line},
                look.placeholder, {.style = look.style, .color = ui.theme().ink2});
        draw_lines(ui, at, focused);
        // Also when the room changes: a keyboard that comes up must not hide the caret.
        if (focused && (m_text.version() != m_seen_version || at.inner != m_seen_in)) {
            const Point caret = point_of(ui, at, m_text.caret());
            scroll.reveal({caret.x, caret.y - 6, 1, look.style.line + 12});
            m_seen_version = m_text.version();
            m_seen_in = at.inner;
        }
    }
    if (!m_lines.settled())
        ui.pace().input(); // The rest of a long paragraph falls into place.
    if (active) {
        drag_handles(ui, at);
        tell_keyboard(ui);
    }
    m_was_active = active;
    result.changed = focused && m_text.text() != before;
    return result;
}

float Editor::wanted_height(Ui& ui, float width, const EditorLook& look)
{
    m_lines.update(ui, m_text, look.style, width - look.padding.left - look.padding.right);
    return static_cast<float>(m_lines.count()) * look.style.line + look.padding.top
        + look.padding.bottom;
}

// Keys.

void Editor::take_keys(Ui& ui)
{
    std::vector<Typed> left;
    for (const Typed& typed : ui.typed()) {
        if (!take_key(ui, typed))
            left.push_back(typed);
        if (typed.key != NamedKey::Up && typed.key != NamedKey::Down)
            m_wish_x = -1;
    }
    ui.typed() = std::move(left);
}

bool Editor::take_key(Ui& ui, const Typed& typed)
{
    switch (typed.key) {
    case NamedKey::Enter:
        if (typed.control || m_shape == TextBuffer::Shape::OneLine)
            return false;
        m_text.type(U'\n');
        return true;
    case NamedKey::Up:
    case NamedKey::Down:
        move_lines(ui, typed.key == NamedKey::Up ? -1 : 1, extends(typed));
        return true;
    case NamedKey::PageUp:
    case NamedKey::PageDown: {
        const int page = std::max(1, static_cast<int>(m_page_h / m_style.line));
        move_lines(ui, typed.key == NamedKey::PageUp ? -page : page, extends(typed));
        return true;
    }
    case NamedKey::Home:
    case NamedKey::End:
        move_to_edge(typed);
        return true;
    default:
        return edit_by_key(m_text, typed);
    }
}

void Editor::move_to_edge(const Typed& typed)
{
    const Select select = extends(typed);
    const bool home = typed.key == NamedKey::Home;
    if (typed.control) {
        m_text.step(home ? CaretStep::Start : CaretStep::End, select);
        return;
    }
    const LineCache::Line line = m_lines.line(m_lines.line_of(m_text.caret()));
    m_text.place_caret({line.paragraph, home ? line.begin : line.end}, select);
}

void Editor::move_lines(Ui& ui, int by, Select select)
{
    m_text.settle();
    const auto at = static_cast<int>(m_lines.line_of(m_text.caret()));
    const LineCache::Line from = m_lines.line(static_cast<std::size_t>(at));
    if (m_wish_x < 0)
        m_wish_x = text_width(ui, slice(from, from.begin, m_text.caret().byte), m_style);
    const int last = static_cast<int>(m_lines.count()) - 1;
    const int to = at + by;
    if (to < 0 || to > last) {
        m_text.step(by < 0 ? CaretStep::Start : CaretStep::End, select);
        return;
    }
    m_text.place_caret(
        place_in_line(ui, m_lines.line(static_cast<std::size_t>(to)), m_wish_x), select);
}

// Places.

std::string_view Editor::slice(
    const LineCache::Line& line, std::size_t begin, std::size_t end) const
{
    const std::string& paragraph = m_text.paragraphs()[line.paragraph];
    return std::string_view(paragraph).substr(begin, end - begin);
}

Point Editor::point_of(Ui& ui, const Layout& at, TextPlace place) const
{
    const std::size_t index = m_lines.line_of(place);
    const LineCache::Line line = m_lines.line(index);
    const float x
        = text_width(ui, slice(line, line.begin, std::max(place.byte, line.begin)), at.style);
    return {
        at.inner.x + std::min(x, at.inner.w), at.top + static_cast<float>(index) * at.style.line};
}

TextPlace Editor::place_at(Ui& ui, const Layout& at, Point point) const
{
    const float row = std::floor((point.y - at.top) / at.style.line);
    const float last = static_cast<float>(m_lines.count() - 1);
    const auto index = static_cast<std::size_t>(std::clamp(row, 0.0F, last));
    return place_in_line(ui, m_lines.line(index), point.x - at.inner.x);
}

TextPlace Editor::place_in_line(Ui& ui, const LineCache::Line& line, float x) const
{
    return {line.paragraph,
        line.begin + letter_gap_at(ui, slice(line, line.begin, line.end), m_style, x)};
}

// Fingers.

/// A tap places the caret, a second one selects the word; a drag along the line selects.
void Editor::touch(Ui& ui, const Layout& at)
{
    const Touch& finger = ui.touch();
    const Point point = finger.at();
    const Point began = finger.began_at();
    if (finger.has(at.id) && finger.down()) {
        const float away = std::abs(point.x - began.x);
        if (!m_selecting && ui.focus().has(at.id) && away > mouse_drag_px
            && away > std::abs(point.y - began.y)) {
            m_selecting = true;
            m_text.place_caret(place_at(ui, at, began));
        }
        if (m_selecting)
            m_text.place_caret(place_at(ui, at, point), Select::Extend);
        return;
    }
    ui.touch().end_guard();
    ui.focus().give(at.id);
    ui.keyboard().show(ui);
    ui.pace().input();
    if (std::exchange(m_selecting, false))
        return;
    const bool again = ui.now_ms() - m_tapped_ms < double_tap_ms
        && std::hypot(point.x - m_tapped_at.x, point.y - m_tapped_at.y) < double_tap_px;
    const TextPlace place = place_at(ui, at, point);
    if (again)
        m_text.select_word(place);
    else
        m_text.place_caret(place);
    m_tapped_ms = again ? -double_tap_ms : ui.now_ms();
    m_tapped_at = point;
}

/// Discs below the ends of the selection, which a finger drags.
void Editor::drag_handles(Ui& ui, const Layout& at)
{
    const TextStretch chosen = m_text.selection();
    if (chosen.empty())
        return;
    for (const bool last : {false, true}) {
        const Point end = point_of(ui, at, last ? chosen.end : chosen.begin);
        if (end.y + at.style.line < at.inner.y || end.y > at.inner.bottom())
            continue;
        const Point centre {end.x, end.y + at.style.line + handle / 2 - 2};
        disc(ui, centre, handle / 2, ui.theme().red);
        const Rect around {centre.x - handle, centre.y - handle / 2, 2 * handle, 2 * handle};
        const WidgetId id(at.id, last ? "last" : "first");
        const Drag dragged = drag(
            ui, id, around, ui.tr(last ? "keyboard.selection_end" : "keyboard.selection_begin"));
        if (!dragged.active)
            continue;
        const TextPlace kept = last ? chosen.begin : chosen.end;
        const Point aim {dragged.at.x, dragged.at.y - at.style.line};
        if (dragged.started)
            m_text.place_caret(kept); // It may be dragged past the other end.
        m_text.place_caret(place_at(ui, at, aim), Select::Extend);
    }
}

// Drawing.

void Editor::draw_lines(Ui& ui, const Layout& at, bool focused)
{
    // Of a line beyond the edge nothing is drawn: the view would show what hangs below its letters.
    const Rect shown = at.inner.inset(0.5F).clipped(ui.clip());
    const float first = std::floor((shown.y - at.top) / at.style.line);
    const auto begin = static_cast<std::size_t>(std::max(0.0F, first));
    for (std::size_t i = begin; i < m_lines.count(); ++i) {
        const float y = at.top + static_cast<float>(i) * at.style.line;
        if (y > shown.bottom())
            break;
        const LineCache::Line line = m_lines.line(i);
        if (focused)
            draw_selection(ui, at, line, y);
        draw_line(ui, at, line, y);
    }
    if (!focused || !m_text.selection().empty())
        return;
    const Point caret = point_of(ui, at, m_text.caret());
    fill(ui, {caret.x, caret.y + (at.style.line - caret_h) / 2, stroke::caret, caret_h},
        ui.theme().red);
}

void Editor::draw_selection(Ui& ui, const Layout& at, const LineCache::Line& line, float y)
{
    const TextStretch chosen = m_text.selection();
    const TextPlace begin = std::max(chosen.begin, TextPlace {line.paragraph, line.begin});
    const TextPlace end = std::min(chosen.end, TextPlace {line.paragraph, line.end});
    const bool feed = line.last && chosen.begin <= TextPlace {line.paragraph, line.end}
        && chosen.end > TextPlace {line.paragraph, line.end};
    if (chosen.empty() || (begin >= end && !feed))
        return;
    const std::size_t from
        = begin.paragraph == line.paragraph ? std::min(begin.byte, line.end) : line.begin;
    const float x = text_width(ui, slice(line, line.begin, from), at.style);
    const float w = begin < end ? text_width(ui, slice(line, begin.byte, end.byte), at.style) : 0;
    fill(ui, {at.inner.x + x, y, w + (feed ? 8.0F : 0.0F), at.style.line}, ui.theme().mark);
}

void Editor::draw_line(Ui& ui, const Layout& at, const LineCache::Line& line, float y)
{
    if (line.begin == line.end)
        return;
    std::size_t from = line.end;
    std::size_t to = line.end;
    if (const auto composed = m_text.composed();
        composed && composed->begin.paragraph == line.paragraph) {
        from = std::clamp(composed->begin.byte, line.begin, line.end);
        to = std::clamp(composed->end.byte, line.begin, line.end);
    }
    text(ui, {at.inner.x, y, at.inner.w + at.style.size, at.style.line},
        {Span {.text = slice(line, line.begin, from)},
            Span {.text = slice(line, from, to), .underlined = true},
            Span {.text = slice(line, to, line.end)}},
        {.style = at.style, .color = ui.theme().ink});
}

void Editor::tell_keyboard(Ui& ui) const
{
    const std::string_view before = m_text.before_caret();
    const auto last = before.find_last_not_of(' ');
    const bool begins = last == std::string_view::npos
        || (last + 1 < before.size()
            && std::string_view(".?!").find(before[last]) != std::string_view::npos);
    ui.keyboard().set_place({.before = std::string(before),
        .sentence_begins = begins,
        .selected = !m_text.selection().empty(),
        .can_undo = m_text.can_undo(),
        .can_redo = m_text.can_redo()});
}

} // namespace chibo
