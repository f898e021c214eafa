#include "ui/screens/follow_up_screen.h"

#include <algorithm>
#include <array>
#include <utility>

#include "meeting/names.h"
#include "record/critique_commands.h"
#include "record/member_queries.h"
#include "record/rule_files.h"
#include "ui/draw.h"
#include "ui/screens/critique_words.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr float list_w = 384;
constexpr float member_h = 72;

} // namespace

void FollowUpScreen::refresh(const Record& record, const Viewer& viewer)
{
    if (std::exchange(m_viewer, viewer) != viewer)
        m_noted.reset(); // Another one reads.
    m_sight = follow_up_sight(viewer.member, viewer.role);
    m_rows.clear();
    m_history = {};
    if (m_sight == CritiqueSight::Nothing)
        return;
    m_today = date_of(record.clock().now_ms());
    m_rules = &critique_rules_of(m_today);
    const Date soon = plus_days(m_today, m_rules->due_soon_days);
    const auto open = read_open_commitments(record);
    for (Member& member : read_members_with_left(record)) {
        if (m_sight == CritiqueSight::OwnRows && member.id != *viewer.member)
            continue;
        if (member.left_on && m_shown != member.id)
            continue;
        Row row {.member = std::move(member)};
        for (const Commitment& one : open) {
            row.open += one.member == row.member.id ? 1 : 0;
            row.due += one.member == row.member.id && due_by(one, soon) ? 1 : 0;
        }
        m_rows.push_back(std::move(row));
    }
    // Who has something due stands first when nobody was asked for.
    if (!shown() && !m_rows.empty()) {
        const auto due = std::ranges::find_if(m_rows, [](const Row& row) { return row.due > 0; });
        m_shown = due == m_rows.end() ? m_rows.front().member.id : due->member.id;
    }
    if (const Row* row = shown())
        m_history = read_critique_history(record, row->member.id);
}

const FollowUpScreen::Row* FollowUpScreen::shown() const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row& row) { return m_shown && row.member.id == *m_shown; });
    return found == m_rows.end() ? nullptr : &*found;
}

void FollowUpScreen::note_reading(Commands& commands)
{
    const Row* row = shown();
    if (row == nullptr || m_noted == row->member.id)
        return;
    m_noted = row->member.id;
    commands.push(chibo::note_reading(
        {.what = "history", .how = "screen", .session = {}, .about = row->member.id}));
}

void FollowUpScreen::draw(Ui& ui, Commands& commands)
{
    if (m_sight == CritiqueSight::Nothing) {
        empty_state(ui, "follow_up.none", ui.work(),
            {.icon = icons::visibility_off,
                .title = ui.tr("critique.not_for_the_room"),
                .advice = ui.tr("critique.not_for_the_room_advice")});
        return;
    }
    note_reading(commands);
    Rect work = ui.work();
    const bool beside = work.w > 900 && work.h > 300;
    if (beside)
        draw_members(ui, commands, work.cut_left(std::min(list_w, work.w * 0.36F), 24));
    else
        draw_members(ui, commands, work.cut_top(std::min(work.h * 0.36F, 320.0F), 16));
    draw_history(ui, work);
    draw_add_sheet(ui, commands);
    draw_check_sheet(ui, commands);
}

void FollowUpScreen::draw_members(Ui& ui, Commands& commands, const Rect& rect)
{
    card(ui, rect);
    Rect inside = rect.inset(1);
    (void)card_header(
        ui, "follow_up.members", inside, {.title = ui.tr("critique.follow_up"), .height = 64});
    inside.cut_top(64);
    rule(ui, {inside.x, inside.y}, inside.w, ui.theme().line);
    ScrollScope list(ui, "follow_up.list", inside);
    Rect rest = list.rect();
    for (const Row& row : m_rows) {
        const Rect place = rest.cut_top(member_h);
        if (list.shows(place))
            draw_member(ui, commands, place, row);
    }
    list.content(rest.y - list.top());
}

