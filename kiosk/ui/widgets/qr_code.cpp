#include "ui/widgets/qr_code.h"

#include <cmath>

#include "documents/qr.h"
#include "ui/draw.h"
#include "ui/ui.h"

namespace chibo {

void qr_code(Ui& ui, const Rect& square, const std::string& text)
{
    constexpr float quiet = 4; // Modules on each side.
    const auto modules = qr_modules(text);
    // White in every theme: a scanner looks for light and dark.
    fill(ui, square, rgb(0xFFFFFF), radius::bar);
    if (modules.empty())
        return;
    // Whole device pixels a module, or the edges blur.
    const float count = static_cast<float>(modules.size()) + 2 * quiet;
    const float module = std::floor(square.w * ui.scale() / count) / ui.scale();
    const float side = module * static_cast<float>(modules.size());
    const Rect at = square.centred({side, side});
    for (std::size_t row = 0; row < modules.size(); ++row) {
        for (std::size_t column = 0; column < modules[row].size(); ++column) {
            if (modules[row][column])
                fill(ui,
                    {at.x + module * static_cast<float>(column),
                        at.y + module * static_cast<float>(row), module, module},
                    rgb(0x000000));
        }
    }
}

} // namespace chibo
