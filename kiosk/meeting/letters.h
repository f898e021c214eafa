// The Vietnamese alphabet as letters with a mark and a tone: what order, search and typing stand
// on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chibo {

/// What makes a letter of its own: ă has a breve, â ê ô a circumflex, ơ ư a horn, đ a bar.
enum class Mark { None, Circumflex, Breve, Horn, Bar };

/// In the order of the alphabet: ngang, huyền, hỏi, ngã, sắc, nặng.
enum class ToneMark { None, Grave, Hook, Tilde, Acute, Dot };

/// One Vietnamese letter taken apart: "Ế" is e, Circumflex, Acute, upper.
struct Letter {
    char32_t base = 0; // Lower case; a letter outside the alphabet stands for itself.
    Mark mark = Mark::None;
    ToneMark tone = ToneMark::None;
    bool upper = false;

    bool operator==(const Letter&) const = default;
};

/// Takes a precomposed character apart. Any other character comes back as its own base.
[[nodiscard]] Letter split_letter(char32_t character);
/// The precomposed character; a mark or tone that the base cannot carry is left off.
[[nodiscard]] char32_t join_letter(const Letter& letter);
/// True where the base can carry the mark (a: circumflex and breve; d: bar …).
[[nodiscard]] bool carries(char32_t base, Mark mark);
[[nodiscard]] bool is_vowel(char32_t base);
/// A letter of any alphabet met in names: Latin with its marks, and combining marks.
[[nodiscard]] bool is_letter(char32_t character);
[[nodiscard]] constexpr bool is_combining(char32_t character)
{
    return character >= 0x300 && character < 0x370;
}
/// The mark or tone that a combining character stands for; nothing for another one.
[[nodiscard]] std::optional<ToneMark> combining_tone(char32_t character);
[[nodiscard]] std::optional<Mark> combining_mark(char32_t character);
/// Lower case within Latin-1, Latin Extended-A and the Vietnamese letters.
[[nodiscard]] char32_t to_lower(char32_t character);
[[nodiscard]] char32_t to_upper(char32_t character);

/// UTF-8 as characters; a byte that is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::u32string to_utf32(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& text, char32_t character);
[[nodiscard]] bool is_utf8(std::string_view text);
/// Nothing but spaces and line ends: what was asked for is not there.
[[nodiscard]] bool is_blank(std::string_view text);
/// Joins letters with the combining marks behind them, in whatever order these come. Enough for
/// Vietnamese; `nfc` of typing/ does it for all of Unicode.
[[nodiscard]] std::u32string join_marks(std::u32string_view text);

} // namespace chibo
