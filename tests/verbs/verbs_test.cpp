// The verbs as a script sees them: the real program, its exit status, its one line of complaint,
// its JSON.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Outcome {
    int status = 0;
    std::string out, error;

    [[nodiscard]] json data() const { return json::parse(out); }
};

/// One demo record for all tests: each only reads it.
class Verbs : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        std::string name = (std::filesystem::temp_directory_path() / "chibo_verbs.XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        m_folder = name;
        m_demo = run_bare("demo --record " + record() + " --date 2026-08-05 --json");
    }
    static void TearDownTestSuite() { std::filesystem::remove_all(m_folder); }

    static std::string record() { return (m_folder / "record").string(); }

    /// As typed, with nothing added.
    static Outcome run_bare(const std::string& arguments, const std::string& input = "")
    {
        const auto in = m_folder / "in", out = m_folder / "out", error = m_folder / "error";
        std::ofstream(in) << input;
        const std::string command = "env -u CHIBO_CODE LC_ALL=C.UTF-8 " CHIBO_PROGRAM " "
            + arguments + " <" + in.string() + " >" + out.string() + " 2>" + error.string();
        const int status = std::system(command.c_str());
        return {WEXITSTATUS(status), read(out), read(error)};
    }
    static Outcome run(const std::string& arguments)
    {
        return run_bare(arguments + " --record " + record() + " --code 'Sen hong nang moi'");
    }
    static json office_meeting(const std::string& state)
    {
        for (const json& meeting : run("meeting list --json").data()) {
            if (meeting["cell"] == "Chi bộ Văn phòng" && meeting["state"] == state)
                return meeting;
        }
        return nullptr;
    }

    static inline std::filesystem::path m_folder;
    static inline Outcome m_demo;
};

TEST_F(Verbs, DemoSaysTheCode)
{
    EXPECT_EQ(m_demo.status, 0) << m_demo.error;
    EXPECT_EQ(m_demo.data()["code"], "sen hồng nắng mới");
    EXPECT_EQ(m_demo.data()["members"], 32);
}

TEST_F(Verbs, DemoLeavesARecordAloneThatIsThere)
{
    const Outcome again = run_bare("demo --record " + record());
    EXPECT_EQ(again.status, 1);
    EXPECT_EQ(std::ranges::count(again.error, '\n'), 1) << again.error;
}

TEST_F(Verbs, RosterListsMembersInVietnameseOrder)
{
    const json members = run("roster list --json").data();
    ASSERT_EQ(members.size(), 32U);
    for (const char* key : {"id", "name", "cell", "standing"})
        EXPECT_TRUE(members[0].contains(key)) << key;
    const json office = run("roster list --json --cell 'Chi bộ Văn phòng'").data();
    ASSERT_EQ(office.size(), 7U);
    EXPECT_EQ(office[0]["name"], "Hoàng Thị Ngọc Ánh");
    EXPECT_EQ(office[1]["name"], "Phạm Văn Dũng");
    EXPECT_EQ(office[6]["name"], "Trần Thị Thu Thủy");
}

TEST_F(Verbs, RosterIsSearchedWithoutMarks)
{
    const json found = run("roster list --json --search 'hong phuong'").data();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]["name"], "Nguyễn Thị Hồng Phượng");
}

TEST_F(Verbs, MeetingsAreListedNewestFirst)
{
    const json meetings = run("meeting list --json").data();
    ASSERT_GT(meetings.size(), 60U);
    for (const char* key : {"id", "title", "kind", "cell", "start", "state"})
        EXPECT_TRUE(meetings[0].contains(key)) << key;
    EXPECT_GE(meetings[0]["start"].get<std::string>(), meetings[1]["start"].get<std::string>());
}

