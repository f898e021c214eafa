#include "ui/screens/meeting_sheet.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "meeting/letters.h"
#include "record/check_in_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float head_height = 64;
constexpr int undo_s = 10;

} // namespace

MeetingSheet MeetingSheet::cancelling(MeetingId meeting, Viewer viewer)
{
    MeetingSheet sheet(meeting, std::move(viewer));
    sheet.m_cancels = true;
    return sheet;
}

void MeetingSheet::refresh(const Record& record)
{
    const auto meeting = read_meeting(record, m_id);
    m_closed = m_closed || !meeting || !may_change(*meeting);
    if (!meeting)
        return;
    m_meeting = *meeting;
    m_members.clear();
    std::ranges::copy_if(read_attendance(record, m_id).rows, std::back_inserter(m_members),
        [](const AttendanceRow& row) { return !row.is_guest; });
    m_signers.clear();
    for (const Officer& officer : read_officers(record)) {
        if (officer.has_pin)
            m_signers.push_back(officer.member);
    }
}

const AttendanceRow* MeetingSheet::holder(Office office) const
{
    const auto member = office == Office::Chair ? m_meeting.chair : m_meeting.clerk;
    const auto found = std::ranges::find_if(m_members,
        [&](const AttendanceRow& row) { return member && row.person == person(*member); });
    return found == m_members.end() ? nullptr : &*found;
}

void MeetingSheet::draw(Ui& ui, Commands& commands)
{
    if (m_people)
        draw_people(ui, commands);
    else if (m_cancels)
        draw_cancelling(ui, commands);
    else
        draw_overview(ui, commands);
}

void MeetingSheet::draw_overview(Ui& ui, Commands& commands)
{
    SheetScope sheet(ui, "meeting_sheet", {720, 464});
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(head_height, space::s1).inset({.right = 80}),
        ui.tr("meeting_sheet.title"), {.style = type::heading, .color = ui.theme().ink});
    for (const Office office : {Office::Chair, Office::Clerk}) {
        const AttendanceRow* who = holder(office);
        const bool chair = office == Office::Chair;
        const std::string caption = ui.tr(chair ? "plan.chair" : "plan.clerk");
        if (list_row(ui, chair ? "meeting_sheet.chair" : "meeting_sheet.clerk",
                inside.cut_top(row_height_two_lines),
                {.person = who ? std::optional(portrait(who->name, who->number)) : std::nullopt,
                    .words = who ? who->name : ui.tr("plan.nobody"),
                    .second = caption,
                    .bold = true,
                    .leads_on = true}))
            choose(ui, office);
    }
    inside.cut_top(space::s2);
    draw_acts(ui, commands, inside);
    m_closed = m_closed || sheet.closed();
}

void MeetingSheet::draw_acts(Ui& ui, Commands& commands, Rect rect)
{
    const bool runs = m_meeting.clerk_runs_agenda;
    const bool lets = m_viewer.role != "clerk" && m_meeting.state != MeetingState::Closing;
    if (button(ui, "meeting_sheet.let", rect.cut_top(button_height, space::s2),
            ui.tr(runs ? "meeting_sheet.not_let" : "meeting_sheet.let"),
            {.kind = kind_if(lets, ButtonKind::Secondary),
                .icon = icons::timelapse,
                .style = type::label})) {
        commands.push(let_clerk(m_id, runs ? ClerkMay::NotRunAgenda : ClerkMay::RunAgenda),
            {.toast = Told {.key = runs ? "meeting_sheet.not_let_told" : "meeting_sheet.let_told",
                 .values = {},
                 .undo_s = undo_s}});
        m_closed = true;
    }
    const Rect last = rect.cut_top(button_height, space::s1);
    if (m_meeting.state == MeetingState::Planned) {
        if (button(ui, "meeting_sheet.cancel", last, ui.tr("meeting_sheet.cancel"),
                {.kind = ButtonKind::Caution, .icon = icons::cancel, .style = type::label}))
            m_cancels = true;
    } else if (m_meeting.state == MeetingState::Closing) {
        if (button(ui, "meeting_sheet.reopen", last, ui.tr("meeting_sheet.reopen"),
                {.icon = icons::undo, .style = type::label})) {
            commands.push(reopen_meeting(m_id),
                {.toast = Told {.key = "meeting_sheet.reopened", .values = {}, .undo_s = undo_s}});
            m_closed = true;
        }
    }
    if (!lets)
        text(ui, rect, ui.tr("meeting_sheet.chair_lets"),
            {.style = type::caption,
                .color = ui.theme().ink2,
                .place = Place::Top,
                .lines = Lines::Wrap});
}

