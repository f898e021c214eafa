#include "ui/screens/records_screen.h"

#include <algorithm>
#include <array>

#include "meeting/names.h"
#include "ui/tied.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float row_px = 80, slim_row_px = 120; // Slim, the state stands below the words.
constexpr float lines_px = 54;
constexpr float header_px = 56;
constexpr float least_with_date = 680; // Else the date begins the second line: titles are long.

struct StateLook {
    const char* words = nullptr;
    Tone tone = Tone::Neutral;
    Icon icon;
};

// In the order of MeetingState.
constexpr std::array state_looks {
    StateLook {"records.planned", Tone::Neutral, icons::event},
    StateLook {"records.open", Tone::Blue, icons::play_circle_filled},
    StateLook {"records.closing", Tone::Amber, icons::draw},
    StateLook {"records.sealed", Tone::Green, icons::lock},
};
constexpr StateLook cancelled_look {"records.cancelled", Tone::Red, icons::cancel};

float chip_width(Ui& ui, const StateLook& state)
{
    return chip_width(ui, ui.tr(state.words), {.tone = state.tone, .icon = state.icon});
}

/// So that the dates stand below each other.
float widest_chip(Ui& ui)
{
    float widest = chip_width(ui, cancelled_look);
    for (const StateLook& state : state_looks)
        widest = std::max(widest, chip_width(ui, state));
    return widest;
}

const StateLook& look_of(const Meeting& meeting)
{
    return meeting.cancelled ? cancelled_look
                             : state_looks[static_cast<std::size_t>(meeting.state)];
}

/// The excerpt with a mark behind what was found.
std::vector<Span> marked(const Theme& theme, const FoundEntry& found)
{
    std::vector<Span> spans;
    const std::string_view text = found.excerpt;
    std::size_t at = 0;
    for (const TextRange& match : found.matches) {
        spans.push_back({.text = text.substr(at, match.begin - at)});
        spans.push_back({.text = text.substr(match.begin, match.end - match.begin),
            .weight = Weight::SemiBold,
            .background = theme.mark});
        at = match.end;
    }
    spans.push_back({.text = text.substr(at)});
    return spans;
}

} // namespace

void RecordsScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_meetings = read_summaries(record);
    m_entries.clear();
    const NameQuery query(m_query);
    if (query.empty())
        return;
    std::erase_if(m_meetings, [&](const MeetingSummary& summary) {
        return query.match(summary.meeting.title) == NameMatch::None;
    });
    if (!viewer.room()) // What was said is level B.
        m_entries = search(record, m_query);
}

void RecordsScreen::draw(Ui& ui, Commands& commands)
{
    Rect work = ui.work();
    if (search_field(ui, "records.search", work.cut_top(field_height, space::s2), m_query,
            ui.tr("records.search")))
        commands.read_again();
    draw_list(ui, work, commands);
}

void RecordsScreen::draw_list(Ui& ui, const Rect& rect, Commands& commands)
{
    const std::size_t count = m_meetings.size() + m_entries.size();
    if (count == 0) {
        const bool searched = !m_query.empty();
        (void)empty_state(ui, "records.empty", rect,
            {.icon = searched ? icons::search : icons::folder,
                .title
                = searched ? ui.tr("records.nothing", {{"text", m_query}}) : ui.tr("records.none"),
                .advice = ui.tr(searched ? "records.nothing_advice" : "records.none_advice")});
        return;
    }
    Rect rest = card(ui, rect).inset(stroke::card);
    const Rect head = rest.cut_top(header_px).inset(20, 0);
    text(ui, head,
        m_query.empty() ? ui.tr("records.meetings")
                        : ui.tr("records.found", {{"count", std::to_string(count)}}),
        {.style = type::name, .color = ui.theme().ink});
    text(ui, head, ui.tr("records.newest"),
        {.style = type::caption, .color = ui.theme().ink2, .align = Align::Right});
    ScrollScope list(ui, "records.list", rest);
    const float height = ui.is_slim() ? slim_row_px : row_px;
    Rect row {rest.x, list.top(), rest.w, height};
    for (const MeetingSummary& meeting : m_meetings) {
        if (list.shows(row))
            draw_meeting(ui, row, meeting, commands);
        row = row.moved(0, height);
    }
    for (const FoundEntry& found : m_entries) {
        if (list.shows(row))
            draw_entry(ui, row, found, commands);
        row = row.moved(0, height);
    }
    list.content(row.y - list.top());
}

