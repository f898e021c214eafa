#include "meeting/letters.h"

#include <algorithm>
#include <array>

namespace chibo {

namespace {

struct Row {
    char32_t base;
    Mark mark;
    std::u32string_view lower; // By tone, in the order of ToneMark.
    std::u32string_view upper;
};

constexpr std::array rows {
    Row {U'a', Mark::None, U"aàảãáạ", U"AÀẢÃÁẠ"},
    Row {U'a', Mark::Breve, U"ăằẳẵắặ", U"ĂẰẲẴẮẶ"},
    Row {U'a', Mark::Circumflex, U"âầẩẫấậ", U"ÂẦẨẪẤẬ"},
    Row {U'd', Mark::Bar, U"đ", U"Đ"},
    Row {U'e', Mark::None, U"eèẻẽéẹ", U"EÈẺẼÉẸ"},
    Row {U'e', Mark::Circumflex, U"êềểễếệ", U"ÊỀỂỄẾỆ"},
    Row {U'i', Mark::None, U"iìỉĩíị", U"IÌỈĨÍỊ"},
    Row {U'o', Mark::None, U"oòỏõóọ", U"OÒỎÕÓỌ"},
    Row {U'o', Mark::Circumflex, U"ôồổỗốộ", U"ÔỒỔỖỐỘ"},
    Row {U'o', Mark::Horn, U"ơờởỡớợ", U"ƠỜỞỠỚỢ"},
    Row {U'u', Mark::None, U"uùủũúụ", U"UÙỦŨÚỤ"},
    Row {U'u', Mark::Horn, U"ưừửữứự", U"ƯỪỬỮỨỰ"},
    Row {U'y', Mark::None, U"yỳỷỹýỵ", U"YỲỶỸÝỴ"},
};

/// Letters with a mark or a tone stand in two blocks of Unicode: À to ư, and Ạ to ỹ.
constexpr char32_t first_of_latin = 0xC0, end_of_latin = 0x1B1;
constexpr char32_t first_of_vietnamese = 0x1EA0, end_of_vietnamese = 0x1EFA;

using MarkedLetters
    = std::array<Letter, end_of_latin - first_of_latin + end_of_vietnamese - first_of_vietnamese>;

/// The letter's place in the table; its end for a character that stands in neither block.
constexpr std::size_t place_of(char32_t character)
{
    if (character >= first_of_latin && character < end_of_latin)
        return character - first_of_latin;
    if (character >= first_of_vietnamese && character < end_of_vietnamese)
        return end_of_latin - first_of_latin + character - first_of_vietnamese;
    return std::tuple_size_v<MarkedLetters>;
}

constexpr MarkedLetters marked_letters = [] {
    MarkedLetters letters {};
    for (const Row& row : rows) {
        for (std::size_t tone = 0; tone < row.lower.size(); ++tone) {
            const auto put = [&](char32_t character, bool upper) {
                if (const std::size_t place = place_of(character); place < letters.size())
                    letters[place] = {row.base, row.mark, static_cast<ToneMark>(tone), upper};
            };
            put(row.lower[tone], false);
            put(row.upper[tone], true);
        }
    }
    return letters;
}();

/// Bytes of the sequence that `lead` opens; 0 for a byte that opens none.
std::size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// One character and how many bytes it took; nothing for bytes that are no UTF-8.
std::optional<char32_t> decode(std::string_view bytes, std::size_t& length)
{
    const auto lead = static_cast<unsigned char>(bytes.front());
    length = sequence_length(lead);
    if (length == 1)
        return lead;
    if (length == 0 || length > bytes.size())
        return std::nullopt;
    char32_t character = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(bytes[i]);
        if ((next & 0xC0U) != 0x80U)
            return std::nullopt;
        character = (character << 6U) | (next & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < smallest[length] || surrogate || character > 0x10FFFF)
        return std::nullopt;
    return character;
}

} // namespace

Letter split_letter(char32_t character)
{
    if (character < 0x80) {
        const bool upper = character >= U'A' && character <= U'Z';
        return {upper ? character + 32 : character, Mark::None, ToneMark::None, upper};
    }
    const std::size_t place = place_of(character);
    const bool known = place < marked_letters.size() && marked_letters[place].base != 0;
    return known ? marked_letters[place] : Letter {character};
}

char32_t join_letter(const Letter& letter)
{
    for (const Row& row : rows) {
        if (row.base == letter.base && row.mark == letter.mark) {
            const auto& by_tone = letter.upper ? row.upper : row.lower;
            const auto tone = static_cast<std::size_t>(letter.tone);
            return by_tone[tone < by_tone.size() ? tone : 0];
        }
    }
    return letter.upper ? to_upper(letter.base) : letter.base;
}

bool carries(char32_t base, Mark mark)
{
    return std::any_of(rows.begin(), rows.end(),
        [&](const Row& row) { return row.base == base && row.mark == mark; });
}

bool is_vowel(char32_t base)
{
    return std::u32string_view(U"aeiouy").find(base) != std::u32string_view::npos;
}

bool is_letter(char32_t character)
{
    if (character < 0x80)
        return (character >= U'a' && character <= U'z') || (character >= U'A' && character <= U'Z');
    const bool latin
        = character >= 0xC0 && character <= 0x24F && character != 0xD7 && character != 0xF7;
    const bool vietnamese = character >= 0x1E00 && character <= 0x1EFF;
    return latin || vietnamese || is_combining(character);
}

std::optional<ToneMark> combining_tone(char32_t character)
{
    switch (character) {
    case 0x300:
        return ToneMark::Grave;
    case 0x309:
        return ToneMark::Hook;
    case 0x303:
        return ToneMark::Tilde;
    case 0x301:
        return ToneMark::Acute;
    case 0x323:
        return ToneMark::Dot;
    default:
        return std::nullopt;
    }
}

std::optional<Mark> combining_mark(char32_t character)
{
    switch (character) {
    case 0x302:
        return Mark::Circumflex;
    case 0x306:
        return Mark::Breve;
    case 0x31B:
        return Mark::Horn;
    default:
        return std::nullopt;
    }
}

char32_t to_lower(char32_t character)
{
    if (character < 0x80)
        return character >= U'A' && character <= U'Z' ? character + 32 : character;
    if (character == 0x110 || character == 0xD0)
        return 0x111; // Ð (eth) is met in rosters for Đ.
    const Letter letter = split_letter(character);
    if (letter.upper)
        return join_letter({letter.base, letter.mark, letter.tone, false});
    if (character >= 0xC0 && character <= 0xDE && character != 0xD7)
        return character + 32;
    if (character >= 0x100 && character <= 0x137)
        return character | 1U;
    return character;
}

char32_t to_upper(char32_t character)
{
    if (character < 0x80)
        return character >= U'a' && character <= U'z' ? character - 32 : character;
    const Letter letter = split_letter(character);
    if (letter.base != character)
        return join_letter({letter.base, letter.mark, letter.tone, true});
    if (character >= 0xE0 && character <= 0xFE && character != 0xF7)
        return character - 32;
    if (character >= 0x100 && character <= 0x137)
        return character & ~char32_t {1};
    return character;
}

std::u32string to_utf32(std::string_view text)
{
    std::u32string characters;
    characters.reserve(text.size());
    while (!text.empty()) {
        if (const auto lead = static_cast<unsigned char>(text.front()); lead < 0x80) {
            characters.push_back(lead); // Most of any text.
            text.remove_prefix(1);
            continue;
        }
        std::size_t length = 0;
        const auto character = decode(text, length);
        characters.push_back(character.value_or(0xFFFD));
        text.remove_prefix(character ? length : 1);
    }
    return characters;
}

std::string to_utf8(std::u32string_view text)
{
    std::string bytes;
    bytes.reserve(text.size() * 2);
    for (const char32_t character : text)
        append_utf8(bytes, character);
    return bytes;
}

void append_utf8(std::string& text, char32_t character)
{
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | (character >> 6U));
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | (character >> 12U));
        put(0x80U | ((character >> 6U) & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | (character >> 18U));
        put(0x80U | ((character >> 12U) & 0x3FU));
        put(0x80U | ((character >> 6U) & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        std::size_t length = 0;
        if (!decode(text, length))
            return false;
        text.remove_prefix(length);
    }
    return true;
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \n\t") == std::string_view::npos;
}

std::u32string join_marks(std::u32string_view text)
{
    std::u32string joined;
    joined.reserve(text.size());
    for (const char32_t character : text) {
        if (!is_combining(character)) {
            joined.push_back(character);
            continue;
        }
        const auto tone = combining_tone(character);
        const auto mark = combining_mark(character);
        Letter letter = joined.empty() ? Letter {} : split_letter(joined.back());
        if (tone && is_vowel(letter.base)) {
            letter.tone = *tone;
            joined.back() = join_letter(letter);
        } else if (mark && carries(letter.base, *mark)) {
            letter.mark = *mark;
            joined.back() = join_letter(letter);
        } else {
            joined.push_back(character);
        }
    }
    return joined;
}

} // namespace chibo
