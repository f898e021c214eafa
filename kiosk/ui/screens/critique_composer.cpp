// Tự phê bình và phê bình: who says it, which kind, the words; and the chair's conclusion with its
// day.
#include <algorithm>
#include <cmath>

#include "meeting/letters.h"
#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/screens/critique_screen.h"
#include "ui/screens/critique_words.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"

namespace chibo {

namespace {

constexpr float composer_h = 180;
constexpr float picker_h = 64;
constexpr float short_from = 112; // The face and the arrow alone.
constexpr float record_w = 112;
constexpr float narrow_w = 860; // Below it the kinds stand without their icons.

} // namespace

const AttendanceRow* CritiqueScreen::person(const std::optional<PersonId>& id) const
{
    const auto found = std::ranges::find_if(
        m_attendance.rows, [&](const AttendanceRow& row) { return id && row.person == *id; });
    return found == m_attendance.rows.end() ? nullptr : &*found;
}

bool CritiqueScreen::speaks_of_oneself() const
{
    return m_composing.from && m_read_for && m_composing.from->uuid == m_read_for->uuid;
}

void CritiqueScreen::choose_from(PersonId from)
{
    m_composing.from = from;
    if (speaks_of_oneself())
        m_composing.kind = m_rules->self.id;
    else if (m_composing.kind == m_rules->self.id)
        m_composing.kind = m_rules->remarks.front().id;
}

float CritiqueScreen::from_width(Ui& ui) const
{
    const AttendanceRow* who = person(m_composing.from);
    const float name_w
        = text_width(ui, who ? short_name(who->name) : ui.tr("critique.speaker"), type::label);
    return std::max(203.0F, std::ceil(110 + name_w));
}

/// Whether each kind's word has room beside the others.
bool CritiqueScreen::kinds_fit(Ui& ui, float room) const
{
    const auto count = static_cast<float>(m_rules->remarks.size());
    const float cell = (room - 8 * (count - 1)) / count;
    return std::ranges::all_of(m_rules->remarks, [&](const CritiqueKind& kind) {
        return text_width(ui, label_of(ui, kind.label), type::label) + 12 <= cell;
    });
}

/// Who says it stands on a row of its own where there is no room beside the kinds.
float CritiqueScreen::composer_height(Ui& ui, float width) const
{
    const bool fits = kinds_fit(ui, width - 2 * space::margin_x - from_width(ui) - 8);
    return fits || low(ui) ? composer_h : composer_h + picker_h + 8;
}

void CritiqueScreen::draw_composer(Ui& ui, Commands& commands, const Rect& rect)
{
    const Theme& theme = ui.theme();
    fill(ui, rect, theme.card);
    rule(ui, {rect.x, rect.y}, rect.w, theme.red, stroke::button);
    Rect rest = rect.inset({.top = 10, .right = space::margin_x, .bottom = 8, .left = 24});
    Rect kinds = rest.cut_top(picker_h, 8);
    const bool two_rows = rect.h > composer_h;
    if (two_rows) {
        draw_from(ui, kinds);
        kinds = rest.cut_top(picker_h, 8);
    } else {
        const bool whole = kinds_fit(ui, kinds.w - from_width(ui) - 8);
        draw_from(ui, kinds.cut_left(whole ? from_width(ui) : short_from, 8));
    }
    draw_kinds(ui, kinds);
    const bool empty = is_blank(m_editor.buffer().text());
    const bool ready = !empty && m_composing.from.has_value();
    const Rect button_at = rest.cut_right(record_w, 8);
    m_editor.draw(ui, "critique.text", rest,
        {.padding = {12, 18, 12, 18},
            .placeholder = ui.tr(speaks_of_oneself() ? "critique.own_words" : "critique.words"),
            .spoken = ui.tr("critique.field")});
    // After the conclusion the next person is the red one, unless words stand here.
    const ButtonKind kind = ready ? ButtonKind::Primary
        : concluded() || empty    ? ButtonKind::Secondary
                                  : ButtonKind::Off;
    const bool records = button(ui, "critique.record", button_at,
        ui.tr(m_composing.edited ? "critique.save" : "critique.record"),
        {.kind = ready || kind == ButtonKind::Off ? kind : ButtonKind::Off,
            .icon = icons::send,
            .icon_size = 32,
            .side = IconSide::Above,
            .gap = 2})
                             .released;
    const bool by_key = std::ranges::any_of(ui.typed(),
        [](const Typed& typed) { return typed.key == NamedKey::Enter && typed.control; });
    if (ready && (records || (by_key && ui.focus().has("critique.text"))))
        record_remark(commands);
    else if (records && !ready && !empty)
        commands.tell({.key = "critique.no_speaker", .values = {}});
}

void CritiqueScreen::draw_from(Ui& ui, const Rect& rect)
{
    const Theme& theme = ui.theme();
    const AttendanceRow* who = person(m_composing.from);
    const std::string name = who ? short_name(who->name) : ui.tr("critique.speaker");
    const Press pressed = press(ui, "critique.from", rect, name);
    draw_picker(ui, rect, {}, {.strong = true}, pressed.down);
    Rect row = rect.inset({.right = 14, .left = 8});
    icon(ui, row.cut_right(24, 2), icons::expand_more, 24, theme.ink);
    if (who)
        avatar(ui, row.cut_left(48, 8).centred({48, 48}), portrait(who->name, who->number));
    else
        icon(ui, row.cut_left(48, 8), icons::person, 28, theme.ink2);
    if (rect.w > short_from)
        text(ui, row, name, {.style = type::label, .color = who ? theme.ink : theme.ink2});
    if (!pressed)
        return;
    std::vector<AttendanceRow> people;
    std::ranges::copy_if(m_attendance.rows, std::back_inserter(people),
        [](const AttendanceRow& one) { return present_now(one); });
    m_person_sheet.emplace(ui.tr("critique.who_says"), std::move(people), m_composing.from);
}

void CritiqueScreen::draw_kinds(Ui& ui, const Rect& rect)
{
    const bool icons_fit = ui.screen().w - 128 >= narrow_w;
    if (speaks_of_oneself()) {
        (void)picker(ui, "critique.kind_self", rect, label_of(ui, m_rules->self.label),
            {.chosen = true, .icon = icon_named(m_rules->self.icon), .strong = true});
        return;
    }
    const auto cells = rect.columns(static_cast<int>(m_rules->remarks.size()), 8);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const CritiqueKind& kind = m_rules->remarks[i];
        if (picker(ui, {"critique.kind", i}, cells[i], label_of(ui, kind.label),
                {.chosen = m_composing.kind == kind.id,
                    .icon = icons_fit ? icon_named(kind.icon) : Icon {},
                    .padding = 4,
                    .strong = true}))
            m_composing.kind = kind.id;
    }
}

