// The bar above the keys: who and what may be meant, or buttons for the text.
#include <algorithm>

#include "ui/draw.h"
#include "ui/text.h"
#include "ui/touch.h"
#include "ui/ui.h"
#include "ui/widgets/keyboard.h"

namespace chibo {

namespace {

constexpr float end_w = 64; // The icon at the left; the button at the right.
constexpr float margin = 8;
constexpr float least_extra = 36;
constexpr std::size_t most_shown = 6; // More are not read while typing.
constexpr float cell_pad = 21; // Space on both sides, and the line between.

struct ButtonSpec {
    EditAction action;
    const char* word;
};

constexpr ButtonSpec buttons[] {{EditAction::SelectWord, "keyboard.select_word"},
    {EditAction::SelectAll, "keyboard.select_all"}, {EditAction::Copy, "keyboard.copy"},
    {EditAction::Cut, "keyboard.cut"}, {EditAction::Paste, "keyboard.paste"},
    {EditAction::Undo, "keyboard.undo"}, {EditAction::Redo, "keyboard.redo"}};

bool works(EditAction action, const Keyboard::Place& place)
{
    switch (action) {
    case EditAction::Copy:
    case EditAction::Cut:
        return place.selected;
    case EditAction::Undo:
        return place.can_undo;
    case EditAction::Redo:
        return place.can_redo;
    default:
        return true;
    }
}

} // namespace

void Keyboard::draw_bar(Ui& ui, const Rect& rect, float factor)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    rule(ui, {rect.x, rect.bottom() - 1}, rect.w, theme.line);
    Rect rest = rect.inset({.bottom = 1});
    Rect more = rest.cut_right((end_w + margin) * factor);
    more.w -= margin * factor;
    fill(ui, {more.x, more.y, 1, more.h}, theme.line);
    // What is selected is there to be copied.
    const bool for_text = m_buttons || m_place.selected;
    if (bar_cell(
            ui, more, "keyboard.bar.more", ui.tr(for_text ? "keyboard.words" : "keyboard.edit")))
        m_buttons = !for_text;
    icon(ui, more.inset({.left = 1}),
        for_text && !m_place.selected ? icons::close : icons::more_horiz, 28 * factor, theme.ink);
    if (for_text) {
        draw_buttons(ui, rest, factor);
        return;
    }
    rest.cut_left(margin * factor);
    icon(ui, rest.cut_left(end_w * factor), icons::person_search, 28 * factor, theme.ink2);
    draw_suggestions(ui, rest, factor);
}

/// A part of the bar that can be touched; its words are drawn by who asks.
bool Keyboard::bar_cell(Ui& ui, const Rect& rect, const WidgetId& id, std::string_view label) const
{
    ui.seen().touchable({.id = id,
        .kind = TouchKind::Press,
        .rect = rect,
        .visible = rect,
        .label = std::string(label)});
    const Touch& touch = ui.touch();
    if (touch.has(id) && touch.down() && touch.inside())
        fill(ui, rect, ui.theme().sunk);
    if (!touch.released(id))
        return false;
    ui.touch().end_guard();
    ui.pace().input();
    return true;
}

void Keyboard::refresh_suggestions()
{
    const bool same = m_suggested_for && m_suggested_for->first == m_place.before
        && m_suggested_for->second.from == m_offer.from
        && m_suggested_for->second.version == m_offer.version;
    if (same)
        return;
    m_suggestions = m_offer.from->suggest(m_place.before);
    m_suggested_for = {m_place.before, m_offer};
}

/// As many as have room with a finger between, and these across the whole bar.
void Keyboard::draw_suggestions(Ui& ui, Rect rest, float factor)
{
    refresh_suggestions();
    const auto style = [&](const Suggestion& one) {
        return TextStyle {
            20 * factor, 28 * factor, one.wanted ? Weight::SemiBold : Weight::Regular};
    };
    std::vector<float> widths;
    float used = 0;
    for (const Suggestion& one : m_suggestions) {
        const float width = text_width(ui, one.text, style(one)) + cell_pad * factor;
        if (used + width + least_extra * factor > rest.w || widths.size() == most_shown)
            break;
        used += width + least_extra * factor;
        widths.push_back(width);
    }
    const float extra = widths.empty()
        ? 0
        : least_extra * factor + (rest.w - used) / static_cast<float>(widths.size());
    const Theme& theme = ui.theme();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const Suggestion& one = m_suggestions[i];
        const Rect cell = rest.cut_left(widths[i] + extra);
        if (bar_cell(ui, cell, WidgetId(WidgetId("keyboard.choice"), one.text), one.text))
            m_choice = one;
        fill(ui, {cell.x, cell.y, 1, cell.h}, theme.line);
        text(ui, cell.inset({.left = 1}), one.text,
            {.style = style(one),
                .color = one.wanted ? theme.reds.ink : theme.ink,
                .align = Align::Centre});
    }
    if (rest.w > 1)
        fill(ui, {rest.x, rest.y, 1, rest.h}, theme.line);
}

void Keyboard::draw_buttons(Ui& ui, const Rect& rest, float factor)
{
    const Theme& theme = ui.theme();
    const TextStyle style {20 * factor, 28 * factor, Weight::SemiBold};
    float words = 0;
    for (const ButtonSpec& one : buttons)
        words += text_width(ui, ui.tr(one.word), style);
    const float pad = (rest.w - words) / static_cast<float>(std::size(buttons));
    float x = rest.x;
    for (const ButtonSpec& one : buttons) {
        const std::string label = ui.tr(one.word);
        const Rect cell {x, rest.y, text_width(ui, label, style) + pad, rest.h};
        const bool on = works(one.action, m_place);
        if (on && bar_cell(ui, cell, WidgetId(WidgetId("keyboard.button"), one.word), label))
            m_edit = one.action;
        if (x > rest.x)
            fill(ui, {cell.x, cell.y, 1, cell.h}, theme.line);
        text(ui, cell.inset({.left = 1}), label,
            {.style = style, .color = on ? theme.ink : theme.edge, .align = Align::Centre});
        x = cell.right();
    }
}

} // namespace chibo
