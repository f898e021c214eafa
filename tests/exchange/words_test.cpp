// data/words.txt: what an unlock code is drawn from.
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <utf8proc.h>

namespace {

std::vector<std::string> words()
{
    std::ifstream file(CHIBO_SOURCE_DIR "/data/words.txt");
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

/// Without marks and đ, as a code is read.
std::string folded(const std::string& word)
{
    std::string text = word;
    for (auto at = text.find("đ"); at != std::string::npos; at = text.find("đ"))
        text.replace(at, std::string("đ").size(), "d");
    utf8proc_uint8_t* bare = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &bare,
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK));
    std::string result(reinterpret_cast<char*>(bare), static_cast<std::size_t>(size));
    free(bare);
    return result;
}

TEST(Words, Are2048AndDistinctWithoutTheirMarks)
{
    const auto all = words();
    std::set<std::string> foldings;
    for (const std::string& word : all)
        foldings.insert(folded(word));
    EXPECT_EQ(all.size(), 2048U);
    EXPECT_EQ(foldings.size(), 2048U);
}

TEST(Words, AreReadOneWayInARow)
{
    // No word is the first syllable of another: four words typed with spaces are four words and no
    // others.
    std::set<std::string> single, first;
    for (const std::string& word : words()) {
        const std::string bare = folded(word);
        const auto space = bare.find(' ');
        (space == std::string::npos ? single : first).insert(bare.substr(0, space));
    }
    for (const std::string& syllable : first)
        EXPECT_FALSE(single.contains(syllable)) << syllable;
}

TEST(Words, AreTypedWithLettersAlone)
{
    for (const std::string& word : words())
        EXPECT_EQ(folded(word).find_first_not_of("abcdefghijklmnopqrstuvwxyz "), std::string::npos)
            << word;
}

TEST(Words, HoldTheDemosCode)
{
    const auto all = words();
    for (const char* word : {"sen", "hồng", "nắng", "mới"})
        EXPECT_NE(std::find(all.begin(), all.end(), word), all.end()) << word;
}

} // namespace
