// The ink bar at the bottom: what just happened, and "Hoàn tác" while it can be taken back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ui/icons.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

struct ToastLook {
    Icon icon = icons::check_circle;
    float icon_size = 32;
    std::string_view words {}; // "**…**" is drawn semibold.
    std::string_view button {}; // Empty: none.
    Icon button_icon = icons::undo;
    std::int64_t left_ms = 0; // Of `whole_ms`; no countdown where that is 0.
    std::int64_t whole_ms = 0;
};

inline constexpr float toast_height = 80;

/// The bar; the press is its button's.
Press draw_toast(Ui& ui, const WidgetId& id, const Rect& rect, const ToastLook& look);

} // namespace chibo
