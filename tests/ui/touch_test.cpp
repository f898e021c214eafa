#include "ui/touch.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

using Kind = PointerEvent::Kind;

/// One button of 100x64 at the corner, and a list below it.
class TouchTest : public testing::Test {
protected:
    TouchTest()
    {
        add("button", TouchKind::Press, {0, 0, 100, 64});
        add("list", TouchKind::Scroll, {0, 100, 400, 400});
        add("row", TouchKind::Press, {0, 120, 400, 64});
    }

    void add(const char* id, TouchKind kind, const Rect& rect)
    {
        m_seen.touchable({.id = id, .kind = kind, .rect = rect, .visible = rect});
    }
    void frame(std::initializer_list<PointerEvent> events)
    {
        const std::vector<PointerEvent> all(events);
        m_touch.begin(m_seen, all, m_now_ms);
        m_now_ms += 16;
    }
    void tap(Point at)
    {
        frame({{Kind::Move, at}, {Kind::Down, at}});
        frame({{Kind::Up, at}});
    }

    Seen m_seen;
    Touch m_touch;
    std::int64_t m_now_ms = 1'000;
};

TEST_F(TouchTest, ActsOnReleaseInside)
{
    frame({{Kind::Down, {50, 30}}});
    EXPECT_TRUE(m_touch.has("button"));
    EXPECT_FALSE(m_touch.released("button"));
    frame({{Kind::Up, {50, 30}}});
    EXPECT_TRUE(m_touch.released("button"));
    frame({});
    EXPECT_FALSE(m_touch.released("button"));
}

TEST_F(TouchTest, CancelsWhenTheFingerSlidesOffMoreThanSixteenPixels)
{
    frame({{Kind::Down, {50, 30}}});
    frame({{Kind::Move, {112, 30}}});
    EXPECT_TRUE(m_touch.has("button"));
    frame({{Kind::Move, {118, 30}}});
    EXPECT_FALSE(m_touch.has("button"));
    frame({{Kind::Move, {50, 30}}, {Kind::Up, {50, 30}}});
    EXPECT_FALSE(m_touch.released("button"));
}

TEST_F(TouchTest, TakesTwoTouchesWithinThreeHundredMillisecondsAsOne)
{
    tap({50, 30});
    EXPECT_TRUE(m_touch.released("button"));
    tap({50, 30});
    EXPECT_FALSE(m_touch.released("button"));
    m_now_ms += 300;
    tap({50, 30});
    EXPECT_TRUE(m_touch.released("button"));
}

TEST_F(TouchTest, LetsGoOfARowOnceTheListScrolls)
{
    frame({{Kind::Down, {50, 150}}});
    frame({{Kind::Move, {50, 141}}});
    EXPECT_TRUE(m_touch.has("row"));
    frame({{Kind::Move, {50, 138}}});
    EXPECT_FALSE(m_touch.has("row"));
    EXPECT_TRUE(m_touch.scrolls("list"));
    EXPECT_FLOAT_EQ(m_touch.moved().y, -12);
    frame({{Kind::Up, {50, 138}}});
    EXPECT_FALSE(m_touch.released("row"));
}

TEST_F(TouchTest, GivesASmallDrawingAnAreaOfSixtyFourPixels)
{
    add("chevron", TouchKind::Press, {600, 600, 24, 24});
    tap({585, 612});
    EXPECT_TRUE(m_touch.released("chevron"));
}

TEST_F(TouchTest, ReachesNothingUnderABlocker)
{
    add("cover", TouchKind::Blocker, {0, 0, 100, 64});
    tap({50, 30});
    EXPECT_FALSE(m_touch.released("button"));
}

TEST_F(TouchTest, FollowsEveryPointOfADrag)
{
    add("pad", TouchKind::Drag, {600, 100, 300, 200});
    frame({{Kind::Down, {650, 150}}});
    frame({{Kind::Move, {660, 160}}, {Kind::Move, {670, 165}}, {Kind::Move, {690, 180}}});
    EXPECT_EQ(m_touch.trail().size(), 3U);
}

class TwoFingersOnAPage : public TouchTest {
protected:
    TwoFingersOnAPage()
    {
        m_seen.touchable({.id = "page",
            .kind = TouchKind::Drag,
            .rect = {500, 0, 600, 800},
            .visible = {500, 0, 600, 800},
            .pinched = true});
        frame({{Kind::Down, {700, 400}, 1}});
        frame({{Kind::Down, {800, 400}, 2}});
    }
};

