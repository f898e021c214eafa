#include "ui/widgets/marked_text.h"

#include <algorithm>

namespace chibo {

std::vector<Span> marked_runs(std::string_view sentence)
{
    constexpr std::string_view stars = "**";
    std::vector<Span> runs;
    bool bold = false;
    for (std::size_t at = 0; at <= sentence.size();) {
        const std::size_t end = std::min(sentence.find(stars, at), sentence.size());
        if (end > at)
            runs.push_back({.text = sentence.substr(at, end - at),
                .weight = bold ? std::optional(Weight::SemiBold) : std::nullopt});
        bold = !bold;
        at = end + stars.size();
    }
    return runs;
}

TextExtent marked_text(Ui& ui, const Rect& box, std::string_view sentence, const TextLook& look)
{
    return text(ui, box, marked_runs(sentence), look);
}

} // namespace chibo
