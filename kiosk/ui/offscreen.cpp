// A surface in memory: EGL without any display server, a framebuffer object, software rendering
// will do.
#include <stdexcept>

#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include <imgui.h>

#include "ui/gl_frame.h"
#include "ui/surface.h"

namespace chibo {

namespace {

/// An OpenGL 3.3 context current on this thread, with no surface.
class EglContext {
public:
    EglContext()
    {
        m_display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr);
        if (m_display == EGL_NO_DISPLAY || eglInitialize(m_display, nullptr, nullptr) == EGL_FALSE
            || eglBindAPI(EGL_OPENGL_API) == EGL_FALSE)
            throw std::runtime_error(
                "no offscreen drawing: EGL without a display is not available");
        const EGLint wanted[] = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, 3,
            EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        m_context = eglCreateContext(m_display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted);
        if (m_context == EGL_NO_CONTEXT
            || eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, m_context) == EGL_FALSE)
            throw std::runtime_error("no offscreen drawing: OpenGL 3.3 is not available");
    }
    ~EglContext()
    {
        eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(m_display, m_context);
        eglTerminate(m_display);
    }
    EglContext(const EglContext&) = delete;
    EglContext& operator=(const EglContext&) = delete;

private:
    EGLDisplay m_display = EGL_NO_DISPLAY;
    EGLContext m_context = EGL_NO_CONTEXT;
};

class Offscreen final : public Surface {
public:
    Offscreen(DeviceSize size, Pixels pixels) : m_size(size), m_pixels(pixels)
    {
        glGenFramebuffers(1, &m_framebuffer);
        glGenTextures(1, &m_texture);
        Offscreen::resize(size);
    }
    ~Offscreen() override
    {
        glDeleteFramebuffers(1, &m_framebuffer);
        glDeleteTextures(1, &m_texture);
    }

    [[nodiscard]] DeviceSize size() const override { return m_size; }
    [[nodiscard]] float density() const override { return 1; }
    [[nodiscard]] bool closing() const override { return false; }
    bool wait(double) override { return false; }
    void wake() override {}
    void begin_frame() override
    {
        m_frame.begin();
        ImGui::GetIO().DisplaySize = {static_cast<float>(m_size.w), static_cast<float>(m_size.h)};
    }
    void show() override
    {
        if (m_pixels == Pixels::EachFrame)
            draw();
        else
            GlFrame::update_textures();
    }
    [[nodiscard]] Picture picture() override
    {
        if (m_pixels == Pixels::WhenAsked)
            draw();
        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
        return GlFrame::read(m_size);
    }
    void resize(DeviceSize size) override
    {
        m_size = size;
        glBindTexture(GL_TEXTURE_2D, m_texture);
        glTexImage2D(
            GL_TEXTURE_2D, 0, GL_RGBA8, size.w, size.h, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_texture, 0);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
            throw std::runtime_error("no offscreen drawing: the framebuffer is refused");
    }

private:
    void draw()
    {
        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
        m_frame.draw(m_size);
        glFinish();
    }

    EglContext m_context;
    GlFrame m_frame;
    DeviceSize m_size;
    Pixels m_pixels;
    GLuint m_framebuffer = 0;
    GLuint m_texture = 0;
};

} // namespace

std::unique_ptr<Surface> make_offscreen(DeviceSize size, Pixels pixels)
{
    return std::make_unique<Offscreen>(size, pixels);
}

} // namespace chibo
