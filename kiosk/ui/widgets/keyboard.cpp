#include "ui/widgets/keyboard.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "meeting/dates.h"
#include "meeting/letters.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/touch.h"
#include "ui/ui.h"
#include "ui/widgets/key_caps.h"

namespace chibo {

namespace {

constexpr float row_h = 64;
constexpr float cap_h = 56;
constexpr float gap = 8;
constexpr float bar_h = 68;
constexpr float edge = 4; // Above the first row and, with the bar, below the last.
constexpr float form_w = 72;

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

/// Keys keep their size on the glass where the text is larger: 64 px of the 800 that a tablet has.
float factor_of(const Ui& ui)
{
    const bool portrait = ui.shape() == Shape::Portrait;
    const float room = portrait ? ui.screen().w : ui.screen().h;
    return std::clamp(room / 800, 0.7F, 1.0F);
}

Typed typed_by(const KeySpec& key)
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

bool repeats(const KeySpec& key)
{
    return key.action == KeyAction::Backspace || key.action == KeyAction::Left
        || key.action == KeyAction::Right;
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
    m_offer = std::exchange(m_offer_now, {});
    m_under_sheet = std::exchange(m_lifts, false);
    const float lifted = m_under_sheet ? m_lift : 0;
    m_lift = 0;
    if (!target || target->own_keys) {
        if (std::exchange(m_shown, false))
            ui.pace().input();
        return;
    }
    if (!(target->id == m_target)) {
        m_target = target->id;
        m_hidden = m_buttons = false;
        m_forms.reset();
        m_signs = target->kind == TextKind::Number;
        m_shift = Shift::Off;
    }
    if (ui.touch().released(target->id))
        show(ui);
    m_bar = m_offer.from != nullptr && m_offer.field == target->id;
    const bool was_shown = std::exchange(m_shown, m_allowed && !m_hidden && !m_real);
    if (m_shown != was_shown)
        ui.pace().input(); // All that stands beside it moves.
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
    return m_under_sheet ? work : work.inset({.bottom = h}); // A sheet has its own way to rise.
}

void Keyboard::draw(Ui& ui)
{
    if (!m_shown || m_dock.empty())
        return;
    // On the layer that is touched now: a sheet's field is typed into as the page's.
    std::vector<std::unique_ptr<LayerScope>> layers;
    for (int layer = ui.seen().top_layer(); layer > 0; --layer)
        layers.push_back(std::make_unique<LayerScope>(ui));
    draw_keys(ui, {m_dock.x, m_top, m_dock.w, m_dock.bottom() - m_top});
    while (!layers.empty())
        layers.pop_back();
}

float Keyboard::lift(const Rect& sheet)
{
    constexpr float margin = 8;
    m_lifts = true;
    if (!m_shown)
        return m_lift;
    // As much of it in sight as there is room for: its buttons stand at its foot.
    return std::max(m_lift, std::min(sheet.bottom() + margin - m_top, sheet.y - margin));
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

// Keys.

bool Keyboard::capitals() const
{
    return m_shift != Shift::Off || (m_place.sentence_begins && !m_unshifted);
}

void Keyboard::draw_keys(Ui& ui, const Rect& rect)
{
    const float factor = factor_of(ui);
    block(ui, "keyboard", rect);
    fill(ui, rect, ui.theme().keyboard);
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect rest = rect;
    rest.cut_top(1);
    if (m_bar)
        draw_bar(ui, rest.cut_top(bar_h * factor), factor);
    else
        rest.cut_top(edge * factor - 1);
    const KeyPage page = m_signs ? KeyPage::Signs : KeyPage::Letters;
    KeyCaps caps(ui, "keyboard",
        {.factor = factor, .capitals = capitals(), .method = method_word(ui.typing().method)});
    const MarkKeys marks = ui.typing().method == Method::Vni ? MarkKeys::Digits : MarkKeys::Letters;
    for (const KeyRow& row : ui.shape() == Shape::Portrait ? vietnamese_rows_portrait(page, marks)
                                                           : vietnamese_rows(page, marks))
        caps.row(rest.cut_top(row_h * factor), row);
    hold(ui, caps);
    for (const KeySpec& key : caps.released()) {
        const bool has_acted = repeats(key) && m_repeated > 0;
        const bool shows_forms
            = m_forms && key.action == KeyAction::Type && key.character == m_forms->key;
        if (!has_acted && !shows_forms)
            act(ui, key);
    }
    draw_forms(ui, factor);
    if (!caps.held() || !repeats(caps.held()->key))
        m_repeated = 0;
}

void Keyboard::act(Ui& ui, const KeySpec& key)
{
    switch (key.action) {
    case KeyAction::Type:
        type(ui, key);
        break;
    case KeyAction::Backspace:
    case KeyAction::NewLine:
    case KeyAction::Left:
    case KeyAction::Right:
        ui.type(typed_by(key));
        break;
    case KeyAction::Shift:
        shift();
        break;
    case KeyAction::Signs:
        m_signs = !m_signs;
        break;
    case KeyAction::Method: {
        TypingOptions options = ui.typing();
        options.method = next_method(options.method);
        ui.set_typing(options);
        break;
    }
    case KeyAction::Today:
        for (const char32_t character : to_utf32(dmy(date_of(ui.clock().now_ms()))))
            ui.type({.character = character, .on_screen = true});
        break;
    case KeyAction::Hide:
        hide();
        break;
    case KeyAction::Clear:
        break;
    }
}

void Keyboard::type(Ui& ui, const KeySpec& key)
{
    Typed typed = typed_by(key);
    if (capitals())
        typed.character = to_upper(typed.character);
    ui.type(typed);
    if (m_shift == Shift::Once)
        m_shift = Shift::Off;
    m_unshifted = false;
    m_place.sentence_begins = false; // Two thumbs: the next letter may come in the same frame.
    if (key.character == U' ')
        m_signs = false;
}

/// Once: the next letter; twice: until touched again. A proposed capital is refused by one touch.
void Keyboard::shift()
{
    if (m_shift == Shift::Off && capitals())
        m_unshifted = true;
    else if (m_shift == Shift::Off)
        m_shift = Shift::Once;
    else
        m_shift = m_shift == Shift::Once ? Shift::Locked : Shift::Off;
}

// A finger that stays.

void Keyboard::hold(Ui& ui, const KeyCaps& caps)
{
    const auto& held = caps.held();
    if (!held)
        return;
    if (repeats(held->key)) {
        repeat(ui, held->key);
        return;
    }
    if (held->key.action != KeyAction::Type || held_forms(held->key.character).empty())
        return;
    const std::int64_t left = Touch::long_press_ms - ui.touch().held_ms(ui.now_ms());
    if (left > 0) {
        ui.pace().again(ui.now_ms() + left, Why::Input);
    } else if (!m_forms || m_forms->key != held->key.character) {
        m_forms = Forms {held->key.character, held->cap};
        ui.pace().input();
    }
}

/// Backspace: after 400 ms every 60 ms, after 2 s whole words. The arrows likewise, letter by
/// letter.
void Keyboard::repeat(Ui& ui, const KeySpec& key)
{
    const std::int64_t held = ui.touch().held_ms(ui.now_ms());
    const std::int64_t due
        = held < repeat_after_ms ? 0 : 1 + (held - repeat_after_ms) / repeat_every_ms;
    for (; m_repeated < due; ++m_repeated) {
        Typed typed = typed_by(key);
        const bool words = held >= words_after_ms && key.action == KeyAction::Backspace;
        typed.control = words;
        if (!words || m_repeated % 4 == 0)
            ui.type(typed);
    }
    ui.pace().again(
        ui.now_ms() + (due == 0 ? repeat_after_ms - held : repeat_every_ms), Why::Input);
}

/// Above the key, until one is touched or anything else is: by a finger that slides there and
/// lifts, or by another touch.
void Keyboard::draw_forms(Ui& ui, float factor)
{
    if (!m_forms)
        return;
    const Theme& theme = ui.theme();
    const std::u32string_view forms = held_forms(m_forms->key);
    const float w = form_w * factor;
    const float h = (cap_h + gap) * factor;
    const float whole = w * static_cast<float>(forms.size()) + gap * factor;
    const float from = std::clamp(m_forms->cap.centre().x - whole / 2, m_dock.x + gap,
        std::max(m_dock.x + gap, m_dock.right() - gap - whole));
    const Rect plate {from, m_forms->cap.y - h - gap * factor, whole, h + gap * factor};
    block(ui, "keyboard.forms", plate);
    box(ui, plate,
        {.fill = theme.keyboard,
            .border = theme.edge,
            .stroke = stroke::button,
            .radius = radius::button});
    KeyCaps caps(ui, "keyboard.form", {.factor = factor, .capitals = capitals()});
    Rect rest = plate.inset(gap * factor / 2);
    bool touched = false;
    for (const char32_t form : forms) {
        const Rect cap = rest.cut_left(w).inset(gap * factor / 2, gap * factor / 2);
        touched = caps.cap(cap, {.character = form, .look = KeyLook::Letter}) || touched;
    }
    for (const KeySpec& key : caps.released()) {
        type(ui, key);
        m_forms.reset();
        return;
    }
    // A finger that comes down anywhere else closes it; so does one that was lifted there.
    const Point at = ui.touch().at();
    const bool on_key = m_forms->cap.inset(-gap).contains(at) || plate.contains(at);
    if ((ui.touch().pressed_now() && !plate.contains(at))
        || (ui.touch().released_now() && !on_key)) {
        m_forms.reset();
        ui.pace().input();
    }
}

} // namespace chibo
