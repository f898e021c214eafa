// A photo from a file's bytes: checked, cut to a square and made small. Pure work, for a job beside
// the frame.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "meeting/result.h"

namespace chibo {

/// A square picture, ready for the graphics card: four bytes a pixel.
struct Photo {
    int side_px = 0;
    std::vector<std::uint8_t> rgba {};
};

/// Refuses what is no JPEG or PNG (photo.not_an_image), what has no end (photo.cut), and what is
/// larger than a camera's picture (photo.too_large): a picture of 20,000 pixels would take the
/// tablet's memory.
[[nodiscard]] Result<Photo> decode_photo(std::span<const std::uint8_t> file);

} // namespace chibo
