// A device that is given up, and what it wrote after.
#include <gtest/gtest.h>

#include "devices.h"
#include "record/device_commands.h"
#include "record/withdrawals.h"

namespace chibo::test {
namespace {

class Withdrawals : public MergedDevices {};

TEST_F(Withdrawals, AWithdrawnDevicesLaterEntriesAreRefusedAndListed)
{
    TestDevice third(folder.path(), "third", 3);
    third.must(set("room", "A"));
    send(third, one);
    send(third, other);
    third.must(set("room", "B"));
    send(third, other); // Here before the withdrawal is known.
    one.must(withdraw_device(third.id()));
    expect_same();
    EXPECT_EQ(setting(*other.record, "room"), "A"); // Taken back where it had been taken.
    const auto refused = read_refused_entries(*other.record);
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].reason.key, "merge.withdrawn");
    EXPECT_EQ(refused[0].seq, 3);
    send(third, one);
    EXPECT_EQ(setting(*one.record, "room"), "A");
    send(one, third);
    const auto still = third.record->run(set("room", "C"), room);
    ASSERT_FALSE(still);
    EXPECT_EQ(still.error().key, "device.withdrawn");
}

TEST_F(Withdrawals, NobodyWithdrawsTheOwnDevice)
{
    const auto refused = one.record->run(withdraw_device(one.id()), room);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().key, "device.own");
}

TEST_F(Withdrawals, OfTwoThatWithdrawEachOtherTheEarlierCounts)
{
    exchange(one, other);
    one.must(withdraw_device(other.id()));
    other.clock.wait_ms(5000);
    other.must(withdraw_device(one.id()));
    TestDevice third(folder.path(), "third", 3);
    send(other, third); // In the order that makes it hardest.
    send(one, third);
    expect_same();
    exchange(third, one);
    EXPECT_EQ(read_devices(*third.record).back().id, other.id());
    EXPECT_TRUE(read_devices(*third.record).back().withdrawn);
    EXPECT_EQ(whole_record(*third.record), whole_record(*one.record));
}

TEST_F(Withdrawals, ALaterOneTakesBackWhatTheWithdrawnDeviceWithdrew)
{
    const auto device = [](std::uint8_t number) {
        DeviceId id;
        id.uuid.bytes[15] = number;
        return id;
    };
    const DeviceId a = device(1), b = device(2), c = device(3);
    // A, stolen, withdraws B; C withdraws A as of before that.
    const Cutoffs cut = cutoffs_of({{{100, a}, {a, 11}, b, 5}, {{300, c}, {c, 4}, a, 3}});
    EXPECT_EQ(cut, (Cutoffs {{a, 3}}));
}

} // namespace
} // namespace chibo::test
