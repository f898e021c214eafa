#include "record/time_anchor.h"

#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t day = 24 * 60 * minute;

class TimeAnchor : public NewRecord {
protected:
    TimeAnchor()
    {
        const Command anchor {"anchor_time", [&](Changes& changes) -> Result<void> {
                                  auto& insert = changes.prepare(R"sql(
                INSERT INTO time_anchor (id, meeting, wall_ms, elapsed_ms, boot)
                VALUES (:id, :meeting, :wall_ms, :elapsed_ms, :boot))sql");
                                  bind_to(insert, ":id", changes.make_id<EntryId>());
                                  bind_to(insert, ":meeting", meeting);
                                  bind_to(insert, ":wall_ms", clock.now_ms());
                                  bind_to(insert, ":elapsed_ms", clock.elapsed_ms());
                                  bind_to(insert, ":boot", clock.boot_id());
                                  insert.exec();
                                  return {};
                              }};
        EXPECT_TRUE(record->run(anchor, room));
    }
    MeetingId meeting;
};

TEST_F(TimeAnchor, TheMeetingsTimeGoesOnWhenTheClockIsSetBackByADay)
{
    clock.wait_ms(10 * minute);
    clock.jump(clock.now_ms() - day);
    EXPECT_EQ(meeting_now_ms(*record, meeting), morning + 10 * minute);
    const auto jump = clock_jump(*record, meeting);
    ASSERT_TRUE(jump);
    EXPECT_EQ(jump->by_ms, -day);
    EXPECT_EQ(jump->sentence, "record.clock_jumped_back");
    // With no meeting there is no opening from which its times could go on.
    ASSERT_TRUE(clock_behind(*record));
    EXPECT_EQ(clock_behind(*record)->sentence, "record.clock_behind");
}

TEST_F(TimeAnchor, AClockThatAgreesIsNotMentioned)
{
    clock.wait_ms(90 * minute);
    clock.jump(clock.now_ms() + minute);
    EXPECT_FALSE(clock_jump(*record, meeting));
    EXPECT_FALSE(clock_behind(*record));
}

TEST_F(TimeAnchor, AMeetingWithoutOneGoesByTheClock)
{
    MeetingId other;
    other.uuid.bytes[0] = 1;
    EXPECT_TRUE(needs_anchor(*record, other));
    EXPECT_FALSE(needs_anchor(*record, meeting));
    EXPECT_EQ(meeting_now_ms(*record, other), clock.now_ms());
}

TEST_F(TimeAnchor, TheJournalGoesOnAfterTheClockWasSetBack)
{
    clock.jump(clock.now_ms() - day);
    const auto first = record->run(set("room", "A"), room);
    const auto second = record->run(set("room", "B"), room);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->seq, first->seq + 1);
    EXPECT_EQ(setting(*record, "room"), "B");
}

} // namespace
} // namespace chibo::test
