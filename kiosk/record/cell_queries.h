// The cell itself, the heads of its papers, and what is set for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meeting/member.h"
#include "record/record.h"

namespace chibo {

/// Whether a member signs when checking in.
enum class SignatureSetting { Asked, Optional, Off };
template <> struct Words<SignatureSetting> {
    static constexpr std::array<std::string_view, 3> all {"asked", "optional", "off"};
};

/// What the cell has set, with the defaults where it has not. One row of `setting` a field; the ids
/// are in cell_queries.cpp.
struct Settings {
    SignatureSetting check_in_signature = SignatureSetting::Optional; // check_in/signature
    bool clerk_runs_agenda = true; // agenda/clerk_runs: what a newly planned meeting starts with
    bool minutes_rest = false; // minutes/rest: the running minutes rest like other screens
    bool agenda_rest = false; // agenda/rest
    int rest_after_minutes = 3; // safety/rest_after
    int lock_after_minutes = 15; // safety/lock_after
    std::string typing_method = "telex"; // typing/method: telex, vni, simple
    std::string typing_tones = "old"; // typing/tones: old, new
    bool screen_keyboard = true; // typing/screen_keyboard
    std::string minutes_numbering = "dash"; // documents/numbering: dash (I-), stop (I.)
};

[[nodiscard]] bool has_cell(const Record& record);
[[nodiscard]] Cell read_cell(const Record& record);
[[nodiscard]] std::vector<CellHeading> read_headings(const Record& record); // Oldest first.
[[nodiscard]] CellHeading read_heading(
    const Record& record, Date day); // That holds on a day; empty: none.
[[nodiscard]] std::string read_setting(
    const Record& record, std::string_view id, std::string_view otherwise);
[[nodiscard]] Settings read_settings(const Record& record);

} // namespace chibo
