#include "meeting/strokes.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

Strokes two_strokes()
{
    return {656, 264, {{{10, 200, 0}, {12.5F, 180.125F, 16}}, {{100, 90, 400}}}};
}

TEST(Strokes, ComeBackFromTheirBytes)
{
    EXPECT_EQ(parse_strokes(stroke_bytes(two_strokes())), two_strokes());
}

TEST(Strokes, AreNothingWhenCutOrForeign)
{
    const auto bytes = stroke_bytes(two_strokes());
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(parse_strokes(std::span(bytes).first(length))) << length;
    EXPECT_FALSE(parse_strokes(std::vector<std::uint8_t>(40, 0xFF)));
}

TEST(Strokes, KeepWhatWasDrawnPastTheEdgeOnTheEdge)
{
    const auto read = parse_strokes(stroke_bytes({100, 50, {{{-4, 20, 0}, {120, 20, 70'000}}}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->strokes[0][0], (StrokePoint {0, 20, 0}));
    EXPECT_EQ(read->strokes[0][1].t_ms, 65'535);
}

TEST(PenWidth, IsThickWhenSlowAndThinWhenFast)
{
    EXPECT_FLOAT_EQ(pen_width({0, 0, 0}, {0, 0, 50}), 6);
    EXPECT_FLOAT_EQ(pen_width({0, 0, 0}, {400, 0, 10}), 3);
    EXPECT_GT(pen_width({0, 0, 0}, {4, 0, 16}), pen_width({0, 0, 0}, {16, 0, 16}));
}

} // namespace
} // namespace chibo
