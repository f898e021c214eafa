// Every write fails once; a disk is full, a folder read-only, a file rubbish: nothing that was
// recorded is lost.
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "failing_vfs.h"
#include "new_record.h"
#include "record/database.h"
#include "record/drafts.h"
#include "record/failures.h"
#include "record/query.h"
#include "record/verify.h"

namespace chibo::test {
namespace {

/// A record on a disk that fails on demand.
class BadDisk : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file() const { return folder.path() / "cell.db"; }
    Result<std::unique_ptr<Record>> open()
    {
        return Record::open(file(), test_key(), clock, random);
    }
    /// Runs one command with the disk failing at its nth call; the sentence of what went wrong, or
    /// none.
    std::optional<Error> run(Record& record, const Command& command, int calls, int code)
    {
        FailingVfs::fail_after(calls, code);
        std::optional<Error> sentence;
        try {
            if (const auto place = record.run(command, room); !place)
                sentence = place.error();
        } catch (const std::exception& failure) {
            sentence = sentence_for(failure);
        }
        m_calls = FailingVfs::calls();
        FailingVfs::heal();
        return sentence;
    }
    void expect_whole(const Record& record, const std::string& value)
    {
        EXPECT_EQ(setting(record, "room"), value);
        for (const Error& fault : verify(record).faults)
            ADD_FAILURE() << fault.key;
    }

    Folder folder;
    FailingVfs vfs;
    FakeClock clock {morning};
    SeededRandom random {1};
    int m_calls = 0;
};

class EveryWrite : public BadDisk, public testing::WithParamInterface<int> {};

TEST_P(EveryWrite, OfACommandFailsOnceAndNothingElseIsLost)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    ASSERT_TRUE(record->run(set("room", "before"), room));
    int failures = 0;
    for (int calls = 0;; ++calls) {
        const std::string value = "new " + std::to_string(calls);
        const std::string before = setting(*record, "room");
        const auto sentence = run(*record, set("room", value), calls, GetParam());
        if (!sentence)
            break;
        ++failures;
        EXPECT_TRUE(sentence->key == "record.disk_full" || sentence->key == "record.io")
            << sentence->key;
        // Goes on in the same process, and after a new start.
        expect_whole(*record, before);
        record.reset();
        record = std::move(*open());
        expect_whole(*record, before);
        ASSERT_TRUE(record->run(set("room", "after " + value), room));
        expect_whole(*record, "after " + value);
    }
    EXPECT_GE(failures, 3); // The pages of the row, the entry and the clocks, and the sync.
    expect_whole(*record, "new " + std::to_string(failures));
}

TEST_P(EveryWrite, OfMakingARecordFailsOnceAndMakingItAgainWorks)
{
    for (int calls = 0;; calls += 3) {
        std::filesystem::remove_all(folder.path() / "new.db");
        FailingVfs::fail_after(calls, GetParam());
        bool made = false;
        try {
            made = Record::create(folder.path() / "new.db", test_key(), clock, random).has_value();
        } catch (const std::exception&) {
            made = false; // The disk failed, as it was told to.
        }
        const int used = FailingVfs::calls();
        FailingVfs::heal();
        if (made && used <= calls)
            break;
        // What there is, is a whole record, or nothing that would pass for one.
        auto again = Record::open(folder.path() / "new.db", test_key(), clock, random);
        if (!again) {
            EXPECT_TRUE(again.error().key == "record.not_a_record"
                || again.error().key == "record.missing");
            std::filesystem::remove(folder.path() / "new.db");
            again = Record::create(folder.path() / "new.db", test_key(), clock, random);
        }
        ASSERT_TRUE(again) << calls << " " << again.error().key;
        EXPECT_TRUE(verify(**again).good());
        for (const char* beside : {"new.db-wal", "new.db-shm"})
            std::filesystem::remove(folder.path() / beside);
    }
}

TEST_P(EveryWrite, OfADraftFailsOnceAndTheOldOneStands)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    save_draft(*record, {.place = "minutes", .text = "before"});
    for (int calls = 0;; ++calls) {
        FailingVfs::fail_after(calls, GetParam());
        bool saved = true;
        try {
            save_draft(*record, {.place = "minutes", .text = "after"});
        } catch (const std::exception&) {
            saved = false;
        }
        FailingVfs::heal();
        record.reset();
        record = std::move(*open());
        EXPECT_EQ(read_draft(*record, "minutes")->text, saved ? "after" : "before");
        if (saved)
            break;
    }
}

INSTANTIATE_TEST_SUITE_P(Disk, EveryWrite, testing::Values(SQLITE_FULL, SQLITE_IOERR_WRITE));

TEST_F(BadDisk, AFullDiskIsSaidAndRoomLetsTheRecordGoOn)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    ASSERT_TRUE(record->run(set("room", "before"), room));
    const auto sentence = run(*record, set("room", "after"), 0, SQLITE_FULL);
    ASSERT_TRUE(sentence);
    EXPECT_EQ(sentence->key, "record.disk_full");
    EXPECT_TRUE(record->run(set("room", "after"), room));
    expect_whole(*record, "after");
}

