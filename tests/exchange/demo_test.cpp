// The demo record: the story of the pictures, and the same content for the same arguments.
#include <algorithm>
#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "exchange/demo.h"
#include "record/critique_queries.h"
#include "record/folder.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_queries.h"
#include "record/new_record.h"
#include "record/verify.h"

namespace chibo {
namespace {

const Date story_day {2026, 8, 5};

DemoMade make(const std::filesystem::path& folder, Date day = story_day, int members = 32)
{
    const auto made = make_demo(folder, CHIBO_SOURCE_DIR "/data/demo",
        {.years = 1, .members = members, .day = day, .cost = CodeCost::for_tests()});
    if (!made)
        throw std::runtime_error(made.error().key);
    return *made;
}

/// All cells of a demo record, by name.
class Opened {
public:
    explicit Opened(const std::filesystem::path& path) : m_folder(*RecordFolder::open(path))
    {
        const auto unlocked = m_folder.unlock("sen hong nang moi", m_clock.now_ms());
        for (const Unlocked& one : *unlocked)
            m_cells[m_folder.cell(one.cell)->name]
                = std::move(*m_folder.open_cell(one, m_clock, m_random));
    }
    Record& office() { return *m_cells.at("Chi bộ Văn phòng"); }
    std::map<std::string, std::unique_ptr<Record>>& cells() { return m_cells; }
    RecordFolder& folder() { return m_folder; }

private:
    FakeClock m_clock {*parse_local("2026-08-05 07:38")};
    SeededRandom m_random {2};
    RecordFolder m_folder;
    std::map<std::string, std::unique_ptr<Record>> m_cells;
};

/// What the demo says: titles, states, entries, tasks.
std::string content(Opened& opened)
{
    std::string all;
    for (const auto& [name, record] : opened.cells()) {
        for (const Meeting& meeting : read_meetings(*record)) {
            all += name + " " + meeting.id.text() + " " + meeting.title + " "
                + std::string(word(meeting.state)) + "\n";
            for (const Entry& entry : read_entries(*record, meeting.id))
                all += entry.id.text() + " " + hm(entry.at_ms) + " " + entry.speaker_name + " "
                    + entry.text + "\n";
        }
    }
    return all;
}

TEST(Demo, OpensFiveCellsOf32MembersWithOneCode)
{
    test::Folder folder;
    const DemoMade made = make(folder.path() / "demo");
    EXPECT_EQ(made.cells, 5);
    EXPECT_EQ(made.members, 32);
    Opened opened(folder.path() / "demo");
    EXPECT_EQ(opened.cells().size(), 5U);
    EXPECT_EQ(opened.folder().demo()->code, made.code);
    std::size_t members = 0;
    for (const auto& [name, record] : opened.cells())
        members += read_members(*record).size();
    EXPECT_EQ(members, 32U);
}

TEST(Demo, TellsTheStoryOfTheOffice)
{
    test::Folder folder;
    make(folder.path() / "demo");
    Opened opened(folder.path() / "demo");
    const Home home = read_home(opened.office(), *parse_local("2026-08-05 07:38"));
    ASSERT_TRUE(home.today.has_value());
    EXPECT_EQ(home.today->meeting.title, "Sinh hoạt chi bộ tháng 8/2026");
    EXPECT_EQ(home.today->meeting.kind, MeetingKind::Combined);
    EXPECT_EQ(home.today->planned_minutes, 120);
    EXPECT_EQ(home.overdue_tasks, 2);
    EXPECT_EQ(home.announced_absences, 1);
    ASSERT_EQ(home.due.size(), 5U);
    EXPECT_EQ(home.due[0].text, "Số hóa hồ sơ hội viên");
    EXPECT_EQ(home.due[1].text, "Mô hình “Ngôi nhà xanh”");
    EXPECT_EQ(home.due[2].text, "Đăng ký học chuyên đề quý III");
    EXPECT_EQ(home.due[2].due_on, story_day);
    ASSERT_EQ(home.coming.size(), 3U);
    EXPECT_EQ(home.coming[0].meeting.title, "Sinh hoạt chi bộ tháng 9/2026");
    EXPECT_EQ(date_of(home.coming[1].meeting.planned_start_ms), (Date {2026, 9, 7}));
    EXPECT_EQ(date_of(home.coming[2].meeting.planned_start_ms), (Date {2026, 12, 2}));
    ASSERT_TRUE(home.last.has_value());
    EXPECT_EQ(home.last->present, 6);
    EXPECT_EQ(home.last->tasks, 4);
    EXPECT_EQ(home.last->meeting.state, MeetingState::Closing);
}

TEST(Demo, HasPutSomeThingsRightAndOthersNotYet)
{
    test::Folder folder;
    make(folder.path() / "demo");
    Opened opened(folder.path() / "demo");
    const auto open = read_open_commitments(opened.office());
    ASSERT_EQ(open.size(), 3U);
    EXPECT_EQ(open[0].member_name, "Nguyễn Thị Hồng Phượng");
    EXPECT_EQ(state_of(open[0]), CommitmentState::UnderWay);
    EXPECT_EQ(open[1].text, "Ghi nhật ký cơ sở chưa đủ.");
    EXPECT_EQ(open[1].due_on, (Date {2026, 7, 31}));
    EXPECT_EQ(open[2].due_on, story_day);
    const auto dung = find_member(opened.office(), "Phạm Văn Dũng");
    const auto history = read_critique_history(opened.office(), dung->id);
    ASSERT_EQ(history.commitments.size(), 1U);
    EXPECT_EQ(state_of(history.commitments[0]), CommitmentState::PutRight);
    EXPECT_EQ(history.critiques.at(0).remarks.size(), 2U);
}

TEST(Demo, SealsEveryMeetingBeforeTheLastOne)
{
    test::Folder folder;
    make(folder.path() / "demo");
    Opened opened(folder.path() / "demo");
    for (const auto& [name, record] : opened.cells()) {
        const auto meetings = read_meetings(*record);
        const auto is_sealed = std::ranges::count(meetings, MeetingState::Sealed, &Meeting::state);
        EXPECT_EQ(is_sealed, name == "Chi bộ Văn phòng" ? 11 : 12) << name;
    }
}

TEST(Demo, IsTheSameForTheSameArguments)
{
    test::Folder folder;
    make(folder.path() / "one");
    make(folder.path() / "two");
    Opened one(folder.path() / "one"), two(folder.path() / "two");
    EXPECT_EQ(content(one), content(two));
}

TEST(Demo, FollowsTheDay)
{
    test::Folder folder;
    make(folder.path() / "demo", {2027, 2, 28});
    Opened opened(folder.path() / "demo");
    const Home home = read_home(opened.office(), *parse_local("2027-02-28 07:38"));
    ASSERT_TRUE(home.today.has_value());
    EXPECT_EQ(home.today->meeting.title, "Sinh hoạt chi bộ tháng 2/2027");
    EXPECT_EQ(home.due.size(), 5U);
    EXPECT_EQ(home.due[2].due_on, (Date {2027, 2, 28}));
}

TEST(Demo, HasAsManyMembersAsAskedFor)
{
    test::Folder folder;
    EXPECT_EQ(make(folder.path() / "many", story_day, 120).members, 120);
    EXPECT_EQ(make(folder.path() / "few", story_day, 20).members, 20);
}

TEST(Demo, LeavesAFolderAloneThatHoldsSomething)
{
    test::Folder folder;
    make(folder.path() / "demo");
    const auto again = make_demo(folder.path() / "demo", CHIBO_SOURCE_DIR "/data/demo",
        {.day = story_day, .cost = CodeCost::for_tests()});
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().key, "record.folder_in_use");
}

} // namespace
} // namespace chibo
