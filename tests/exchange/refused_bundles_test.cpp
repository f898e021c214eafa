// Files that are no bundle for this record: a sentence each, the record untouched.
#include <algorithm>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "exchange/bundle_payload.h"
#include "exchange/two_devices.h"
#include "record/device_commands.h"
#include "record/exchanges.h"

namespace chibo::test {
namespace {

class RefusedBundle : public TwoDevices {};

Key key_of(std::uint8_t letter)
{
    std::array<std::uint8_t, 32> bytes {};
    bytes.fill(letter);
    return Key(bytes);
}

TEST_F(RefusedBundle, ATruncatedOneIsRefusedAtEveryLength)
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

TEST_F(RefusedBundle, OneWithSomethingBehindItsEndIsRefused)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    write(stick("more"), read(stick()) + "x");
    EXPECT_EQ(refused(stick("more")), "bundle.grown");
    write(stick("more"), read(stick()) + read(stick()));
    EXPECT_EQ(refused(stick("more")), "bundle.grown");
}

TEST_F(RefusedBundle, OneWithABitFlippedIsRefusedWhereverItIs)
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

TEST_F(RefusedBundle, AFileOfAnotherKindIsRefused)
{
    write(stick("letter.pdf"), "%PDF-1.4 a letter");
    EXPECT_EQ(refused(stick("letter.pdf")), "bundle.not_one");
    EXPECT_EQ(refused(folder.path()), "bundle.not_one");
    EXPECT_EQ(refused(stick("none")), "bundle.missing");
    ASSERT_EQ(mkfifo(stick("pipe").c_str(), 0600), 0);
    EXPECT_EQ(refused(stick("pipe")), "bundle.not_one"); // Without waiting for who might write.
}

TEST_F(RefusedBundle, OneOfAnotherCellIsRefused)
{
    ASSERT_TRUE(write_bundle(stick(), collect_bundle(*one.record), key_of(9)));
    EXPECT_EQ(refused(stick()), "bundle.other_cell");
}

TEST_F(RefusedBundle, OneOfANewerProgramIsRefused)
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

TEST_F(RefusedBundle, TenGigabytesAreNotRead)
{
    ASSERT_TRUE(export_bundle(*one.record, stick()));
    std::filesystem::resize_file(stick(), std::uintmax_t {10} << 30U); // A hole: takes no room.
    EXPECT_EQ(refused(stick()), "bundle.too_long");
}

TEST_F(RefusedBundle, ABombIsStopped)
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

TEST_F(RefusedBundle, AForgedEntryRefusesTheWhole)
{
    Bundle bundle = collect_bundle(*one.record);
    bundle.entries.back().signature[3] ^= 1U;
    ASSERT_TRUE(write_bundle(stick(), bundle, one.record->key()));
    EXPECT_EQ(refused(stick()), "merge.signature");
    EXPECT_EQ(read_refused_files(*other.record).at(0).device_name, bundle.device_name);
}

TEST_F(RefusedBundle, TheOrderOfItsEntriesIsAllTheSame)
{
    Bundle bundle = collect_bundle(*one.record);
    std::ranges::reverse(bundle.entries);
    ASSERT_TRUE(write_bundle(stick(), bundle, one.record->key()));
    ASSERT_TRUE(import_bundle(*other.record, stick()));
    EXPECT_TRUE(read_waiting_entries(*other.record).empty());
}

TEST_F(RefusedBundle, AWithdrawnDevicesBundleIsListedEntryByEntry)
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

TEST_F(RefusedBundle, NoneOfAThousandMutationsIsTaken)
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
TEST_F(RefusedBundle, MutationsInsideTheSealAreRefusedOrHarmless)
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
