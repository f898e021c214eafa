#include "ui/widgets/sheet.h"

#include <algorithm>

#include "ui/draw.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"

namespace chibo {
namespace {

constexpr float rises = 24; // Px that a sheet comes up from.
constexpr float least_margin = 8;

Rect placed(const Ui& ui, Size size, std::optional<float> top)
{
    const Rect room = ui.bounds().inset(least_margin);
    Rect at = ui.bounds().centred({std::min(size.w, room.w), std::min(size.h, room.h)});
    if (top)
        at.y = std::min(*top, room.bottom() - at.h);
    return at;
}

} // namespace

void sheet_ground(Ui& ui, const Rect& rect)
{
    box(ui, rect,
        {.fill = ui.theme().card,
            .border = ui.theme().line,
            .stroke = ui.theme().card_stroke,
            .radius = radius::sheet});
}

SheetScope::SheetScope(Ui& ui, const WidgetId& id, Size size, DimCloses dim,
    std::optional<float> top) : m_ui(ui), m_id(id), m_rect(placed(ui, size, top))
{
    m_layer.emplace(ui);
    const float in = ui.motion().from_to(WidgetId(id, "in"), 0, 1, duration::sheet_in);
    const WidgetId beside(id, "beside");
    if (dim == DimCloses::Yes)
        m_closed = press(ui, beside, ui.bounds(), {}).released;
    else
        block(ui, beside, ui.bounds());
    m_closed = ui.take_key(NamedKey::Escape) || m_closed;
    ui.leaving().begin(ui);
    fill(ui, ui.bounds(), ui.theme().dim.with_alpha(in));
    ui.leaving().ground(ui);
    m_rect = m_rect.moved(0, (1 - in) * rises - ui.keyboard().lift(m_rect));
    block(ui, WidgetId(id, "ground"), m_rect);
    sheet_ground(ui, m_rect);
}

SheetScope::~SheetScope()
{
    if (!m_ui.motion().reduced())
        m_ui.leaving().keep(m_ui);
    if (m_closed)
        m_ui.motion().forget(WidgetId(m_id, "in"));
}

Rect SheetScope::inside() const
{
    return m_rect.inset(std::min(40.0F, m_rect.w * 0.04F), std::min(32.0F, m_rect.h * 0.05F));
}

void SheetScope::close_button(const Rect& inside, std::string_view spoken)
{
    const Rect at {inside.right() - space::touch, inside.y, space::touch, space::touch};
    if (icon_button(m_ui, WidgetId(m_id, "close"), at, icons::close, spoken))
        m_closed = true;
}

Rect SheetScope::below_head(std::string_view title)
{
    Rect rest = m_rect.inset(m_rect.w < 700 ? 16 : 40, 32);
    Rect head = rest.cut_top(space::touch, 8);
    close_button(head, m_ui.tr("common.close"));
    head.cut_right(space::touch, 16);
    text(m_ui, head, title, {.style = type::heading, .color = m_ui.theme().ink});
    return rest;
}

Answer confirm_content(Ui& ui, const WidgetId& id, const Rect& rect, const ConfirmLook& look)
{
    Rect rest = rect.inset(21);
    Rect buttons = rest.cut_bottom(button_height, 8);
    text(ui, rest.cut_top(type::heading.line, 8), look.title,
        {.style = type::heading, .color = ui.theme().ink});
    text(
        ui, rest, look.words, {.color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap});
    const ButtonLook safe_look {};
    const float safe_width = std::max(152.0F, button_width(ui, look.safe, safe_look));
    Answer answer = Answer::None;
    if (button(ui, WidgetId(id, "safe"), buttons.cut_left(safe_width, 16), look.safe, safe_look))
        answer = Answer::No;
    const auto kind = look.caution ? ButtonKind::Caution : ButtonKind::Primary;
    if (button(ui, WidgetId(id, "go"), buttons, look.go, {.kind = kind, .icon = look.icon}))
        answer = Answer::Go;
    return answer;
}

Answer confirm_sheet(Ui& ui, const WidgetId& id, const ConfirmLook& look)
{
    constexpr float width = 560;
    const float words
        = measure(ui, look.words, type::body, std::min(width, ui.bounds().w - 16) - 42).h;
    SheetScope sheet(ui, id, {width, 42 + type::heading.line + 8 + words + 24 + button_height});
    const Answer answer = confirm_content(ui, id, sheet.rect(), look);
    return sheet.closed() ? Answer::No : answer;
}

} // namespace chibo
