#include "ui/screens/own_page_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "record/check_in_queries.h"
#include "record/critique_commands.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_queries.h"
#include "record/rule_files.h"
#include "ui/draw.h"
#include "ui/screens/critique_words.h"
#include "ui/screens/home_sheets.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr float header_h = 64;
constexpr float row_h = 88;
constexpr float pad = 20;

bool was_there(const Record& record, MeetingId meeting, MemberId member)
{
    for (const AttendanceRow& row : read_attendance(record, meeting).rows) {
        if (row.person == person(member))
            return !row.stays.empty();
    }
    return false;
}

} // namespace

void OwnPageScreen::refresh(const Record& record, const Viewer& viewer)
{
    if (std::exchange(m_viewer, viewer) != viewer)
        m_noted = false; // Another one reads.
    m_locked = m_desk.drafts_key() == nullptr || !viewer.member || viewer.role != "member";
    m_awaited.clear();
    m_commitments.clear();
    m_history = {};
    m_tasks.clear();
    if (m_locked)
        return;
    const MemberId self = *viewer.member;
    const UnixMs now = record.clock().now_ms();
    m_rules = &critique_rules_of(date_of(now));
    if (const auto member = read_member(record, self)) {
        m_name = member->name;
        m_number = member->number;
    }
    m_awaited = read_awaited_forms(record, self, now);
    m_history = read_critique_history(record, self);
    m_commitments = m_history.commitments;
    std::ranges::stable_partition(
        m_commitments, [](const Commitment& one) { return still_open(state_of(one)); });
    for (Task& task : read_open_tasks(record)) {
        if (task.owner == self)
            m_tasks.push_back(std::move(task));
    }
    m_year = date_of(now).year;
    m_meetings = m_present = 0;
    for (const Meeting& meeting : read_meetings(record)) {
        const bool held
            = meeting.state == MeetingState::Sealed || meeting.state == MeetingState::Closing;
        if (!held || date_of(meeting.planned_start_ms).year != m_year)
            continue;
        ++m_meetings;
        m_present += was_there(record, meeting.id, self) ? 1 : 0;
    }
}

void OwnPageScreen::note_reading(Commands& commands)
{
    if (std::exchange(m_noted, true))
        return;
    commands.push(chibo::note_reading({.what = m_part == Part::Remarks ? "own_remarks" : "own_page",
        .how = "screen",
        .session = {},
        .about = m_viewer.member}));
}

void OwnPageScreen::draw(Ui& ui, Commands& commands)
{
    if (m_locked) {
        empty_state(ui, "own_page.locked", ui.work(),
            {.icon = icons::lock,
                .title = ui.tr("self_critique.locked"),
                .advice = ui.tr("self_critique.locked_advice")});
        return;
    }
    if (m_part != Part::Tasks)
        note_reading(commands);
    ScrollScope page(ui, "own_page", ui.work().inset(-8, 0));
    Rect rest = page.rect().inset(8, 0);
    rest.w = std::min(rest.w, 1200.0F);
    draw_head(ui, commands, rest.cut_top(80, 16));
    if (m_part == Part::Page) {
        rest.cut_top(draw_awaited(ui, commands, rest), 16);
        rest.cut_top(draw_commitments(ui, rest), 16);
    } else if (m_part == Part::Remarks) {
        rest.cut_top(draw_remarks(ui, rest), 16);
    } else {
        rest.cut_top(draw_tasks(ui, rest), 16);
    }
    page.content(rest.y - page.top());
    draw_sheets(ui, commands);
}

void OwnPageScreen::draw_head(Ui& ui, Commands& commands, Rect rect)
{
    const Theme& theme = ui.theme();
    const std::string change = ui.tr("own_page.change_code");
    const ButtonLook look {.icon = icons::lock, .style = type::label, .gap = 8};
    const bool wide = rect.w > 620;
    if (m_part == Part::Page && wide
        && button(ui, "own_page.change_code",
            rect.cut_right(button_width(ui, change, look), 16)
                .centred({button_width(ui, change, look), 64}),
            change, look))
        commands.go({.screen = "member_code", .meeting = {}, .detail = {}});
    avatar(ui, rect.cut_left(80, 16), portrait(m_name, m_number));
    Rect lines = rect.centred({rect.w, 66});
    text(ui, lines.cut_top(36), m_name, {.style = type::heading, .color = theme.ink});
    text(ui, lines,
        ui.tr("own_page.attended",
            {{"year", std::to_string(m_year)}, {"present", std::to_string(m_present)},
                {"meetings", std::to_string(m_meetings)}}),
        {.style = type::body, .color = theme.ink2});
}

