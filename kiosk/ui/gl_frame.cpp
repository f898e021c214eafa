#include "ui/gl_frame.h"

#include <algorithm>
#include <stdexcept>

#include <GL/gl.h>
#include <dlfcn.h>

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

// The hooks of ImGui's test engine, which step files do not need: what is on screen is in Seen.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&, const ImGuiLastItemData*) {}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID)
{
    return nullptr;
}

namespace chibo {

GlFrame::GlFrame()
{
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    io.ConfigNavCaptureKeyboard = false;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    // ImGui keeps pointers into this library and lets go of it with the first context; step files
    // make another one at a restart.
    (void)dlopen("libOpenGL.so.0", RTLD_LAZY | RTLD_NODELETE);
    if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
        throw std::runtime_error("OpenGL 3.3 is not available");
}

GlFrame::~GlFrame()
{
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext();
}

void GlFrame::begin()
{
    ImGui_ImplOpenGL3_NewFrame();
}

void GlFrame::draw(DeviceSize size)
{
    glViewport(0, 0, size.w, size.h);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void GlFrame::update_textures()
{
    for (ImTextureData* texture : *ImGui::GetDrawData()->Textures) {
        if (texture->Status != ImTextureStatus_OK)
            ImGui_ImplOpenGL3_UpdateTexture(texture);
    }
}

Picture GlFrame::read(DeviceSize size)
{
    Picture picture {size, {}};
    const auto row = static_cast<std::size_t>(size.w) * 4;
    picture.rgba.resize(row * static_cast<std::size_t>(size.h));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.w, size.h, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
    auto* rows = picture.rgba.data();
    for (int top = 0, bottom = size.h - 1; top < bottom; ++top, --bottom)
        std::swap_ranges(rows + static_cast<std::ptrdiff_t>(row) * top,
            rows + static_cast<std::ptrdiff_t>(row) * (top + 1),
            rows + static_cast<std::ptrdiff_t>(row) * bottom);
    for (std::size_t alpha = 3; alpha < picture.rgba.size(); alpha += 4)
        picture.rgba[alpha] = 255;
    return picture;
}

} // namespace chibo
