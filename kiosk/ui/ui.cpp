#include "ui/ui.h"

#include <cmath>

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/draw.h"

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

void Ui::end()
{
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
    m_touched = !m_typed.empty();
    const ImGuiIO& io = ImGui::GetIO();
    Point at = m_touch.at();
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
            m_typed.push_back({.character = event.Text.Char});
        }
    }
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
