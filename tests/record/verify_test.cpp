#include "record/verify.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "new_record.h"
#include "record/database.h"

namespace chibo::test {
namespace {

/// A record with a few changes, and a hand that alters its file behind the program's back.
class Verify : public NewRecord {
protected:
    Verify()
    {
        for (int i = 0; i < 5; ++i)
            EXPECT_TRUE(record->run(set("room", std::to_string(i)), room));
        EXPECT_TRUE(record->run(add_guest(guest(1), "Lê Hồng Quân"), room));
        const auto renamed = record->run(rename_guest(guest(1), "Lê Hồng Quang"), room);
        EXPECT_TRUE(record->undo(*renamed, room));
    }
    void alter(const char* sql)
    {
        record.reset();
        open_database(file(), test_key(), SQLite::OPEN_READWRITE)->exec(sql);
        record = open_again();
    }
    [[nodiscard]] std::vector<std::string> faults() const
    {
        std::vector<std::string> keys;
        for (const Error& fault : verify(*record).faults)
            keys.push_back(fault.key);
        return keys;
    }
    using Keys = std::vector<std::string>;
};

TEST_F(Verify, FindsNothingInAnUntouchedRecord)
{
    const Verification found = verify(*record);
    EXPECT_EQ(faults(), Keys {});
    EXPECT_EQ(found.entries, 9);
    EXPECT_EQ(found.devices, 1);
    EXPECT_EQ(found.rows, 3); // The device, the setting, the guest.
}

TEST_F(Verify, FindsNothingWhileAnotherOneWritesAndTheLogComesIntoTheFile)
{
    std::atomic<bool> written = false;
    const std::jthread other([this, &written] {
        FakeClock clock_there {morning};
        SeededRandom random_there {2};
        const auto record_there = open_record(file(), clock_there, random_there);
        const std::string text(20'000, 'x');
        for (int i = 0; i < 400; ++i) // Some fifteen pages each: the log grows long six times.
            EXPECT_TRUE(record_there->run(set("long", text + std::to_string(i)), room));
        written = true;
    });
    while (!written)
        ASSERT_EQ(faults(), Keys {});
}

TEST_F(Verify, NamesTheFirstAlteredEntry)
{
    record.reset();
    {
        const auto database = open_database(file(), test_key(), SQLite::OPEN_READWRITE);
        for (const int seq : {3, 5}) {
            SQLite::Statement read(*database, "SELECT body FROM journal WHERE seq = :seq");
            bind_to(read, ":seq", seq);
            ASSERT_TRUE(read.executeStep());
            Bytes body = read_bytes(read.getColumn(0));
            read.reset();
            *std::ranges::search(body, std::string_view("set_room")).begin() = 'S';
            SQLite::Statement write(*database, "UPDATE journal SET body = :body WHERE seq = :seq");
            bind_to(write, ":body", body);
            bind_to(write, ":seq", seq);
            write.exec();
        }
    }
    record = open_again();
    const Verification found = verify(*record);
    ASSERT_FALSE(found.good());
    EXPECT_EQ(found.faults.front().key, "verify.hash");
    EXPECT_EQ(found.faults.front().values.at("seq"), "3");
}

TEST_F(Verify, SeesAMissingEntry)
{
    alter("DELETE FROM journal WHERE seq = 4");
    EXPECT_EQ(faults(), (Keys {"verify.gap", "verify.chain"}));
}

TEST_F(Verify, SeesASignatureOfAnother)
{
    alter("UPDATE journal SET signature = zeroblob(64) WHERE seq = 4");
    EXPECT_EQ(faults(), Keys {"verify.signature"});
}

TEST_F(Verify, SeesARowThatWasChangedWithoutAnEntry)
{
    alter("UPDATE setting SET value = 'forged'");
    EXPECT_EQ(faults(), Keys {"verify.row_differs"});
}

TEST_F(Verify, SeesARowThatWasTakenAwayOrPutIn)
{
    alter("DELETE FROM guest; INSERT INTO setting (id, value) VALUES ('new', 'forged')");
    EXPECT_EQ(faults(), (Keys {"verify.row_unknown", "verify.row_missing"}));
}

TEST_F(Verify, SeesAClockThatWasChanged)
{
    alter("UPDATE cell_clock SET hlc = hlc + 1 WHERE tbl = 'setting' AND col = 'value'");
    EXPECT_EQ(faults(), Keys {"verify.clock_differs"});
}

TEST_F(Verify, SeesAnIndexThatLostAnEntry)
{
    alter("DELETE FROM journal_key WHERE seq = 4");
    EXPECT_EQ(faults(), Keys {"verify.index"});
}

TEST_F(Verify, SeesASealThatDoesNotHold)
{
    const Command seal {"seal", [](Changes& changes) -> Result<void> {
                            changes
                                .prepare("INSERT INTO seal (id, content, hash, sealed_at_ms) "
                                         "VALUES (zeroblob(16), 'text', zeroblob(32), 1)")
                                .exec();
                            return {};
                        }};
    ASSERT_TRUE(record->run(seal, room));
    EXPECT_EQ(faults(), Keys {"verify.seal"});
}

TEST_F(Verify, HoldsOverTwoDevices)
{
    record.reset();
    std::filesystem::rename(file(), folder.path() / "old.db");
    std::filesystem::copy_file(folder.path() / "old.db", file());
    record = open_again(); // Another device now.
    ASSERT_TRUE(record->run(set("room", "B"), room));
    ASSERT_TRUE(record->run(rename_guest(guest(1), "Lê Quân"), room));
    EXPECT_EQ(faults(), Keys {});
    EXPECT_EQ(verify(*record).devices, 2);
}

} // namespace
} // namespace chibo::test
