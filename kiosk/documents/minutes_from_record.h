// The minutes of a meeting of the record, as pages and as a file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

#include "documents/minutes_template.h"
#include "documents/pages.h"
#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/record.h"

namespace chibo {

/// How a paper of another day was printed; what is left open is as it is today.
struct PrintedWith {
    std::optional<Numbering> numbering {};
    std::optional<std::size_t> amendments {}; // The first so many.
};

/// Of a sealed meeting what was sealed, whatever the rows say since; of another one as it is now.
/// Refuses a meeting that is not in the record (document.unknown_meeting).
[[nodiscard]] Result<Pages> minutes_pages(
    const Record& record, MeetingId meeting, const PrintedWith& printed = {});

/// `document minutes`: the paper as a PDF file. Refuses another ending (document.only_pdf) and what
/// write_whole() refuses.
[[nodiscard]] Result<void> write_minutes(
    const Record& record, MeetingId meeting, const std::filesystem::path& file);

} // namespace chibo