void FollowUpScreen::draw_member(Ui& ui, Commands& commands, const Rect& rect, const Row& row)
{
    const Theme& theme = ui.theme();
    const bool current = m_shown == row.member.id;
    const Press pressed
        = press(ui, {"follow_up.member", row.member.id.uuid}, rect, row.member.name);
    row_ground(ui, rect, {.first = false, .current = current, .pressed = pressed.down});
    Rect inside = rect.inset({.right = 16, .left = 20});
    avatar(ui, inside.cut_left(48, 12).centred({48, 48}),
        portrait(row.member.name, row.member.number));
    const std::string words = row.due > 0
        ? ui.tr("follow_up.due", {{"count", std::to_string(row.due)}})
        : row.open > 0 ? ui.tr("follow_up.open", {{"count", std::to_string(row.open)}})
                       : ui.tr("follow_up.nothing_open");
    Rect lines = inside.centred({inside.w, 54});
    text(ui, lines.cut_top(28), row.member.name,
        {.style = type::label, .color = current ? theme.reds.ink : theme.ink});
    if (row.due > 0)
        icon(ui, lines.cut_left(20, 6), icons::error, 20, theme.ambers.solid);
    text(ui, lines, words,
        {.style = type::caption, .color = row.due > 0 ? theme.ambers.ink : theme.ink2});
    if (!pressed)
        return;
    m_shown = row.member.id;
    commands.read_again();
}

void FollowUpScreen::draw_history(Ui& ui, const Rect& rect)
{
    const Row* row = shown();
    if (row == nullptr)
        return;
    card(ui, rect);
    Rect inside = rect.inset(1);
    draw_head(ui, inside.cut_top(64).inset({.right = 8, .left = 20}), *row);
    rule(ui, {inside.x, inside.y}, inside.w, ui.theme().line);
    ScrollScope page(ui, "follow_up.history", inside);
    Rect rest = page.rect().inset({.top = 16, .right = 20, .left = 20});
    rest.cut_top(draw_content(ui, rest));
    page.content(rest.y + 8 - page.top());
}

void FollowUpScreen::draw_head(Ui& ui, Rect head, const Row& row)
{
    const std::string sees
        = ui.tr("critique.who_sees", {{"name", split_name(row.member.name).given}});
    const ChipLook look {.tone = Tone::Gold, .icon = icons::visibility_off};
    const float chip_w = chip_width(ui, sees, look);
    const float name_w = text_width(ui, row.member.name, type::name) + 16;
    if (m_sight == CritiqueSight::All)
        draw_add(ui, head, head.w - name_w - chip_w - 12);
    else
        head.cut_right(12);
    if (chip_w + name_w < head.w) {
        const Rect at = head.cut_right(chip_w, 12);
        chip(ui, {at.x, at.y + 14}, sees, look);
    }
    text(ui, head, row.member.name, {.style = type::name, .color = ui.theme().ink});
}

/// Its words where there is `room` beside name and chip.
void FollowUpScreen::draw_add(Ui& ui, Rect& head, float room)
{
    const ButtonLook look {.kind = ButtonKind::Text, .icon = icons::add, .gap = 8};
    const std::string add = ui.tr("follow_up.add");
    const float width = button_width(ui, add, look);
    const bool words = width + 8 <= room;
    const Rect at = head.cut_right(words ? width : space::touch, 8);
    const Press pressed = words ? button(ui, "follow_up.add", at, add, look)
                                : icon_button(ui, "follow_up.add", at, icons::add, add, look);
    if (pressed)
        m_added.emplace(shown()->member, m_today);
}

