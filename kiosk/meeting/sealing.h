// What is missing before the minutes are sealed, and the text whose hash is signed and sealed.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "meeting/minutes.h"
#include "meeting/words.h"

namespace chibo {

enum class SealCheckKind { Attendance, Items, Resolution, Tasks, ReadBack };
template <> struct Words<SealCheckKind> {
    static constexpr std::array<std::string_view, 5> all {
        "attendance", "items", "resolution", "tasks", "read_back"};
};

/// One line of "Trước khi khóa".
struct SealCheck {
    SealCheckKind kind = SealCheckKind::Attendance;
    bool done = false;
    int have = 0, of = 0; // 8/8 items, 1/1 resolutions, 4/4 tasks; the present for attendance.
    ItemId item; // The first item that lacks something; nil when none does.
    int item_number = 0;
    UnixMs at_ms = 0; // When the cell adopted the minutes as they stand.
    bool passed = false; // Of resolutions: none was rejected.
};

struct SealState {
    std::vector<SealCheck> checks;
    int done = 0;
    std::optional<Signature> chair, clerk; // The last of each; `valid` says whether it still binds.
    bool ready_to_sign = false; // All checks done.
    bool ready_to_seal = false; // And both signatures valid.
};

/// The whole meeting as one text: the same content gives the same bytes on every device. Line 1
/// names the format, so that later columns start a new format and leave old seals readable.
[[nodiscard]] std::string canonical_text(const MinutesContent& content);
/// One item's part of it, without the vote that adopts the minutes (it comes after the reading).
[[nodiscard]] std::string canonical_item_text(const MinutesContent& content, ItemId item);
/// The show of hands by which the cell adopted the minutes as they stand: every item was read, and
/// none was changed and read anew after it. None where there is no such vote.
[[nodiscard]] const Entry* adopting_vote(
    const MinutesContent& content, const std::vector<Reading>& readings);
/// Without resolution items there is no line for them. Figures of tasks and attendance are there
/// too, so that the lines can be written from this alone.
[[nodiscard]] std::vector<SealCheck> seal_checks(
    const MinutesContent& content, const std::vector<Reading>& readings);
[[nodiscard]] SealState seal_state(const MinutesContent& content,
    const std::vector<Reading>& readings, const std::vector<Signature>& signatures);

} // namespace chibo
