// Several fingers, and text that comes from outside: what a touch screen and an input method give.
#include <algorithm>

#include "meeting/letters.h"
#include "ui/step_stage.h"
#include "ui/text.h"

namespace chibo {

/// Along a text or from a handle: `swipe "Nhất trí" 2 180`, pixels from its left edge.
void StepRunner::act_swipe(const Step& step)
{
    if (step.arguments.size() != 3)
        throw StepFailure("swipe is written as: swipe \"a text\" 2 180");
    const Rect item = find_item(step.arguments[0]);
    const float from = item.x + std::stof(step.arguments[1]);
    const float to = item.x + std::stof(step.arguments[2]);
    move_to({from, item.centre().y});
    finger(true);
    constexpr int frames = 8;
    for (int i = 1; i <= frames; ++i) {
        move_to({from + (to - from) * static_cast<float>(i) / frames, item.centre().y});
        frame();
    }
    finger(false);
    settle();
}

/// A tap at a place of a text: `poke "Nhất trí" 40`. Two of them are a double tap.
void StepRunner::act_poke(const Step& step)
{
    const Rect item = find_item(step.arguments.at(0));
    move_to({item.x + std::stof(step.arguments.at(1)), item.centre().y});
    finger(true);
    finger(false);
    settle();
}

/// Fingers of a touch screen, several at once: `touch 1 down "a"`, `touch 2 down "b"`,
/// `touch 1 up`, `touch 1 move "c"`; `palm` is a contact too wide for a finger.
void StepRunner::act_touch(const Step& step)
{
    const int number = std::stoi(step.arguments.at(0));
    const std::string& what = step.arguments.at(1);
    FingerEvent event {.finger = number, .at = {}};
    if (what == "up")
        event.kind = PointerEvent::Kind::Up;
    else if (what == "down" || what == "palm")
        event.kind = PointerEvent::Kind::Down;
    if (what == "palm")
        event.width_mm = palm_mm + 5;
    if (step.arguments.size() == 3)
        m_fingers[number] = find_item(step.arguments[2]).centre();
    const float scale = stage().ui.scale();
    event.at = {m_fingers[number].x * scale, m_fingers[number].y * scale};
    stage().ui.finger(event);
    frame();
    settle();
}

void StepRunner::touch_screen(PointerEvent::Kind kind, int finger)
{
    const float scale = stage().ui.scale();
    const Point at = m_fingers[finger];
    stage().ui.finger({.kind = kind, .finger = finger, .at = {at.x * scale, at.y * scale}});
    frame();
}

/// Two fingers on a page, apart or together: `pinch "Trang giấy" 1.5`.
void StepRunner::act_pinch(const Step& step)
{
    if (step.arguments.size() != 2)
        throw StepFailure("pinch is written as: pinch \"a page\" 1.5");
    using Kind = PointerEvent::Kind;
    const Point middle = find_item(step.arguments[0]).centre();
    const float factor = std::stof(step.arguments[1]);
    const auto place = [&](float apart) {
        m_fingers[1] = {middle.x - apart / 2, middle.y};
        m_fingers[2] = {middle.x + apart / 2, middle.y};
    };
    constexpr float began_apart = 160;
    constexpr int frames = 8;
    place(began_apart);
    for (const int finger : {1, 2})
        touch_screen(Kind::Down, finger);
    for (int i = 1; i <= frames; ++i) {
        place(began_apart * (1 + (factor - 1) * static_cast<float>(i) / frames));
        for (const int finger : {1, 2})
            touch_screen(Kind::Move, finger);
    }
    for (const int finger : {1, 2})
        touch_screen(Kind::Up, finger);
    settle();
}

/// Two thumbs on the keyboard of the screen, the next down before the last is up:
/// `thumbs "nhaats tris"`.
void StepRunner::act_thumbs(const Step& step)
{
    using Kind = PointerEvent::Kind;
    const std::string& text = step.arguments.at(0);
    int thumb = 1;
    bool down = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t character = next_character(text, at);
        std::string label = text.substr(begin, at - begin);
        if (character == U' ')
            label = stage().strings.tr("keyboard.space");
        // A sentence begins with a capital by itself.
        m_fingers[thumb]
            = find_item(can_press(label) ? label : to_utf8(std::u32string(1, to_upper(character))))
                  .centre();
        touch_screen(Kind::Down, thumb);
        if (down)
            touch_screen(Kind::Up, 3 - thumb);
        down = true;
        thumb = 3 - thumb;
        settle();
    }
    if (down)
        touch_screen(Kind::Up, 3 - thumb);
    settle();
}

/// What a system input method (ibus, fcitx) writes.
void StepRunner::act_outside(const Step& step)
{
    std::u32string text;
    for (std::size_t at = 0; at < step.arguments.at(0).size();)
        text.push_back(next_character(step.arguments[0], at));
    stage().ui.outside_text(text);
    frame();
    settle();
}

} // namespace chibo