float FollowUpScreen::draw_content(Ui& ui, Rect rest)
{
    const Theme& theme = ui.theme();
    const float top = rest.y;
    if (m_history.commitments.empty() && m_history.critiques.empty()) {
        empty_state(ui, "follow_up.empty", rest.cut_top(280),
            {.icon = icons::task_alt,
                .title = ui.tr("follow_up.empty"),
                .advice = ui.tr("follow_up.empty_advice")});
        return rest.y - top;
    }
    text(ui, rest.cut_top(28, 8), ui.tr("own_page.to_put_right"),
        {.style = type::label, .color = theme.ink2});
    for (const Commitment& one : m_history.commitments)
        rest.cut_top(draw_commitment(ui, rest, one), 0);
    if (m_history.commitments.empty())
        text(ui, rest.cut_top(40), ui.tr("own_page.nothing_to_put_right"),
            {.style = type::body, .color = theme.ink2});
    rest.cut_top(20);
    int year = 0;
    for (const PastCritique& past : m_history.critiques) {
        if (past.held_on.year != year) {
            year = past.held_on.year;
            text(ui, rest.cut_top(28, 8), ui.tr("follow_up.year", {{"year", std::to_string(year)}}),
                {.style = type::label, .color = theme.ink2});
        }
        rest.cut_top(draw_past(ui, rest, past), 16);
    }
    return rest.y - top;
}

/// Where it comes from and by when; then each check, oldest first.
std::vector<std::string> FollowUpScreen::notes_on(Ui& ui, const Commitment& commitment)
{
    std::vector<std::string> notes {ui.tr("follow_up.source_" + commitment.source) + " "
        + dmy(commitment.given_on) + " · " + due_day_words(ui, commitment.due_on)};
    for (const CommitmentCheck& check : commitment.checks)
        notes.push_back(dm(date_of(check.at_ms)) + " · " + commitment_look(ui, check.state).words
            + " · " + check.confirmed_by_name
            + (check.evidence.empty() ? std::string() : " · " + check.evidence));
    return notes;
}

float FollowUpScreen::draw_commitment(Ui& ui, Rect rest, const Commitment& commitment)
{
    const Theme& theme = ui.theme();
    const CritiqueLook state = commitment_look(ui, state_of(commitment));
    const bool late = due_by(commitment, plus_days(m_today, -1));
    const float chip_w = chip_width(ui, state.words, {.icon = state.icon});
    const float words_w = rest.w - chip_w - 16;
    const float words_h = measure(ui, tied(commitment.text), type::label, words_w, 3).h;
    const std::vector<std::string> notes = notes_on(ui, commitment);
    float notes_h = 0;
    for (const std::string& note : notes)
        notes_h += measure(ui, note, type::caption, words_w, 3).h;
    const std::string measure_words = commitment.measure.empty()
        ? std::string()
        : ui.tr("follow_up.measure", {{"measure", commitment.measure}});
    const float measure_h
        = commitment.measure.empty() ? 0 : measure(ui, measure_words, type::caption, words_w, 2).h;
    const Rect row = rest.cut_top(12 + words_h + measure_h + notes_h + 12);
    const Press pressed
        = press(ui, {"follow_up.commitment", commitment.id.uuid}, row, commitment.text);
    if (pressed.down)
        fill(ui, row.inset(-8, 0), theme.sunk, radius::button);
    rule(ui, {row.x, row.y}, row.w, theme.line);
    Rect inside = row.inset(0, 12);
    const Rect at = inside.cut_right(chip_w, 16);
    chip(ui, {at.x, at.y}, state.words, {.tone = state.tone, .icon = state.icon});
    text(ui, inside.cut_top(words_h), tied(commitment.text),
        {.style = type::label,
            .color = theme.ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = 3});
    text(ui, inside.cut_top(measure_h), measure_words,
        {.style = type::caption,
            .color = theme.ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .max_lines = 2});
    for (const std::string& note : notes) {
        const bool first = &note == notes.data();
        text(ui, inside.cut_top(measure(ui, note, type::caption, words_w, 3).h), note,
            {.style = type::caption,
                .color = first && late ? theme.reds.ink : theme.ink2,
                .place = Place::Top,
                .lines = Lines::Wrap,
                .max_lines = 3});
    }
    if (pressed && m_sight == CritiqueSight::All) {
        m_checked = commitment;
        m_state = state_of(commitment);
        m_evidence.buffer().set_text({});
    }
    return row.h;
}

