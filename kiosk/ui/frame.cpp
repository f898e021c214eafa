#include "ui/frame.h"

#include <algorithm>

#include <imgui.h>

namespace chibo {

void draw_frame(
    Surface& surface, Ui& ui, float scale, std::int64_t now_ms, const std::function<void()>& draw)
{
    for (const FingerEvent& event : surface.take_fingers())
        ui.finger(event);
    surface.begin_frame();
    // The program's clock, so that a test's `wait` costs nothing; ImGui wants time to go on.
    ImGui::GetIO().DeltaTime = std::max(0.001F, static_cast<float>(now_ms - ui.now_ms()) / 1000.0F);
    ImGui::NewFrame();
    ui.begin(surface.size(), scale, now_ms);
    draw();
    ui.end();
    ImGui::Render();
    surface.show();
}

} // namespace chibo
