#include "random_commands.h"

#include "record/cell_commands.h"
#include "record/cell_queries.h"
#include "record/device_commands.h"
#include "record/member_commands.h"
#include "record/member_queries.h"

namespace chibo::test {

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
        return chance(20) ? member_left(id, day(), "moved") : set_photo(id, "");
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

} // namespace chibo::test
