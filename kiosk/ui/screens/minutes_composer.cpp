// Biên bản, the composer: who, which kind, the words, and "Ghi".
#include <algorithm>
#include <cmath>

#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/screens/entry_words.h"
#include "ui/screens/minutes_screen.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/picker.h"

namespace chibo {

namespace {

constexpr float pad_x = 16;
constexpr float pad_y = 8;
constexpr float gap = 8;
constexpr float top_edge = 2;
constexpr float picker_h = 64;
constexpr float band_h = 80;
constexpr float record_w = 112;
constexpr float field_pad = 20; // Above and below the words.
constexpr float least_who = 203;
constexpr float narrow_field_w = 660; // Below it the reason why "Ghi" is off takes two lines.
constexpr float narrow_w = 860; // Below it the kinds stand without their icons.

constexpr EntryKind kinds[] {
    EntryKind::Opinion, EntryKind::Conclusion, EntryKind::Task, EntryKind::Vote};

} // namespace

bool MinutesScreen::low(const Ui& ui) const
{
    return ui.work().h + 2 * space::margin_y < 440;
}

bool MinutesScreen::tight(const Ui& ui) const
{
    return low(ui) && ui.shape() == Shape::Compact;
}

bool MinutesScreen::who_above(const Ui& ui) const
{
    return ui.is_slim() && !low(ui);
}

float MinutesScreen::kinds_height(const Ui& ui) const
{
    return who_above(ui) ? 2 * picker_h + pad_y : picker_h;
}

/// Pickers, the band of a task's day, and the words: as high as these, up to a share of the room.
float MinutesScreen::composer_height(Ui& ui, float width, float room)
{
    const bool task = m_composing.kind == EntryKind::Task && !tight(ui);
    const float fixed
        = top_edge + pad_y + kinds_height(ui) + pad_y + (task ? band_h + pad_y : 0) + pad_y;
    const bool little = low(ui);
    float least = little ? 90 : 94;
    if (tight(ui) || (task && little))
        least = 64;
    const float field_w = width - 2 * pad_x - gap - record_w;
    const float wanted = m_editor.wanted_height(ui, field_w);
    // Whole lines: what does not fit is scrolled to, not cut.
    const float line = EditorLook {}.style.line;
    const float share = tight(ui) ? 1.0F : little ? 0.66F : 0.5F;
    const float most = room * share - fixed;
    const float lines = std::floor((most - field_pad) / line);
    return fixed + std::max(least, std::min(wanted, field_pad + lines * line));
}

void MinutesScreen::draw_composer(Ui& ui, Commands& commands, const Rect& rect)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    rule(ui, {rect.x, rect.y}, rect.w, theme.red, top_edge);
    Rect rest
        = rect.inset({.top = top_edge + pad_y, .right = pad_x, .bottom = pad_y, .left = pad_x});
    draw_kinds(ui, rest.cut_top(kinds_height(ui), pad_y));
    if (m_composing.kind == EntryKind::Task && !tight(ui)) {
        const Rect band = rest.cut_top(band_h, pad_y);
        draw_due(ui, {rect.x, band.y, rect.w, band.h});
    }
    draw_field(ui, commands, rest);
}

void MinutesScreen::draw_kinds(Ui& ui, Rect row)
{
    const bool narrow = row.w < narrow_w - 2 * pad_x;
    if (who_above(ui))
        draw_who(ui, row.cut_top(picker_h, pad_y));
    else
        draw_who(ui, row.cut_left(who_width(ui), gap));
    const auto cells = kind_cells(ui, row);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const EntryKind kind = kinds[i];
        if (picker(ui, {"minutes.kind", i}, cells[i], ui.tr(kind_key(kind)),
                {.chosen = m_composing.kind == kind,
                    .icon = narrow ? Icon {} : kind_icon(kind),
                    .padding = 4}))
            choose_kind(kind);
    }
}

/// Four columns; where a word would not fit into one, as wide as the words ask for.
std::vector<Rect> MinutesScreen::kind_cells(Ui& ui, const Rect& row) const
{
    float words = 0, widest = 0;
    for (const EntryKind kind : kinds) {
        const float width = text_width(ui, ui.tr(kind_key(kind)), type::label);
        words += width;
        widest = std::max(widest, width);
    }
    auto cells = row.columns(4, gap);
    const float spare = (row.w - 3 * gap - words) / 4;
    if (widest + 12 <= cells[0].w || spare < 0)
        return cells;
    Rect rest = row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const float width = text_width(ui, ui.tr(kind_key(kinds[i])), type::label) + spare;
        cells[i] = i + 1 < cells.size() ? rest.cut_left(std::floor(width), gap) : rest;
    }
    return cells;
}