float FollowUpScreen::draw_past(Ui& ui, Rect rest, const PastCritique& past)
{
    const Theme& theme = ui.theme();
    const float top = rest.y;
    text(ui, rest.cut_top(32), dm(past.held_on) + " · " + tied(past.title),
        {.style = type::label, .color = theme.ink});
    for (const Remark& remark : past.remarks) {
        const CritiqueLook kind = remark_look(ui, *m_rules, remark.kind);
        const std::string lead = short_name(remark.from_name) + " · " + kind.words + ": ";
        std::string words = remark.text;
        if (remark.answer)
            words += " (" + answer_look(ui, *m_rules, remark.answer->kind).words + ")";
        const float height = measure(ui, lead + words, type::body, rest.w).h;
        text(ui, rest.cut_top(height, 4),
            {Span {.text = lead, .weight = Weight::SemiBold}, Span {.text = words}},
            {.style = type::body, .color = theme.ink, .place = Place::Top, .lines = Lines::Wrap});
    }
    if (past.conclusion) {
        const std::string lead = ui.tr("critique.conclusion") + ": ";
        const float height = measure(ui, lead + past.conclusion->text, type::label, rest.w).h;
        text(ui, rest.cut_top(height), lead + past.conclusion->text,
            {.style = type::label,
                .color = theme.golds.ink,
                .place = Place::Top,
                .lines = Lines::Wrap});
    }
    return rest.y - top;
}

void FollowUpScreen::draw_add_sheet(Ui& ui, Commands& commands)
{
    if (!m_added)
        return;
    m_added->draw(ui);
    if (m_added->added())
        commands.push(add_commitment(m_added->commitment()),
            {.toast = Told {.key = "follow_up.added",
                 .values = {{"name", m_added->commitment().member_name}},
                 .undo_s = 10}});
    if (m_added->added() || m_added->closed())
        m_added.reset();
}

/// How it stands, with the evidence: whoever says it is kept with it.
void FollowUpScreen::draw_check_sheet(Ui& ui, Commands& commands)
{
    if (!m_checked)
        return;
    const bool narrow = ui.screen().w < 900;
    const float kinds_h = narrow ? 136.0F : 64.0F;
    SheetScope sheet(ui, "follow_up.check", {880, 32 + 72 + kinds_h + 12 + 120 + 20 + 72 + 32 + 8},
        m_evidence.buffer().empty() ? DimCloses::Yes : DimCloses::No);
    Rect rest = sheet.inside();
    sheet.close_button(rest, ui.tr("common.close"));
    text(ui, rest.cut_top(72).inset({.right = 72}), tied(m_checked->text),
        {.style = type::name, .color = ui.theme().ink, .lines = Lines::Wrap, .max_lines = 2});
    const Rect kinds = rest.cut_top(kinds_h, 12);
    const auto rows = kinds.rows(narrow ? 2 : 1, 8);
    static constexpr std::array states {CommitmentState::Open, CommitmentState::UnderWay,
        CommitmentState::PutRight, CommitmentState::NotPutRight};
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto cells = rows[narrow ? i / 2 : 0].columns(narrow ? 2 : 4, 8);
        if (picker(ui, {"follow_up.state", i}, cells[narrow ? i % 2 : i],
                commitment_look(ui, states.at(i)).words,
                {.chosen = m_state == states.at(i), .padding = 4, .strong = true}))
            m_state = states.at(i);
    }
    const Rect button_at = rest.cut_bottom(button_xl_height, 20);
    m_evidence.draw(ui, "follow_up.evidence", rest,
        {.style = type::body,
            .placeholder = ui.tr("critique.evidence_words"),
            .spoken = ui.tr("critique.evidence_words")});
    if (button(ui, "follow_up.record", button_at, ui.tr("follow_up.record"),
            {.kind = ButtonKind::Primary, .icon = icons::check_circle, .style = type::button_xl})) {
        m_evidence.buffer().settle();
        commands.push(check_commitment({.commitment = m_checked->id,
                          .state = m_state,
                          .evidence = m_evidence.buffer().text(),
                          .session = {}}),
            {.toast = Told {.key = "critique.kept_told", .values = {}, .undo_s = 10}});
        m_checked.reset();
        return;
    }
    if (sheet.closed())
        m_checked.reset();
}

} // namespace chibo
