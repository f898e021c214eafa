#include "meeting/vote.h"

#include <gtest/gtest.h>

#include "meeting/the_story.h"

namespace chibo {
namespace {

Vote counted_vote(int base, int yes, int no, int other)
{
    Vote vote;
    vote.base = base;
    vote.entitled_present = yes + no + other;
    vote.yes = yes;
    vote.no = no;
    vote.other = other;
    return vote;
}

TEST(Electorate, InTheStoryIsFiveOfSixWithoutTheProbationary)
{
    const auto who = electorate(story_rows(), RuleSet {}, on_the_day(8, 40));
    EXPECT_EQ(who.entitled_present, 5);
    EXPECT_EQ(who.official, 6);
    EXPECT_EQ(who.probationary_present, 1);
    EXPECT_EQ(who.guests, 1);
}

TEST(Electorate, IsWhoIsInTheRoomAtThatMoment)
{
    auto rows = story_rows();
    rows[1].stays[0].left_at_ms = on_the_day(8, 30);
    EXPECT_EQ(electorate(rows, RuleSet {}, on_the_day(8, 40)).entitled_present, 4);
    EXPECT_EQ(electorate(rows, RuleSet {}, on_the_day(8, 29)).entitled_present, 5);
    EXPECT_EQ(electorate(rows, RuleSet {}, on_the_day(8, 40)).official, 6);
}

TEST(Electorate, CountsWhoIsHereForATimeIfTheRulesLetThemVote)
{
    auto rows = story_rows();
    rows[1].standing = Standing::TemporaryHere;
    RuleSet rules;
    EXPECT_EQ(electorate(rows, rules, on_the_day(8, 40)).temporary_here_voting, 1);
    EXPECT_EQ(electorate(rows, rules, on_the_day(8, 40)).entitled_present, 5);
    rules.temporary_here_votes = false;
    EXPECT_EQ(electorate(rows, rules, on_the_day(8, 40)).temporary_here_voting, 0);
    EXPECT_EQ(electorate(rows, rules, on_the_day(8, 40)).entitled_present, 4);
}

TEST(Electorate, LeavesExemptMembersOutOfTheBaseUnlessTheyCome)
{
    auto rows = story_rows();
    rows[0].standing = Standing::Exempt; // Not here.
    rows[1].standing = Standing::Exempt; // Here.
    rows[2].standing = Standing::Suspended;
    const auto who = electorate(rows, RuleSet {}, on_the_day(8, 40));
    EXPECT_EQ(who.official, 4);
    EXPECT_EQ(who.entitled_present, 4);
}

TEST(Electorate, WhoIsAwayIsOfTheCellAndNotSummoned)
{
    auto rows = story_rows();
    rows[0].standing = Standing::TemporaryAway; // Not here.
    const auto who = electorate(rows, RuleSet {}, on_the_day(8, 40));
    EXPECT_EQ(who.official, 6);
    EXPECT_EQ(who.summoned, 5);
    EXPECT_EQ(base_of(who, BaseKind::Official), 6);
    EXPECT_EQ(base_of(who, BaseKind::Summoned), 5);
    EXPECT_EQ(base_of(who, BaseKind::Present), 5);
}

TEST(Vote, FiveOfFiveOnABaseOfSixPasses)
{
    const auto vote = counted_vote(6, 5, 0, 0);
    EXPECT_TRUE(adds_up(vote));
    EXPECT_TRUE(passes(vote));
    EXPECT_TRUE(passes(counted_vote(6, 4, 1, 0)));
}

TEST(Vote, ExactlyHalfDoesNotPass)
{
    EXPECT_FALSE(passes(counted_vote(6, 3, 2, 0)));
    EXPECT_FALSE(passes(counted_vote(7, 3, 2, 0)));
    EXPECT_TRUE(passes(counted_vote(7, 4, 1, 0)));
    EXPECT_FALSE(passes(counted_vote(0, 0, 0, 0)));
}

TEST(Vote, ExactlyTwoThirdsPasses)
{
    auto vote = counted_vote(6, 4, 0, 1);
    vote.majority = Majority::TwoThirds;
    EXPECT_TRUE(passes(vote));
    vote.yes = 3;
    EXPECT_FALSE(passes(vote));
    vote.base = 7;
    vote.yes = 5;
    EXPECT_TRUE(passes(vote));
    EXPECT_EQ(needed_yes(vote), 5);
}

TEST(Vote, AgreesWithTheFormulasForEveryBase)
{
    for (int base = 1; base <= 40; ++base) {
        for (int yes = 0; yes <= base; ++yes) {
            auto vote = counted_vote(base, yes, 0, 0);
            EXPECT_EQ(passes(vote), 2 * yes > base) << yes << "/" << base;
            vote.majority = Majority::TwoThirds;
            EXPECT_EQ(passes(vote), 3 * yes >= 2 * base) << yes << "/" << base;
        }
    }
}

TEST(Vote, MustAddUpToWhoIsEntitledAndPresent)
{
    auto vote = counted_vote(6, 4, 0, 0);
    vote.entitled_present = 5;
    EXPECT_FALSE(adds_up(vote));
    EXPECT_EQ(uncounted(vote), 1);
    vote.other = 2;
    EXPECT_EQ(uncounted(vote), -1);
    EXPECT_FALSE(adds_up(vote));
    vote.yes = 6, vote.other = -1;
    EXPECT_FALSE(adds_up(vote));
}

TEST(VoteForm, TakesBaseAndMajorityFromTheRuleSet)
{
    RuleSet rules;
    rules.votes = {{VotePurpose::Agenda, BaseKind::Present, Majority::Half},
        {VotePurpose::Resolution, BaseKind::Official, Majority::Half}};
    const auto who = electorate(story_rows(), rules, on_the_day(8, 40));
    EXPECT_EQ(vote_form(who, rules, VotePurpose::Resolution).base, 6);
    EXPECT_EQ(vote_form(who, rules, VotePurpose::Agenda).base, 5);
    EXPECT_EQ(vote_form(who, rules, VotePurpose::Agenda).entitled_present, 5);
}

} // namespace
} // namespace chibo