TEST_F(Verbs, MeetingShowHasAttendanceVotesAndTasks)
{
    const json listed = office_meeting("closing");
    ASSERT_TRUE(listed.is_object());
    EXPECT_EQ(listed["start"], "2026-07-03T08:00:00+07:00");
    const json shown = run("meeting show " + listed["id"].get<std::string>() + " --json").data();
    EXPECT_EQ(shown["attendance"]["present"], 6);
    EXPECT_EQ(shown["attendance"]["required"], 7);
    EXPECT_EQ(shown["tasks"].size(), 4U);
    ASSERT_FALSE(shown["votes"].empty());
    EXPECT_EQ(shown["votes"][0]["yes"], shown["votes"][0]["entitled_present"]);
    EXPECT_EQ(shown["votes"][0]["base"], 6);
    EXPECT_TRUE(shown["seal"].is_null());
}

TEST_F(Verbs, MinutesOfASealedMeetingAgreeWithTheRecord)
{
    const std::string id = office_meeting("sealed")["id"];
    const std::string paper = (m_folder / "minutes.pdf").string();
    EXPECT_EQ(run("document minutes " + id + " --out " + paper).status, 0);
    EXPECT_TRUE(read(paper).starts_with("%PDF"));
    EXPECT_EQ(run("verify " + paper).status, 0);
    const Outcome folder = run("verify " + m_folder.string());
    EXPECT_EQ(folder.status, 1);
    EXPECT_THAT(folder.error, testing::HasSubstr("là thư mục"));
}

TEST_F(Verbs, AForeignPaperIsNamed)
{
    const std::string paper = (m_folder / "foreign.pdf").string();
    std::ofstream(paper) << "%PDF-1.4 nothing";
    const Outcome verified = run("verify " + paper);
    EXPECT_EQ(verified.status, 1);
    EXPECT_THAT(verified.error, testing::HasSubstr("foreign.pdf"));
}

TEST_F(Verbs, VerifyFindsTheDemoGood)
{
    const Outcome verified = run("verify --json");
    EXPECT_EQ(verified.status, 0) << verified.error;
    EXPECT_EQ(verified.data().size(), 5U);
    for (const json& cell : verified.data())
        EXPECT_EQ(cell["good"], true);
}

TEST_F(Verbs, HistoryNamesWhoAndWhen)
{
    const std::string id = office_meeting("closing")["id"];
    const json versions = run("history " + id + " --json").data();
    ASSERT_GT(versions.size(), 2U);
    EXPECT_EQ(versions[0]["who"], "Trần Thị Thu Thủy");
    EXPECT_EQ(versions[0]["command"], "plan_meeting");
    const std::string read = run("history " + id).out;
    EXPECT_THAT(read, testing::HasSubstr("meeting.chair: Lê Thị Minh Hằng\n"));
    EXPECT_THAT(read, testing::HasSubstr("meeting.state: planned → open\n"));
}

TEST_F(Verbs, RosterIntoAnEmptyRecordMakesItsCells)
{
    const std::string file = (m_folder / "roster.csv").string();
    const std::string there
        = " --record " + (m_folder / "imported").string() + " --code 'sen hong nang moi'";
    std::ofstream(file)
        << "Họ và tên;Chi bộ;Ngày sinh\nNguyễn Văn An;Chi bộ Một;02/01/1980\n"
           "Trần Thị Bình;Chi bộ Hai;30/02/1981\nLê Thị Chi;Chi bộ Hai;05/06/1990\n";
    const Outcome imported = run_bare("roster import " + file + there + " --json");
    EXPECT_EQ(imported.status, 0) << imported.error;
    EXPECT_EQ(imported.data()["cells"].size(), 2U);
    EXPECT_FALSE(imported.data()["cells"][0]["recovery_code"].get<std::string>().empty());
    EXPECT_THAT(imported.error, testing::HasSubstr("30/02/1981"));
    EXPECT_GE(run_bare("roster list --json" + there).data().size(), 2U);
}