float MinutesScreen::who_width(Ui& ui) const
{
    if (ui.is_slim())
        return picker_h; // The face alone; the field says the name.
    const AttendanceRow* who = person(m_composing.kind == EntryKind::Task && m_composing.owner
            ? std::optional(chibo::person(*m_composing.owner))
            : m_composing.speaker);
    if (who == nullptr)
        return least_who;
    return std::max(
        least_who, std::floor(110 + text_width(ui, short_name(who->name), type::label)));
}

void MinutesScreen::draw_who(Ui& ui, const Rect& rect)
{
    const Theme& theme = ui.theme();
    const bool task = m_composing.kind == EntryKind::Task;
    const auto chosen = task
        ? (m_composing.owner ? std::optional(chibo::person(*m_composing.owner)) : std::nullopt)
        : m_composing.speaker;
    const AttendanceRow* who = person(chosen);
    const std::string name
        = who ? short_name(who->name) : ui.tr(task ? "minutes.owner" : "minutes.speaker");
    const Press pressed = press(ui, "minutes.who", rect, name);
    draw_picker(ui, rect, {}, {}, pressed.down);
    if (pressed)
        m_person_sheet.emplace(
            ui.tr(task ? "minutes.who_does" : "minutes.who_spoke"), m_attendance.rows, chosen);
    if (rect.w <= picker_h) {
        if (who)
            avatar(ui, rect.centred({48, 48}), portrait(who->name, who->number));
        else
            icon(ui, rect, icons::person, 28, theme.ink2);
        return;
    }
    Rect row = rect.inset({.right = 13, .left = 9});
    icon(ui, row.cut_right(24, 2), icons::expand_more, 24,
        theme.ink); // 2: hinting may need the room.
    if (who)
        avatar(ui, row.cut_left(48, gap).centred({48, 48}), portrait(who->name, who->number));
    else
        icon(ui, row.cut_left(48, gap), icons::person, 28, theme.ink2);
    if (task && who) {
        Rect lines = row.centred({row.w, 46});
        text(ui, lines.cut_top(22), ui.tr("minutes.owner"),
            {.style = type::caption.with_line(22), .color = theme.ink2});
        text(ui, lines, name, {.style = type::label.with_line(24), .color = theme.ink});
    } else {
        text(ui, row, name, {.style = type::label, .color = who ? theme.ink : theme.ink2});
    }
}

/// The day by which a task is done: end of the month, the next meeting, or any.
void MinutesScreen::draw_due(Ui& ui, const Rect& band)
{
    const Theme& theme = ui.theme();
    const bool open = !m_composing.due_on;
    const Family& family = theme.family(open ? Tone::Amber : Tone::Neutral);
    fill(ui, band, open ? family.tint : theme.part);
    rule(ui, {band.x, band.y}, band.w, family.line);
    rule(ui, {band.x, band.bottom() - 1}, band.w, family.line);
    Rect row = band.inset(pad_x, gap);
    const bool narrow = row.w < narrow_w - 2 * pad_x;
    Rect words = row.cut_left(narrow ? 32 : least_who, gap);
    icon(ui, words.cut_left(32, 12), icons::event, 32, open ? family.ink : theme.ink2);
    const std::string label = open ? ui.tr("minutes.choose_due")
                                   : ui.tr("minutes.due", {{"day", dm(*m_composing.due_on)}});
    if (!narrow)
        text(ui, words, label, {.style = type::label, .color = open ? family.ink : theme.ink});
    const Date today = date_of(m_meeting.planned_start_ms);
    const Date month_end {today.year, today.month, days_in_month(today.year, today.month)};
    const Date next = m_next_meeting.value_or(plus_months(today, 1));
    const auto cells = row.columns(3, gap);
    const bool of_month = draw_due_choice(ui, cells[0], "minutes.month_end", month_end);
    const bool of_next = draw_due_choice(ui, cells[1], "minutes.next_meeting", next);
    const bool other = m_composing.due_on && !of_month && !of_next;
    if (picker(ui, "minutes.due.other", cells[2],
            narrow && other ? label : ui.tr("minutes.choose_day"),
            {.chosen = other, .icon = ui.is_slim() ? Icon {} : icons::event, .padding = 4}))
        open_month(month_end);
}

