// What the check-in screens say of a person: role, state of the tile, words of the band, marks of a
// search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meeting/attendance.h"
#include "ui/ui.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/member_tile.h"

namespace chibo {

/// "Bí thư · Chủ trì", "Thư ký", "Đảng viên dự bị"; of a guest the organisation.
[[nodiscard]] std::string role_words(const Ui& ui, const AttendanceRow& row);
/// Up to this many missing people are asked in red; above, the grid stays quiet.
inline constexpr int most_asked = 6;
[[nodiscard]] TileState tile_state(const AttendanceRow& row, int not_arrived);
/// "Có mặt 07:52", "Đến muộn 08:10", "Rời phòng 09:15".
[[nodiscard]] std::string band_words(
    const Ui& ui, const AttendanceRow& row, const Attendance& room);
[[nodiscard]] Icon band_icon(const AttendanceRow& row, const Attendance& room);
/// The state as the clerk's sheet has it in a chip; the reason is named there.
struct StateChip {
    std::string words;
    ChipLook look;
};
[[nodiscard]] StateChip state_chip(const Ui& ui, const AttendanceRow& row, const Attendance& room);
/// Which letters of a name answer the search, word by word.
[[nodiscard]] std::vector<TextRange> search_marks(std::string_view query, std::string_view name);
/// "85 %" or "2/3"; "trên 85 %" where just that is there and more is asked.
[[nodiscard]] std::string mark_words(const Ui& ui, const AttendanceMark& mark);
/// "85,7 %" of tenths.
[[nodiscard]] std::string percent_words(int tenths);

} // namespace chibo
