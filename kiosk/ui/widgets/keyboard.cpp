#include "ui/widgets/keyboard.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "meeting/dates.h"
#include "meeting/letters.h"
#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/touch.h"
#include "ui/ui.h"
#include "ui/widgets/keyboard_layout.h"

namespace chibo {

namespace {

constexpr float row_h = 64;
constexpr float cap_h = 56;
constexpr float gap = 8;
constexpr float side = 12;
constexpr float bar_h = 68;
constexpr float foot = 3; // The darker edge below a cap.
constexpr float least_screen_h = 640; // Lower screens (large text) have no room for the bar.
constexpr float edge = 4; // Above the first row and, with the bar, below the last.

constexpr std::int64_t tap_is_meant_ms = 3000; // Since the last real key.
constexpr std::int64_t repeat_after_ms = 400;
constexpr std::int64_t repeat_every_ms = 60;
constexpr std::int64_t words_after_ms = 2000;

std::string_view method_word(Method method)
{
    switch (method) {
    case Method::Telex:
        return "keyboard.telex";
    case Method::Vni:
        return "keyboard.vni";
    default:
        return "keyboard.simple";
    }
}

Method next_method(Method method)
{
    switch (method) {
    case Method::Telex:
        return Method::Vni;
    case Method::Vni:
        return Method::Simple;
    default:
        return Method::Telex;
    }
}

/// The sample letter of a tone key: á à ả ã ạ.
std::string tone_sample(char32_t mark, bool capital)
{
    return to_utf8(join_marks(std::u32string {capital ? U'A' : U'a', mark}));
}

} // namespace

/// Draws the keyboard in one frame and does what its keys say.
class KeyboardDrawing {
public:
    KeyboardDrawing(Ui& ui, Keyboard& keyboard, const Rect& rect, float factor) :
        m_ui(ui), m_keyboard(keyboard), m_rect(rect), m_factor(factor)
    {
        const bool begins = keyboard.m_place.sentence_begins && !keyboard.m_unshifted;
        m_capitals = keyboard.m_shift != Keyboard::Shift::Off || begins;
    }

    void draw()
    {
        const Theme& theme = m_ui.theme();
        block(m_ui, "keyboard", m_rect);
        fill(m_ui, m_rect, theme.keyboard);
        rule(m_ui, {m_rect.x, m_rect.y}, m_rect.w, theme.line);
        Rect rest = m_rect;
        rest.cut_top(1);
        if (m_keyboard.m_bar)
            draw_bar(rest.cut_top(size(bar_h)));
        else
            rest.cut_top(size(edge) - 1);
        for (const KeyRow& row : rows())
            draw_row(rest.cut_top(size(row_h)), row);
    }

private:
    [[nodiscard]] float size(float px) const { return px * m_factor; }

    [[nodiscard]] std::vector<KeyRow> rows() const
    {
        const KeyPage page = m_keyboard.m_signs ? KeyPage::Signs : KeyPage::Letters;
        return m_ui.shape() == Shape::Portrait ? vietnamese_rows_portrait(page)
                                               : vietnamese_rows(page);
    }

    void draw_row(const Rect& rect, const KeyRow& row)
    {
        float weights = 0;
        for (const KeySpec& key : row.keys)
            weights += key.weight;
        const float count = static_cast<float>(row.keys.size());
        Rect rest = rect.inset({.right = size(side + row.right), .left = size(side + row.left)});
        const float unit = (rest.w - size(gap) * (count - 1)) / weights;
        for (const KeySpec& key : row.keys) {
            Rect cap = rest.cut_left(unit * key.weight, size(gap));
            cap.y += size((row_h - cap_h) / 2);
            cap.h = size(cap_h);
            draw_key(cap, key);
        }
    }

    void draw_key(const Rect& cap, const KeySpec& key)
    {
        const std::string words = words_on(key);
        const std::string spoken = key.spoken.empty() ? words : m_ui.tr(key.spoken);
        const WidgetId id(WidgetId("keyboard"), spoken + std::to_string(key.character));
        // The gap belongs to the nearest key.
        const Rect area {
            cap.x - size(gap / 2), cap.y - size(gap / 2), cap.w + size(gap), cap.h + size(gap)};
        m_ui.seen().touchable(
            {.id = id, .kind = TouchKind::Press, .rect = cap, .visible = area, .label = spoken});
        const Touch& touch = m_ui.touch();
        const bool down = touch.has(id) && touch.down() && touch.inside();
        draw_cap(cap, key, words, down);
        if (down
            && (key.action == KeyAction::Backspace || key.action == KeyAction::Left
                || key.action == KeyAction::Right))
            repeat(key);
        if (!touch.released(id))
            return;
        m_ui.touch().end_guard(); // The same letter twice is meant twice.
        if (std::exchange(m_keyboard.m_repeated, 0) == 0)
            act(key);
        m_ui.pace().input();
    }

