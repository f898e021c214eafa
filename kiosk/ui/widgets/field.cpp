#include "ui/widgets/field.h"

#include "meeting/letters.h"
#include "typing/composer.h"
#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {
namespace {

constexpr float padding = 18; // Border and space.
constexpr float icon_size = 28;
constexpr float gap = 12;

/// The word at the end takes the key as an editor's would: names are typed in Telex or VNI here
/// too.
void compose_at_end(const TypingOptions& options, std::string& text, char32_t character)
{
    const std::u32string letters = to_utf32(text);
    const std::size_t start = word_start(letters, letters.size());
    const std::u32string before = letters.substr(0, start);
    Composer composer(options);
    composer.load(before, letters.substr(start));
    if (composer.takes(character)) {
        composer.press(character);
        text = to_utf8(before + composer.text());
        return;
    }
    text = to_utf8(before + composer.ended_by(character));
    append(text, character);
}

bool composes(TextKind kind)
{
    return kind == TextKind::Text || kind == TextKind::Search;
}

bool take_typed(Ui& ui, std::string& text, TextKind kind, FieldResult& result)
{
    std::vector<Typed> left;
    for (const Typed& typed : ui.typed()) {
        if (typed.key == NamedKey::Enter) {
            result.entered = true;
        } else if (typed.key == NamedKey::Backspace && !text.empty()) {
            drop_last(text);
            result.changed = true;
        } else if (typed.character >= U' ' && !typed.control) {
            if (composes(kind) && !typed.whole)
                compose_at_end(ui.typing(), text, typed.character);
            else
                append(text, typed.character);
            result.changed = true;
        } else {
            left.push_back(typed);
        }
    }
    ui.typed() = left;
    return result.changed;
}

/// The end of a text that is longer than the field: the caret stays in sight.
std::string_view last_part(Ui& ui, std::string_view string, float room)
{
    while (!string.empty() && text_width(ui, string, type::field) > room) {
        std::size_t at = 0;
        (void)next_character(string, at);
        string.remove_prefix(at);
    }
    return string;
}

void draw_words(Ui& ui, Rect rest, const FieldContent& content, const FieldLook& look)
{
    const Theme& theme = ui.theme();
    const TextLook words {.style = type::field, .color = theme.ink};
    const bool empty = content.text.empty() && content.composed.empty();
    if (empty && !look.placeholder.empty()) {
        TextLook faint = words;
        faint.color = theme.ink2;
        constexpr float may_reach = 10; // Into the padding, before it is cut.
        text(ui, rest.inset({.right = -may_reach, .left = content.focused ? 6.0F : 0.0F}),
            look.placeholder, faint);
    }
    float width = 0;
    if (!empty) {
        const float composed = text_width(ui, content.composed, type::field);
        const std::string_view shown
            = content.focused ? last_part(ui, content.text, rest.w - composed - 4) : content.text;
        text(ui, rest, {Span {.text = shown}, Span {.text = content.composed, .underlined = true}},
            words);
        width = text_width(ui, shown, type::field) + composed + 1;
    }
    if (content.focused)
        fill(ui, {rest.x + width, rest.y + (rest.h - 28) / 2, stroke::caret, 28}, theme.red);
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
    if (look.icon)
        icon(ui, rest.cut_left(icon_size, gap), look.icon, icon_size, theme.ink);
    if (bad)
        icon(ui, rest.cut_right(icon_size, gap), icons::error, icon_size, theme.reds.ink);
    else if (!look.clear.empty() && !(content.text.empty() && content.composed.empty()))
        icon(ui, rest.cut_right(icon_size, gap), icons::cancel, icon_size, theme.ink2);
    draw_words(ui, rest, content, look);
}

FieldResult field(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string& text, const FieldLook& look)
{
    FieldResult result;
    if (!look.locked && press(ui, id, rect, text.empty() ? look.placeholder : text))
        ui.focus().give(id);
    const bool focused = !look.locked && ui.focus().has(id);
    if (focused) {
        ui.focus().take_text({id, look.kind, rect});
        const bool begins = look.kind == TextKind::Text && text.empty();
        ui.keyboard().set_place({.before = text, .sentence_begins = begins});
        take_typed(ui, text, look.kind, result);
    }
    const Rect clear {rect.right() - 64, rect.y, 64, rect.h};
    if (!look.clear.empty() && !text.empty()
        && press(ui, WidgetId(id, "clear"), clear, look.clear)) {
        text.clear();
        result.changed = true;
    }
    draw_field(ui, rect, {.text = text, .focused = focused}, look);
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
