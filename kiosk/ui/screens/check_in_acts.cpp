// What touching a tile or scanning a card does: sheets, commands, and what the room is told.
#include <algorithm>
#include <iterator>

#include "meeting/names.h"
#include "record/check_in_commands.h"
#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/rule_files.h"
#include "typing/scanner.h"
#include "ui/screens/attendance_words.h"
#include "ui/screens/check_in_screen.h"

namespace chibo {
namespace {

constexpr int undo_s = 10;

/// Who has yet to come; and who is exempt or away, and came all the same.
bool signs_in(const AttendanceRow& row)
{
    return seat(row) == Seat::NotExpected ? row.standing != Standing::Suspended
                                          : seat(row) == Seat::NotArrived && !row.is_guest;
}

} // namespace

void CheckInScreen::touched(Ui& ui, const AttendanceRow& row, Commands& commands)
{
    if (m_meeting->state == MeetingState::Sealed) {
        commands.tell({"check_in.sealed", {}});
    } else if (officer()) {
        m_clerk.emplace(m_room, row, m_photos.portrait_of(ui, row), ui.clock().now_ms(),
            rules_of(*m_meeting).absence_reasons);
    } else if (check_in_open(*m_meeting) && signs_in(row)) {
        m_sign_in.emplace(row, m_photos.portrait_of(ui, row), m_settings.check_in_signature);
    } else {
        tell_room(row, commands);
    }
}

void CheckInScreen::tell_room(const AttendanceRow& row, Commands& commands) const
{
    const std::string name = kept_together(row.name);
    switch (seat(row)) {
    case Seat::Present:
        commands.tell({"check_in.already_here",
            {{"name", name}, {"time", hm(row.stays.back().arrived_at_ms)}}});
        return;
    case Seat::Left:
        commands.tell({"check_in.left_ask_the_clerk",
            {{"name", name}, {"time", hm(row.stays.back().left_at_ms.value_or(0))}}});
        return;
    case Seat::AnnouncedAbsent:
    case Seat::Excused:
    case Seat::Unexcused:
        commands.tell({"check_in.ask_the_clerk", {{"name", name}}});
        return;
    case Seat::NotArrived:
    case Seat::NotExpected:
        break;
    }
    commands.tell({row.is_guest ? "check_in.no_guests_advice" : "check_in.not_open", {}});
}

void CheckInScreen::check_in_member(const AttendanceRow& row, CheckIn arrival, Commands& commands)
{
    arrival.meeting = m_meeting->id;
    arrival.person = row.person;
    After after;
    after.toast = Told {"check_in.checked_in",
        {{"name", kept_together(row.name)}, {"time", hm(m_record->clock().now_ms())}}, undo_s};
    commands.push(check_in(std::move(arrival)), std::move(after));
}

void CheckInScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_sign_in) {
        m_sign_in->draw(ui);
        if (m_sign_in->confirmed()) {
            CheckIn arrival;
            arrival.signature = *m_sign_in->confirmed();
            check_in_member(m_sign_in->row(), std::move(arrival), commands);
            m_search.clear();
        }
        if (m_sign_in->closed() || m_sign_in->confirmed())
            m_sign_in.reset();
    } else if (m_clerk) {
        m_clerk->draw(ui);
        auto command = m_clerk->take_command();
        if (command) {
            const std::string state = ui.tr(m_clerk->state_key());
            After after;
            after.toast = Told {"check_in.recorded_state",
                {{"name", kept_together(m_clerk->row().name)}, {"state", state}}, undo_s};
            commands.push(std::move(*command), std::move(after));
        }
        if (m_clerk->closed() || command)
            m_clerk.reset();
    } else if (m_unbound) {
        draw_unbound(ui, commands);
    } else if (m_guest) {
        m_guest->draw(ui);
        if (m_guest->added()) {
            const Guest& guest = m_guest->guest();
            After after;
            after.toast = Told {"check_in.guest_checked_in",
                {{"name", kept_together(guest.name)}, {"time", hm(ui.clock().now_ms())}}, undo_s};
            commands.push(check_in_guest(m_meeting->id, guest), std::move(after));
        }
        if (m_guest->closed() || m_guest->added())
            m_guest.reset();
    }
}

void CheckInScreen::bind(
    const AttendanceRow& row, const ScannedCard& card, Commands& commands) const
{
    After after;
    after.toast = Told {"member_sheet.bound_told", {{"name", kept_together(row.name)}}, undo_s};
    commands.push(add_code(MemberId {row.person.uuid}, card.kind, card.number), std::move(after));
}

/// A card that nobody has: the clerk says whose it is.
void CheckInScreen::draw_unbound(Ui& ui, Commands& commands)
{
    if (!m_whose) {
        std::vector<AttendanceRow> members;
        std::ranges::copy_if(m_room.rows, std::back_inserter(members),
            [](const AttendanceRow& row) { return !row.is_guest; });
        m_whose.emplace(ui.tr("scan.whose"), std::move(members), std::nullopt);
    }
    m_whose->draw(ui);
    const auto answer = m_whose->answer();
    const auto row = std::ranges::find_if(
        m_room.rows, [&](const AttendanceRow& each) { return answer == each.person; });
    if (row != m_room.rows.end())
        bind(*row, *m_unbound, commands);
    if (answer || m_whose->closed()) {
        m_whose.reset();
        m_unbound.reset();
    }
}

void CheckInScreen::scanned(std::string_view code, Commands& commands)
{
    if (!m_meeting || m_record == nullptr)
        return;
    const auto scan = parse_scan(code);
    if (!scan) {
        commands.refuse(scan.error());
        return;
    }
    const auto kind = scan->kind == ScannedKind::Card ? CodeKind::Card : CodeKind::Citizen;
    if (m_clerk && !m_clerk->row().is_guest) {
        bind(m_clerk->row(), {kind, scan->number}, commands);
        m_clerk.reset();
        return;
    }
    const auto member = match_code(*m_record, kind, scan->number);
    const auto row = std::ranges::find_if(m_room.rows,
        [&](const AttendanceRow& each) { return member && each.person == person(*member); });
    if (row == m_room.rows.end()) {
        if (!officer())
            commands.refuse({"scan.unknown", {}});
        else
            m_unbound = ScannedCard {kind, scan->number};
        return;
    }
    m_sign_in.reset();
    if (seat(*row) == Seat::Present) {
        tell_room(*row, commands);
        return;
    }
    CheckIn arrival;
    arrival.how = CheckInWay::Card;
    check_in_member(*row, std::move(arrival), commands);
}

} // namespace chibo
