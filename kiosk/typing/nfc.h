// Text at the borders of the program: keyboard, clipboard, files.
#pragma once

#include <string>
#include <string_view>

namespace chibo {

/// The same text in Unicode's composed form. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string nfc(std::string_view text);

/// What a paste from another program leaves: NFC, line ends as \n, tabs as spaces; no control,
/// zero-width or private characters.
[[nodiscard]] std::string clean_paste(std::string_view text);

} // namespace chibo
