#include "ui/draft_text.h"

#include "ui/ui.h"

namespace chibo {

bool DraftTimer::due(Ui& ui, bool unsaved, std::int64_t after_ms)
{
    if (!unsaved) {
        m_since_ms.reset();
        return false;
    }
    if (!m_since_ms)
        m_since_ms = ui.now_ms();
    const std::int64_t at = *m_since_ms + after_ms;
    if (ui.now_ms() < at) {
        ui.pace().again(at, Why::Draft);
        return false;
    }
    m_since_ms.reset();
    return true;
}

Draft draft_of(std::string place, const TextBuffer& text, std::string detail)
{
    return {.place = std::move(place),
        .text = text.text(),
        .caret = static_cast<std::int64_t>(text.flat(text.caret())),
        .anchor = static_cast<std::int64_t>(text.flat(text.anchor())),
        .detail = std::move(detail)};
}

void take_up(TextBuffer& buffer, const std::string& text, std::int64_t caret, std::int64_t anchor)
{
    buffer.set_text(text);
    buffer.place_caret(buffer.unflat(static_cast<std::size_t>(anchor)));
    buffer.place_caret(buffer.unflat(static_cast<std::size_t>(caret)), Select::Extend);
}

} // namespace chibo
