// The right side of the plan: the agenda with its parts folded, minutes in steps of five, rows
// dragged by handle.
#include <algorithm>

#include "ui/draw.h"
#include "ui/screens/plan.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"

namespace chibo {
namespace {

constexpr float header_height = 80;
constexpr float part_height = 64;
constexpr float item_height = 76;
constexpr float steps_width = 224; // −5, minutes, +5
constexpr int step_minutes = 5;

struct PartRange {
    int first = -1, last = -1; // Indexes; none where first is -1.
    int minutes = 0;
};

PartRange range_of(const std::vector<PlannedItem>& items, Part part)
{
    PartRange range;
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const PlannedItem& item = items[static_cast<std::size_t>(i)];
        if (item.part != part)
            continue;
        if (range.first < 0)
            range.first = i;
        range.last = i;
        range.minutes += item.minutes;
    }
    return range;
}

} // namespace

bool PlanScreen::folded(Part part) const
{
    return (part == Part::Opening && !m_open_opening) || (part == Part::Closing && !m_open_closing);
}

float PlanScreen::agenda_height() const
{
    float height = header_height + 2;
    for (const Part part : {Part::Opening, Part::Content, Part::Closing}) {
        const PartRange range = range_of(m_plan.items, part);
        if (range.first < 0)
            continue;
        if (part != Part::Content)
            height += part_height;
        if (!folded(part))
            height += item_height * static_cast<float>(range.last - range.first + 1);
    }
    return height + 2;
}

void PlanScreen::draw_agenda(Ui& ui, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(stroke::card);
    draw_agenda_header(ui, inside.cut_top(header_height));
    ScrollScope list(ui, "plan.agenda", inside);
    const float bottom = draw_items(ui, inside, list.top());
    list.content(bottom - list.top());
}

void PlanScreen::draw_agenda_header(Ui& ui, Rect rect)
{
    rect = rect.inset({.right = 16, .left = 20});
    const std::string add = ui.tr("plan.add_item");
    if (button(ui, "plan.add",
            rect.cut_right(steps_width, space::s2).centred({steps_width, button_height}), add,
            {.icon = icons::add, .style = type::label, .gap = 8}))
        m_sheet = PlanSheet::item(static_cast<int>(m_plan.items.size()), {}, {});
    if (m_came_back && changed()) {
        const std::string back = ui.tr("plan.discard");
        const ButtonLook look {
            .kind = ButtonKind::Text, .icon = icons::undo, .style = type::label, .gap = 8};
        const Rect at = rect.cut_right(button_width(ui, back, look), space::s1);
        if (button(ui, "plan.discard", at.centred({at.w, button_height}), back, look))
            m_discards = true;
    }
    Rect lines = rect.centred({rect.w, 58});
    text(ui, lines.cut_top(32), ui.tr("plan.agenda"),
        {.style = type::heading.with_line(32), .color = ui.theme().ink});
    const UnixMs start = m_plan.planned_start_ms;
    const UnixMs end = start + std::int64_t {planned_minutes(m_plan.items)} * 60'000;
    const std::string count = ui.tr("plan.items", {{"count", std::to_string(m_plan.items.size())}});
    const std::string time = ui.tr("plan.time_range", {{"from", hm(start)}, {"to", hm(end)}});
    std::string plain = count + " · " + ui.tr("plan.expected") + " ";
    if (text_width(ui, plain, type::caption) + text_width(ui, time, type::caption_bold) > lines.w)
        plain = count + " · "; // The times say what they are.
    text(ui, lines,
        {{.text = plain}, {.text = time, .weight = Weight::SemiBold, .color = ui.theme().ink}},
        {.style = type::caption, .color = ui.theme().ink2, .digits = Digits::Tabular});
}

float PlanScreen::draw_items(Ui& ui, const Rect& list, float top)
{
    const int count = static_cast<int>(m_plan.items.size());
    ReorderScope order(ui, "plan.order", m_order, count);
    order.scroll_edges("plan.agenda", list);
    float y = top;
    int lifted = -1;
    Rect lifted_at;
    for (const Part part : {Part::Opening, Part::Content, Part::Closing}) {
        const PartRange range = range_of(m_plan.items, part);
        if (range.first < 0)
            continue;
        if (part != Part::Content) {
            // The last part closes the card: its row is the two pixels of the borders higher.
            const float height
                = part == Part::Closing && folded(part) ? part_height + 2 : part_height;
            draw_part(ui, {list.x, y, list.w, height}, part, range.first, range.last);
            y += height;
        }
        if (folded(part))
            continue;
        for (int i = range.first; i <= range.last; ++i, y += item_height) {
            const Rect row = order.place(i, {list.x, y, list.w, item_height});
            if (order.lifts(i))
                lifted = i, lifted_at = row; // Drawn last, over its neighbours.
            else
                draw_item(ui, row, i);
            order.handle(i, row,
                std::to_string(i + 1) + ". " + m_plan.items[static_cast<std::size_t>(i)].title);
        }
    }
    if (lifted >= 0) {
        fill(ui, lifted_at, ui.theme().card);
        draw_item(ui, lifted_at, lifted);
        lifted_frame(ui, lifted_at);
    }
    if (const auto moved = order.moved())
        move_item(moved->from, moved->to);
    return y;
}

