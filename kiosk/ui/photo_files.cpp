// Photos as files: which lie on a stick, and one of them made small for the record.
#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>

#include <stb/stb_image_write.h>

#include "ui/photo.h"

namespace chibo {
namespace {

constexpr int jpeg_quality = 90;
constexpr std::size_t most_pictures = 200;
constexpr int most_looked_at = 4000; // A stick may be full of other things.
constexpr std::array<std::string_view, 3> endings {".jpg", ".jpeg", ".png"};

bool is_picture(const std::filesystem::path& file)
{
    std::string ending = file.extension().string();
    std::ranges::transform(ending, ending.begin(),
        [](char sign) { return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign; });
    return std::ranges::find(endings, ending) != endings.end();
}

std::string jpeg_of(const Photo& photo)
{
    std::string bytes;
    stbi_write_jpg_to_func(
        [](void* to, void* data, int size) {
            static_cast<std::string*>(to)->append(
                static_cast<const char*>(data), static_cast<std::size_t>(size));
        },
        &bytes, photo.side_px, photo.side_px, 4, photo.rgba.data(), jpeg_quality);
    return bytes;
}

} // namespace

Result<std::string> photo_to_keep(const std::filesystem::path& file)
{
    std::error_code gone;
    const auto size = std::filesystem::file_size(file, gone);
    if (gone)
        return refuse("photo_sheet.unreadable");
    if (size > most_photo_bytes)
        return refuse("photo.too_heavy", {{"mb", std::to_string(size / 1'000'000)}});
    std::ifstream in(file, std::ios::binary);
    std::vector<std::uint8_t> bytes(size);
    if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size)))
        return refuse("photo_sheet.unreadable");
    const auto photo = decode_photo(bytes);
    if (!photo)
        return tl::unexpected(photo.error());
    return jpeg_of(*photo);
}

std::vector<std::filesystem::path> pictures_in(const std::filesystem::path& folder)
{
    using Found = std::pair<std::filesystem::file_time_type, std::filesystem::path>;
    std::vector<Found> found;
    std::error_code error; // A stick that was pulled out has no pictures.
    std::filesystem::recursive_directory_iterator at(
        folder, std::filesystem::directory_options::skip_permission_denied, error);
    int looked_at = 0;
    for (const std::filesystem::recursive_directory_iterator end;
        !error && at != end && ++looked_at < most_looked_at; at.increment(error)) {
        if (at.depth() > 0)
            at.disable_recursion_pending();
        std::error_code gone;
        if (is_picture(at->path()) && at->is_regular_file(gone))
            found.emplace_back(at->last_write_time(gone), at->path());
    }
    std::ranges::sort(found, std::greater {});
    found.resize(std::min(found.size(), most_pictures));
    std::vector<std::filesystem::path> files;
    files.reserve(found.size());
    for (Found& one : found)
        files.push_back(std::move(one.second));
    return files;
}

} // namespace chibo
