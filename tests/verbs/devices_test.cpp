// Two records of one cell that exchange through a folder, by the real program: two processes, two
// devices.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

struct Outcome {
    int status = 0;
    std::string out, error;

    [[nodiscard]] json data() const { return json::parse(out); }
};

std::string read(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The office's cell of the demo on a first device, and a second one that joins it.
/// All tests share the two; each holds by itself and after the others.
class TwoRecords : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        std::string name = (std::filesystem::temp_directory_path() / "chibo_two.XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder = name;
        ASSERT_EQ(run("demo --date 2026-08-05", "first").status, 0);
        const Outcome invited = run("device invite --json --out " + path("invitation"), "first");
        ASSERT_EQ(invited.status, 0) << invited.error;
        invitation = invited.data();
        joined = run("device join " + path("invitation") + " --name 'May o cua' --json --secret '"
                + invitation["secret"].get<std::string>() + "'",
            "second");
    }
    static void TearDownTestSuite() { std::filesystem::remove_all(folder); }

    static std::string path(const std::string& name) { return (folder / name).string(); }
    /// A verb on the first or the second device's record.
    static Outcome run(const std::string& arguments, const std::string& device)
    {
        const auto out = path(device + ".out"), error = path(device + ".error");
        const std::string code = device == "first" ? "sen hồng nắng mới" : "mùa xuân bên sông";
        const std::string command = "LC_ALL=C.UTF-8 " CHIBO_PROGRAM " " + arguments + " --record "
            + path(device) + " --code '" + code + "' --cell 'Chi bộ Văn phòng' >" + out + " 2>"
            + error;
        const bool cell = arguments.starts_with("demo") || arguments.starts_with("device join");
        const std::string whole = cell ? std::string(command).erase(command.find(" --cell"),
                                             std::string(" --cell 'Chi bộ Văn phòng'").size())
                                       : command;
        const int status = std::system(whole.c_str());
        return {WEXITSTATUS(status), read(out), read(error)};
    }
    static void exchange(const std::string& from, const std::string& to)
    {
        const std::string file = path(from + ".chibo");
        ASSERT_EQ(run("export --out " + file, from).status, 0);
        const Outcome came = run("import " + file, to);
        ASSERT_EQ(came.status, 0) << came.error;
    }

    static inline std::filesystem::path folder;
    static inline json invitation;
    static inline Outcome joined;
};

TEST_F(TwoRecords, JoinMakesTheCellOnTheOtherDevice)
{
    ASSERT_EQ(joined.status, 0) << joined.error;
    EXPECT_EQ(joined.data()["cell"], "Chi bộ Văn phòng");
    EXPECT_EQ(joined.data()["device"], "May o cua");
    EXPECT_FALSE(joined.data()["recovery_code"].get<std::string>().empty());
    EXPECT_EQ(run("roster list --json", "second").data().size(), 7U);
    EXPECT_EQ(
        run("meeting list --json", "second").data(), run("meeting list --json", "first").data());
    EXPECT_EQ(run("verify", "second").status, 0);
}

TEST_F(TwoRecords, TheCodeSaysWhoActsNotTheName)
{
    // The second device's code is one officer's own; the first's is shared by all three.
    const std::string file = path("named.chibo");
    std::string own;
    for (const std::string who : {"Minh Hằng", "Hồng Phượng", "Thu Thủy"}) {
        EXPECT_EQ(run("export --as '" + who + "' --out " + file, "first").status, 0) << who;
        const Outcome exported = run("export --as '" + who + "' --out " + file, "second");
        if (exported.status == 0)
            own += who;
        else
            EXPECT_NE(exported.error.find("Mã này không phải của " + who), std::string::npos);
    }
    EXPECT_TRUE(own == "Minh Hằng" || own == "Thu Thủy") << own;
    exchange("second", "first"); // Before it, the first does not know the other's name.
    const Outcome refused = run("device withdraw 'May o cua' --as 'Phạm Văn Dũng'", "first");
    EXPECT_EQ(refused.status, 1);
    EXPECT_NE(refused.error.find("Phạm Văn Dũng"), std::string::npos) << refused.error;
}

