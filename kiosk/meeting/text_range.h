// A stretch of bytes in a text: what a search found, what is marked.
#pragma once

#include <cstddef>

namespace chibo {

struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const TextRange&) const = default;
};

} // namespace chibo
