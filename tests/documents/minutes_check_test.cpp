#include "documents/minutes_check.h"

#include <gmock/gmock.h>

#include "documents/minutes_from_record.h"
#include "documents/poppler.h"
#include "record/story_record.h"

namespace chibo::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Pair;

class MinutesCheck : public StoryRecord {
protected:
    MinutesCheck()
    {
        hold();
        sign_both();
        must(seal_meeting(meeting), clerk);
    }
    [[nodiscard]] PdfWords printed(const PrintedWith& with = {}) const
    {
        const auto pages = minutes_pages(*record, meeting, with);
        return *read_pdf_words(pages->pdf());
    }
    [[nodiscard]] std::string fault(const PdfWords& paper) const
    {
        const auto checked = check_minutes(*record, meeting, paper);
        return checked ? "good" : checked.error().key;
    }
    void note_amendment(const std::string& text)
    {
        clock.wait_ms(60'000);
        must(amend(meeting, named("Trần Thị Thu Thủy"), "ghi nhầm", text), clerk);
    }
};

} // namespace

TEST_F(MinutesCheck, TakesWhatWasPrinted)
{
    EXPECT_EQ(fault(printed()), "good");
}

TEST_F(MinutesCheck, NamesTheWordThatWasForged)
{
    PdfWords forged = printed();
    const auto word = std::find_if(forged.words.begin(), forged.words.end(),
        [](const PdfWord& one) { return one.text == "5/5"; });
    ASSERT_NE(word, forged.words.end());
    word->text = "4/5";
    const auto checked = check_minutes(*record, meeting, forged);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().key, "document.words_differ");
    EXPECT_THAT(checked.error().values,
        AllOf(Contains(Pair("found", "4/5")), Contains(Pair("sealed", "5/5")),
            Contains(Pair("page", std::to_string(word->page)))));
}

TEST_F(MinutesCheck, SeesWordsThatAreMissingOrAdded)
{
    PdfWords shorter = printed();
    shorter.words.pop_back();
    EXPECT_EQ(fault(shorter), "document.words_missing");
    PdfWords longer = printed();
    longer.words.push_back({"thêm", 2});
    EXPECT_EQ(fault(longer), "document.words_added");
}

TEST_F(MinutesCheck, TakesAPaperThatIsOlderThanAnAmendment)
{
    const PdfWords before = printed();
    note_amendment("Hạn là 29/08/2026.");
    const PdfWords between = printed();
    note_amendment("Hạn là 30/08/2026.");
    EXPECT_NE(before.words, between.words);
    EXPECT_EQ(fault(before), "good");
    EXPECT_EQ(fault(between), "good");
    EXPECT_EQ(fault(printed()), "good");
}

TEST_F(MinutesCheck, TakesAPaperOfTheOtherNumbering)
{
    EXPECT_EQ(fault(printed({Numbering::Stop, {}})), "good");
}

TEST_F(MinutesCheck, RefusesThePaperOfAnotherSeal)
{
    PdfWords other = printed();
    other.keywords.back() = other.keywords.back() == '0' ? '1' : '0';
    EXPECT_EQ(fault(other), "document.other_seal");
    other.keywords = "chibo:1:short";
    EXPECT_EQ(fault(other), "document.no_seal_code");
}

TEST_F(MinutesCheck, RefusesBytesThatAreNoPdf)
{
    for (const std::string& bytes : {std::string(), std::string("%PDF-1.4 nothing"),
             minutes_pages(*record, meeting)->pdf().substr(0, 2000)}) {
        const auto read = read_pdf_words(bytes);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().key, "document.no_pdf");
    }
}

} // namespace chibo::test
