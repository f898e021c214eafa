// A window on X11 through GLFW, full screen unless asked otherwise. Sleeps until something happens.
#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include "ui/gl_frame.h"
#include "ui/input_method.h"
#include "ui/surface.h"
#include "ui/touch_screen.h"

namespace chibo {

namespace {

[[noreturn]] void fail(const char* what)
{
    const char* reason = nullptr;
    glfwGetError(&reason);
    throw std::runtime_error(
        std::string(what) + (reason != nullptr ? std::string(": ") + reason : ""));
}

/// The desktop runs ibus, fcitx or another: `XMODIFIERS=@im=ibus`.
bool input_method_in_use()
{
    const char* modifiers = std::getenv("XMODIFIERS"); // NOLINT(concurrency-mt-unsafe)
    const std::string_view set = modifiers != nullptr ? modifiers : "";
    const auto at = set.find("@im=");
    return at != std::string_view::npos && set.size() > at + 4 && set.substr(at + 4) != "none";
}

/// GLFW itself, for as long as the window lives.
class Glfw {
public:
    Glfw()
    {
        // Vietnamese is composed here. Where the desktop has an input method in use nevertheless,
        // what that one writes is taken whole.
        if (!input_method_in_use())
            setenv(
                "XMODIFIERS", "@im=none", 1); // NOLINT(concurrency-mt-unsafe): before any thread.
        std::setlocale(LC_CTYPE, ""); // Else an input method's letters are lost.
#ifdef GLFW_PLATFORM
        // GLFW's Wayland window gets no touch at all.
        glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
        if (glfwInit() == GLFW_FALSE)
            fail("no display");
    }
    ~Glfw() { glfwTerminate(); }
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;
};

GLFWwindow* open_window(const WindowRequest& request)
{
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0); // Drawn in order: two buffers of the window's size less.
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    GLFWmonitor* monitor = nullptr;
    DeviceSize size = request.windowed;
    if (size.w <= 0 || size.h <= 0) {
        monitor = glfwGetPrimaryMonitor();
        const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
        if (mode == nullptr)
            fail("no screen");
        size = {mode->width, mode->height};
    }
    GLFWwindow* window = glfwCreateWindow(size.w, size.h, request.title.c_str(), monitor, nullptr);
    if (window == nullptr)
        fail("no window with OpenGL 3.3");
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    return window;
}

class Window final : public Surface {
public:
    explicit Window(const WindowRequest& request) : m_window(open_window(request))
    {
        m_frame.emplace();
        glfwSetWindowUserPointer(m_window, this);
        // Set before ImGui's, which chains them.
        glfwSetWindowRefreshCallback(m_window, [](GLFWwindow* window) { happened(window); });
        glfwSetFramebufferSizeCallback(
            m_window, [](GLFWwindow* window, int, int) { happened(window); });
        glfwSetMouseButtonCallback(
            m_window, [](GLFWwindow* window, int, int, int) { happened(window); });
        glfwSetScrollCallback(
            m_window, [](GLFWwindow* window, double, double) { happened(window); });
        // A mouse that only passes by draws nothing: there is no hover.
        glfwSetCursorPosCallback(m_window, [](GLFWwindow* window, double, double) {
            if (glfwGetMouseButton(window, GLFW_MOUSE_BUTTON_LEFT) == GLFW_PRESS)
                happened(window);
        });
        ImGui_ImplGlfw_InitForOpenGL(m_window, true);
        // These two go through our hands before they reach Dear ImGui, in whose queue they keep
        // their order.
        glfwSetKeyCallback(
            m_window, [](GLFWwindow* window, int key, int scan, int action, int modifiers) {
                happened(window);
                if (!of(window).method_keeps(key, action, modifiers))
                    ImGui_ImplGlfw_KeyCallback(window, key, scan, action, modifiers);
            });
        glfwSetCharCallback(m_window, [](GLFWwindow* window, unsigned character) {
            happened(window);
            const bool outside = of(window).m_method.wrote_letter();
            ImGui_ImplGlfw_CharCallback(window, outside ? character | outside_bit : character);
        });
        m_touch_screen.emplace(m_window, [] { glfwPostEmptyEvent(); });
    }
    ~Window() override
    {
        m_touch_screen.reset();
        ImGui_ImplGlfw_Shutdown();
        m_frame.reset();
        glfwDestroyWindow(m_window);
    }

    [[nodiscard]] DeviceSize size() const override
    {
        DeviceSize size;
        glfwGetFramebufferSize(m_window, &size.w, &size.h);
        return size;
    }
    [[nodiscard]] float density() const override
    {
        GLFWmonitor* monitor = glfwGetWindowMonitor(m_window);
        if (monitor == nullptr)
            return 1;
        int width_mm = 0;
        int height_mm = 0;
        glfwGetMonitorPhysicalSize(monitor, &width_mm, &height_mm);
        if (width_mm < 100) // Virtual screens and some drivers give nonsense.
            return 1;
        const float ppi = static_cast<float>(size().w) / (static_cast<float>(width_mm) / 25.4F);
        return std::clamp(ppi / 149, 0.85F, 2.0F);
    }
    [[nodiscard]] bool closing() const override { return glfwWindowShouldClose(m_window) != 0; }
    bool wait(double seconds) override
    {
        m_happened = false;
        if (seconds > 0)
            glfwWaitEventsTimeout(seconds);
        else
            glfwPollEvents();
        return m_happened || m_touch_screen->touched();
    }
    [[nodiscard]] std::vector<FingerEvent> take_fingers() override
    {
        return m_touch_screen->take();
    }
    void wake() override { glfwPostEmptyEvent(); }
    void begin_frame() override
    {
        m_frame->begin();
        ImGui_ImplGlfw_NewFrame();
    }
    void show() override
    {
        m_frame->draw(size());
        glfwSwapBuffers(m_window);
    }
    [[nodiscard]] Picture picture() override
    {
        m_frame->draw(size()); // The back buffer is undefined after a swap: drawn once more.
        return GlFrame::read(size());
    }
    void resize(DeviceSize size) override
    {
        glfwSetWindowSize(m_window, size.w, size.h);
        glfwPollEvents();
    }

private:
    static Window& of(GLFWwindow* window)
    {
        return *static_cast<Window*>(glfwGetWindowUserPointer(window));
    }
    /// Whether the system's input method has the key for itself.
    bool method_keeps(int key, int action, int modifiers)
    {
        if (action == GLFW_RELEASE)
            return false;
        if (key == GLFW_KEY_BACKSPACE)
            return m_method.keeps_backspace();
        const bool writes = key >= GLFW_KEY_SPACE && key <= GLFW_KEY_WORLD_2
            && (modifiers & (GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER)) == 0;
        if (writes)
            m_method.letter_key();
        else
            m_method.other_key();
        return false;
    }
    static void happened(GLFWwindow* window) { of(window).m_happened = true; }

    Glfw m_glfw;
    GLFWwindow* m_window;
    std::optional<GlFrame> m_frame;
    std::optional<TouchScreen> m_touch_screen;
    InputMethodWatch m_method {input_method_in_use()};
    bool m_happened = false;
};

} // namespace

std::unique_ptr<Surface> make_window(const WindowRequest& request)
{
    return std::make_unique<Window>(request);
}

} // namespace chibo
