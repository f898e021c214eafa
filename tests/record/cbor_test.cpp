#include "record/cbor.h"

#include <random>

#include <gtest/gtest.h>

#include "record/journal.h"

namespace chibo {
namespace {

using cbor::Array;
using cbor::decode;
using cbor::encode;
using cbor::Map;
using cbor::Value;

TEST(Cbor, WritesTheExamplesOfTheStandard)
{
    EXPECT_EQ(encode(std::int64_t {0}), (Bytes {0x00}));
    EXPECT_EQ(encode(std::int64_t {23}), (Bytes {0x17}));
    EXPECT_EQ(encode(std::int64_t {24}), (Bytes {0x18, 0x18}));
    EXPECT_EQ(encode(std::int64_t {1000}), (Bytes {0x19, 0x03, 0xE8}));
    EXPECT_EQ(encode(std::int64_t {1000000000000}),
        (Bytes {0x1B, 0x00, 0x00, 0x00, 0xE8, 0xD4, 0xA5, 0x10, 0x00}));
    EXPECT_EQ(encode(std::int64_t {-1}), (Bytes {0x20}));
    EXPECT_EQ(encode(std::int64_t {-1000}), (Bytes {0x39, 0x03, 0xE7}));
    EXPECT_EQ(encode(nullptr), (Bytes {0xF6}));
    EXPECT_EQ(encode(std::string("ü")), (Bytes {0x62, 0xC3, 0xBC}));
    EXPECT_EQ(encode(Bytes {1, 2, 3, 4}), (Bytes {0x44, 1, 2, 3, 4}));
    EXPECT_EQ(encode(Array {std::int64_t {1}, std::int64_t {2}}), (Bytes {0x82, 0x01, 0x02}));
}

TEST(Cbor, SortsKeysByTheirBytes)
{
    const Value value = Map {{"aa", nullptr}, {"b", nullptr}, {"a", nullptr}};
    EXPECT_EQ(
        encode(value), (Bytes {0xA3, 0x61, 'a', 0xF6, 0x61, 'b', 0xF6, 0x62, 'a', 'a', 0xF6}));
}

TEST(Cbor, ReadsBackTheExtremes)
{
    for (const std::int64_t number :
        {INT64_MIN, INT64_MAX, std::int64_t {0}, std::int64_t {-24}, std::int64_t {65536}})
        EXPECT_EQ(decode(encode(number)), Value(number));
}

TEST(Cbor, TakesOneEncodingOnly)
{
    const std::vector<Bytes> others {
        {0x18, 0x17}, // 23 in two bytes.
        {0x19, 0x00, 0xFF}, // 255 in three.
        {0xA2, 0x61, 'b', 0x00, 0x61, 'a', 0x00}, // Keys not sorted.
        {0xA2, 0x61, 'a', 0x00, 0x61, 'a', 0x00}, // A key twice.
        {0x9F, 0x01, 0xFF}, // Without its length.
        {0xFB, 0x3F, 0xF8, 0, 0, 0, 0, 0, 0}, // Floating point.
        {0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, // More than 63 bits.
        {0x00, 0x00}, // Something behind.
        {0x5A, 0xFF, 0xFF, 0xFF, 0xFF}, // Cut off.
        {0x9A, 0xFF, 0xFF, 0xFF, 0xFF},
        {},
    };
    for (const Bytes& bytes : others)
        EXPECT_FALSE(decode(bytes)) << testing::PrintToString(bytes);
    EXPECT_FALSE(decode(Bytes(1000, 0x81))); // Too deep.
}

TEST(Cbor, WhatReadsIsTheOneEncodingOfItself)
{
    const auto seed = std::random_device {}();
    std::mt19937 chance(seed);
    std::uniform_int_distribution<int> byte(0, 255), length(0, 40), site(0, 3);
    // Heads that are likely to go on, or nothing but the first byte would be tried.
    constexpr std::array<std::uint8_t, 8> heads {0x00, 0x20, 0x41, 0x61, 0x81, 0xA1, 0xF6, 0x18};
    int read = 0;
    for (int i = 0; i < 200'000; ++i) {
        Bytes bytes(static_cast<std::size_t>(length(chance)));
        for (std::uint8_t& at : bytes)
            at = site(chance) == 0 ? static_cast<std::uint8_t>(byte(chance))
                                   : heads[static_cast<std::size_t>(byte(chance)) % 8];
        if (const auto value = decode(bytes)) {
            ++read;
            ASSERT_EQ(encode(*value), bytes) << "seed " << seed;
        }
    }
    EXPECT_GT(read, 1000) << "seed " << seed;
}

JournalEntry sample_entry()
{
    DeviceId device;
    device.uuid.bytes.fill(1);
    MemberId member;
    member.uuid.bytes.fill(2);
    JournalEntry entry {.schema = 1,
        .device = device,
        .seq = 7,
        .hlc = 99,
        .wall_ms = 12,
        .seen = {{DeviceId {}, 3}},
        .actor = {.member = member, .role = "clerk"},
        .command = "edit_entry",
        .undoes = JournalPlace {device, 6}};
    entry.ops.push_back({.kind = Op::Kind::Insert,
        .table = "entry",
        .key = Bytes(16, 3),
        .columns = {{"text", {nullptr, std::string("Đồng chí")}}}});
    entry.ops.push_back({.kind = Op::Kind::Update,
        .table = "setting",
        .key = std::string("room"),
        .columns = {{"value", {std::string("A"), std::int64_t {5}}}}});
    entry.ops.push_back({.kind = Op::Kind::Remove,
        .table = "opening",
        .key = Bytes(16, 4),
        .columns = {{"total", {std::int64_t {7}, nullptr}}}});
    return entry;
}

TEST(JournalEntries, ReadBackAsTheyWereWritten)
{
    const Bytes bytes = encode(sample_entry());
    const auto entry = decode_entry(bytes);
    ASSERT_TRUE(entry);
    EXPECT_EQ(encode(*entry), bytes);
    EXPECT_EQ(entry->undoes->seq, 6);
    EXPECT_EQ(entry->ops[2].columns.at("total").old_value, Value(std::int64_t {7}));
}

TEST(JournalEntries, ThatAreCutOffOrAlteredNeverCrash)
{
    const Bytes bytes = encode(sample_entry());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(decode_entry(std::span(bytes).first(size)));
    const auto seed = std::random_device {}();
    std::mt19937 chance(seed);
    std::uniform_int_distribution<std::size_t> place(0, bytes.size() - 1);
    std::uniform_int_distribution<int> byte(0, 255);
    for (int i = 0; i < 20'000; ++i) {
        Bytes altered = bytes;
        for (int flips = 0; flips < 1 + i % 3; ++flips)
            altered[place(chance)] = static_cast<std::uint8_t>(byte(chance));
        (void)decode_entry(altered);
    }
}

} // namespace
} // namespace chibo