TEST_F(TwoRecords, ExchangeThroughAFolderAndKnowOfEachOther)
{
    exchange("second", "first");
    const json devices = run("device list --json", "first").data();
    ASSERT_EQ(devices.size(), 2U);
    EXPECT_EQ(devices[0]["own"], true);
    EXPECT_EQ(devices[1]["name"], "May o cua");
    EXPECT_EQ(devices[1]["waiting_to_go"], 0);
    exchange("first", "second");
    EXPECT_EQ(run("verify", "first").status, 0);
    EXPECT_EQ(run("verify", "second").status, 0);
    const Outcome again = run("import --json " + path("first.chibo"), "second");
    EXPECT_EQ(again.data()[0]["entries"], 0);
    ASSERT_EQ(run("export --to all --out " + path("whole.chibo"), "first").status, 0);
    const Outcome whole = run("import --json " + path("whole.chibo"), "second");
    EXPECT_GT(whole.data()[0]["known"], 10);
}

TEST_F(TwoRecords, ImportAtOnceInTwoProcessesIsSafe)
{
    ASSERT_EQ(run("export --out " + path("second.chibo"), "second").status, 0);
    Outcome one, other;
    const auto import = [](Outcome& outcome, const char* name) {
        const std::string command = "LC_ALL=C.UTF-8 " CHIBO_PROGRAM " import "
            + path("second.chibo") + " --record " + path("first") + " --code 'sen hồng nắng mới' >"
            + path(name) + " 2>&1";
        outcome.status = WEXITSTATUS(std::system(command.c_str()));
        outcome.error = read(path(name));
    };
    std::thread first(import, std::ref(one), "one"), second(import, std::ref(other), "other");
    first.join();
    second.join();
    EXPECT_EQ(one.status, 0) << one.error;
    EXPECT_EQ(other.status, 0) << other.error;
    EXPECT_EQ(run("verify", "first").status, 0);
}

TEST_F(TwoRecords, VerifyReadsABundle)
{
    ASSERT_EQ(run("export --out " + path("check.chibo"), "first").status, 0);
    EXPECT_EQ(run("verify " + path("check.chibo"), "second").status, 0);
    std::string bytes = read(path("check.chibo"));
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(path("bent.chibo"), std::ios::binary) << bytes;
    const Outcome bent = run("verify " + path("bent.chibo"), "second");
    EXPECT_EQ(bent.status, 1);
    EXPECT_EQ(std::ranges::count(bent.error, '\n'), 1) << bent.error;
}

TEST_F(TwoRecords, WhatIsNoBundleIsOneLineAndStatusOne)
{
    std::ofstream(path("letter.txt")) << "a letter";
    for (const std::string name : {"letter.txt", "none"}) {
        const Outcome refused = run("import " + path(name), "first");
        EXPECT_EQ(refused.status, 1);
        EXPECT_EQ(std::ranges::count(refused.error, '\n'), 1) << refused.error;
        EXPECT_THAT(refused.error, testing::HasSubstr(name));
    }
    EXPECT_EQ(run("import", "first").status, 2);
    EXPECT_EQ(run("device", "first").status, 2);
    EXPECT_EQ(run("device withdraw Nobody", "first").status, 1);
    EXPECT_EQ(
        run("device join " + path("invitation") + " --secret 'sai sai sai sai sai sai'", "third")
            .status,
        1);
}

TEST_F(TwoRecords, WithdrawnDevicesAreListedAndNotTakenFrom)
{
    ASSERT_EQ(run("device join " + path("invitation") + " --name Lost --secret '"
                      + invitation["secret"].get<std::string>() + "'",
                  "lost")
                  .status,
        0);
    exchange("lost", "first");
    const Outcome withdrawn = run("device withdraw Lost --json", "first");
    ASSERT_EQ(withdrawn.status, 0) << withdrawn.error;
    bool listed = false;
    for (const json& device : run("device list --json", "first").data())
        listed |= device["name"] == "Lost" && device["withdrawn"].is_object();
    EXPECT_TRUE(listed);
    EXPECT_EQ(run("device withdraw Lost", "first").status, 1);
}

} // namespace