float OwnPageScreen::draw_awaited(Ui& ui, Commands& commands, Rect rest)
{
    const Theme& theme = ui.theme();
    const auto rows = static_cast<float>(std::max<std::size_t>(m_awaited.size(), 1));
    const Rect whole = rest.cut_top(header_h + rows * row_h + 2);
    card(ui, whole);
    Rect inside = whole.inset(1);
    (void)card_header(
        ui, "own_page.awaited", inside, {.title = ui.tr("own_page.to_write"), .height = header_h});
    inside.cut_top(header_h);
    if (m_awaited.empty()) {
        text(ui, inside.inset(pad, 0), ui.tr("self_critique.nothing_awaited_advice"),
            {.style = type::body, .color = theme.ink2});
        return whole.h;
    }
    for (const AwaitedForm& one : m_awaited) {
        Rect row = inside.cut_top(row_h);
        rule(ui, {row.x, row.y}, row.w, theme.line);
        row = row.inset(pad, 0);
        const CritiqueForm* form = form_named(critique_rules_of(one.meeting_on), one.form);
        const std::string title = form ? label_of(ui, form->title) : one.form;
        const std::string words = ui.tr(one.handed_in ? "own_page.read" : "own_page.write");
        const ButtonLook look {.kind = ButtonKind::Secondary,
            .icon = one.handed_in ? icons::description : icons::edit,
            .style = type::label,
            .gap = 8};
        const float width = button_width(ui, words, look);
        if (button(ui, WidgetId(WidgetId("own_page.write"), one.form),
                row.cut_right(width, 16).centred({width, 64}), words, look))
            commands.go({.screen = "self_critique", .meeting = {}, .detail = one.form});
        icon(ui, row.cut_left(32, 16), one.handed_in ? icons::task_alt : icons::edit_note, 32,
            one.handed_in ? theme.greens.solid : theme.ink2);
        Rect lines = row.centred({row.w, 54});
        text(ui, lines.cut_top(28), title, {.style = type::label, .color = theme.ink});
        text(ui, lines,
            ui.tr("own_page.for_meeting",
                {{"meeting", tied(one.meeting_title)}, {"day", dm(one.due_on)}}),
            {.style = type::caption, .color = theme.ink2});
    }
    return whole.h;
}

float OwnPageScreen::draw_commitments(Ui& ui, Rect rest)
{
    const Theme& theme = ui.theme();
    const auto rows = static_cast<float>(std::max<std::size_t>(m_commitments.size(), 1));
    const Rect whole = rest.cut_top(header_h + rows * row_h + 2);
    card(ui, whole);
    Rect inside = whole.inset(1);
    (void)card_header(ui, "own_page.commitments", inside,
        {.title = ui.tr("own_page.to_put_right"), .height = header_h});
    inside.cut_top(header_h);
    if (m_commitments.empty()) {
        text(ui, inside.inset(pad, 0), ui.tr("own_page.nothing_to_put_right"),
            {.style = type::body, .color = theme.ink2});
        return whole.h;
    }
    for (const Commitment& one : m_commitments) {
        Rect row = inside.cut_top(row_h);
        const bool open = still_open(state_of(one));
        const Press pressed = press(ui, {"own_page.commitment", one.id.uuid}, row, one.text);
        if (pressed.down)
            fill(ui, row, theme.sunk);
        rule(ui, {row.x, row.y}, row.w, theme.line);
        row = row.inset(pad, 0);
        const CritiqueLook look = commitment_look(ui, state_of(one));
        const Rect at = row.cut_right(chip_width(ui, look.words, {.icon = look.icon}), 12);
        chip(ui, {at.x, at.y + 26}, look.words, {.tone = look.tone, .icon = look.icon});
        Rect lines = row.centred({row.w, 54});
        text(ui, lines.cut_top(28), tied(one.text), {.style = type::label, .color = theme.ink});
        std::string second = due_day_words(ui, one.due_on);
        if (!one.checks.empty() && !one.checks.back().evidence.empty())
            second += " · " + one.checks.back().evidence;
        text(ui, lines, second, {.style = type::caption, .color = theme.ink2});
        if (pressed && open) {
            m_progress_of = one.id;
            m_progress_sheet.emplace(WordsSheet::Look {.id = "own_page.progress",
                                         .title = ui.tr("own_page.progress"),
                                         .advice = one.text,
                                         .placeholder = ui.tr("critique.evidence_words"),
                                         .go = ui.tr("own_page.record_progress"),
                                         .may_be_empty = false},
                std::string());
        }
    }
    return whole.h;
}

float OwnPageScreen::draw_remarks(Ui& ui, Rect rest)
{
    const Theme& theme = ui.theme();
    const float top = rest.y;
    if (m_history.critiques.empty()) {
        empty_state(ui, "own_page.no_remarks", rest.cut_top(300),
            {.icon = icons::forum, .title = ui.tr("own_page.no_remarks"), .advice = {}});
        return rest.y - top;
    }
    for (const PastCritique& past : m_history.critiques) {
        Rect head = rest.cut_top(40, 8);
        text(ui, head, tied(past.title) + " · " + dmy(past.held_on),
            {.style = type::name, .color = theme.ink});
        for (const Remark& remark : past.remarks)
            rest.cut_top(draw_remark(ui, rest, remark), 8);
        if (past.conclusion) {
            const float words = measure(ui, tied(past.conclusion->text), type::body, rest.w - 84).h;
            const Rect box_at = rest.cut_top(28 + words + 28, 8);
            box(ui, box_at,
                {.fill = theme.golds.tint,
                    .border = theme.golds.line,
                    .stroke = stroke::card,
                    .radius = radius::button});
            Rect inside = box_at.inset(20, 14);
            icon(ui, inside.cut_left(28, 16).cut_top(28), icons::gavel, 28, theme.golds.ink);
            text(ui, inside.cut_top(28), ui.tr("critique.conclusion_of_chair"),
                {.style = type::label, .color = theme.golds.ink});
            text(ui, inside, tied(past.conclusion->text),
                {.style = type::body,
                    .color = theme.golds.ink,
                    .place = Place::Top,
                    .lines = Lines::Wrap});
        }
        rest.cut_top(16);
    }
    return rest.y - top;
}

