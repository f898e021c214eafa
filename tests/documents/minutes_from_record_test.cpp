#include "documents/minutes_from_record.h"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>

#include "documents/poppler.h"
#include "record/story_record.h"

namespace chibo::test {
namespace {

using testing::HasSubstr;
using testing::Not;

class MinutesFromRecord : public StoryRecord {
protected:
    [[nodiscard]] std::string printed() const
    {
        const auto pages = minutes_pages(*record, meeting);
        return pages ? PdfFile(pages->pdf()).flowing_text() : pages.error().key;
    }
    /// Past every guard, as an entry of another device would arrive.
    void change_behind_the_seal()
    {
        must({"foreign", [](Changes& changes) -> Result<void> {
                  changes.prepare("UPDATE entry SET text = 'Sửa lén'").exec();
                  return {};
              }});
    }
};

} // namespace

TEST_F(MinutesFromRecord, PrintsTheMeetingThatWasHeld)
{
    hold();
    const std::string text = printed();
    for (const char* part : {"sinh hoạt chi bộ thường kỳ tháng 8 năm 2026",
             "Có mặt: 6 (chính thức 5, dự bị 1)", "đồng chí Hoàng Thị Ngọc Ánh (đi công tác)",
             "– Đồng chí Phạm Văn Dũng: Nhất trí.", "tán thành 5/5 = 100%",
             "được 5/5 đảng viên có quyền biểu quyết thông qua", "Dự thảo, chưa khóa"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST_F(MinutesFromRecord, NamesTheReservedOpinionsOfACorrectedVote)
{
    hold();
    const auto entries = read_entries(*record, meeting);
    const auto voted = std::ranges::find(entries, EntryKind::Vote, &Entry::kind);
    ASSERT_NE(voted, entries.end());
    EntryDraft draft;
    draft.meeting = meeting;
    draft.item = voted->item;
    draft.kind = EntryKind::Vote;
    draft.text = voted->text;
    draft.vote = voted->vote;
    draft.vote->yes = 4;
    draft.vote->no = 1;
    draft.vote->reserved = "Phạm Văn Dũng";
    must(edit_entry(voted->id, draft), clerk);
    EXPECT_THAT(printed(), HasSubstr("tán thành 4/5"));
    EXPECT_THAT(printed(), HasSubstr("Bảo lưu ý kiến: Phạm Văn Dũng."));
}

TEST_F(MinutesFromRecord, PrintsWhatWasSealedWhateverTheRowsSaySince)
{
    hold();
    sign_both();
    must(seal_meeting(meeting), clerk);
    const std::string sealed = printed();
    EXPECT_THAT(sealed, HasSubstr("Mã kiểm tra:"));
    EXPECT_THAT(sealed, Not(HasSubstr("Dự thảo")));
    change_behind_the_seal();
    EXPECT_EQ(printed(), sealed);
}

TEST_F(MinutesFromRecord, PrintsAmendmentsAfterTheSealedText)
{
    hold();
    sign_both();
    must(seal_meeting(meeting), clerk);
    const std::string sealed = printed();
    must(amend(meeting, named("Trần Thị Thu Thủy"), "ghi nhầm", "Hạn là 29/08/2026."), clerk);
    EXPECT_THAT(printed(), HasSubstr("đồng chí Trần Thị Thu Thủy đính chính: Hạn là 29/08/2026."));
    EXPECT_THAT(printed(), HasSubstr(sealed.substr(0, sealed.find("ĐÍNH CHÍNH") - 2)));
}

TEST_F(MinutesFromRecord, FollowsTheCellsNumbering)
{
    hold();
    must(set("documents/numbering", "stop"));
    EXPECT_THAT(printed(), HasSubstr("II. NỘI DUNG"));
}

TEST_F(MinutesFromRecord, WritesAPdfAndNothingElse)
{
    hold();
    ASSERT_TRUE(write_minutes(*record, meeting, folder.path() / "a.pdf"));
    std::ifstream file(folder.path() / "a.pdf");
    std::string head(5, ' ');
    file.read(head.data(), 5);
    EXPECT_EQ(head, "%PDF-");
    EXPECT_EQ(
        write_minutes(*record, meeting, folder.path() / "a.docx").error().key, "document.only_pdf");
    EXPECT_EQ(write_minutes(*record, MeetingId {}, folder.path() / "b.pdf").error().key,
        "document.unknown_meeting");
}

} // namespace chibo::test
