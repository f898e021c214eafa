#include "ui/step_layout.h"

#include <algorithm>
#include <cmath>

namespace chibo {

namespace {

constexpr float slack = 1.5F; // Logical px: rounding to whole device pixels.
constexpr float smallest_touch = 40; // The strip under the minutes, as drawn.

std::string place_of(const Rect& rect)
{
    return " at (" + std::to_string(std::lround(rect.x)) + "," + std::to_string(std::lround(rect.y))
        + " " + std::to_string(std::lround(rect.w)) + "x" + std::to_string(std::lround(rect.h))
        + ")";
}

/// A list shows a part of its last row: that more is there.
bool scrolls(const Seen& seen, const Rect& rect)
{
    return std::ranges::any_of(seen.touchables(), [&](const Touchable& one) {
        return one.kind == TouchKind::Scroll && !one.visible.clipped(rect).empty();
    });
}

void look_at_text(
    const Seen& seen, const SeenText& text, const Rect& screen, std::vector<std::string>& faults)
{
    const std::string name = "\"" + text.text + "\"" + place_of(text.rect);
    if (text.shortened)
        faults.push_back(name + " is shortened");
    const bool across
        = text.shown.w < text.rect.w - slack || text.rect.clipped(screen).w < text.rect.w - slack;
    const bool down
        = text.shown.h < text.rect.h - slack || text.rect.clipped(screen).h < text.rect.h - slack;
    if (across || (down && !scrolls(seen, text.rect)))
        faults.push_back(name + " is cut");
}

/// A toast lies over the page, and what is under it is not touched.
bool under_a_card(const Seen& seen, const SeenText& text)
{
    return std::ranges::any_of(seen.touchables(), [&](const Touchable& one) {
        return one.kind == TouchKind::Blocker && one.layer == text.layer
            && !one.rect.clipped(text.shown).empty();
    });
}

/// A layer above may lie over the one below; within one, a line over another's line is a fault.
bool overlap(const SeenText& one, const SeenText& other)
{
    constexpr float leading = 0.35F; // Of a line's height, above and below the letters.
    const Rect both = one.shown.clipped(other.shown);
    return one.layer == other.layer && both.w > 2
        && both.h > leading * std::min({one.shown.h, other.shown.h, 28.0F});
}

} // namespace

std::vector<std::string> layout_faults(const Seen& seen, const Rect& screen, float text_scale)
{
    std::vector<std::string> faults;
    const auto& texts = seen.texts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i].visible() || texts[i].text.empty())
            continue;
        look_at_text(seen, texts[i], screen, faults);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (overlap(texts[i], texts[j]) && !under_a_card(seen, texts[i])
                && !under_a_card(seen, texts[j]))
                faults.push_back("\"" + texts[i].text + "\"" + place_of(texts[i].rect)
                    + " lies over \"" + texts[j].text + "\"" + place_of(texts[j].rect));
        }
    }
    for (const Touchable& one : seen.touchables()) {
        if (one.kind == TouchKind::Press && !one.label.empty() && !one.visible.empty()
            && std::min(one.rect.w, one.rect.h) * text_scale < smallest_touch - slack)
            faults.push_back("\"" + one.label + "\"" + place_of(one.rect) + " is small to touch");
    }
    return faults;
}

} // namespace chibo
