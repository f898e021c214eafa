// Where frames go: a window of the screen, or memory when there is none. The only files that know
// GLFW and EGL.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/finger.h"
#include "ui/picture.h"

namespace chibo {

class Surface {
public:
    virtual ~Surface() = default;
    [[nodiscard]] virtual DeviceSize size() const = 0;
    /// Pixels per inch over 149, clamped to 0.85-2; 1 where it is not known.
    [[nodiscard]] virtual float density() const = 0;
    [[nodiscard]] virtual bool closing() const = 0;
    /// Sleeps until something happens or the time is over; true when something happened.
    virtual bool wait(double seconds) = 0;
    /// Wakes wait() from another thread.
    virtual void wake() = 0;
    /// What fingers did on the screen itself since the last call; a mouse comes through Dear ImGui.
    [[nodiscard]] virtual std::vector<FingerEvent> take_fingers() { return {}; }
    /// Before ImGui::NewFrame().
    virtual void begin_frame() = 0;
    /// Draws what ImGui::Render() made, and shows it.
    virtual void show() = 0;
    /// What was last drawn.
    [[nodiscard]] virtual Picture picture() = 0;
    virtual void resize(DeviceSize size) = 0;
};

struct WindowRequest {
    DeviceSize windowed {}; // 0 by 0: full screen.
    std::string title = "chibo";
};

/// ImGui's context, fonts apart, lives from here on: one surface at a time. No display or no
/// OpenGL 3.3 is a std::runtime_error that says so.
[[nodiscard]] std::unique_ptr<Surface> make_window(const WindowRequest& request);
/// WhenAsked leaves the pixels of a frame to picture(): step files draw a hundred frames and look
/// at one, and without a graphics card a frame's pixels cost more than all else.
enum class Pixels { EachFrame, WhenAsked };
[[nodiscard]] std::unique_ptr<Surface> make_offscreen(
    DeviceSize size, Pixels pixels = Pixels::EachFrame);

} // namespace chibo
