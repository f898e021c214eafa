#include "ui/screens/plan.h"

#include <algorithm>

#include "record/agenda_queries.h"
#include "record/cell_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"

namespace chibo {
namespace {

constexpr float form_width = 384;
constexpr float form_height = 632;
constexpr float footer_height = 80;
constexpr float label_height = 28;
constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t usual_start_minutes = 8 * 60;

/// A field that opens a sheet: an icon or a face, the value, a chevron.
struct SelectLook {
    Icon icon {};
    float gap = 12;
    bool chevron = true;
    bool centred = false;
    Digits digits = Digits::AsDrawn;
};

Press select(
    Ui& ui, const WidgetId& id, const Rect& rect, std::string_view value, const SelectLook& look)
{
    const Press pressed = press(ui, id, rect, value);
    box(ui, rect,
        {.fill = pressed.down ? ui.theme().sunk : ui.theme().card,
            .border = ui.theme().edge,
            .stroke = stroke::button,
            .radius = radius::button});
    Rect rest = rect.inset(look.centred ? 0 : 12 + stroke::button, 0);
    if (look.icon)
        icon(ui, rest.cut_left(24, look.gap), look.icon, 24, ui.theme().ink);
    if (look.chevron)
        icon(ui, rest.cut_right(24, look.gap), icons::expand_more, 24, ui.theme().ink);
    text(ui, rest, value,
        {.style = type::label,
            .color = ui.theme().ink,
            .align = look.centred ? Align::Centre : Align::Left,
            .digits = look.digits});
    return pressed;
}

/// An extraordinary meeting leaves its month's regular one to be planned.
bool has_meeting_in(const std::vector<Meeting>& meetings, Date month)
{
    return std::ranges::any_of(meetings, [&](const Meeting& meeting) {
        const Date day = date_of(meeting.planned_start_ms);
        return day.year == month.year && day.month == month.month
            && meeting.kind != MeetingKind::Extraordinary;
    });
}

void label(Ui& ui, Rect& rect, float above, std::string_view words)
{
    rect.cut_top(above);
    text(ui, rect.cut_top(label_height, 4), words, {.style = type::label, .color = ui.theme().ink});
}

} // namespace

void PlanScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_members = read_members(record);
    m_undone = read_open_tasks(record);
    m_carried.clear();
    for (Task& task : read_tasks(record))
        m_carried.emplace(task.id.text(), std::move(task));
    m_places = {read_cell(record).room};
    for (const Meeting& meeting : read_meetings(record)) {
        if (!meeting.place.empty() && std::ranges::find(m_places, meeting.place) == m_places.end()
            && m_places.size() < 5)
            m_places.push_back(meeting.place);
    }
    // What the clerk is planning is not read anew while others write.
    if (std::exchange(m_read, true))
        return;
    read_plan(record);
    m_saved_plan = m_plan;
    m_saved_lines = plan_lines(m_plan);
    read_unsaved(record);
}

void PlanScreen::read_plan(const Record& record)
{
    const auto meeting = m_plan.id.nil() ? std::nullopt : read_meeting(record, m_plan.id);
    if (!meeting) {
        start_new(record);
        return;
    }
    m_plan = {.id = meeting->id,
        .kind = meeting->kind,
        .title = meeting->title,
        .planned_start_ms = meeting->planned_start_ms,
        .place = meeting->place,
        .chair = meeting->chair,
        .clerk = meeting->clerk,
        .template_id = meeting->template_id,
        .limit_minutes = meeting->limit_minutes,
        .items = {}};
    for (const AgendaItem& item : read_agenda(record, meeting->id).items)
        m_plan.items.push_back({.id = item.id,
            .part = item.part,
            .kind = item.kind,
            .title = item.title,
            .short_title = item.short_title,
            .minutes = item.planned_s / 60,
            .presenter = item.presenter,
            .carried_from = item.carried_from,
            .secret = item.secret});
    // A meeting that was only put on the calendar, under its own title, gets its template's agenda
    // now.
    const bool on_calendar = m_plan.items.size() == 1 && m_plan.items.front().title == m_plan.title;
    const auto* chosen = template_named(agenda_templates(), m_plan.template_id);
    if (on_calendar && chosen != nullptr)
        start_from(*chosen);
}

