#include "ui/text.h"

#include <gtest/gtest.h>

#include "ui/offscreen.h"

namespace chibo {
namespace {

/// Texts are measured inside a frame: the fonts need ImGui's context.
class TextTest : public testing::Test {
protected:
    void measured(const std::function<void(Ui&)>& look)
    {
        m_screen.frame([&] { look(m_screen.ui()); });
    }

    OffscreenUi m_screen {{640, 480}};
};

TEST_F(TextTest, BreaksBetweenWordsAndNotAtNoBreakSpaces)
{
    measured([](Ui& ui) {
        const std::string words = "Sinh hoạt tháng\u00A08";
        const float narrow = text_width(ui, "Sinh hoạt tháng", type::body) + 2;
        const auto lines = wrap(ui, words, type::body, narrow);
        ASSERT_EQ(lines.size(), 2U);
        EXPECT_EQ(words.substr(lines[0].begin, lines[0].end - lines[0].begin), "Sinh hoạt");
        EXPECT_EQ(words.substr(lines[1].begin, lines[1].end - lines[1].begin), "tháng\u00A08");
    });
}

TEST_F(TextTest, KeepsEmptyLinesAndTheLastOne)
{
    measured([](Ui& ui) {
        const auto lines = wrap(ui, "a\n\nb\n", type::body, 300);
        ASSERT_EQ(lines.size(), 4U);
        EXPECT_EQ(lines[1].begin, lines[1].end);
        EXPECT_EQ(lines[3].begin, 5U);
    });
}

TEST_F(TextTest, EndsALineThatIsTooLongInAnEllipsis)
{
    measured([](Ui& ui) {
        const auto look = TextLook {.style = type::body, .color = ui.theme().ink};
        EXPECT_TRUE(text(ui, {0, 0, 60, 28}, "Phòng họp tầng 3", look).cut);
        EXPECT_FALSE(text(ui, {0, 0, 400, 28}, "Phòng họp tầng 3", look).cut);
        EXPECT_LE(text(ui, {0, 0, 60, 28}, "Phòng họp tầng 3", look).w, 60.5F);
    });
}

TEST_F(TextTest, GivesEachDigitTheSameRoom)
{
    measured([](Ui& ui) {
        EXPECT_FLOAT_EQ(text_width(ui, "11:11", type::clock, Digits::Tabular),
            text_width(ui, "08:47", type::clock, Digits::Tabular));
    });
}

TEST_F(TextTest, IsRecordedWithPlainSpacesForWhoLooksForIt)
{
    measured([](Ui& ui) { text(ui, {0, 0, 400, 28}, "tháng\u00A08", {.style = type::body}); });
    EXPECT_EQ(m_screen.ui().seen().texts().front().text, "tháng 8");
}

} // namespace
} // namespace chibo
