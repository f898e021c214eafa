#include "meeting/member.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

TEST(Member, ShortNameIsTheLastTwoWords)
{
    EXPECT_EQ(short_name("Lê Thị Minh Hằng"), "Minh Hằng");
    EXPECT_EQ(short_name("Phạm Dũng"), "Phạm Dũng");
    EXPECT_EQ(short_name("Dũng"), "Dũng");
    EXPECT_EQ(short_name(""), "");
}

TEST(Member, KeepsItsClassWhileAway)
{
    Member member;
    member.standing = Standing::TemporaryAway;
    EXPECT_TRUE(counts_as_official(member));
    member.joined_on = Date {2026, 3, 1};
    EXPECT_FALSE(counts_as_official(member)); // Joined, and not official yet.
    member.official_on = Date {2027, 3, 1};
    EXPECT_TRUE(counts_as_official(member));
}

TEST(Heading, IsTheLatestThatHoldsOnTheDay)
{
    std::vector<CellHeading> headings(2);
    headings[0].valid_from = {2024, 1, 1};
    headings[0].parent_line = "ĐẢNG BỘ KHỐI";
    headings[1].valid_from = {2025, 7, 1};
    headings[1].parent_line = "ĐẢNG BỘ HỘI LHPN TỈNH";
    EXPECT_EQ(heading_on(headings, {2025, 6, 30})->parent_line, "ĐẢNG BỘ KHỐI");
    EXPECT_EQ(heading_on(headings, {2025, 7, 1})->parent_line, "ĐẢNG BỘ HỘI LHPN TỈNH");
    EXPECT_EQ(heading_on(headings, {2020, 1, 1})->parent_line, "ĐẢNG BỘ KHỐI");
    EXPECT_EQ(heading_on({}, {2020, 1, 1}), nullptr);
}

TEST(Words, ReadWhatTheyWriteAndTakeTheUnknownAsTheFirst)
{
    EXPECT_EQ(word(Standing::TemporaryHere), "temporary_here");
    EXPECT_EQ(parse_word<Standing>("suspended"), Standing::Suspended);
    EXPECT_FALSE(parse_word<Standing>("retired"));
    EXPECT_EQ(word_or_first<Standing>("retired"), Standing::Official);
}

} // namespace
} // namespace chibo
