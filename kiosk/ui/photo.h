// A photo from a file's bytes: checked, cut to a square and made small. Pure work, for a job beside
// the frame.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "meeting/result.h"

namespace chibo {

/// A square picture, ready for the graphics card: four bytes a pixel.
struct Photo {
    int side_px = 0;
    std::vector<std::uint8_t> rgba {};
};

inline constexpr std::size_t most_photo_bytes = 24U * 1024 * 1024;

/// Refuses what is no JPEG or PNG (photo.not_an_image), what has no end (photo.cut), and what is
/// larger than a camera's picture (photo.too_large): a picture of 20,000 pixels would take the
/// tablet's memory.
[[nodiscard]] Result<Photo> decode_photo(std::span<const std::uint8_t> file);

/// A file on a stick as the record keeps it: checked, small, a JPEG. Refused as by decode_photo(),
/// and where it cannot be read (photo_sheet.unreadable).
[[nodiscard]] Result<std::string> photo_to_keep(const std::filesystem::path& file);
/// Pictures by their names' endings, in a folder and the folders in it, the newest first; 200 at
/// most.
[[nodiscard]] std::vector<std::filesystem::path> pictures_in(const std::filesystem::path& folder);

} // namespace chibo
