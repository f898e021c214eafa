// Which letters of a name are marked by a search, and how tiles name a state.
#include "ui/screens/attendance_words.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

std::string marked(std::string_view query, std::string_view name)
{
    std::string letters;
    for (const TextRange& range : search_marks(query, name))
        letters += "[" + std::string(name.substr(range.begin, range.end - range.begin)) + "]";
    return letters;
}

TEST(SearchMarks, AreInTheNamesOwnSpelling)
{
    EXPECT_EQ(marked("phuong", "Nguyễn Thị Hồng Phượng"), "[Phượng]");
    EXPECT_EQ(marked("th t", "Trần Thị Thu Thủy"), "[T][Th][Th][Th]");
    EXPECT_EQ(marked("phượ", "Nguyễn Thị Hồng Phượng"), "[Phượ]");
    EXPECT_EQ(marked("xyz", "Nguyễn Thị Hồng Phượng"), "");
}

TEST(TileState, StaysQuietWhenMoreThanSixAreMissing)
{
    AttendanceRow row;
    EXPECT_EQ(tile_state(row, 6), TileState::Asked);
    EXPECT_EQ(tile_state(row, 7), TileState::Quiet);
}

TEST(TileState, NeverAsksAGuest)
{
    AttendanceRow row;
    row.is_guest = true;
    EXPECT_EQ(tile_state(row, 1), TileState::Quiet);
}

TEST(PercentWords, HaveADecimalComma)
{
    EXPECT_EQ(percent_words(857), "85,7\u00A0%");
    EXPECT_EQ(percent_words(1000), "100,0\u00A0%");
}

} // namespace
} // namespace chibo