void MinutesScreen::open_month(Date from)
{
    const Date day = m_composing.due_on.value_or(from);
    m_month = ShownMonth {day.year, day.month};
}

/// A task's day in the field's own row.
void MinutesScreen::draw_due_beside(Ui& ui, Rect& row)
{
    const std::string words = m_composing.due_on
        ? ui.tr("minutes.due", {{"day", dm(*m_composing.due_on)}})
        : ui.tr("minutes.choose_due");
    const PickerLook look {.icon = icons::event, .padding = 10};
    const float width = picker_width(ui, words, look);
    const Rect cell = row.cut_right(width, gap).centred({width, picker_h});
    if (picker(ui, "minutes.due.beside", cell, words, look))
        open_month(date_of(m_meeting.planned_start_ms));
}

/// True where this day is the chosen one.
bool MinutesScreen::draw_due_choice(Ui& ui, const Rect& rect, const char* key, Date day)
{
    const bool chosen = m_composing.due_on == day;
    const std::string words = ui.tr(key);
    const std::string figures = dm(day);
    const Press pressed = press(ui, WidgetId(WidgetId("minutes.due"), key), rect, words);
    draw_picker(ui, rect, {}, {.chosen = chosen}, pressed.down);
    const Color ink = chosen ? ui.theme().reds.ink : ui.theme().ink;
    const float words_w = text_width(ui, words, type::label);
    const float figures_w = text_width(ui, figures, type::body, Digits::Tabular);
    if (pressed)
        m_composing.due_on = day;
    if (words_w + gap + figures_w > rect.w - 12) { // The day below its word.
        Rect lines = rect.centred({rect.w, 52});
        text(ui, lines.cut_top(26), words,
            {.style = type::label.with_line(26), .color = ink, .align = Align::Centre});
        text(ui, lines, figures, {.color = ink, .align = Align::Centre, .digits = Digits::Tabular});
        return chosen;
    }
    Rect both = rect.centred({words_w + gap + figures_w, rect.h});
    text(ui, both.cut_left(words_w, gap), words, {.style = type::label, .color = ink});
    text(ui, {both.x, both.y, figures_w + 2, both.h}, figures,
        {.color = ink, .digits = Digits::Tabular});
    return chosen;
}

void MinutesScreen::draw_field(Ui& ui, Commands& commands, Rect row)
{
    const Theme& theme = ui.theme();
    const auto why = missing();
    const bool one_line = row.h <= 64;
    const ButtonLook look {.kind = kind_if(!why),
        .icon = icons::send,
        .icon_size = one_line ? 28.0F : 32.0F,
        .side = one_line ? IconSide::Before : IconSide::Above,
        .gap = one_line ? 12.0F : 2.0F};
    const std::string record_words = ui.tr(m_composing.edited ? "minutes.save" : "minutes.record");
    const float least = text_width(ui, record_words, look.style) + (one_line ? 56.0F : 16.0F);
    const Rect button_at = row.cut_right(std::max(record_w, least), gap);
    const bool due_beside = m_composing.kind == EntryKind::Task && tight(ui);
    if (due_beside)
        draw_due_beside(ui, row);
    if (why && !why->empty() && !due_beside) {
        const std::string words = ui.tr(*why);
        const TextStyle style {18, 24, Weight::SemiBold};
        const float wide = text_width(ui, words, style) + 2;
        const float words_w = row.w < narrow_field_w ? std::min(wide, 120.0F) : wide;
        Rect note = row.cut_right(24 + gap + words_w + 14, gap);
        note = note.inset(gap, 0);
        icon(ui, note.cut_left(24, gap), icons::error, 24, theme.ambers.ink);
        text(ui, {note.x, note.y, note.w + 2, note.h}, words,
            {.style = style, .color = theme.ambers.ink, .lines = Lines::Wrap});
    }
    const char* placeholder = m_composing.kind == EntryKind::Vote ? "minutes.motion"
        : m_composing.kind == EntryKind::Task                     ? "minutes.what_to_do"
        : m_composing.kind == EntryKind::Conclusion               ? "minutes.what_concluded"
                                                                  : "minutes.what_said";
    const float pad = one_line ? 16 : 10;
    const AttendanceRow* who = person(m_composing.speaker);
    const bool names = ui.is_slim() && !who_above(ui) && who != nullptr
        && m_composing.kind == EntryKind::Opinion;
    m_editor.draw(ui, "minutes.text", row,
        {.padding = {pad, 18, pad, 18},
            .placeholder = names ? ui.tr("minutes.said_by", {{"name", short_name(who->name)}})
                                 : ui.tr(placeholder),
            .spoken = ui.tr("minutes.field")});
    if (button(ui, "minutes.record", button_at, record_words, look))
        record(ui, commands);
}

