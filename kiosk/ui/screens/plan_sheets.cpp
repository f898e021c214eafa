#include "ui/screens/plan_sheets.h"

#include <array>
#include <cstdlib>

#include "ui/draw.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float title_height = 64;
constexpr float person_row = 72;

const char* title_key(PlanSheet::What what)
{
    switch (what) {
    case PlanSheet::What::Day:
        return "plan.choose_day";
    case PlanSheet::What::Time:
        return "plan.choose_time";
    case PlanSheet::What::Place:
        return "plan.choose_place";
    case PlanSheet::What::Chair:
        return "plan.choose_chair";
    case PlanSheet::What::Clerk:
        return "plan.choose_clerk";
    case PlanSheet::What::Item:
        break;
    }
    return "plan.edit_item";
}

Size sheet_size(PlanSheet::What what, const ShownMonth& month, std::size_t known)
{
    switch (what) {
    case PlanSheet::What::Day:
        return {date_picker_width + 80, date_picker_height(month) + title_height + 96};
    case PlanSheet::What::Time:
        return {480, 400};
    case PlanSheet::What::Place:
        return {720, title_height + 28 + 64 + 120 + 72 * static_cast<float>(known) + 72};
    default:
        return sheet_most;
    }
}

/// A person to choose, with a check where chosen.
bool person_row_touched(
    Ui& ui, const WidgetId& id, const Rect& rect, const Member& member, bool chosen)
{
    const Press pressed = press(ui, id, rect, member.name);
    row_ground(ui, rect, {.current = chosen, .pressed = pressed.down});
    Rect row = rect.inset(16, 0);
    if (chosen)
        icon(ui, row.cut_right(28, 12), icons::check_circle, 28, ui.theme().reds.ink);
    avatar(ui, row.cut_left(48, 16).centred({48, 48}), portrait(member.name, member.number));
    text(ui, row, member.name,
        {.style = type::label, .color = chosen ? ui.theme().reds.ink : ui.theme().ink});
    return pressed.released;
}

} // namespace

PlanSheet PlanSheet::day(Date chosen)
{
    PlanSheet sheet(What::Day);
    sheet.m_value.day = chosen;
    sheet.m_month = {chosen.year, chosen.month};
    return sheet;
}

PlanSheet PlanSheet::time(UnixMs start)
{
    PlanSheet sheet(What::Time);
    sheet.m_value.start_ms = start;
    return sheet;
}

PlanSheet PlanSheet::place(std::string words, std::vector<std::string> known)
{
    PlanSheet sheet(What::Place);
    sheet.m_value.words = std::move(words);
    sheet.m_known = std::move(known);
    return sheet;
}

PlanSheet PlanSheet::person(What which, std::optional<MemberId> chosen)
{
    PlanSheet sheet(which);
    sheet.m_value.member = chosen;
    return sheet;
}

PlanSheet PlanSheet::item(int index, std::string title, std::optional<MemberId> presenter)
{
    PlanSheet sheet(What::Item);
    sheet.m_new = title.empty();
    sheet.m_value.index = index;
    sheet.m_value.words = std::move(title);
    sheet.m_value.member = presenter;
    return sheet;
}

std::string PlanSheet::lines() const
{
    if (!m_touched || (m_what != What::Item && m_what != What::Place))
        return {};
    return std::string(m_what == What::Item ? "item" : "place") + "\t"
        + std::to_string(m_value.index) + "\t" + (m_new ? "1" : "0") + "\t"
        + (m_value.member ? m_value.member->text() : std::string()) + "\t" + m_value.words;
}

std::optional<PlanSheet> PlanSheet::from_lines(
    std::string_view lines, const std::vector<std::string>& known)
{
    std::array<std::string, 5> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t tab = lines.find('\t');
        if (i + 1 < parts.size() && tab == std::string_view::npos)
            return std::nullopt;
        parts.at(i) = lines.substr(0, tab);
        lines.remove_prefix(tab == std::string_view::npos ? lines.size() : tab + 1);
    }
    PlanSheet sheet = parts[0] == "item"
        ? item(std::atoi(parts[1].c_str()), parts[4], MemberId::parse(parts[3]))
        : place(parts[4], known);
    sheet.m_new = parts[2] == "1";
    sheet.m_touched = true;
    return sheet;
}

void PlanSheet::give()
{
    m_answer = m_value;
    m_closed = true;
}

