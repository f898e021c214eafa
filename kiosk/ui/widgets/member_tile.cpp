#include "ui/widgets/member_tile.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {
namespace {

struct TileColors {
    Color band {};
    Color band_ink {};
    Color border {};
    float stroke = stroke::card;
    Icon icon {};
};

struct TileMeasures {
    float avatar = 64;
    float band = 51;
    float pad = 15; // Border and padding to the avatar.
    TextStyle name {22, 28, Weight::SemiBold};
    float role_line = 26;
    float band_icon = 26;
};

TileMeasures measures_of(TileSize size)
{
    if (size == TileSize::Full)
        return {};
    return {.avatar = 48,
        .band = 44,
        .pad = 11,
        .name = {20, 25, Weight::SemiBold},
        .role_line = 22,
        .band_icon = 24};
}

TileColors toned(const Family& tones, Icon icon)
{
    return {.band = tones.tint, .band_ink = tones.ink, .border = tones.line, .icon = icon};
}

TileColors colors_of(const Theme& theme, TileState state)
{
    switch (state) {
    case TileState::Asked:
        return {theme.red, theme.on_red, theme.red, stroke::button, icons::touch_app};
    case TileState::Present:
        return toned(theme.greens, icons::check_circle);
    case TileState::Excused:
        return toned(theme.ambers, icons::event_busy);
    case TileState::Unexcused:
        return toned(theme.reds, icons::cancel);
    case TileState::Guest:
        return toned(theme.blues, icons::badge);
    case TileState::Quiet:
        return {theme.sunk, theme.ink2, theme.edge, stroke::card, icons::schedule};
    case TileState::Away:
        break;
    }
    return {theme.sunk, theme.ink2, theme.line, stroke::card, icons::arrow_forward};
}

/// The part of a line's marks that lies in it, as spans.
std::vector<Span> marked_spans(const Theme& theme, std::string_view name, std::string_view line,
    const std::vector<TextRange>& marked)
{
    const auto begin = static_cast<std::size_t>(line.data() - name.data());
    const std::size_t end = begin + line.size();
    std::vector<Span> spans;
    std::size_t at = begin;
    for (const TextRange& range : marked) {
        const std::size_t from = std::clamp(range.begin, at, end);
        const std::size_t to = std::clamp(range.end, from, end);
        if (from > at)
            spans.push_back({.text = name.substr(at, from - at)});
        if (to > from)
            spans.push_back({.text = name.substr(from, to - from), .background = theme.mark});
        at = std::max(at, to);
    }
    if (at < end)
        spans.push_back({.text = name.substr(at, end - at)});
    return spans;
}

/// "Hồng Phượng" as "Hồ… Phượng": the given name stays whole.
std::string cut_before_given(Ui& ui, std::string_view pair, const TextStyle& style, float room)
{
    const std::size_t space = pair.rfind(' ');
    if (space == std::string_view::npos)
        return std::string(pair);
    const std::string tail = "…" + std::string(pair.substr(space));
    std::string cut = tail;
    for (std::size_t at = 0; at < space;) {
        (void)next_character(pair, at);
        const std::string longer = std::string(pair.substr(0, at)) + tail;
        if (text_width(ui, longer, style) > room)
            break;
        cut = longer;
    }
    return cut;
}

void draw_body(Ui& ui, const Rect& rect, const TileLook& look, const TileMeasures& measures)
{
    const Rect inside = rect.inset({.top = measures.pad, .right = 13, .left = measures.pad});
    avatar(ui, {inside.x, inside.y, measures.avatar, measures.avatar}, look.person);
    Rect words = inside;
    words.cut_left(measures.avatar + 12);
    const float lines = 2 * measures.name.line;
    draw_name(ui, {words.x, words.y, words.w, lines}, look.name, look.marked, measures.name);
    words.cut_top(name_lines(look.name).family.empty() ? measures.name.line : lines);
    text(ui, {words.x, words.y, words.w, measures.role_line}, look.role,
        {.style = type::caption.with_line(measures.role_line), .color = ui.theme().ink2});
}

void draw_band(Ui& ui, const Rect& rect, const TileLook& look, const TileColors& colors,
    const TileMeasures& measures)
{
    const Rect inside = rect.inset(colors.stroke);
    Rect band {inside.x, inside.bottom() - measures.band, inside.w, measures.band};
    if (colors.stroke > stroke::card)
        band.y += 1, band.h -= 1;
    fill(ui, band, colors.band, radius::card - colors.stroke, Corners::Bottom);
    Rect words {rect.x + measures.pad, band.y, rect.w - measures.pad - 8, band.h};
    const Icon which = look.band_icon ? look.band_icon : colors.icon;
    icon(ui, words.cut_left(measures.band_icon, 8), which, measures.band_icon, colors.band_ink);
    text(ui, words, look.band, {.style = type::label, .color = colors.band_ink});
}

} // namespace

