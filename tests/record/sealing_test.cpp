#include "record/sealing_commands.h"

#include <fstream>

#include <gtest/gtest.h>

#include "story_record.h"

namespace chibo::test {
namespace {

using SealingTest = StoryRecord;

TEST_F(SealingTest, AMeetingFromThePlanToTheSeal)
{
    hold();
    const auto state = read_seal_state(*record, meeting);
    EXPECT_EQ(state.done, 5);
    ASSERT_TRUE(state.ready_to_sign);
    EXPECT_EQ(read_home(*record, clock.now_ms()).unsigned_minutes->chair_signed, false);
    sign_both();
    ASSERT_TRUE(read_seal_state(*record, meeting).ready_to_seal);
    must(seal_meeting(meeting), clerk);
    EXPECT_EQ(read_meeting(*record, meeting)->state, MeetingState::Sealed);
    const auto seal = read_seal(*record, meeting);
    ASSERT_TRUE(seal);
    EXPECT_EQ(seal->hash, blake2b(seal->content));
    EXPECT_EQ(hex(seal->hash).size(), 64U);
    EXPECT_TRUE(read_signatures(*record, meeting)[0].valid);
}

TEST_F(SealingTest, NothingOfASealedMeetingChanges)
{
    hold();
    sign_both();
    must(seal_meeting(meeting), clerk);
    const auto hash = content_hash(*record, meeting);
    const auto entry = read_entries(*record, meeting).front().id;
    const auto first = item(1).id;
    PlannedItem extra;
    extra.title = "A";
    Guest guest;
    guest.name = "A";
    CheckIn arrival {meeting, person_named("Phạm Văn Dũng"), CheckInWay::Clerk, "", "", {}};
    NotedAbsence absence;
    absence.meeting = meeting;
    absence.member = named("Phạm Văn Dũng");
    MeetingPlan plan;
    plan.id = meeting;
    plan.title = "A";
    plan.items = {extra};
    const auto dung = person_named("Phạm Văn Dũng");
    const std::vector<Command> all {record_entry(opinion(1, "A")),
        edit_entry(entry, opinion(1, "A")), move_entry(entry, first), remove_entry(entry),
        restore_entry(entry), check_in(arrival), leave_room(meeting, dung),
        come_back(meeting, dung), take_back_check_in(meeting, dung), note_absence(absence),
        take_back_absence(meeting, named("Hoàng Thị Ngọc Ánh")), start_item(meeting, first),
        start_next_item(meeting), pause_item(meeting), resume_item(meeting),
        prolong_item(meeting, first, 60), skip_item(meeting, first), restore_item(meeting, first),
        move_item(meeting, first, Part::Closing, {}), add_item(meeting, extra),
        edit_item(meeting, extra), remove_item(meeting, first), request_floor(meeting, dung),
        end_speaker(meeting), read_item_back(meeting, first),
        sign_minutes(meeting, SignRole::Chair, named("Lê Thị Minh Hằng"), "s"),
        seal_meeting(meeting), set_chair(meeting, named("Phạm Văn Dũng")),
        set_clerk(meeting, named("Phạm Văn Dũng")), open_check_in(meeting), start_meeting(meeting),
        close_meeting(meeting), reopen_meeting(meeting), cancel_meeting(meeting, "moved"),
        set_guest(meeting, guest)};
    for (const auto& command : all)
        EXPECT_EQ(refusal(command), "meeting.sealed") << command.name;
    EXPECT_EQ(refusal(plan_meeting(plan)), "plan.running");
    EXPECT_EQ(content_hash(*record, meeting), hash);
}

TEST_F(SealingTest, AnAmendmentStandsBesideTheSealedText)
{
    hold();
    EXPECT_EQ(
        refusal(amend(meeting, named("Trần Thị Thu Thủy"), "Sai tên", "A")), "sealing.not_sealed");
    sign_both();
    must(seal_meeting(meeting), clerk);
    const auto sealed = read_seal(*record, meeting)->content;
    must(amend(meeting, named("Trần Thị Thu Thủy"), "Sai tên", "Đồng chí Dũng, không phải Dung."),
        clerk);
    ASSERT_EQ(read_amendments(*record, meeting).size(), 1U);
    EXPECT_EQ(read_amendments(*record, meeting)[0].author_name, "Trần Thị Thu Thủy");
    EXPECT_EQ(read_seal(*record, meeting)->content, sealed);
}

TEST_F(SealingTest, AnEditAfterTheSignatureVoidsItVisibly)
{
    hold();
    sign_both();
    must(edit_entry(read_entries(*record, meeting).front().id, opinion(1, "Khác")), clerk);
    const auto state = read_seal_state(*record, meeting);
    EXPECT_FALSE(state.chair->valid);
    EXPECT_FALSE(state.clerk->valid);
    EXPECT_FALSE(state.ready_to_sign); // Item 1 must be read again.
    EXPECT_EQ(refusal(seal_meeting(meeting)), "sealing.missing");
    clock.wait_ms(60'000);
    must(read_item_back(meeting, item(1).id), clerk);
    EXPECT_EQ(refusal(seal_meeting(meeting)), "sealing.missing"); // Adopted was the text before.
    must(record_entry(vote(8, VotePurpose::Minutes)), clerk);
    EXPECT_EQ(refusal(seal_meeting(meeting)), "sealing.not_signed");
    sign_both();
    must(seal_meeting(meeting));
}

TEST_F(SealingTest, ReadingAnItemOnceMoreLeavesTheAdoptionAsItIs)
{
    hold();
    clock.wait_ms(60'000);
    must(read_item_back(meeting, item(1).id), clerk);
    EXPECT_TRUE(read_seal_state(*record, meeting).ready_to_sign);
}

TEST_F(SealingTest, OnlyTheMeetingsChairAndClerkSign)
{
    hold();
    EXPECT_EQ(refusal(sign_minutes(meeting, SignRole::Chair, named("Phạm Văn Dũng"), "s")),
        "sealing.not_yours");
    EXPECT_EQ(refusal(sign_minutes(meeting, SignRole::Chair, named("Trần Thị Thu Thủy"), "s")),
        "sealing.not_yours");
    EXPECT_EQ(refusal(sign_minutes(meeting, SignRole::Chair, named("Lê Thị Minh Hằng"), "")),
        "sealing.no_strokes");
}

TEST_F(SealingTest, SigningAnOpenMeetingThatLacksSomethingChangesNothing)
{
    open();
    EXPECT_EQ(refusal(sign_minutes(meeting, SignRole::Chair, named("Lê Thị Minh Hằng"), "s")),
        "sealing.missing");
    EXPECT_EQ(read_meeting(*record, meeting)->state, MeetingState::Open);
}

TEST_F(SealingTest, TasksGoOnAfterTheSeal)
{
    open();
    auto draft = opinion(1, "Số hóa hồ sơ");
    draft.kind = EntryKind::Task;
    draft.owner = named("Phạm Văn Dũng");
    draft.due_on = Date {2026, 8, 28};
    must(record_entry(draft), clerk);
    const auto hash = content_hash(*record, meeting);
    must(set_task_state(read_open_tasks(*record).front().id, TaskState::Done, "Xong"));
    EXPECT_EQ(content_hash(*record, meeting), hash);
    EXPECT_EQ(read_tasks(*record).front().closed_on, (Date {2026, 8, 5}));
}

TEST_F(SealingTest, TheCloseSkipsWhatWasNeverBegun)
{
    open();
    at(8, 20);
    must(close_meeting(meeting));
    EXPECT_EQ(item(1).state, ItemState::Done);
    EXPECT_EQ(item(2).state, ItemState::Skipped);
    EXPECT_EQ(hm(*read_meeting(*record, meeting)->closed_at_ms), "08:20");
    CheckIn late {meeting, person_named("Hoàng Thị Ngọc Ánh"), CheckInWay::Tap, "", "", {}};
    EXPECT_EQ(refusal(check_in(late), room), "check_in.closed");
}

TEST(RuleFiles, AllOfTheInstallationAreSound)
{
    EXPECT_EQ(rule_sets().size(), 2U);
    EXPECT_EQ(rule_sets().back().quality_percent, 85);
    EXPECT_EQ(rule_sets().back().minutes_combined, 120);
    EXPECT_FALSE(verified(rule_sets().back(), "attendance.congress"));
    std::vector<std::string> ids;
    for (const auto& form : agenda_templates())
        ids.push_back(form.id);
    EXPECT_EQ(ids,
        (std::vector<std::string> {"regular", "thematic", "combined", "review", "extraordinary"}));
}

TEST(RuleFiles, ABadFileIsNamed)
{
    const Folder folder;
    std::ofstream(folder.path() / "bad.toml") << "valid_from = \"2026-02-30\"\n";
    const auto bad = load_rule_sets(folder.path());
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().key, "rules.bad_file");
    EXPECT_EQ(bad.error().values.at("file"), "bad.toml");
    std::ofstream(folder.path() / "bad.toml") << "valid_from = [\n";
    EXPECT_EQ(load_rule_sets(folder.path()).error().key, "rules.bad_file");
    EXPECT_EQ(load_rule_sets(folder.path() / "none").error().key, "rules.no_files");
}

} // namespace
} // namespace chibo::test
