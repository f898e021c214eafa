#include "meeting/file_names.h"

#include "meeting/letters.h"

namespace chibo {

std::string plain_file_name(std::string_view text)
{
    std::string name;
    for (const char32_t character : to_utf32(text)) {
        const Letter letter = split_letter(character);
        const bool plain = (letter.base >= 'a' && letter.base <= 'z')
            || (letter.base >= '0' && letter.base <= '9');
        if (plain) {
            const char base = static_cast<char>(letter.base);
            name += letter.upper ? static_cast<char>(base - 'a' + 'A') : base;
        } else if (!name.empty() && name.back() != '-') {
            name += '-';
        }
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    return name;
}

} // namespace chibo
