// Words that must not part at a line's end.
#include <gtest/gtest.h>

#include "ui/tied.h"

namespace chibo {
namespace {

TEST(Tied, KeepsAMonthWithItsNumber)
{
    EXPECT_EQ(tied("Sinh hoạt chi bộ tháng 8/2026"), "Sinh hoạt chi bộ tháng\u00A08/2026");
    EXPECT_EQ(tied("Chuyên đề quý III: Học tập"), "Chuyên đề quý\u00A0III: Học tập");
}

TEST(Tied, KeepsANumberWithItsUnit)
{
    EXPECT_EQ(tied("mới đạt 70 %, chậm 2 ngày"), "mới đạt 70\u00A0%, chậm 2\u00A0ngày");
}

TEST(Tied, KeepsAPersonWithTheAddress)
{
    EXPECT_EQ(tied("gửi đồng chí Phượng"), "gửi đồng chí\u00A0Phượng");
}

TEST(Tied, LeavesOtherSpacesAlone)
{
    EXPECT_EQ(tied("Hội trường A"), "Hội trường A");
    EXPECT_EQ(tied(""), "");
}

} // namespace
} // namespace chibo
