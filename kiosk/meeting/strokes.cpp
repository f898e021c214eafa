#include "meeting/strokes.h"

#include <algorithm>
#include <cmath>

namespace chibo {
namespace {

constexpr std::uint8_t format_version = 1;
constexpr float parts_per_px = 8;

void put(std::vector<std::uint8_t>& out, int value)
{
    const int kept = std::clamp(value, 0, 0xFFFF);
    out.push_back(static_cast<std::uint8_t>(kept & 0xFF));
    out.push_back(static_cast<std::uint8_t>(kept >> 8));
}

int parts(float px)
{
    return static_cast<int>(std::lround(px * parts_per_px));
}

/// Takes two bytes at a time, until there are none left.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    [[nodiscard]] int take()
    {
        if (m_bytes.size() < 2) {
            m_cut = true;
            return 0;
        }
        const int value = m_bytes[0] | m_bytes[1] << 8;
        m_bytes = m_bytes.subspan(2);
        return value;
    }
    [[nodiscard]] float px() { return static_cast<float>(take()) / parts_per_px; }
    [[nodiscard]] bool cut() const { return m_cut; }
    [[nodiscard]] bool done() const { return !m_cut && m_bytes.empty(); }

private:
    std::span<const std::uint8_t> m_bytes;
    bool m_cut = false;
};

} // namespace

float pen_width(const StrokePoint& before, const StrokePoint& at)
{
    constexpr float slow = 6;
    constexpr float fast = 3;
    constexpr float fast_px_per_ms = 1.6F;
    const float way = std::hypot(at.x - before.x, at.y - before.y);
    const float speed = way / static_cast<float>(std::max(1, at.t_ms - before.t_ms));
    return slow - (slow - fast) * std::min(1.0F, speed / fast_px_per_ms);
}

Strokes trimmed(const Strokes& strokes)
{
    constexpr float room = 6; // The thickest pen.
    float left = strokes.width;
    float top = strokes.height;
    float right = 0;
    float bottom = 0;
    for (const Stroke& stroke : strokes.strokes) {
        for (const StrokePoint& point : stroke) {
            left = std::min(left, point.x - room), right = std::max(right, point.x + room);
            top = std::min(top, point.y - room), bottom = std::max(bottom, point.y + room);
        }
    }
    if (right <= left || bottom <= top)
        return strokes;
    Strokes cut {right - left, bottom - top, strokes.strokes};
    for (Stroke& stroke : cut.strokes) {
        for (StrokePoint& point : stroke)
            point.x -= left, point.y -= top;
    }
    return cut;
}

std::vector<std::uint8_t> stroke_bytes(const Strokes& strokes)
{
    std::vector<std::uint8_t> out {format_version};
    put(out, parts(strokes.width));
    put(out, parts(strokes.height));
    put(out, static_cast<int>(strokes.strokes.size()));
    for (const Stroke& stroke : strokes.strokes) {
        put(out, static_cast<int>(stroke.size()));
        for (const StrokePoint& point : stroke) {
            put(out, parts(point.x));
            put(out, parts(point.y));
            put(out, point.t_ms);
        }
    }
    return out;
}

std::optional<Strokes> parse_strokes(std::span<const std::uint8_t> bytes)
{
    if (bytes.empty() || bytes[0] != format_version)
        return std::nullopt;
    Reader in(bytes.subspan(1));
    Strokes out;
    out.width = in.px();
    out.height = in.px();
    for (int strokes = in.take(); strokes > 0 && !in.cut(); --strokes) {
        Stroke& stroke = out.strokes.emplace_back();
        for (int points = in.take(); points > 0 && !in.cut(); --points) {
            StrokePoint& point = stroke.emplace_back();
            point.x = in.px();
            point.y = in.px();
            point.t_ms = in.take();
        }
    }
    return in.done() ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace chibo
