#include "typing/nfc.h"

#include <cstdlib>
#include <memory>
#include <new>

#include <utf8proc.h>

#include "meeting/letters.h"

namespace chibo {

namespace {

std::string normalised(const std::string& text)
{
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
        static_cast<utf8proc_ssize_t>(text.size()), &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
    if (length == UTF8PROC_ERROR_NOMEM)
        throw std::bad_alloc();
    if (length < 0)
        return text; // Checked UTF-8 has no other error.
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

bool is_invisible(char32_t c)
{
    const bool control = (c < 0x20 && c != U'\n') || (c >= 0x7F && c < 0xA0) || c == 0xAD;
    const bool zero_width = (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
    const bool unassigned = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000 || c == 0xFFFD;
    return control || zero_width || unassigned;
}

} // namespace

std::string nfc(std::string_view text)
{
    if (is_utf8(text))
        return normalised(std::string(text));
    return normalised(to_utf8(to_utf32(text)));
}

std::string clean_paste(std::string_view text)
{
    std::u32string clean;
    const std::u32string characters = to_utf32(text);
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        if (c == U'\r' || c == 0x0B || c == 0x0C || c == 0x2028 || c == 0x2029) {
            if (c != U'\r' || i + 1 == characters.size() || characters[i + 1] != U'\n')
                clean.push_back(U'\n');
        } else if (c == U'\t') {
            clean.push_back(U' ');
        } else if (!is_invisible(c)) {
            clean.push_back(c);
        }
    }
    return nfc(to_utf8(clean));
}

} // namespace chibo