float OwnPageScreen::draw_remark(Ui& ui, Rect rest, const Remark& remark)
{
    const Theme& theme = ui.theme();
    const bool own = remark.kind == m_rules->self.id;
    const float room = rest.w - 40 - 56;
    std::string words = remark.text;
    if (remark.answer && !remark.answer->text.empty())
        words += "\n" + ui.tr("critique.answered", {{"text", remark.answer->text}});
    const float words_h = measure(ui, tied(words), type::body, room).h;
    const Rect whole = rest.cut_top(16 + 40 + words_h + 16);
    card(ui, whole);
    const Press pressed = press(ui, {"own_page.remark", remark.id.uuid}, whole, remark.text);
    if (pressed.down)
        fill(ui, whole.inset(2), theme.sunk, radius::card);
    Rect inside = whole.inset(20, 16);
    avatar(ui, inside.cut_left(40, 16).cut_top(40), portrait(remark.from_name, remark.from_number));
    Rect head = inside.cut_top(40);
    if (remark.answer) {
        const CritiqueLook answer = answer_look(ui, *m_rules, remark.answer->kind);
        const ChipLook look {.tone = answer.tone, .icon = answer.icon, .height = 32};
        const Rect at = head.cut_right(chip_width(ui, answer.words, look), 12);
        chip(ui, {at.x, at.y + 4}, answer.words, look);
    } else if (!own) {
        const ChipLook look {.tone = Tone::Amber, .icon = icons::schedule, .height = 32};
        const std::string waits = ui.tr("own_page.answer");
        const Rect at = head.cut_right(chip_width(ui, waits, look), 12);
        chip(ui, {at.x, at.y + 4}, waits, look);
    }
    const CritiqueLook kind = remark_look(ui, *m_rules, remark.kind);
    const float kind_w = chip_width(ui, kind.words, {.height = 32});
    const float name_w
        = std::min(text_width(ui, remark.from_name, type::label), head.w - kind_w - 12);
    text(ui, {head.x, head.y, name_w + 1, head.h}, remark.from_name,
        {.style = type::label, .color = theme.ink});
    chip(ui, {head.x + name_w + 12, head.y + 4}, kind.words, {.height = 32});
    text(ui, inside, tied(words),
        {.style = type::body, .color = theme.ink, .place = Place::Top, .lines = Lines::Wrap});
    if (pressed && !own) {
        m_answer_sheet.emplace(remark, m_name, *m_rules);
        m_answer_sheet->only_answers();
    }
    return whole.h;
}

float OwnPageScreen::draw_tasks(Ui& ui, Rect rest)
{
    const float top = rest.y;
    if (m_tasks.empty()) {
        empty_state(ui, "own_page.no_tasks", rest.cut_top(300),
            {.icon = icons::task_alt, .title = ui.tr("home.no_tasks"), .advice = {}});
        return rest.y - top;
    }
    const Rect whole
        = rest.cut_top(header_h + space::touch * static_cast<float>(m_tasks.size()) + 2);
    card(ui, whole);
    Rect inside = whole.inset(1);
    (void)card_header(
        ui, "own_page.tasks", inside, {.title = ui.tr("own_page.tasks"), .height = header_h});
    inside.cut_top(header_h);
    for (const Task& task : m_tasks)
        draw_task_row(ui, inside.cut_top(space::touch), task);
    return rest.y - top;
}

void OwnPageScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_progress_sheet) {
        m_progress_sheet->draw(ui);
        if (const auto& words = m_progress_sheet->words(); words && m_progress_of)
            commands.push(check_commitment({.commitment = *m_progress_of,
                              .state = CommitmentState::UnderWay,
                              .evidence = *words,
                              .session = {}}),
                {.toast = Told {.key = "own_page.progress_told", .values = {}, .undo_s = 6}});
        if (m_progress_sheet->closed())
            m_progress_sheet.reset();
    }
    if (m_answer_sheet) {
        m_answer_sheet->draw(ui);
        if (m_answer_sheet->wish() == RemarkSheet::Wish::Answer)
            commands.push(answer_remark(m_answer_sheet->remark().id, m_answer_sheet->kind(),
                              m_answer_sheet->words()),
                {.toast = Told {.key = "own_page.answered_told", .values = {}, .undo_s = 6}});
        if (m_answer_sheet->closed())
            m_answer_sheet.reset();
    }
}

} // namespace chibo
