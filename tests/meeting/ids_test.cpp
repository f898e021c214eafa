#include "meeting/ids.h"

#include <gtest/gtest.h>

namespace chibo {
namespace {

constexpr std::array<std::uint8_t, 10> chance {
    0xff, 0x12, 0xff, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0};

TEST(Uuid, CarriesTheTimeVersionAndVariant)
{
    EXPECT_EQ(Uuid::v7(0x0123456789ab, chance).text(), "01234567-89ab-7f12-bf34-56789abcdef0");
}

TEST(Uuid, ReadsWhatItWrites)
{
    const auto id = Uuid::v7(1'785'888'000'000, chance);
    EXPECT_EQ(Uuid::parse(id.text()), id);
}

TEST(Uuid, RefusesAnythingElse)
{
    EXPECT_FALSE(Uuid::parse(""));
    EXPECT_FALSE(Uuid::parse("01234567-89AB-7f12-bf34-56789abcdef0"));
    EXPECT_FALSE(Uuid::parse("01234567089ab-7f12-bf34-56789abcdef0"));
    EXPECT_FALSE(Uuid::parse("01234567-89ab-7f12-bf34-56789abcdef0 "));
}

TEST(Uuid, SortsByTime)
{
    EXPECT_LT(Uuid::v7(1000, chance), Uuid::v7(1001, {}));
}

} // namespace
} // namespace chibo
