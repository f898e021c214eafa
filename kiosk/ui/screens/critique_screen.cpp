#include "ui/screens/critique_screen.h"

#include <algorithm>
#include <utility>

#include "meeting/names.h"
#include "record/agenda_queries.h"
#include "record/check_in_queries.h"
#include "record/critique_queries.h"
#include "record/drafts.h"
#include "record/meeting_queries.h"
#include "record/rule_files.h"
#include "record/time_anchor.h"
#include "ui/draw.h"
#include "ui/screens/critique_words.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/ring.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr float right_w = 368;
constexpr float person_h = 128;
constexpr float head_h = 40;
constexpr float least_conclusion = 276;

} // namespace

// The copy.

void CritiqueScreen::refresh(const Record& record, const Viewer& viewer)
{
    if (std::exchange(m_viewer, viewer) != viewer)
        m_noted.reset(); // Another one reads.
    m_meeting = m_asked.nil() ? read_current_meeting(record, record.clock().now_ms())
                              : read_meeting(record, m_asked);
    m_sight = CritiqueSight::Nothing;
    if (!m_meeting)
        return;
    m_sight = critique_sight(*m_meeting, viewer.member, viewer.role);
    m_rules = &critique_rules_of(*m_meeting);
    const Agenda agenda = read_agenda(record, m_meeting->id);
    const AgendaItem* item = current_item(agenda);
    m_item = item ? std::optional(item->id) : std::nullopt;
    m_item_title = item ? item->title : std::string();
    if (m_sight != CritiqueSight::All) {
        m_critique = {}; // Nothing of it is held where it is not to be seen.
        m_turn = {};
        return;
    }
    m_attendance = read_attendance(record, m_meeting->id);
    std::vector<std::string> names;
    for (const AttendanceRow& row : m_attendance.rows) {
        if (present_now(row))
            names.push_back(row.name);
    }
    m_suggester.set_people(names);
    m_suggester.set_phrases(m_rules->phrases);
    ++m_suggester_version;
    m_critique = read_critique(record, m_meeting->id);
    m_read_at_ms = meeting_now_ms(record, m_meeting->id);
    m_read_elapsed_ms = record.clock().elapsed_ms();
    read_person(record);
}

const CritiquePerson* CritiqueScreen::shown() const
{
    if (m_shown) {
        const auto found = std::ranges::find(m_critique.people, *m_shown, &CritiquePerson::member);
        if (found != m_critique.people.end())
            return &*found;
    }
    return current_person(m_critique);
}

void CritiqueScreen::read_person(const Record& record)
{
    const CritiquePerson* who = shown();
    m_turn = who ? read_critique_turn(record, m_critique, who->member) : CritiqueTurn {};
    if (who && m_read_for != who->member) {
        m_read_for = who->member;
        m_commitment = 0;
        read_drafts(record);
    }
    m_commitment = std::min(
        m_commitment, m_turn.commitments.empty() ? std::size_t {0} : m_turn.commitments.size() - 1);
}

bool CritiqueScreen::writes() const
{
    return m_sight == CritiqueSight::All && m_meeting && running(*m_meeting)
        && !m_critique.session.nil() && !m_critique.ended_at_ms;
}

UnixMs CritiqueScreen::now(const Ui& ui) const
{
    return m_read_at_ms + ui.clock().elapsed_ms() - m_read_elapsed_ms;
}

bool CritiqueScreen::low(const Ui& ui) const
{
    return ui.work().h + 2 * space::margin_y < 440;
}

// The regions.

void CritiqueScreen::draw(Ui& ui, Commands& commands)
{
    if (m_sight != CritiqueSight::All || m_critique.session.nil()) {
        draw_nothing(ui, commands);
        return;
    }
    note_reading(commands);
    if (writes() && shown()) {
        // "Kept?" comes first: the keyboard on the screen would stand over it.
        const bool asks = std::ranges::any_of(m_turn.commitments,
            [&](const Commitment& one) { return check_of(one, m_critique) == nullptr; });
        const bool begun = !m_editor.buffer().empty();
        if (m_focus_asked && (!asks || begun || ui.keyboard().real())) {
            m_focus_asked = false;
            ui.focus().give("critique.text");
        }
        for (const char* field : {"critique.text", "critique.conclusion_text"}) {
            if (ui.focus().has(field))
                ui.keyboard().offer(
                    {.from = &m_suggester, .field = field, .version = m_suggester_version});
        }
    }
    const Rect whole = ui.work().inset(-space::margin_x, -space::margin_y);
    if (low(ui))
        draw_low(ui, commands, whole);
    else if (ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide)
        draw_beside(ui, commands, whole);
    else
        draw_stacked(ui, commands, whole);
    draw_sheets(ui, commands);
    if (writes())
        save_drafts_in_time(ui, commands);
}

