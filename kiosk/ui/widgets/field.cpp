#include "ui/widgets/field.h"

#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/edit_keys.h"

namespace chibo {
namespace {

constexpr float padding = 18; // Border and space.
constexpr float icon_size = 28;
constexpr float gap = 12;

constexpr std::int64_t double_tap_ms = 400;
constexpr float drag_selects = 6; // Px along the line from which a drag selects.

bool composes(TextKind kind)
{
    return kind == TextKind::Text || kind == TextKind::Search;
}

/// What stands right of the words.
bool has_mark(const FieldLook& look, bool empty)
{
    return !look.wrong.empty() || (!look.clear.empty() && !empty);
}

/// Where the words stand in the field.
Rect words_of(const Rect& rect, const FieldLook& look, bool empty)
{
    Rect rest = rect.inset(padding, 0);
    if (look.icon)
        rest.cut_left(icon_size, gap);
    if (has_mark(look, empty))
        rest.cut_right(icon_size, gap);
    return rest;
}

/// The state of the field that has the keyboard; another one's is given up.
FieldState& hold(Ui& ui, const WidgetId& id, const std::string& text, TextKind kind)
{
    FieldState& state = ui.field_state();
    if (state.id != id) {
        state = {};
        state.id = id;
        state.held = text;
        state.text.set_text(text);
        state.text.step(CaretStep::End);
    } else if (state.held != text) { // The screen has set another text.
        state.held = text;
        state.text.set_text(text);
        state.text.step(CaretStep::End);
    }
    state.text.set_options(ui.typing());
    state.text.compose(composes(kind));
    return state;
}

void take_keys(Ui& ui, FieldState& state, FieldResult& result)
{
    std::vector<Typed> left;
    for (const Typed& typed : ui.typed()) {
        const bool home = typed.key == NamedKey::Home;
        if (typed.key == NamedKey::Enter)
            result.entered = true;
        else if (home || typed.key == NamedKey::End)
            state.text.step(home ? CaretStep::Start : CaretStep::End, extends(typed));
        else if (!edit_by_key(state.text, typed))
            left.push_back(typed);
    }
    ui.typed() = std::move(left);
    if (const auto choice = ui.keyboard().take_choice())
        state.text.take_suggestion(choice->text, choice->replaces);
    if (const auto action = ui.keyboard().take_edit())
        edit_by_button(state.text, *action);
}

/// A tap places the caret, a second one selects the word; a drag along the line selects.
void touch(Ui& ui, FieldState& state, const Rect& words)
{
    const Touch& finger = ui.touch();
    const auto place = [&](Point at) {
        return TextPlace {0,
            letter_gap_at(
                ui, state.text.paragraphs().front(), type::field, at.x - words.x + state.left)};
    };
    if (finger.down()) {
        const float away = std::abs(finger.at().x - finger.began_at().x);
        if (!state.selecting && away > drag_selects) {
            state.selecting = true;
            state.text.place_caret(place(finger.began_at()));
        }
        if (state.selecting)
            state.text.place_caret(place(finger.at()), Select::Extend);
        return;
    }
    ui.touch().end_guard();
    if (std::exchange(state.selecting, false) || !finger.released_now())
        return;
    const bool again = ui.now_ms() - state.tapped_ms < double_tap_ms;
    if (again)
        state.text.select_word(place(finger.at()));
    else
        state.text.place_caret(place(finger.at()));
    state.tapped_ms = again ? -double_tap_ms : ui.now_ms();
}

/// What is drawn of a field that has the keyboard, scrolled so that the caret is in sight.
FieldContent shown(Ui& ui, FieldState& state, const Rect& words)
{
    const std::string& text = state.text.paragraphs().front();
    const auto width_to = [&](std::size_t byte) {
        return text_width(ui, std::string_view(text).substr(0, byte), type::field);
    };
    const float room = words.w - stroke::caret - 1;
    const float caret = width_to(state.text.caret().byte);
    state.left = std::clamp(state.left, caret - room, caret);
    state.left = std::clamp(state.left, 0.0F, std::max(0.0F, width_to(text.size()) - room));
    FieldContent content {.text = text, .focused = true, .left = state.left};
    content.caret = state.text.caret().byte;
    const TextStretch chosen = state.text.selection();
    content.selected = {chosen.begin.byte, chosen.end.byte};
    if (const auto composed = state.text.composed())
        content.underlined = {composed->begin.byte, composed->end.byte};
    return content;
}

void draw_placeholder(Ui& ui, const Rect& rest, const FieldContent& content, const FieldLook& look)
{
    constexpr float may_reach = 10; // Into the padding, before it is cut.
    text(ui, rest.inset({.right = -may_reach, .left = content.focused ? 6.0F : 0.0F}),
        look.placeholder, {.style = type::field, .color = ui.theme().ink2});
}

void draw_words(Ui& ui, const Rect& rest, const FieldContent& content, const FieldLook& look)
{
    const Theme& theme = ui.theme();
    const TextLook words {.style = type::field, .color = theme.ink};
    const std::string_view whole = content.text;
    if (whole.empty() && !look.placeholder.empty())
        draw_placeholder(ui, rest, content, look);
    if (!content.focused) {
        if (!whole.empty())
            text(ui, rest, whole, words);
        return;
    }
    const auto x_of = [&](std::size_t byte) {
        return rest.x - content.left + text_width(ui, whole.substr(0, byte), type::field);
    };
    const ClipScope clip(ui, rest.inset(-stroke::caret, 0));
    const auto& [from, to] = content.selected;
    if (from < to)
        fill(ui, {x_of(from), rest.y + 12, x_of(to) - x_of(from), rest.h - 24}, theme.mark);
    const auto& [begin, end] = content.underlined;
    if (!whole.empty())
        text(ui, {rest.x - content.left, rest.y, x_of(whole.size()) - x_of(0) + 40, rest.h},
            {Span {.text = whole.substr(0, begin)},
                Span {.text = whole.substr(begin, end - begin), .underlined = true},
                Span {.text = whole.substr(end)}},
            words);
    if (from == to)
        fill(ui,
            {x_of(std::min(content.caret, whole.size())) + (whole.empty() ? 0.0F : 1.0F),
                rest.y + (rest.h - 28) / 2, stroke::caret, 28},
            theme.red);
}

void draw_below(Ui& ui, const Rect& rect, const FieldLook& look)
{
    const bool bad = !look.wrong.empty();
    const Rect below {rect.x + (look.locked ? 4.0F : 0.0F), rect.bottom() + 4, rect.w, 24};
    text(ui, below, bad ? look.wrong : look.advice,
        {.style = type::caption.with_line(24),
            .color = bad ? ui.theme().reds.ink : ui.theme().ink2});
}

} // namespace

void append(std::string& text, char32_t character)
{
    const auto put
        = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0 | character >> 6U);
        put(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        put(0xE0 | character >> 12U);
        put(0x80 | (character >> 6U & 0x3F));
        put(0x80 | (character & 0x3F));
    }
}

