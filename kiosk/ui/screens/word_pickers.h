// A row of pickers over an enumeration's words.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "meeting/words.h"
#include "ui/ui.h"
#include "ui/widgets/picker.h"

namespace chibo {

/// Named settings.ID_WORD; cuts its rows off `rect`. What was touched.
template <typename Enum>
std::optional<Enum> pick_word(Ui& ui, const std::string& id, Rect& rect, Enum now, int columns)
{
    std::optional<Enum> touched;
    const auto count = static_cast<int>(Words<Enum>::all.size());
    for (int first = 0; first < count; first += columns) {
        const auto cells = rect.cut_top(space::touch, space::s1).columns(columns, space::s1);
        for (int i = first; i < std::min(first + columns, count); ++i) {
            const auto value = static_cast<Enum>(i);
            const bool on = value == now;
            const std::string words = ui.tr("settings." + id + "_" + std::string(word(value)));
            if (picker(ui, WidgetId("settings.sheet." + id, static_cast<std::uint64_t>(i)),
                    cells[static_cast<std::size_t>(i - first)], words,
                    {.chosen = on, .icon = on ? icons::done : Icon {}, .padding = 8}))
                touched = value;
        }
    }
    return touched;
}

} // namespace chibo