void PlanScreen::move_item(int from, int to)
{
    auto& items = m_plan.items;
    PlannedItem item = items[static_cast<std::size_t>(from)];
    items.erase(items.begin() + from);
    items.insert(items.begin() + to, item);
    // Dropped between another part's rows it becomes one of them.
    const auto at = static_cast<std::size_t>(to);
    if (at > 0 && items[at].part < items[at - 1].part)
        items[at].part = items[at - 1].part;
    if (at + 1 < items.size() && items[at].part > items[at + 1].part)
        items[at].part = items[at + 1].part;
}

void PlanScreen::draw_part(Ui& ui, const Rect& rect, Part part, int first, int last)
{
    const std::string title = ui.tr("plan.part_" + std::string(word(part)));
    const Press pressed
        = press(ui, WidgetId("plan.part", static_cast<std::uint64_t>(part)), rect, title);
    if (pressed)
        (part == Part::Opening ? m_open_opening : m_open_closing) ^= true;
    fill(ui, rect, pressed.down ? ui.theme().sunk : ui.theme().part, radius::card,
        part == Part::Closing && folded(part) ? Corners::Bottom : Corners::None);
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect row = rect.inset({.top = 1, .right = 16, .left = 20});
    icon(ui, row.cut_left(28, 12), folded(part) ? icons::expand_more : icons::expand_less, 28,
        ui.theme().ink2);
    const PartRange range = range_of(m_plan.items, part);
    text(ui, row.cut_right(steps_width),
        ui.tr("plan.minutes", {{"count", std::to_string(range.minutes)}}),
        {.style = type::label,
            .color = ui.theme().ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
    text(ui, row.cut_left(text_width(ui, title, type::label) + 1, 11), title,
        {.style = type::label, .color = ui.theme().ink});
    std::string numbers = std::to_string(first + 1);
    for (int i = first + 1; i <= last; ++i)
        numbers += ", " + std::to_string(i + 1);
    text(ui, row, ui.tr("plan.numbers", {{"numbers", numbers}}),
        {.style = type::caption, .color = ui.theme().ink2});
}

void PlanScreen::draw_item(Ui& ui, const Rect& rect, int index)
{
    const PlannedItem& item = m_plan.items[static_cast<std::size_t>(index)];
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    Rect row = rect.inset({.top = 1, .right = 16});
    draw_handle(ui, row);
    row.cut_left(space::touch);
    draw_item_minutes(ui, row.cut_right(steps_width, space::s1), index);
    const std::string label = std::to_string(index + 1) + ". " + item.title;
    const Press pressed
        = press(ui, WidgetId("plan.item", static_cast<std::uint64_t>(index)), row, label);
    if (pressed.down)
        fill(ui, row, ui.theme().sunk);
    if (pressed)
        m_sheet = PlanSheet::item(index, item.title,
            item.presenter ? std::optional(MemberId {item.presenter->uuid}) : std::nullopt);
    draw_item_words(ui, row, index);
}

void PlanScreen::draw_item_words(Ui& ui, const Rect& rect, int index)
{
    const PlannedItem& item = m_plan.items[static_cast<std::size_t>(index)];
    const auto carried
        = item.carried_from ? m_carried.find(item.carried_from->text()) : m_carried.end();
    const bool is_carried = carried != m_carried.end();
    const float second_height = is_carried ? 32 : 24;
    Rect lines = rect.centred({rect.w, 28 + second_height});
    text(ui, lines.cut_top(28), std::to_string(index + 1) + ". " + tied(item.title),
        {.style = type::label, .color = ui.theme().ink});
    if (is_carried) {
        const std::string words = ui.tr("plan.carried");
        const ChipLook look {.tone = Tone::Blue, .icon = icons::assignment_turned_in, .height = 32};
        chip(ui, {lines.x, lines.y}, words, look);
        lines.cut_left(chip_width(ui, words, look), 8);
        text(ui, lines,
            ui.tr("plan.owner_due",
                {{"name", short_name(carried->second.owner_name)},
                    {"day", dm(carried->second.due_on)}}),
            {.style = type::caption, .color = ui.theme().ink2});
        return;
    }
    const Member* who = item.presenter ? member(MemberId {item.presenter->uuid}) : nullptr;
    text(ui, lines,
        who ? ui.tr("plan.presents", {{"name", short_name(who->name)}})
            : ui.tr("plan.no_presenter"),
        {.style = type::caption.with_line(24), .color = ui.theme().ink2});
}

void PlanScreen::draw_item_minutes(Ui& ui, Rect rect, int index)
{
    PlannedItem& item = m_plan.items[static_cast<std::size_t>(index)];
    const auto row = static_cast<std::uint64_t>(index);
    rect = rect.centred({rect.w, button_height});
    const bool least = item.minutes <= step_minutes;
    const Values number {{"number", std::to_string(index + 1)}};
    const std::string less = ui.tr("plan.less", number), more = ui.tr("plan.more", number);
    if (button(ui, WidgetId("plan.less", row), rect.cut_left(space::touch), "−5",
            {.kind = kind_if(!least, ButtonKind::Secondary),
                .digits = Digits::Tabular,
                .spoken = less}))
        item.minutes -= step_minutes;
    if (button(ui, WidgetId("plan.more", row), rect.cut_right(space::touch), "+5",
            {.digits = Digits::Tabular, .spoken = more}))
        item.minutes += step_minutes;
    text(ui, rect, ui.tr("plan.minutes", {{"count", std::to_string(item.minutes)}}),
        {.style = type::label,
            .color = ui.theme().ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
}

} // namespace chibo