    void draw_cap(const Rect& cap, const KeySpec& key, const std::string& words, bool down)
    {
        const Theme& theme = m_ui.theme();
        struct Colors {
            Color fill;
            Color foot;
            Color ink;
        };
        Colors colors {theme.card, theme.key_foot, theme.ink};
        const bool lit = key.action == KeyAction::Shift && m_capitals;
        if (down)
            colors = {theme.red, theme.red_press, theme.on_red};
        else if (lit)
            colors = {theme.reds.tint, theme.red, theme.reds.ink};
        else if (key.look == KeyLook::Vowel)
            colors = {theme.key_vowel, theme.key_vowel_foot, theme.ink};
        else if (key.look == KeyLook::Tone)
            colors = {theme.blues.tint, theme.key_tone_foot, theme.ink};
        else if (key.look == KeyLook::Function)
            colors = {theme.key_function, theme.key_function_foot, theme.ink};
        else if (key.look == KeyLook::Space)
            colors.ink = theme.ink2;
        const float radius = size(radius::key);
        fill(m_ui, cap, colors.foot, radius);
        const Rect top {cap.x, cap.y, cap.w, cap.h - size(foot)};
        draw_face(top, colors.fill, radius);
        if (key.look == KeyLook::Tone)
            draw_tone(top, key, words, down);
        else if (key.icon)
            draw_icon_and_words(top, key, words, colors.ink);
        else
            text(m_ui, top, words,
                {.style = style_of(key), .color = colors.ink, .align = Align::Centre});
    }

    /// CSS narrows the inner corner where only one side has a border: the face keeps the cap's
    /// curve.
    void draw_face(const Rect& top, Color color, float radius)
    {
        fill(m_ui, {top.x, top.y, top.w, top.h}, color, radius);
    }

    [[nodiscard]] TextStyle style_of(const KeySpec& key) const
    {
        TextStyle style {size(26), size(36), Weight::Regular};
        if (key.look == KeyLook::Space)
            style.size = size(20);
        if (key.look == KeyLook::Function)
            style = {size(20), size(28), Weight::SemiBold};
        return style;
    }