void CritiqueScreen::draw_nothing(Ui& ui, Commands& commands)
{
    const bool may = m_sight == CritiqueSight::All;
    const bool can_begin = may && m_meeting && running(*m_meeting) && m_item;
    const char* title = m_sight == CritiqueSight::Nothing ? "critique.not_for_the_room"
        : may                                             ? "critique.title"
                                                          : "critique.goes_on";
    const char* advice = m_sight == CritiqueSight::Nothing ? "critique.not_for_the_room_advice"
        : !may                                             ? "critique.only_leaders"
        : can_begin                                        ? "critique.begin_advice"
                                                           : "critique.not_running";
    const bool follows = follow_up_sight(m_viewer.member, m_viewer.role) != CritiqueSight::Nothing;
    Rect rest = ui.work();
    const Rect below = rest.cut_bottom(follows ? button_height : 0, 16);
    if (empty_state(ui, "critique.none", rest,
            {.icon = icons::forum,
                .title = ui.tr(title),
                .advice = ui.tr(advice, {{"item", tied(m_item_title)}}),
                .button = can_begin ? ui.tr("critique.begin") : std::string(),
                .button_icon = icons::forum})
        && can_begin) {
        commands.push(start_critique(m_meeting->id, *m_item));
        m_focus_asked = true;
    }
    const std::string follow = ui.tr("critique.follow_up");
    const ButtonLook look {.icon = icons::flag};
    if (follows
        && button(ui, "critique.follow_up",
            below.centred({button_width(ui, follow, look), button_height}), follow, look))
        commands.go({.screen = "follow_up", .meeting = {}, .detail = {}});
}

void CritiqueScreen::draw_beside(Ui& ui, Commands& commands, Rect whole)
{
    const bool wide = ui.shape() == Shape::Wide;
    const Rect composer
        = writes() && shown() ? whole.cut_bottom(composer_height(ui, whole.w)) : Rect {};
    Rect rest = whole.inset(space::margin_x, space::margin_y);
    draw_strip(ui, commands, rest.cut_top(strip_height(ui, rest.w), 16));
    Rect third {};
    if (wide)
        third = rest.cut_right(420, space::s3);
    Rect right = rest.cut_right(right_w * (wide ? 1.25F : 1.0F), space::s3);
    draw_head(ui, rest.cut_top(head_h, 8));
    draw_kept(ui, commands, rest.cut_top(kept_height(ui, rest.w), asked() ? 12 : 0));
    draw_timeline(ui, rest);
    ui.set_toast_room(rest);
    draw_person(ui, commands, right.cut_top(person_h, 16));
    draw_conclusion(ui, commands, right.cut_top(std::min(right.h, wide ? 420.0F : right.h)));
    if (!third.empty())
        draw_third(ui, third);
    if (!composer.empty())
        draw_composer(ui, commands, composer);
}

/// The keyboard on the screen: who, the last words, and what is being written.
void CritiqueScreen::draw_low(Ui& ui, Commands& commands, Rect whole)
{
    // The field that brought the keyboard up stays in sight, or it would go away again.
    if (ui.focus().has("critique.conclusion_text"))
        m_writes_conclusion = true;
    const Rect composer
        = writes() && shown() ? whole.cut_bottom(composer_height(ui, whole.w)) : Rect {};
    Rect rest = whole.inset({.top = 8, .right = space::margin_x, .left = space::margin_x});
    Rect head = rest.cut_top(64, 4);
    const CritiquePerson* who = shown();
    if (who && writes()) {
        const std::string other
            = ui.tr(m_writes_conclusion ? "critique.write_remark" : "critique.conclusion");
        const ButtonLook look {
            .icon = m_writes_conclusion ? icons::chat_bubble_outline : icons::gavel,
            .style = type::label,
            .gap = 8};
        if (button(ui, "critique.other_words", head.cut_right(button_width(ui, other, look), 12),
                other, look)) {
            m_writes_conclusion = !m_writes_conclusion;
            ui.focus().give(m_writes_conclusion ? "critique.conclusion_text" : "critique.text");
            ui.pace().input();
        }
    }
    if (who) {
        const bool runs = who->state == TurnState::Now;
        const std::string left = ui.tr(
            turn_used_ms(*who, now(ui)) > who->limit_s * std::int64_t {1000} ? "critique.over"
                                                                             : "critique.left");
        const std::string words = who->name
            + (runs ? " · "
                        + timer_text(
                            turn_used_ms(*who, now(ui)), who->limit_s * std::int64_t {1000})
                        + " " + left
                    : std::string());
        text(ui, head, words, {.style = type::name, .color = ui.theme().ink});
        if (runs)
            ui.pace().again(ui.now_ms() + 1000, Why::Timer);
    }
    draw_timeline(ui, rest);
    ui.set_toast_room(rest);
    if (composer.empty())
        return;
    if (m_writes_conclusion)
        draw_conclusion(ui, commands, composer);
    else
        draw_composer(ui, commands, composer);
}

void CritiqueScreen::draw_stacked(Ui& ui, Commands& commands, Rect whole)
{
    const Rect composer
        = writes() && shown() ? whole.cut_bottom(composer_height(ui, whole.w)) : Rect {};
    const Rect view = whole.inset({.right = space::margin_x, .left = space::margin_x});
    ui.set_toast_room(view);
    {
        ScrollScope page(ui, "critique.page", view);
        Rect rest = page.rect();
        rest.cut_top(16);
        draw_strip(ui, commands, rest.cut_top(strip_height(ui, rest.w), 16));
        draw_person(ui, commands, rest.cut_top(person_h, 16));
        draw_head(ui, rest.cut_top(head_fits(ui, rest.w) ? head_h : 2 * head_h + 4, 8));
        draw_kept(ui, commands, rest.cut_top(kept_height(ui, rest.w), asked() ? 16 : 0));
        rest.y += draw_remarks(ui, rest, nullptr);
        rest.cut_top(16);
        draw_conclusion(ui, commands, rest.cut_top(least_conclusion, 16));
        page.content(rest.y - page.top());
    }
    if (!composer.empty())
        draw_composer(ui, commands, composer);
}

} // namespace chibo
