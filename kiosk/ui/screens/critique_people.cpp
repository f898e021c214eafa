// Tự phê bình và phê bình: the strip of members, who it is about with the turn's timer, and what
// was to be put right since the last time.
#include <algorithm>
#include <cmath>

#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/screens/critique_screen.h"
#include "ui/screens/critique_words.h"
#include "ui/screens/handed_in_words.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/ring.h"

namespace chibo {

namespace {

constexpr float tile_h = 72;
constexpr float tile_gap = 9;
constexpr float least_tile = 146;
constexpr float ring_side = 104;
constexpr float kept_h = 104;
constexpr float kept_button = 88;
constexpr TextStyle tile_name {18, 28, Weight::SemiBold};
constexpr TextStyle tile_state {18, 24, Weight::Regular};

struct StateLook {
    const char* key = nullptr;
    Icon icon;
    Color icon_color, ink;
};

StateLook look_of(const Theme& theme, const CritiquePerson& person)
{
    if (person.left_cell && person.state != TurnState::Now)
        return {"critique.state_gone", icons::cancel, theme.ink2, theme.ink2};
    switch (person.state) {
    case TurnState::Now:
        return {"critique.state_now", icons::play_circle_filled, theme.reds.ink, theme.reds.ink};
    case TurnState::Done:
        return {"critique.state_done", icons::check_circle, theme.greens.solid, theme.greens.ink};
    case TurnState::Left:
        return {"critique.state_left", icons::pause, theme.ambers.solid, theme.ambers.ink};
    case TurnState::Absent:
        return {"critique.state_absent", icons::event_busy, theme.ambers.solid, theme.ambers.ink};
    case TurnState::Waiting:
        break;
    }
    return {"critique.state_waiting", icons::schedule, theme.ink2, theme.ink2};
}

int columns_of(float width, std::size_t people)
{
    const int fit = std::max(1, static_cast<int>((width + tile_gap) / (least_tile + tile_gap)));
    return std::min(fit, static_cast<int>(std::max<std::size_t>(people, 1)));
}

} // namespace

float CritiqueScreen::strip_height(Ui& ui, float width) const
{
    const int columns = columns_of(width, m_critique.people.size());
    const int rows = (static_cast<int>(m_critique.people.size()) + columns - 1) / columns;
    // More than two rows scroll: what follows keeps its room.
    const int shown_rows = ui.shape() == Shape::Portrait ? std::min(rows, 4) : std::min(rows, 2);
    const float height = static_cast<float>(std::max(shown_rows, 1)) * (tile_h + 8) - 8;
    return rows > shown_rows ? height + 24 : height;
}

void CritiqueScreen::draw_strip(Ui& ui, Commands& commands, const Rect& rect)
{
    const int columns = columns_of(rect.w, m_critique.people.size());
    ScrollScope strip(ui, "critique.strip", rect);
    Rect rest = strip.rect();
    for (std::size_t i = 0; i < m_critique.people.size(); i += static_cast<std::size_t>(columns)) {
        const auto cells = rest.cut_top(tile_h, 8).columns(columns, tile_gap);
        for (std::size_t j = 0; j < cells.size() && i + j < m_critique.people.size(); ++j)
            draw_tile(ui, commands, cells[j], m_critique.people[i + j]);
    }
    strip.content(rest.y - 8 - strip.top());
}

void CritiqueScreen::draw_tile(
    Ui& ui, Commands& commands, const Rect& rect, const CritiquePerson& person)
{
    const Theme& theme = ui.theme();
    const CritiquePerson* who = shown();
    const bool on = who && who->member == person.member;
    std::string name = short_name(person.name);
    if (text_width(ui, name, tile_name) > rect.w - 24)
        name = split_name(person.name).given;
    const Press pressed = press(ui, {"critique.person", person.member.uuid}, rect, name);
    choice_ground(ui, rect, on, pressed.down);
    StateLook look = look_of(theme, person);
    const bool now = person.state == TurnState::Now;
    Rect lines = rect.inset({.top = 10, .right = 8, .left = 16});
    text(ui, lines.cut_top(28), name,
        {.style = tile_name, .color = on ? theme.reds.ink : theme.ink});
    Rect second = lines.cut_top(24);
    icon(ui, second.cut_left(22, 6), look.icon, 22, look.icon_color);
    text(ui, second, ui.tr(look.key),
        {.style = now ? tile_state.bold() : tile_state, .color = look.ink});
    if (person.handed_in && rect.w > 130) {
        const Rect corner {rect.right() - 34, rect.y + 42, 22, 22};
        icon(ui, corner, icons::description, 20, on ? theme.reds.ink : theme.ink2);
    }
    if (pressed)
        touch_person(person, commands);
}

std::string CritiqueScreen::who_sees(Ui& ui) const
{
    const CritiquePerson* who = shown();
    return who ? ui.tr("critique.who_sees", {{"name", split_name(who->name).given}})
               : ui.tr("critique.leaders_see");
}

bool CritiqueScreen::head_fits(Ui& ui, float width) const
{
    return chip_width(ui, who_sees(ui), {.icon = icons::visibility_off})
        + text_width(ui, ui.tr("critique.title"), type::name) + 16
        <= width;
}

void CritiqueScreen::draw_head(Ui& ui, const Rect& rect)
{
    const std::string sees = who_sees(ui);
    const ChipLook look {.tone = Tone::Gold, .icon = icons::visibility_off};
    Rect row = rect;
    const float width = chip_width(ui, sees, look);
    const bool two_lines = !head_fits(ui, row.w);
    if (two_lines) {
        text(ui, row.cut_top(40, 4), ui.tr("critique.title"),
            {.style = type::name, .color = ui.theme().ink});
        chip(ui, {row.x, row.y}, sees, look);
        return;
    }
    const Rect at = row.cut_right(width, 12);
    chip(ui, {at.x, at.y + (at.h - look.height) / 2}, sees, look);
    text(ui, row, ui.tr("critique.title"), {.style = type::name, .color = ui.theme().ink});
}

void CritiqueScreen::draw_person(Ui& ui, Commands& commands, const Rect& rect)
{
    const Theme& theme = ui.theme();
    card(ui, rect);
    Rect row = rect.inset(20, 1);
    const CritiquePerson* who = shown();
    if (who == nullptr) {
        icon(ui, row.cut_left(48, 16), icons::groups, 48, theme.ink2);
        text(ui, row, ui.tr("critique.nobody_called"),
            {.style = type::body, .color = theme.ink2, .lines = Lines::Wrap, .max_lines = 3});
        return;
    }
    const Rect ring_at = row.cut_right(ring_side, 12).centred({ring_side, ring_side});
    draw_timer(ui, commands, ring_at, *who);
    const Rect face = row.cut_left(64, 16).centred({64, 64});
    // A touch on the person opens what was said in the years before.
    const Rect touch {rect.x, rect.y, ring_at.x - rect.x - 8, rect.h};
    const Press pressed = press(ui, "critique.history", touch, who->name);
    if (pressed.down)
        fill(ui, touch.inset(4), theme.sunk, radius::button);
    if (pressed)
        commands.go({.screen = "follow_up", .meeting = {}, .detail = who->member.text()});
    avatar(ui, face, portrait(who->name, who->number));
    const NameViews name = name_lines(who->name);
    Rect lines = row.centred({row.w, 82});
    const TextStyle style = type::name.with_line(28);
    text(ui, lines.cut_top(28), name.family, {.style = style, .color = theme.ink});
    text(ui, lines.cut_top(28), name.given, {.style = style, .color = theme.ink});
    const std::string turn = who->order > 0
        ? ui.tr("critique.turn",
              {{"number", std::to_string(who->order)},
                  {"of", std::to_string(turns_in_all(m_critique))}})
        : ui.tr(who->present ? "critique.not_called" : "critique.not_there");
    text(ui, lines, turn, {.style = type::caption, .color = theme.ink2});
}

void CritiqueScreen::draw_timer(
    Ui& ui, Commands& commands, const Rect& square, const CritiquePerson& person)
{
    if (person.order == 0 || person.limit_s == 0)
        return;
    const std::int64_t used = turn_used_ms(person, now(ui));
    const std::int64_t limit = person.limit_s * std::int64_t {1000};
    const bool runs = person.state == TurnState::Now;
    const char* word = !runs
        ? (person.state == TurnState::Done ? "critique.used" : "critique.paused")
        : used > limit ? "critique.over"
                       : "critique.left";
    if (writes() && (runs || person.state == TurnState::Left)) {
        const Press pressed = press(
            ui, "critique.timer", square, ui.tr(runs ? "critique.pause" : "critique.resume"));
        if (pressed && runs)
            commands.push(leave_turn(m_critique.session));
        else if (pressed)
            call(person.member, commands);
    }
    timer_ring(ui, square,
        {.used_ms = used,
            .planned_ms = limit,
            .paused = !runs,
            .word = ui.tr(word),
            .stroke = 10,
            .style = TextStyle {26, 30, Weight::SemiBold}});
    if (runs)
        ui.pace().again(ui.now_ms() + 1000 - used % 1000, Why::Timer);
}

/// What is asked: of several, the one that was touched.
const Commitment* CritiqueScreen::asked() const
{
    return m_turn.commitments.empty() ? nullptr : &m_turn.commitments[m_commitment];
}

float CritiqueScreen::kept_height(Ui& ui, float width) const
{
    const Commitment* commitment = asked();
    if (commitment == nullptr)
        return 0;
    if (width < 620)
        return kept_h + 72;
    const float words = width - 441 - 16;
    return std::max(kept_h, 76 + measure(ui, tied(commitment->text), type::body, words, 3).h);
}

void CritiqueScreen::draw_kept(Ui& ui, Commands& commands, const Rect& rect)
{
    const Commitment* commitment = asked();
    if (commitment == nullptr)
        return;
    card(ui, rect);
    Rect row = rect.inset({.top = 1, .right = 20, .bottom = 1, .left = 21});
    const PickerLook plain {.padding = 14, .strong = true};
    PickerLook done_look = plain;
    done_look.icon = icons::done;
    const std::string done = ui.tr("commitment.put_right");
    const float done_w = std::ceil(picker_width(ui, done, done_look)) + 1;
    const float buttons_w = done_w + 2 * (kept_button + 8);
    const bool below = rect.w < 620;
    Rect buttons = below ? row.cut_bottom(80) : row.cut_right(buttons_w, 8);
    buttons = buttons.centred({buttons.w, 64});
    const CommitmentCheck* said = check_of(*commitment, m_critique);
    const auto choice = [&](const Rect& at, CommitmentState state, const char* key) {
        PickerLook look = state == CommitmentState::PutRight ? done_look : plain;
        look.chosen = said && said->state == state;
        if (picker(ui, WidgetId(WidgetId("critique.kept"), key), at, ui.tr(key), look)
            && !look.chosen && writes())
            commands.push(
                check_commitment(
                    {.commitment = commitment->id, .state = state, .session = m_critique.session}),
                {.toast = Told {.key = "critique.kept_told", .values = {}, .undo_s = 10}});
    };
    const float small = below ? (buttons.w - done_w - 16) / 2 : kept_button;
    choice(buttons.cut_left(done_w, 8), CommitmentState::PutRight, "commitment.put_right");
    choice(buttons.cut_left(small, 8), CommitmentState::UnderWay, "critique.kept_under_way");
    choice(buttons, CommitmentState::NotPutRight, "critique.kept_not");
    draw_kept_words(ui, row, *commitment);
}

void CritiqueScreen::draw_kept_words(Ui& ui, const Rect& rect, const Commitment& commitment)
{
    const Theme& theme = ui.theme();
    const Press pressed = press(ui, "critique.kept_words", rect, commitment.text);
    if (pressed.down)
        fill(ui, rect.inset(-8, 4), theme.sunk, radius::button);
    const std::size_t count = m_turn.commitments.size();
    // Of several the next one; of one the evidence.
    if (pressed && count > 1) {
        m_commitment = (m_commitment + 1) % count;
    } else if (pressed && writes()) {
        const auto& checks = commitment.checks;
        m_evidence_sheet.emplace(WordsSheet::Look {.id = "critique.evidence",
                                     .title = ui.tr("critique.evidence"),
                                     .advice = commitment.text,
                                     .placeholder = ui.tr("critique.evidence_words"),
                                     .go = ui.tr("critique.record_evidence"),
                                     .may_be_empty = false},
            checks.empty() ? std::string() : checks.back().evidence);
    }
    const std::string words = tied(commitment.text);
    const float words_h = measure(ui, words, type::body, rect.w, 3).h;
    Rect lines = rect.centred({rect.w, 28 + words_h + 26});
    std::string title = ui.tr("critique.kept");
    if (count > 1)
        title += " " + std::to_string(m_commitment + 1) + "/" + std::to_string(count);
    text(ui, lines.cut_top(28), title, {.style = type::label, .color = theme.ink});
    text(ui, lines.cut_top(words_h), words,
        {.style = type::body, .color = theme.ink, .lines = Lines::Wrap, .max_lines = 3});
    std::string due = due_day_words(ui, commitment.due_on);
    if (!commitment.checks.empty() && !commitment.checks.back().evidence.empty())
        due += " · " + commitment.checks.back().evidence;
    text(ui, lines, due, {.style = type::caption, .color = theme.ink2});
}

/// Where there is room: what was handed in for this meeting.
void CritiqueScreen::draw_third(Ui& ui, const Rect& rect)
{
    const Theme& theme = ui.theme();
    card(ui, rect);
    Rect inside = rect.inset(1);
    (void)card_header(ui, "critique.handed_in", inside,
        {.title = ui.tr("critique.handed_in_title"), .height = 64});
    inside.cut_top(64);
    rule(ui, {inside.x, inside.y}, inside.w, theme.line);
    ScrollScope list(ui, "critique.handed_in.list", inside);
    Rect rest = list.rect().inset({.top = 12, .right = 20, .left = 20});
    for (const HandedIn& sheet : m_turn.handed_in)
        draw_handed_in_sections(ui, rest, sheet, form_named(*m_rules, sheet.form));
    if (m_turn.handed_in.empty())
        text(ui, rest.cut_top(60), ui.tr("critique.nothing_handed_in"),
            {.style = type::caption,
                .color = theme.ink2,
                .place = Place::Top,
                .lines = Lines::Wrap});
    list.content(rest.y - list.top());
}

} // namespace chibo
