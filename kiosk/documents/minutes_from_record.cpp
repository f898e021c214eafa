#include "documents/minutes_from_record.h"

#include <algorithm>

#include "documents/minutes_from_content.h"
#include "documents/whole_file.h"
#include "meeting/sealed_text.h"
#include "record/cell_queries.h"
#include "record/data_folder.h"
#include "record/meeting_queries.h"
#include "record/minutes_queries.h"
#include "record/sealing_queries.h"

namespace chibo {
namespace {

PaperSeal paper_seal(MeetingId meeting, const Seal& seal)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(seal.hash.data());
    return {seal.sealed_at_ms, seal_code(meeting.text(), {bytes, seal.hash.size()})};
}

/// What was sealed, its people in the order that the lists have now. A text of a newer program's
/// format is printed from the rows.
MinutesContent sealed_content(const Seal& seal, MinutesContent now)
{
    auto sealed = parse_canonical_text(seal.content);
    if (!sealed)
        return now;
    const auto place = [&](const AttendanceRow& row) {
        return std::find_if(now.attendance.rows.begin(), now.attendance.rows.end(),
            [&](const AttendanceRow& other) { return other.person == row.person; });
    };
    std::stable_sort(sealed->attendance.rows.begin(), sealed->attendance.rows.end(),
        [&](const AttendanceRow& a, const AttendanceRow& b) { return place(a) < place(b); });
    return *sealed;
}

Numbering numbering(const Record& record)
{
    return read_settings(record).minutes_numbering == "stop" ? Numbering::Stop : Numbering::Dash;
}

} // namespace

Result<Pages> minutes_pages(const Record& record, MeetingId meeting, const PrintedWith& printed)
{
    if (!read_meeting(record, meeting))
        return refuse("document.unknown_meeting");
    auto form = load_minutes_template(data_folder() / "documents" / "minutes.toml");
    if (!form)
        return tl::unexpected(form.error());
    form->numbering = printed.numbering.value_or(numbering(record));
    PaperClosing closing {read_signatures(record, meeting), read_amendments(record, meeting), {}};
    if (printed.amendments && *printed.amendments < closing.amendments.size())
        closing.amendments.resize(*printed.amendments);
    MinutesContent content = read_minutes_content(record, meeting);
    if (const auto seal = read_seal(record, meeting)) {
        closing.seal = paper_seal(meeting, *seal);
        content = sealed_content(*seal, std::move(content));
        for (Signature& signature : closing.signatures)
            signature.valid
                = true; // They were when it was sealed; a later change of rows voids nothing.
    }
    return lay_out(minutes_paper(content, closing, *form), *form);
}

Result<void> write_minutes(
    const Record& record, MeetingId meeting, const std::filesystem::path& file)
{
    if (file.extension() != ".pdf")
        return refuse("document.only_pdf", {{"file", file.filename().string()}});
    const auto pages = minutes_pages(record, meeting);
    if (!pages)
        return tl::unexpected(pages.error());
    return write_whole(file, pages->pdf());
}

} // namespace chibo
