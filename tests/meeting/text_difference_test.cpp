#include "meeting/text_difference.h"

#include <gtest/gtest.h>

#include <string>

namespace chibo {
namespace {

std::vector<std::string> marked(std::string_view text, const std::vector<TextRange>& ranges)
{
    std::vector<std::string> parts;
    parts.reserve(ranges.size());
    for (const TextRange& range : ranges)
        parts.emplace_back(text.substr(range.begin, range.end - range.begin));
    return parts;
}

using Parts = std::vector<std::string>;

TEST(TextDifference, MarksTheWordsThatOnlyOneSideHas)
{
    const std::string_view clerk = "Đề nghị bố trí thêm người hỗ trợ nhập liệu trong tháng 8.";
    const std::string_view chair
        = "Đề nghị bố trí thêm một cộng tác viên nhập liệu trong tháng 8, đến hết ngày 28.";
    const TextDifference difference = text_difference(clerk, chair);
    EXPECT_EQ(marked(clerk, difference.first), (Parts {"người hỗ trợ"}));
    EXPECT_EQ(marked(chair, difference.second), (Parts {"một cộng tác viên", ", đến hết ngày 28"}));
}

TEST(TextDifference, OfTheSameTextIsNothing)
{
    const TextDifference difference = text_difference("Nhất trí.", "Nhất  trí.");
    EXPECT_TRUE(difference.first.empty());
    EXPECT_TRUE(difference.second.empty());
}

TEST(TextDifference, OfAnEmptyTextIsAllOfTheOther)
{
    EXPECT_EQ(marked("Chi bộ nhất trí", text_difference("", "Chi bộ nhất trí").second),
        (Parts {"Chi bộ nhất trí"}));
}

TEST(TextDifference, OfVeryLongTextsStopsAtTheCommonEnds)
{
    std::string first = "Mở đầu ";
    std::string second = "Mở đầu ";
    for (int i = 0; i < 3000; ++i) {
        first += "a" + std::to_string(i) + " ";
        second += "b" + std::to_string(i) + " ";
    }
    const TextDifference difference = text_difference(first + "kết thúc", second + "kết thúc");
    ASSERT_EQ(difference.first.size(), 1U);
    EXPECT_EQ(marked(first, difference.first).front().substr(0, 5), "a0 a1");
    EXPECT_EQ(difference.first.front().end, first.size() - 1);
}

} // namespace
} // namespace chibo
