// The minutes of a meeting of the record, as a paper.
#pragma once

#include <filesystem>
#include <vector>

#include "documents/minutes_paper.h"
#include "meeting/minutes.h"
#include "record/record.h"

namespace chibo {

/// What is beside the content of a meeting: who signed, the seal, later notes.
struct PaperClosing {
    std::vector<Signature> signatures; // Void ones leave the space empty.
    std::vector<Amendment> amendments;
    std::optional<PaperSeal> seal;
};

[[nodiscard]] MinutesPaper minutes_paper(
    const MinutesContent& content, const PaperClosing& closing, const MinutesTemplate& form);

/// Of a sealed meeting what was sealed, whatever the rows say since; of another one as it is now.
/// Refuses a meeting that is not in the record (document.unknown_meeting).
[[nodiscard]] Result<Pages> minutes_pages(const Record& record, MeetingId meeting);

/// `document minutes`: the paper as a PDF file. The file is whole or as it was before. Refuses
/// another ending (document.only_pdf) and a place that takes no file (document.not_written).
[[nodiscard]] Result<void> write_minutes(
    const Record& record, MeetingId meeting, const std::filesystem::path& file);

/// Writes a file whole or not at all. Refuses a full disk (document.no_room) and a place that takes
/// no file (document.not_written).
[[nodiscard]] Result<void> write_whole(const std::filesystem::path& file, const std::string& bytes);

} // namespace chibo