TEST_F(TwoFingersOnAPage, MeasureHowFarApartTheyGo)
{
    ASSERT_TRUE(m_touch.pinch());
    EXPECT_FLOAT_EQ(m_touch.pinch()->factor, 1);
    frame({{Kind::Move, {650, 400}, 1}, {Kind::Move, {850, 420}, 2}});
    ASSERT_TRUE(m_touch.pinch());
    EXPECT_NEAR(m_touch.pinch()->factor, 2.01F, 0.01F);
    EXPECT_FLOAT_EQ(m_touch.pinch()->middle.x, 750);
    EXPECT_FLOAT_EQ(m_touch.pinch()->moved.y, 10);
    frame({});
    EXPECT_FLOAT_EQ(m_touch.pinch()->factor, 1);
}

TEST_F(TwoFingersOnAPage, TheOneThatStaysDragsOnFromWhereItIs)
{
    frame({{Kind::Move, {600, 300}, 1}});
    frame({{Kind::Up, {600, 300}, 1}});
    EXPECT_FALSE(m_touch.pinch());
    EXPECT_TRUE(m_touch.gripped_now());
    EXPECT_TRUE(m_touch.down());
    EXPECT_FLOAT_EQ(m_touch.began_at().x, 800);
    frame({{Kind::Move, {810, 400}, 2}});
    EXPECT_FLOAT_EQ(m_touch.at().x, 810);
    frame({{Kind::Up, {810, 400}, 2}});
    EXPECT_FALSE(m_touch.down());
}

TEST_F(TwoFingersOnAPage, AThirdIsARestingHand)
{
    frame({{Kind::Down, {900, 700}, 3}, {Kind::Up, {900, 700}, 3}});
    ASSERT_TRUE(m_touch.pinch());
    EXPECT_FLOAT_EQ(m_touch.pinch()->factor, 1);
}

class KeysUnderFingers : public TouchTest {
protected:
    KeysUnderFingers()
    {
        for (const char* id : {"a", "b", "c"}) {
            m_seen.touchable({.id = id,
                .rect = {m_x, 600, 80, 64},
                .visible = {m_x, 600, 80, 64},
                .quick = true});
            m_x += 80;
        }
    }
    [[nodiscard]] std::vector<WidgetId> released() const
    {
        return {m_touch.released().begin(), m_touch.released().end()};
    }

    float m_x = 0;
    Point a {40, 630};
    Point b {120, 630};
    Point c {200, 630};
};

TEST_F(KeysUnderFingers, ActWhenTheNextFingerComesDown)
{
    frame({{Kind::Down, a, 1}});
    frame({{Kind::Down, b, 2}});
    EXPECT_EQ(released(), std::vector<WidgetId> {"a"});
    frame({{Kind::Up, a, 1}});
    EXPECT_TRUE(released().empty());
    frame({{Kind::Up, b, 2}});
    EXPECT_EQ(released(), std::vector<WidgetId> {"b"});
}

TEST_F(KeysUnderFingers, AreTakenInTheOrderOfTheFingers)
{
    frame({{Kind::Down, c, 1}, {Kind::Down, a, 2}, {Kind::Up, c, 1}, {Kind::Down, c, 3},
        {Kind::Up, a, 2}, {Kind::Up, c, 3}});
    EXPECT_EQ(released(), (std::vector<WidgetId> {"c", "a", "c"}));
}

TEST_F(KeysUnderFingers, MoveOnWithAFingerThatSlides)
{
    frame({{Kind::Down, a, 1}});
    frame({{Kind::Move, b, 1}});
    EXPECT_TRUE(m_touch.has("b"));
    frame({{Kind::Move, {600, 400}, 1}}); // Off the keyboard.
    frame({{Kind::Up, {600, 400}, 1}});
    EXPECT_TRUE(released().empty());
}

TEST_F(KeysUnderFingers, AreNotTouchedByASecondFingerBesideAButton)
{
    frame({{Kind::Down, {50, 30}, 1}});
    frame({{Kind::Down, b, 2}, {Kind::Up, b, 2}});
    EXPECT_TRUE(released().empty());
    frame({{Kind::Up, {50, 30}, 1}});
    EXPECT_EQ(released(), std::vector<WidgetId> {"button"});
}

TEST_F(KeysUnderFingers, MayBeTouchedTwiceAsFastAsAnybodyCan)
{
    tap(a);
    EXPECT_EQ(released(), std::vector<WidgetId> {"a"});
    tap(a);
    EXPECT_EQ(released(), std::vector<WidgetId> {"a"});
}

} // namespace
} // namespace chibo
