// "Trước khi khóa": what is missing with a button to each; after the seal its date, code and
// amendments.
#include "ui/screens/seal_screen.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/rows.h"

namespace chibo {
namespace {

constexpr float header_height = 56;
constexpr float least_row = 72;
constexpr float button_width_px = 136;

const Vote* last_vote(const MinutesContent& content, VotePurpose purpose)
{
    const Vote* found = nullptr;
    for (const Entry& entry : content.entries) {
        if (entry.vote && entry.vote->purpose == purpose)
            found = &*entry.vote;
    }
    return found;
}

std::string votes_words(const Ui& ui, const Vote* vote)
{
    if (!vote)
        return {};
    return ui.tr("seal.votes",
        {{"yes", std::to_string(vote->yes)}, {"entitled", std::to_string(vote->entitled_present)}});
}

std::string counted(const Ui& ui, const SealCheck& check)
{
    return ui.tr(
        "seal.count", {{"have", std::to_string(check.have)}, {"of", std::to_string(check.of)}});
}

} // namespace

float SealScreen::state_card_height(Ui&, float) const
{
    if (!sealed())
        return header_height + static_cast<float>(m_state.checks.size()) * least_row + 2;
    return header_height + 264 + static_cast<float>(m_amendments.size()) * 140;
}

void SealScreen::draw_state_card(Ui& ui, const Rect& rect, Commands& commands)
{
    card(ui, rect);
    Rect rest = rect.inset(stroke::card);
    Rect head = rest.cut_top(header_height).inset(20, 0);
    const bool all = m_state.done == static_cast<int>(m_state.checks.size());
    const std::string done = sealed() ? ui.tr("seal.sealed")
                                      : ui.tr("seal.done",
                                            {{"done", std::to_string(m_state.done)},
                                                {"all", std::to_string(m_state.checks.size())}});
    const ChipLook look {.tone = sealed() || all ? Tone::Green : Tone::Amber,
        .icon = sealed() ? icons::lock
            : all        ? icons::check_circle
                         : icons::pending};
    const Rect at = head.cut_right(chip_width(ui, done, look), 12);
    chip(ui, {at.x, at.y + 10}, done, look);
    text(ui, head, ui.tr(sealed() ? "seal.minutes" : "seal.before"),
        {.style = type::name, .color = ui.theme().ink});
    if (sealed())
        draw_seal(ui, rest);
    else
        draw_checks(ui, rest, commands);
}

void SealScreen::draw_checks(Ui& ui, const Rect& rect, Commands& commands)
{
    const auto count = static_cast<float>(std::max<std::size_t>(1, m_state.checks.size()));
    bool missing = false;
    float y = rect.y;
    for (const SealCheck& check : m_state.checks) {
        const float bottom
            = rect.y + rect.h * static_cast<float>(&check - m_state.checks.data() + 1) / count;
        const CheckWords words = check_words(ui, check);
        const bool is_missing = !words.button.empty();
        const Rect row {rect.x, std::round(y), rect.w, std::round(bottom) - std::round(y)};
        if (draw_check(ui, row, check, words, is_missing && !missing))
            commands.go(words.to);
        missing = missing || is_missing;
        y = bottom;
    }
}

Press SealScreen::draw_check(
    Ui& ui, const Rect& row, const SealCheck& check, const CheckWords& words, bool first_missing)
{
    const Theme& theme = ui.theme();
    const bool missing = !words.button.empty();
    const bool last = &check == &m_state.checks.back();
    if (missing)
        fill(ui, row.inset({.top = 1}), theme.ambers.tint, last ? radius::card - 1 : 0,
            last ? Corners::Bottom : Corners::None);
    rule(ui, {row.x, row.y}, row.w, theme.line);
    Rect rest = row.inset({.top = 1, .right = missing ? 8.0F : 20.0F, .left = 20});
    icon(ui, rest.cut_left(28, 10), missing ? icons::error : icons::check_circle, 28,
        missing ? theme.ambers.solid : theme.greens.solid);
    Press pressed;
    if (missing) {
        const ButtonKind kind = first_missing ? ButtonKind::Primary : ButtonKind::Secondary;
        const ButtonLook look {.kind = kind, .style = type::label};
        const float width = std::max(button_width_px, button_width(ui, words.button, look) - 24);
        const Rect at = rest.cut_right(width, 8).centred({width, button_height});
        pressed = button(ui, WidgetId("seal.missing", word(check.kind)), at, words.button, look);
    } else if (!words.right.empty()) {
        const float width = text_width(ui, words.right, type::caption, Digits::Tabular);
        text(ui, rest.cut_right(width, 4), words.right,
            {.style = type::caption, .color = theme.ink2, .digits = Digits::Tabular});
    }
    const TextStyle style = type::body.with_line(26);
    const float title = measure(ui, words.title, style, rest.w, 2).h;
    const bool with_caption = !words.caption.empty() && title + 24 <= rest.h;
    Rect lines = rest.centred({rest.w, title + (with_caption ? 24.0F : 0.0F)});
    text(ui, lines.cut_top(title), words.title,
        {.style = style, .color = theme.ink, .lines = Lines::Wrap, .max_lines = 2});
    if (with_caption)
        text(ui, lines, words.caption, {.style = type::caption.with_line(24), .color = theme.ink2});
    return pressed;
}

SealScreen::CheckWords SealScreen::check_words(const Ui& ui, const SealCheck& check) const
{
    const std::string number = std::to_string(check.item_number);
    switch (check.kind) {
    case SealCheckKind::Attendance:
        return attendance_words(ui, check);
    case SealCheckKind::Items:
        if (!check.done)
            return {ui.tr("seal.items_missing", {{"number", number}}), {}, counted(ui, check),
                ui.tr("seal.items_button", {{"number", number}}),
                {"minutes", m_meeting, check.item.text()}};
        return {ui.tr("seal.items"),
            ui.tr("seal.entries", {{"count", std::to_string(m_content.entries.size())}}),
            counted(ui, check), {}, {}};
    case SealCheckKind::Resolution:
        return resolution_words(ui, check);
    case SealCheckKind::Tasks:
        return tasks_words(ui, check);
    case SealCheckKind::ReadBack:
        return read_back_words(ui, check);
    }
    return {};
}

SealScreen::CheckWords SealScreen::attendance_words(const Ui& ui, const SealCheck& check) const
{
    // Who came counts, also one who has left since.
    const AttendanceFigures& figures = m_content.attendance.figures;
    if (!check.done)
        return {ui.tr("seal.attendance_missing"),
            ui.tr("seal.people_open",
                {{"count",
                    std::to_string(check.of - check.have - figures.excused - figures.unexcused)}}),
            {}, ui.tr("seal.attendance_button"), {"check_in", m_meeting, {}}};
    const char* key = figures.unexcused > 0 ? "seal.people_unexcused"
        : figures.excused > 0               ? "seal.people_excused"
                                            : "seal.people";
    return {ui.tr("seal.attendance"),
        ui.tr(key,
            {{"present", std::to_string(check.have)}, {"excused", std::to_string(figures.excused)},
                {"unexcused", std::to_string(figures.unexcused)}}),
        {}, {}, {}};
}

SealScreen::CheckWords SealScreen::resolution_words(const Ui& ui, const SealCheck& check) const
{
    if (!check.done)
        return {ui.tr("seal.resolution_missing", {{"number", std::to_string(check.item_number)}}),
            {}, counted(ui, check), ui.tr("seal.resolution_button"),
            {"minutes", m_meeting, check.item.text()}};
    return {ui.tr(check.passed ? "seal.resolution" : "seal.resolution_lost"),
        votes_words(ui, last_vote(m_content, VotePurpose::Resolution)), counted(ui, check), {}, {}};
}

SealScreen::CheckWords SealScreen::tasks_words(const Ui& ui, const SealCheck& check) const
{
    if (!check.done)
        return {ui.tr("seal.tasks_missing", {{"number", std::to_string(check.item_number)}}), {},
            counted(ui, check), ui.tr("seal.tasks_button"),
            {"minutes", m_meeting, check.item.text()}};
    if (check.of == 0)
        return {ui.tr("seal.no_tasks"), {}, {}, {}, {}};
    std::optional<Date> first;
    for (const Entry& entry : m_content.entries) {
        if (entry.task && (!first || entry.task->due_on < *first))
            first = entry.task->due_on;
    }
    return {ui.tr("seal.tasks"),
        first ? ui.tr("seal.tasks_due", {{"date", dmy(*first)}}) : std::string(),
        counted(ui, check), {}, {}};
}

SealScreen::CheckWords SealScreen::read_back_words(const Ui& ui, const SealCheck& check) const
{
    const Destination to {"readback", m_meeting, {}};
    if (check.done)
        return {ui.tr("seal.read_back"),
            votes_words(ui, last_vote(m_content, VotePurpose::Minutes)), hm(check.at_ms), {}, {}};
    const bool changed = std::any_of(m_readings.begin(), m_readings.end(),
        [&](const Reading& reading) { return reading.item == check.item && !reading.valid; });
    const bool voted = last_vote(m_content, VotePurpose::Minutes) != nullptr;
    const char* key = changed    ? "seal.read_back_changed"
        : check.have != check.of ? "seal.read_back_missing"
        : voted                  ? "seal.adopt_again"
                                 : "seal.not_adopted";
    return {ui.tr(key, {{"number", std::to_string(check.item_number)}}), {}, {},
        ui.tr("seal.read_back_button"), to};
}

void SealScreen::draw_seal(Ui& ui, const Rect& rect)
{
    const Theme& theme = ui.theme();
    ScrollScope list(ui, "seal.sealed", rect);
    Rect rest = list.rect();
    Rect row = rest.cut_top(80);
    rule(ui, {row.x, row.y}, row.w, theme.line);
    row = row.inset(20, 0);
    icon(ui, row.cut_left(28, 12), icons::lock, 28, theme.greens.solid);
    const LocalTime at = local_time(m_seal->sealed_at_ms);
    text(ui, row,
        ui.tr("seal.sealed_at", {{"time", hm(m_seal->sealed_at_ms)}, {"date", dmy(at.date)}}),
        {.style = type::label, .color = theme.ink, .lines = Lines::Wrap});
    row = rest.cut_top(128);
    rule(ui, {row.x, row.y}, row.w, theme.line);
    row = row.inset(20, 12);
    text(ui, row.cut_top(26), ui.tr("seal.code"), {.style = type::caption, .color = theme.ink2});
    const std::string code = hex(m_seal->hash);
    std::string grouped; // As on the paper, so that both can be compared.
    for (std::size_t i = 0; i < code.size(); i += 8)
        grouped += (i == 0 ? "" : " ") + code.substr(i, 8);
    text(ui, row, grouped,
        {.style = type::caption,
            .color = theme.ink,
            .place = Place::Top,
            .lines = Lines::Wrap,
            .digits = Digits::Tabular});
    row = rest.cut_top(56);
    rule(ui, {row.x, row.y}, row.w, theme.line);
    text(ui, row.inset(20, 0),
        ui.tr(m_amendments.empty() ? "seal.no_amendments" : "seal.amendments"),
        {.style = m_amendments.empty() ? type::body : type::name,
            .color = m_amendments.empty() ? theme.ink2 : theme.ink});
    for (const Amendment& amendment : m_amendments)
        rest.cut_top(draw_amendment(ui, rest, amendment));
    list.content(rest.y - list.top());
}

float SealScreen::draw_amendment(Ui& ui, const Rect& at, const Amendment& amendment)
{
    const Theme& theme = ui.theme();
    rule(ui, {at.x, at.y}, at.w, theme.line);
    Rect rest = at.inset(20, 12);
    const float top = rest.y;
    const std::string by = ui.tr("seal.amended_by",
        {{"date", hm(amendment.at_ms) + ", " + dmy(date_of(amendment.at_ms))},
            {"name", kept_together(amendment.author_name)}});
    const TextLook caption {
        .style = type::caption, .color = theme.ink2, .place = Place::Top, .lines = Lines::Wrap};
    rest.cut_top(text(ui, rest, by, caption).h);
    rest.cut_top(text(
        ui, rest, amendment.text, {.color = theme.ink, .place = Place::Top, .lines = Lines::Wrap})
            .h);
    rest.cut_top(
        text(ui, rest, ui.tr("seal.amended_reason", {{"reason", amendment.reason}}), caption).h);
    return rest.y - top + 24;
}

} // namespace chibo
