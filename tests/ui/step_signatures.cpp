#include "ui/step_signatures.h"

#include <sstream>
#include <string>

#include "ui/widgets/signature_pad.h"

namespace chibo {
namespace {

/// As the pictures' sources have them: a move to the first point, then cubic curves.
struct Drawn {
    std::string_view name;
    Size pad;
    std::vector<std::string> strokes;
};

const std::vector<Drawn>& all()
{
    static const std::vector<Drawn> drawn {
        {"Thủy", {652, 252},
            {"122 78 160 66 206 58 262 62", "196 62 190 98 176 146 164 186 160 200 150 204 144 194",
                "172 176 196 152 222 104 232 76 236 62 226 60 220 78 210 112 202 152 198 182 206 "
                "154 222 136 234 138 "
                "244 142 228 176 238 180 252 182 264 154 272 138 264 160 262 180 274 180 288 178 "
                "298 156 304 138 "
                "298 162 300 180 312 178 328 174 338 154 344 138 338 158 340 176 352 174 364 170 "
                "372 152 378 138 "
                "374 170 362 214 340 222 324 226 330 200 362 186 410 166 456 172 524 150",
                "316 106 322 96 332 94 334 102 336 110 326 112 326 122"}},
        {"Hằng", {320, 125},
            {"16 70 30 40 58 18 66 28 74 42 28 96 36 100 48 104 78 46 92 48 102 52 80 90 92 90 108 "
             "88 112 58 124 58 "
             "134 60 120 86 132 88 150 88 158 20 172 16 184 16 160 86 172 90 190 94 196 62 210 62 "
             "224 64 204 104 "
             "190 112 176 118 180 102 206 92 240 80 270 84 306 70"}}};
    return drawn;
}

std::vector<Point> curves(const std::string& numbers, Point scale)
{
    std::istringstream in(numbers);
    std::vector<Point> corners;
    for (Point at; in >> at.x >> at.y;)
        corners.push_back({at.x * scale.x, at.y * scale.y});
    constexpr int parts = 8;
    std::vector<Point> points {corners.front()};
    for (std::size_t i = 0; i + 3 < corners.size(); i += 3) {
        for (int part = 1; part <= parts; ++part) {
            const float t = static_cast<float>(part) / parts;
            const float u = 1 - t;
            const auto at = [&](float Point::* axis) {
                return u * u * u * corners[i].*axis + 3 * u * u * t * corners[i + 1].*axis
                    + 3 * u * t * t * corners[i + 2].*axis + t * t * t * corners[i + 3].*axis;
            };
            points.push_back({at(&Point::x), at(&Point::y)});
        }
    }
    return points;
}

} // namespace

std::vector<std::vector<Point>> signature_strokes(std::string_view name, Size pad)
{
    for (const Drawn& drawn : all()) {
        if (drawn.name != name)
            continue;
        std::vector<std::vector<Point>> strokes;
        strokes.reserve(drawn.strokes.size());
        for (const std::string& numbers : drawn.strokes)
            strokes.push_back(curves(numbers, {pad.w / drawn.pad.w, pad.h / drawn.pad.h}));
        return strokes;
    }
    return {sample_signature(pad)};
}

} // namespace chibo
