#include "random_commands.h"

#include "meeting/critique.h"
#include "meeting/strokes.h"
#include "record/agenda_commands.h"
#include "record/agenda_queries.h"
#include "record/cell_commands.h"
#include "record/cell_queries.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/conflict_commands.h"
#include "record/critique_commands.h"
#include "record/device_commands.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_commands.h"
#include "record/member_queries.h"
#include "record/minutes_commands.h"
#include "record/query.h"
#include "record/rule_files.h"
#include "record/sealing_commands.h"
#include "record/sealing_queries.h"

namespace chibo::test {
namespace {

const Command nothing {"nothing", [](Changes&) { return Result<void>(); }};

/// What sealing writes, without all that comes before it.
Command seal_at_once(MeetingId meeting)
{
    return {"seal_meeting", [=](Changes& changes) -> Result<void> {
                if (read_seal(changes.record(), meeting))
                    return refuse("meeting.sealed");
                Query(changes, "UPDATE meeting SET state = 'sealed' WHERE id = :id")
                    .bind(":id", meeting)
                    .run();
                Query(changes, R"sql(
                    INSERT INTO seal (id, content, hash, sealed_at_ms) VALUES (:id, :content, :hash, :at))sql")
                    .bind(":id", meeting)
                    .bind(":content", "content")
                    .bind(":hash",
                        std::span<const std::uint8_t>(hash_of(
                            std::span(reinterpret_cast<const std::uint8_t*>("content"), 7))))
                    .bind(":at", changes.now_ms())
                    .run();
                return {};
            }};
}

} // namespace

template <typename AnyId> AnyId RandomCommands::any(const Record& record, const char* table)
{
    Query query(record, std::string("SELECT id FROM ") + table + " ORDER BY id /* reads all */");
    std::vector<AnyId> ids;
    while (query.next())
        ids.push_back(query.id<AnyId>());
    return ids.empty() ? AnyId {}
                       : ids[static_cast<std::size_t>(below(static_cast<int>(ids.size())))];
}

std::string RandomCommands::words()
{
    constexpr std::array all {
        "chi bộ", "nghị quyết", "phân công", "hội viên", "chuyên đề", "tháng 8"};
    std::string text = all[static_cast<std::size_t>(below(6))];
    for (int i = below(4); i >= 0; --i)
        text += std::string(" ") + all[static_cast<std::size_t>(below(6))];
    return text + " " + std::to_string(below(1000));
}

Date RandomCommands::day()
{
    return {2026, 8, below(28) + 1};
}

void RandomCommands::found(TestDevice& device)
{
    Cell cell;
    cell.name = "Chi bộ Văn phòng";
    device.must(found_cell(cell));
    constexpr std::array names {"Lê Thị Minh Hằng", "Trần Thị Thu Thủy", "Phạm Văn Dũng",
        "Hoàng Thị Ngọc Ánh", "Vũ Thị Kim Oanh", "Đặng Thùy Linh", "Nguyễn Thị Hồng Phượng"};
    for (const char* name : names) {
        Member member;
        member.name = name;
        device.must(add_member(member));
    }
    const Record& record = *device.record;
    device.must(appoint_officer(find_member(record, names[0])->id, OfficerRole::Secretary, ""));
    device.must(appoint_officer(find_member(record, names[1])->id, OfficerRole::Clerk, ""));
    MeetingPlan plan;
    plan.title = "Sinh hoạt tháng 8";
    plan.planned_start_ms = morning + 900'000;
    plan.chair = find_member(record, names[0])->id;
    plan.clerk = find_member(record, names[1])->id;
    for (int i = 0; i < 4; ++i) {
        PlannedItem item;
        item.title = words();
        item.kind = i == 2 ? ItemKind::Critique : ItemKind::Discussion;
        plan.items.push_back(item);
    }
    device.must(plan_meeting(plan));
    const auto meeting = read_meetings(record).front().id;
    device.must(open_check_in(meeting));
    for (int i = 0; i < 4; ++i) {
        CheckIn arrival;
        arrival.meeting = meeting;
        arrival.person = person(find_member(record, names[static_cast<std::size_t>(i)])->id);
        device.must(check_in(arrival));
    }
    device.must(start_meeting(meeting), {.member = plan.chair, .role = "chair"});
}

Actor RandomCommands::actor(const Record& record)
{
    const Meeting meeting
        = read_meeting(record, any<MeetingId>(record, "meeting")).value_or(Meeting {});
    switch (below(4)) {
    case 0:
        return {.member = {}, .role = "room"};
    case 1:
        return {.member = meeting.clerk, .role = "clerk"};
    default:
        return {.member = meeting.chair, .role = "chair"};
    }
}

Command RandomCommands::next(const Record& record)
{
    switch (below(15)) {
    case 0:
    case 1:
        return of_agenda(record);
    case 2:
        return of_speakers(record);
    case 3:
        return of_cell(record);
    case 4:
    case 5:
        return of_check_in(record);
    case 6:
        return of_meetings(record);
    case 7:
        return of_members(record);
    case 8:
        return of_officers(record);
    case 9:
        return of_sealing(record);
    case 10:
        return of_critique(record);
    case 11:
        return of_desk(record);
    default:
        return of_minutes(record);
    }
}

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

Command RandomCommands::of_cell(const Record& record)
{
    Cell cell = read_cell(record);
    cell.room = words();
    CellHeading heading {chance(50) ? any<HeadingId>(record, "cell_heading") : HeadingId {}, day(),
        words(), words(), words()};
    switch (below(4)) {
    case 0:
        return edit_cell(cell);
    case 1:
        return set_heading(heading);
    case 2:
        return remove_heading(any<HeadingId>(record, "cell_heading"));
    default:
        return set_setting("setting/" + std::to_string(below(5)), words());
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
        return cancel_meeting(meeting);
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

Command RandomCommands::of_members(const Record& record)
{
    const auto id = any<MemberId>(record, "member");
    Member member;
    member.name = "Nguyễn Văn " + words();
    switch (below(8)) {
    case 0:
        return add_member(member);
    case 1:
        return add_members({member, member});
    case 2:
        member = read_member(record, id).value_or(member);
        member.name = "Trần " + words();
        return edit_member(member);
    case 3:
        return set_standing(id, chance(50) ? Standing::Official : Standing::Exempt);
    case 4:
        return set_position(id, chance(50) ? Position::None : Position::Secretary);
    case 5:
        return set_photo(id, words());
    case 6:
        return chance(20) ? member_left(id, day()) : set_photo(id, "");
    default:
        return chance(60) ? add_code(id, CodeKind::Card, std::to_string(below(20)))
                          : remove_code(any<CodeId>(record, "member_code"));
    }
}

Command RandomCommands::of_officers(const Record& record)
{
    const auto officer = any<OfficerId>(record, "officer");
    switch (below(4)) {
    case 0:
        return appoint_officer(any<MemberId>(record, "member"), OfficerRole::DeputySecretary, "");
    case 1:
        return set_pin(officer, words());
    case 2:
        return chance(30) ? dismiss_officer(officer) : set_pin(officer, words());
    default:
        return rename_device(any<DeviceId>(record, "device"), words());
    }
}

Command RandomCommands::of_minutes(const Record& record)
{
    EntryDraft draft;
    draft.meeting = any<MeetingId>(record, "meeting");
    draft.item = any<ItemId>(record, "agenda_item");
    draft.speaker = person(any<MemberId>(record, "member"));
    draft.text = words();
    draft.kind = static_cast<EntryKind>(below(4));
    if (draft.kind == EntryKind::Task) {
        draft.owner = any<MemberId>(record, "member");
        draft.due_on = day();
    }
    if (draft.kind == EntryKind::Vote) {
        draft.speaker.reset();
        const auto meeting = read_meeting(record, draft.meeting);
        draft.vote = vote_form(read_electorate(record, draft.meeting, record.clock().now_ms()),
            rules_of(meeting.value_or(Meeting {})), VotePurpose::Resolution);
        draft.vote->no = below(draft.vote->entitled_present + 1);
        draft.vote->yes = draft.vote->entitled_present - draft.vote->no;
    }
    const auto entry = any<EntryId>(record, "entry");
    switch (below(9)) {
    case 0:
    case 1:
        return edit_entry(entry, draft);
    case 2:
        return move_entry(entry, draft.item);
    case 3:
        return remove_entry(entry);
    case 4:
        return restore_entry(entry);
    case 5:
        return set_task_state(
            any<EntryId>(record, "task"), static_cast<TaskState>(below(4)), words());
    default:
        return record_entry(draft);
    }
}

Command RandomCommands::of_sealing(const Record& record)
{
    const auto meeting = any<MeetingId>(record, "meeting");
    switch (below(6)) {
    case 0:
        return chance(30) ? seal_at_once(meeting) : nothing;
    case 1:
        return seal_meeting(meeting);
    case 2:
        return amend(meeting, any<MemberId>(record, "member"), words(), words());
    case 3:
        return sign_minutes(meeting, chance(50) ? SignRole::Chair : SignRole::Clerk,
            any<MemberId>(record, "member"), "strokes");
    default:
        return read_item_back(meeting, any<ItemId>(record, "agenda_item"));
    }
}

Command RandomCommands::of_critique(const Record& record)
{
    const auto session = any<ItemId>(record, "critique_session");
    const auto member = any<MemberId>(record, "member");
    const auto remark = any<RemarkId>(record, "critique_remark");
    const RemarkDraft draft {.session = session,
        .about = member,
        .from = person(any<MemberId>(record, "member")),
        .kind = chance(50) ? "strength" : "shortcoming",
        .text = words()};
    Commitment commitment;
    commitment.member = member;
    commitment.text = words();
    commitment.source = "inspection";
    commitment.given_on = day();
    switch (below(14)) {
    case 0:
    case 1:
        return start_critique(
            any<MeetingId>(record, "meeting"), any<ItemId>(record, "agenda_item"));
    case 2:
        return end_critique(session, words());
    case 3:
        return call_member(session, member, 300, chance(50) ? LastTurn::Done : LastTurn::Left);
    case 4:
        return leave_turn(session);
    case 5:
        return finish_turn(session);
    case 6:
        return record_remark(draft);
    case 7:
        return edit_remark(remark, draft);
    case 8:
        return remove_remark(remark);
    case 9:
        return answer_remark(remark, "accepts", words());
    case 10:
        return conclude_turn(
            {.session = session, .about = member, .text = words(), .due_on = day()});
    case 11:
        return release_conclusion(
            any<CritiqueConclusionId>(record, "critique_conclusion"), words());
    case 12:
        return add_commitment(commitment);
    default:
        return chance(50) ? note_reading({.what = "critique", .how = "screen"})
                          : check_commitment({.commitment = any<CommitmentId>(record, "commitment"),
                                .state = static_cast<CommitmentState>(below(4)),
                                .evidence = words()});
    }
}

Command RandomCommands::of_desk(const Record& record)
{
    const auto conflicts = read_conflicts(record);
    if (conflicts.empty())
        return nothing;
    const Conflict& conflict
        = conflicts[static_cast<std::size_t>(below(static_cast<int>(conflicts.size())))];
    if (conflict.kind == Conflict::Kind::Proposal)
        return chance(50)
            ? decline_proposal(conflict)
            : take_proposal(conflict, any<MemberId>(record, "member"), words(), words());
    switch (below(4)) {
    case 0:
        return keep_both(conflict);
    case 1:
        return write_common(conflict, words());
    default:
        return choose_side(
            conflict, static_cast<std::size_t>(below(static_cast<int>(conflict.sides.size()))));
    }
}

} // namespace chibo::test
