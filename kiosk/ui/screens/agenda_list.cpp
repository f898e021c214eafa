// The agenda's card: parts that fold when they are finished, items that are dragged by their
// handles.
#include <algorithm>

#include "record/agenda_commands.h"
#include "ui/draw.h"
#include "ui/screens/agenda_screen.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/ring.h"

namespace chibo {
namespace {

constexpr float header_height = 80;
constexpr float part_height = 48;
constexpr float done_part_height = 64; // It can be touched: it folds.
constexpr float item_height = 72;
constexpr float current_height = 84;
constexpr float time_width = 104;
constexpr float padding = 20;

float height_of(const AgendaItem& item)
{
    return item.state == ItemState::Running || item.state == ItemState::Paused ? current_height
                                                                               : item_height;
}

float height_of(const PartSummary& part)
{
    return part.done ? done_part_height : part_height;
}

const char* part_key(Part part)
{
    switch (part) {
    case Part::Opening:
        return "plan.part_opening";
    case Part::Content:
        return "plan.part_content";
    case Part::Closing:
        break;
    }
    return "plan.part_closing";
}

struct StateLook {
    Icon icon;
    Color color;
};

StateLook look_of(const Theme& theme, ItemState state)
{
    switch (state) {
    case ItemState::Running:
        return {icons::play_circle_filled, theme.red};
    case ItemState::Paused:
        return {icons::pause, theme.red};
    case ItemState::Done:
        return {icons::check_circle, theme.greens.solid};
    case ItemState::Skipped:
        return {icons::arrow_forward, theme.ink2};
    case ItemState::Planned:
        break;
    }
    return {icons::radio_button_unchecked, theme.edge};
}

std::string forecast_key(ForecastTone tone)
{
    switch (tone) {
    case ForecastTone::Early:
        return "agenda.early";
    case ForecastTone::Late:
        return "agenda.late";
    case ForecastTone::OnTime:
        break;
    }
    return "agenda.on_time";
}

/// "14" large, "/15 phút" behind it, on one base line at the right end.
void minutes_of(Ui& ui, const Rect& rect, const std::string& used, const std::string& of)
{
    constexpr float lower = 1; // The smaller figures stand on the larger ones' base line.
    const TextStyle style = type::caption.with_line(24);
    const Digits digits = used.empty() ? Digits::Tabular : Digits::AsDrawn;
    const float width = text_width(ui, of, style, digits);
    text(ui, rect.moved(0, used.empty() ? 0 : lower), of,
        {.style = style, .color = ui.theme().ink2, .align = Align::Right, .digits = digits});
    text(ui, {rect.x, rect.y, rect.w - width, rect.h}, used,
        {.style = type::label.with_line(24),
            .color = ui.theme().ink,
            .align = Align::Right,
            .digits = Digits::Tabular});
}

} // namespace

bool AgendaScreen::folded(const PartSummary& part) const
{
    return part.done && !m_unfolded[static_cast<std::size_t>(part.part)].value_or(false);
}

float AgendaScreen::list_height(Ui& ui) const
{
    float height = header_height + 2;
    for (const PartSummary& part : part_summaries(m_agenda, now(ui))) {
        height += height_of(part);
        for (int i = 0; i < part.items && !folded(part); ++i)
            height += height_of(m_agenda.items[static_cast<std::size_t>(part.first_number) - 1
                + static_cast<std::size_t>(i)]);
    }
    return height;
}

void AgendaScreen::draw_list(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(stroke::card);
    draw_list_header(ui, inside.cut_top(header_height));
    // On the page that scrolls as a whole the list is as high as it needs to be.
    ScrollScope list(ui, "agenda.list", inside);
    const float bottom = draw_items(ui, commands, list, inside);
    list.content(bottom - list.top());
}

void AgendaScreen::draw_list_header(Ui& ui, Rect rect)
{
    rect = rect.inset(padding, 0);
    if (leads()) {
        const ButtonLook look {.icon = icons::add, .style = type::label, .gap = 8};
        const float width = button_width(ui, ui.tr("plan.add_item"), look) - 12;
        const Rect at = rect.cut_right(width, 12).centred({width, button_height});
        if (button(ui, "agenda.add", at, ui.tr("plan.add_item"), look)) {
            const AgendaItem* current = current_item(m_agenda);
            m_item_sheet = ItemSheet::added(current ? current->part : Part::Content);
        }
    }
    Rect lines = rect.centred({rect.w, 58});
    text(ui, lines.cut_top(32), ui.tr("agenda.title"),
        {.style = type::heading.with_line(32), .color = ui.theme().ink});
    const Forecast end = forecast(*m_meeting, m_agenda, now(ui));
    const bool over = m_meeting->closed_at_ms.has_value();
    const std::string plain = ui.tr(over ? "agenda.ended_at" : "agenda.ends_at") + " ";
    const std::string time = hm(end.ends_at_ms);
    const std::string tone = " · "
        + ui.tr(forecast_key(end.tone), {{"minutes", std::to_string(std::abs(end.minutes_over))}});
    const Color tone_color
        = end.tone == ForecastTone::Late ? ui.theme().ambers.ink : ui.theme().ink2;
    text(ui, lines,
        {{.text = plain}, {.text = time, .weight = Weight::SemiBold, .color = ui.theme().ink},
            {.text = tone, .color = tone_color}},
        {.style = type::caption, .color = ui.theme().ink2, .digits = Digits::Tabular});
}

float AgendaScreen::draw_items(Ui& ui, Commands& commands, ScrollScope& list, const Rect& view)
{
    const int count = static_cast<int>(m_agenda.items.size());
    ReorderScope order(ui, "agenda.order", m_item_order, count);
    order.scroll_edges("agenda.list", view);
    const auto first_open = std::find_if(m_agenda.items.begin(), m_agenda.items.end(),
        [](const AgendaItem& item) { return !finished(item.state); });
    order.keep_within(static_cast<int>(first_open - m_agenda.items.begin()), count - 1);
    float y = list.top();
    std::optional<Rect> lifted_at;
    std::size_t lifted = 0;
    for (const PartSummary& part : part_summaries(m_agenda, now(ui))) {
        draw_part(ui, {view.x, y, view.w, height_of(part)}, part);
        y += height_of(part);
        for (int n = 0; n < part.items && !folded(part); ++n) {
            const int i = part.first_number - 1 + n;
            const AgendaItem& item = m_agenda.items[static_cast<std::size_t>(i)];
            const Rect resting {view.x, y, view.w, height_of(item)};
            const Rect row = order.place(i, resting);
            y += resting.h;
            if (order.lifts(i))
                lifted_at = row, lifted = static_cast<std::size_t>(i);
            else
                draw_item(ui, row, static_cast<std::size_t>(i));
            if (leads() && !finished(item.state))
                order.handle(
                    i, row.inset({.top = stroke::card}), std::to_string(i + 1) + ". " + item.title);
            if (item.state == ItemState::Running && m_shown_item != item.id) {
                m_shown_item = item.id;
                list.reveal(resting);
            }
        }
    }
    if (lifted_at) { // Last, over its neighbours.
        fill(ui, *lifted_at, ui.theme().card);
        draw_item(ui, *lifted_at, lifted);
        draw_handle(ui, *lifted_at);
        lifted_frame(ui, *lifted_at);
    }
    if (const auto moved = order.moved())
        drop_item(commands, *moved);
    return y;
}

void AgendaScreen::draw_part(Ui& ui, Rect row, const PartSummary& part)
{
    const Theme& theme = ui.theme();
    const std::string name = ui.tr(part_key(part.part));
    bool pressed_down = false;
    if (part.done) {
        const Press touched
            = press(ui, WidgetId("agenda.part", static_cast<std::uint64_t>(part.part)), row, name);
        auto& unfolded = m_unfolded[static_cast<std::size_t>(part.part)];
        if (touched)
            unfolded = !unfolded.value_or(false);
        pressed_down = touched.down;
    }
    fill(ui, row, pressed_down ? theme.sunk : theme.part);
    rule(ui, {row.x, row.y}, row.w, theme.line);
    row = row.inset({.top = stroke::card});
    if (part.done)
        icon(ui, row.cut_left(handle_width), folded(part) ? icons::expand_more : icons::expand_less,
            28, theme.ink2);
    else
        row.cut_left(padding);
    row.cut_right(padding);
    const std::string count = ui.tr("plan.items", {{"count", std::to_string(part.items)}});
    if (part.done) {
        const std::string done = ui.tr("agenda.part_done",
            {{"used", std::to_string(part.used_minutes)},
                {"planned", std::to_string(part.planned_minutes)}});
        const ChipLook look {.tone = Tone::Green, .icon = icons::check_circle};
        const float width = chip_width(ui, done, look);
        (void)chip(ui, {row.right() - width, row.centre().y - 18}, done, look);
        row.w -= width + 12;
    } else {
        const std::string minutes
            = ui.tr("plan.minutes", {{"count", std::to_string(part.planned_minutes)}});
        text(ui, row, minutes,
            {.style = type::caption,
                .color = theme.ink2,
                .align = Align::Right,
                .digits = Digits::Tabular});
    }
    const float width = text_width(ui, name, type::label);
    text(ui, row.cut_left(width, 12), name, {.style = type::label, .color = theme.ink});
    text(ui, row, count, {.style = type::caption, .color = theme.ink2});
}

void AgendaScreen::draw_item(Ui& ui, const Rect& row, std::size_t index)
{
    const AgendaItem& item = m_agenda.items[index];
    const Theme& theme = ui.theme();
    const bool current = item.state == ItemState::Running || item.state == ItemState::Paused;
    const std::string title = std::to_string(index + 1) + ". " + tied_title(item.title);
    Press touched;
    if (leads()) {
        Rect area = row;
        if (!finished(item.state))
            area.cut_left(handle_width);
        touched = press(ui, WidgetId("agenda.item", item.id), area, title);
        if (touched)
            m_item_sheet = ItemSheet::of(item, static_cast<int>(index) + 1, m_meeting->state);
    }
    row_ground(ui, row, {.current = current, .pressed = touched.down});
    Rect rest = row.inset({.top = stroke::card});
    rest.cut_left(leads() ? handle_width : padding);
    const StateLook look = look_of(theme, item.state);
    icon(ui, rest.cut_left(24, 12), look.icon, 24, look.color);
    rest.cut_right(padding);
    draw_item_time(ui, rest.cut_right(time_width, space::s1), item);
    const TextStyle style = current ? type::label : type::body;
    text(ui, rest, title,
        {.style = style.with_line(26),
            .color = item.state == ItemState::Skipped ? theme.ink2 : theme.ink,
            .lines = Lines::Wrap,
            .max_lines = 2});
}

void AgendaScreen::draw_item_time(Ui& ui, const Rect& rect, const AgendaItem& item)
{
    const UnixMs at = now(ui);
    const ItemTimer timer = item_timer(item, at);
    const std::string planned
        = ui.tr("plan.minutes", {{"count", std::to_string(rounded_minutes(timer.limit_ms))}});
    if (item.state == ItemState::Planned) {
        minutes_of(ui, rect, {}, planned);
        return;
    }
    if (item.state == ItemState::Skipped) {
        text(ui, rect, ui.tr("agenda.left_out"),
            {.style = type::caption, .color = ui.theme().ink2, .align = Align::Right});
        return;
    }
    const std::string used = std::to_string(rounded_minutes(timer.used_ms));
    const bool second = timer.phase == TimerPhase::Over || timer.phase == TimerPhase::Near
        || timer.phase == TimerPhase::Paused;
    Rect lines = rect.centred({rect.w, second ? 52.0F : 24.0F});
    minutes_of(ui, lines.cut_top(24, 4), used, "/" + planned);
    if (!second)
        return;
    const Color color = timer_ink(ui.theme(), timer.phase);
    const char* key = timer.phase == TimerPhase::Over ? "agenda.over_by"
        : timer.phase == TimerPhase::Near             ? "agenda.left_of"
                                                      : "agenda.paused";
    const Icon what = timer.phase == TimerPhase::Over ? icons::alarm
        : timer.phase == TimerPhase::Near             ? icons::timelapse
                                                      : icons::pause;
    const std::string words = ui.tr(key, {{"time", m_ss(timer.left_ms)}});
    const TextStyle style = type::caption_bold.with_line(24);
    const float width = text_width(ui, words, style, Digits::Tabular);
    icon(ui, {lines.right() - width - 24, lines.y, 20, 24}, what, 20, color);
    text(ui, lines, words,
        {.style = style, .color = color, .align = Align::Right, .digits = Digits::Tabular});
}

void AgendaScreen::drop_item(Commands& commands, const Moved& moved)
{
    auto order = m_agenda.items;
    const AgendaItem item = order[static_cast<std::size_t>(moved.from)];
    order.erase(order.begin() + moved.from);
    order.insert(order.begin() + moved.to, item);
    const auto at = static_cast<std::size_t>(moved.to);
    // It joins the part of the row it was dropped behind, or before where it was pulled up.
    const bool down = moved.to > moved.from;
    const bool has_next = at + 1 < order.size();
    const Part part = down || !has_next ? order[at - 1].part : order[at + 1].part;
    std::optional<ItemId> after;
    if (at > 0 && order[at - 1].part == part)
        after = order[at - 1].id;
    After told;
    told.toast = Told {"agenda.reordered", {{"title", tied(item.title)}}, 6};
    commands.push(chibo::move_item(m_meeting->id, item.id, part, after), std::move(told));
}

} // namespace chibo
