#include "documents/pages.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include <cairo-pdf.h>
#include <fmt/format.h>

#include "documents/drawn_pages.h"
#include "meeting/check.h"
#include "meeting/dates.h"

namespace chibo {
namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Cairo = std::unique_ptr<cairo_t, Destroy>;

void check(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS)
        throw std::runtime_error(std::string("cairo: ") + cairo_status_to_string(status));
}

void draw(cairo_t* cairo, const TextMark& text)
{
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_move_to(cairo, text.x, text.y);
    pango_cairo_show_layout_line(
        cairo, pango_layout_get_line_readonly(text.layout.get(), text.line));
}

void draw(cairo_t* cairo, const RuleMark& rule)
{
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_rectangle(cairo, rule.x, rule.y, rule.width, rule.thickness);
    cairo_fill(cairo);
}

/// A curve through the points' middles, as thick as the pen was.
void draw_stroke(cairo_t* cairo, const Stroke& stroke)
{
    if (stroke.size() == 1) {
        cairo_set_line_width(cairo, 6);
        cairo_move_to(cairo, stroke[0].x, stroke[0].y);
        cairo_line_to(cairo, stroke[0].x, stroke[0].y);
        cairo_stroke(cairo);
    }
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const StrokePoint& before = stroke[i - 1];
        const StrokePoint& at = stroke[i];
        const StrokePoint& first = i > 1 ? stroke[i - 2] : before;
        const double from_x = i > 1 ? (first.x + before.x) / 2.0 : before.x;
        const double from_y = i > 1 ? (first.y + before.y) / 2.0 : before.y;
        const bool last = i + 1 == stroke.size();
        const double to_x = last ? at.x : (before.x + at.x) / 2.0;
        const double to_y = last ? at.y : (before.y + at.y) / 2.0;
        cairo_set_line_width(cairo, pen_width(before, at));
        cairo_move_to(cairo, from_x, from_y);
        cairo_curve_to(cairo, from_x + (before.x - from_x) * 2 / 3,
            from_y + (before.y - from_y) * 2 / 3, to_x + (before.x - to_x) * 2 / 3,
            to_y + (before.y - to_y) * 2 / 3, to_x, to_y);
        cairo_stroke(cairo);
    }
}

void draw(cairo_t* cairo, const StrokesMark& mark)
{
    if (mark.strokes.width <= 0 || mark.strokes.height <= 0)
        return;
    // As large as fits, but no larger than a hand writes.
    constexpr double largest = 0.45;
    const double scale
        = std::min({mark.width / mark.strokes.width, mark.height / mark.strokes.height, largest});
    cairo_save(cairo);
    cairo_translate(cairo, mark.x + (mark.width - mark.strokes.width * scale) / 2,
        mark.y + (mark.height - mark.strokes.height * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_rgb(cairo, 0x1B / 255.0, 0x3A / 255.0, 0x6B / 255.0); // The pad's ink.
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    for (const Stroke& stroke : mark.strokes.strokes)
        draw_stroke(cairo, stroke);
    cairo_restore(cairo);
}

void draw(cairo_t* cairo, const CodeMark& code)
{
    const double module = code.side / static_cast<double>(code.modules.size());
    for (std::size_t y = 0; y < code.modules.size(); ++y) {
        for (std::size_t x = 0; x < code.modules[y].size(); ++x) {
            if (code.modules[y][x])
                cairo_rectangle(cairo, code.x + static_cast<double>(x) * module,
                    code.y + static_cast<double>(y) * module, module, module);
        }
    }
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_fill(cairo); // One fill: squares side by side leave no seam.
}

void draw(cairo_t* cairo, const DrawnPage& page)
{
    for (const PaperMark& any : page.marks)
        std::visit([&](const auto& mark) { draw(cairo, mark); }, any);
    check(cairo_status(cairo));
}

/// Cairo 1.16 puts letters on whole pixels, which makes small text uneven: pages are drawn larger
/// and averaged down.
int oversampling(int width_px)
{
    return width_px <= 800 ? 4 : width_px <= 1600 ? 2 : 1;
}

struct Pixels {
    const unsigned char* data = nullptr;
    int stride = 0;

    /// The mean of a square of `side` pixels, red first.
    [[nodiscard]] std::array<std::uint8_t, 3> mean(int x, int y, int side) const
    {
        std::array<unsigned, 3> sum {};
        for (int row = 0; row < side; ++row) {
            const unsigned char* at = data + (y * side + row) * stride + x * side * 4;
            for (int column = 0; column < side; ++column, at += 4) {
                std::uint32_t pixel = 0;
                std::memcpy(&pixel, at, sizeof pixel);
                sum[0] += pixel >> 16U & 0xFFU;
                sum[1] += pixel >> 8U & 0xFFU;
                sum[2] += pixel & 0xFFU;
            }
        }
        const auto count = static_cast<unsigned>(side * side);
        return {static_cast<std::uint8_t>(sum[0] / count),
            static_cast<std::uint8_t>(sum[1] / count), static_cast<std::uint8_t>(sum[2] / count)};
    }
};

Bitmap opaque_bitmap(cairo_surface_t* surface, int side)
{
    Bitmap bitmap {cairo_image_surface_get_width(surface) / side,
        cairo_image_surface_get_height(surface) / side};
    const Pixels pixels {
        cairo_image_surface_get_data(surface), cairo_image_surface_get_stride(surface)};
    bitmap.rgba.reserve(
        static_cast<std::size_t>(bitmap.width) * static_cast<std::size_t>(bitmap.height) * 4);
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            for (const std::uint8_t value : pixels.mean(x, y, side))
                bitmap.rgba.push_back(value);
            bitmap.rgba.push_back(0xFF);
        }
    }
    return bitmap;
}

