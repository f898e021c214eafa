#include "ui/widgets/editor.h"

#include <array>
#include <cstdint>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "ui/offscreen.h"

namespace chibo {
namespace {

class EditorTest : public testing::Test {
protected:
    void frame()
    {
        m_ui.frame([this] { draw(); });
    }
    void tap(Point at)
    {
        m_ui.tap(at, [this] { draw(); });
        frame();
        frame();
    }
    void type(std::u32string_view keys)
    {
        for (const char32_t key : keys)
            m_ui.ui().type({.character = key});
        frame();
    }
    void press(NamedKey key, bool control = false, bool shift = false)
    {
        m_ui.ui().type({.key = key, .control = control, .shift = shift});
        frame();
    }
    /// A touch on the on-screen key that is called so.
    void key(const std::string& name)
    {
        for (const Touchable& touchable : m_ui.ui().seen().touchables()) {
            if (touchable.label == name) {
                tap(touchable.rect.centre());
                return;
            }
        }
        FAIL() << name;
    }
    void draw()
    {
        Ui& ui = m_ui.ui();
        ui.keyboard().begin(ui);
        (void)ui.keyboard().make_room(ui, {152, 96, 1104, 688});
        editor.draw(ui, "editor", rect);
        ui.keyboard().draw(ui);
    }
    [[nodiscard]] std::string text() const { return editor.buffer().text(); }
    [[nodiscard]] static std::array<int, 3> pixel_of(const Picture& picture, Point at)
    {
        const auto place
            = (static_cast<std::size_t>(at.y) * static_cast<std::size_t>(picture.size.w)
                  + static_cast<std::size_t>(at.x))
            * 4;
        return {picture.rgba[place], picture.rgba[place + 1], picture.rgba[place + 2]};
    }

