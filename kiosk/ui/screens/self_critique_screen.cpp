#include "ui/screens/self_critique_screen.h"

#include <algorithm>
#include <cmath>

#include "meeting/letters.h"
#include "meeting/names.h"
#include "record/critique_commands.h"
#include "record/member_queries.h"
#include "record/rule_files.h"
#include "ui/draw.h"
#include "ui/screens/critique_words.h"
#include "ui/screens/handed_in_words.h"
#include "ui/text.h"
#include "ui/tied.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {

namespace {

constexpr int near_days = 45; // A review so near comes before the month's prompt sheet.
constexpr float tab_h = 64;
constexpr float gap = 8;
constexpr TextStyle write_style {22, 34, Weight::Regular};

/// The year's review where it is near, else what is due first.
std::optional<AwaitedForm> due_form(
    const std::vector<AwaitedForm>& awaited, const std::string& asked, Date today)
{
    for (const AwaitedForm& one : awaited) {
        if (!asked.empty() && one.form == asked)
            return one;
    }
    for (const AwaitedForm& one : awaited) {
        if (one.meeting_kind == MeetingKind::Review
            && days_between(today, one.meeting_on) <= near_days)
            return one;
    }
    return awaited.empty() ? std::nullopt : std::optional(awaited.front());
}

} // namespace

void SelfCritiqueScreen::refresh(const Record& record, const Viewer& viewer)
{
    if (std::exchange(m_viewer, viewer) != viewer)
        m_noted = false; // Another one reads.
    const Key* key = m_desk.drafts_key();
    m_locked = key == nullptr || !viewer.member || viewer.role != "member";
    if (m_locked)
        return;
    const UnixMs now = record.clock().now_ms();
    m_awaited = due_form(read_awaited_forms(record, *viewer.member, now), m_asked, date_of(now));
    if (!m_awaited)
        return;
    const CritiqueRules& rules = critique_rules_of(m_awaited->meeting_on);
    m_form = form_named(rules, m_awaited->form);
    m_handed_in.reset();
    for (HandedIn& one : read_handed_in(record, *viewer.member, m_awaited->meeting)) {
        if (one.form == m_awaited->form)
            m_handed_in = std::move(one);
    }
    m_people.clear();
    for (const Member& member : read_members(record)) {
        if (member.id == *viewer.member)
            continue;
        AttendanceRow row;
        row.person = person(member.id);
        row.name = member.name;
        row.number = member.number;
        m_people.push_back(std::move(row));
    }
    std::vector<std::string> names;
    names.reserve(m_people.size());
    for (const AttendanceRow& row : m_people)
        names.push_back(row.name);
    m_suggester.set_people(names);
    m_suggester.set_phrases(rules.phrases);
    ++m_suggester_version;
    if (!std::exchange(m_read, true))
        read_draft(record, *key);
}

int SelfCritiqueScreen::unwritten() const
{
    return static_cast<int>(std::ranges::count_if(
        m_editors, [](const Editor& one) { return is_blank(one.buffer().text()); }));
}

bool SelfCritiqueScreen::ready() const
{
    const int left = unwritten();
    return m_form->whole ? left == 0 : left < static_cast<int>(m_editors.size());
}

// The regions.

void SelfCritiqueScreen::draw(Ui& ui, Commands& commands)
{
    if (m_locked || !m_awaited || m_form == nullptr) {
        draw_nothing(ui, commands);
        return;
    }
    if (m_handed_in) {
        if (!std::exchange(m_noted, true))
            commands.push(note_reading({.what = "self_critique",
                .how = "screen",
                .session = {},
                .about = m_viewer.member}));
        draw_handed_in(ui, commands);
        return;
    }
    if (std::exchange(m_focus_asked, false))
        ui.focus().give("self_critique.text");
    ui.keyboard().offer(
        {.from = &m_suggester, .field = "self_critique.text", .version = m_suggester_version});
    Rect rest = ui.work().inset(-space::margin_x, -space::margin_y).inset({8, 24, 8, 24});
    const bool narrow = rest.w < 980;
    // Little room above the keyboard: the words keep it, the rest is there when the keyboard is
    // not.
    const bool little = rest.h < tabs_height(ui) + gap + 90 + gap + (narrow ? 172.0F : 64.0F);
    if (little) {
        draw_one_tab(ui, rest.cut_top(tab_h, gap));
    } else {
        draw_tabs(ui, rest.cut_top(tabs_height(ui), gap));
        draw_acts(ui, commands, rest.cut_bottom(narrow ? 172.0F : 64.0F, gap));
        ui.set_toast_room(rest);
        if (m_form->sections[m_shown].about_another)
            draw_to(ui, rest.cut_top(64, gap));
    }
    editor().draw(ui, "self_critique.text", rest,
        {.style = write_style,
            .padding = {12, 20, 12, 20},
            .placeholder = label_of(ui, m_form->sections[m_shown].advice),
            .spoken = ui.tr("self_critique.field")});
    draw_sheets(ui, commands);
    save_in_time(ui, commands);
}