void drop_last(std::string& text)
{
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U)
        text.pop_back();
    if (!text.empty())
        text.pop_back();
}

void field_ground(Ui& ui, const Rect& rect, const FieldGround& look)
{
    const Theme& theme = ui.theme();
    box(ui, rect,
        {.fill = look.bad ? theme.reds.tint : theme.card,
            .border = look.bad || look.focused ? theme.red : theme.edge,
            .stroke = stroke::button,
            .radius = radius::button});
}

void draw_field(Ui& ui, const Rect& rect, const FieldContent& content, const FieldLook& look)
{
    const Theme& theme = ui.theme();
    const bool bad = !look.wrong.empty();
    draw_below(ui, rect, look);
    if (look.locked) {
        Rect rest = rect.inset({.left = 6});
        icon(ui, rest.cut_left(icon_size, gap), icons::lock, icon_size, theme.ink2);
        text(ui, rest, content.text, {.style = type::field, .color = theme.ink});
        return;
    }
    field_ground(ui, rect, {.focused = content.focused, .bad = bad});
    Rect rest = rect.inset(padding, 0);
    const bool empty = content.text.empty();
    if (look.icon)
        icon(ui, rest.cut_left(icon_size, gap), look.icon, icon_size, theme.ink);
    if (has_mark(look, empty))
        icon(ui, rest.cut_right(icon_size, gap), bad ? icons::error : icons::cancel, icon_size,
            bad ? theme.reds.ink : theme.ink2);
    draw_words(ui, words_of(rect, look, empty), content, look);
}

FieldResult field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& text, const FieldLook& look)
{
    FieldResult result;
    const bool had = ui.focus().has(id);
    const Press pressed = look.locked
        ? Press {}
        : press(ui, id, rect, text.empty() ? look.placeholder : std::string_view(text));
    if (pressed)
        ui.focus().give(id);
    const Rect words = words_of(rect, look, text.empty());
    FieldContent content {.text = text};
    if (!look.locked && ui.focus().has(id)) {
        ui.focus().take_text({id, look.kind, rect});
        FieldState& state = hold(ui, id, text, look.kind);
        if (had && (pressed || ui.touch().has(id)))
            touch(ui, state, words);
        else
            state.selecting = false;
        take_keys(ui, state, result);
        const std::string now = state.text.text();
        result.changed = now != state.held && now != text;
        if (result.changed)
            text = state.held = now;
        const std::string_view before
            = std::string_view(state.text.paragraphs().front()).substr(0, state.text.caret().byte);
        ui.keyboard().set_place({.before = std::string(before),
            .sentence_begins = look.kind == TextKind::Text && before.empty()});
        content = shown(ui, state, words);
    } else if (ui.field_state().id == id) {
        ui.field_state() = {};
    }
    const Rect clear {rect.right() - 64, rect.y, 64, rect.h};
    if (!look.clear.empty() && !text.empty()
        && press(ui, WidgetId(id, "clear"), clear, look.clear)) {
        text.clear();
        content = {.focused = content.focused};
        result.changed = true;
    }
    draw_field(ui, rect, content, look);
    return result;
}

FieldResult search_field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& text, std::string_view placeholder)
{
    const std::string clear = ui.tr("field.clear");
    return field(ui, id, rect, text,
        {.icon = icons::search,
            .placeholder = placeholder,
            .kind = TextKind::Search,
            .clear = clear});
}

} // namespace chibo