void draw_name(Ui& ui, const Rect& box, std::string_view name, const std::vector<TextRange>& marked,
    const TextStyle& style)
{
    const NameViews lines = name_lines(name);
    const float widest
        = std::max(text_width(ui, lines.family, style), text_width(ui, lines.given, style));
    const TextStyle fitting = widest > box.w ? style.with_size(std::min(style.size, 20.0F)) : style;
    Rect rest = box;
    const TextLook look {.style = fitting, .color = ui.theme().ink};
    if (!lines.family.empty())
        text(ui, rest.cut_top(style.line), marked_spans(ui.theme(), name, lines.family, marked),
            look);
    const Rect line = rest.cut_top(style.line);
    if (text_width(ui, lines.given, fitting) > box.w)
        text(ui, line, cut_before_given(ui, lines.given, fitting, box.w), look);
    else
        text(ui, line, marked_spans(ui.theme(), name, lines.given, marked), look);
}

Press member_tile(
    Ui& ui, const WidgetId& id, const Rect& rect, const TileLook& look, Enabled enabled)
{
    const Press pressed = press(ui, id, rect, look.name, enabled);
    TileColors colors = colors_of(ui.theme(), look.state);
    if (pressed.down && (look.state == TileState::Quiet || look.state == TileState::Asked)) {
        colors = colors_of(ui.theme(), TileState::Asked);
        if (look.state == TileState::Asked)
            colors.band = colors.border = ui.theme().red_press;
    }
    const float changed = ui.motion().to(
        WidgetId(id, "state"), static_cast<float>(look.state), duration::tile, Curve::Linear);
    const float share = std::min(1.0F, std::abs(static_cast<float>(look.state) - changed));
    colors.band = mix(colors.band, ui.theme().sunk, share);

    const TileMeasures measures = measures_of(look.size);
    box(ui, rect,
        {.fill = ui.theme().card,
            .border = colors.border,
            .stroke = colors.stroke,
            .radius = radius::card});
    draw_body(ui, rect, look, measures);
    draw_band(ui, rect, look, colors, measures);
    return pressed;
}

Press add_tile(Ui& ui, const WidgetId& id, const Rect& rect, Icon which, std::string_view label)
{
    const Press pressed = press(ui, id, rect, label);
    box(ui, rect,
        {.fill = pressed.down ? ui.theme().sunk : Color {},
            .border = ui.theme().edge,
            .stroke = stroke::button,
            .radius = radius::card});
    Rect content = rect.centred({rect.w, 40 + 8 + 28}).moved(0, pressed.down ? 2.0F : 0.0F);
    icon(ui, content.cut_top(40, 8), which, 40, ui.theme().ink);
    text(ui, content, label,
        {.style = type::button, .color = ui.theme().ink, .align = Align::Centre});
    return pressed;
}

void note_tile(Ui& ui, const Rect& rect, Icon which, std::string_view words)
{
    box(ui, rect, {.border = ui.theme().line, .stroke = stroke::card, .radius = radius::card});
    Rect content = rect.centred({rect.w, 32 + 8 + 56});
    icon(ui, content.cut_top(32, 8), which, 32, ui.theme().ink2);
    text(ui, content, words,
        {.color = ui.theme().ink2, .align = Align::Centre, .lines = Lines::Wrap});
}

} // namespace chibo
