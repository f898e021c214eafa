// Stands where a screen is still being built.
#pragma once

#include "ui/screen.h"
#include "ui/text.h"

namespace chibo {

class PlaceholderScreen final : public Screen {
public:
    explicit PlaceholderScreen(Destination destination) : m_destination(std::move(destination)) {}
    void refresh(const Record&, const Viewer&) override {}
    void draw(Ui& ui, Commands&) override
    {
        text(ui, ui.work(), m_destination.screen,
            {.style = type::title, .color = ui.theme().ink2, .align = Align::Centre});
    }

private:
    Destination m_destination;
};

} // namespace chibo
