// A screen alone on a surface in memory, without the frame around it: what it says to whom.
#pragma once

#include <algorithm>
#include <string_view>

#include "record/record.h"
#include "ui/draw.h"
#include "ui/offscreen.h"
#include "ui/screen.h"

namespace chibo::test {

class ShownScreen {
public:
    explicit ShownScreen(UnixMs now, DeviceSize size = {1280, 800},
        const Rect& work = {152, 96, 1104, 688}) : m_offscreen(size), m_work(work)
    {
        m_offscreen.clock().set(now);
    }

    void show(Screen& screen, const Record& record, const Viewer& viewer)
    {
        screen.refresh(record, viewer);
        for (int i = 0; i < 3; ++i)
            m_offscreen.frame([&] {
                Ui& ui = m_offscreen.ui();
                fill(ui, ui.bounds(), ui.theme().paper);
                ui.set_work(m_work);
                screen.draw(ui, m_commands);
            });
    }
    /// A text that has these words in it.
    [[nodiscard]] bool sees(std::string_view words)
    {
        return std::ranges::any_of(m_offscreen.ui().seen().texts(), [&](const SeenText& text) {
            return text.text.find(words) != std::string::npos && text.visible();
        });
    }

private:
    OffscreenUi m_offscreen;
    Rect m_work;
    Commands m_commands;
};

} // namespace chibo::test
