#include "ui/screens/readback_screen.h"

#include <algorithm>
#include <charconv>

#include "meeting/sealing.h"
#include "record/check_in_queries.h"
#include "record/meeting_queries.h"
#include "record/minutes_commands.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "record/sealing_commands.h"
#include "record/sealing_queries.h"
#include "ui/screens/entry_words.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float outline_width = 264;
constexpr float outline_header = 80;
constexpr float last_step_height = 128;
constexpr float most_last_step_height = 160;
constexpr TextStyle reading {22, 32, Weight::Regular}; // Read aloud from it: larger than body.

bool has_room_for_outline(const Ui& ui)
{
    return ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide;
}

/// The narrowest width that needs no more lines: two lines of about the same length, not a word
/// alone.
float balanced_width(Ui& ui, std::string_view words, const TextStyle& style, float width)
{
    const int lines = measure(ui, words, style, width).lines;
    float narrow = width / 2;
    float wide = width;
    for (int step = 0; lines > 1 && step < 6; ++step) {
        const float middle = (narrow + wide) / 2;
        (measure(ui, words, style, middle).lines > lines ? narrow : wide) = middle;
    }
    return wide;
}

} // namespace

void ReadbackScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_may_see = !viewer.room();
    const auto meeting = read_meeting(record, m_meeting);
    m_there = m_may_see && meeting && meeting->state != MeetingState::Planned;
    if (!m_there) {
        m_content = {};
        m_vote.reset();
        return;
    }
    m_content = read_minutes_content(record, m_meeting);
    m_readings = read_readings(record, m_meeting);
    const RuleSet& rules = rules_of(*meeting);
    m_voters = vote_room(m_content.attendance.rows, rules, record.clock().now_ms());
    m_form = vote_form(m_voters.electorate, rules, VotePurpose::Minutes);
    if (m_vote)
        m_vote->set_room(m_voters, m_form);
    if (m_current < 0)
        m_current = first_unread();
    m_current = std::min(m_current, item_count());
}

std::string ReadbackScreen::state() const
{
    return std::to_string(m_current);
}

void ReadbackScreen::restore(std::string_view state)
{
    std::from_chars(state.data(), state.data() + state.size(), m_current);
}

bool ReadbackScreen::is_read(int item) const
{
    const ItemId id = m_content.agenda.items[static_cast<std::size_t>(item)].id;
    return std::any_of(m_readings.begin(), m_readings.end(),
        [&](const Reading& one) { return one.item == id && one.valid; });
}

int ReadbackScreen::read_count() const
{
    int count = 0;
    for (int item = 0; item < item_count(); ++item)
        count += is_read(item);
    return count;
}

int ReadbackScreen::first_unread() const
{
    int item = 0;
    while (item < item_count() && is_read(item))
        ++item;
    return item;
}

const Entry* ReadbackScreen::adoption() const
{
    return adopting_vote(m_content, m_readings);
}

void ReadbackScreen::draw(Ui& ui, Commands& commands)
{
    // The outline stands against rail and edges, so the margins are this screen's own.
    Rect work = ui.work().inset(-space::margin_x, -space::margin_y);
    if (!m_there) {
        (void)empty_state(ui, "readback.empty", ui.work(),
            {.icon = icons::edit_note,
                .title = ui.tr(m_may_see ? "readback.no_meeting" : "minutes.not_for_the_room"),
                .advice = ui.tr(
                    m_may_see ? "readback.no_meeting_advice" : "minutes.not_for_the_room_advice")});
        return;
    }
    if (has_room_for_outline(ui))
        draw_outline(ui, work.cut_left(outline_width));
    else
        draw_progress(ui, work.cut_top(outline_header));
    work = work.inset(space::margin_x, space::margin_y);
    draw_actions(ui, work.cut_bottom(button_xxl_height, space::s2), commands);
    ui.set_toast_room(work);
    if (at_last_step())
        draw_adoption(ui, work);
    else
        draw_item(ui, work);
    draw_vote(ui, commands);
}

void ReadbackScreen::draw_vote(Ui& ui, Commands& commands)
{
    if (!m_vote)
        return;
    m_vote->draw(ui);
    if (const auto result = m_vote->result())
        record_adoption(*result, commands);
    else if (!m_vote->closed())
        return;
    m_vote.reset();
}

