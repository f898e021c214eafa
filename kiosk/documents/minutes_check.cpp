#include "documents/minutes_check.h"

#include <algorithm>
#include <optional>

#include "documents/minutes_from_record.h"
#include "record/sealing_queries.h"

namespace chibo {
namespace {

using Words = std::vector<PdfWord>;

std::size_t same_words(const Words& paper, const Words& printed)
{
    const auto [differs, _]
        = std::mismatch(paper.begin(), paper.end(), printed.begin(), printed.end());
    return static_cast<std::size_t>(differs - paper.begin());
}

/// `same`: how many words agree from the beginning on.
Result<void> compare(const Words& paper, const Words& printed, std::size_t same)
{
    if (same == paper.size() && same == printed.size())
        return {};
    if (same == paper.size())
        return refuse("document.words_missing", {{"word", printed[same].text}});
    const std::string page = std::to_string(paper[same].page);
    if (same == printed.size())
        return refuse("document.words_added", {{"page", page}, {"found", paper[same].text}});
    return refuse("document.words_differ",
        {{"page", page}, {"found", paper[same].text}, {"sealed", printed[same].text}});
}

} // namespace

Result<std::pair<MeetingId, std::string>> read_seal_code(const PdfWords& paper)
{
    constexpr std::string_view mark = "chibo:1:";
    constexpr std::size_t id_length = 36, hash_length = 64;
    const std::size_t at = paper.keywords.find(mark);
    if (at == std::string::npos
        || paper.keywords.size() < at + mark.size() + id_length + 1 + hash_length)
        return refuse("document.no_seal_code");
    const auto id = Uuid::parse(paper.keywords.substr(at + mark.size(), id_length));
    if (!id)
        return refuse("document.no_seal_code");
    return std::pair(
        MeetingId(*id), paper.keywords.substr(at + mark.size() + id_length + 1, hash_length));
}

Result<void> check_minutes(const Record& record, MeetingId meeting, const PdfWords& paper)
{
    const auto code = read_seal_code(paper);
    if (!code)
        return tl::unexpected(code.error());
    const auto seal = read_seal(record, meeting);
    if (!seal || code->first != meeting || hex(seal->hash) != code->second)
        return refuse("document.other_seal");

    std::size_t most_alike = 0;
    Result<void> verdict = refuse("document.other_seal");
    const std::size_t amendments = read_amendments(record, meeting).size();
    for (std::size_t shown = amendments + 1; shown-- > 0;) { // Today's first.
        for (const Numbering numbering : {Numbering::Dash, Numbering::Stop}) {
            const auto pages = minutes_pages(record, meeting, PrintedWith {numbering, shown});
            if (!pages)
                return tl::unexpected(pages.error());
            const auto printed = read_pdf_words(pages->pdf());
            if (!printed)
                return tl::unexpected(printed.error());
            const std::size_t alike = same_words(paper.words, printed->words);
            const auto compared = compare(paper.words, printed->words, alike);
            if (compared)
                return compared;
            if (alike > most_alike) {
                most_alike = alike;
                verdict = compared;
            }
        }
    }
    return verdict;
}

} // namespace chibo
