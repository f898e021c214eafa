#include "typing/text_buffer.h"

#include <random>

#include <gtest/gtest.h>

#include "typing/nfc.h"

namespace chibo {
namespace {

void type(TextBuffer& buffer, std::u32string_view keys)
{
    for (const char32_t key : keys)
        buffer.type(key);
}

TEST(TextBuffer, ComposesTheWordAtTheCaret)
{
    TextBuffer buffer;
    type(buffer, U"Nghieen cuwsu ddeef");
    EXPECT_EQ(buffer.text(), "Nghiên cứu đề");
    ASSERT_TRUE(buffer.composed());
    EXPECT_EQ(buffer.flat(buffer.composed()->begin), std::string("Nghiên cứu ").size());
    buffer.type(U'\n');
    type(buffer, U"windows ");
    EXPECT_EQ(buffer.text(), "Nghiên cứu đề\nwindows ");
    EXPECT_FALSE(buffer.composed());
}

TEST(TextBuffer, GoesOnWithTheWordBeforeTheCaret)
{
    TextBuffer buffer;
    buffer.set_text("tieng");
    type(buffer, U"es");
    EXPECT_EQ(buffer.text(), "tiếng");
    buffer.place_caret({0, 2}); // Inside.
    type(buffer, U"f");
    EXPECT_EQ(buffer.text(), "tiềng");
    EXPECT_EQ(buffer.caret(), (TextPlace {0, 2}));
    type(buffer, U"x");
    type(buffer, U"k");
    EXPECT_EQ(buffer.text(), "tikễng");
}

TEST(TextBuffer, TakesBackByStepsOfAWord)
{
    TextBuffer buffer;
    type(buffer, U"mootj hai ba");
    buffer.undo();
    EXPECT_EQ(buffer.text(), "một hai ");
    buffer.undo();
    EXPECT_EQ(buffer.text(), "một ");
    buffer.redo();
    EXPECT_EQ(buffer.text(), "một hai ");
    buffer.insert("X\nY");
    EXPECT_EQ(buffer.text(), "một hai X\nY");
    buffer.undo();
    EXPECT_EQ(buffer.text(), "một hai ");
    buffer.undo();
    buffer.undo();
    EXPECT_TRUE(buffer.empty());
    EXPECT_FALSE(buffer.can_undo());
    buffer.redo();
    EXPECT_EQ(buffer.text(), "một ");
}

TEST(TextBuffer, SelectsCutsAndReplaces)
{
    TextBuffer buffer;
    buffer.set_text("Đồng chí Phượng\nphát biểu");
    buffer.select_word({0, std::string("Đồng c").size()});
    EXPECT_EQ(buffer.selected(), "chí");
    EXPECT_EQ(buffer.cut(), "chí");
    EXPECT_EQ(buffer.text(), "Đồng  Phượng\nphát biểu");
    buffer.undo();
    EXPECT_EQ(buffer.selected(), "chí");
    type(buffer, U"ban");
    EXPECT_EQ(buffer.text(), "Đồng ban Phượng\nphát biểu");
    buffer.select_all();
    buffer.backspace();
    EXPECT_TRUE(buffer.empty());
    buffer.undo();
    EXPECT_EQ(buffer.text(), "Đồng ban Phượng\nphát biểu");
}

TEST(TextBuffer, MovesByLettersWordsAndParagraphs)
{
    TextBuffer buffer;
    buffer.set_text("ấm áp\nvà");
    buffer.step(CaretStep::Start);
    buffer.step(CaretStep::Right);
    EXPECT_EQ(buffer.caret(), (TextPlace {0, 3}));
    buffer.step(CaretStep::WordRight);
    buffer.step(CaretStep::WordRight, Select::Extend);
    EXPECT_EQ(buffer.selected(), " áp");
    buffer.step(CaretStep::Right);
    buffer.step(CaretStep::Right);
    EXPECT_EQ(buffer.caret(), (TextPlace {1, 0}));
    buffer.step(CaretStep::WordLeft);
    EXPECT_EQ(buffer.caret(), (TextPlace {0, 5}));
    buffer.step(CaretStep::ParagraphEnd);
    buffer.delete_forward();
    EXPECT_EQ(buffer.text(), "ấm ápvà");
    buffer.delete_word_back();
    EXPECT_EQ(buffer.text(), "ấm và");
}

TEST(TextBuffer, TakesBackWhatTheEyeSees)
{
    TextBuffer buffer;
    type(buffer, U"tieengs");
    buffer.backspace();
    EXPECT_EQ(buffer.text(), "tiến");
    for (int i = 0; i < 4; ++i)
        buffer.backspace();
    EXPECT_TRUE(buffer.empty());
    buffer.backspace();
    type(buffer, U"as");
    EXPECT_EQ(buffer.text(), "á");
}

TEST(TextBuffer, PastesNfcWithoutControlCharacters)
{
    TextBuffer buffer;
    buffer.insert("Tie\u0302\u0301ng\u200B Vi\u1EC7t\x07\r\nhai\tba\u2028bốn\r");
    EXPECT_EQ(buffer.text(), "Tiếng Việt\nhai ba\nbốn\n");
    TextBuffer line(TextBuffer::Shape::OneLine);
    line.insert("một\nhai");
    line.type(U'\n');
    EXPECT_EQ(line.text(), "một hai");
}

TEST(TextBuffer, GivesTheKeysBackForEscape)
{
    TextBuffer buffer;
    type(buffer, U"test");
    EXPECT_EQ(buffer.text(), "tét");
    EXPECT_TRUE(buffer.uncompose());
    EXPECT_EQ(buffer.text(), "test");
    EXPECT_FALSE(buffer.uncompose());
    type(buffer, U" ");
    EXPECT_EQ(buffer.text(), "test ");
}

TEST(TextBuffer, TakesToneKeysOfTheScreen)
{
    TextBuffer buffer;
    buffer.set_options({.method = Method::Simple});
    type(buffer, U"đươ\u0300ng ");
    EXPECT_EQ(buffer.text(), "đường ");
    buffer.set_text("nguyên");
    type(buffer, U"\u0303");
    EXPECT_EQ(buffer.text(), "nguyễn");
    buffer.place_caret({0, 1});
    type(buffer, U"\u0301");
    EXPECT_EQ(buffer.text(), "nguyến");
}

TEST(TextBuffer, MarksByVniDigitsInsideAndBehindAWord)
{
    TextBuffer buffer;
    buffer.set_options({.method = Method::Vni});
    buffer.set_text("tieng 2026");
    type(buffer, U"1");
    EXPECT_EQ(buffer.text(), "tieng 20261");
    buffer.place_caret({0, 5});
    type(buffer, U"61");
    EXPECT_EQ(buffer.text(), "tiếng 20261");
    buffer.place_caret({0, 1});
    type(buffer, U"2");
    EXPECT_EQ(buffer.text(), "tiềng 20261");
}

TEST(TextBuffer, KeepsFlatPlacesForDrafts)
{
    TextBuffer buffer;
    buffer.set_text("một\nhai\n\nba");
    for (std::size_t byte = 0; byte <= buffer.text().size(); ++byte) {
        const TextPlace place = buffer.unflat(byte);
        EXPECT_LE(buffer.flat(place), byte);
        EXPECT_EQ(buffer.unflat(buffer.flat(place)), place);
    }
    EXPECT_EQ(buffer.unflat(1000), (TextPlace {3, 2}));
}

TEST(TextBuffer, ComesBackWholeFromAnyChanges)
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        TextBuffer buffer;
        std::vector<std::string> states;
        for (int i = 0; i < 60; ++i) {
            switch (random() % 12) {
            case 0:
                buffer.backspace();
                break;
            case 1:
                buffer.delete_forward();
                break;
            case 2:
                buffer.insert("dán\nvào ");
                break;
            case 3:
                buffer.step(static_cast<CaretStep>(random() % 8),
                    random() % 2 ? Select::Extend : Select::No);
                break;
            case 4:
                buffer.type(U'\n');
                break;
            case 5:
                buffer.type(U' ');
                break;
            case 6:
                buffer.delete_word_back();
                break;
            case 7:
                (void)buffer.cut();
                break;
            default:
                buffer.type(U"aoeuwsfdnghtc"[random() % 13]);
                break;
            }
            ASSERT_EQ(buffer.text(), nfc(buffer.text())) << "seed " << seed;
            ASSERT_EQ(buffer.unflat(buffer.flat(buffer.caret())), buffer.caret())
                << "seed " << seed;
        }
        buffer.settle();
        const std::string last = buffer.text();
        while (buffer.can_undo())
            buffer.undo();
        ASSERT_TRUE(buffer.empty()) << "seed " << seed << ": " << buffer.text();
        while (buffer.can_redo())
            buffer.redo();
        ASSERT_EQ(buffer.text(), last) << "seed " << seed;
    }
}

