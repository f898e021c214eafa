#include "record/history.h"

#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

using History = NewRecord;

TEST_F(History, GivesEachVersionWithWhoWhenAndWhat)
{
    MemberId clerk;
    clerk.uuid.bytes[0] = 9;
    const Command add_member {"add_member", [=](Changes& changes) -> Result<void> {
                                  auto& insert = changes.prepare(R"sql(
            INSERT INTO member (id, number, name, family, middle, given) VALUES (:id, 1, 'Vũ Thị Mai', '', '', ''))sql");
                                  bind_to(insert, ":id", clerk);
                                  insert.exec();
                                  return {};
                              }};
    ASSERT_TRUE(record->run(add_member, room));
    ASSERT_TRUE(record->run(add_guest(guest(1), "Lê Hồng Quân"), room));
    clock.wait_ms(60'000);
    ASSERT_TRUE(
        record->run(rename_guest(guest(1), "Lê Hồng Quang"), {.member = clerk, .role = "clerk"}));
    const auto versions = read_history(*record, guest(1).uuid);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].command, "add_guest");
    EXPECT_EQ(versions[0].member, "");
    EXPECT_EQ(versions[1].at_ms, morning + 60'000);
    EXPECT_EQ(versions[1].member, "Vũ Thị Mai");
    EXPECT_EQ(versions[1].actor.role, "clerk");
    EXPECT_FALSE(versions[1].device.empty());
    ASSERT_EQ(versions[1].changes.size(), 1U);
    EXPECT_EQ(versions[1].changes[0].old_value, "Lê Hồng Quân");
    EXPECT_EQ(versions[1].changes[0].new_value, "Lê Hồng Quang");
}

TEST_F(History, ShowsWhatAnUndoTookBack)
{
    ASSERT_TRUE(record->run(set("room", "A"), room));
    const auto changed = record->run(set("room", "B"), room);
    ASSERT_TRUE(record->undo(*changed, room));
    const auto versions = read_history(*record, std::string("room"));
    ASSERT_EQ(versions.size(), 3U);
    ASSERT_TRUE(versions[2].undoes);
    EXPECT_EQ(versions[2].undoes->seq, changed->seq);
    EXPECT_EQ(versions[2].changes[0].new_value, "A");
}

TEST_F(History, IsEmptyForWhatNobodyWrote)
{
    EXPECT_TRUE(read_history(*record, guest(7).uuid).empty());
}

} // namespace
} // namespace chibo::test
