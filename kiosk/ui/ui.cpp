#include "ui/ui.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/draw.h"
#include "ui/input_method.h"

namespace chibo {

namespace {

struct KeyName {
    ImGuiKey imgui;
    NamedKey key;
    bool repeats;
};

constexpr KeyName named_keys[] = {
    {ImGuiKey_Enter, NamedKey::Enter, false},
    {ImGuiKey_KeypadEnter, NamedKey::Enter, false},
    {ImGuiKey_Escape, NamedKey::Escape, false},
    {ImGuiKey_Tab, NamedKey::Tab, true},
    {ImGuiKey_Backspace, NamedKey::Backspace, true},
    {ImGuiKey_Delete, NamedKey::Delete, true},
    {ImGuiKey_LeftArrow, NamedKey::Left, true},
    {ImGuiKey_RightArrow, NamedKey::Right, true},
    {ImGuiKey_UpArrow, NamedKey::Up, true},
    {ImGuiKey_DownArrow, NamedKey::Down, true},
    {ImGuiKey_Home, NamedKey::Home, false},
    {ImGuiKey_End, NamedKey::End, false},
    {ImGuiKey_PageUp, NamedKey::PageUp, true},
    {ImGuiKey_PageDown, NamedKey::PageDown, true},
    {ImGuiKey_A, NamedKey::A, false},
    {ImGuiKey_C, NamedKey::C, false},
    {ImGuiKey_P, NamedKey::P, false},
    {ImGuiKey_S, NamedKey::S, false},
    {ImGuiKey_V, NamedKey::V, true},
    {ImGuiKey_X, NamedKey::X, false},
    {ImGuiKey_Y, NamedKey::Y, true},
    {ImGuiKey_Z, NamedKey::Z, true},
    {ImGuiKey_1, NamedKey::Digit1, false},
    {ImGuiKey_2, NamedKey::Digit2, false},
    {ImGuiKey_3, NamedKey::Digit3, false},
    {ImGuiKey_4, NamedKey::Digit4, false},
    {ImGuiKey_F1, NamedKey::F1, false},
    {ImGuiKey_F5, NamedKey::F5, false},
};

/// Letters and digits are keys only beside Ctrl; alone they arrive as characters.
bool is_character(NamedKey key)
{
    return key >= NamedKey::A && key <= NamedKey::Digit4;
}

} // namespace

Ui::Ui(const Clock& clock, Strings& strings, Fonts& fonts) :
    m_clock(clock), m_strings(strings), m_fonts(fonts)
{
}

void Ui::begin(DeviceSize device, float scale, std::int64_t now_ms)
{
    m_scale = scale;
    m_screen = {static_cast<float>(device.w) / scale, static_cast<float>(device.h) / scale};
    m_work = bounds();
    m_toast_room.reset();
    m_now_ms = now_ms;
    m_list = ImGui::GetBackgroundDrawList();
    m_pace.begin_frame();
    m_images.begin_frame();
    m_motion.begin_frame(now_ms, m_pace);
    read_input();
    m_touch.begin(m_seen, m_pointer, now_ms);
    m_focus.begin_frame(m_seen.top_layer());
    if (m_touch.pressed_now())
        m_focus.show_outline(false);
    m_seen.clear();
    m_clips.clear();
}

float Ui::under_toast(const Rect& area) const
{
    constexpr float gap = 8;
    if (!m_toast || m_toast->clipped(area).empty() || m_toast->bottom() + gap < area.bottom())
        return 0;
    return area.bottom() - m_toast->y + gap;
}

void Ui::stand_toast(const std::optional<Rect>& bar)
{
    if (bar != m_toast)
        m_pace.input(); // What stands under it moves.
    m_toast = bar;
}

void Ui::end()
{
    m_leaving.play(*this);
    if (m_touch.acted())
        m_sounds.play(Sound::Touch);
    handle_focus_keys();
    if (const auto outline = m_focus.outline()) {
        const Rect around = outline->inset(-5);
        list().PushClipRect({0, 0}, {px(m_screen.w), px(m_screen.h)}, false);
        box(*this, around,
            {.border = m_theme.red, .stroke = stroke::focus, .radius = radius::button + 5});
        list().PopClipRect();
    }
    // Dear ImGui hands out one button change a frame: what is left in its queue needs a frame more.
    if (GImGui->InputEventsQueue.Size > 0 || !m_typed_next.empty())
        m_pace.input();
}

Shape Ui::shape() const
{
    if (m_screen.h > m_screen.w)
        return Shape::Portrait;
    if (m_screen.w < 1180)
        return Shape::Compact;
    return m_screen.w >= 1600 ? Shape::Wide : Shape::Tablet;
}

float Ui::px(float logical) const
{
    return std::round(logical * m_scale);
}

void Ui::type(const Typed& typed)
{
    m_typed_next.push_back(typed);
    if (typed.on_screen)
        m_composed_outside = false;
    m_pace.input();
}

bool Ui::take_key(NamedKey key)
{
    const auto found = std::find_if(m_typed.begin(), m_typed.end(),
        [&](const Typed& typed) { return typed.key == key && !typed.control && !typed.alt; });
    if (found == m_typed.end())
        return false;
    m_typed.erase(found);
    return true;
}

void Ui::read_input()
{
    m_pointer.clear();
    m_typed = std::move(m_typed_next);
    m_typed_next.clear();
    const ImGuiIO& io = ImGui::GetIO();
    m_touched = !m_typed.empty();
    // Where the mouse is; a finger may have been elsewhere since. Dear ImGui tells no move twice.
    Point at {io.MousePos.x / m_scale, io.MousePos.y / m_scale};
    for (const ImGuiInputEvent& event : GImGui->InputEventsTrail) {
        m_touched = m_touched || event.Type == ImGuiInputEventType_MouseButton
            || event.Type == ImGuiInputEventType_Key || event.Type == ImGuiInputEventType_Text;
        if (event.Type == ImGuiInputEventType_MousePos) {
            at = {event.MousePos.PosX / m_scale, event.MousePos.PosY / m_scale};
            m_pointer.push_back({PointerEvent::Kind::Move, at});
        } else if (event.Type == ImGuiInputEventType_MouseButton && event.MouseButton.Button == 0) {
            m_pointer.push_back(
                {event.MouseButton.Down ? PointerEvent::Kind::Down : PointerEvent::Kind::Up, at});
        } else if (event.Type == ImGuiInputEventType_Text) {
            m_composed_outside = m_composed_outside || (event.Text.Char & outside_bit) != 0;
            m_typed.push_back(
                {.character = event.Text.Char & ~outside_bit, .whole = m_composed_outside});
        }
    }
    read_fingers();
    m_touch.set_wheel(io.MouseWheel);
    for (const KeyName& named : named_keys) {
        if (ImGui::IsKeyPressed(named.imgui, named.repeats)
            && (!is_character(named.key) || io.KeyCtrl))
            m_typed.push_back(
                {.key = named.key, .control = io.KeyCtrl, .shift = io.KeyShift, .alt = io.KeyAlt});
        if (named.repeats && ImGui::IsKeyDown(named.imgui))
            m_pace.again(m_now_ms + 30, Why::Input);
    }
}

void Ui::read_fingers()
{
    using Kind = PointerEvent::Kind;
    for (const FingerEvent& event : std::exchange(m_fingers, {})) {
        m_touched = true;
        const Point at {event.at.x / m_scale, event.at.y / m_scale};
        const auto palm = std::find(m_palms.begin(), m_palms.end(), event.finger);
        const bool lifted = event.kind == Kind::Up || event.kind == Kind::Cancel;
        if (palm != m_palms.end()) {
            if (lifted)
                m_palms.erase(palm);
        } else if (event.width_mm > palm_mm && !lifted) {
            m_palms.push_back(event.finger);
            if (event.kind == Kind::Move) // A finger that became a hand.
                m_pointer.push_back({Kind::Cancel, at, event.finger});
        } else {
            m_pointer.push_back({event.kind, at, event.finger});
        }
    }
}

void Ui::finger(const FingerEvent& event)
{
    m_fingers.push_back(event);
    m_pace.input();
}

void Ui::outside_text(std::u32string_view text)
{
    for (const char32_t character : text)
        ImGui::GetIO().AddInputCharacter(character | outside_bit);
    m_pace.input();
}

void Ui::handle_focus_keys()
{
    const std::vector<Typed> typed = m_typed;
    for (const Typed& key : typed) {
        if (key.key == NamedKey::Tab) {
            m_focus.step(key.shift ? -1 : 1);
            m_focus.show_outline(true);
            m_pace.input();
        } else if (key.key == NamedKey::Enter && m_focus.outline() && !m_focus.text()) {
            m_touch.release_by_key(m_focus.id());
            m_pace.input();
        }
    }
}

ClipScope::ClipScope(Ui& ui, const Rect& rect) : m_ui(ui)
{
    const Rect clip = rect.clipped(ui.clip());
    ui.list().PushClipRect(
        {ui.px(clip.x), ui.px(clip.y)}, {ui.px(clip.right()), ui.px(clip.bottom())}, true);
    ui.push_clip(clip);
}

ClipScope::~ClipScope()
{
    m_ui.pop_clip();
    m_ui.list().PopClipRect();
}

} // namespace chibo