void MinutesScreen::draw_edited(Ui& ui, Commands& commands, Rect rect)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.mark.with_alpha(0.5F));
    rule(ui, {rect.x, rect.y}, rect.w, theme.golds.line);
    Rect row = rect.inset(16, 4);
    const ButtonLook quiet {.kind = ButtonKind::Text, .style = type::label, .gap = 8};
    const auto add = [&](const char* key, Icon which) {
        ButtonLook look = quiet;
        look.icon = which;
        const std::string words = ui.tr(key);
        if (rect.w < 640) // Room for the sentence.
            return icon_button(ui, key, row.cut_right(button_height, 4), which, words, look)
                .released;
        return button(ui, key, row.cut_right(button_width(ui, words, look), 4), words, look)
            .released;
    };
    const bool ends = add("minutes.end_edit", icons::close);
    const bool removes = add("minutes.remove", icons::trash);
    const bool moves = add("minutes.move", icons::swap_horiz);
    icon(ui, row.cut_left(28, 12), icons::edit, 28, theme.golds.ink);
    const char* more = m_edit_first ? "minutes.edit_first"
        : m_aside                   ? "minutes.draft_kept"
                                    : nullptr;
    Rect lines = row.centred({row.w, more ? 50.0F : 26.0F});
    const AgendaItem* shown = shown_item();
    const AgendaItem* of = written_item();
    const std::string editing = of != nullptr && of != shown
        ? ui.tr("minutes.editing_of_item",
              {{"number", std::to_string(item_number(m_agenda, of->id))}})
        : ui.tr("minutes.editing");
    text(ui, lines.cut_top(26), editing,
        {.style = type::label.with_line(26), .color = theme.golds.ink});
    if (more)
        text(ui, lines, ui.tr(more),
            {.style = type::caption.with_line(24),
                .color = m_edit_first ? theme.reds.ink : theme.ink});
    if (removes)
        remove_edited(commands);
    else if (ends)
        end_edit();
    else if (moves)
        m_move_open = true;
}

/// The keys of a real keyboard, and the way back to the one on the screen.
void MinutesScreen::draw_footer(Ui& ui, Rect rect)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.sunk);
    Rect row = rect.inset(16, 0);
    const TextStyle style = type::caption;
    const char* method = ui.typing().method == Method::Vni ? "keyboard.vni"
        : ui.typing().method == Method::Simple             ? "keyboard.simple"
                                                           : "keyboard.telex";
    const bool outside = ui.composed_outside();
    const std::string how = ui.tr(outside ? "keyboard.outside" : method);
    const std::string real = ui.keyboard().real()
        ? (outside ? how : ui.tr("minutes.real_keyboard") + " · " + how)
        : ui.tr("minutes.show_keyboard");
    const float real_w = text_width(ui, real, style);
    const Rect back = row.cut_right(24 + gap + real_w + 2, 24);
    if (press(ui, "minutes.keyboard", {back.x - 8, rect.y, back.w + 24, rect.h}, real)) {
        ui.keyboard().bring_back();
        ui.set_typing(ui.typing()); // Ours composes again.
        ui.focus().give("minutes.text");
        ui.pace().input();
    }
    icon(ui, {back.x, back.y, 24, back.h}, icons::keyboard, 24, theme.ink2);
    text(ui, {back.x + 24 + gap, back.y, real_w + 2, back.h}, real,
        {.style = style, .color = theme.ink2});
    constexpr std::pair<const char*, const char*> hints[] {
        {"minutes.key_kind", "minutes.key_kind_does"},
        {"minutes.key_person", "minutes.key_person_does"},
        {"minutes.key_record", "minutes.key_record_does"}};
    for (const auto& [key, does] : hints) {
        const std::string keys = ui.tr(key);
        const std::string words = " " + ui.tr(does);
        const float width = text_width(ui, keys, style.bold()) + text_width(ui, words, style);
        if (width > row.w)
            return;
        text(ui, {row.x, row.y, width + 2, row.h},
            {Span {.text = keys, .weight = Weight::SemiBold}, Span {.text = words}},
            {.style = style, .color = theme.ink2});
        row.cut_left(width, 24);
    }
}

void MinutesScreen::choose_kind(EntryKind kind)
{
    m_composing.kind = kind;
    if (kind == EntryKind::Vote)
        open_vote();
}

} // namespace chibo
