#include "typing/scanner.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

TEST(Scan, OfAMemberCardIsItsCode)
{
    EXPECT_EQ(parse_scan("CB-0417")->number, "CB-0417");
    EXPECT_EQ(parse_scan(" cb0417\r")->number, "CB-0417");
    EXPECT_EQ(parse_scan("CB-0417")->kind, ScannedKind::Card);
}

TEST(Scan, OfAPartyCardIsItsDigits)
{
    for (const auto* text : {"12345678", "12.345678", " 12.345678\r"}) {
        const auto code = parse_scan(text);
        ASSERT_TRUE(code) << text;
        EXPECT_EQ(code->kind, ScannedKind::Card);
        EXPECT_EQ(code->number, "12345678");
    }
}

TEST(Scan, OfAChipCardKeepsOnlyTheTwelveDigits)
{
    for (const auto* text : {"012345678901|123456789|Nguyễn Thị Lan|01021985|Nữ|Hà Nội|15042021",
             "012345678901||Nguye^~n Thi. Lan|01021985|Nu|x|15042021|y|z", "012345678901"}) {
        const auto code = parse_scan(text);
        ASSERT_TRUE(code);
        EXPECT_EQ(code->kind, ScannedKind::Citizen);
        EXPECT_EQ(code->number, "012345678901");
    }
}

TEST(Scan, ThatIsNotWholeIsRefused)
{
    for (const auto* text :
        {"CB-", "CB-04x7", "CB-à́", "01234567890|1|A", "|||", "0123456789012", "ăâ12"})
        EXPECT_EQ(parse_scan(text).error().key, "scan.mangled") << text;
    for (const auto* text : {"https://vneid.gov.vn/x", "", "hello"})
        EXPECT_EQ(parse_scan(text).error().key, "scan.not_a_card") << text;
}

TEST(ScanDetector, KnowsAScanByItsSpeed)
{
    ScanDetector scanner;
    std::int64_t now = 1000;
    for (const char32_t c : std::u32string_view(U"CB-0417"))
        EXPECT_FALSE(scanner.take(c, now += 5));
    EXPECT_TRUE(scanner.reading());
    EXPECT_EQ(scanner.take(U'\n', now += 5), "CB-0417");
    EXPECT_FALSE(scanner.reading());
}

TEST(ScanDetector, LeavesAPersonsTypingAlone)
{
    ScanDetector scanner;
    std::int64_t now = 1000;
    for (const char32_t c : std::u32string_view(U"nghieen cuwsu"))
        EXPECT_FALSE(scanner.take(c, now += 90));
    EXPECT_FALSE(scanner.take(U'\n', now += 90));
    // Keys before the scan are not part of it.
    for (const char32_t c : std::u32string_view(U"CB-0417"))
        (void)scanner.take(c, now += c == U'C' ? 300 : 4);
    EXPECT_EQ(scanner.take(U'\r', now += 4), "CB-0417");
}

} // namespace
} // namespace chibo
