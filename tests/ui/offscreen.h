// A Ui on a surface in memory, for tests of widgets and screens.
#pragma once

#include <functional>

#include <imgui.h>

#include "record/data_folder.h"
#include "ui/fonts.h"
#include "ui/frame.h"

namespace chibo {

/// Frames without a display; the clock stands at 05/08/2026 07:45 until the test moves it.
class OffscreenUi {
public:
    explicit OffscreenUi(DeviceSize size = {1280, 800}) : m_surface(make_offscreen(size)) {}

    Ui& ui() { return m_ui; }
    FakeClock& clock() { return m_clock; }
    Surface& surface() { return *m_surface; }
    Strings& strings() { return m_strings; }

    void frame(const std::function<void()>& draw)
    {
        draw_frame(*m_surface, m_ui, m_scale, m_clock.elapsed_ms(), draw);
    }
    void set_scale(float scale) { m_scale = scale; }
    /// A finger at a place: down and up, a frame for each.
    void tap(Point at, const std::function<void()>& draw)
    {
        move(at, draw);
        finger(true, draw);
        finger(false, draw);
    }
    void move(Point to, const std::function<void()>& draw)
    {
        ImGui::GetIO().AddMousePosEvent(to.x, to.y);
        frame(draw);
    }
    void finger(bool down, const std::function<void()>& draw)
    {
        ImGui::GetIO().AddMouseButtonEvent(0, down);
        frame(draw);
    }

private:
    static constexpr UnixMs start = 1'785'890'700'000; // 2026-08-05 07:45 in UTC+7.

    std::unique_ptr<Surface> m_surface;
    FakeClock m_clock {start};
    Strings m_strings {data_folder() / "strings"};
    Fonts m_fonts;
    Ui m_ui {m_clock, m_strings, m_fonts};
    float m_scale = 1;
};

} // namespace chibo
