#include "typing/suggester.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace chibo {
namespace {

class SuggesterTest : public testing::Test {
protected:
    SuggesterTest()
    {
        m_suggester.set_people({"Nguyễn Thị Hồng Phượng", "Phạm Văn Dũng", "Trần Thị Thu Thủy"});
        m_suggester.set_phrases({"đề nghị chi bộ", "phương án", "phương hướng", "hội viên",
            "theo kế hoạch", "nhất trí với"});
        m_suggester.set_words(std::make_shared<LearntWords>(std::vector<std::string> {
            "Số hóa hồ sơ hội viên; phương tiện.", "Số hóa chậm, phương tiện thiếu.", "một lần"}));
    }
    [[nodiscard]] std::vector<std::string> texts(std::string_view before) const
    {
        std::vector<std::string> texts;
        for (const Suggestion& one : m_suggester.suggest(before))
            texts.push_back(one.text);
        return texts;
    }
    /// What stands before the caret once the suggestion was taken.
    [[nodiscard]] std::string taken(std::string before, const std::string& text) const
    {
        for (const Suggestion& one : m_suggester.suggest(before)) {
            if (one.text == text)
                return before.erase(before.size() - one.replaces) + one.text;
        }
        return "not offered";
    }

    Suggester m_suggester;
};

TEST_F(SuggesterTest, NamesPeopleFirstThenPhrasesThenLearntWords)
{
    const auto found = texts("gửi đồng chí phuong");
    ASSERT_GE(found.size(), 5U);
    EXPECT_EQ(found[0], "Phượng");
    EXPECT_EQ(found[1], "Nguyễn Thị Hồng Phượng");
    EXPECT_EQ(found[2], "phương án");
    EXPECT_EQ(found[3], "phương hướng");
    EXPECT_EQ(found[4], "phương");
}

TEST_F(SuggesterTest, FindsANameByItsWordsWithoutMarks)
{
    EXPECT_EQ(taken("ý kiến của nguyen thi", "Nguyễn Thị Hồng Phượng"),
        "ý kiến của Nguyễn Thị Hồng Phượng");
    EXPECT_EQ(taken("giao thu th", "Trần Thị Thu Thủy"), "giao Trần Thị Thu Thủy");
    EXPECT_EQ(texts("dung").front(), "Dũng");
    // A mark that is typed must be there.
    EXPECT_EQ(taken("phường", "Phượng"), "not offered");
}

TEST_F(SuggesterTest, OffersEverybodyBehindATitle)
{
    const auto found = texts("gửi đồng chí ");
    ASSERT_GE(found.size(), 3U);
    EXPECT_EQ(found[0], "Hồng Phượng");
    EXPECT_EQ(found[2], "Thu Thủy");
}

TEST_F(SuggesterTest, GoesOnWithAPhraseThatSeveralWordsBegin)
{
    EXPECT_EQ(taken("Tôi de nghi", "đề nghị chi bộ"), "Tôi đề nghị chi bộ");
    EXPECT_EQ(taken("Tôi đề nghị ", "đề nghị chi bộ"), "Tôi đề nghị chi bộ");
    EXPECT_EQ(taken("nhat tri", "Nhất trí với"), "not offered");
    EXPECT_EQ(taken("Nhat tri", "Nhất trí với"), "Nhất trí với");
}

TEST_F(SuggesterTest, CompletesAWordToThePhraseThatItEnds)
{
    EXPECT_EQ(texts("hồ sơ viên").front(), "viên");
    EXPECT_EQ(taken("hồ sơ viên", "hội viên"), "hồ sơ hội viên");
    EXPECT_EQ(taken("hồ sơ hội viên", "hội viên"), "hồ sơ hội viên");
}

TEST_F(SuggesterTest, BeginsASentenceWithACapital)
{
    EXPECT_EQ(texts("").front(), "Đề nghị chi bộ");
    EXPECT_EQ(texts("Xong. ").front(), "Đề nghị chi bộ");
    EXPECT_EQ(texts("Xong, ").front(), "đề nghị chi bộ");
}

TEST_F(SuggesterTest, LearnsWhatWasSaidTwice)
{
    EXPECT_EQ(taken("so h", "số hóa"), "số hóa");
    EXPECT_EQ(taken("phuong t", "phương tiện"), "phương tiện");
    EXPECT_EQ(taken("phuong", "phương tiện"), "not offered"); // Once its second word is begun.
    EXPECT_EQ(taken("một l", "một lần"), "not offered");
}

TEST(LearntWords, GivesTheMostUsedFirst)
{
    const LearntWords words(std::vector<LearntWords::Word> {
        {"tiến độ", U"tien do", 3}, {"tiền", U"tien", 9}, {"tiên", U"tien", 1}});
    const auto found = words.beginning_with(U"tien", 2);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0]->text, "tiền");
    EXPECT_EQ(found[1]->text, "tiến độ");
    EXPECT_EQ(words.beginning_with(U"tiê", 9).front()->text, "tiền");
    EXPECT_EQ(words.beginning_with(U"tiến", 9).size(), 1U);
}

} // namespace
} // namespace chibo