Destination RecordsScreen::destination(const Meeting& meeting) const
{
    switch (meeting.state) {
    case MeetingState::Planned:
        return {"plan", meeting.id, {}};
    case MeetingState::Open:
        return {"agenda", meeting.id, {}};
    case MeetingState::Closing:
        return {"seal", meeting.id, {}};
    case MeetingState::Sealed:
        break;
    }
    return {"paper", meeting.id, {}};
}

std::string RecordsScreen::facts(const Ui& ui, const MeetingSummary& summary) const
{
    const Meeting& meeting = summary.meeting;
    if (meeting.cancelled)
        return *meeting.cancelled;
    if (meeting.state == MeetingState::Planned || m_viewer.room())
        return ui.tr(
            "records.place", {{"time", hm(meeting.planned_start_ms)}, {"place", meeting.place}});
    return ui.tr("records.facts",
        {{"entries", std::to_string(summary.entries)}, {"tasks", std::to_string(summary.tasks)},
            {"present", std::to_string(summary.present)},
            {"required", std::to_string(summary.required)}});
}

void RecordsScreen::draw_meeting(
    Ui& ui, const Rect& row, const MeetingSummary& summary, Commands& commands)
{
    const Theme& theme = ui.theme();
    const Meeting& meeting = summary.meeting;
    const std::string title = tied(meeting.title);
    // A cancelled one leads nowhere.
    const Press touched = press(ui, WidgetId("records.meeting", meeting.id), row, title,
        meeting.cancelled ? Enabled::No : Enabled::Yes);
    row_ground(ui, row, {.pressed = touched.down});
    Rect rest = row.inset(20, 0);
    const Rect chevron = rest.cut_right(28, 12);
    if (!meeting.cancelled)
        icon(ui, chevron, icons::chevron_right, 28, theme.ink2);
    const StateLook& state = look_of(meeting);
    const ChipLook look {.tone = state.tone, .icon = state.icon};
    const float chip_w = chip_width(ui, state);
    const bool apart = rest.w >= least_with_date;
    const std::string date = dmy(date_of(meeting.planned_start_ms));
    if (!ui.is_slim()) {
        const Rect chips = rest.cut_right(apart ? widest_chip(ui) : chip_w, 16);
        chip(ui, {chips.right() - chip_w, rest.y + (rest.h - look.height) / 2}, ui.tr(state.words),
            look);
    }
    if (apart)
        text(ui, rest.cut_right(text_width(ui, date, type::caption, Digits::Tabular), 16), date,
            {.style = type::caption, .color = theme.ink2, .digits = Digits::Tabular});
    icon(ui, rest.cut_left(24, 12), icons::description, 24, theme.ink2);
    Rect lines = rest.centred({rest.w, ui.is_slim() ? lines_px + 4 + look.height : lines_px});
    if (ui.is_slim())
        chip(ui, {lines.x, lines.cut_bottom(look.height, 4).y}, ui.tr(state.words), look);
    text(ui, lines.cut_top(28), title, {.style = type::label, .color = theme.ink});
    std::string second = tied(facts(ui, summary));
    if (!apart)
        second = second.empty() ? date : date + " · " + second;
    text(ui, lines, second, {.style = type::caption, .color = theme.ink2});
    if (touched)
        commands.go(destination(meeting));
}

void RecordsScreen::draw_entry(Ui& ui, const Rect& row, const FoundEntry& found, Commands& commands)
{
    const Theme& theme = ui.theme();
    const bool task = found.kind == EntryKind::Task;
    const std::string title = task ? ui.tr("records.task") : tied(found.meeting_title);
    const Press touched = press(ui, WidgetId("records.entry", found.entry), row, title);
    row_ground(ui, row, {.pressed = touched.down});
    Rect rest = row.inset(20, 0);
    icon(ui, rest.cut_right(28, 12), icons::chevron_right, 28, theme.ink2);
    icon(ui, rest.cut_left(24, 12), task ? icons::assignment : icons::description, 24, theme.ink2);
    Rect lines = rest.centred({rest.w, 60});
    Rect first = lines.cut_top(28, 4);
    const std::string date = dmy(date_of(found.meeting_start_ms));
    text(ui, first.cut_right(text_width(ui, date, type::caption, Digits::Tabular), 16), date,
        {.style = type::caption, .color = theme.ink2, .digits = Digits::Tabular});
    text(ui, first, title, {.style = type::label, .color = theme.ink});
    text(ui, lines, marked(theme, found), {.color = theme.ink});
    if (touched)
        commands.go({"paper", found.meeting, {}});
}

} // namespace chibo
