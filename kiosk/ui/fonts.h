// Inter in two weights and the icon font, found through fontconfig and drawn by FreeType through
// Dear ImGui.
#pragma once

#include <array>
#include <memory>
#include <string>

#include "ui/theme.h"

struct ImFont;
struct ImFontAtlas;

namespace chibo {

enum class Face { Regular, SemiBold, Icons };

[[nodiscard]] constexpr Face face_of(Weight weight)
{
    return weight == Weight::SemiBold ? Face::SemiBold : Face::Regular;
}

/// One glyph at one size, in device pixels relative to the pen and the baseline.
struct Glyph {
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    float u0 = 0, v0 = 0, u1 = 0, v1 = 0;
    float advance = 0;
    bool visible = false;
};

class Fonts {
public:
    /// Loads the faces into the current ImGui context's atlas. A missing font is a
    /// std::runtime_error.
    Fonts();

    /// The glyph at a CSS size in device pixels; drawn into the atlas on first use.
    [[nodiscard]] Glyph glyph(Face face, float css_px, char32_t character);
    [[nodiscard]] float advance(Face face, float css_px, char32_t character);
    /// At least as wide as the widest of the ten digits: the cell of figures that change.
    [[nodiscard]] float digit_cell(Face face, float css_px);
    /// Ascent and descent as Chromium uses them: rounded to whole pixels, both positive.
    [[nodiscard]] static float ascent(float css_px);
    [[nodiscard]] static float descent(float css_px);

private:
    /// Advances as the designer drew them: what a browser lays text out by. The rasteriser's own
    /// are rounded to whole pixels, which makes a line of text some percent longer or shorter.
    class Widths;
    struct Loaded {
        ImFont* font = nullptr;
        float imgui_per_css = 1; // ImGui sizes a font by ascent plus descent.
        std::shared_ptr<Widths> widths {};
    };
    Loaded load(const char* family, int fontconfig_weight);
    [[nodiscard]] const Loaded& loaded(Face face) const
    {
        return m_faces.at(static_cast<std::size_t>(face));
    }

    std::array<Loaded, 3> m_faces;
};

} // namespace chibo
