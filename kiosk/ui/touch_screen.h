// The touch screen of an X11 window, finger by finger (XInput 2.2). GLFW knows the pointer only, in
// which X11 hides all fingers but the first.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "ui/finger.h"

struct GLFWwindow;

namespace chibo {

class TouchScreen {
public:
    /// Listens on a connection of its own from now on; `wake` is called on another thread when
    /// something was touched. Where the server has no XInput 2.2, nothing ever is, and the pointer
    /// serves.
    TouchScreen(GLFWwindow* window, std::function<void()> wake);
    ~TouchScreen();
    TouchScreen(const TouchScreen&) = delete;
    TouchScreen& operator=(const TouchScreen&) = delete;

    /// What fingers did since the last call, in order.
    [[nodiscard]] std::vector<FingerEvent> take();
    [[nodiscard]] bool touched() const; // take() has something to give.

private:
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

} // namespace chibo
