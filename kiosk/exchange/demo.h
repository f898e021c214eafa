// `chibo demo`: a new record with the demo committee, every text and date of which follows from one
// day.
#pragma once

#include <filesystem>
#include <string>

#include "meeting/dates.h"
#include "meeting/result.h"
#include "record/codes.h"

namespace chibo {

inline constexpr std::string_view demo_code = "sen hồng nắng mới"; // Opens all five cells.
inline constexpr std::string_view demo_pin = "050826"; // Of every officer.

struct DemoArguments {
    int years = 1;
    int members = 32;
    Date day; // Whose meeting is ready to open.
    CodeCost cost = CodeCost::moderate();
};

struct DemoMade {
    std::string code, pin;
    int cells = 0, members = 0, meetings = 0;
};

/// Makes the record in a folder that is missing or empty (else record.folder_in_use). `data` is
/// data/demo. Refuses numbers that make no committee (demo.years, demo.members).
[[nodiscard]] Result<DemoMade> make_demo(const std::filesystem::path& folder,
    const std::filesystem::path& data, const DemoArguments& arguments);

} // namespace chibo
