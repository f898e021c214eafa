// What a command records of its changes: the cases of SQLite's session extension that the design
// touches, and a thousand random commands.
#include <random>

#include <gtest/gtest.h>

#include "meeting/check.h"
#include "new_record.h"
#include "record/database.h"
#include "record/history.h"
#include "record/query.h"
#include "record/schema.h"
#include "record/verify.h"

namespace chibo::test {
namespace {

class Journal : public NewRecord {
protected:
    /// The operations of a command made of SQL.
    std::vector<Op> ops_of(const std::vector<std::string>& sql)
    {
        const Command command {"test", [&](Changes& changes) -> Result<void> {
                                   for (const std::string& text : sql)
                                       changes.prepare(text).exec();
                                   return {};
                               }};
        const auto place = record->run(command, room);
        EXPECT_TRUE(place);
        const auto entry = read_entry(*record, *place);
        return entry ? entry->ops : std::vector<Op> {};
    }
    using Kind = Op::Kind;
};

TEST_F(Journal, RecordsColumnsByName)
{
    const auto ops = ops_of(
        {"INSERT INTO guest (id, meeting, name) VALUES (zeroblob(16), zeroblob(16), 'Quân')"});
    ASSERT_EQ(ops.size(), 1U);
    EXPECT_EQ(ops[0].kind, Kind::Insert);
    EXPECT_EQ(ops[0].columns.at("name").new_value, cbor::Value(std::string("Quân")));
    EXPECT_EQ(ops[0].columns.at("kind").new_value, cbor::Value(std::string("guest")));
    EXPECT_FALSE(ops[0].columns.contains("id"));
}

TEST_F(Journal, RecordsOnlyTheColumnsThatChanged)
{
    ASSERT_TRUE(record->run(add_guest(guest(1), "Quân"), room));
    const auto ops = ops_of({"UPDATE guest SET name = 'Quang', organisation = organisation WHERE "
                             "meeting = zeroblob(16)"});
    ASSERT_EQ(ops.size(), 1U);
    EXPECT_EQ(ops[0].kind, Kind::Update);
    EXPECT_EQ(ops[0].columns.size(), 1U);
    EXPECT_EQ(ops[0].columns.at("name").old_value, cbor::Value(std::string("Quân")));
}

TEST_F(Journal, RecordsUpsertsAndReplacements)
{
    ASSERT_TRUE(record->run(set("room", "A"), room));
    const auto ops = ops_of({"INSERT OR REPLACE INTO setting (id, value) VALUES ('room', 'B')"});
    ASSERT_EQ(ops.size(), 1U);
    EXPECT_EQ(ops[0].kind, Kind::Update);
    EXPECT_EQ(ops[0].columns.at("value").new_value, cbor::Value(std::string("B")));
    EXPECT_EQ(ops_of({"DELETE FROM setting"}).at(0).kind, Kind::Remove);
}

TEST_F(Journal, RecordsNothingOfWhatWasMadeAndTakenBackInOneCommand)
{
    EXPECT_TRUE(ops_of({"INSERT INTO setting (id, value) VALUES ('a', 'b')", "DELETE FROM setting"})
            .empty());
}

TEST_F(Journal, RecordsNothingOfWhatWasRolledBackToASavepoint)
{
    const auto ops = ops_of({"INSERT INTO setting (id, value) VALUES ('a', '1')", "SAVEPOINT here",
        "INSERT INTO setting (id, value) VALUES ('b', '2')", "ROLLBACK TO here"});
    ASSERT_EQ(ops.size(), 1U);
    EXPECT_EQ(ops[0].key, cbor::Value(std::string("a")));
}

TEST_F(Journal, RecordsTwoRowsThatChangePlaces)
{
    ASSERT_TRUE(record->run(add_guest(guest(1), "A"), room));
    ASSERT_TRUE(record->run(add_guest(guest(2), "B"), room));
    EXPECT_EQ(ops_of({"UPDATE guest SET name = CASE name WHEN 'A' THEN 'B' ELSE 'A' END WHERE "
                      "meeting = zeroblob(16)"})
                  .size(),
        2U);
    EXPECT_TRUE(verify(*record).good());
}

TEST_F(Journal, LeavesOutWhatStaysOnTheDevice)
{
    const auto ops = ops_of({"INSERT INTO entry (id, meeting, item, kind, text, at_ms) VALUES "
                             "(zeroblob(16), zeroblob(16), zeroblob(16), 'opinion', 'text', 1)",
        "INSERT INTO ui_state (id, value) VALUES ('a', 'b')"});
    ASSERT_EQ(ops.size(), 1U); // Neither the search's tables nor the screen's.
    EXPECT_EQ(ops[0].table, "entry");
}

TEST_F(Journal, KeepsBytesAndNullAndNumbers)
{
    const auto ops = ops_of(
        {"INSERT INTO presence (id, meeting, person, arrived_at_ms, how, signature) VALUES "
         "(zeroblob(16), zeroblob(16), zeroblob(16), -5, 'tap', zeroblob(100000))"});
    EXPECT_EQ(ops.at(0).columns.at("signature").new_value, cbor::Value(Bytes(100'000)));
    EXPECT_EQ(ops.at(0).columns.at("left_at_ms").new_value, cbor::Value(nullptr));
    EXPECT_EQ(ops.at(0).columns.at("arrived_at_ms").new_value, cbor::Value(std::int64_t {-5}));
}

TEST_F(Journal, StillHoldsAfterAThousandRandomCommandsAndUndos)
{
    const auto seed = std::random_device {}();
    std::mt19937 chance(seed);
    const auto below
        = [&](int bound) { return static_cast<int>(chance() % static_cast<unsigned>(bound)); };
    std::vector<JournalPlace> places;
    int undone = 0, blocked = 0;
    for (int i = 0; i < 1000; ++i) {
        clock.jump(clock.now_ms() + below(2000) - 500); // A clock that also goes back.
        const auto number = static_cast<std::uint8_t>(below(20));
        const std::string text = std::to_string(i);
        const int what = below(4);
        if (what == 0 && !places.empty()) {
            const auto place = record->undo(
                places[static_cast<std::size_t>(below(static_cast<int>(places.size())))], room);
            place ? ++undone : ++blocked;
            if (place)
                places.push_back(*place);
            continue;
        }
        const std::string id = "setting " + std::to_string(number);
        const bool there = what == 1 && guest_name(*record, guest(number)) == "(none)"
            && read_history(*record, guest(number).uuid).empty();
        const auto place = there ? record->run(add_guest(guest(number), text), room)
            : what == 2          ? record->run(rename_guest(guest(number), text), room)
                                 : record->run(set(id, text), room);
        ASSERT_TRUE(place) << "seed " << seed;
        if (place->seq != 0)
            places.push_back(*place);
    }
    for (const Error& fault : verify(*record).faults)
        ADD_FAILURE() << fault.key << ", seed " << seed;
    EXPECT_GT(undone, 20) << "seed " << seed;
    EXPECT_GT(blocked, 20) << "seed " << seed;
}

class TableRules : public testing::Test {
protected:
    static void read(const char* sql)
    {
        SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
        database.exec(sql);
        constexpr std::array<std::string_view, 1> names {"t"};
        (void)read_tables(database, names);
    }
};

TEST_F(TableRules, LetOnlyThroughWhatIsRecordedWhole)
{
    EXPECT_NO_THROW(read("CREATE TABLE t (id BLOB PRIMARY KEY NOT NULL, a TEXT)"));
    EXPECT_THROW(
        read("CREATE TABLE t (id BLOB, a TEXT)"), ProgramFault); // No key: changes are lost.
    EXPECT_THROW(read("CREATE TABLE t (id BLOB PRIMARY KEY, a TEXT)"),
        ProgramFault); // A NULL key: the row is lost.
    EXPECT_THROW(
        read("CREATE TABLE t (id BLOB PRIMARY KEY NOT NULL, a TEXT, b TEXT AS (a))"), ProgramFault);
    EXPECT_THROW(
        read("CREATE TABLE t (id BLOB PRIMARY KEY NOT NULL, a TEXT UNIQUE)"), ProgramFault);
    EXPECT_THROW(read("CREATE TABLE t (id BLOB PRIMARY KEY NOT NULL, a REAL)"), ProgramFault);
    EXPECT_THROW(read("CREATE TABLE t (id BLOB NOT NULL, a BLOB NOT NULL, PRIMARY KEY (id, a))"),
        ProgramFault);
    EXPECT_THROW(read("CREATE TABLE t (id BLOB PRIMARY KEY NOT NULL, a TEXT);"
                      "CREATE TRIGGER w AFTER INSERT ON t BEGIN DELETE FROM t; END"),
        ProgramFault);
}

/// A later schema that adds a column and a table, as migrations do.
constexpr std::string_view later = R"sql(
    ALTER TABLE guest ADD COLUMN phone TEXT NOT NULL DEFAULT '';
    CREATE TABLE later (id BLOB PRIMARY KEY NOT NULL, text TEXT NOT NULL) STRICT, WITHOUT ROWID)sql";

class Migrations : public NewRecord {
protected:
    Migrations()
    {
        EXPECT_TRUE(record->run(add_guest(guest(1), "Quân"), room));
        record.reset();
        steps.assign(migrations().begin(), migrations().end());
    }
    std::vector<std::string_view> steps;
};

TEST_F(Migrations, KeepWhatAnEarlierVersionRecorded)
{
    const auto database = open_database(file(), test_key(), SQLite::OPEN_READWRITE);
    steps.push_back(later);
    migrate(*database, steps);
    EXPECT_EQ(schema_version(*database), static_cast<int>(steps.size()));
    EXPECT_EQ(database->execAndGet("SELECT name || phone FROM guest").getString(), "Quân");
    EXPECT_EQ(database->execAndGet("SELECT count(*) FROM journal").getInt(), 2);
    migrate(*database, steps); // Nothing is done twice.
    EXPECT_EQ(schema_version(*database), static_cast<int>(steps.size()));
}

TEST_F(Migrations, ThatFailLeaveTheRecordAsItWas)
{
    const auto database = open_database(file(), test_key(), SQLite::OPEN_READWRITE);
    const std::string broken = std::string(later) + "; INSERT INTO nowhere VALUES (1)";
    steps.push_back(broken);
    EXPECT_THROW(migrate(*database, steps), SQLite::Exception);
    EXPECT_EQ(schema_version(*database), static_cast<int>(migrations().size()));
    EXPECT_EQ(
        database->execAndGet("SELECT count(*) FROM sqlite_schema WHERE name = 'later'").getInt(),
        0);
    EXPECT_TRUE(Record::open(file(), test_key(), clock, random));
}

TEST_F(Migrations, MakeARecordThatAnOlderProgramRefuses)
{
    {
        const auto database = open_database(file(), test_key(), SQLite::OPEN_READWRITE);
        steps.push_back(later);
        migrate(*database, steps);
    }
    EXPECT_EQ(Record::open(file(), test_key(), clock, random).error().key, "record.newer");
}

TEST_F(Migrations, LetAnEntryOfBeforeBeVerifiedAfterAColumnWasAdded)
{
    // The row has a column that its entry does not name.
    open_database(file(), test_key(), SQLite::OPEN_READWRITE)
        ->exec("ALTER TABLE guest ADD COLUMN phone TEXT NOT NULL DEFAULT ''");
    record = open_again();
    EXPECT_TRUE(verify(*record).good());
    EXPECT_TRUE(record->run(rename_guest(guest(1), "Quang"), room));
    EXPECT_TRUE(verify(*record).good());
}

} // namespace
} // namespace chibo::test