TEST_F(Verbs, RosterInAnOldEncodingIsShownConvertedAndTakenForAYes)
{
    const std::string file = (m_folder / "old.csv").string();
    const std::string there
        = " --record " + (m_folder / "old").string() + " --code 'sen hong nang moi'";
    std::ofstream(file) << "H\xE4 v\xB5 t\xAAn;Chi b\xE9\nNguy\xD4n V\xA8n \xA7\xF8"
                           "c;V\xA8n ph\xDFng\n";
    const Outcome asked = run_bare("roster import " + file + there, "không\n");
    EXPECT_EQ(asked.status, 1);
    EXPECT_THAT(asked.error, testing::HasSubstr("TCVN3"));
    EXPECT_THAT(asked.error, testing::HasSubstr("Nguyễn Văn Đức"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "old"));
    const Outcome taken = run_bare("roster import " + file + there + " --json", "có\n");
    EXPECT_EQ(taken.status, 0) << taken.error;
    EXPECT_EQ(taken.data()["added"], 1);
    EXPECT_EQ(run_bare("roster list --json" + there).data()[0]["name"], "Nguyễn Văn Đức");

    std::ofstream(file) << "\x8E\x9C\xFF\xFE;x\n";
    const Outcome unknown = run_bare("roster import " + file + there);
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.error, testing::HasSubstr("--encoding"));
}

TEST_F(Verbs, RosterImportSaysWhatTheFileIs)
{
    const auto import = [&](const std::string& name) {
        return run_bare("roster import " + (m_folder / name).string() + " --record "
            + (m_folder / "never").string() + " --code 'sen hong nang moi' --language vi");
    };
    std::filesystem::create_directory(m_folder / "folder.csv");
    EXPECT_THAT(import("folder.csv").error, testing::HasSubstr("là thư mục"));
    std::ofstream(m_folder / "paper.csv") << "%PDF-1.7\n\xB5\xED\xAE\xFB\n";
    EXPECT_THAT(import("paper.csv").error, testing::HasSubstr("không phải văn bản"));
    std::ofstream(m_folder / "quote.csv") << "Họ và tên,Chi bộ\n\"Lê Na,Một\nTrần An,Một\n";
    EXPECT_THAT(import("quote.csv").error, testing::HasSubstr("Từ dòng 2"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "never"));
    std::ofstream(m_folder / "more.csv")
        << "Họ và tên,Dân tộc,Ngày sinh\nLê Na,Kinh,\nLê An,,1/1/2090\n";
    const Outcome taken = import("more.csv");
    EXPECT_EQ(taken.status, 0) << taken.error;
    EXPECT_THAT(taken.error, testing::HasSubstr("Dân tộc"));
    EXPECT_THAT(taken.error, testing::HasSubstr("01/01/2090"));
    EXPECT_THAT(taken.out, testing::HasSubstr("thêm 1 đảng viên"));
}

TEST_F(Verbs, SpeakOneLanguage)
{
    const std::string id = office_meeting("sealed")["id"];
    const Outcome vietnamese = run("meeting show " + id + " --language vi");
    EXPECT_THAT(vietnamese.out, testing::HasSubstr("Chủ trì: "));
    EXPECT_THAT(vietnamese.out, testing::HasSubstr("Có mặt: "));
    EXPECT_THAT(vietnamese.out, testing::HasSubstr("Ý kiến của "));
    const Outcome english = run("meeting show " + id + " --lang en");
    EXPECT_THAT(english.out, testing::HasSubstr("Present: "));
    EXPECT_THAT(english.out, testing::HasSubstr("Opinion of "));
    EXPECT_THAT(run("verify --language vi").out, testing::HasSubstr("mục nhật ký"));
    EXPECT_THAT(run("verify --language en").out, testing::HasSubstr("journal entries"));
    EXPECT_THAT(run("device list --language vi").out, testing::HasSubstr("máy này"));
}

TEST_F(Verbs, ImportOfAnEmptyFolderSaysSo)
{
    std::filesystem::create_directory(m_folder / "empty");
    const Outcome none = run("import " + (m_folder / "empty").string() + " --language vi");
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.error, testing::HasSubstr("không có gói đồng bộ nào"));
}

