// Pages that are laid out: shown as bitmaps, written as PDF, by the same drawing code.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "meeting/clock.h"

namespace chibo {

/// Opaque pixels, red first, rows from the top without gaps.
struct Bitmap {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba {};
};

/// What a PDF says about itself. The time comes from the meeting, so that the same paper gives the
/// same bytes.
struct PaperInfo {
    std::string title;
    std::string author;
    std::string keywords {}; // Of sealed minutes: seal_code().
    UnixMs created_ms = 0;
};

struct DrawnPages; // Pango's and Cairo's things: documents/drawn_pages.h.

class Pages {
public:
    explicit Pages(std::shared_ptr<const DrawnPages> drawn);

    [[nodiscard]] int count() const;
    [[nodiscard]] double width_pt() const;
    [[nodiscard]] double height_pt() const;
    [[nodiscard]] const PaperInfo& info() const;
    /// The same for the same drawing: names its pictures in a cache.
    [[nodiscard]] std::uint64_t fingerprint() const;
    /// Page 0 … count() - 1; the height follows from the paper's shape.
    [[nodiscard]] Bitmap bitmap(int page, int width_px) const;
    /// A whole PDF file, fonts embedded.
    [[nodiscard]] std::string pdf() const;

private:
    std::shared_ptr<const DrawnPages> m_drawn;
};

} // namespace chibo