TEST(TextBuffer, TakesASuggestionInPlaceOfTheWord)
{
    TextBuffer buffer;
    for (const char32_t key : std::u32string_view(U"gửi phuong"))
        buffer.type(key);
    buffer.take_suggestion("Phượng", 6);
    EXPECT_EQ(buffer.text(), "gửi Phượng ");
    buffer.type(U'.'); // The space was the suggestion's.
    EXPECT_EQ(buffer.text(), "gửi Phượng.");
    buffer.take_suggestion("Đề nghị", 0);
    EXPECT_EQ(buffer.text(), "gửi Phượng. Đề nghị ");
    buffer.undo();
    EXPECT_EQ(buffer.text(), "gửi Phượng.");
}

TEST(TextBuffer, KeepsTheSpaceThatStandsThere)
{
    TextBuffer buffer;
    buffer.set_text("gửi ph ngay");
    buffer.place_caret({0, 8});
    buffer.take_suggestion("Phượng", 2);
    EXPECT_EQ(buffer.text(), "gửi Phượng ngay");
    EXPECT_EQ(buffer.before_caret(), "gửi Phượng ");
}

TEST(TextBuffer, ComposesNothingThatAnInputMethodWrote)
{
    TextBuffer buffer;
    for (const char32_t character : std::u32string_view(U"ddaa e\u0301"))
        buffer.type_whole(character);
    EXPECT_EQ(buffer.text(), "ddaa é");
}

TEST(TextBuffer, TakesALetterThatComesWithItsMarks)
{
    TextBuffer buffer;
    for (const char32_t key : std::u32string_view(U"toán tieến aâ"))
        buffer.type(key);
    EXPECT_EQ(buffer.text(), "toán tieến aâ");
}

} // namespace
} // namespace chibo
