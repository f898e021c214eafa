#include "typing/composer.h"

#include <random>

#include <gtest/gtest.h>

#include "typing/typing_data.h"

namespace chibo {
namespace {

constexpr TypingOptions telex {Method::Telex, ToneStyle::Old};
constexpr TypingOptions telex_new {Method::Telex, ToneStyle::New};
constexpr TypingOptions vni {Method::Vni, ToneStyle::Old};
constexpr TypingOptions vni_new {Method::Vni, ToneStyle::New};
constexpr TypingOptions simple {Method::Simple, ToneStyle::Old};

void expect_syllables(
    const std::string& file, const TypingOptions& old_style, const TypingOptions& new_style)
{
    const auto rows = read_tsv(file);
    ASSERT_EQ(rows.size(), 2500U);
    for (const auto& row : rows) {
        EXPECT_EQ(compose_line(row.at(0), old_style), row.at(1)) << row.at(0);
        EXPECT_EQ(compose_line(row.at(0), new_style), row.at(2)) << row.at(0);
    }
}

TEST(Composer, WritesEverySyllableOfTheTelexTable)
{
    expect_syllables("telex.tsv", telex, telex_new);
}

TEST(Composer, WritesEverySyllableOfTheVniTable)
{
    expect_syllables("vni.tsv", vni, vni_new);
}

TEST(Composer, DecidesAsThePolicyTableSays)
{
    const auto rows = read_tsv("policy.tsv");
    ASSERT_EQ(rows.size(), 105U);
    for (const auto& row : rows) {
        if (row.at(0) == "method")
            continue;
        TypingOptions options;
        options.method = row.at(0) == "vni" ? Method::Vni : Method::Telex;
        options.tones = row.at(3) == "tone=new" ? ToneStyle::New : ToneStyle::Old;
        options.lone_w = row.at(3) == "w=anywhere" ? LoneW::Anywhere : LoneW::AfterConsonant;
        EXPECT_EQ(compose_line(row.at(1), options), row.at(2)) << row.at(0) << " " << row.at(1);
    }
}

TEST(Composer, DecidesAsOurOwnCasesSay)
{
    const auto rows = read_tsv("own_cases.tsv");
    ASSERT_GT(rows.size(), 300U);
    for (const auto& row : rows)
        EXPECT_EQ(compose_line(row.at(1), row.at(0) == "vni" ? vni : telex), row.at(2))
            << row.at(0) << " " << row.at(1) << ": " << row.at(3);
}

TEST(Composer, WritesEverySyllableOfTheTablesBeforeASpaceToo)
{
    for (const auto& [file, options] :
        {std::pair {"telex.tsv", telex}, std::pair {"vni.tsv", vni}}) {
        for (const auto& row : read_tsv(file))
            EXPECT_EQ(compose_line(row.at(0) + " ", options), row.at(1) + " ") << row.at(0);
    }
}

TEST(Composer, ComposesNothingPastTheLongestWord)
{
    const std::string capitals(longest_word - 2, 'B');
    EXPECT_EQ(compose_line(capitals + "DD", telex), capitals + "Đ");
    EXPECT_EQ(compose_line(capitals + "BBDD", telex), capitals + "BBDD");
    // One vowel a hundred thousand times: with work that grows faster than the word this would
    // never come back.
    const std::string endless(100'000, 'e');
    EXPECT_EQ(compose_line(endless, telex), endless.substr(1)); // eee is ee.
    EXPECT_EQ(compose_line(endless + "<BS><BS>", telex), endless.substr(3));
    const std::string tones = "a" + std::string(100'000, 's');
    EXPECT_EQ(compose_line(tones, telex), tones.substr(0, tones.size() - 1));
}

TEST(Composer, LeavesWordsOfOtherLanguagesAsTyped)
{
    for (const std::string word : {"email", "server", "file", "windows", "test", "user", "class",
             "office", "express", "word", "excel", "power", "google", "zalo", "wifi", "usb", "pdf",
             "docx", "COVID", "ISO", "USB", "Windows", "Excel", "12A", "laptop", "password",
             "deadline", "website", "facebook", "report", "zoom", "www", "status", "message",
             "process", "error", "online", "link", "slide", "video", "data"}) {
        EXPECT_EQ(compose_line(word, telex), word);
        EXPECT_EQ(compose_line(word + " ", telex), word + " ");
        EXPECT_EQ(compose_line(word, vni), word);
    }
}

TEST(Composer, WritesDocumentNumbersAsTheyAre)
{
    EXPECT_EQ(compose_line("35-NQ/TW", telex), "35-NQ/TW");
    EXPECT_EQ(compose_line("366-QDD/TW", telex), "366-QĐ/TW");
    EXPECT_EQ(compose_line("238-NQ/DDU", telex), "238-NQ/ĐU");
    EXPECT_EQ(compose_line("15-HD/BTCTW", telex), "15-HD/BTCTW");
    EXPECT_EQ(compose_line("366-QD9/TW", vni), "366-QĐ/TW");
    EXPECT_EQ(compose_line("vaf/hoawcj", telex), "và/hoặc");
    EXPECT_EQ(compose_line("HDDND, DDBQH, UBKTDDU", telex), "HĐND, ĐBQH, UBKTĐU");
}

TEST(Composer, LeavesAddressesAlone)
{
    EXPECT_EQ(compose_line("hoas.vawn@tinhuy.gov.vn gửi", telex), "hóa.vawn@tinhuy.gov.vn gửi");
    EXPECT_EQ(
        compose_line("https://dangcongsan.vn/thowif", telex), "https://dangcongsan.vn/thowif");
    EXPECT_EQ(compose_line("www.tests.vn", telex), "www.tests.vn");
}

TEST(Composer, ComposesBehindADigitOnlyWhatIsPlainlyAWord)
{
    EXPECT_EQ(compose_line("500dd", telex), "500đ");
    EXPECT_EQ(compose_line("30thangs", telex), "30tháng");
    EXPECT_EQ(compose_line("12As", telex), "12As");
    EXPECT_EQ(compose_line("12A1", vni), "12A1");
    EXPECT_EQ(compose_line("8h30", vni), "8h30");
}

TEST(Composer, TakesLettersAndToneKeysOfTheSimpleMethod)
{
    EXPECT_EQ(compose_line("tiêng\u0301", simple), "tiếng");
    EXPECT_EQ(compose_line("ti\u0301êng", simple), "tiếng");
    EXPECT_EQ(compose_line("đươ\u0300ng", simple), "đường");
    EXPECT_EQ(compose_line("ho\u0300a", simple), "hòa");
    EXPECT_EQ(compose_line("hoas", simple), "hoas");
    EXPECT_EQ(compose_line("a\u0301\u0301", simple), "a");
    EXPECT_EQ(compose_line("tie\u0302\u0301ng", telex), "tiếng");
}

TEST(Composer, OpensUoUntilALetterFollows)
{
    Composer word(telex);
    word.begin(U"");
    for (const char32_t key : std::u32string_view(U"thuow"))
        word.press(key);
    EXPECT_EQ(word.text(), U"thuơ");
    word.press(U'n');
    EXPECT_EQ(word.text(), U"thươn");
}

TEST(Composer, TakesBackWhatTheEyeSees)
{
    EXPECT_EQ(compose_line("toans<BS>", telex), "tóa");
    EXPECT_EQ(compose_line("tieengs<BS><BS>m", telex), "tiếm");
    EXPECT_EQ(compose_line("ass<BS>s", telex), "á");
    EXPECT_EQ(compose_line("winx<BS>dows ", telex), "windows ");
    EXPECT_EQ(compose_line("tieeng <BS>s", telex), "tiếng");
    EXPECT_EQ(compose_line("a b<BS><BS><BS><BS>c", telex), "c");
}

TEST(Composer, MarksAWordThatStandsInTheText)
{
    EXPECT_EQ(mark_word(U"", U"tieng", U's', telex), U"tiéng");
    EXPECT_EQ(mark_word(U"", U"tiêng", U's', telex), U"tiếng");
    EXPECT_EQ(mark_word(U"", U"Duong", U'd', telex), U"Đuong");
    EXPECT_EQ(mark_word(U"", U"Đuong", U'w', telex), U"Đương");
    EXPECT_EQ(mark_word(U"", U"toán", U'f', telex), U"toàn");
    EXPECT_EQ(mark_word(U"", U"toán", U'z', telex), U"toan");
    EXPECT_EQ(mark_word(U"", U"toán", U'0', vni), U"toan");
    EXPECT_EQ(mark_word(U"", U"toán", U'2', vni), U"toàn");
    EXPECT_EQ(mark_word(U"", U"tieng", U'k', telex), std::nullopt);
    EXPECT_EQ(mark_word(U"", U"windows", U's', telex), std::nullopt);
}

TEST(Composer, GivesTheKeysBackForEscape)
{
    Composer word(telex);
    word.begin(U"");
    for (const char32_t key : std::u32string_view(U"tieengs"))
        word.press(key);
    EXPECT_EQ(word.as_typed(), U"tieengs");
}

std::u32string random_keys(std::mt19937& random, std::u32string_view alphabet)
{
    std::u32string keys;
    const std::size_t length = random() % 14 + 1;
    for (std::size_t i = 0; i < length; ++i)
        keys.push_back(alphabet[random() % alphabet.size()]);
    return keys;
}

/// Letters that are never anything but letters, in their order.
std::u32string steady_letters(std::u32string_view text)
{
    std::u32string letters;
    for (const char32_t character : text) {
        const char32_t base = split_letter(character).base;
        if (std::u32string_view(U"bcghiklmnpqtuvy").find(base) != std::u32string_view::npos)
            letters.push_back(base);
    }
    return letters;
}

class ComposerWithAnyKeys : public testing::TestWithParam<TypingOptions> {
protected:
    static constexpr std::u32string_view alphabet
        = U"aaeeoouuiyyddwwsfrxjzthngcpmkqbvlTHNGAEODSW0123456789";
};

TEST_P(ComposerWithAnyKeys, LosesNoLetterAndEmptiesByTheLettersSeen)
{
    for (unsigned seed = 0; seed < 3000; ++seed) {
        std::mt19937 random(seed);
        const std::u32string keys = random_keys(random, alphabet);
        Composer word(GetParam());
        word.begin(random() % 4 == 0 ? U"35-" : U"");
        for (const char32_t key : keys) {
            if (word.takes(key))
                word.press(key);
        }
        std::u32string expected = steady_letters(word.as_typed());
        std::u32string shown = steady_letters(word.text());
        std::erase(shown, U'u'); // w may be ư.
        std::erase(expected, U'u');
        ASSERT_EQ(shown, expected) << to_utf8(keys) << " seed " << seed;
        (void)word.ended();
        for (std::size_t left = word.text().size(); left > 0; --left) {
            ASSERT_EQ(word.text().size(), left) << to_utf8(keys) << " seed " << seed;
            ASSERT_TRUE(word.backspace());
        }
        ASSERT_TRUE(word.text().empty()) << to_utf8(keys) << " seed " << seed;
    }
}

INSTANTIATE_TEST_SUITE_P(Methods, ComposerWithAnyKeys,
    testing::Values(
        telex, vni, simple, TypingOptions {Method::Telex, ToneStyle::New, LoneW::Anywhere}));

} // namespace
} // namespace chibo
