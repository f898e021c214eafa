// One side of a conflict: who wrote it, on which device, what, and when.
#pragma once

#include <string>
#include <vector>

#include "meeting/clock.h"
#include "meeting/text_range.h"
#include "ui/touch.h"
#include "ui/widgets/avatar.h"

namespace chibo {

class Ui;

struct VersionLook {
    std::string name {};
    std::string role {};
    Portrait person {};
    std::string device {};
    std::string words {};
    std::vector<TextRange> marks {}; // What the other side has not.
    UnixMs at_ms = 0;
    bool blind = false; // Written before the other was known there.
    bool chosen = false;
};

/// A card that is touched as a whole; long texts scroll in it.
Press version_card(Ui& ui, const WidgetId& id, const Rect& rect, const VersionLook& look);
/// With so much text.
[[nodiscard]] float version_card_height(Ui& ui, const std::string& words, float width);

} // namespace chibo