TEST_F(BadDisk, ARubbishFileIsRefusedAndLeftAsItIs)
{
    const std::string rubbish(9000, 'x');
    for (const std::string& bytes :
        {rubbish, std::string("short"), std::string("SQLite format 3\0", 16)}) {
        std::ofstream(file(), std::ios::binary) << bytes;
        const auto opened = open();
        ASSERT_FALSE(opened) << bytes.size();
        EXPECT_EQ(opened.error().key, "record.not_a_record");
        std::ifstream in(file(), std::ios::binary);
        EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), bytes);
    }
}

TEST_F(BadDisk, AnEmptyFileIsNoRecord)
{
    std::ofstream(file()).flush();
    EXPECT_EQ(open().error().key, "record.not_a_record");
}

TEST_F(BadDisk, ADamagedPageIsSaid)
{
    {
        auto record = std::move(*Record::create(file(), test_key(), clock, random));
        for (int i = 0; i < 200; ++i)
            ASSERT_TRUE(
                record->run(set("setting " + std::to_string(i), std::string(100, 'x')), room));
    }
    {
        std::fstream damage(file(), std::ios::binary | std::ios::in | std::ios::out);
        damage.seekp(static_cast<std::streamoff>(std::filesystem::file_size(file()) - 6000));
        damage << "damage";
    }
    const auto record = open();
    ASSERT_TRUE(record);
    const Verification found = verify(**record);
    EXPECT_FALSE(found.good());
    EXPECT_EQ(found.faults.front().key, "verify.database");
    // And where it is met in passing.
    try {
        (void)Query(**record, "SELECT count(*) FROM journal WHERE length(body) > 1 /* reads all */")
            .next();
        (void)Query(
            **record, "SELECT count(*) FROM setting WHERE length(value) > 1 /* reads all */")
            .next();
        ADD_FAILURE() << "the damaged page was read";
    } catch (const std::exception& failure) {
        EXPECT_EQ(sentence_for(failure).key, "record.corrupt");
    }
}

TEST_F(BadDisk, AnotherProgramThatHoldsTheFileIsSaid)
{
    auto record = std::move(*Record::create(file(), test_key(), clock, random));
    const auto other = open_database(file(), test_key(), SQLite::OPEN_READWRITE);
    other->exec("BEGIN IMMEDIATE");
    const auto sentence = run(*record, set("room", "A"), 1000, SQLITE_FULL);
    ASSERT_TRUE(sentence);
    EXPECT_EQ(sentence->key, "record.busy");
    other->exec("ROLLBACK");
    EXPECT_TRUE(record->run(set("room", "A"), room));
}

TEST_F(BadDisk, ANewerSchemaIsRefusedAndLeftAsItIs)
{
    std::move(*Record::create(file(), test_key(), clock, random)).reset();
    open_database(file(), test_key(), SQLite::OPEN_READWRITE)->exec("PRAGMA user_version = 99");
    EXPECT_EQ(open().error().key, "record.newer");
    EXPECT_EQ(schema_version(*open_database(file(), test_key(), SQLite::OPEN_READWRITE)), 99);
}

TEST_F(BadDisk, AReadOnlyFolderIsSaid)
{
    std::move(*Record::create(file(), test_key(), clock, random)).reset();
    chmod(file().c_str(), 0444);
    chmod(folder.path().c_str(), 0555);
    const bool root = geteuid() == 0; // Writes everywhere, so somebody else has to try.
    ASSERT_TRUE(!root || seteuid(65534) == 0);
    const auto opened = open();
    ASSERT_TRUE(!root || seteuid(0) == 0);
    chmod(folder.path().c_str(), 0755);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().key, "record.read_only");
}

TEST(Failures, HaveASentenceEach)
{
    const auto key = [](int code) { return sentence_for(SQLite::Exception("", code)).key; };
    EXPECT_EQ(key(SQLITE_FULL), "record.disk_full");
    EXPECT_EQ(key(SQLITE_READONLY_DBMOVED), "record.read_only");
    EXPECT_EQ(key(SQLITE_BUSY_SNAPSHOT), "record.busy");
    EXPECT_EQ(key(SQLITE_CORRUPT), "record.corrupt");
    EXPECT_EQ(key(SQLITE_IOERR_FSYNC), "record.io");
    EXPECT_EQ(sentence_for(std::bad_alloc()).key, "record.no_memory");
    const auto system = [](std::errc code) {
        return sentence_for(std::system_error(std::make_error_code(code))).key;
    };
    EXPECT_EQ(system(std::errc::no_space_on_device), "record.disk_full");
    EXPECT_EQ(system(std::errc::read_only_file_system), "record.read_only");
}

} // namespace
} // namespace chibo::test
