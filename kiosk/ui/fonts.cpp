#include "ui/fonts.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>
#include <unordered_map>

#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <imgui.h>
#include <imgui_freetype.h>
#include <imgui_internal.h>

namespace chibo {

namespace {

/// The file of a family and weight. fontconfig always answers something: what it answers is
/// compared.
std::string font_file(const char* family, int weight)
{
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(
        FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, weight);
    FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcConfigSubstitute(nullptr, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> match(
        FcFontMatch(nullptr, pattern.get(), &result), FcPatternDestroy);
    FcChar8* found_family = nullptr;
    FcChar8* file = nullptr;
    if (!match || FcPatternGetString(match.get(), FC_FAMILY, 0, &found_family) != FcResultMatch
        || FcPatternGetString(match.get(), FC_FILE, 0, &file) != FcResultMatch
        || std::string_view(reinterpret_cast<const char*>(found_family)) != family)
        throw std::runtime_error(std::string("font not installed: ") + family);
    return reinterpret_cast<const char*>(file);
}

} // namespace

class Fonts::Widths {
public:
    explicit Widths(const std::string& file)
    {
        if (FT_Init_FreeType(&m_library) != 0
            || FT_New_Face(m_library, file.c_str(), 0, &m_face) != 0)
            throw std::runtime_error("font cannot be read: " + file);
    }
    ~Widths()
    {
        FT_Done_Face(m_face);
        FT_Done_FreeType(m_library);
    }
    Widths(const Widths&) = delete;
    Widths& operator=(const Widths&) = delete;

    /// Ascent plus descent of the face in ems.
    [[nodiscard]] float height() const { return ems(m_face->ascender - m_face->descender); }
    [[nodiscard]] float advance(char32_t character)
    {
        const auto [found, is_new] = m_advances.try_emplace(character, 0.0F);
        if (is_new && FT_Load_Char(m_face, character, FT_LOAD_NO_SCALE) == 0)
            found->second = ems(m_face->glyph->advance.x);
        return found->second;
    }

private:
    [[nodiscard]] float ems(FT_Pos units) const
    {
        return static_cast<float>(units) / static_cast<float>(m_face->units_per_EM);
    }

    FT_Library m_library = nullptr;
    FT_Face m_face = nullptr;
    std::unordered_map<char32_t, float> m_advances;
};

Fonts::Fonts()
{
    m_faces.at(0) = load("Inter", FC_WEIGHT_REGULAR);
    m_faces.at(1) = load("Inter", FC_WEIGHT_DEMIBOLD);
    m_faces.at(2) = load("Material Icons", FC_WEIGHT_REGULAR);
}

Fonts::Loaded Fonts::load(const char* family, int fontconfig_weight)
{
    const std::string file = font_file(family, fontconfig_weight);
    ImFontConfig config;
    config.FontLoaderFlags = ImGuiFreeTypeLoaderFlags_LightHinting;
    config.SizePixels = 0; // No reference size: offsets are not scaled.
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(file.c_str(), 0, &config);
    if (font == nullptr)
        throw std::runtime_error("font cannot be read: " + file);
    auto widths = std::make_shared<Widths>(file);
    return {font, widths->height(), widths};
}

Glyph Fonts::glyph(Face face, float css_px, char32_t character)
{
    const Loaded& from = loaded(face);
    ImFontBaked* baked = from.font->GetFontBaked(css_px * from.imgui_per_css);
    const ImFontGlyph* found = baked->FindGlyph(static_cast<ImWchar>(character));
    if (found == nullptr)
        return {};
    // ImGui places glyphs from the top of the line; we place them from the baseline.
    const float ascent = baked->Ascent;
    return {found->X0, found->Y0 - ascent, found->X1, found->Y1 - ascent, found->U0, found->V0,
        found->U1, found->V1, advance(face, css_px, character), found->Visible != 0};
}

float Fonts::advance(Face face, float css_px, char32_t character)
{
    return loaded(face).widths->advance(character) * css_px;
}

float Fonts::digit_cell(Face face, float css_px)
{
    // Inter's figures for tables are glyphs of their own (OpenType's "tnum"), which we do not draw,
    // a little wider than the widest digit: what a browser sets figures by.
    const float table_figure = face == Face::SemiBold ? 0.6705F : 0.6477F;
    float widest = table_figure * css_px;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit)
        widest = std::max(widest, advance(face, css_px, digit));
    return widest;
}

float Fonts::ascent(float css_px)
{
    return std::round(0.96875F * css_px);
}
float Fonts::descent(float css_px)
{
    return std::round(0.24121F * css_px);
}

} // namespace chibo
