#include "random_commands.h"

#include "record/agenda_commands.h"
#include "record/check_in_commands.h"
#include "record/meeting_commands.h"

namespace chibo::test {

Command RandomCommands::of_agenda(const Record& record)
{
    const auto meeting = any<MeetingId>(record, "meeting");
    const auto item = any<ItemId>(record, "agenda_item");
    const auto after
        = chance(50) ? std::optional(any<ItemId>(record, "agenda_item")) : std::nullopt;
    PlannedItem planned;
    planned.title = words();
    planned.minutes = below(30) + 1;
    switch (below(11)) {
    case 0:
        return start_item(meeting, item);
    case 1:
        return start_next_item(meeting);
    case 2:
        return pause_item(meeting);
    case 3:
        return resume_item(meeting);
    case 4:
        return prolong_item(meeting, item, 60 * (below(5) + 1));
    case 5:
        return skip_item(meeting, item);
    case 6:
        return restore_item(meeting, item);
    case 7:
        return move_item(meeting, item, chance(70) ? Part::Content : Part::Closing, after);
    case 8:
        return add_item(meeting, planned, after);
    case 9:
        planned.id = item;
        return edit_item(meeting, planned);
    default:
        return remove_item(meeting, item);
    }
}

Command RandomCommands::of_speakers(const Record& record)
{
    const auto meeting = any<MeetingId>(record, "meeting");
    const auto speaker = any<SpeakerId>(record, "speaker");
    switch (below(5)) {
    case 0:
        return start_speaker(meeting, speaker);
    case 1:
        return end_speaker(meeting);
    case 2:
        return move_speaker(meeting, speaker, any<SpeakerId>(record, "speaker"));
    case 3:
        return remove_speaker(meeting, speaker);
    default:
        return request_floor(meeting, person(any<MemberId>(record, "member")));
    }
}

Command RandomCommands::of_check_in(const Record& record)
{
    const auto meeting = any<MeetingId>(record, "meeting");
    const auto member = any<MemberId>(record, "member");
    CheckIn arrival;
    arrival.meeting = meeting;
    arrival.person = person(member);
    arrival.how = CheckInWay::Clerk;
    Guest guest_row;
    guest_row.name = words();
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = member;
    absence.kind = chance(50) ? AbsenceKind::Excused : AbsenceKind::Announced;
    absence.reason = chance(50) ? AbsenceReason::Duty : AbsenceReason::Ill;
    switch (below(8)) {
    case 0:
        return check_in_guest(meeting, guest_row);
    case 1:
        return take_back_check_in(meeting, person(member));
    case 2:
        return leave_room(meeting, person(member));
    case 3:
        return come_back(meeting, person(member));
    case 4:
        return note_absence(absence);
    case 5:
        return take_back_absence(meeting, member);
    default:
        return check_in(arrival);
    }
}

Command RandomCommands::of_meetings(const Record& record)
{
    const auto meeting = any<MeetingId>(record, "meeting");
    MeetingPlan plan;
    plan.id = chance(50) ? meeting : MeetingId {};
    plan.title = words();
    plan.planned_start_ms = unix_ms({day(), 8, 0, 0});
    plan.chair = any<MemberId>(record, "member");
    plan.clerk = any<MemberId>(record, "member");
    PlannedItem item;
    item.title = words();
    plan.items.assign(2, item);
    Guest guest_row;
    guest_row.name = words();
    switch (below(11)) {
    case 0:
        return plan_meeting(plan);
    case 1:
        return cancel_meeting(meeting, "moved");
    case 2:
        return set_chair(meeting, any<MemberId>(record, "member"));
    case 3:
        return set_clerk(meeting, any<MemberId>(record, "member"));
    case 4:
        return open_check_in(meeting);
    case 5:
        return start_meeting(meeting);
    case 6:
        return close_meeting(meeting);
    case 7:
        return reopen_meeting(meeting);
    case 8:
        return let_clerk(meeting, chance(50) ? ClerkMay::RunAgenda : ClerkMay::NotRunAgenda);
    case 9:
        return anchor_time(meeting, below(100'000), "boot");
    default:
        return chance(50) ? set_guest(meeting, guest_row)
                          : remove_guest(meeting, any<GuestId>(record, "guest"));
    }
}

} // namespace chibo::test
