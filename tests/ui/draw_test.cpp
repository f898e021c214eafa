#include "ui/draw.h"

#include <gtest/gtest.h>

#include "ui/offscreen.h"
#include "ui/text.h"

namespace chibo {
namespace {

TEST(Draw, LeavesAPictureOfTextAndAButton)
{
    OffscreenUi screen;
    Ui& ui = screen.ui();
    int pressed = 0;
    const auto draw = [&] {
        const Theme& theme = ui.theme();
        fill(ui, ui.bounds(), theme.paper);
        text(ui, {173, 233, 500, 44}, "Sinh hoạt chi bộ tháng 8/2026",
            {.style = type::title, .color = theme.ink});
        text(ui, {989, 300, 227, 26}, "08:00 · Phòng họp tầng 3",
            {.style = type::caption, .color = theme.ink2});
        box(ui, {535, 417, 300, 72},
            {.fill = theme.card,
                .border = theme.edge,
                .stroke = stroke::button,
                .radius = radius::button});
        text(ui, {601, 417, 210, 72}, "Xem chương trình",
            {.style = type::button_xl, .color = theme.ink});
        icon(ui, {561, 439, 28, 28}, icons::format_list_numbered, 28, theme.ink);
        if (press(ui, "home.agenda", {535, 417, 300, 72}, "Xem chương trình"))
            ++pressed;
    };
    screen.frame(draw);
    write_png("pictures/draw_test.png", screen.surface().picture());
    screen.tap({600, 450}, draw);
    EXPECT_EQ(pressed, 1);
    ASSERT_FALSE(ui.seen().texts().empty());
    EXPECT_EQ(ui.seen().texts().front().text, "Sinh hoạt chi bộ tháng 8/2026");
}

} // namespace
} // namespace chibo
