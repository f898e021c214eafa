#include "record/drafts.h"

#include <gtest/gtest.h>

#include "new_record.h"

namespace chibo::test {
namespace {

using Drafts = NewRecord;

TEST_F(Drafts, AreThereAgainCaretAndAll)
{
    save_draft(*record,
        {.place = "minutes/a/1", .text = "Đồng chí", .caret = 4, .anchor = 2, .detail = "{}"});
    save_draft(*record,
        {.place = "minutes/a/1", .text = "Đồng chí Lan", .caret = 5, .anchor = 5, .detail = "{}"});
    record.reset();
    const auto draft = read_draft(*open_again(), "minutes/a/1");
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->text, "Đồng chí Lan");
    EXPECT_EQ(draft->caret, 5);
    EXPECT_EQ(draft->saved_at_ms, morning);
}

TEST_F(Drafts, AreFoundByTheBeginningOfTheirPlace)
{
    save_draft(*record, {.place = "minutes/a/1", .text = "one"});
    clock.wait_ms(10);
    save_draft(*record, {.place = "minutes/a/2", .text = "two"});
    save_draft(*record, {.place = "plan/a", .text = "three"});
    const auto drafts = read_drafts(*record, "minutes/a/");
    ASSERT_EQ(drafts.size(), 2U);
    EXPECT_EQ(drafts[0].text, "two");
}

TEST_F(Drafts, GoWithTheCommandThatRecordsThem)
{
    save_draft(*record, {.place = "minutes/a/1", .text = "text"});
    const Command refused {"record", [](Changes& changes) -> Result<void> {
                               drop_draft(changes, "minutes/a/1");
                               return refuse("test.refused");
                           }};
    EXPECT_FALSE(record->run(refused, room));
    EXPECT_TRUE(read_draft(*record, "minutes/a/1"));
    const Command recorded {"record", [](Changes& changes) -> Result<void> {
                                drop_draft(changes, "minutes/a/1");
                                return set("text", "text").apply(changes);
                            }};
    EXPECT_TRUE(record->run(recorded, room));
    EXPECT_FALSE(read_draft(*record, "minutes/a/1"));
}

TEST_F(Drafts, MakeNoEntryAndNoNewVersion)
{
    const auto before = record->version();
    save_draft(*record, {.place = "minutes/a/1", .text = "text"});
    drop_draft(*record, "minutes/a/1");
    save_ui_state(*record, "screen", "minutes");
    EXPECT_EQ(record->version(), before);
    EXPECT_EQ(record->run(set("room", "A"), room)->seq, 2);
    EXPECT_EQ(read_ui_state(*record, "screen"), "minutes");
    EXPECT_FALSE(read_ui_state(*record, "meeting"));
}

} // namespace
} // namespace chibo::test
