#include "meeting/sealed_text.h"

#include <gtest/gtest.h>

#include "meeting/sealing.h"
#include "meeting/the_story.h"

namespace chibo {
namespace {

MinutesContent sealed_content()
{
    MinutesContent content;
    content.meeting = story_meeting();
    content.meeting.id = numbered<MeetingId>(99);
    content.meeting.title = "Họp\tcó dấu \\ và\nxuống dòng";
    content.meeting.closed_at_ms = on_the_day(10, 6);
    content.heading = {{}, {}, "ĐẢNG BỘ HỘI LHPN TỈNH", "CHI BỘ VĂN PHÒNG", "Bình Minh"};
    content.chair.emplace();
    content.chair->name = "Lê Thị Minh Hằng";
    content.chair->position = Position::Secretary;
    content.attendance.rows = story_rows();
    content.attendance.rows[4].stays[0].left_at_ms = on_the_day(9, 0);
    content.agenda = story_agenda();
    for (std::uint8_t i = 1; i <= 8; ++i) {
        Entry entry;
        entry.id = numbered<EntryId>(i);
        entry.item = numbered<ItemId>(i);
        entry.text = "Nhất trí với mục " + std::to_string(i);
        entry.speaker = numbered<PersonId>(8);
        entry.speaker_name = "Bùi Thị Lan Anh";
        content.entries.push_back(entry);
    }
    content.entries[3].kind = EntryKind::Task;
    content.entries[3].task = Task {};
    content.entries[3].task->due_on = {2026, 8, 28};
    content.entries[6].kind = EntryKind::Vote;
    content.entries[6].vote = Vote {};
    content.entries[6].vote->yes = 5;
    return content;
}

TEST(SealedText, GivesBackTheContentThatWasSealed)
{
    const std::string text = canonical_text(sealed_content());
    const auto read = parse_canonical_text(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(canonical_text(*read), text);
    EXPECT_EQ(read->meeting.title, "Họp\tcó dấu \\ và\nxuống dòng");
    EXPECT_EQ(read->chair->position, Position::Secretary);
    EXPECT_FALSE(read->clerk);
    EXPECT_EQ(read->attendance.figures.total, 7);
    EXPECT_EQ(read->attendance.rows.back().guest_kind, GuestKind::Superior);
    EXPECT_EQ(read->entries[3].task->due_on, (Date {2026, 8, 28}));
}

TEST(SealedText, TakesNothingThatIsCutOrForeign)
{
    const std::string text = canonical_text(sealed_content());
    for (std::size_t length = 0; length < text.size(); length += 7)
        EXPECT_FALSE(parse_canonical_text(text.substr(0, length))) << length;
    EXPECT_FALSE(parse_canonical_text("chibo minutes 2\nend"));
    EXPECT_FALSE(parse_canonical_text("chibo minutes 1\nmeeting\tx\nend"));
    EXPECT_FALSE(parse_canonical_text("chibo minutes 1\nsurprise\tx\nend"));
}

} // namespace
} // namespace chibo
