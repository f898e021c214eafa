// Entries that nobody may have written: a bundle that has one is refused whole.
#include <gtest/gtest.h>

#include "forged.h"

namespace chibo::test {
namespace {

class Forged : public MergedDevices {
protected:
    /// The other's last entry, altered and signed again by `signer`.
    template <typename Change> std::string refused(const OwnDevice& signer, const Change& change)
    {
        auto entries = read_stored_entries(*other.record, {});
        auto entry = *decode_entry(entries.back().body);
        change(entry);
        entries.back() = signed_by(signer, entry);
        const std::string before = whole_record(*one.record);
        const auto merged = merge(*one.record, entries);
        EXPECT_EQ(whole_record(*one.record), before);
        return merged ? "" : merged.error().key;
    }
};

TEST_F(Forged, AnEntrySignedBySomebodyElse)
{
    other.must(set("room", "A"));
    EXPECT_EQ(refused(own_key(one), [](JournalEntry&) {}), "merge.signature");
}

TEST_F(Forged, AnOrderBeyondAll)
{
    other.must(set("room", "A"));
    EXPECT_EQ(
        refused(own_key(other),
            [](JournalEntry& entry) { entry.hlc = std::numeric_limits<std::int64_t>::max(); }),
        "merge.clock");
}

TEST_F(Forged, ValuesThatNoColumnTakes)
{
    other.must(set("room", "A"));
    EXPECT_EQ(refused(own_key(other),
                  [](JournalEntry& entry) {
                      entry.ops[0].columns["value"].new_value = std::int64_t {1};
                  }),
        "merge.shape");
}

TEST_F(Forged, AnotherDevicesSigningKey)
{
    other.must(set("room", "A"));
    EXPECT_EQ(refused(own_key(other),
                  [&](JournalEntry& entry) {
                      Op op;
                      op.kind = Op::Kind::Update;
                      op.table = "device";
                      const DeviceId device = one.id();
                      op.key = Bytes(device.uuid.bytes.begin(), device.uuid.bytes.end());
                      op.columns["public_key"] = {Bytes(32), Bytes(32)};
                      entry.ops = {op};
                  }),
        "merge.device_key");
}

TEST_F(Forged, BytesThatAreNoEntry)
{
    const auto merged = merge(*one.record, {{Bytes {1, 2, 3}, Bytes(64)}});
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().key, "merge.unreadable");
}

} // namespace
} // namespace chibo::test
