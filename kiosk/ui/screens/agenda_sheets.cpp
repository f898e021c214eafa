#include "ui/screens/agenda_sheets.h"

#include <algorithm>

#include "meeting/letters.h"
#include "ui/draw.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float title_height = 64;
constexpr float label_height = 28;
constexpr int minutes_step = 5;
constexpr float person_row = 72;

/// In the room, and neither on the list nor speaking.
std::vector<SpokenTime> may_ask(const SpeakerList& speakers)
{
    const auto asked = [&](PersonId person) {
        return (speakers.current && speakers.current->person == person)
            || std::ranges::any_of(
                speakers.waiting, [&](const Speaker& one) { return one.person == person; });
    };
    std::vector<SpokenTime> people;
    std::ranges::copy_if(speakers.people, std::back_inserter(people),
        [&](const SpokenTime& one) { return one.present && !asked(one.person); });
    return people;
}

} // namespace

std::string spoken_words(const Ui& ui, std::int64_t spoken_ms)
{
    if (spoken_ms == 0)
        return ui.tr("agenda.not_yet");
    return ui.tr("agenda.spoke", {{"time", m_ss(spoken_ms)}});
}

ItemSheet ItemSheet::added(Part part)
{
    ItemSheet sheet;
    sheet.m_item.part = part;
    sheet.m_item.minutes = minutes_step;
    return sheet;
}

ItemSheet ItemSheet::of(const AgendaItem& item, int number, MeetingState meeting)
{
    ItemSheet sheet;
    sheet.m_item = {.id = item.id,
        .part = item.part,
        .kind = item.kind,
        .title = item.title,
        .short_title = item.short_title == item.title ? std::string() : item.short_title,
        .minutes = item.planned_s / 60,
        .presenter = item.presenter,
        .carried_from = item.carried_from,
        .secret = item.secret};
    sheet.m_state = item.state;
    sheet.m_number = number;
    sheet.m_runs = meeting == MeetingState::Open;
    sheet.m_has_entries = item.entries > 0 || !item.runs.empty();
    return sheet;
}

ItemSheet::Answer ItemSheet::draw(Ui& ui)
{
    const bool acts = m_number > 0
        && (m_state == ItemState::Planned || m_state == ItemState::Skipped
            || (m_state == ItemState::Done && m_runs));
    SheetScope sheet(ui, "agenda.item_sheet",
        {760,
            m_number == 0 ? 488.0F
                : acts    ? 488.0F
                          : 408.0F},
        m_touched ? DimCloses::No : DimCloses::Yes);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    const std::string title = m_number > 0
        ? ui.tr("plan.edit_item", {{"number", std::to_string(m_number)}})
        : ui.tr("plan.new_item");
    text(ui, inside.cut_top(title_height, space::s1), title,
        {.style = type::heading, .color = ui.theme().ink});
    const Rect buttons = inside.cut_bottom(button_xl_height, space::s2);
    draw_fields(ui, inside);
    Answer answer;
    if (acts)
        answer.what = draw_acts(ui, inside.cut_top(button_height));
    if (answer.what == What::Nothing)
        answer.what = draw_buttons(ui, buttons);
    answer.item = m_item;
    m_closed = m_closed || sheet.closed() || answer.what != What::Nothing;
    return answer;
}

void ItemSheet::draw_fields(Ui& ui, Rect& rect)
{
    text(ui, rect.cut_top(label_height, 4), ui.tr("plan.item_title"),
        {.style = type::label, .color = ui.theme().ink});
    if (m_number == 0 && !m_focused) {
        ui.focus().give("agenda.item_sheet.title");
        m_focused = true;
    }
    const std::string hint = ui.tr("agenda.title_hint");
    if (field(ui, "agenda.item_sheet.title", rect.cut_top(field_height, space::s2), m_item.title,
            {.placeholder = hint, .locked = m_item.secret}))
        m_touched = true;
    if (m_number == 0) {
        const auto cells = rect.cut_top(button_height, space::s2).columns(3, space::s1);
        const char* keys[] = {"plan.part_opening", "plan.part_content", "plan.part_closing"};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto part = static_cast<Part>(i);
            if (picker(ui, WidgetId("agenda.item_sheet.part", i), cells[i], ui.tr(keys[i]),
                    {.chosen = m_item.part == part}))
                m_item.part = part;
        }
    }
    Rect row = rect.cut_top(button_height, space::s2);
    text(ui, row.cut_left(140), ui.tr("agenda.planned"),
        {.style = type::label, .color = ui.theme().ink});
    const bool least = m_item.minutes <= minutes_step;
    if (button(ui, "agenda.item_sheet.less", row.cut_left(72, space::s1), "−5",
            {.kind = kind_if(!least, ButtonKind::Secondary), .style = type::label}))
        m_item.minutes -= minutes_step, m_touched = true;
    text(ui, row.cut_left(96, space::s1),
        ui.tr("plan.minutes", {{"count", std::to_string(m_item.minutes)}}),
        {.style = type::label,
            .color = ui.theme().ink,
            .align = Align::Centre,
            .digits = Digits::Tabular});
    if (button(ui, "agenda.item_sheet.more", row.cut_left(72, space::s2), "+5",
            {.style = type::label}))
        m_item.minutes += minutes_step, m_touched = true;
    draw_secret(ui, row);
}

