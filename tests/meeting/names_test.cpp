#include "meeting/names.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "meeting/letters.h"

namespace chibo {
namespace {

std::vector<std::string> lines_of(const std::string& name)
{
    std::ifstream file(std::string(CHIBO_TYPING_DATA) + "/" + name);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with("#"))
            lines.push_back(line);
    }
    return lines;
}

TEST(Names, ComeInTheOrderOfTheTable)
{
    const auto names = lines_of("names_sorted.tsv");
    ASSERT_EQ(names.size(), 60U);
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j)
            EXPECT_LT(name_order_key(names[i]), name_order_key(names[j]))
                << names[i] << " / " << names[j];
    }
}

TEST(Names, OfOnePersonWrittenTwoWaysStandTogether)
{
    EXPECT_EQ(name_order_key("Trần Thị Hoà"), name_order_key("trần thị  HÒA"));
    EXPECT_EQ(name_order_key("Trần Thị Thu\u0309y"), name_order_key("Trần Thị Thuỷ"));
    EXPECT_LT(name_order_key("Lê An"), name_order_key("Lê Ánh"));
    EXPECT_LT(name_order_key("Lê Văn An"), name_order_key("Lê Văn Án"));
    EXPECT_LT(name_order_key("Trần An"), name_order_key("Lê Án"));
}

TEST(Names, AreFoundAsTheTableSays)
{
    bool header = true;
    std::size_t count = 0;
    for (const auto& line : lines_of("search_fold.tsv")) {
        std::istringstream row(line);
        std::string query;
        std::string name;
        std::string match;
        std::string why;
        std::getline(row, query, '\t');
        std::getline(row, name, '\t');
        std::getline(row, match, '\t');
        std::getline(row, why);
        if (std::exchange(header, false) || why.starts_with("raw Telex"))
            continue; // Composed first: tests/typing.
        EXPECT_EQ(match_name(query, name) != NameMatch::None, match == "yes")
            << query << " / " << name << ": " << why;
        ++count;
    }
    EXPECT_EQ(count, 44U);
}

TEST(Names, AnswerBetterByTheGivenName)
{
    EXPECT_EQ(match_name("an", "Nguyễn Văn An"), NameMatch::Whole);
    EXPECT_EQ(match_name("th", "Nguyễn Thị Thủy"), NameMatch::GivenName);
    EXPECT_EQ(match_name("nguyen", "Nguyễn Thị Thủy"), NameMatch::OtherWord);
    EXPECT_EQ(match_name("ntt", "Nguyễn Thị Thủy"), NameMatch::Initials);
    EXPECT_EQ(match_name("nguyenthithuy", "Nguyễn Thị Thủy"), NameMatch::Initials);
    EXPECT_EQ(match_name("x", "Nguyễn Thị Thủy"), NameMatch::None);
    EXPECT_EQ(match_name("  ", "Nguyễn Thị Thủy"), NameMatch::OtherWord);
    EXPECT_EQ(match_name("thu thu", "Nguyễn Thu Thủy"), NameMatch::GivenName);
    EXPECT_EQ(match_name("thu thu thu", "Nguyễn Thu Thủy"), NameMatch::None);
}

TEST(Names, HavePartsShortFormsAndInitials)
{
    EXPECT_EQ(split_name(" Nguyễn  Thị Thu Thủy "), (NameParts {"Nguyễn", "Thị Thu", "Thủy"}));
    EXPECT_EQ(split_name("Lê Na"), (NameParts {"Lê", "", "Na"}));
    EXPECT_EQ(split_name("Na"), (NameParts {"", "", "Na"}));
    EXPECT_EQ(split_name(""), (NameParts {}));
    EXPECT_EQ(short_name("Nguyễn Thị Thu Thủy"), "Thu Thủy");
    EXPECT_EQ(short_name("Lê Na"), "Lê Na");
    EXPECT_EQ(name_initials("Nguyễn Thị Thu Thủy"), "TT");
    EXPECT_EQ(name_initials("Hoàng Ngọc Ánh"), "NÁ");
    EXPECT_EQ(name_initials("Trần Văn Đức"), "VĐ");
    EXPECT_EQ(name_on_two_lines("Hoàng Thị Ngọc Ánh").first, "Hoàng Thị");
    EXPECT_EQ(name_on_two_lines("Hoàng Thị Ngọc Ánh").second, "Ngọc Ánh");
    EXPECT_EQ(name_on_two_lines("Phạm Văn Dũng").first, "Phạm");
    EXPECT_EQ(name_on_two_lines("Lê Na").first, "Lê");
    EXPECT_EQ(name_on_two_lines("Na").second, "Na");
}

TEST(Names, AreCleanedAtImport)
{
    EXPECT_EQ(clean_name("\u200B Nguyễn\u00A0Văn  \u00D0ức "), "Nguyễn Văn Đức");
    EXPECT_EQ(clean_name("H\u2019Hen Niê"), "H'Hen Niê");
    EXPECT_EQ(title_case_name("NGUYỄN THỊ THU HÀ"), "Nguyễn Thị Thu Hà");
    EXPECT_EQ(title_case_name("ĐẶNG ƯỚC"), "Đặng Ước");
    EXPECT_EQ(title_case_name("Nguyễn thị Hà"), "Nguyễn thị Hà");
    EXPECT_EQ(fold_for_search("  Đường\u00A0 Phố "), "duong pho");
    EXPECT_EQ(fold_for_search("Đu\u031Bo\u031B\u0300ng"), "duong");
}

TEST(Letters, ComeApartAndTogether)
{
    for (const char32_t character : std::u32string_view(U"aàảãáạăằẳẵắặâầẩẫấậđeẹêếỹỵưựơợĐẾỰ")) {
        EXPECT_EQ(join_letter(split_letter(character)), character);
        EXPECT_EQ(to_lower(to_upper(character)), to_lower(character));
    }
    EXPECT_EQ(to_utf8(to_utf32("Điều 1 – 20 °C 🙂")), "Điều 1 – 20 °C 🙂");
    EXPECT_EQ(to_utf32("a\xff\xc3"), U"a\uFFFD\uFFFD");
    EXPECT_FALSE(is_utf8("\xc0\x80"));
    EXPECT_FALSE(is_utf8("\xed\xa0\x80"));
    EXPECT_TRUE(is_utf8("Đức"));
}

TEST(Names, ArePeopleCalledByTheirLastWords)
{
    for (const char* wanted : {"Lê Thị Minh Hằng", "Minh Hằng", "hằng", "HANG", "minh  hang"})
        EXPECT_TRUE(is_called("Lê Thị Minh Hằng", wanted)) << wanted;
    for (const char* wanted : {"", " ", "Minh", "ang", "Lê Hằng"})
        EXPECT_FALSE(is_called("Lê Thị Minh Hằng", wanted)) << wanted;
}

} // namespace
} // namespace chibo
