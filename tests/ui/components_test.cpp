// The components screens: their pictures, and that what they show is touched as it says.
#include "ui/screens/components_screen.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "ui/offscreen.h"

namespace chibo {
namespace {

using Page = ComponentsScreen::Page;

class Components : public testing::Test {
protected:
    void show(Page page, const char* picture)
    {
        ComponentsScreen screen(page);
        for (int i = 0; i < 3; ++i)
            m_ui.frame([&] { screen.draw(m_ui.ui(), m_commands); });
        write_png(std::string("pictures/") + picture, m_ui.surface().picture());
    }
    bool sees(std::string_view words)
    {
        return std::ranges::any_of(
            m_ui.ui().seen().texts(), [&](const SeenText& text) { return text.text == words; });
    }

    OffscreenUi m_ui;
    Commands m_commands;
};

TEST_F(Components, ShowTheLooks)
{
    show(Page::Looks, "components.png");
    EXPECT_TRUE(sees("Đã điểm danh đồng chí Vũ Thị Kim Oanh lúc 07:52"));
}

TEST_F(Components, ShowTheStates)
{
    show(Page::States, "components_2.png");
    EXPECT_TRUE(sees("Có mặt 07:52"));
}

TEST_F(Components, ShowTheInputs)
{
    show(Page::Inputs, "components_3.png");
    EXPECT_TRUE(sees("Tháng 9/2026"));
}

} // namespace
} // namespace chibo