    Rect rect {408, 310, 736, 90};
    Editor editor;
    OffscreenUi m_ui;
};

TEST_F(EditorTest, TakesKeysOnceTouched)
{
    frame();
    type(U"a");
    EXPECT_EQ(text(), "");
    tap({600, 340});
    type(U"nghieen cuwsu");
    EXPECT_EQ(text(), "nghiên cứu");
    press(NamedKey::Backspace, true);
    EXPECT_EQ(text(), "nghiên ");
    press(NamedKey::Z, true);
    EXPECT_EQ(text(), "nghiên cứu");
}

TEST_F(EditorTest, SelectsAWordByADoubleTap)
{
    editor.buffer().set_text("Nhất trí với kết luận");
    frame();
    tap({440, 336});
    tap({440, 336});
    EXPECT_EQ(editor.buffer().selected(), "Nhất");
    press(NamedKey::C, true);
    press(NamedKey::End);
    press(NamedKey::V, true);
    EXPECT_EQ(text(), "Nhất trí với kết luậnNhất");
}

TEST_F(EditorTest, MovesAmongWrappedLines)
{
    editor.buffer().set_text("Nhất trí với kết luận của đồng chí Bí thư. Đề nghị Văn phòng lập "
                             "bảng theo dõi tiến độ số hóa");
    frame();
    tap({440, 336});
    press(NamedKey::Home);
    press(NamedKey::Down);
    type(U"K");
    EXPECT_NE(text().find("Kbảng"), std::string::npos) << text();
    press(NamedKey::Up, false, true);
    EXPECT_FALSE(editor.buffer().selection().empty());
}

TEST_F(EditorTest, IsTypedInByTheKeyboardOnTheScreen)
{
    frame();
    tap({600, 340});
    ASSERT_TRUE(m_ui.ui().keyboard().shown());
    key("D"); // A sentence begins with a capital.
    key("d");
    key("e");
    key("e");
    key("hỏi");
    key("Dấu cách");
    key("ô");
    key("n");
    key("Xóa lùi");
    EXPECT_EQ(text(), "Để ô");
    key("Ẩn");
    EXPECT_FALSE(m_ui.ui().keyboard().shown());
    tap({600, 340});
    EXPECT_TRUE(m_ui.ui().keyboard().shown());
    type(U"x");
    EXPECT_FALSE(m_ui.ui().keyboard().shown());
}

TEST_F(EditorTest, KeepsTheLinesOfALongTextAsIfWrappedAnew)
{
    LineCache kept;
    TextBuffer buffer;
    std::mt19937 random(7);
    frame();
    m_ui.frame([&] {
        for (int i = 0; i < 400; ++i) {
            const std::size_t size = buffer.text().size();
            buffer.place_caret(buffer.unflat(size == 0 ? 0 : random() % size));
            switch (random() % 5) {
            case 0:
                buffer.insert("một hai ba bốn năm sáu bảy tám chín mười mười một mười hai mười ba");
                break;
            case 1:
                buffer.delete_word_back();
                break;
            case 2:
                buffer.type(random() % 9 == 0 ? U'\n' : U' ');
                break;
            case 3:
                buffer.backspace();
                break;
            default:
                buffer.type(U"aeoinghtwsf"[random() % 11]);
                break;
            }
            kept.update(m_ui.ui(), buffer, type::field, 500);
            LineCache fresh;
            fresh.update(m_ui.ui(), buffer, type::field, 500);
            ASSERT_EQ(kept.count(), fresh.count()) << i;
            for (std::size_t line = 0; line < kept.count(); ++line) {
                ASSERT_EQ(kept.line(line).begin, fresh.line(line).begin) << i << " line " << line;
                ASSERT_EQ(kept.line(line).end, fresh.line(line).end) << i << " line " << line;
            }
        }
    });
}

TEST_F(EditorTest, MeasuresAFewLinesAKeyInAHundredThousandCharacters)
{
    // Words in an order without a period, as in a real text: else lines that shifted once never
    // meet again.
    constexpr std::array words {
        "Đề", "nghị", "Văn", "phòng", "lập", "bảng", "theo", "dõi", "tiến", "độ"};
    std::string whole;
    for (std::uint32_t chance = 1; whole.size() < 130'000; chance = chance * 1664525 + 1013904223)
        whole += std::string(words[(chance >> 16) % words.size()]) + ' ';
    editor.buffer().set_text(whole); // One paragraph.
    frame();
    tap({600, 340});
    std::size_t measured = 0;
    for (int i = 0; i < 20; ++i) {
        type(U"e");
        measured += editor.lines().measured();
    }
    EXPECT_LT(measured, 20 * whole.size() / 10);
}

TEST_F(EditorTest, MeasuresABoundedPartOfLinesThatNeverMeetAgain)
{
    // The same words over and over: a line that shifted once stays shifted to the end.
    std::string whole;
    while (whole.size() < 130'000)
        whole += "một hai ba bốn năm sáu ";
    editor.buffer().set_text(whole);
    frame();
    tap({600, 340});
    press(NamedKey::Home, true);
    for (int i = 0; i < 20; ++i) {
        type(U"e");
        EXPECT_LT(editor.lines().measured(), 2 * LineCache::most_measured);
    }
    // And falls into place within frames that measure as little.
    for (int i = 0; i < 30 && !editor.lines().settled(); ++i) {
        frame();
        EXPECT_LT(editor.lines().measured(), 2 * LineCache::most_measured);
    }
    ASSERT_TRUE(editor.lines().settled());
    LineCache fresh;
    m_ui.frame([&] { fresh.update(m_ui.ui(), editor.buffer(), EditorLook {}.style, 700); });
    ASSERT_EQ(editor.lines().count(), fresh.count());
    for (std::size_t line = 0; line < fresh.count(); ++line)
        ASSERT_EQ(editor.lines().line(line).begin, fresh.line(line).begin) << line;
}

TEST_F(EditorTest, TakesWholeWhatASystemInputMethodWrote)
{
    frame();
    tap({600, 340});
    m_ui.ui().outside_text(U"Tiếng Việt ddaax");
    frame();
    EXPECT_EQ(text(), "Tiếng Việt ddaax");
    EXPECT_TRUE(m_ui.ui().composed_outside());
    // Keys of the screen are ours again.
    m_ui.ui().type({.character = U' ', .on_screen = true});
    for (const char32_t key : std::u32string_view(U"ddaax"))
        m_ui.ui().type({.character = key, .on_screen = true});
    frame();
    EXPECT_EQ(text(), "Tiếng Việt ddaax đẫ");
}

TEST_F(EditorTest, IsTypedInByTwoThumbsFasterThanAFrame)
{
    frame();
    tap({600, 340});
    ASSERT_TRUE(m_ui.ui().keyboard().shown());
    using Kind = PointerEvent::Kind;
    const auto at = [&](const std::string& name) {
        for (const Touchable& touchable : m_ui.ui().seen().touchables()) {
            if (touchable.label == name)
                return touchable.rect.centre();
        }
        ADD_FAILURE() << name;
        return Point {};
    };
    const Point t = at("T");
    const Point o = at("O");
    const Point i = at("I");
    // Each next finger is down before the last one is up, and all in one frame.
    m_ui.ui().finger({.kind = Kind::Down, .finger = 1, .at = t});
    m_ui.ui().finger({.kind = Kind::Down, .finger = 2, .at = o});
    m_ui.ui().finger({.kind = Kind::Up, .finger = 1, .at = t});
    m_ui.ui().finger({.kind = Kind::Down, .finger = 3, .at = i});
    m_ui.ui().finger({.kind = Kind::Up, .finger = 2, .at = o});
    m_ui.ui().finger({.kind = Kind::Up, .finger = 3, .at = i});
    frame();
    frame();
    EXPECT_EQ(text(), "Toi");
}

TEST_F(EditorTest, ShowsNothingOfALineAboveTheFirstThatIsWhole)
{
    editor.buffer().set_text("gọn gàng\ngọn gàng\ngọn gàng"); // One line more than it has room for.
    frame();
    tap({600, 340});
    press(NamedKey::End, true);
    frame();
    const Picture picture = m_ui.surface().picture();
    const auto ground = pixel_of(picture, {rect.right() - 30, rect.y + 20});
    const auto ink = [&](float from, float to) {
        int dark = 0;
        for (float y = from; y < to; ++y) {
            for (float x = rect.x + 18; x < rect.x + 140; ++x)
                dark += pixel_of(picture, {x, y}) == ground ? 0 : 1;
        }
        return dark;
    };
    EXPECT_EQ(ink(rect.y + 3, rect.y + 10), 0);
    EXPECT_GT(ink(rect.y + 10, rect.y + 42), 0);
    EXPECT_GT(ink(rect.y + 42, rect.y + 74), 0); // The third one is in sight.
}

TEST_F(EditorTest, ShowsAKeyPressedInTheNextFrame)
{
    frame();
    tap({600, 340});
    Point key;
    for (const Touchable& touchable : m_ui.ui().seen().touchables()) {
        if (touchable.label == "A")
            key = touchable.rect.centre();
    }
    const auto pixel = [&] { return pixel_of(m_ui.surface().picture(), {key.x - 20, key.y - 16}); };
    const auto before = pixel();
    m_ui.ui().finger({.kind = PointerEvent::Kind::Down, .at = key});
    frame();
    EXPECT_NE(pixel(), before);
}

TEST_F(EditorTest, IgnoresAPalm)
{
    frame();
    tap({600, 340});
    const Point key {600, 600};
    m_ui.ui().finger({.kind = PointerEvent::Kind::Down, .at = key, .width_mm = 31});
    m_ui.ui().finger({.kind = PointerEvent::Kind::Up, .at = key});
    frame();
    frame();
    EXPECT_EQ(text(), "");
    // A finger that spreads into one takes its key back.
    m_ui.ui().finger({.kind = PointerEvent::Kind::Down, .at = key, .width_mm = 9});
    frame();
    m_ui.ui().finger({.kind = PointerEvent::Kind::Move, .at = key, .width_mm = 40});
    m_ui.ui().finger({.kind = PointerEvent::Kind::Up, .at = key});
    frame();
    frame();
    EXPECT_EQ(text(), "");
}

TEST_F(EditorTest, GivesTonedFormsOfAKeyThatIsHeld)
{
    frame();
    tap({600, 340});
    key("T");
    const auto hold = [&](const std::string& name) {
        for (const Touchable& touchable : m_ui.ui().seen().touchables()) {
            if (touchable.label != name)
                continue;
            m_ui.ui().finger({.kind = PointerEvent::Kind::Down, .at = touchable.rect.centre()});
            frame();
            m_ui.clock().wait_ms(520);
            frame();
            frame();
            return touchable.rect.centre();
        }
        ADD_FAILURE() << name;
        return Point {};
    };
    // Lifted on the key: the row of forms stays, to be touched.
    const Point e = hold("e");
    m_ui.ui().finger({.kind = PointerEvent::Kind::Up, .at = e});
    frame();
    frame();
    key("é");
    EXPECT_EQ(text(), "Té");
    key("Dấu cách");
    // Slid to a form and lifted there.
    const Point o = hold("o");
    Point form;
    for (const Touchable& touchable : m_ui.ui().seen().touchables()) {
        if (touchable.label == "ò")
            form = touchable.rect.centre();
    }
    m_ui.ui().finger({.kind = PointerEvent::Kind::Move, .at = {o.x, o.y - 30}});
    m_ui.ui().finger({.kind = PointerEvent::Kind::Move, .at = form});
    frame();
    m_ui.ui().finger({.kind = PointerEvent::Kind::Up, .at = form});
    frame();
    frame();
    EXPECT_EQ(text(), "Té ò");
}

} // namespace
} // namespace chibo
