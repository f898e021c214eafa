// Bundles between two devices of a cell: what goes, what comes, and everything that is no bundle.
#include <algorithm>
#include <csignal>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "exchange/bundle_payload.h"
#include "exchange/two_devices.h"
#include "record/critique_queries.h"
#include "record/device_commands.h"
#include "record/exchanges.h"
#include "record/query.h"
#include "record/restricted_readings.h"

namespace chibo::test {
namespace {

class BundleFile : public TwoDevices {};

Key key_of(std::uint8_t letter)
{
    std::array<std::uint8_t, 32> bytes {};
    bytes.fill(letter);
    return Key(bytes);
}

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

// --- Bad input: a sentence each, the record untouched.

TEST_F(BundleFile, ATruncatedOneIsRefusedAtEveryLength)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const std::string bytes = read(stick());
    for (const std::size_t length :
        {bytes.size() - 1, bytes.size() / 2, std::size_t {80}, std::size_t {20}}) {
        write(stick("cut"), bytes.substr(0, length));
        EXPECT_EQ(refused(stick("cut")), "bundle.cut_off") << length;
    }
    write(stick("cut"), "");
    EXPECT_EQ(refused(stick("cut")), "bundle.not_one");
    const auto files = read_refused_files(*other.record);
    ASSERT_EQ(files.size(), 5U);
    EXPECT_EQ(files.back().reason.values.at("file"), "cut");
    dismiss_exchange(*other.record, files.front().number);
    EXPECT_EQ(read_refused_files(*other.record).size(), 4U);
}

TEST_F(BundleFile, OneWithSomethingBehindItsEndIsRefused)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    write(stick("more"), read(stick()) + "x");
    EXPECT_EQ(refused(stick("more")), "bundle.grown");
    write(stick("more"), read(stick()) + read(stick()));
    EXPECT_EQ(refused(stick("more")), "bundle.grown");
}

TEST_F(BundleFile, OneWithABitFlippedIsRefusedWhereverItIs)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const std::string bytes = read(stick());
    for (const std::size_t place :
        {std::size_t {90}, bytes.size() / 3, bytes.size() / 2, bytes.size() - 1}) {
        std::string bent = bytes;
        bent[place] ^= 0x10;
        write(stick("bent"), bent);
        EXPECT_EQ(refused(stick("bent")), "bundle.altered") << place;
    }
    for (const std::size_t place : {std::size_t {9}, std::size_t {45}, std::size_t {50}}) {
        std::string bent = bytes; // Salt, file size, tag.
        bent[place] ^= 0x10;
        write(stick("bent"), bent);
        EXPECT_EQ(refused(stick("bent")), "bundle.other_cell") << place;
    }
}

TEST_F(BundleFile, AFileOfAnotherKindIsRefused)
{
    write(stick("letter.pdf"), "%PDF-1.4 a letter");
    EXPECT_EQ(refused(stick("letter.pdf")), "bundle.not_one");
    EXPECT_EQ(refused(folder.path()), "bundle.not_one");
    EXPECT_EQ(refused(stick("none")), "bundle.missing");
    ASSERT_EQ(mkfifo(stick("pipe").c_str(), 0600), 0);
    EXPECT_EQ(refused(stick("pipe")), "bundle.not_one"); // Without waiting for who might write.
}

TEST_F(BundleFile, OneOfAnotherCellIsRefused)
{
    ASSERT_TRUE(write_bundle(stick(), collect_bundle(*one.record), key_of(9)));
    EXPECT_EQ(refused(stick()), "bundle.other_cell");
}

TEST_F(BundleFile, OneOfANewerProgramIsRefused)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    std::string bytes = read(stick());
    ++bytes[8];
    write(stick("newer"), bytes);
    EXPECT_EQ(refused(stick("newer")), "bundle.newer");
    bytes[8] = 1;
    write(stick("older"), bytes);
    EXPECT_EQ(refused(stick("older")), "bundle.older");
}

TEST_F(BundleFile, TenGigabytesAreNotRead)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    std::filesystem::resize_file(stick(), std::uintmax_t {10} << 30U); // A hole: takes no room.
    EXPECT_EQ(refused(stick()), "bundle.too_long");
}

