#include "ui/screens/invite_sheet.h"

#include <array>

#include "ui/exchange_desk.h"
#include "ui/screens/sync_cards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/qr_code.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float qr_px = 280;

/// "1. …": what to do on the other device, in its order.
void draw_step(Ui& ui, Rect& rect, int number, const std::string& words)
{
    const float width = rect.w - 40;
    const float height = std::max(32.0F, measure(ui, words, type::body, width).h);
    Rect row = rect.cut_top(height, 8);
    const Rect mark = row.cut_left(28, 12);
    disc(ui, {mark.x + 14, mark.y + 14}, 14, ui.theme().sunk);
    text(ui, Rect {mark.x, mark.y, 28, 28}, std::to_string(number),
        {.style = type::chip.with_line(28), .color = ui.theme().ink2, .align = Align::Centre});
    text(ui, row, words, {.color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap});
}

} // namespace

bool InviteSheet::draw(Ui& ui, Commands& commands, const CodeCost& cost)
{
    const bool made = m_desk.inviting().made.has_value();
    SheetScope sheet(ui, "invite", made ? Size {928, 616} : Size {720, 500},
        made ? DimCloses::No : DimCloses::Yes);
    Rect rest = sheet.below_head(ui.tr(made ? "invite.made" : "invite.title"));
    if (made)
        draw_made(ui, rest);
    else
        draw_before(ui, rest, commands, cost);
    m_closed = m_closed || sheet.closed();
    if (m_closed)
        m_desk.end_invitation();
    return !m_closed;
}

void InviteSheet::draw_before(Ui& ui, Rect rect, Commands& commands, const CodeCost& cost)
{
    const auto& inviting = m_desk.inviting();
    const ExportPlace* place = m_desk.place();
    const Rect go = rect.cut_bottom(button_xl_height, 16);
    text(ui, rect.cut_top(84, 16), ui.tr("invite.advice"),
        {.color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    if (inviting.failure)
        strip(ui, rect.cut_bottom(72, 8), ui.tr(inviting.failure->key, inviting.failure->values),
            {.tone = Tone::Red, .icon = icons::report_problem});
    draw_places(ui, rect);
    const bool works = place != nullptr && !inviting.running;
    if (button(ui, "invite.make", go, ui.tr(inviting.running ? "invite.making" : "invite.make"),
            {.kind = kind_if(works), .icon = icons::devices, .style = type::button_xl}))
        commands.push_local([this, cost, where = *place](
                                Record& record) { m_desk.start_invitation(record, cost, where); });
}

void InviteSheet::draw_places(Ui& ui, Rect rect)
{
    text(ui, rect.cut_top(28, 8), ui.tr("invite.where"),
        {.style = type::label, .color = ui.theme().ink});
    const std::vector<ExportPlace> places = m_desk.places();
    if (places.empty()) {
        text(ui, rect.cut_top(56), ui.tr("export.no_stick"),
            {.color = ui.theme().ink2, .lines = Lines::Wrap});
        return;
    }
    ScrollScope list(ui, "invite.places", rect);
    Rect row {rect.x, list.top(), rect.w, space::touch};
    const ExportPlace* now = m_desk.place();
    const std::filesystem::path current = now != nullptr ? now->folder : std::filesystem::path();
    for (const ExportPlace& place : places) {
        if (choice(ui, WidgetId("invite.place", place.folder.string()), row, place_title(ui, place),
                place.folder == current))
            m_desk.choose(place.folder);
        row = row.moved(0, row.h + 8);
    }
    list.content(row.y - list.top());
}

void InviteSheet::draw_secret(Ui& ui, Rect& rect, const std::string& secret)
{
    const float height = 32 + measure(ui, secret, type::heading, rect.w - 40).h;
    const Rect box = rect.cut_top(height, 16);
    well(ui, box);
    text(ui, box.inset(20, 16), secret,
        {.style = type::heading, .color = ui.theme().ink, .lines = Lines::Wrap});
}

void InviteSheet::draw_made(Ui& ui, Rect rect)
{
    const auto& inviting = m_desk.inviting();
    Rect buttons = rect.cut_bottom(button_xl_height, 16);
    const std::string done = ui.tr("invite.done");
    const ButtonLook look {
        .kind = ButtonKind::Primary, .icon = icons::done, .style = type::button_xl};
    if (button(ui, "invite.done", buttons.cut_right(button_width(ui, done, look), 16), done, look))
        m_closed = true;
    text(ui, buttons, ui.tr("invite.secret_once"),
        {.style = type::caption, .color = ui.theme().ink2, .lines = Lines::Wrap});
    ScrollScope page(ui, "invite.page", rect);
    Rect rest = page.rect();
    const float top = rest.y;
    const bool beside = rect.w > 700;
    const Rect code = beside ? rest.cut_left(qr_px, 24) : rest.cut_top(qr_px, 16);
    const Rect square {code.x + (beside ? 0 : (code.w - qr_px) / 2), code.y, qr_px, qr_px};
    box(ui, square,
        {.fill = ui.theme().card,
            .border = ui.theme().line,
            .stroke = stroke::card,
            .radius = radius::button});
    qr_code(ui, square.inset(2), inviting.made->qr);
    draw_secret(ui, rest, inviting.made->secret);
    const Values values {
        {"file", inviting.file.filename().string()}, {"place", place_title(ui, inviting.place)}};
    int number = 0;
    for (const char* key : std::array {"invite.step_1", "invite.step_2", "invite.step_3"})
        draw_step(ui, rest, ++number, ui.tr(key, values));
    page.content(std::max(rest.y - top, beside ? qr_px : 0.0F));
}

} // namespace chibo
