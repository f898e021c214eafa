// A signature as the finger made it: points with time, kept as bytes in the record and drawn at any
// size.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace chibo {

/// Where the finger was, in the pad's own pixels, and when, counted from the first touch.
struct StrokePoint {
    float x = 0;
    float y = 0;
    int t_ms = 0;

    bool operator==(const StrokePoint&) const = default;
};

using Stroke = std::vector<StrokePoint>;

struct Strokes {
    float width = 0; // The pad it was made on; what draws it smaller keeps its shape and place.
    float height = 0;
    std::vector<Stroke> strokes {};

    [[nodiscard]] bool empty() const { return strokes.empty(); }
    bool operator==(const Strokes&) const = default;
};

/// How thick the pen is at a point, in the pad's pixels: 6 when slow to 3 when fast.
[[nodiscard]] float pen_width(const StrokePoint& before, const StrokePoint& at);

/// The same strokes on a pad just as large as they are, with room for the pen: to show a signature
/// large.
[[nodiscard]] Strokes trimmed(const Strokes& strokes);

/// Points are kept to an eighth of a pixel and a millisecond.
[[nodiscard]] std::vector<std::uint8_t> stroke_bytes(const Strokes& strokes);
/// Reads what stroke_bytes() writes; bytes that are cut or foreign give nothing.
[[nodiscard]] std::optional<Strokes> parse_strokes(std::span<const std::uint8_t> bytes);

} // namespace chibo