void SelfCritiqueScreen::draw_nothing(Ui& ui, Commands& commands)
{
    const bool leads = m_locked && !m_viewer.room() && m_viewer.role != "member";
    const char* title = m_locked ? "self_critique.locked" : "self_critique.nothing_awaited";
    const char* advice
        = m_locked ? "self_critique.locked_advice" : "self_critique.nothing_awaited_advice";
    if (empty_state(ui, "self_critique.none", ui.work(),
            {.icon = m_locked ? icons::lock : icons::edit_note,
                .title = ui.tr(title),
                .advice = ui.tr(advice),
                .button = leads ? ui.tr("self_critique.to_own_pages") : std::string(),
                .button_icon = icons::person}))
        commands.go({.screen = "members", .meeting = {}, .detail = {}});
}

float SelfCritiqueScreen::tabs_height(const Ui& ui) const
{
    const bool stacked = ui.work().w < 900 && m_form->sections.size() > 2;
    return stacked ? 2 * tab_h + gap : tab_h;
}

/// As wide as their words and an even share of what is left; two rows where that is too wide.
void SelfCritiqueScreen::draw_tabs(Ui& ui, const Rect& rect)
{
    const std::size_t count = m_form->sections.size();
    if (rect.h > tab_h) {
        const auto rows = rect.rows(2, gap);
        const std::size_t columns = (count + 1) / 2;
        for (std::size_t i = 0; i < count; ++i)
            draw_tab(ui, rows[i / columns].columns(static_cast<int>(columns), gap)[i % columns], i);
        return;
    }
    std::vector<float> widths;
    float whole = gap * static_cast<float>(count - 1);
    for (const CritiqueSection& section : m_form->sections) {
        widths.push_back(32 + 32 + text_width(ui, label_of(ui, section.label), type::label));
        whole += widths.back();
    }
    const float share = (rect.w - whole) / static_cast<float>(count);
    Rect rest = rect;
    for (std::size_t i = 0; i < count; ++i)
        draw_tab(ui, i + 1 == count ? rest : rest.cut_left(std::round(widths[i] + share), gap), i);
}

/// The shown section alone, with the ways to the ones beside it.
void SelfCritiqueScreen::draw_one_tab(Ui& ui, Rect row)
{
    const std::size_t count = m_form->sections.size();
    const auto step = [&](const Rect& at, Icon which, const char* key, std::size_t to, bool there) {
        if (icon_button(ui, key, at, which, ui.tr(key),
                {.kind = kind_if(there, ButtonKind::Secondary), .icon_size = 32})) {
            editor().buffer().settle();
            m_shown = to;
            ui.focus().give("self_critique.text");
            ui.pace().input();
        }
    };
    step(row.cut_left(64, gap), icons::chevron_left, "self_critique.earlier", m_shown - 1,
        m_shown > 0);
    step(row.cut_right(64, gap), icons::chevron_right, "self_critique.later_section", m_shown + 1,
        m_shown + 1 < count);
    draw_tab(ui, row, m_shown);
}

void SelfCritiqueScreen::draw_tab(Ui& ui, const Rect& rect, std::size_t number)
{
    const Theme& theme = ui.theme();
    const std::string words = label_of(ui, m_form->sections[number].label);
    const bool chosen = number == m_shown;
    const Press pressed = press(ui, {"self_critique.section", number}, rect, words);
    draw_picker(ui, rect, {}, {.chosen = chosen, .strong = true}, pressed.down);
    const bool written = !is_blank(m_editors[number].buffer().text());
    const Icon which = chosen ? icons::edit
        : written             ? icons::check_circle
                              : icons::radio_button_unchecked;
    const Color color = chosen ? theme.reds.ink : written ? theme.greens.solid : theme.edge;
    const float words_w = std::min(text_width(ui, words, type::label), rect.w - 48);
    Rect inside = rect.centred({24 + 8 + words_w + 1, rect.h});
    icon(ui, inside.cut_left(24, 8), which, 24, color);
    text(ui, inside, words, {.style = type::label, .color = chosen ? theme.reds.ink : theme.ink});
    if (!pressed)
        return;
    editor().buffer().settle();
    m_shown = number;
    ui.focus().give("self_critique.text");
    ui.pace().input();
}

