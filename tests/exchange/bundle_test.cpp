// Bundles between two devices of a cell: what goes, what comes, and a disk that fails.
#include <csignal>
#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "exchange/two_devices.h"
#include "record/critique_queries.h"
#include "record/device_commands.h"
#include "record/exchanges.h"
#include "record/query.h"
#include "record/restricted_readings.h"

namespace chibo::test {
namespace {

class BundleFile : public TwoDevices {};

TEST_F(BundleFile, CarriesARecordToAnotherDeviceAndBack)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const auto came = import_bundle(*other.record, stick());
    ASSERT_TRUE(came) << came.error().key;
    EXPECT_EQ(came->came.members, 7);
    EXPECT_EQ(came->came.check_ins, 4);
    EXPECT_EQ(came->came.meetings, 1);
    other.must(set("room", "B"));
    ASSERT_TRUE(export_bundle(*other.record, stick("back.chibo"), {.to = one.id()}));
    ASSERT_TRUE(import_bundle(*one.record, stick("back.chibo")));
    EXPECT_EQ(whole_record(*one.record), whole_record(*other.record));
    EXPECT_TRUE(read_sync_status(*one.record).in_step());
}

TEST_F(BundleFile, ToADeviceHoldsOnlyWhatItIsNotKnownToHave)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    // Without a change of its own: the bundle alone says what it has.
    ASSERT_TRUE(export_bundle(*other.record, stick("back.chibo"), {.to = one.id()}));
    ASSERT_TRUE(import_bundle(*one.record, stick("back.chibo")));
    one.must(set("room", "A"));
    EXPECT_EQ(export_bundle(*one.record, stick("more.chibo"), {.to = other.id()})->entries, 1);
    EXPECT_EQ(read_sync_status(*one.record).waiting_to_go, 1);
}

TEST_F(BundleFile, ToAllHoldsWhatAnyOfThemLacks)
{
    TestDevice third(folder.path(), "third", 3);
    const auto carry = [&](TestDevice& from, TestDevice& to) {
        ASSERT_TRUE(export_bundle(*from.record, stick()));
        ASSERT_TRUE(import_bundle(*to.record, stick()));
    };
    EXPECT_GT(export_bundle(*one.record, stick())->entries, 10) << "nothing is known of any other";
    carry(one, other);
    carry(one, third);
    carry(other, one);
    carry(third, one);
    carry(one, other);
    carry(other, one);
    one.must(set("room", "A"));
    EXPECT_EQ(export_bundle(*one.record, stick())->entries,
        1 + static_cast<int>(read_heads(*one.record)[other.id()]))
        << "the third lacks what the other wrote";
    ASSERT_TRUE(import_bundle(*third.record, stick()));
    carry(third, one);
    EXPECT_EQ(whole_record(*one.record), whole_record(*third.record));
    one.must(withdraw_device(third.id()));
    carry(one, other);
    carry(other, one);
    EXPECT_EQ(export_bundle(*one.record, stick())->entries, 0)
        << "the withdrawn one does not count";
    EXPECT_GT(export_bundle(*one.record, stick(), {.what = Sending::What::Whole})->entries, 10);
}

TEST_F(BundleFile, SomebodyInvitedIsKnownToHaveNoMoreThanTheInvitation)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    note_invited(*one.record);
    one.must(set("room", "A"));
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    ASSERT_TRUE(export_bundle(*other.record, stick("back.chibo")));
    EXPECT_EQ(export_bundle(*one.record, stick())->entries, 1) << "whoever comes lacks it";
    ASSERT_TRUE(import_bundle(*one.record, stick("back.chibo")));
    EXPECT_EQ(export_bundle(*one.record, stick())->entries, 0);
}

TEST_F(BundleFile, NotesWhoTookOutACritique)
{
    const Actor clerk {.member = {}, .role = "clerk"};
    EXPECT_TRUE(export_bundle(*one.record, stick(), {.by = clerk}));
    EXPECT_TRUE(read_restricted_readings(*one.record, 10).empty());
    one.must({"record_remark", [](Changes& changes) -> Result<void> {
                  Query(changes,
                      "INSERT INTO critique_answer (id, remark, kind, text, at_ms) "
                      "VALUES (:id, :id, 'accepts', 'Tôi nhận.', 1)")
                      .bind(":id", changes.make_id<RemarkId>())
                      .run();
                  return {};
              }});
    ASSERT_TRUE(export_bundle(*one.record, stick(), {.by = clerk}));
    const auto noted = read_restricted_readings(*one.record, 10);
    ASSERT_EQ(noted.size(), 1U);
    EXPECT_EQ(noted[0].how, "bundle");
    EXPECT_EQ(noted[0].role, "clerk");
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    EXPECT_EQ(read_restricted_readings(*other.record, 10).size(), 1U) << "the note goes along";
    ASSERT_TRUE(export_bundle(*other.record, stick("back.chibo")));
    ASSERT_TRUE(import_bundle(*one.record, stick("back.chibo")));
    EXPECT_EQ(export_bundle(*one.record, stick(), {.by = clerk})->entries, 0)
        << "and asks for no other";
}