TEST_F(BundleFile, ABombIsStopped)
{
    const SealedHead head {.magic = "CHIBOBDL", .salt = draw_salt()};
    const auto key = [&](const SealedHead& clear) { return file_key(other.record->key(), clear); };
    ASSERT_TRUE(write_sealed(stick(), head, key, Bytes(8U << 20U)));
    EXPECT_LT(std::filesystem::file_size(stick()), 20'000U);
    const auto payload = read_sealed(stick(), head.magic, key, {}, {.payload_bytes = 1U << 20U});
    ASSERT_FALSE(payload);
    EXPECT_EQ(payload.error().key, "bundle.inflates");
    EXPECT_EQ(refused(stick()), "bundle.unreadable"); // Within the bound, but no bundle.
}

TEST_F(BundleFile, AForgedEntryRefusesTheWhole)
{
    Bundle bundle = collect_bundle(*one.record);
    bundle.entries.back().signature[3] ^= 1U;
    ASSERT_TRUE(write_bundle(stick(), bundle, one.record->key()));
    EXPECT_EQ(refused(stick()), "merge.signature");
    EXPECT_EQ(read_refused_files(*other.record).at(0).device_name, bundle.device_name);
}

TEST_F(BundleFile, TheOrderOfItsEntriesIsAllTheSame)
{
    Bundle bundle = collect_bundle(*one.record);
    std::ranges::reverse(bundle.entries);
    ASSERT_TRUE(write_bundle(stick(), bundle, one.record->key()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    EXPECT_TRUE(read_waiting_entries(*other.record).empty());
}

TEST_F(BundleFile, AWithdrawnDevicesBundleIsListedEntryByEntry)
{
    exchange(one, other);
    other.must(withdraw_device(one.id()));
    one.must(set("room", "A"));
    one.must(set("room", "B"));
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const auto merged = import_bundle(*other.record, stick());
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->came.entries, 0);
    EXPECT_EQ(merged->refused.size(), 2U);
    EXPECT_EQ(read_refused_entries(*other.record).at(0).reason.key, "merge.withdrawn");
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

TEST_F(BundleFile, NoneOfAThousandMutationsIsTaken)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    const std::string bytes = read(stick());
    const std::string before = whole_record(*other.record);
    const auto seed = std::random_device {}();
    std::mt19937 chance(seed);
    const char* many = std::getenv("CHIBO_MUTATIONS");
    const int mutations = many ? std::atoi(many) : 1000;
    for (int i = 0; i < mutations; ++i) {
        std::string mutated = bytes;
        const std::size_t at = chance() % mutated.size();
        switch (chance() % 5) {
        case 0:
            mutated[at] = static_cast<char>(mutated[at] ^ (1 << chance() % 8));
            break;
        case 1:
            mutated.resize(at);
            break;
        case 2:
            mutated.insert(at, 1 + chance() % 40, static_cast<char>(chance()));
            break;
        case 3:
            mutated.erase(at, 1 + chance() % 40);
            break;
        default: {
            const std::size_t to = chance() % mutated.size();
            std::swap(mutated[at], mutated[to]);
        }
        }
        if (mutated == bytes)
            continue;
        write(stick("mutated"), mutated);
        ASSERT_FALSE(read_bundle(stick("mutated"), other.record->key()))
            << "seed " << seed << ", " << i;
        if (i % 100 == 0) {
            ASSERT_FALSE(import_bundle(*other.record, stick("mutated")));
        }
    }
    EXPECT_EQ(whole_record(*other.record), before);
}

/// Inside the seal, where only a device of the cell could have made it: no crash, nothing half
/// taken.
TEST_F(BundleFile, MutationsInsideTheSealAreRefusedOrHarmless)
{
    const Bytes payload = encode_bundle(collect_bundle(*one.record));
    const auto seed = std::random_device {}();
    std::mt19937 chance(seed);
    for (int i = 0; i < 300; ++i) {
        Bytes mutated = payload;
        mutated[chance() % mutated.size()] ^= static_cast<std::uint8_t>(1U << chance() % 8);
        const auto bundle = decode_bundle(mutated);
        if (!bundle)
            continue;
        // What is told of heads and clocks is not signed; every entry is.
        const auto checked = check_entries(*other.record, bundle->entries);
        if (checked) {
            EXPECT_EQ(bundle->entries.size(), collect_bundle(*one.record).entries.size())
                << "seed " << seed;
        }
    }
}

} // namespace
} // namespace chibo::test
