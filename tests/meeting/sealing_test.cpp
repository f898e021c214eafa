#include "meeting/sealing.h"

#include <gtest/gtest.h>

#include "meeting/the_story.h"

namespace chibo {
namespace {

Entry entry_under(std::uint8_t item, std::uint8_t number, EntryKind kind)
{
    Entry entry;
    entry.id = numbered<EntryId>(number);
    entry.item = numbered<ItemId>(item);
    entry.kind = kind;
    entry.text = "Nhất trí";
    entry.at_ms = on_the_day(8, 0) + number * 60'000;
    return entry;
}

Vote unanimous(VotePurpose purpose)
{
    Vote vote;
    vote.purpose = purpose;
    vote.entitled_present = vote.yes = 5;
    vote.base = 6;
    return vote;
}

/// All that sealing asks for: eight items with an entry each, the resolution voted, a task, read
/// and adopted.
MinutesContent complete()
{
    MinutesContent content;
    content.meeting = story_meeting();
    content.attendance.rows = story_rows();
    content.attendance.opened_at_ms = on_the_day(8, 0);
    content.agenda = story_agenda();
    content.agenda.items[6].kind = ItemKind::Resolution;
    for (std::uint8_t i = 1; i <= 8; ++i)
        content.entries.push_back(entry_under(i, i, EntryKind::Opinion));
    content.entries.push_back(entry_under(7, 9, EntryKind::Vote));
    content.entries.back().vote = unanimous(VotePurpose::Resolution);
    content.entries.push_back(entry_under(4, 10, EntryKind::Task));
    content.entries.back().task.emplace();
    content.entries.back().task->owner = numbered<MemberId>(4);
    content.entries.back().task->due_on = {2026, 8, 28};
    content.entries.push_back(entry_under(8, 11, EntryKind::Vote));
    content.entries.back().vote = unanimous(VotePurpose::Minutes);
    return content;
}

std::vector<Reading> all_read()
{
    std::vector<Reading> readings;
    for (std::uint8_t i = 1; i <= 8; ++i)
        readings.push_back({numbered<ItemId>(i), on_the_day(10, 0), true});
    return readings;
}

std::vector<Signature> both_signed()
{
    std::vector<Signature> signatures(2);
    signatures[1].role = SignRole::Clerk;
    signatures[0].valid = signatures[1].valid = true;
    return signatures;
}

const SealCheck& check_of(const std::vector<SealCheck>& checks, SealCheckKind kind)
{
    for (const auto& check : checks) {
        if (check.kind == kind)
            return check;
    }
    throw std::out_of_range("no such check");
}

TEST(Sealing, NeedsFiveThingsAndTwoSignatures)
{
    const auto state = seal_state(complete(), all_read(), both_signed());
    EXPECT_EQ(state.done, 5);
    EXPECT_TRUE(state.ready_to_sign);
    EXPECT_TRUE(state.ready_to_seal);
    EXPECT_EQ(check_of(state.checks, SealCheckKind::Items).have, 8);
    EXPECT_EQ(check_of(state.checks, SealCheckKind::Attendance).have, 6);
    EXPECT_EQ(check_of(state.checks, SealCheckKind::Tasks).of, 1);
    EXPECT_EQ(check_of(state.checks, SealCheckKind::ReadBack).at_ms, on_the_day(8, 11));
}

TEST(Sealing, NamesTheItemWhoseVoteIsMissing)
{
    auto content = complete();
    content.entries.erase(content.entries.begin() + 8);
    const auto state = seal_state(content, all_read(), {});
    const auto& check = check_of(state.checks, SealCheckKind::Resolution);
    EXPECT_FALSE(check.done);
    EXPECT_EQ(check.item_number, 7);
    EXPECT_EQ(state.done, 4);
    EXPECT_FALSE(state.ready_to_sign);
}

TEST(Sealing, ARejectedResolutionIsRecordedAllTheSame)
{
    auto content = complete();
    content.entries[8].vote->yes = 2, content.entries[8].vote->no = 3;
    const auto checks = seal_checks(content, all_read());
    EXPECT_TRUE(check_of(checks, SealCheckKind::Resolution).done);
    EXPECT_FALSE(check_of(checks, SealCheckKind::Resolution).passed);
}

TEST(Sealing, AnAnnouncedAbsenceWithoutReasonIsNotComplete)
{
    auto content = complete();
    content.attendance.rows[0].absence->kind = AbsenceKind::Announced;
    EXPECT_FALSE(check_of(seal_checks(content, all_read()), SealCheckKind::Attendance).done);
}

TEST(Sealing, AnItemThatWasReadAndThenChangedMustBeReadAgain)
{
    auto readings = all_read();
    readings[3].valid = false;
    const auto checks = seal_checks(complete(), readings);
    EXPECT_FALSE(check_of(checks, SealCheckKind::ReadBack).done);
    EXPECT_EQ(check_of(checks, SealCheckKind::ReadBack).item_number, 4);
}

TEST(Sealing, ReadingWithoutTheCellsAdoptionIsNotEnough)
{
    auto content = complete();
    content.entries.pop_back();
    EXPECT_FALSE(check_of(seal_checks(content, all_read()), SealCheckKind::ReadBack).done);
}

TEST(Sealing, AVoteBeforeAChangedItemWasReadAnewDoesNotAdopt)
{
    auto readings = all_read();
    readings[3].since_ms = on_the_day(8, 12); // The cell adopted at 8:11.
    auto content = complete();
    EXPECT_EQ(adopting_vote(content, readings), nullptr);
    EXPECT_FALSE(check_of(seal_checks(content, readings), SealCheckKind::ReadBack).done);
    content.entries.push_back(entry_under(8, 13, EntryKind::Vote));
    content.entries.back().vote = unanimous(VotePurpose::Minutes);
    EXPECT_EQ(
        check_of(seal_checks(content, readings), SealCheckKind::ReadBack).at_ms, on_the_day(8, 13));
}

TEST(Sealing, AVoidSignatureDoesNotSeal)
{
    auto signatures = both_signed();
    signatures[0].valid = false;
    EXPECT_FALSE(seal_state(complete(), all_read(), signatures).ready_to_seal);
}

TEST(CanonicalText, IsTheSameForTheSameContentInAnotherOrder)
{
    auto content = complete();
    const auto text = canonical_text(content);
    std::swap(content.attendance.rows[1], content.attendance.rows[4]);
    EXPECT_EQ(canonical_text(content), text);
    EXPECT_TRUE(text.starts_with("chibo minutes 1\n"));
}

TEST(CanonicalText, ChangesWithEveryPartOfTheContent)
{
    const auto text = canonical_text(complete());
    auto content = complete();
    content.entries[2].text += " ";
    EXPECT_NE(canonical_text(content), text);
    content = complete();
    content.entries[8].vote->yes = 4, content.entries[8].vote->other = 1;
    EXPECT_NE(canonical_text(content), text);
    content = complete();
    content.attendance.rows[2].stays[0].left_at_ms = on_the_day(9, 0);
    EXPECT_NE(canonical_text(content), text);
    content = complete();
    content.entries[9].task->state = TaskState::Done; // Tasks go on after the seal.
    EXPECT_EQ(canonical_text(content), text);
}

TEST(CanonicalText, NoTextCanLookLikeAnotherLine)
{
    auto content = complete();
    content.entries[0].text = "a\nentry\tb\\";
    const auto text = canonical_text(content);
    EXPECT_NE(text.find("a\\nentry\\tb\\\\"), std::string::npos);
}

TEST(CanonicalItemText, LeavesOutTheVoteThatAdoptsTheMinutes)
{
    auto content = complete();
    const auto before = canonical_item_text(content, numbered<ItemId>(8));
    content.entries.pop_back();
    EXPECT_EQ(canonical_item_text(content, numbered<ItemId>(8)), before);
}

TEST(Timeline, ArrivalsAndDeparturesEnterByThemselves)
{
    auto content = complete();
    auto& oanh = content.attendance.rows[4];
    oanh.stays[0].left_at_ms = on_the_day(8, 30);
    Stay second;
    second.arrived_at_ms = on_the_day(8, 40);
    oanh.stays.push_back(second);
    const auto rows = timeline(content.agenda.items[3], content.entries, content.attendance);
    std::vector<TimelineKind> kinds;
    kinds.reserve(rows.size());
    for (const auto& row : rows)
        kinds.push_back(row.kind);
    // The two entries of item 4 are at 08:04 and 08:10.
    EXPECT_EQ(kinds,
        (std::vector {TimelineKind::Entry, TimelineKind::Entry, TimelineKind::ItemStarted,
            TimelineKind::Departure, TimelineKind::Return}));
    EXPECT_EQ(rows[3].name, "Vũ Thị Kim Oanh");
}

TEST(Timeline, WhoWasThereAtTheOpeningIsNotNamedAgain)
{
    const auto content = complete();
    const auto rows = timeline(content.agenda.items[0], {}, content.attendance);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].kind, TimelineKind::ItemStarted);
    EXPECT_EQ(rows[1].kind, TimelineKind::ItemEnded);
}

} // namespace
} // namespace chibo
