#include "ui/widgets/key_caps.h"

#include <algorithm>

#include "meeting/letters.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/ui.h"

namespace chibo {

namespace {

constexpr float gap = 8;
constexpr float side = 12;
constexpr float foot = 3; // The darker edge below a cap.

/// The sample letter of a tone key: á à ả ã ạ.
std::string tone_sample(char32_t mark, bool capital)
{
    return to_utf8(join_marks(std::u32string {capital ? U'A' : U'a', mark}));
}

} // namespace

KeyCaps::KeyCaps(Ui& ui, std::string_view name, const KeyCapsLook& look) :
    m_ui(ui), m_name(name), m_look(look)
{
}

void KeyCaps::row(const Rect& rect, const KeyRow& row)
{
    float weights = 0;
    for (const KeySpec& key : row.keys)
        weights += key.weight;
    const float count = static_cast<float>(row.keys.size());
    Rect rest = rect.inset({.right = size(side + row.right), .left = size(side + row.left)});
    const float unit = (rest.w - size(gap) * (count - 1)) / weights;
    for (const KeySpec& key : row.keys) {
        Rect cap = rest.cut_left(unit * key.weight, size(gap));
        cap.y += size(gap / 2);
        cap.h -= size(gap);
        this->cap(cap, key);
    }
}

bool KeyCaps::cap(const Rect& cap, const KeySpec& key)
{
    const std::string spoken = key.spoken.empty() ? words_on(key) : m_ui.tr(key.spoken);
    const WidgetId id(
        WidgetId(m_name, static_cast<std::uint64_t>(key.action)), std::to_string(key.character));
    // The gap belongs to the nearest key.
    const Rect area = cap.inset(-size(gap / 2));
    m_ui.seen().touchable({.id = id,
        .kind = TouchKind::Press,
        .rect = cap,
        .visible = area,
        .label = spoken,
        .quick = true});
    const Touch& touch = m_ui.touch();
    const bool down = touch.has(id) && touch.down() && touch.inside();
    draw_cap(cap, key, down);
    if (down)
        m_held = Held {key, cap};
    m_drawn.push_back({id, key, cap});
    return down;
}

std::vector<KeySpec> KeyCaps::released() const
{
    std::vector<KeySpec> keys;
    for (const WidgetId& id : m_ui.touch().released()) {
        const auto found = std::find_if(
            m_drawn.begin(), m_drawn.end(), [&](const Drawn& one) { return one.id == id; });
        if (found != m_drawn.end())
            keys.push_back(found->key);
    }
    if (!keys.empty())
        m_ui.pace().input();
    return keys;
}

std::optional<Rect> KeyCaps::place(char32_t character) const
{
    const auto found = std::find_if(m_drawn.begin(), m_drawn.end(), [&](const Drawn& one) {
        return one.key.action == KeyAction::Type && one.key.character == character;
    });
    return found == m_drawn.end() ? std::nullopt : std::optional(found->cap);
}

KeyCaps::Colors KeyCaps::colors_of(const KeySpec& key, bool down) const
{
    const Theme& theme = m_ui.theme();
    const bool lit = (key.action == KeyAction::Shift && m_look.capitals)
        || (key.action == KeyAction::Signs && m_look.signs_lit);
    if (down)
        return {theme.red, theme.red_press, theme.on_red};
    if (lit)
        return {theme.reds.tint, theme.red, theme.reds.ink};
    switch (key.look) {
    case KeyLook::Vowel:
        return {theme.key_vowel, theme.key_vowel_foot, theme.ink};
    case KeyLook::Tone:
    case KeyLook::Mark:
        return {theme.blues.tint, theme.key_tone_foot, theme.ink};
    case KeyLook::Function:
        return {theme.key_function, theme.key_function_foot, theme.ink};
    case KeyLook::Space:
        return {theme.card, theme.key_foot, theme.ink2};
    case KeyLook::Letter:
        break;
    }
    return {theme.card, theme.key_foot, theme.ink};
}

void KeyCaps::draw_cap(const Rect& cap, const KeySpec& key, bool down)
{
    const Colors colors = colors_of(key, down);
    const float radius = size(radius::key);
    fill(m_ui, cap, colors.foot, radius);
    const Rect top {cap.x, cap.y, cap.w, cap.h - size(foot)};
    fill(m_ui, top, colors.fill, radius);
    if (key.look == KeyLook::Tone || key.look == KeyLook::Mark)
        draw_tone(top, key, down);
    else if (key.icon)
        draw_icon_and_words(top, key, colors.ink);
    else
        text(m_ui, top, words_on(key),
            {.style = style_of(key), .color = colors.ink, .align = Align::Centre});
}

TextStyle KeyCaps::style_of(const KeySpec& key) const
{
    TextStyle style {size(26), size(36), Weight::Regular};
    if (key.look == KeyLook::Space)
        style.size = size(20);
    if (key.look == KeyLook::Function)
        style = {size(20), size(28), Weight::SemiBold};
    return style;
}

void KeyCaps::draw_tone(const Rect& top, const KeySpec& key, bool down)
{
    const std::string words = words_on(key);
    const std::string sample = key.look == KeyLook::Mark
        ? to_utf8(std::u32string(1, key.character))
        : tone_sample(key.character, m_look.capitals);
    const TextStyle letter = style_of(key);
    const TextStyle small {size(18), size(28), Weight::Regular};
    const float letter_w = text_width(m_ui, sample, letter);
    const float small_w = text_width(m_ui, words, small);
    Rect both = top.centred({letter_w + size(gap) + small_w, top.h});
    const Theme& theme = m_ui.theme();
    text(m_ui, {both.x, both.y, letter_w + 4, both.h}, sample,
        {.style = letter, .color = down ? theme.on_red : theme.ink});
    text(m_ui, {both.right() - small_w, both.y, small_w + 4, both.h}, words,
        {.style = small, .color = down ? theme.on_red : theme.blues.ink});
}

void KeyCaps::draw_icon_and_words(const Rect& top, const KeySpec& key, Color color)
{
    const std::string words = key.spoken.empty() ? words_on(key) : std::string();
    const float icon_size = size(key.action == KeyAction::Method ? 24 : 28);
    const TextStyle style = style_of(key);
    const float words_w = words.empty() ? 0 : text_width(m_ui, words, style);
    const float whole = icon_size + (words_w > 0 ? size(gap) + words_w : 0);
    Rect both = top.centred({whole, top.h});
    icon(m_ui, both.cut_left(icon_size, size(gap)), key.icon, icon_size, color);
    if (words_w > 0)
        text(m_ui, {both.x, both.y, words_w + 4, both.h}, words, {.style = style, .color = color});
}

std::string KeyCaps::words_on(const KeySpec& key) const
{
    if (key.action == KeyAction::Method)
        return m_ui.tr(m_look.method);
    if (!key.word.empty())
        return m_ui.tr(key.word);
    if (key.character == 0)
        return {};
    const char32_t shown = m_look.capitals ? to_upper(key.character) : key.character;
    return to_utf8(std::u32string(1, shown));
}

} // namespace chibo