void ReadbackScreen::draw_progress(Ui& ui, const Rect& rect)
{
    fill(ui, rect, ui.theme().card);
    Rect rest = rect.inset(16, 12);
    const Rect words = rest.cut_top(32, 8);
    const int shown = std::min(m_current + 1, item_count());
    const std::string progress = ui.tr("readback.progress",
        {{"done", std::to_string(shown)}, {"all", std::to_string(item_count())}});
    text(ui, words, ui.tr("readback.title"), {.style = type::name, .color = ui.theme().ink});
    text(ui, words, progress,
        {.style = type::name,
            .color = ui.theme().ink,
            .align = Align::Right,
            .digits = Digits::Tabular});
    const auto segments = rest.cut_top(12).columns(std::max(1, item_count()), 4);
    for (int item = 0; item < item_count(); ++item) {
        const Color color = item == m_current ? ui.theme().red
            : is_read(item)                   ? ui.theme().greens.solid
                                              : ui.theme().ring_track;
        fill(ui, segments[static_cast<std::size_t>(item)], color, radius::bar);
    }
}

void ReadbackScreen::draw_outline(Ui& ui, const Rect& rect)
{
    fill(ui, rect, ui.theme().card);
    Rect rest = rect;
    rest.w -= stroke::card;
    draw_progress(ui, rest.cut_top(outline_header));
    const float items = static_cast<float>(item_count()) * row_height;
    const Rect listed = rest.cut_top(std::min(items, rest.h - last_step_height));
    const Rect last = rest.cut_top(std::min(rest.h, most_last_step_height));
    {
        ScrollScope list(ui, "readback.outline", listed);
        Rect row {listed.x, list.top(), listed.w, row_height};
        for (int item = 0; item < item_count(); ++item) {
            draw_outline_row(ui, row, item);
            if (item == m_current)
                list.reveal(row);
            row = row.moved(0, row_height);
        }
        list.content(row.y - list.top());
    }
    draw_last_step_row(ui, last);
    fill(ui, {rect.right() - stroke::card, rect.y, stroke::card, rect.h}, ui.theme().line);
}

void ReadbackScreen::draw_outline_row(Ui& ui, const Rect& row, int item)
{
    const AgendaItem& what = m_content.agenda.items[static_cast<std::size_t>(item)];
    const std::string title = ui.tr(
        "readback.item", {{"number", std::to_string(item + 1)}, {"title", tied(what.short_title)}});
    const Press touched = press(ui, WidgetId("readback.item", what.id), row, title);
    const bool current = item == m_current;
    row_ground(ui, row, {.current = current, .pressed = touched.down && !current});
    Rect rest = row.inset({.top = stroke::card, .right = 12, .left = 16});
    const Color mark = current ? ui.theme().reds.ink
        : is_read(item)        ? ui.theme().greens.solid
                               : ui.theme().edge;
    const Icon shape = current ? icons::play_circle_filled
        : is_read(item)        ? icons::check_circle
                               : icons::radio_button_unchecked;
    icon(ui, rest.cut_left(24, 12), shape, 24, mark);
    const TextStyle style = (current ? type::label : type::body).with_line(26);
    rest.w = balanced_width(ui, title, style, rest.w);
    text(ui, rest, title,
        {.style = style,
            .color = current ? ui.theme().reds.ink : ui.theme().ink,
            .lines = Lines::Wrap,
            .max_lines = 2});
    if (touched)
        m_current = item;
}

void ReadbackScreen::draw_last_step_row(Ui& ui, const Rect& row)
{
    const Press touched = press(ui, "readback.last_step", row, ui.tr("readback.adopt"));
    const Color ink = at_last_step() ? ui.theme().reds.ink : ui.theme().golds.ink;
    if (at_last_step())
        row_ground(ui, row, {.current = true});
    else
        fill(ui, row, touched.down ? ui.theme().sunk : ui.theme().golds.tint);
    rule(ui, {row.x, row.y}, row.w, ui.theme().line);
    Rect rest = row.inset({.top = stroke::card, .right = 12, .left = 16});
    icon(ui, rest.cut_left(24, 12), adoption() ? icons::check_circle : icons::how_to_vote, 24, ink);
    const std::string what = ui.tr("readback.adopt");
    const float lines = measure(ui, what, type::label.with_line(26), rest.w).h;
    Rect words = rest.centred({rest.w, 26 + lines});
    text(
        ui, words.cut_top(26), ui.tr("readback.last_step"), {.style = type::caption, .color = ink});
    text(ui, words, what,
        {.style = type::label.with_line(26),
            .color = ink,
            .place = Place::Top,
            .lines = Lines::Wrap});
    if (touched)
        m_current = item_count();
}