void ItemSheet::draw_secret(Ui& ui, const Rect& rect)
{
    // Of a confidential item nothing but this line is kept, not even its title.
    if (m_has_entries
        || !picker(ui, "agenda.item_sheet.secret", rect, ui.tr("agenda.secret"),
            {.chosen = m_item.secret, .icon = icons::visibility_off}))
        return;
    m_item.secret = !m_item.secret;
    m_item.title = m_item.secret ? ui.tr("agenda.secret_title") : std::string();
    m_item.short_title.clear();
    m_touched = true;
}

ItemSheet::What ItemSheet::draw_acts(Ui& ui, const Rect& rect) const
{
    const auto cells = rect.columns(2, space::s2);
    const bool current = m_state == ItemState::Running || m_state == ItemState::Paused;
    if (!current && m_runs
        && button(ui, "agenda.item_sheet.start", cells[0], ui.tr("agenda.start_now"),
            {.icon = icons::play_circle_filled, .style = type::label}))
        return What::StartNow;
    if (m_state == ItemState::Skipped
        && button(ui, "agenda.item_sheet.restore", cells[1], ui.tr("agenda.restore"),
            {.icon = icons::undo, .style = type::label}))
        return What::Restore;
    if (m_state == ItemState::Planned
        && button(ui, "agenda.item_sheet.skip", cells[1], ui.tr("agenda.skip"),
            {.icon = icons::arrow_forward, .style = type::label}))
        return What::Skip;
    return What::Nothing;
}

ItemSheet::What ItemSheet::draw_buttons(Ui& ui, Rect rect)
{
    const bool removable = m_number > 0 && !m_has_entries;
    const Rect left = rect.cut_left(rect.w * 0.36F, space::s2);
    if (removable) {
        if (button(ui, "agenda.item_sheet.remove", left, ui.tr("plan.remove_item"),
                {.kind = ButtonKind::Caution, .icon = icons::trash, .style = type::label}))
            return What::Remove;
    } else if (button(ui, "agenda.item_sheet.cancel", left, ui.tr("plan.cancel"),
                   {.style = type::button_xl})) {
        m_closed = true;
    }
    const bool named = !is_blank(m_item.title);
    const std::string label = m_number > 0 ? ui.tr("agenda.save") : ui.tr("plan.add_item");
    if (button(ui, "agenda.item_sheet.give", rect, label,
            {.kind = kind_if(named),
                .icon = m_number > 0 ? icons::done : icons::add,
                .style = type::button_xl}))
        return m_number > 0 ? What::Change : What::Add;
    return What::Nothing;
}

PeopleSheet PeopleSheet::everybody(Times times)
{
    PeopleSheet sheet;
    sheet.m_times = times;
    return sheet;
}

PeopleSheet PeopleSheet::waiting(const Speaker& speaker)
{
    PeopleSheet sheet;
    sheet.m_speaker = speaker;
    return sheet;
}

PeopleSheet::Answer PeopleSheet::draw(Ui& ui, const SpeakerList& speakers)
{
    const std::vector<SpokenTime> people = may_ask(speakers);
    const float rows = person_row * static_cast<float>(std::max<std::size_t>(1, people.size()));
    const Size size = m_speaker ? Size {640, 296} : Size {760, std::min(616.0F, rows + 150)};
    SheetScope sheet(ui, "agenda.people", size);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    const std::string title = m_speaker ? m_speaker->name : ui.tr("agenda.who_asks");
    text(ui, inside.cut_top(title_height, space::s1).inset({.right = 72}), title,
        {.style = type::heading, .color = ui.theme().ink});
    const Answer answer = m_speaker ? draw_choice(ui, inside) : draw_people(ui, inside, people);
    m_closed = m_closed || sheet.closed() || answer.what != What::Nothing;
    return answer;
}

PeopleSheet::Answer PeopleSheet::draw_people(
    Ui& ui, const Rect& rect, const std::vector<SpokenTime>& people) const
{
    if (people.empty())
        text(ui, rect, ui.tr("agenda.everybody_asks"),
            {.style = type::body, .color = ui.theme().ink2});
    ScrollScope list(ui, "agenda.people.list", rect);
    Rect rest = list.rect();
    Answer answer;
    for (const SpokenTime& person : people) {
        const std::string words
            = m_times == Times::Shown ? spoken_words(ui, person.spoken_ms) : std::string();
        if (list_row(ui, WidgetId("agenda.person", person.person), rest.cut_top(person_row),
                {.person = portrait(person.name, person.number),
                    .words = person.name,
                    .right = words,
                    .bold = true}))
            answer = {.what = What::Ask, .person = person.person};
    }
    list.content(rest.y - list.top());
    return answer;
}

PeopleSheet::Answer PeopleSheet::draw_choice(Ui& ui, Rect rect) const
{
    const Rect row = rect.cut_bottom(button_xl_height);
    text(ui, rect.cut_top(28), ui.tr("agenda.asked_at", {{"time", hm(m_speaker->requested_at_ms)}}),
        {.style = type::body, .color = ui.theme().ink2});
    const auto cells = row.columns(2, space::s2);
    if (button(ui, "agenda.people.off", cells[0], ui.tr("agenda.take_off"), {.icon = icons::close}))
        return {.what = What::TakeOff, .speaker = m_speaker->id};
    if (button(ui, "agenda.people.floor", cells[1], ui.tr("agenda.give_floor"),
            {.kind = ButtonKind::Primary, .icon = icons::mic}))
        return {.what = What::GiveFloor, .speaker = m_speaker->id};
    return {};
}

} // namespace chibo