void PlanScreen::start_new(const Record& record)
{
    const Date today = date_of(record.clock().now_ms());
    Date next = plus_months({today.year, today.month, std::min(today.day, 28)}, 1);
    while (has_meeting_in(read_meetings(record), next))
        next = plus_months(next, 1);
    while (weekday(next) > 4)
        next = plus_days(next, 1);
    m_plan.planned_start_ms = unix_ms({.date = next}) + usual_start_minutes * minute_ms;
    m_plan.place = m_places.front();
    for (const Officer& officer : read_officers(record)) {
        if (officer.role == OfficerRole::Secretary)
            m_plan.chair = officer.member;
        if (officer.role == OfficerRole::Clerk)
            m_plan.clerk = officer.member;
    }
    if (!agenda_templates().empty())
        start_from(agenda_templates().front());
}

void PlanScreen::start_from(const AgendaTemplate& chosen)
{
    m_plan.template_id = chosen.id;
    m_plan.kind = chosen.kind;
    m_plan.limit_minutes = chosen.limit_minutes;
    m_plan.title = filled_in(chosen.title, day());
    m_plan.items = planned_agenda(chosen, day(), m_undone, roles());
}

void PlanScreen::replan(const AgendaTemplate& chosen, Date on)
{
    if (const auto* before = template_named(agenda_templates(), m_plan.template_id)) {
        m_plan.items
            = replanned_agenda(m_plan.items, {*before, day()}, {chosen, on}, m_undone, roles());
        if (m_plan.title == filled_in(before->title, day()))
            m_plan.title = filled_in(chosen.title, on);
    }
    if (chosen.id != m_plan.template_id)
        m_plan.limit_minutes = chosen.limit_minutes;
    m_plan.template_id = chosen.id;
    m_plan.kind = chosen.kind;
}

void PlanScreen::set_day(Date chosen)
{
    const std::int64_t time = m_plan.planned_start_ms - unix_ms({.date = day()});
    if (const auto* same = template_named(agenda_templates(), m_plan.template_id))
        replan(*same, chosen); // Titles name the month.
    m_plan.planned_start_ms = unix_ms({.date = chosen}) + time;
}

Roles PlanScreen::roles() const
{
    return roles_of(m_members, m_plan.chair, m_plan.clerk);
}

const Member* PlanScreen::member(const std::optional<MemberId>& id) const
{
    const auto found
        = std::ranges::find_if(m_members, [&](const Member& one) { return id && one.id == *id; });
    return found == m_members.end() ? nullptr : &*found;
}

void PlanScreen::draw(Ui& ui, Commands& commands)
{
    if (ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide)
        draw_side_by_side(ui, commands, ui.work());
    else
        draw_stacked(ui, commands, ui.work());
    draw_sheet(ui);
    if (std::exchange(m_discards, false))
        discard(commands);
    save_in_time(ui, commands);
}

void PlanScreen::draw_side_by_side(Ui& ui, Commands& commands, Rect work)
{
    const bool wide = ui.shape() == Shape::Wide;
    Rect left = work.cut_left(wide ? form_width * 1.4F : form_width, space::s3);
    draw_title(ui, left.cut_top(44, 12));
    draw_form(ui, left.cut_top(form_height));
    draw_footer(ui, commands, work.cut_bottom(footer_height, space::s2));
    ui.set_toast_room(work);
    draw_agenda(ui, work);
}