void ReadbackScreen::draw_item(Ui& ui, const Rect& rect)
{
    const AgendaItem& item = m_content.agenda.items[static_cast<std::size_t>(m_current)];
    const std::vector<Entry> entries = entries_of(m_content, item.id);
    Rect rest = card(ui, rect).inset(stroke::card);
    Rect header = rest.cut_top(64).inset(space::s3, 0);
    rule(ui, {rest.x, rest.y - stroke::card}, rest.w, ui.theme().line);
    const std::string count
        = ui.tr("readback.entries", {{"count", std::to_string(entries.size())}});
    const ChipLook chip_look {.icon = icons::edit_note};
    const float chip_w = chip_width(ui, count, chip_look);
    const Rect at = header.cut_right(chip_w, 16);
    chip(ui, {at.x, at.y + (at.h - chip_look.height) / 2}, count, chip_look);
    text(ui, header,
        ui.tr("readback.item",
            {{"number", std::to_string(m_current + 1)}, {"title", tied(item.title)}}),
        {.style = rest.w < 600 ? type::label : type::heading,
            .color = ui.theme().ink,
            .lines = Lines::Wrap,
            .max_lines = 2});

    ScrollScope list(ui, WidgetId("readback.entries", item.id), rest);
    Rect row {rest.x, list.top() + 20, rest.w, 0};
    const char* empty = item.secret        ? "readback.secret"
        : item.kind == ItemKind::Critique  ? "readback.restricted"
        : item.state == ItemState::Skipped ? "readback.skipped"
                                           : "readback.nothing";
    const bool shown = !item.secret && item.kind != ItemKind::Critique && !entries.empty();
    if (!shown)
        text(ui, {row.x + space::s3, row.y, row.w - 2 * space::s3, 32}, ui.tr(empty),
            {.style = reading, .color = ui.theme().ink2});
    for (const Entry& entry : entries) {
        if (shown)
            row.y += draw_entry(ui, row, entry) + 12;
    }
    list.content(row.y - list.top() + 12);
}