void CritiqueScreen::draw_conclusion(Ui& ui, Commands& commands, const Rect& rect)
{
    const Theme& theme = ui.theme();
    const bool little = low(ui);
    if (little) {
        fill(ui, rect, theme.card);
        rule(ui, {rect.x, rect.y}, rect.w, theme.red, stroke::button);
    } else {
        card(ui, rect);
    }
    Rect rest = little ? rect.inset({.top = 10, .right = 24, .bottom = 8, .left = 24})
                       : rect.inset({.top = 1, .right = 20, .bottom = 1, .left = 20});
    Rect head = little ? Rect {} : rest.cut_top(56);
    if (!little)
        rest.cut_bottom(18);
    Rect buttons = rest.cut_bottom(button_height, little ? 8.0F : 12.0F);
    if (!head.empty()) {
        const bool there = concluded();
        const std::string state = ui.tr(there ? "critique.recorded" : "critique.draft");
        const ChipLook look {.tone = there ? Tone::Green : Tone::Neutral};
        const bool any = there || !m_conclusion.buffer().empty();
        if (any) {
            const Rect at = head.cut_right(chip_width(ui, state, look), 8);
            chip(ui, {at.x, at.y + 10}, state, look);
        }
        icon(ui, head.cut_left(28, 12), icons::gavel, 28, theme.golds.ink);
        text(ui, head, ui.tr("critique.conclusion_of_chair"),
            {.style = type::name, .color = theme.ink});
    }
    if (writes() && shown()) {
        m_conclusion.draw(ui, "critique.conclusion_text", rest,
            {.style = type::body,
                .padding = {10, 14, 10, 14},
                .placeholder = ui.tr("critique.conclusion_words"),
                .spoken = ui.tr("critique.conclusion_field")});
        draw_conclusion_buttons(ui, commands, buttons);
        return;
    }
    const std::string words
        = m_turn.conclusion ? m_turn.conclusion->text : ui.tr("critique.no_conclusion");
    text(ui, rest, tied(words),
        {.style = type::body, .color = theme.ink, .place = Place::Top, .lines = Lines::Wrap});
    if (m_turn.conclusion)
        text(ui, buttons, due_day_words(ui, m_turn.conclusion->due_on),
            {.style = type::caption, .color = theme.ink2});
    const CritiquePerson* next = next_person(m_critique);
    if (writes() && next && !shown()
        && button(ui, "critique.call_first", buttons,
            ui.tr("critique.call", {{"name", short_name(next->name)}}),
            {.kind = ButtonKind::Primary, .style = type::label, .gap = 8}))
        call(next->member, commands);
}

void CritiqueScreen::draw_conclusion_buttons(Ui& ui, Commands& commands, const Rect& row)
{
    const ButtonLook quiet {.icon = icons::event, .icon_size = 24, .style = type::label, .gap = 8};
    Rect rest = row;
    if (concluded()) {
        const bool released = m_turn.conclusion->released_as.has_value();
        if (icon_button(ui, "critique.release", rest.cut_left(64, 8),
                released ? icons::task_alt : icons::description, ui.tr("critique.release")))
            m_release_sheet.emplace(WordsSheet::Look {.id = "critique.release_sheet",
                                        .title = ui.tr("critique.release"),
                                        .advice = ui.tr("critique.release_advice"),
                                        .placeholder = ui.tr("critique.release_words"),
                                        .go = ui.tr("critique.release_go"),
                                        .may_be_empty = false},
                std::string());
        const bool more = next_person(m_critique) != nullptr;
        ButtonLook look = quiet;
        look.icon = more ? icons::arrow_forward : icons::done;
        look.side = more ? IconSide::After : IconSide::Before;
        look.kind
            = is_blank(m_editor.buffer().text()) ? ButtonKind::Primary : ButtonKind::Secondary;
        if (button(ui, "critique.go_on", rest, ui.tr(more ? "critique.next" : "critique.finish"),
                look))
            go_on(commands);
        return;
    }
    const auto cells = rest.columns(2, 8);
    const std::string day = m_due_on ? ui.tr("critique.due", {{"day", dm(*m_due_on)}})
                                     : ui.tr("critique.choose_due_short");
    if (button(ui, "critique.due", cells[0], day, quiet)) {
        const Date start = m_due_on.value_or(date_of(ui.clock().now_ms()));
        m_month = ShownMonth {start.year, start.month};
    }
    ButtonLook look = quiet;
    look.icon = icons::gavel;
    const bool ready = !is_blank(m_conclusion.buffer().text());
    look.kind = kind_if(ready, ButtonKind::Secondary);
    if (button(ui, "critique.conclude", cells[1], ui.tr("critique.conclude"), look))
        conclude(commands);
}

} // namespace chibo