TEST_F(BundleFile, TakenInTwiceIsHarmless)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    const std::string before = whole_record(*other.record);
    const auto again = import_bundle(*other.record, stick());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->came.entries, 0);
    EXPECT_GT(again->came.known, 10);
    EXPECT_EQ(whole_record(*other.record), before);
}

TEST_F(BundleFile, TellsTheClocksApartAsFarAsTheyAre)
{
    other.clock.jump(morning + 4'000); // Four seconds ahead.
    ASSERT_TRUE(export_bundle(*other.record, stick()));
    ASSERT_TRUE(import_bundle(*one.record, stick()));
    for (const Device& device : read_devices(*one.record)) {
        if (!device.own) {
            EXPECT_EQ(device.clock_off_ms, 4'000);
        }
    }
    // A clock that is behind is seen once a bundle came back.
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(export_bundle(*other.record, stick("back.chibo")));
    one.clock.wait_ms(60'000);
    ASSERT_TRUE(import_bundle(*one.record, stick("back.chibo")));
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    for (const Device& device : read_devices(*other.record)) {
        if (!device.own) {
            EXPECT_EQ(device.clock_off_ms, 56'000);
        }
    }
}

TEST_F(BundleFile, SaysWhatItDoesAndStopsWhenAsked)
{
    const Bundle bundle = collect_bundle(*one.record);
    std::size_t last = 0;
    ASSERT_TRUE(
        write_bundle(stick(), bundle, one.record->key(), [&](std::size_t done, std::size_t all) {
            EXPECT_EQ(all, bundle.entries.size());
            last = done;
            return true;
        }));
    EXPECT_EQ(last, bundle.entries.size());
    const auto stopped = write_bundle(
        stick("two"), bundle, one.record->key(), [](std::size_t, std::size_t) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().key, "bundle.stopped");
    EXPECT_FALSE(std::filesystem::exists(stick("two")));
    EXPECT_FALSE(std::filesystem::exists(stick("two.part")));
}

TEST_F(BundleFile, ShowsNothingOfWhatItHolds)
{
    one.must(set("room", "Bí mật riêng của chi bộ"));
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const std::string bytes = read(stick());
    for (const std::string word : {"Chi bộ", "Hằng", "riêng", "setting", "check_in"})
        EXPECT_EQ(bytes.find(word), std::string::npos) << word;
    for (const auto& id : {one.id().uuid.bytes, read_heads(*one.record).begin()->first.uuid.bytes})
        EXPECT_EQ(bytes.find(std::string(id.begin(), id.end())), std::string::npos);
}

TEST_F(BundleFile, AFolderGetsAFileNamedByDeviceAndTime)
{
    const auto exported = export_bundle(*one.record, folder.path());
    ASSERT_TRUE(exported);
    EXPECT_EQ(exported->file.parent_path(), folder.path());
    EXPECT_TRUE(is_bundle(exported->file)) << exported->file;
}

TEST_F(BundleFile, APlaceThatTakesNoFileIsSaid)
{
    const auto nowhere = export_bundle(*one.record, folder.path() / "none" / "x.chibo");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().key, "bundle.not_written");
    // A pipe stays a pipe, as /dev/null would have to.
    ASSERT_EQ(mkfifo(stick("pipe").c_str(), 0600), 0);
    const auto over = export_bundle(*one.record, stick("pipe"));
    ASSERT_FALSE(over);
    EXPECT_EQ(over.error().key, "bundle.not_written");
    EXPECT_TRUE(std::filesystem::is_fifo(stick("pipe")));
    EXPECT_FALSE(std::filesystem::exists(stick("pipe.part")));
}

TEST_F(BundleFile, ADiskThatFillsUpIsSaidAndTheOldFileStays)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const std::string old = read(stick());
    const Bundle bundle = collect_bundle(*one.record);
    rlimit before {};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small {.rlim_cur = 1000, .rlim_max = before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = write_bundle(stick(), bundle, one.record->key());
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().key, "bundle.no_room");
    EXPECT_EQ(read(stick()), old);
    EXPECT_FALSE(std::filesystem::exists(stick("one.chibo.part")));
}

TEST_F(BundleFile, AnOldOneStaysWholeUntilTheNewOneIs)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const std::string old = read(stick());
    const auto stopped = write_bundle(stick(), collect_bundle(*one.record), one.record->key(),
        [](std::size_t, std::size_t) { return false; });
    EXPECT_FALSE(stopped);
    EXPECT_EQ(read(stick()), old);
    // What a pulled stick leaves beside it is no bundle's name, and the next writing takes it away.
    write(stick("one.chibo.part"), old.substr(0, 100));
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    EXPECT_FALSE(std::filesystem::exists(stick("one.chibo.part")));
}

TEST_F(BundleFile, TwoImportsAtOnceAreSafe)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const auto import = [&] {
        FakeClock clock(morning);
        SeededRandom random(7);
        auto record = Record::open(other.file(), test_key(), clock, random);
        EXPECT_TRUE(record);
        EXPECT_TRUE(import_bundle(**record, stick()));
    };
    std::thread first(import), second(import);
    first.join();
    second.join();
    EXPECT_EQ(faults(*other.record), "");
    EXPECT_EQ(read_heads(*other.record),
        (Heads {{one.id(), read_heads(*one.record)[one.id()]}, {other.id(), 1}}));
}

} // namespace
} // namespace chibo::test
