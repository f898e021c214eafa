#include "random_commands.h"

#include "record/cell_commands.h"
#include "record/check_in_commands.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_commands.h"
#include "record/member_queries.h"

namespace chibo::test {

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

} // namespace chibo::test
