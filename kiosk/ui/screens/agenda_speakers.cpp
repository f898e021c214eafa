// The list of speakers: who has the floor with bar and time, the others in order, by their handles.
#include <algorithm>

#include "meeting/names.h"
#include "record/agenda_commands.h"
#include "ui/draw.h"
#include "ui/screens/agenda_screen.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"

namespace chibo {
namespace {

constexpr float header_height = 64;
constexpr float silent_height = 72;
constexpr float padding = 20;
constexpr float avatar_size = 48;

std::int64_t spoken_by(const SpeakerList& list, PersonId person)
{
    const auto found = std::find_if(list.people.begin(), list.people.end(),
        [person](const SpokenTime& one) { return one.person == person; });
    return found == list.people.end() ? 0 : found->spoken_ms;
}

/// 8 px, on the green of the row: the track is the line's green, thinned.
void floor_bar(Ui& ui, const Rect& rect, float share, Color color)
{
    fill(ui, rect, mix(ui.theme().greens.tint, ui.theme().greens.line, 0.5F), radius::bar);
    fill(ui, {rect.x, rect.y, rect.w * std::min(share, 1.0F), rect.h}, color, radius::bar);
}

} // namespace

float AgendaScreen::speakers_height(float most) const
{
    float height = header_height + 2;
    if (m_speakers.current || (leads() && !m_speakers.waiting.empty()))
        height += row_height_current;
    height += row_height * static_cast<float>(std::max<std::size_t>(1, m_speakers.waiting.size()));
    // Where room is short, who has not spoken is seen on the sheet of "Thêm".
    if (sees_who_spoke() && height + silent_height <= most)
        height += silent_height;
    return std::min(height, most);
}

void AgendaScreen::draw_speakers(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(stroke::card);
    draw_speakers_header(ui, inside.cut_top(header_height));
    if (m_speakers.current)
        draw_current_speaker(ui, commands, inside.cut_top(row_height_current));
    else if (leads() && !m_speakers.waiting.empty())
        draw_next_speaker(ui, commands, inside.cut_top(row_height_current));
    const float rows
        = row_height * static_cast<float>(std::max<std::size_t>(1, m_speakers.waiting.size()));
    const bool room_below = inside.h >= rows + silent_height;
    const bool anybody = std::ranges::any_of(
        m_speakers.people, [](const SpokenTime& one) { return one.present && !one.is_guest; });
    if (sees_who_spoke() && room_below && asks_for_floor() && anybody)
        draw_silent(ui, inside.cut_bottom(silent_height));
    draw_waiting(ui, commands, inside);
}

void AgendaScreen::draw_speakers_header(Ui& ui, Rect rect)
{
    const Rect row = rect.inset({.left = padding});
    const std::string title = ui.tr("agenda.speakers");
    text(ui, row, title, {.style = type::name, .color = ui.theme().ink});
    const float width = text_width(ui, title, type::name);
    badge(ui, {row.x + width + 12, row.y, 100, row.h}, std::to_string(m_speakers.waiting.size()),
        Align::Left);
    if (!asks_for_floor())
        return;
    const std::string label = ui.tr(leads() ? "agenda.add_speaker" : "agenda.ask");
    const ButtonLook look {
        .kind = ButtonKind::Text, .icon = icons::person_add, .style = type::label};
    const float button_at = button_width(ui, label, look);
    if (button(ui, "agenda.add_speaker", rect.cut_right(button_at + 4).inset({.right = 4}), label,
            look))
        m_people_sheet = PeopleSheet::everybody(
            sees_who_spoke() ? PeopleSheet::Times::Shown : PeopleSheet::Times::Hidden);
}

void AgendaScreen::draw_current_speaker(Ui& ui, Commands& commands, const Rect& row)
{
    const Speaker& speaker = *m_speakers.current;
    const Theme& theme = ui.theme();
    fill(ui, row, theme.greens.tint);
    rule(ui, {row.x, row.y}, row.w, theme.greens.line);
    Rect rest = row.inset({.top = stroke::card, .right = padding, .left = padding});
    if (leads()) {
        const std::string label = ui.tr("agenda.has_spoken");
        const ButtonLook look {.icon = icons::done, .style = type::label, .gap = 8};
        const float width = button_width(ui, label, look) - 16; // 16 px to each side, as drawn.
        if (button(ui, "agenda.has_spoken",
                rest.cut_right(width, 12).centred({width, button_height}), label, look))
            commands.push(end_speaker(m_meeting->id));
    }
    avatar(ui, rest.cut_left(avatar_size, 12).centred({avatar_size, avatar_size}),
        portrait(speaker.name, speaker.number));
    Rect lines = rest.centred({rest.w, 54});
    text(ui, lines.cut_top(28), speaker.name,
        {.style = type::name.with_line(28), .color = theme.ink});
    const std::int64_t spoken = spoken_ms(speaker, now(ui));
    const bool over = spoken > speaker.limit_s * 1000LL;
    icon(ui, lines.cut_left(20, 8), icons::mic, 20, theme.greens.ink);
    const std::string time = m_ss(spoken) + " / " + m_ss(speaker.limit_s * 1000LL);
    const float width = text_width(ui, time, type::caption_bold, Digits::Tabular);
    text(ui, lines.cut_right(width, 8), time,
        {.style = type::caption_bold.with_line(28),
            .color = over ? theme.reds.ink : theme.greens.ink,
            .digits = Digits::Tabular});
    floor_bar(ui, lines.centred({lines.w, 8}),
        static_cast<float>(spoken) / static_cast<float>(std::max(1, speaker.limit_s) * 1000),
        over ? theme.reds.solid : theme.greens.solid);
}

void AgendaScreen::draw_next_speaker(Ui& ui, Commands& commands, const Rect& row)
{
    const Speaker& next = m_speakers.waiting.front();
    rule(ui, {row.x, row.y}, row.w, ui.theme().line);
    const std::string label = ui.tr("agenda.invite", {{"name", short_name(next.name)}});
    if (button(ui, "agenda.invite", row.inset(padding, 8), label,
            {.icon = icons::mic, .style = type::label, .gap = 8}))
        commands.push(start_speaker(m_meeting->id, next.id));
}

void AgendaScreen::draw_waiting(Ui& ui, Commands& commands, const Rect& view)
{
    if (m_speakers.waiting.empty()) {
        rule(ui, {view.x, view.y}, view.w, ui.theme().line);
        if (!m_speakers.current)
            text(ui, view.inset(padding, 0), ui.tr("agenda.nobody_asks"),
                {.style = type::caption,
                    .color = ui.theme().ink2,
                    .align = Align::Centre,
                    .lines = Lines::Wrap});
        return;
    }
    ScrollScope list(ui, "agenda.speakers", view);
    const int count = static_cast<int>(m_speakers.waiting.size());
    ReorderScope order(ui, "agenda.speaker_order", m_speaker_order, count);
    order.scroll_edges("agenda.speakers", view);
    Rect rest = list.rect();
    std::optional<Rect> lifted_at;
    for (int i = 0; i < count; ++i) {
        const Rect row = order.place(i, rest.cut_top(row_height));
        if (order.lifts(i))
            lifted_at = row;
        else
            draw_waiting_row(ui, row, static_cast<std::size_t>(i));
        if (leads())
            order.handle(i, row.inset({.top = stroke::card}),
                m_speakers.waiting[static_cast<std::size_t>(i)].name);
    }
    if (lifted_at) {
        fill(ui, *lifted_at, ui.theme().card);
        draw_waiting_row(ui, *lifted_at, static_cast<std::size_t>(m_speaker_order.lifted));
        draw_handle(ui, *lifted_at);
        lifted_frame(ui, *lifted_at);
    }
    if (const auto moved = order.moved())
        drop_speaker(commands, *moved);
    list.content(rest.y - list.top());
}

void AgendaScreen::draw_waiting_row(Ui& ui, const Rect& row, std::size_t index)
{
    const Speaker& speaker = m_speakers.waiting[index];
    Press touched;
    if (leads()) {
        Rect area = row;
        area.cut_left(handle_width);
        touched = press(ui, WidgetId("agenda.speaker", speaker.id), area, speaker.name);
        if (touched)
            m_people_sheet = PeopleSheet::waiting(speaker);
    }
    row_ground(ui, row, {.pressed = touched.down});
    Rect rest = row.inset({.top = stroke::card, .right = padding});
    rest.cut_left(leads() ? handle_width : padding);
    text(ui, rest.cut_left(16, 12), std::to_string(index + 1),
        {.style = type::label, .color = ui.theme().ink, .digits = Digits::Tabular});
    avatar(ui, rest.cut_left(avatar_size, 12).centred({avatar_size, avatar_size}),
        portrait(speaker.name, speaker.number));
    if (sees_who_spoke()) {
        const std::string words = spoken_words(ui, spoken_by(m_speakers, speaker.person));
        const float width = text_width(ui, words, type::caption, Digits::Tabular);
        text(ui, rest.cut_right(width, 12), words,
            {.style = type::caption, .color = ui.theme().ink2, .digits = Digits::Tabular});
    }
    text(ui, rest, speaker.name, {.style = type::name.with_line(28), .color = ui.theme().ink});
}

void AgendaScreen::draw_silent(Ui& ui, const Rect& rect)
{
    std::string names;
    for (const SpokenTime& person : not_spoken_yet(m_speakers)) {
        if (person.is_guest)
            continue;
        names += names.empty() ? "" : ", ";
        names += short_name(person.name);
    }
    rule(ui, {rect.x, rect.y}, rect.w, ui.theme().line);
    const std::string words = names.empty() ? ui.tr("agenda.all_spoke")
                                            : ui.tr("agenda.not_spoken", {{"names", names}});
    text(ui, rect.inset(padding, 4), words,
        {.style = type::caption, .color = ui.theme().ink2, .lines = Lines::Wrap, .max_lines = 2});
}

void AgendaScreen::drop_speaker(Commands& commands, const Moved& moved)
{
    auto order = m_speakers.waiting;
    const Speaker speaker = order[static_cast<std::size_t>(moved.from)];
    order.erase(order.begin() + moved.from);
    std::optional<SpeakerId> after;
    if (moved.to > 0)
        after = order[static_cast<std::size_t>(moved.to) - 1].id;
    commands.push(move_speaker(m_meeting->id, speaker.id, after));
}

} // namespace chibo
