// What the minutes of a meeting say, as one plain value that knows no record: the printed paper,
// its preview and later forms are all made from it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "documents/minutes_template.h"
#include "documents/pages.h"
#include "meeting/clock.h"
#include "meeting/dates.h"
#include "meeting/strokes.h"

namespace chibo {

/// A name with what is said in brackets after it: a reason, an organisation.
struct PaperPerson {
    std::string name;
    std::string note {}; // A position, a reason or an organisation; may be empty.
};

/// Came after the opening, or left before the end.
struct PaperMovement {
    std::string name;
    UnixMs at_ms = 0;
    std::optional<UnixMs> back_at_ms {}; // Of one who left: when they were back.
};

/// The figures read aloud at the opening (domain.md 1.2).
struct PaperCounts {
    int total = 0;
    int official = 0;
    int probationary = 0;
    int temporary_here = 0;
    int exempt = 0;
    int temporary_away = 0;
    int suspended = 0;
    int present = 0;
    int present_official = 0;
    int present_probationary = 0;
    int present_temporary_here = 0;
};

/// A vote by hand; yes, no and other add up to `entitled`.
struct PaperVote {
    int yes = 0;
    int no = 0;
    int other = 0;
    int entitled = 0; // May vote and were in the room.
    int base = 0; // What the majority is counted on.
    std::string base_kind {}; // official, summoned, present
    bool carried = false;
    std::string reserved {}; // Who asked that their reserved opinion be named.
};

enum class PaperEntryKind { Opinion, Conclusion, Task, Vote };

struct PaperEntry {
    PaperEntryKind kind = PaperEntryKind::Opinion;
    UnixMs at_ms = 0;
    std::string text;
    std::string person {}; // Who spoke; of a task: its owner.
    bool superior = false; // The speaker represents the committee above.
    std::optional<Date> due_on {}; // Of a task.
    std::optional<PaperVote> vote {};
};

enum class PaperItemContent {
    Full,
    Restricted, // Level C: its title only.
    Secret, // Not even its title.
};

struct PaperItem {
    int number = 0;
    std::string title;
    std::string presenter {};
    PaperItemContent content = PaperItemContent::Full;
    bool skipped = false;
    std::vector<PaperEntry> entries {};
};

struct PaperSignature {
    std::string name; // Printed below, signed or not.
    std::optional<Strokes> strokes {};
};

/// Đính chính: a dated note after the sealed text.
struct PaperAmendment {
    UnixMs at_ms = 0;
    std::string author;
    std::string reason;
    std::string text;
};

struct PaperSeal {
    UnixMs at_ms = 0;
    std::string code; // What the QR code holds: seal_code().
};

struct MinutesPaper {
    std::string parent_line; // ĐẢNG BỘ HỘI LHPN TỈNH
    std::string cell_line; // CHI BỘ VĂN PHÒNG
    std::string town; // Bình Minh
    std::string number {}; // 05; printed where the template wants it.
    std::string summary; // sinh hoạt chi bộ thường kỳ tháng 8 năm 2026
    UnixMs start_ms = 0;
    std::optional<UnixMs> end_ms {};
    std::string place; // Phòng họp tầng 3
    PaperCounts counts {};
    std::vector<PaperPerson> excused {};
    std::vector<PaperPerson> unexcused {};
    std::vector<PaperPerson> beside {}; // Need not come and came all the same.
    std::vector<PaperPerson> unknown {}; // Of a draft: neither here nor noted absent.
    std::vector<PaperMovement> late {};
    std::vector<PaperMovement> left {};
    std::vector<PaperPerson> guests {};
    PaperPerson chair {};
    PaperPerson clerk {};
    std::vector<PaperItem> items {};
    bool read_back = false;
    std::optional<PaperVote> adoption {}; // The vote that adopted the minutes.
    std::string quality_points {}; // 92/100; empty where the cell scores nothing.
    std::string quality_grade {};
    PaperSignature chair_signature {};
    PaperSignature clerk_signature {};
    std::optional<PaperSeal> seal {}; // None: a draft.
    std::vector<PaperAmendment> amendments {};
};

/// The paper laid out in pages, ready to be shown or written. The same paper gives the same pages.
[[nodiscard]] Pages lay_out(const MinutesPaper& paper, const MinutesTemplate& form);

/// What the QR code of sealed minutes holds, and a PDF's keywords: "chibo:1:<meeting>:<hash, 64 hex
/// digits>".
[[nodiscard]] std::string seal_code(const std::string& meeting, std::span<const std::uint8_t> hash);

} // namespace chibo