float ReadbackScreen::draw_entry(Ui& ui, const Rect& at, const Entry& entry)
{
    const EntryWords words = entry_words(ui, entry);
    text(ui, {at.x + space::s3, at.y, 64, reading.line}, hm(entry.at_ms),
        {.style = type::body.with_line(reading.line),
            .color = ui.theme().ink2,
            .digits = Digits::Tabular});
    const std::string rest = " " + tied(words.rest);
    return text(ui, {at.x + 96, at.y, at.w - 96 - 20, 100'000},
        {{.text = words.lead, .weight = Weight::SemiBold}, {.text = rest}},
        {.style = reading, .color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap})
        .h;
}

void ReadbackScreen::draw_adoption(Ui& ui, const Rect& rect)
{
    Rect rest = card(ui, rect).inset(stroke::card);
    const Rect header = rest.cut_top(64).inset(space::s3, 0);
    rule(ui, {rest.x, rest.y - stroke::card}, rest.w, ui.theme().line);
    text(ui, header, ui.tr("readback.adopt"), {.style = type::heading, .color = ui.theme().ink});
    rest = rest.inset(space::s3, space::s2);
    if (const Entry* adopted = adoption()) {
        const Vote& vote = *adopted->vote;
        const std::string votes = ui.tr("readback.adopted_votes",
            {{"yes", std::to_string(vote.yes)}, {"entitled", std::to_string(vote.entitled_present)},
                {"no", std::to_string(vote.no)}, {"other", std::to_string(vote.other)}});
        strip(ui, rest.cut_top(80), ui.tr("readback.adopted", {{"time", hm(adopted->at_ms)}}),
            {.tone = Tone::Green, .icon = icons::check_circle, .second = votes});
        return;
    }
    if (const int unread = item_count() - read_count(); unread > 0) {
        const Rect row = rest.cut_top(80, 16);
        strip(ui, row, ui.tr("readback.unread", {{"count", std::to_string(unread)}}),
            {.icon = icons::error}, 168);
        const Rect at {row.right() - 160, row.y + 8, 152, button_height};
        if (button(
                ui, "readback.read_them", at, ui.tr("readback.read_them"), {.style = type::label}))
            m_current = first_unread();
        return;
    }
    text(ui, rest.cut_top(2 * reading.line, 8), ui.tr("readback.ask"),
        {.style = reading, .color = ui.theme().ink, .place = Place::Top, .lines = Lines::Wrap});
    text(ui, rest.cut_top(28, 16),
        ui.tr("readback.entitled", {{"count", std::to_string(m_form.entitled_present)}}),
        {.style = type::caption, .color = ui.theme().ink2});
}

void ReadbackScreen::draw_actions(Ui& ui, const Rect& row, Commands& commands)
{
    Rect rest = row;
    const bool tight = row.w < 720;
    const ButtonLook previous {.kind = kind_if(m_current > 0, ButtonKind::Secondary),
        .icon = icons::chevron_left,
        .icon_size = 32,
        .gap = 8};
    const bool slim = row.w < 600; // Only the arrow goes back.
    const Rect back = rest.cut_left(slim ? 64 : tight ? 184 : 208, slim ? 8 : 16);
    const std::string words = ui.tr("readback.previous");
    const bool pressed = slim
        ? icon_button(ui, "readback.previous", back, icons::chevron_left, words, previous).released
        : button(ui, "readback.previous", back, words, previous).released;
    if (pressed)
        --m_current;
    if (!at_last_step() && may_change(m_content.meeting)) {
        const AgendaItem& item = m_content.agenda.items[static_cast<std::size_t>(m_current)];
        if (button(ui, "readback.edit", rest.cut_left(slim ? 152 : 216, slim ? 8 : 16),
                ui.tr("readback.edit"), {.icon = slim ? Icon {} : icons::edit}))
            commands.go({"minutes", m_meeting, item.id.text()});
    }
    draw_primary(ui, rest, commands);
}

void ReadbackScreen::draw_primary(Ui& ui, const Rect& rect, Commands& commands)
{
    const ButtonLook look {.kind = ButtonKind::Primary,
        .icon = icons::check,
        .icon_size = 32,
        .style = ui.is_slim() ? type::button : type::button_xxl};
    if (!at_last_step()) {
        const bool last = m_current + 1 == item_count();
        if (button(ui, "readback.read", rect, ui.tr(last ? "readback.read_last" : "readback.read"),
                look))
            confirm_read(commands);
        return;
    }
    if (adoption()) {
        if (button(ui, "readback.to_seal", rect, ui.tr("readback.to_seal"),
                {.kind = ButtonKind::Primary,
                    .icon = icons::verified,
                    .icon_size = 32,
                    .style = type::button_xxl}))
            commands.go({"seal", m_meeting, {}});
        return;
    }
    ButtonLook record = look;
    record.icon = icons::how_to_vote;
    const bool ready = read_count() == item_count();
    record.kind = kind_if(ready);
    if (button(ui, "readback.vote_now", rect, ui.tr("readback.vote_now"), record))
        m_vote.emplace(m_form, m_voters, ui.tr("readback.motion"));
}

void ReadbackScreen::confirm_read(Commands& commands)
{
    const AgendaItem& item = m_content.agenda.items[static_cast<std::size_t>(m_current)];
    if (!is_read(m_current) && may_change(m_content.meeting))
        commands.push(read_item_back(m_meeting, item.id));
    ++m_current;
}

void ReadbackScreen::record_adoption(const VoteSheet::Result& result, Commands& commands)
{
    const auto& items = m_content.agenda.items;
    if (items.empty())
        return;
    const auto own = std::find_if(items.begin(), items.end(),
        [](const AgendaItem& item) { return item.kind == ItemKind::AdoptMinutes; });
    EntryDraft draft;
    draft.meeting = m_meeting;
    draft.item = own == items.end() ? items.back().id : own->id;
    draft.kind = EntryKind::Vote;
    draft.text = result.motion;
    draft.vote = result.vote;
    commands.push(record_entry(std::move(draft)));
}

} // namespace chibo