TEST_F(Verbs, ExitStatusTellsFaultFromUsage)
{
    EXPECT_EQ(run_bare("meeting list --record " + record() + " --code wrong-code-here").status, 1);
    EXPECT_EQ(
        run_bare("meeting list --record " + (m_folder / "none").string() + " --code x").status, 1);
    EXPECT_EQ(run("meeting show 0197dd3f-4280-7a76-bbfe-5dcf018660eb").status, 1);
    EXPECT_EQ(run("meeting").status, 2);
    EXPECT_EQ(run_bare("sing").status, 2);
    EXPECT_EQ(run_bare("type --method morse").status, 2);
    EXPECT_EQ(run_bare("--help").status, 0);
    EXPECT_EQ(run_bare("demo --date 2026-02-30 --record " + (m_folder / "x").string()).status, 2);
}

TEST_F(Verbs, ComplaintsAreOneLine)
{
    const Outcome wrong = run_bare("meeting list --record " + record() + " --code wrong-code-here");
    EXPECT_EQ(std::ranges::count(wrong.error, '\n'), 1) << wrong.error;
    EXPECT_TRUE(wrong.out.empty());
}

TEST_F(Verbs, TypeComposesEachLine)
{
    EXPECT_EQ(run_bare("type", "tieesng Vieejt\nhoas\n").out, "tiếng Việt\nhóa\n");
    EXPECT_EQ(run_bare("type --method vni", "tie6ng1\n").out, "tiếng\n");
    EXPECT_EQ(run_bare("type --tones new", "hoaf\n").out, "hoà\n");
}

/// The last meeting of the office, in which the demo holds a critique.
std::string with_critique(const json& meeting)
{
    return meeting["id"].get<std::string>();
}

TEST_F(Verbs, MeetingShowKeepsTheCritiqueToItself)
{
    const std::string id = with_critique(office_meeting("closing"));
    const Outcome shown = run("meeting show " + id + " --json");
    EXPECT_EQ(shown.status, 0) << shown.error;
    EXPECT_TRUE(shown.data()["critique_held"].get<bool>());
    EXPECT_FALSE(shown.data().contains("critique"));
    EXPECT_EQ(shown.out.find("nhật ký"), std::string::npos);
    EXPECT_EQ(run("meeting show " + id).out.find("nhật ký"), std::string::npos);
}

TEST_F(Verbs, MeetingShowHasTheCritiqueForItsChairAndClerkOnly)
{
    const std::string id = with_critique(office_meeting("closing"));
    const Outcome shown = run("meeting show " + id + " --json --restricted");
    ASSERT_EQ(shown.status, 0) << shown.error;
    EXPECT_NE(shown.out.find("Nhật ký cơ sở thiếu ngày"), std::string::npos);
    const Outcome text = run("meeting show " + id + " --restricted --as 'Thu Thủy' --language vi");
    EXPECT_EQ(text.status, 0) << text.error;
    EXPECT_THAT(text.out, testing::HasSubstr(", Tự phê bình: "));
    EXPECT_THAT(text.out, testing::HasSubstr("(Tiếp thu"));
    EXPECT_THAT(text.out, testing::Not(testing::HasSubstr("self_critique")));
    EXPECT_THAT(text.out, testing::Not(testing::HasSubstr("accepts")));
    for (const std::string who : {"Hồng Phượng", "Phạm Văn Dũng"}) {
        const Outcome refused = run("meeting show " + id + " --restricted --as '" + who + "'");
        EXPECT_EQ(refused.status, 1) << who;
        EXPECT_EQ(refused.out, "") << who;
    }
}

TEST_F(Verbs, HistoryOfACritiqueIsAskedForByName)
{
    const std::string id = with_critique(office_meeting("closing"));
    const json shown = run("meeting show " + id + " --json --restricted").data();
    std::string remark;
    for (const json& person : shown["critique"]["people"]) {
        for (const json& one : person["remarks"])
            remark = one["id"].get<std::string>();
    }
    ASSERT_FALSE(remark.empty());
    EXPECT_EQ(run("history " + remark).status, 1);
    EXPECT_EQ(run("history " + remark).out, "");
    EXPECT_EQ(run("history " + remark + " --restricted").status, 0);
}

} // namespace
