// Whether a PDF that came back is the sealed minutes of the record: its code, and every word.
#pragma once

#include <string>
#include <utility>

#include "documents/pdf_words.h"
#include "meeting/ids.h"
#include "record/record.h"

namespace chibo {

/// The meeting and the hash (64 hex digits) that sealed minutes name in their keywords and their QR
/// code. Refuses a paper without them (document.no_seal_code).
[[nodiscard]] Result<std::pair<MeetingId, std::string>> read_seal_code(const PdfWords& paper);

/// Compares the paper with what minutes_pages() prints of the sealed meeting: with each numbering,
/// and with the amendments of today or fewer, since it may have been printed before the last ones.
/// Pictures (signatures, the QR code) are not compared. Refuses another seal (document.other_seal)
/// and names the first word that differs (document.words_differ), or the words that are missing at
/// its end (document.words_missing) or too many there (document.words_added).
[[nodiscard]] Result<void> check_minutes(
    const Record& record, MeetingId meeting, const PdfWords& paper);

} // namespace chibo
