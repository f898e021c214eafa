// Who sees what (design.md): level B stays out of the room, what is due reaches who follows it up.
#include <gtest/gtest.h>

#include "record/critique_commands.h"
#include "record/story_record.h"
#include "ui/screens/home.h"
#include "ui/screens/readback_screen.h"
#include "ui/shown_screen.h"

namespace chibo::test {
namespace {

class WhoSees : public StoryRecord {
protected:
    const Viewer clerk_viewer {named("Trần Thị Thu Thủy"), "clerk"};
    const Viewer secretary_viewer {named("Lê Thị Minh Hằng"), "secretary"};
};

TEST_F(WhoSees, TheRoomReadsNoMinutesBack)
{
    open();
    EntryDraft opinion;
    opinion.meeting = meeting;
    opinion.item = read_agenda(*record, meeting).items.front().id;
    opinion.speaker = person_named("Phạm Văn Dũng");
    opinion.text = "Đề nghị bố trí thêm người";
    must(record_entry(opinion), clerk);
    ReadbackScreen screen(meeting);
    ShownScreen shown(clock.now_ms());
    shown.show(screen, *record, clerk_viewer);
    EXPECT_TRUE(shown.sees("Đề nghị bố trí thêm người"));
    shown.show(screen, *record, {});
    EXPECT_FALSE(shown.sees("Đề nghị bố trí thêm người"));
    EXPECT_TRUE(shown.sees("Biên bản do thư ký ghi"));
}

TEST_F(WhoSees, CommitmentsThatAreDueCallForAttentionByThemselves)
{
    HomeScreen screen;
    ShownScreen shown(clock.now_ms());
    for (const Viewer& viewer : {clerk_viewer, secretary_viewer}) {
        shown.show(screen, *record, viewer);
        EXPECT_FALSE(shown.sees("Cần chú ý")) << viewer.role;
    }
    Commitment commitment;
    commitment.member = named("Phạm Văn Dũng");
    commitment.text = "Nộp báo cáo đúng hạn";
    commitment.source = "inspection";
    commitment.given_on = {2026, 7, 1};
    commitment.due_on = Date {2026, 8, 1};
    must(add_commitment(commitment), {.member = secretary_viewer.member, .role = "secretary"});
    for (const Viewer& viewer : {clerk_viewer, secretary_viewer}) {
        shown.show(screen, *record, viewer);
        EXPECT_TRUE(shown.sees("Cần chú ý")) << viewer.role;
    }
    shown.show(screen, *record, {});
    EXPECT_FALSE(shown.sees("Cần chú ý"));
}

} // namespace
} // namespace chibo::test
