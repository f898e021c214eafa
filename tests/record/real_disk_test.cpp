// The same on disks that the kernel itself calls full or read-only, where the tests may mount one.
#include <fstream>
#include <functional>

#include <gtest/gtest.h>
#include <sys/mount.h>

#include "new_record.h"
#include "record/drafts.h"
#include "record/failures.h"
#include "record/verify.h"

namespace chibo::test {
namespace {

class RealDisk : public testing::Test {
protected:
    void SetUp() override
    {
        std::filesystem::create_directory(disk());
        m_mounted = mount("tmpfs", disk().c_str(), "tmpfs", 0, "size=3m") == 0;
        if (!m_mounted)
            GTEST_SKIP() << "a disk of its own needs root and the right to mount";
    }
    void TearDown() override
    {
        if (m_mounted)
            umount2(disk().c_str(), MNT_DETACH);
    }
    [[nodiscard]] std::filesystem::path disk() const { return m_folder.path() / "disk"; }
    [[nodiscard]] std::filesystem::path file() const { return disk() / "cell.db"; }
    void fill() const
    {
        std::ofstream rest(disk() / "rest");
        while (rest << std::string(4096, 'x') << std::flush) {}
    }
    void mount_again(unsigned long flags, const char* options)
    {
        ASSERT_EQ(mount("tmpfs", disk().c_str(), "tmpfs", MS_REMOUNT | flags, options), 0);
    }
    static std::optional<std::string> fault(const std::function<void()>& act)
    {
        try {
            act();
            return std::nullopt;
        } catch (const std::exception& failure) {
            return sentence_for(failure).key;
        }
    }

    Folder m_folder;
    FakeClock clock {morning};
    SeededRandom random {1};

private:
    bool m_mounted = false;
};

/// Everything that was said to be recorded is there, and the journal agrees.
void expect_guests(const Record& record, int count)
{
    SQLite::Statement& query = record.prepare("SELECT count(*) FROM guest /* reads all */");
    ASSERT_TRUE(query.executeStep());
    EXPECT_EQ(query.getColumn(0).getInt(), count);
    query.reset();
    for (const Error& found : verify(record).faults)
        ADD_FAILURE() << found.key;
}

TEST_F(RealDisk, ThatIsFullLosesNothingThatWasAcknowledged)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    std::ofstream(disk() / "rest") << std::string(1'500'000, 'x');
    int acknowledged = 0;
    std::optional<std::string> said;
    const std::string name(2'000, 'n');
    while (!said && acknowledged < 250)
        said = fault([&] {
            ASSERT_TRUE(record->run(
                add_guest(guest(static_cast<std::uint8_t>(acknowledged + 1)), name), room));
            ++acknowledged;
        });
    EXPECT_EQ(said, "record.disk_full");
    EXPECT_GT(acknowledged, 0);
    expect_guests(*record, acknowledged);
    // Opened anew on the full disk, and with room again.
    record.reset();
    record = std::move(*Record::open(file(), test_key(), clock, random));
    expect_guests(*record, acknowledged);
    std::filesystem::remove(disk() / "rest");
    EXPECT_TRUE(record->run(add_guest(guest(255), "room again"), room));
    expect_guests(*record, acknowledged + 1);
}

TEST_F(RealDisk, ThatIsFullKeepsTheDraftThatWasSaved)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    save_draft(*record, {.place = "minutes/1", .text = "đã lưu"});
    fill();
    const std::string much(400'000, 'd');
    EXPECT_EQ(fault([&] { save_draft(*record, {.place = "minutes/1", .text = much}); }),
        "record.disk_full");
    const auto kept = read_draft(*record, "minutes/1");
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->text, "đã lưu");
}

TEST_F(RealDisk, ThatIsFullMakesNoRecordAndSaysSo)
{
    fill();
    std::optional<std::string> said;
    const auto thrown = fault([&] {
        const auto made = Record::create(file(), test_key(), clock, random);
        said = made ? std::nullopt : std::optional(made.error().key);
    });
    EXPECT_EQ(thrown ? thrown : said, "record.disk_full");
}

TEST_F(RealDisk, ThatTurnsReadOnlyIsSaidAndLosesNothing)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    ASSERT_TRUE(record->run(add_guest(guest(1), "before"), room));
    record.reset();
    mount_again(MS_RDONLY, "size=3m");
    const auto opened = Record::open(file(), test_key(), clock, random);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().key, "record.read_only");
    mount_again(0, "size=3m");
    record = std::move(*Record::open(file(), test_key(), clock, random));
    expect_guests(*record, 1);
}

} // namespace
} // namespace chibo::test
