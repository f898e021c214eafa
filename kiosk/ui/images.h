// Pictures on the graphics card: paper pages, photos. Made when first drawn, kept while they are
// drawn, and the longest unseen ones go when there are too many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <unordered_map>

#include "documents/pages.h"
#include "ui/draw.h"
#include "ui/widget_id.h"

namespace chibo {

class Images {
public:
    static constexpr std::size_t most_bytes = 96U << 20U;

    Images() = default;
    Images(const Images&) = delete;
    Images& operator=(const Images&) = delete;

    /// The picture of this name, made by `make` where it is not on the card yet. A name stands for
    /// its pixels: another content is another name.
    [[nodiscard]] ImageRef get(const WidgetId& name, const std::function<Bitmap()>& make);
    /// A frame begins: what was replaced or long unseen leaves the card.
    void begin_frame();

private:
    struct Kept {
        ImageRef image;
        std::size_t bytes = 0;
        std::int64_t seen_frame = 0;
    };
    std::unordered_map<std::uint64_t, Kept> m_kept;
    std::size_t m_bytes = 0;
    std::int64_t m_frame = 0;
};

} // namespace chibo
