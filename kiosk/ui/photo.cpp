#include "ui/photo.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string>

#include <stb/stb_image.h>

namespace chibo {
namespace {

constexpr int kept_side_px = 240; // The largest avatar, 120, on the finest screen.
constexpr int most_px_a_side = 9000;

struct Pixels {
    int width = 0;
    int height = 0;
    std::unique_ptr<std::uint8_t, void (*)(void*)> rgba {nullptr, stbi_image_free};
};

bool is_jpeg(std::span<const std::uint8_t> file)
{
    return file.size() > 3 && file[0] == 0xFF; // Any number of these may stand before 0xD8.
}

std::size_t length_at(std::span<const std::uint8_t> file, std::size_t at)
{
    return static_cast<std::size_t>(file[at]) << 8U | file[at + 1];
}

/// The bytes of the tables in a DHT segment, read as the decoder reads them: the last one may go on
/// behind the segment. Each is a byte, how many codes of each of 16 lengths, and the codes, which
/// are 256 at most; nothing where there are more.
std::optional<std::size_t> size_of_tables(std::span<const std::uint8_t> from, std::size_t length)
{
    constexpr std::size_t head = 17, most_codes = 256;
    std::size_t size = 0;
    while (size < length && size + 1 < from.size()) {
        const auto counts = from.subspan(size + 1, std::min(head - 1, from.size() - size - 1));
        const std::size_t codes = std::accumulate(counts.begin(), counts.end(), std::size_t {0});
        if (codes > most_codes)
            return std::nullopt;
        size += head + codes;
    }
    return std::max(size, length);
}

/// Debian 12's decoder writes a table with more codes past its end (found by fuzzing). Segments are
/// walked up to the picture's own data, in which no table can be mistaken.
bool jpeg_tables_fit(std::span<const std::uint8_t> file)
{
    bool in_picture = false;
    for (std::size_t at = 0; at + 4 <= file.size();) {
        const std::uint8_t marker = file[at + 1];
        if (file[at] != 0xFF || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD8)
            || (in_picture && marker != 0xC4 && marker != 0xD9)) {
            ++at;
            continue;
        }
        if (marker == 0xD9)
            break; // What may follow, a film say, is not read.
        std::size_t length = std::max<std::size_t>(length_at(file, at + 2), 2);
        if (marker == 0xC4) {
            const auto tables = size_of_tables(file.subspan(at + 4), length - 2);
            if (!tables)
                return false;
            length = 2 + *tables;
        }
        in_picture |= marker == 0xDA;
        at += in_picture ? 2 : 2 + length;
    }
    return true;
}

/// The end marker behind the picture's own data; a thumbnail inside the head has one too. The
/// decoder itself fills the rest of a cut JPEG with grey and says nothing.
bool jpeg_ends(std::span<const std::uint8_t> file)
{
    std::size_t at = 2;
    while (at + 4 <= file.size() && file[at] == 0xFF && file[at + 1] != 0xDA)
        at += 2 + length_at(file, at + 2);
    for (; at + 1 < file.size(); ++at) {
        if (file[at] == 0xFF && file[at + 1] == 0xD9)
            return true;
    }
    return false;
}

/// The mean of the source pixels under one kept pixel, a channel at a time.
void shrink(const Pixels& from, int side, Photo& to)
{
    const int left = (from.width - side) / 2;
    const int top = (from.height - side) / 4; // Faces are in the upper half of a portrait.
    for (int y = 0; y < to.side_px; ++y) {
        const int y0 = top + y * side / to.side_px;
        const int y1 = std::max(y0 + 1, top + (y + 1) * side / to.side_px);
        for (int x = 0; x < to.side_px; ++x) {
            const int x0 = left + x * side / to.side_px;
            const int x1 = std::max(x0 + 1, left + (x + 1) * side / to.side_px);
            for (int channel = 0; channel < 4; ++channel) {
                int sum = 0;
                for (int v = y0; v < y1; ++v) {
                    for (int u = x0; u < x1; ++u)
                        sum += from.rgba.get()[(v * from.width + u) * 4 + channel];
                }
                to.rgba.push_back(static_cast<std::uint8_t>(sum / ((y1 - y0) * (x1 - x0))));
            }
        }
    }
}

} // namespace

Result<Photo> decode_photo(std::span<const std::uint8_t> file)
{
    Pixels pixels;
    int channels = 0;
    if (file.size() > most_photo_bytes)
        return refuse("photo.too_heavy", {{"mb", std::to_string(file.size() / 1'000'000)}});
    const int length = static_cast<int>(file.size());
    if ((is_jpeg(file) && !jpeg_tables_fit(file))
        || stbi_info_from_memory(file.data(), length, &pixels.width, &pixels.height, &channels)
            == 0)
        return refuse("photo.not_an_image");
    if (std::max(pixels.width, pixels.height) > most_px_a_side)
        return refuse("photo.too_large",
            {{"width", std::to_string(pixels.width)}, {"height", std::to_string(pixels.height)}});
    if (is_jpeg(file) && !jpeg_ends(file))
        return refuse("photo.cut");
    pixels.rgba.reset(stbi_load_from_memory(
        file.data(), length, &pixels.width, &pixels.height, &channels, STBI_rgb_alpha));
    if (!pixels.rgba)
        return refuse("photo.cut");
    const int side = std::min(pixels.width, pixels.height);
    Photo photo;
    photo.side_px = std::min(side, kept_side_px);
    shrink(pixels, side, photo);
    return photo;
}

} // namespace chibo