    void draw_tone(const Rect& top, const KeySpec& key, const std::string& words, bool down)
    {
        const std::string sample = tone_sample(key.character, m_capitals);
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

    void draw_icon_and_words(
        const Rect& top, const KeySpec& key, const std::string& words, Color color)
    {
        const float icon_size = size(key.action == KeyAction::Method ? 24 : 28);
        const TextStyle style = style_of(key);
        const float words_w
            = words.empty() || !key.spoken.empty() ? 0 : text_width(m_ui, words, style);
        const float whole = icon_size + (words_w > 0 ? size(gap) + words_w : 0);
        Rect both = top.centred({whole, top.h});
        icon(m_ui, both.cut_left(icon_size, size(gap)), key.icon, icon_size, color);
        if (words_w > 0)
            text(m_ui, {both.x, both.y, words_w + 4, both.h}, words,
                {.style = style, .color = color});
    }

    [[nodiscard]] std::string words_on(const KeySpec& key) const
    {
        if (key.action == KeyAction::Method)
            return m_ui.tr(method_word(m_ui.typing().method));
        if (!key.word.empty())
            return m_ui.tr(key.word);
        if (key.character == 0)
            return {};
        return to_utf8(std::u32string(1, m_capitals ? to_upper(key.character) : key.character));
    }

    /// Backspace: after 400 ms every 60 ms, after 2 s whole words. The arrows likewise, letter by
    /// letter.
    void repeat(const KeySpec& key)
    {
        const std::int64_t held = m_ui.touch().held_ms(m_ui.now_ms());
        const std::int64_t due
            = held < repeat_after_ms ? 0 : 1 + (held - repeat_after_ms) / repeat_every_ms;
        for (; m_keyboard.m_repeated < due; ++m_keyboard.m_repeated) {
            Typed typed = typed_by(key);
            const bool words = held >= words_after_ms && key.action == KeyAction::Backspace;
            typed.control = words;
            if (!words || m_keyboard.m_repeated % 4 == 0)
                m_ui.type(typed);
        }
        m_ui.pace().again(
            m_ui.now_ms() + (due == 0 ? repeat_after_ms - held : repeat_every_ms), Why::Input);
    }

    [[nodiscard]] static Typed typed_by(const KeySpec& key)
    {
        Typed typed {.on_screen = true};
        switch (key.action) {
        case KeyAction::Backspace:
            typed.key = NamedKey::Backspace;
            break;
        case KeyAction::Left:
            typed.key = NamedKey::Left;
            break;
        case KeyAction::Right:
            typed.key = NamedKey::Right;
            break;
        case KeyAction::NewLine:
            typed.key = NamedKey::Enter;
            break;
        default:
            typed.character = key.character;
            break;
        }
        return typed;
    }

    void act(const KeySpec& key)
    {
        switch (key.action) {
        case KeyAction::Type:
            type(key);
            break;
        case KeyAction::Backspace:
        case KeyAction::NewLine:
        case KeyAction::Left:
        case KeyAction::Right:
            m_ui.type(typed_by(key));
            break;
        case KeyAction::Shift:
            shift();
            break;
        case KeyAction::Signs:
            m_keyboard.m_signs = !m_keyboard.m_signs;
            break;
        case KeyAction::Method:
            change_method();
            break;
        case KeyAction::Today:
            type_today();
            break;
        case KeyAction::Hide:
            m_keyboard.hide();
            break;
        }
    }

    void type(const KeySpec& key)
    {
        Typed typed = typed_by(key);
        if (m_capitals)
            typed.character = to_upper(typed.character);
        m_ui.type(typed);
        if (m_keyboard.m_shift == Keyboard::Shift::Once)
            m_keyboard.m_shift = Keyboard::Shift::Off;
        m_keyboard.m_unshifted = false;
        if (key.character == U' ')
            m_keyboard.m_signs = false;
    }

    /// Once: the next letter; twice: until touched again. A proposed capital is refused by one
    /// touch.
    void shift()
    {
        using Shift = Keyboard::Shift;
        if (m_keyboard.m_shift == Shift::Off && m_capitals)
            m_keyboard.m_unshifted = true;
        else if (m_keyboard.m_shift == Shift::Off)
            m_keyboard.m_shift = Shift::Once;
        else
            m_keyboard.m_shift = m_keyboard.m_shift == Shift::Once ? Shift::Locked : Shift::Off;
    }

    void change_method()
    {
        TypingOptions options = m_ui.typing();
        options.method = next_method(options.method);
        m_ui.set_typing(options);
    }

    void type_today()
    {
        for (const char32_t character : to_utf32(dmy(date_of(m_ui.clock().now_ms()))))
            m_ui.type({.character = character, .on_screen = true});
    }

    // The bar: people of this meeting.

    void draw_bar(const Rect& rect)
    {
        const Theme& theme = m_ui.theme();
        fill(m_ui, rect, theme.card);
        rule(m_ui, {rect.x, rect.bottom() - 1}, rect.w, theme.line);
        Rect rest = rect.inset({.bottom = 1});
        rest = rest.inset(size(8), 0);
        icon(m_ui, rest.cut_left(size(64)), icons::person_search, size(28), theme.ink2);
        for (const Choice& choice : fitting(rest.w))
            draw_choice(rest.cut_left(choice.width), choice);
        if (rest.w > 1)
            fill(m_ui, {rest.x, rest.y, 1, rest.h}, theme.line);
    }

    struct Choice {
        std::string text;
        bool wanted = false;
        float width = 0;
    };

    /// Who answers to the word before the caret; while none is typed, everybody.
    [[nodiscard]] std::vector<Choice> choices() const
    {
        const std::string& typed = m_keyboard.m_place.word;
        std::vector<Choice> choices;
        const NameQuery query(typed);
        for (const SuggestedName& person : m_keyboard.m_people) {
            const NameMatch match = query.empty() ? NameMatch::OtherWord : query.match(person.name);
            if (match == NameMatch::Whole || match == NameMatch::GivenName) {
                choices.insert(choices.begin(), {person.name, false, 0});
                choices.insert(choices.begin(), {person.word, true, 0});
            } else if (match != NameMatch::None) {
                choices.push_back(
                    {query.empty() ? short_name(person.name) : person.name, false, 0});
            }
        }
        if (choices.empty()) {
            // Nobody answers to the word: everybody stays in reach.
            for (const SuggestedName& person : m_keyboard.m_people)
                choices.push_back({short_name(person.name), false, 0});
        }
        return choices;
    }

    /// As many as have room, and these across the whole bar.
    [[nodiscard]] std::vector<Choice> fitting(float width) const
    {
        std::vector<Choice> all = choices();
        float used = 0;
        std::size_t count = 0;
        for (Choice& choice : all) {
            choice.width = text_width(m_ui, choice.text, style(choice)) + size(48);
            if (used + choice.width > width)
                break;
            used += choice.width;
            ++count;
        }
        all.resize(count);
        const float more
            = count == 0 ? 0 : std::min((width - used) / static_cast<float>(count), size(32));
        for (Choice& choice : all)
            choice.width += more;
        return all;
    }

    [[nodiscard]] TextStyle style(const Choice& choice) const
    {
        return {size(20), size(28), choice.wanted ? Weight::SemiBold : Weight::Regular};
    }

    void draw_choice(const Rect& rect, const Choice& choice)
    {
        const Theme& theme = m_ui.theme();
        const WidgetId id(WidgetId("keyboard.choice"), choice.text);
        m_ui.seen().touchable({.id = id,
            .kind = TouchKind::Press,
            .rect = rect,
            .visible = rect,
            .label = choice.text});
        const Touch& touch = m_ui.touch();
        if (touch.has(id) && touch.down() && touch.inside())
            fill(m_ui, rect, theme.sunk);
        fill(m_ui, {rect.x, rect.y, 1, rect.h}, theme.line);
        text(m_ui, rect, choice.text,
            {.style = style(choice),
                .color = choice.wanted ? theme.reds.ink : theme.ink,
                .align = Align::Centre});
        if (!touch.released(id))
            return;
        m_ui.touch().end_guard();
        m_keyboard.m_choice = choice.text;
        m_ui.pace().input();
    }

    Ui& m_ui;
    Keyboard& m_keyboard;
    Rect m_rect;
    float m_factor;
    bool m_capitals = false;
};

namespace {

/// Keys keep their size on the glass where the text is larger: 64 px of the 800 that a tablet has.
float factor_of(const Ui& ui)
{
    const bool portrait = ui.shape() == Shape::Portrait;
    const float room = portrait ? ui.screen().w : ui.screen().h;
    return std::clamp(room / 800, 0.7F, 1.0F);
}

} // namespace

void Keyboard::begin(Ui& ui)
{
    const bool typed = std::any_of(ui.typed().begin(), ui.typed().end(),
        [](const Typed& one) { return !one.on_screen && one.key != NamedKey::Escape; });
    const auto& target = ui.focus().text();
    if (target && typed) {
        m_real = true;
        m_real_ms = ui.now_ms();
    }
    const float lifted = std::exchange(m_lifts, false) ? m_lift : 0;
    m_lift = 0;
    if (!target) {
        m_shown = false;
        return;
    }
    if (!(target->id == m_target)) {
        m_target = target->id;
        m_hidden = false;
        m_signs = target->kind == TextKind::Number || target->kind == TextKind::Code;
        m_shift = Shift::Off;
    }
    if (ui.touch().released(target->id))
        show(ui);
    m_bar = !m_people.empty() && target->kind == TextKind::Text && ui.screen().h >= least_screen_h;
    m_shown = m_allowed && !m_hidden && !m_real;
    if (m_shown)
        m_lift = std::max(0.0F, target->rect.bottom() + lifted + space::s2 - m_top);
}

float Keyboard::height(const Ui& ui) const
{
    if (!m_shown)
        return 0;
    const float rows = ui.shape() == Shape::Portrait ? 6 : 5;
    const float above = m_bar ? bar_h + edge : 2 * edge;
    return std::round((rows * row_h + above) * factor_of(ui));
}

Rect Keyboard::make_room(const Ui& ui, const Rect& work)
{
    m_dock = work.inset(-space::margin_x, -space::margin_y);
    if (!m_shown)
        return work;
    const float h = height(ui);
    m_top = m_dock.bottom() - h;
    return work.inset({.bottom = h});
}

void Keyboard::draw(Ui& ui)
{
    if (!m_shown || m_dock.empty())
        return;
    // On the layer that is touched now: a sheet's field is typed into as the page's.
    std::vector<std::unique_ptr<LayerScope>> layers;
    for (int layer = ui.seen().top_layer(); layer > 0; --layer)
        layers.push_back(std::make_unique<LayerScope>(ui));
    KeyboardDrawing(ui, *this, {m_dock.x, m_top, m_dock.w, m_dock.bottom() - m_top}, factor_of(ui))
        .draw();
    while (!layers.empty())
        layers.pop_back();
}

float Keyboard::lift()
{
    m_lifts = true;
    return m_lift;
}

void Keyboard::show(const Ui& ui)
{
    m_hidden = false;
    if (ui.now_ms() - m_real_ms > tap_is_meant_ms)
        m_real = false;
}

void Keyboard::bring_back()
{
    m_hidden = m_real = false;
}

} // namespace chibo
