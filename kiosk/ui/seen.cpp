#include "ui/seen.h"

#include <algorithm>

namespace chibo {

void Seen::text(std::string_view string, const Rect& rect, const Rect& clip, bool shortened)
{
    std::string plain;
    for (std::size_t i = 0; i < string.size(); ++i) {
        if (string.substr(i, 2) == "\u00A0") {
            plain += ' ';
            ++i;
        } else {
            plain += string[i];
        }
    }
    m_texts.push_back({.text = std::move(plain),
        .rect = rect,
        .shown = rect.clipped(clip),
        .layer = m_layer,
        .shortened = shortened});
}

void Seen::touchable(Touchable touchable)
{
    touchable.layer = m_layer;
    m_touchables.push_back(std::move(touchable));
}

int Seen::top_layer() const
{
    int top = 0;
    for (const Touchable& touchable : m_touchables)
        top = std::max(top, touchable.layer);
    return top;
}

void Seen::clear()
{
    m_texts.clear();
    m_touchables.clear();
    m_layer = 0;
}

} // namespace chibo
