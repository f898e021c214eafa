#include "ui/widgets/page_preview.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/text.h"
#include "ui/touch.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"

namespace chibo {
namespace {

constexpr float bar_height = 96;
constexpr std::array scales {0.6F, 0.8F, 1.0F, 1.35F, 1.8F}; // Of a reading column's width.
constexpr float resting_scale = scales[1];
constexpr float reading_column = 1280;
constexpr float widest_px = 2600; // A page of 2600 px is as sharp as paper and 38 MB large.

/// The next scale of the buttons, up or down; the last one where there is none.
float next_scale(float scale, int steps)
{
    constexpr float nearly = 1.01F; // Two fingers seldom stop at a button's scale.
    if (steps > 0) {
        const auto* larger = std::find_if(
            scales.begin(), scales.end(), [&](float one) { return one > scale * nearly; });
        return larger == scales.end() ? scales.back() : *larger;
    }
    const auto smaller = std::find_if(
        scales.rbegin(), scales.rend(), [&](float one) { return one < scale / nearly; });
    return smaller == scales.rend() ? scales.front() : *smaller;
}

} // namespace

void page_image(
    Ui& ui, const Rect& rect, const Pages& pages, int page, std::optional<float> sharp_width)
{
    const float width_px = std::min(ui.px(sharp_width.value_or(rect.w)), widest_px);
    const auto width = static_cast<int>(width_px);
    const WidgetId name(WidgetId("page", pages.fingerprint() + static_cast<std::uint64_t>(page)),
        std::to_string(width));
    const Rect at {rect.x, rect.y, rect.w, page_height(pages, rect.w)};
    image(ui, at, ui.images().get(name, [&] { return pages.bitmap(page, width); }));
    box(ui, at, {.border = ui.theme().line, .stroke = stroke::card});
}

float page_height(const Pages& pages, float width)
{
    return std::round(width * static_cast<float>(pages.height_pt() / pages.width_pt()));
}

PageViewer::PageViewer(int page) :
    m_page(page), m_scale(resting_scale), m_sharp_scale(resting_scale)
{
}

void PageViewer::turn(int pages_on)
{
    m_page += pages_on;
    m_offset.y = 0;
}

float PageViewer::paper_width(float scale) const
{
    return std::min(m_view.w, reading_column) * scale;
}

void PageViewer::step_scale(int steps)
{
    scale_about(m_view.centre(), next_scale(m_scale, steps));
    m_sharp_scale = m_scale;
}

/// What lies at `fixed` stays there.
void PageViewer::scale_about(Point fixed, float scale)
{
    const float before = m_scale;
    m_scale = std::clamp(scale, scales.front(), scales.back());
    const float factor = m_scale / before;
    const Point rest {
        m_view.centre().x, m_view.y + space::s3}; // The paper's upper middle, unmoved.
    m_offset.x = fixed.x - rest.x - (fixed.x - rest.x - m_offset.x) * factor;
    m_offset.y = fixed.y - rest.y - (fixed.y - rest.y - m_offset.y) * factor;
}

void PageViewer::draw_bar(Ui& ui, const Rect& bar, const Pages& pages)
{
    fill(ui, bar, ui.theme().card);
    rule(ui, {bar.x, bar.bottom() - stroke::card}, bar.w, ui.theme().line);
    Rect row = bar.inset(space::margin_x, 0).centred({bar.w - 2 * space::margin_x, button_height});
    const auto square = [&](std::string_view id, Icon which, const std::string& spoken,
                            bool works) {
        const ButtonLook look {.kind = kind_if(works, ButtonKind::Secondary), .icon_size = 32};
        return icon_button(ui, id, row.cut_right(button_height, 8), which, spoken, look).released;
    };
    if (square("page.close", icons::close, ui.tr("common.close"), true))
        m_closed = true;
    const float between = ui.is_slim() ? 8 : 16;
    row.cut_right(between);
    if (square("page.larger", icons::zoom_in, ui.tr("page.larger"), m_scale < scales.back()))
        step_scale(1);
    if (square("page.smaller", icons::zoom_out, ui.tr("page.smaller"), m_scale > scales.front()))
        step_scale(-1);
    row.cut_right(between);
    if (square("page.next", icons::chevron_right, ui.tr("page.next"), m_page + 1 < pages.count()))
        turn(1);
    if (square("page.previous", icons::chevron_left, ui.tr("page.previous"), m_page > 0))
        turn(-1);
    row.cut_right(between);
    const std::string place = ui.tr("page.place",
        {{"page", std::to_string(m_page + 1)}, {"pages", std::to_string(pages.count())}});
    text(ui, row, place, {.style = type::heading, .color = ui.theme().ink});
}

void PageViewer::draw_paper(Ui& ui, const Rect& view, const Pages& pages)
{
    const ClipScope clip(ui, view);
    fill(ui, view, ui.theme().sunk);
    const Drag finger = drag(ui, "page.paper", view, ui.tr("page.paper"), Fingers::Two);
    if (finger.started)
        m_grip = m_offset;
    if (finger.pinch) {
        m_offset = {m_offset.x + finger.pinch->moved.x, m_offset.y + finger.pinch->moved.y};
        scale_about(finger.pinch->middle, m_scale * finger.pinch->factor);
    } else if (finger.active && m_grip) {
        m_offset = {m_grip->x + finger.at.x - finger.began_at.x,
            m_grip->y + finger.at.y - finger.began_at.y};
    }
    if (!finger.active)
        m_sharp_scale = m_scale;
    const float width = paper_width(m_scale);
    const float height = page_height(pages, width);
    m_offset.y += ui.touch().wheel() * 60;
    const float across = std::max(0.0F, (width + 2 * space::s3 - view.w) / 2);
    m_offset.x = std::clamp(m_offset.x, -across, across);
    m_offset.y = std::clamp(m_offset.y, std::min(0.0F, view.h - height - 2 * space::s3), 0.0F);
    page_image(ui,
        {view.x + (view.w - width) / 2 + m_offset.x, view.y + space::s3 + m_offset.y, width,
            height},
        pages, m_page, paper_width(m_sharp_scale));
}

bool PageViewer::draw(Ui& ui, const Pages& pages)
{
    const LayerScope layer(ui);
    m_page = std::clamp(m_page, 0, pages.count() - 1);
    block(ui, "page.ground", ui.bounds());
    Rect rest = ui.bounds();
    const Rect bar = rest.cut_top(bar_height);
    m_view = rest;
    draw_paper(ui, rest, pages);
    draw_bar(ui, bar, pages);
    if (ui.take_key(NamedKey::Escape))
        m_closed = true;
    return !m_closed;
}

} // namespace chibo
