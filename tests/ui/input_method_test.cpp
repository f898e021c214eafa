#include "ui/input_method.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

void press_letters(InputMethodWatch& watch, int keys)
{
    for (int i = 0; i < keys; ++i)
        watch.letter_key();
}

TEST(InputMethodWatchTest, LeavesPlainKeysToOurs)
{
    InputMethodWatch watch(true);
    for (int i = 0; i < 3; ++i) {
        watch.letter_key();
        EXPECT_FALSE(watch.wrote_letter());
    }
    EXPECT_FALSE(watch.keeps_backspace());
}

/// As ibus-unikey does: "tieesng " brings nothing until the space, then "tiếng " at once.
TEST(InputMethodWatchTest, SeesAWordThatIsCommittedWhole)
{
    InputMethodWatch watch(true);
    press_letters(watch, 8);
    for (int letter = 0; letter < 6; ++letter)
        EXPECT_TRUE(watch.wrote_letter()) << letter;
}

TEST(InputMethodWatchTest, SeesTextThatNoKeyBrought)
{
    InputMethodWatch watch(false);
    EXPECT_TRUE(watch.wrote_letter());
    watch.other_key();
    EXPECT_FALSE(watch.wrote_letter());
}

TEST(InputMethodWatchTest, LeavesBackspaceToTheWordThatIsComposed)
{
    InputMethodWatch watch(true);
    press_letters(watch, 2);
    EXPECT_TRUE(watch.keeps_backspace());
    EXPECT_TRUE(watch.keeps_backspace());
    EXPECT_FALSE(watch.keeps_backspace());
}

/// A dead key and its letter are two keys for one letter.
TEST(InputMethodWatchTest, TakesNoDeadKeyForAMethod)
{
    InputMethodWatch watch(false);
    press_letters(watch, 2);
    EXPECT_FALSE(watch.wrote_letter());
    EXPECT_FALSE(watch.keeps_backspace());
}

} // namespace
} // namespace chibo