void MeetingSheet::draw_cancelling(Ui& ui, Commands& commands)
{
    SheetScope sheet(ui, "meeting_sheet.cancelling", {720, 416}, DimCloses::No);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    text(ui, inside.cut_top(head_height, space::s1).inset({.right = 80}),
        ui.tr("meeting_sheet.cancel_title"), {.style = type::heading, .color = ui.theme().ink});
    text(ui, inside.cut_top(60, space::s1),
        ui.tr("meeting_sheet.cancel_words", {{"title", m_meeting.title}}),
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    text(ui, inside.cut_top(28, 4), ui.tr("meeting_sheet.reason"),
        {.style = type::label, .color = ui.theme().ink});
    if (std::exchange(m_fresh, false))
        ui.focus().give("meeting_sheet.reason.field");
    (void)field(
        ui, "meeting_sheet.reason.field", inside.cut_top(field_height, space::s2), m_reason, {});
    Rect row = inside.cut_bottom(button_xl_height);
    if (button(ui, "meeting_sheet.keep", row.cut_left(240, space::s2), ui.tr("meeting_sheet.keep")))
        m_closed = true;
    const bool ready = !is_blank(m_reason);
    if (button(ui, "meeting_sheet.cancel_go", row, ui.tr("meeting_sheet.cancel_go"),
            {.kind = kind_if(ready, ButtonKind::Caution), .icon = icons::cancel})) {
        commands.push(cancel_meeting(m_id, m_reason),
            {.toast = Told {.key = "meeting_sheet.cancelled",
                 .values = {{"title", m_meeting.title}},
                 .undo_s = undo_s},
                .done = [&commands](const JournalPlace&) { commands.go({.screen = "home"}); }});
        m_closed = true;
    }
    m_closed = m_closed || sheet.closed();
}

void MeetingSheet::choose(Ui& ui, Office office)
{
    m_office = office;
    std::vector<AttendanceRow> others;
    const AttendanceRow* other = holder(office == Office::Chair ? Office::Clerk : Office::Chair);
    std::ranges::copy_if(m_members, std::back_inserter(others),
        [&](const AttendanceRow& row) { return !other || row.person != other->person; });
    const AttendanceRow* now = holder(office);
    m_people.emplace(ui.tr(office == Office::Chair ? "plan.chair" : "plan.clerk"),
        std::move(others), now ? std::optional(now->person) : std::nullopt);
}

void MeetingSheet::draw_people(Ui& ui, Commands& commands)
{
    m_people->draw(ui);
    if (const auto answer = m_people->answer()) {
        take(*answer, commands);
        m_closed = true; // "Hoàn tác" stands below.
    }
    if (m_people->closed())
        m_people.reset();
}

void MeetingSheet::take(PersonId person, Commands& commands) const
{
    const MemberId member {person.uuid};
    const auto row = std::ranges::find(m_members, person, &AttendanceRow::person);
    const bool chair = m_office == Office::Chair;
    // Minutes are signed with a PIN, which an officer of the tablet has.
    const bool signs = std::ranges::find(m_signers, member) != m_signers.end();
    const char* key = !signs ? "meeting_sheet.cannot_sign"
        : chair              ? "meeting_sheet.chair_told"
                             : "meeting_sheet.clerk_told";
    commands.push(chair ? set_chair(m_id, member) : set_clerk(m_id, member),
        {.toast
            = Told {.key = key, .values = {{"name", kept_together(row->name)}}, .undo_s = undo_s}});
}

} // namespace chibo
