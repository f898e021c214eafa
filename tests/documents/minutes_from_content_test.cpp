#include "documents/minutes_from_content.h"

#include <fstream>
#include <sstream>

#include <gmock/gmock.h>

#include "documents/whole_file.h"
#include "meeting/the_story.h"

namespace chibo {
namespace {

MinutesTemplate form()
{
    return *load_minutes_template(CHIBO_DATA "/documents/minutes.toml");
}

Entry entry(std::uint8_t number, std::uint8_t item, EntryKind kind, std::string text)
{
    Entry made;
    made.id = numbered<EntryId>(number);
    made.item = numbered<ItemId>(item);
    made.kind = kind;
    made.text = std::move(text);
    made.at_ms = on_the_day(8, 20) + number * 60'000;
    return made;
}

Vote vote(VotePurpose purpose)
{
    Vote made;
    made.purpose = purpose;
    made.yes = made.entitled_present = 5;
    made.base = 6;
    return made;
}

MinutesContent content()
{
    MinutesContent made;
    made.meeting = story_meeting();
    made.meeting.closed_at_ms = on_the_day(9, 59);
    made.meeting.place = "Phòng họp tầng 3";
    made.heading = {{}, {}, "ĐẢNG BỘ HỘI LHPN TỈNH", "CHI BỘ VĂN PHÒNG", "Bình Minh"};
    made.chair.emplace();
    made.chair->name = "Lê Thị Minh Hằng";
    made.chair->position = Position::Secretary;
    made.clerk.emplace();
    made.clerk->name = "Trần Thị Thu Thủy";
    made.attendance.planned_start_ms = on_the_day(8, 0);
    made.attendance.rows = story_rows();
    made.attendance.figures = attendance_figures(made.attendance.rows, on_the_day(8, 0));
    made.agenda = story_agenda();
    made.entries = {entry(1, 4, EntryKind::Opinion, "nhất trí"),
        entry(2, 6, EntryKind::Opinion, "lưu ý tiến độ"),
        entry(3, 8, EntryKind::Vote, "thông qua biên bản")};
    made.entries[0].speaker = numbered<PersonId>(4);
    made.entries[0].speaker_name = "Phạm Văn Dũng";
    made.entries[1].speaker = numbered<PersonId>(8);
    made.entries[1].speaker_name = "Bùi Thị Lan Anh";
    made.entries[2].vote = vote(VotePurpose::Minutes);
    made.entries[2].at_ms = on_the_day(10, 4);
    return made;
}

} // namespace

TEST(MinutesFromContent, NamesTheMeetingAndItsPeople)
{
    const MinutesPaper paper = minutes_paper(content(), {}, form());
    EXPECT_EQ(paper.summary, "sinh hoạt chi bộ thường kỳ tháng\u00A08 năm\u00A02026");
    EXPECT_EQ(paper.chair.note, "bí thư chi bộ");
    EXPECT_EQ(paper.clerk.note, "");
    EXPECT_EQ(paper.counts.total, 7);
    EXPECT_EQ(paper.counts.present, 6);
    EXPECT_EQ(paper.counts.present_probationary, 1);
    ASSERT_EQ(paper.excused.size(), 1U);
    EXPECT_EQ(paper.excused[0].note, "đi công tác");
    EXPECT_EQ(paper.guests.size(), 1U);
    EXPECT_TRUE(paper.unexcused.empty());
}

TEST(MinutesFromContent, EndsWithTheVoteThatAdoptsTheMinutes)
{
    const MinutesPaper paper = minutes_paper(content(), {}, form());
    ASSERT_TRUE(paper.adoption);
    EXPECT_EQ(paper.adoption->yes, 5);
    EXPECT_EQ(paper.end_ms, on_the_day(10, 4));
    EXPECT_TRUE(paper.items[7].entries.empty());
}

TEST(MinutesFromContent, KnowsWhoSpeaksForTheCommitteeAbove)
{
    const MinutesPaper paper = minutes_paper(content(), {}, form());
    EXPECT_FALSE(paper.items[3].entries.at(0).superior);
    EXPECT_TRUE(paper.items[5].entries.at(0).superior);
}

TEST(MinutesFromContent, LeavesCritiqueAndSecretItemsOut)
{
    MinutesContent with = content();
    with.agenda.items[3].kind = ItemKind::Critique;
    with.agenda.items[5].secret = true;
    const MinutesPaper paper = minutes_paper(with, {}, form());
    EXPECT_EQ(paper.items[3].content, PaperItemContent::Restricted);
    EXPECT_EQ(paper.items[5].content, PaperItemContent::Secret);
    EXPECT_TRUE(paper.items[3].entries.empty());
    EXPECT_TRUE(paper.items[5].entries.empty());
}

TEST(MinutesFromContent, TellsWhoCameLateLeftAndCameBack)
{
    MinutesContent with = content();
    auto& dung = with.attendance.rows[1];
    dung.stays[0].arrived_at_ms = on_the_day(8, 15);
    dung.stays[0].left_at_ms = on_the_day(9, 0);
    Stay second;
    second.arrived_at_ms = on_the_day(9, 10);
    second.left_at_ms = on_the_day(10, 20); // After the end: no departure.
    dung.stays.push_back(second);
    const MinutesPaper paper = minutes_paper(with, {}, form());
    ASSERT_EQ(paper.late.size(), 1U);
    EXPECT_EQ(paper.late[0].at_ms, on_the_day(8, 15));
    ASSERT_EQ(paper.left.size(), 1U);
    EXPECT_EQ(paper.left[0].back_at_ms, on_the_day(9, 10));
    EXPECT_EQ(paper.counts.present, 6);
}

TEST(MinutesFromContent, AVoidSignatureLeavesItsPlaceEmpty)
{
    Signature signature;
    signature.role = SignRole::Chair;
    signature.name = "Lê Thị Minh Hằng";
    const auto bytes = stroke_bytes({100, 50, {{{1, 1, 0}, {9, 9, 20}}}});
    signature.strokes.assign(bytes.begin(), bytes.end());
    EXPECT_FALSE(minutes_paper(content(), {{signature}, {}, {}}, form()).chair_signature.strokes);
    signature.valid = true;
    EXPECT_TRUE(minutes_paper(content(), {{signature}, {}, {}}, form()).chair_signature.strokes);
}

TEST(WriteWhole, WritesAllOrSaysWhyNot)
{
    const auto folder = std::filesystem::temp_directory_path() / "chibo-write-whole";
    std::filesystem::create_directories(folder);
    ASSERT_TRUE(write_whole(folder / "a.pdf", "first"));
    ASSERT_TRUE(write_whole(folder / "a.pdf", "second"));
    std::ostringstream read;
    read << std::ifstream(folder / "a.pdf").rdbuf();
    EXPECT_EQ(read.str(), "second");
    EXPECT_FALSE(std::filesystem::exists(folder / "a.pdf.new"));
    const auto refused = write_whole(folder / "missing" / "a.pdf", "x");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "document.not_written");
    std::filesystem::remove_all(folder);
}

} // namespace chibo