void PlanSheet::draw(Ui& ui, const std::vector<Member>& members)
{
    m_answer.reset();
    if (m_fresh && m_what == What::Item)
        ui.focus().give("plan.sheet.title");
    m_fresh = false;
    SheetScope sheet(ui, "plan.sheet", sheet_size(m_what, m_month, m_known.size()),
        m_touched ? DimCloses::No : DimCloses::Yes);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("plan.close"));
    const std::string title = m_what == What::Item && m_new
        ? ui.tr("plan.new_item")
        : ui.tr(title_key(m_what), {{"number", std::to_string(m_value.index + 1)}});
    text(ui, inside.cut_top(title_height, space::s1), title,
        {.style = type::heading, .color = ui.theme().ink});
    switch (m_what) {
    case What::Day:
        draw_day(ui, inside);
        break;
    case What::Time:
        draw_time(ui, inside);
        break;
    case What::Place:
        draw_place(ui, inside);
        break;
    case What::Chair:
    case What::Clerk:
        draw_people(ui, inside, members);
        break;
    case What::Item:
        draw_item(ui, inside, members);
        break;
    }
    m_closed = m_closed || sheet.closed();
}

void PlanSheet::draw_day(Ui& ui, const Rect& rect)
{
    const auto chosen = date_picker(ui, "plan.sheet.day", rect, m_month,
        {.chosen = m_value.day, .earliest = {}, .framed = false});
    if (chosen) {
        m_value.day = *chosen;
        give();
    }
}

void PlanSheet::draw_time(Ui& ui, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    if (time_stepper(ui, "plan.sheet.time", rect.cut_top(136), m_value.start_ms))
        m_touched = true;
    draw_buttons(ui, buttons);
}

void PlanSheet::draw_place(Ui& ui, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const Rect row = rect.cut_top(64, space::s1);
        if (choice(ui, WidgetId("plan.sheet.place", i), row, tied(m_known[i]),
                m_known[i] == m_value.words)) {
            m_value.words = m_known[i];
            give();
        }
    }
    text(ui, rect.cut_top(28, 4), ui.tr("plan.other_place"),
        {.style = type::label, .color = ui.theme().ink});
    const std::string clear = ui.tr("plan.clear");
    const FieldResult typed = field(
        ui, "plan.sheet.place.field", rect.cut_top(field_height), m_value.words, {.clear = clear});
    m_touched = m_touched || typed.changed;
    if (typed.entered)
        give();
    draw_buttons(ui, buttons);
}

void PlanSheet::draw_people(Ui& ui, const Rect& rect, const std::vector<Member>& members)
{
    ScrollScope list(ui, "plan.sheet.people", rect);
    Rect rows = list.rect();
    for (const Member& member : members) {
        const bool chosen = m_value.member && *m_value.member == member.id;
        if (person_row_touched(ui, WidgetId("plan.sheet.person", member.id),
                rows.cut_top(person_row), member, chosen)) {
            m_value.member = member.id;
            give();
        }
    }
    list.content(rows.y - list.top());
}

void PlanSheet::draw_item(Ui& ui, Rect rect, const std::vector<Member>& members)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    text(ui, rect.cut_top(28, 4), ui.tr("plan.item_title"),
        {.style = type::label, .color = ui.theme().ink});
    const std::string clear = ui.tr("plan.clear");
    const FieldResult typed = field(
        ui, "plan.sheet.title", rect.cut_top(field_height, 12), m_value.words, {.clear = clear});
    m_touched = m_touched || typed.changed;
    if (typed.entered && !m_value.words.empty()) {
        give();
        return;
    }
    text(ui, rect.cut_top(28, 4), ui.tr("plan.item_presenter"),
        {.style = type::label, .color = ui.theme().ink});
    draw_presenters(ui, rect, members);
    draw_buttons(ui, buttons);
}

void PlanSheet::draw_presenters(Ui& ui, const Rect& rect, const std::vector<Member>& members)
{
    ScrollScope list(ui, "plan.sheet.presenters", rect);
    Rect rows = list.rect();
    for (const Member& member : members) {
        const bool chosen = m_value.member && *m_value.member == member.id;
        if (person_row_touched(ui, WidgetId("plan.sheet.presenter", member.id),
                rows.cut_top(person_row), member, chosen)) {
            m_value.member = chosen ? std::nullopt : std::optional(member.id);
            m_touched = true;
        }
    }
    list.content(rows.y - list.top());
}

void PlanSheet::draw_buttons(Ui& ui, Rect rect)
{
    if (m_what == What::Item && !m_new) {
        const ButtonLook look {.kind = ButtonKind::Caution, .icon = icons::trash};
        const std::string remove = ui.tr("plan.remove_item");
        if (button(ui, "plan.sheet.remove",
                rect.cut_left(button_width(ui, remove, look), space::s2), remove, look)) {
            m_value.removed = true;
            give();
            return;
        }
    } else if (button(
                   ui, "plan.sheet.cancel", rect.cut_left(160, space::s2), ui.tr("plan.cancel"))) {
        m_closed = true;
    }
    const bool ready = m_what == What::Time || !m_value.words.empty();
    if (button(ui, "plan.sheet.take", rect, ui.tr("plan.take"),
            {.kind = kind_if(ready), .icon = icons::done, .style = type::button_xl}))
        give();
}

} // namespace chibo
