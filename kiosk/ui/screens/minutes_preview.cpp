// Biên bản, the third column of a wide screen: the paper as it stands.
#include <algorithm>

#include "documents/minutes_from_record.h"
#include "ui/draw.h"
#include "ui/screens/minutes_screen.h"
#include "ui/text.h"
#include "ui/widgets/button.h"

namespace chibo {

namespace {

constexpr float head_h = 64;
constexpr float paper_w = 384;
constexpr float margin = 24;

} // namespace

void MinutesScreen::read_pages(const Record& record)
{
    if (!m_preview_wanted)
        return;
    auto pages = minutes_pages(record, m_meeting_id);
    m_pages = pages ? std::optional<Pages>(std::move(*pages)) : std::nullopt;
}

void MinutesScreen::draw_preview(Ui& ui, Commands& commands, const Rect& rect)
{
    const Theme& theme = ui.theme();
    fill(ui, {rect.x, rect.y, 1, rect.h}, theme.line);
    if (!std::exchange(m_preview_wanted, true))
        commands.read_again();
    if (!m_pages)
        return;
    const int last = m_pages->count() - 1;
    const int page = std::clamp(m_page.value_or(last), 0, last);
    Rect rest = rect.inset({.right = margin, .left = margin});
    Rect head = rest.cut_top(head_h);
    const auto square = [&](const char* id, Icon which, const char* spoken, bool works) {
        const ButtonLook look {.kind = kind_if(works, ButtonKind::Text), .icon_size = 32};
        return icon_button(ui, id, head.cut_right(64), which, ui.tr(spoken), look).released;
    };
    if (square("minutes.enlarge", icons::zoom_in, "page.enlarge", true))
        m_page_viewer.emplace(page);
    if (square("minutes.next_page", icons::chevron_right, "page.next", page < last))
        m_page = page + 1;
    if (square("minutes.previous_page", icons::chevron_left, "page.previous", page > 0))
        m_page = page - 1;
    if (m_page == last)
        m_page.reset(); // Goes on with the newest.
    text(ui, head,
        ui.tr("page.place",
            {{"page", std::to_string(page + 1)}, {"pages", std::to_string(m_pages->count())}}),
        {.style = type::label, .color = theme.ink});
    const float fitting = rest.h * static_cast<float>(m_pages->width_pt() / m_pages->height_pt());
    const float width = std::min({paper_w, rest.w, fitting});
    page_image(ui, {rest.x + (rest.w - width) / 2, rest.y, width, rest.h}, *m_pages, page);
}

} // namespace chibo
