// What the kiosk shows over a screen: the user chip's menu, "Thêm", and a sentence that waits for a
// touch.
#include <array>

#include "ui/app.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

/// A card of rows at a corner, over everything; a touch beside it closes it.
class MenuScope {
public:
    MenuScope(Ui& ui, const WidgetId& id, const Rect& rect) : m_layer(ui)
    {
        m_closed = press(ui, WidgetId(id, "beside"), ui.bounds(), {}).released;
        m_closed = ui.take_key(NamedKey::Escape) || m_closed;
        block(ui, WidgetId(id, "ground"), rect);
        box(ui, rect,
            {.fill = ui.theme().card,
                .border = ui.theme().edge,
                .stroke = stroke::card,
                .radius = radius::card});
    }
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    LayerScope m_layer;
    bool m_closed = false;
};

struct MenuEntry {
    std::string key;
    Icon icon;
    Commands::State state;
};

} // namespace

void App::draw_locked()
{
    if (m_join) {
        const bool open = m_join->draw(m_ui, m_session);
        m_ui.keyboard().draw(m_ui);
        if (open || m_join->closed())
            m_join.reset();
        if (open)
            entered();
        return;
    }
    m_lock_cold.draw(m_ui, m_session);
    if (m_lock_cold.take_join())
        m_join.emplace(m_exchange);
}

/// An export or import that is through is told wherever the kiosk stands.
void App::tell_exchange()
{
    if (!m_exchange.tick())
        return;
    m_ui.pace().input(Why::Job);
    if (auto told = m_exchange.take_told(); told && m_session.state() == KioskState::Officer)
        m_toaster.show(std::move(*told), std::nullopt, now_ms());
}

void App::draw_menu()
{
    if (!m_menu_open)
        return;
    static const std::array<MenuEntry, 3> entries {{
        {"frame.give_to_room", icons::groups, Commands::State::Rest},
        {"frame.switch_user", icons::swap_horiz, Commands::State::SwitchUser},
        {"frame.lock", icons::lock, Commands::State::Lock},
    }};
    const float width = 320;
    // A sealed meeting changes by amendments only; the recovery code opens officers and codes.
    const bool plans = m_at.screen == "plan" && !m_at.meeting.nil();
    const bool meeting = (plans || m_meeting_changes) && !m_session.recovered();
    const float rows = meeting ? 6 : 5;
    Rect rect {m_ui.screen().w - 24 - width, space::top_bar - 4, width, 16 + rows * row_height};
    const MenuScope menu(m_ui, "menu", rect);
    Rect row = rect.inset(0, 8).cut_top(row_height);
    for (const MenuEntry& entry : entries) {
        if (list_row(m_ui, {"menu.row", WidgetId(entry.key).value()}, row.inset(1, 0),
                {.icon = entry.icon, .words = m_ui.tr(entry.key)})) {
            m_menu_open = false;
            if (entry.state == Commands::State::Rest)
                m_commands.rest();
            else if (entry.state == Commands::State::Lock)
                m_commands.lock();
            else
                m_commands.switch_user();
        }
        row = row.moved(0, row_height);
    }
    if (meeting) {
        // Who leads a plan is said on the plan itself.
        if (list_row(m_ui, "menu.meeting", row.inset(1, 0),
                {.icon = plans ? icons::cancel : icons::gavel,
                    .words = m_ui.tr(plans ? "meeting_sheet.cancel" : "meeting_sheet.title")})) {
            m_menu_open = false;
            m_meeting_sheet = plans ? MeetingSheet::cancelling(m_at.meeting, m_session.viewer())
                                    : MeetingSheet(m_meeting, m_session.viewer());
            m_meeting_sheet->refresh(*m_session.record());
        }
        row = row.moved(0, row_height);
    }
    if (list_row(m_ui, "menu.members", row.inset(1, 0),
            {.icon = icons::person, .words = m_ui.tr("frame.own_pages")})) {
        m_menu_open = false;
        m_commands.go({.screen = "members", .meeting = {}, .detail = {}});
    }
    row = row.moved(0, row_height);
    if (list_row(m_ui, "menu.settings", row.inset(1, 0),
            {.icon = icons::settings, .words = m_ui.tr("frame.settings")})) {
        m_menu_open = false;
        m_commands.go({.screen = "settings", .meeting = {}, .detail = {}});
    }
    m_menu_open = m_menu_open && !menu.closed();
}

void App::draw_meeting_sheet()
{
    if (!m_meeting_sheet)
        return;
    m_meeting_sheet->draw(m_ui, m_commands);
    if (m_meeting_sheet->closed())
        m_meeting_sheet.reset();
}

void App::draw_more()
{
    if (!m_more_open)
        return;
    const auto places = places_behind_more(m_ui);
    const float width = 320;
    const float height = 16 + static_cast<float>(places.size()) * row_height;
    const bool portrait = m_ui.shape() == Shape::Portrait;
    const Rect bounds = m_ui.bounds();
    const Rect rect = portrait
        ? Rect {bounds.right() - 16 - width, bounds.bottom() - space::bottom_bar - 8 - height,
              width, height}
        : Rect {space::rail + 8, std::max(8.0F, bounds.bottom() - 8 - height), width, height};
    const MenuScope menu(m_ui, "more", rect);
    Rect row = rect.inset(0, 8).cut_top(row_height);
    FrameTouch touch;
    for (const PlaceEntry& place : places) {
        if (list_row(m_ui, {"more.row", WidgetId(place.screen).value()}, row.inset(1, 0),
                {.icon = place.icon,
                    .words = m_ui.tr("frame." + std::string(place.screen)),
                    .current = place.screen == m_frame.entry}))
            touch.place = &place;
        row = row.moved(0, row_height);
    }
    m_more_open = !menu.closed() && touch.place == nullptr;
    handle_frame(touch);
}

void App::draw_notice()
{
    if (m_notices.empty())
        return;
    const Error& error = m_notices.front();
    const std::string sentence = m_ui.tr(error.key, error.values);
    const float width = std::min(640.0F, m_ui.screen().w - 32);
    const float words = width - 80 - 56;
    const TextExtent extent = measure(m_ui, sentence, type::body, words);
    const float height = 40 + std::max(56.0F, extent.h) + 24 + button_height + 32;
    SheetScope sheet(m_ui, "notice", {width, height});
    Rect inside = sheet.rect().inset({36, 40, 32, 40});
    const Rect ok = inside.cut_bottom(button_height, 24);
    icon(m_ui, inside.cut_left(40, 16).cut_top(56), icons::info, 40, m_ui.theme().ambers.solid);
    text(m_ui, inside, sentence,
        {.style = type::body, .color = m_ui.theme().ink, .lines = Lines::Wrap});
    const bool understood = button(m_ui, "notice.understood", {ok.right() - 200, ok.y, 200, ok.h},
        m_ui.tr("common.understood"), {.kind = ButtonKind::Primary})
                                .released;
    if (understood || sheet.closed() || m_ui.take_key(NamedKey::Enter))
        m_notices.pop_front();
}

} // namespace chibo
