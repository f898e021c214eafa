// What comes to the conflict desk, and how a person settles it.
#include <gtest/gtest.h>

#include "merged_meeting.h"
#include "record/check_in_queries.h"
#include "record/conflict_commands.h"
#include "record/member_commands.h"
#include "record/query.h"
#include "record/rule_files.h"
#include "record/search.h"

namespace chibo::test {
namespace {

class AtTheDesk : public MergedMeeting {};

// Both edited one paragraph: the later text holds until a person has seen both; no word is lost.
TEST_F(AtTheDesk, TheParagraphBothEditedIsAtTheDesk)
{
    both_edit("Đề nghị bố trí thêm người.", "Đề nghị thêm người hỗ trợ.",
        "Đề nghị thêm một cộng tác viên.");
    expect_same();
    const auto conflicts = read_conflicts(*one.record);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(name(conflicts[0]), "entry.text");
    EXPECT_EQ(conflicts[0].kind, Conflict::Kind::Text);
    EXPECT_EQ(conflicts[0].sides[0].text, "Đề nghị thêm người hỗ trợ.");
    EXPECT_TRUE(conflicts[0].sides[1].holds);
    EXPECT_EQ(conflicts[0].person, "Phạm Văn Dũng");
    EXPECT_EQ(search(*one.record, "cong tac vien").size(), 1U); // The index follows.
    EXPECT_EQ(search(*other.record, "ho tro").size(), 0U);
}

TEST_F(AtTheDesk, ChoosingIsAnEntryThatSettlesItEverywhere)
{
    both_edit("Một.", "Một hai.", "Một ba.");
    exchange(one, other);
    const Conflict conflict = read_conflicts(*one.record).at(0);
    one.must(choose_side(conflict, 0));
    expect_same();
    EXPECT_EQ(texts(other), std::vector<std::string> {"Một hai."});
    EXPECT_TRUE(read_conflicts(*other.record).empty());
    const auto late = other.record->run(choose_side(conflict, 1), room);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().key, "conflict.changed");
}

TEST_F(AtTheDesk, TheOneThatHoldsCanBeChosen)
{
    both_edit("Một.", "Một hai.", "Một ba.");
    exchange(one, other);
    one.must(choose_side(read_conflicts(*one.record).at(0), 1));
    expect_same();
    EXPECT_EQ(texts(other), std::vector<std::string> {"Một ba."});
    EXPECT_TRUE(read_conflicts(*other.record).empty());
}

TEST_F(AtTheDesk, BothTextsKeptAreTwoEntries)
{
    both_edit("Một.", "Một hai.", "Một ba.");
    exchange(one, other);
    one.must(keep_both(read_conflicts(*one.record).at(0)));
    expect_same();
    auto kept = texts(other);
    std::ranges::sort(kept);
    EXPECT_EQ(kept, (std::vector<std::string> {"Một ba.", "Một hai."}));
}

// Removed here, edited there: it stays removed until a person has seen it.
TEST_F(AtTheDesk, WhatWasRemovedHereAndEditedThereIsAtTheDesk)
{
    const EntryId entry = recorded("Một.");
    other.must(edit_entry(entry, opinion("Một hai ba.")));
    one.clock.wait_ms(5000);
    one.must(remove_entry(entry));
    expect_same();
    const auto conflicts = read_conflicts(*other.record);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts[0].kind, Conflict::Kind::Removed);
    EXPECT_EQ(conflicts[0].sides[0].text, "Một hai ba.");
    other.must(choose_side(conflicts[0], 0));
    expect_same();
    EXPECT_EQ(texts(one), std::vector<std::string> {"Một hai ba."});
    EXPECT_TRUE(read_conflicts(*one.record).empty());
}

// Both gave the same number: both stand, and the later one gets another when somebody says so.
TEST_F(AtTheDesk, TheNumberBothGaveIsAtTheDesk)
{
    Member member;
    member.name = "Nguyễn Văn Một";
    one.must(add_member(member));
    member.name = "Nguyễn Văn Hai";
    other.must(add_member(member));
    expect_same();
    const auto conflicts = read_conflicts(*one.record);
    ASSERT_EQ(conflicts.size(), 1U);
    EXPECT_EQ(conflicts[0].kind, Conflict::Kind::Number);
    one.must(choose_side(conflicts[0], 0));
    expect_same();
    EXPECT_TRUE(read_conflicts(*other.record).empty());
}

// Votes' figures are written together: they add up, whoever wrote last.
TEST_F(AtTheDesk, TheFiguresOfAVoteAreNotMixed)
{
    EntryDraft draft = opinion("Thông qua");
    draft.kind = EntryKind::Vote;
    draft.speaker.reset();
    draft.vote = vote_form(read_electorate(*one.record, meeting, one.clock.now_ms()),
        rules_of(*read_meeting(*one.record, meeting)), VotePurpose::Resolution);
    const int all = draft.vote->entitled_present;
    draft.vote->yes = all;
    one.must(record_entry(draft));
    exchange(one, other);
    const EntryId entry = read_entries(*one.record, meeting).back().id;
    draft.vote->yes = all - 1, draft.vote->no = 1;
    one.must(edit_entry(entry, draft));
    other.clock.wait_ms(5000);
    draft.vote->yes = all - 2, draft.vote->no = 0, draft.vote->other = 2;
    other.must(edit_entry(entry, draft));
    expect_same();
    Query vote(*one.record, "SELECT yes, no, other FROM vote WHERE id = :id");
    vote.bind(":id", entry);
    ASSERT_TRUE(vote.next());
    EXPECT_EQ(vote.integer(), all - 2);
    EXPECT_EQ(vote.integer(), 0);
    EXPECT_EQ(vote.integer(), 2);
    EXPECT_EQ(
        read_conflicts(*one.record).at(0).sides.at(0).text, std::to_string(all - 1) + " · 1 · 0");
}

} // namespace
} // namespace chibo::test