void SelfCritiqueScreen::draw_to(Ui& ui, const Rect& rect)
{
    const auto found = std::ranges::find_if(
        m_people, [&](const AttendanceRow& row) { return m_to && row.person == person(*m_to); });
    const std::string name = found == m_people.end() ? ui.tr("self_critique.to_whom") : found->name;
    if (picker(ui, "self_critique.to", rect, name,
            {.icon = icons::person, .align = Align::Left, .strong = true}))
        m_person_sheet.emplace(ui.tr("self_critique.to_whom"), m_people,
            m_to ? std::optional(person(*m_to)) : std::nullopt);
}

std::string SelfCritiqueScreen::round_words(Ui& ui) const
{
    if (m_awaited->meeting_kind == MeetingKind::Review)
        return ui.tr("self_critique.round_year",
            {{"year", std::to_string(m_awaited->meeting_on.year)},
                {"day", dmy(m_awaited->due_on)}});
    return ui.tr("self_critique.round",
        {{"meeting", m_awaited->meeting_title}, {"day", dmy(m_awaited->meeting_on)}});
}

void SelfCritiqueScreen::draw_state(Ui& ui, const Rect& rect)
{
    Rect lines = rect;
    chip(ui, {lines.x, lines.y}, ui.tr("self_critique.only_you"),
        {.tone = Tone::Gold, .icon = icons::lock});
    lines.cut_top(38);
    text(
        ui, lines.cut_top(26), round_words(ui), {.style = type::caption, .color = ui.theme().ink2});
}

void SelfCritiqueScreen::draw_acts(Ui& ui, Commands& commands, Rect rect)
{
    const bool stacked = rect.h > 100;
    Rect words_at {};
    if (stacked) {
        draw_state(ui, rect.cut_top(64, 4));
        words_at = rect.cut_top(28, 12);
    }
    const bool may = ready();
    const std::string send = label_of(ui, m_form->hand_in);
    const ButtonLook send_look {.kind = kind_if(may), .icon = icons::send};
    const Rect send_at = rect.cut_right(std::ceil(button_width(ui, send, send_look)), gap);
    const std::string later = ui.tr("self_critique.later");
    const Rect later_at = rect.cut_right(std::ceil(button_width(ui, later)), 16);
    if (button(ui, "self_critique.hand_in", send_at, send, send_look)) {
        editor().buffer().settle();
        m_hand_in_open = true;
    }
    if (button(ui, "self_critique.later", later_at, later))
        commands.go({.screen = "own_page", .meeting = {}, .detail = {}});
    const int left = unwritten();
    const std::string words = left == 0
        ? ui.tr("self_critique.all_written")
        : ui.tr("self_critique.left", {{"count", std::to_string(left)}});
    if (!stacked)
        draw_state(ui, rect.cut_left(rect.w * 0.66F));
    text(ui, stacked ? words_at : rect, words,
        {.style = type::caption,
            .color = ui.theme().ink2,
            .align = stacked ? Align::Left : Align::Right});
}

void SelfCritiqueScreen::draw_handed_in(Ui& ui, Commands& commands)
{
    const Theme& theme = ui.theme();
    Rect work = ui.work();
    Rect head = work.cut_top(64, 12);
    const std::string back = ui.tr("common.back");
    const ButtonLook look {.icon = icons::arrow_back};
    if (button(
            ui, "self_critique.back", head.cut_right(button_width(ui, back, look), 12), back, look))
        commands.go({.screen = "own_page", .meeting = {}, .detail = {}});
    Rect lines = head.centred({head.w, 60});
    text(ui, lines.cut_top(32), label_of(ui, m_form->title),
        {.style = type::name, .color = theme.ink});
    text(ui, lines, round_words(ui), {.style = type::caption, .color = theme.ink2});
    card(ui, work);
    ScrollScope page(ui, "self_critique.handed_in", work.inset(1));
    Rect rest = page.rect().inset({.top = 20, .right = 20, .left = 20});
    const std::string sent
        = ui.tr("self_critique.handed_in", {{"day", dm(date_of(m_handed_in->handed_in_at_ms))}});
    chip(ui, {rest.x, rest.y}, sent, {.tone = Tone::Green, .icon = icons::task_alt});
    rest.cut_top(36, 16);
    draw_handed_in_sections(ui, rest, *m_handed_in, m_form);
    if (const CritiqueKind* rating = kind_named(m_form->ratings, m_handed_in->rating))
        text(ui, rest.cut_top(28, 20),
            ui.tr("self_critique.own_rating", {{"rating", label_of(ui, rating->label)}}),
            {.style = type::label, .color = theme.golds.ink});
    page.content(rest.y - page.top());
}

void SelfCritiqueScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_person_sheet) {
        m_person_sheet->draw(ui);
        if (const auto answer = m_person_sheet->answer())
            m_to = MemberId {answer->uuid};
        if (m_person_sheet->closed()) {
            m_person_sheet.reset();
            ui.focus().give("self_critique.text");
            ui.pace().input();
        }
    }
    if (m_hand_in_open)
        draw_hand_in_sheet(ui, commands);
}

/// Asked once; where the round has a self-rating, it is given here.
void SelfCritiqueScreen::draw_hand_in_sheet(Ui& ui, Commands& commands)
{
    const auto ratings = static_cast<float>(m_form->ratings.size());
    const std::string words = ui.tr("self_critique.hand_in_words");
    const float width = std::min(720.0F, ui.screen().w - 16);
    const float words_h = measure(ui, words, type::body, width - 82).h;
    const float rating_h = ratings > 0 ? 36 + ratings * (64 + 8) : 0;
    SheetScope sheet(ui, "self_critique.hand_in_sheet",
        {720, 32 + 64 + 8 + words_h + 20 + rating_h + 20 + 72 + 32});
    Rect rest = sheet.inside();
    sheet.close_button(rest, ui.tr("common.close"));
    Rect buttons = rest.cut_bottom(button_xl_height, 20);
    text(ui, rest.cut_top(64, 8).inset({.right = 72}), label_of(ui, m_form->hand_in),
        {.style = type::heading, .color = ui.theme().ink});
    text(ui, rest.cut_top(words_h, 20), words,
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    if (ratings > 0) {
        text(ui, rest.cut_top(28, 8), ui.tr("self_critique.rate_yourself"),
            {.style = type::label, .color = ui.theme().ink});
        ScrollScope list(ui, "self_critique.ratings", rest);
        Rect row = list.rect();
        for (const CritiqueKind& rating : m_form->ratings) {
            if (choice(ui, WidgetId(WidgetId("self_critique.rating"), rating.id),
                    row.cut_top(64, 8), label_of(ui, rating.label), m_rating == rating.id))
                m_rating = rating.id;
        }
        list.content(row.y - list.top());
    }
    const bool may = m_form->ratings.empty() || !m_rating.empty();
    const std::string safe = ui.tr("self_critique.not_yet");
    bool closes = button(
        ui, "self_critique.not_yet", buttons.cut_left(button_width(ui, safe) + 24, 16), safe)
                      .released;
    if (button(ui, "self_critique.send", buttons, ui.tr("self_critique.send"),
            {.kind = kind_if(may), .icon = icons::send, .style = type::button_xl})) {
        hand_over(commands);
        closes = true;
    }
    if (closes || sheet.closed())
        m_hand_in_open = false;
}

void SelfCritiqueScreen::hand_over(Commands& commands)
{
    HandInDraft made {.member = *m_viewer.member,
        .meeting = m_awaited->meeting,
        .form = m_awaited->form,
        .rating = m_rating,
        .to_member = m_to,
        .sections = {}};
    for (std::size_t i = 0; i < m_editors.size(); ++i)
        made.sections.push_back(
            {.id = m_form->sections[i].id, .text = m_editors[i].buffer().text()});
    for (std::size_t i = 0; i < m_editors.size(); ++i)
        m_saved_versions[i] = m_editors[i].buffer().version(); // The draft goes with it.
    m_saved_rating = m_rating;
    m_saved_to = m_to;
    m_saved_shown = m_shown;
    commands.push(hand_in(std::move(made)),
        {.toast = Told {.key = "self_critique.handed_in_told", .values = {}}});
}

} // namespace chibo