void PlanScreen::draw_stacked(Ui& ui, Commands& commands, const Rect& work)
{
    // Title and saving stay in place; what is between them scrolls.
    Rect rest = work;
    draw_title(ui, rest.cut_top(44, 12));
    draw_footer(ui, commands, rest.cut_bottom(footer_height, space::s2));
    ui.set_toast_room(rest);
    ScrollScope page(ui, "plan.page", rest);
    Rect column {rest.x, page.top(), rest.w, 100'000};
    draw_form(ui, column.cut_top(form_height, space::s2));
    draw_agenda(ui, column.cut_top(agenda_height(), space::s2));
    page.content(column.y - page.top());
}

void PlanScreen::draw_title(Ui& ui, const Rect& rect) const
{
    text(ui, rect,
        ui.tr("plan.title", {{"month", ui.tr("month_name." + std::to_string(day().month))}}),
        {.style = type::title, .color = ui.theme().ink});
}

void PlanScreen::draw_form(Ui& ui, Rect rect)
{
    card(ui, rect);
    rect = rect.inset({.top = 1, .right = 21, .bottom = 1, .left = 21});
    label(ui, rect, 12, ui.tr("plan.template"));
    draw_templates(ui, rect.cut_top(3 * space::touch + 2 * space::s1));
    label(ui, rect, 14, ui.tr("plan.time_and_place"));
    draw_time_and_place(ui, rect.cut_top(2 * space::touch + space::s1));
    label(ui, rect, 14, ui.tr("plan.officers"));
    draw_officers(ui, rect.cut_top(2 * space::touch + space::s1));
}

void PlanScreen::draw_templates(Ui& ui, Rect rect)
{
    const auto& templates = agenda_templates();
    std::vector<Rect> places {rect.cut_top(space::touch, space::s1)};
    for (int row = 0; row < 2; ++row) {
        for (const Rect& one : rect.cut_top(space::touch, space::s1).columns(2, space::s1))
            places.push_back(one);
    }
    for (std::size_t i = 0; i < std::min(templates.size(), places.size()); ++i) {
        const bool chosen = templates[i].id == m_plan.template_id;
        const std::string words = ui.tr("plan.kind_" + std::string(word(templates[i].kind)));
        if (picker(ui, WidgetId("plan.template", i), places[i], words,
                {.chosen = chosen, .icon = chosen ? icons::check_circle : Icon {}})
            && !chosen)
            replan(templates[i], day());
    }
}

void PlanScreen::draw_time_and_place(Ui& ui, Rect rect)
{
    const std::string date
        = ui.tr("plan.weekday_" + std::to_string(weekday(day()))) + ", " + dmy(day());
    if (select(ui, "plan.day", rect.cut_top(space::touch, space::s1), date,
            {.icon = icons::event, .digits = Digits::Tabular}))
        m_sheet = PlanSheet::day(day());
    if (select(ui, "plan.time", rect.cut_left(96, space::s1), hm(m_plan.planned_start_ms),
            {.chevron = false, .centred = true, .digits = Digits::Tabular}))
        m_sheet = PlanSheet::time(m_plan.planned_start_ms);
    const std::string place = m_plan.place.empty() ? ui.tr("plan.no_place") : tied(m_plan.place);
    if (select(ui, "plan.place", rect, place, {.icon = icons::place, .gap = 8, .chevron = false}))
        m_sheet = PlanSheet::place(m_plan.place, m_places);
}

void PlanScreen::draw_officers(Ui& ui, Rect rect)
{
    draw_officer(ui, rect.cut_top(space::touch, space::s1), PlanSheet::What::Chair);
    draw_officer(ui, rect, PlanSheet::What::Clerk);
}

void PlanScreen::draw_officer(Ui& ui, const Rect& rect, PlanSheet::What which)
{
    const bool chair = which == PlanSheet::What::Chair;
    const Member* who = member(chair ? m_plan.chair : m_plan.clerk);
    const std::string caption = ui.tr(chair ? "plan.chair" : "plan.clerk");
    const Press pressed
        = press(ui, chair ? "plan.chair" : "plan.clerk", rect, who ? who->name : caption);
    box(ui, rect,
        {.fill = pressed.down ? ui.theme().sunk : ui.theme().card,
            .border = ui.theme().edge,
            .stroke = stroke::button,
            .radius = radius::button});
    Rect rest = rect.inset({.right = 14, .left = 8});
    icon(ui, rest.cut_right(24, 12), icons::expand_more, 24, ui.theme().ink);
    if (who != nullptr)
        avatar(ui, rest.cut_left(48, 12).centred({48, 48}), portrait(who->name, who->number));
    Rect lines = rest.centred({rest.w, 48});
    text(ui, lines.cut_top(22), caption,
        {.style = type::caption.with_line(22), .color = ui.theme().ink2});
    text(ui, lines, who ? who->name : ui.tr("plan.nobody"),
        {.style = type::label.with_line(26), .color = ui.theme().ink});
    if (pressed)
        m_sheet = PlanSheet::person(which, chair ? m_plan.chair : m_plan.clerk);
}

void PlanScreen::draw_footer(Ui& ui, Commands& commands, Rect rect)
{
    const bool slim = rect.w < 600;
    const Rect save
        = rect.cut_right(std::min(296.0F, rect.w * 0.45F), slim ? space::s1 : space::s3);
    const int total = planned_minutes(m_plan.items);
    const int left = m_plan.limit_minutes - total;
    Rect lines = rect.centred({rect.w, 60});
    Rect first = lines.cut_top(36, 12);
    const ChipLook look {.tone = left >= 0 ? Tone::Green : Tone::Amber,
        .icon = left >= 0 ? icons::check_circle : icons::error};
    const std::string words = ui.tr(left >= 0 ? "plan.minutes_left" : "plan.minutes_over",
        {{"count", std::to_string(std::abs(left))}});
    if (!slim) { // The bar below says it by its colour.
        const Rect at = first.cut_right(chip_width(ui, words, look), space::s1);
        chip(ui, {at.x, at.y}, words, look);
    }
    const std::string total_words = ui.tr("plan.total",
        {{"minutes", std::to_string(total)}, {"limit", std::to_string(m_plan.limit_minutes)}});
    TextStyle total_style = type::heading;
    for (const TextStyle& smaller : {type::name, type::label}) {
        if (text_width(ui, total_words, total_style, Digits::Tabular) > first.w)
            total_style = smaller;
    }
    text(ui, first, total_words,
        {.style = total_style, .color = ui.theme().ink, .digits = Digits::Tabular});
    const float share = std::clamp(
        static_cast<float>(total) / static_cast<float>(m_plan.limit_minutes), 0.0F, 1.0F);
    const Rect bar = lines.cut_top(12);
    fill(ui, bar, ui.theme().ring_track, 6);
    fill(ui, {bar.x, bar.y, bar.w * share, bar.h},
        left >= 0 ? ui.theme().greens.solid : ui.theme().ambers.solid, 6);
    if (button(ui, "plan.save", save, ui.tr("plan.save"),
            {.kind = ButtonKind::Primary,
                .icon = icons::event_available,
                .icon_size = 32,
                .style = type::button_xxl})) {
        save_plan(commands);
    }
}

void PlanScreen::draw_sheet(Ui& ui)
{
    if (!m_sheet)
        return;
    m_sheet->draw(ui, m_members);
    if (const auto answer = m_sheet->answer()) {
        if (m_sheet->what() == PlanSheet::What::Day)
            set_day(answer->day);
        else if (m_sheet->what() == PlanSheet::What::Time)
            m_plan.planned_start_ms = answer->start_ms;
        else if (m_sheet->what() == PlanSheet::What::Place)
            m_plan.place = answer->words;
        else if (m_sheet->what() == PlanSheet::What::Chair)
            m_plan.chair = answer->member;
        else if (m_sheet->what() == PlanSheet::What::Clerk)
            m_plan.clerk = answer->member;
        else
            take_item(*answer);
    }
    if (m_sheet->closed())
        m_sheet.reset();
}

void PlanScreen::take_item(const PlanSheet::Answer& answer)
{
    auto& items = m_plan.items;
    if (answer.removed) {
        items.erase(items.begin() + answer.index);
        return;
    }
    if (answer.index < static_cast<int>(items.size()) && answer.index >= 0) {
        PlannedItem& item = items[static_cast<std::size_t>(answer.index)];
        if (item.title != answer.words)
            item.short_title.clear();
        item.title = answer.words;
        item.presenter = answer.member ? std::optional(person(*answer.member)) : std::nullopt;
        return;
    }
    // A new item comes last among the contents.
    const auto closing = std::ranges::find_if(
        items, [](const PlannedItem& item) { return item.part == Part::Closing; });
    items.insert(closing,
        {.id = {},
            .part = Part::Content,
            .kind = ItemKind::Discussion,
            .title = answer.words,
            .short_title = {},
            .minutes = 10,
            .presenter = answer.member ? std::optional(person(*answer.member)) : std::nullopt,
            .carried_from = {}});
}

} // namespace chibo
