#include "ui/photo.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <unistd.h>

#include <gtest/gtest.h>
#include <stb/stb_image_write.h>

namespace chibo {
namespace {

using Bytes = std::vector<std::uint8_t>;

void put(void* to, void* data, int size)
{
    const auto* bytes = static_cast<const std::uint8_t*>(data);
    static_cast<Bytes*>(to)->insert(static_cast<Bytes*>(to)->end(), bytes, bytes + size);
}

/// Grey from left to right.
Bytes pixels(int width, int height)
{
    Bytes grey;
    for (int i = 0; i < width * height; ++i)
        grey.push_back(static_cast<std::uint8_t>(i % width * 255 / width));
    return grey;
}

Bytes png(int width, int height)
{
    Bytes file;
    stbi_write_png_to_func(put, &file, width, height, 1, pixels(width, height).data(), width);
    return file;
}

Bytes jpeg(int width, int height)
{
    Bytes file;
    stbi_write_jpg_to_func(put, &file, width, height, 1, pixels(width, height).data(), 80);
    return file;
}

std::string refusal(const Bytes& file)
{
    const auto photo = decode_photo(file);
    return photo ? "" : photo.error().key;
}

TEST(Photo, IsCutToASmallSquare)
{
    const auto photo = decode_photo(png(640, 480));
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->side_px, 240);
    EXPECT_EQ(photo->rgba.size(), 240U * 240 * 4);
    EXPECT_EQ(photo->rgba[3], 255);
}

TEST(Photo, OfACameraIsRead)
{
    const auto photo = decode_photo(jpeg(300, 400));
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->side_px, 240);
}

TEST(Photo, SmallerThanTheAvatarStaysItsSize)
{
    const auto photo = decode_photo(png(3, 90));
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->side_px, 3);
}

TEST(Photo, ThatIsNoImageIsRefused)
{
    EXPECT_EQ(refusal({}), "photo.not_an_image");
    EXPECT_EQ(refusal(Bytes(1000, 'x')), "photo.not_an_image");
}

TEST(Photo, TwentyThousandPixelsWideIsRefusedBeforeItIsDecoded)
{
    EXPECT_EQ(refusal(png(20'000, 1)), "photo.too_large");
}

TEST(Photo, WithoutAnEndIsRefused)
{
    for (const Bytes& whole : {png(200, 200), jpeg(200, 200)}) {
        const Bytes half(
            whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(whole.size() / 2));
        EXPECT_EQ(refusal(half), "photo.cut");
    }
}

TEST(Photo, WithMoreCodesThanATableHoldsIsRefused)
{
    Bytes file = jpeg(200, 200);
    const std::array<std::uint8_t, 2> tables {0xFF, 0xC4};
    const auto segment = std::search(file.begin(), file.end(), tables.begin(), tables.end());
    ASSERT_LT(segment + 20, file.end());
    std::fill_n(segment + 5, 16, std::uint8_t {255}); // Behind marker, length and the table's name.
    EXPECT_EQ(refusal(file), "photo.not_an_image");
}

TEST(Photo, HeavierThanAnyPhotoIsRefused)
{
    EXPECT_EQ(refusal(Bytes(25U * 1024 * 1024, 0xFF)), "photo.too_heavy");
}

class PhotoFiles : public testing::Test {
protected:
    PhotoFiles() { std::filesystem::create_directories(folder / "DCIM"); }
    ~PhotoFiles() override { std::filesystem::remove_all(folder); }
    std::filesystem::path write(const std::string& name, const Bytes& bytes) const
    {
        const auto file = folder / name;
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()),
                static_cast<std::streamsize>(bytes.size()));
        return file;
    }

    std::filesystem::path folder
        = std::filesystem::temp_directory_path() / ("chibo_photos_" + std::to_string(::getpid()));
};

TEST_F(PhotoFiles, AreKeptSmallAndReadAgain)
{
    const auto kept = photo_to_keep(write("dung.png", png(3000, 4000)));
    ASSERT_TRUE(kept);
    EXPECT_LT(kept->size(), 40'000U);
    const auto photo
        = decode_photo({reinterpret_cast<const std::uint8_t*>(kept->data()), kept->size()});
    ASSERT_TRUE(photo);
    EXPECT_EQ(photo->side_px, 240);
}

TEST_F(PhotoFiles, ThatCannotBeUsedSayWhy)
{
    EXPECT_EQ(photo_to_keep(folder / "gone.png").error().key, "photo_sheet.unreadable");
    EXPECT_EQ(photo_to_keep(write("rong.png", png(20'000, 1))).error().key, "photo.too_large");
    EXPECT_EQ(photo_to_keep(write("chu.jpg", Bytes(50, 'x'))).error().key, "photo.not_an_image");
}

TEST_F(PhotoFiles, AreFoundByTheirEndingsAlsoOneFolderDown)
{
    write("a.JPG", {1});
    write("DCIM/b.png", {1});
    write("c.txt", {1});
    std::vector<std::string> names;
    for (const auto& file : pictures_in(folder))
        names.push_back(file.filename().string());
    std::ranges::sort(names);
    EXPECT_EQ(names, (std::vector<std::string> {"a.JPG", "b.png"}));
    EXPECT_TRUE(pictures_in(folder / "gone").empty());
}

} // namespace
} // namespace chibo
