// The meeting of 05/08/2026 (ui/README, "The story") as plain structs.
#pragma once

#include "meeting/minutes.h"
#include "meeting/rules.h"

namespace chibo {

inline UnixMs on_the_day(int hour, int minute, int second = 0)
{
    return unix_ms({{2026, 8, 5}, hour, minute, second});
}

template <typename AnyId> AnyId numbered(std::uint8_t number)
{
    AnyId id;
    id.uuid.bytes[15] = number;
    return id;
}

inline AttendanceRow member_row(
    std::uint8_t number, std::string name, std::optional<UnixMs> arrived)
{
    AttendanceRow row;
    row.person = numbered<PersonId>(number);
    row.number = number;
    row.name = std::move(name);
    if (arrived) {
        Stay stay;
        stay.arrived_at_ms = *arrived;
        row.stays.push_back(stay);
    }
    return row;
}

/// Seven members of whom one is probationary and one away on duty; one guest.
inline std::vector<AttendanceRow> story_rows()
{
    auto linh = member_row(7, "Đặng Thùy Linh", on_the_day(7, 53));
    linh.standing = Standing::Probationary;
    linh.official = false;
    auto anh = member_row(5, "Hoàng Thị Ngọc Ánh", std::nullopt);
    anh.absence = Absence {{}, AbsenceKind::Excused, AbsenceReason::Duty, "", on_the_day(7, 55)};
    auto guest = member_row(8, "Bùi Thị Lan Anh", on_the_day(7, 50));
    guest.is_guest = true;
    guest.guest_kind = GuestKind::Superior;
    return {anh, member_row(4, "Phạm Văn Dũng", on_the_day(7, 49)),
        member_row(1, "Lê Thị Minh Hằng", on_the_day(7, 41)), linh,
        member_row(6, "Vũ Thị Kim Oanh", on_the_day(7, 52)),
        member_row(2, "Nguyễn Thị Hồng Phượng", on_the_day(7, 44)),
        member_row(3, "Trần Thị Thu Thủy", on_the_day(7, 40)), guest};
}

inline AgendaItem item_of(std::uint8_t number, Part part, int minutes, ItemState state)
{
    AgendaItem item;
    item.id = numbered<ItemId>(number);
    item.part = part;
    item.title = "Mục " + std::to_string(number);
    item.planned_s = minutes * 60;
    item.state = state;
    return item;
}

/// Eight items; three done, the fourth runs from 08:22:46.
inline Agenda story_agenda()
{
    Agenda agenda;
    agenda.items = {item_of(1, Part::Opening, 5, ItemState::Done),
        item_of(2, Part::Opening, 5, ItemState::Done),
        item_of(3, Part::Content, 15, ItemState::Done),
        item_of(4, Part::Content, 20, ItemState::Running),
        item_of(5, Part::Content, 25, ItemState::Planned),
        item_of(6, Part::Content, 30, ItemState::Planned),
        item_of(7, Part::Closing, 10, ItemState::Planned),
        item_of(8, Part::Closing, 10, ItemState::Planned)};
    agenda.items[0].runs = {{on_the_day(8, 0), on_the_day(8, 4, 40)}};
    agenda.items[1].runs = {{on_the_day(8, 4, 40), on_the_day(8, 8, 46)}};
    agenda.items[2].runs = {{on_the_day(8, 8, 46), on_the_day(8, 22, 46)}};
    agenda.items[3].runs = {{on_the_day(8, 22, 46), std::nullopt}};
    return agenda;
}

inline Meeting story_meeting()
{
    Meeting meeting;
    meeting.kind = MeetingKind::Combined;
    meeting.planned_start_ms = on_the_day(8, 0);
    meeting.opened_at_ms = on_the_day(8, 0);
    meeting.limit_minutes = 120;
    meeting.state = MeetingState::Open;
    return meeting;
}

} // namespace chibo
