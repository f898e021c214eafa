// A window on X11 through GLFW, full screen unless asked otherwise. Sleeps until something happens.
#include <algorithm>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>

#include "ui/gl_frame.h"
#include "ui/surface.h"

namespace chibo {

namespace {

[[noreturn]] void fail(const char* what)
{
    const char* reason = nullptr;
    glfwGetError(&reason);
    throw std::runtime_error(
        std::string(what) + (reason != nullptr ? std::string(": ") + reason : ""));
}

/// GLFW itself, for as long as the window lives.
class Glfw {
public:
    Glfw()
    {
        // Input methods of the desktop would compose a second time: we compose Vietnamese
        // ourselves.
        setenv("XMODIFIERS", "@im=none", 1); // NOLINT(concurrency-mt-unsafe): before any thread.
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
        glfwSetKeyCallback(
            m_window, [](GLFWwindow* window, int, int, int, int) { happened(window); });
        glfwSetCharCallback(m_window, [](GLFWwindow* window, unsigned) { happened(window); });
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
    }
    ~Window() override
    {
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
        return m_happened;
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
    static void happened(GLFWwindow* window)
    {
        static_cast<Window*>(glfwGetWindowUserPointer(window))->m_happened = true;
    }

    Glfw m_glfw;
    GLFWwindow* m_window;
    std::optional<GlFrame> m_frame;
    bool m_happened = false;
};

} // namespace

std::unique_ptr<Surface> make_window(const WindowRequest& request)
{
    return std::make_unique<Window>(request);
}

} // namespace chibo
