// What a PDF file says, word by word, whoever wrote the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "meeting/result.h"

namespace chibo {

struct PdfWord {
    std::string text; // NFC
    int page = 1;

    /// The same word on another page is the same word: paper may break elsewhere.
    bool operator==(const PdfWord& other) const { return text == other.text; }
};

struct PdfWords {
    std::string keywords {}; // Of sealed minutes: seal_code().
    std::vector<PdfWord> words {}; // In reading order.
};

/// Refuses bytes that are no PDF, are damaged or locked by a password (document.no_pdf).
[[nodiscard]] Result<PdfWords> read_pdf_words(std::string_view bytes);

} // namespace chibo
