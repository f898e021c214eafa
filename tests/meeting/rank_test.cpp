#include "meeting/rank.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "meeting/check.h"

namespace chibo {
namespace {

TEST(Rank, LiesBetween)
{
    EXPECT_EQ(rank_between("", ""), "i");
    EXPECT_EQ(rank_between("a", "c"), "b");
    EXPECT_EQ(rank_between("a", "b"), "ai");
    EXPECT_EQ(rank_between("a", "a1"), "a0i");
    EXPECT_EQ(rank_between("", "1"), "0i");
    EXPECT_EQ(rank_between("z", ""), "zi");
}

TEST(Rank, RefusesWhatIsOutOfOrder)
{
    EXPECT_THROW((void)rank_between("b", "a"), ProgramFault);
}

TEST(Rank, AlwaysFindsRoomAndNeverEndsInZero)
{
    const unsigned seed = 20260805;
    std::mt19937 chance(seed);
    std::vector<std::string> ranks = first_ranks(8);
    for (int i = 0; i < 2000; ++i) {
        const auto at = std::uniform_int_distribution<std::size_t>(0, ranks.size())(chance);
        const std::string before = at == 0 ? "" : ranks[at - 1];
        const std::string after = at == ranks.size() ? "" : ranks[at];
        const auto rank = rank_between(before, after);
        ASSERT_LT(before, rank) << "seed " << seed;
        ASSERT_TRUE(after.empty() || rank < after) << "seed " << seed;
        ASSERT_NE(rank.back(), '0') << "seed " << seed;
        ranks.insert(ranks.begin() + static_cast<std::ptrdiff_t>(at), rank);
    }
    EXPECT_TRUE(std::is_sorted(ranks.begin(), ranks.end()));
}

TEST(Rank, AListStartsEvenly)
{
    const auto ranks = first_ranks(50);
    EXPECT_TRUE(std::is_sorted(ranks.begin(), ranks.end()));
    EXPECT_EQ(std::adjacent_find(ranks.begin(), ranks.end()), ranks.end());
}

} // namespace
} // namespace chibo
