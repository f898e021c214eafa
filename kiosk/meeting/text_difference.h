// Where two versions of a text differ, word by word: the marks of the conflict desk.
#pragma once

#include <string_view>
#include <vector>

#include "meeting/text_range.h"

namespace chibo {

struct TextDifference {
    std::vector<TextRange> first; // Parts of the first text that the second has not.
    std::vector<TextRange> second;
};

/// Words and marks of punctuation that only one of them has; neighbours are one part. Texts of more
/// than some thousand words are marked whole between their common beginning and end.
[[nodiscard]] TextDifference text_difference(std::string_view first, std::string_view second);

} // namespace chibo