cairo_status_t append(void* text, const unsigned char* data, unsigned int length)
{
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

std::string pdf_time(UnixMs at)
{
    const LocalTime local = local_time(at);
    return fmt::format(
        "{}T{:02}:{:02}:{:02}+07:00", iso(local.date), local.hour, local.minute, local.second);
}

void set_info(cairo_surface_t* surface, const PaperInfo& info)
{
    const std::string at = pdf_time(info.created_ms);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, info.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, info.author.c_str());
    if (!info.keywords.empty())
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, info.keywords.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "chibo");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, at.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, at.c_str());
}

} // namespace

Pages::Pages(std::shared_ptr<const DrawnPages> drawn) : m_drawn(std::move(drawn)) {}

int Pages::count() const
{
    return static_cast<int>(m_drawn->pages.size());
}

double Pages::width_pt() const
{
    return m_drawn->width;
}

double Pages::height_pt() const
{
    return m_drawn->height;
}

const PaperInfo& Pages::info() const
{
    return m_drawn->info;
}

std::uint64_t Pages::fingerprint() const
{
    return m_drawn->fingerprint;
}

Bitmap Pages::bitmap(int page, int width_px) const
{
    CHECK(page >= 0 && page < count() && width_px > 0);
    const double scale = width_px / m_drawn->width;
    const int height_px = std::max(1, static_cast<int>(std::lround(m_drawn->height * scale)));
    const int side = oversampling(width_px);
    const Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px * side, height_px * side));
    check(cairo_surface_status(surface.get()));
    const Cairo cairo(cairo_create(surface.get()));
    cairo_set_source_rgb(cairo.get(), 1, 1, 1);
    cairo_paint(cairo.get());
    cairo_scale(cairo.get(), scale * side, scale * side);
    draw(cairo.get(), m_drawn->pages[static_cast<std::size_t>(page)]);
    cairo_surface_flush(surface.get());
    return opaque_bitmap(surface.get(), side);
}

std::string Pages::pdf() const
{
    std::string bytes;
    {
        const Surface surface(
            cairo_pdf_surface_create_for_stream(append, &bytes, m_drawn->width, m_drawn->height));
        check(cairo_surface_status(surface.get()));
        // 1.4 keeps the information outside compressed streams, where `verify` finds the seal's
        // code.
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
        set_info(surface.get(), m_drawn->info);
        const Cairo cairo(cairo_create(surface.get()));
        for (const DrawnPage& page : m_drawn->pages) {
            draw(cairo.get(), page);
            cairo_show_page(cairo.get());
        }
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()));
    }
    return bytes;
}

} // namespace chibo
