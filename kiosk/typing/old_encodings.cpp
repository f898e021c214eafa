#include "typing/old_encodings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "meeting/letters.h"
#include "typing/nfc.h"
#include "typing/syllable.h"

namespace chibo {

namespace {

constexpr double enough = 0.9; // Of the marked words.

struct Range {
    char32_t first;
    std::u32string_view letters; // U+0020 where the encoding has none.
};

// TCVN 5712:1993, VN3.
constexpr Range tcvn3[] {{0xA1, U"ĂÂÊÔƠƯĐăâêôơưđ"}, {0xB5, U"àảãáạ ằẳẵắ"},
    {0xC6, U"ặầẩẫấậè ẻẽéẹềểễếệìỉ"}, {0xDC, U"ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ"}};

// VNI: single letters, and marks that stand behind a, e, o, u, y, ơ (ô) or ư (ö).
constexpr std::pair<char32_t, char32_t> vni_letters[] {{U'ô', U'ơ'}, {U'ö', U'ư'}, {U'ñ', U'đ'},
    {U'í', U'í'}, {U'ì', U'ì'}, {U'æ', U'ỉ'}, {U'ó', U'ĩ'}, {U'ò', U'ị'}, {U'î', U'ỵ'}};
struct VniMark {
    char32_t character;
    Mark mark;
    ToneMark tone;
};
constexpr VniMark vni_marks[] {{U'ù', Mark::None, ToneMark::Acute},
    {U'ø', Mark::None, ToneMark::Grave}, {U'û', Mark::None, ToneMark::Hook},
    {U'õ', Mark::None, ToneMark::Tilde}, {U'ï', Mark::None, ToneMark::Dot},
    {U'â', Mark::Circumflex, ToneMark::None}, {U'á', Mark::Circumflex, ToneMark::Acute},
    {U'à', Mark::Circumflex, ToneMark::Grave}, {U'å', Mark::Circumflex, ToneMark::Hook},
    {U'ã', Mark::Circumflex, ToneMark::Tilde}, {U'ä', Mark::Circumflex, ToneMark::Dot},
    {U'ê', Mark::Breve, ToneMark::None}, {U'é', Mark::Breve, ToneMark::Acute},
    {U'è', Mark::Breve, ToneMark::Grave}, {U'ú', Mark::Breve, ToneMark::Hook},
    {U'ü', Mark::Breve, ToneMark::Tilde}, {U'ë', Mark::Breve, ToneMark::Dot}};

/// The letters of Windows-1252 at 0x80-0x9F; no old Vietnamese letter stands there.
constexpr std::u32string_view windows_1252
    = U"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/// Bytes as western letters, whether the file is UTF-8 or has them as they are.
std::u32string western(std::string_view bytes)
{
    if (is_utf8(bytes))
        return to_utf32(nfc(bytes));
    std::u32string text;
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        text.push_back(code >= 0x80 && code < 0xA0 ? windows_1252[code - 0x80U] : code);
    }
    return text;
}

char32_t tcvn3_letter(char32_t character)
{
    for (const Range& range : tcvn3) {
        const std::size_t place = character - range.first;
        if (character >= range.first && place < range.letters.size()
            && range.letters[place] != U' ')
            return range.letters[place];
    }
    return character;
}

/// Western capitals with marks: Ä is ä's.
char32_t western_lower(char32_t character)
{
    return character >= 0xC0 && character <= 0xDE && character != 0xD7 ? character + 0x20
                                                                       : character;
}

std::u32string from_vni(const std::u32string& text)
{
    std::u32string read;
    for (const char32_t character : text) {
        const char32_t low = western_lower(character);
        Letter last = read.empty() ? Letter {} : split_letter(read.back());
        const bool bears = last.tone == ToneMark::None
            && std::u32string_view(U"aeouy").find(last.base) != std::u32string_view::npos;
        const auto mark = std::find_if(std::begin(vni_marks), std::end(vni_marks),
            [&](const VniMark& one) { return one.character == low; });
        const bool breve = mark != std::end(vni_marks) && mark->mark == Mark::Breve;
        const bool marks = mark != std::end(vni_marks) && bears
            && (mark->mark == Mark::None
                || (last.mark == Mark::None && carries(last.base, mark->mark)))
            && (!breve || last.base == U'a');
        if (marks) {
            if (mark->mark != Mark::None)
                last.mark = mark->mark;
            last.tone = mark->tone;
            read.back() = join_letter(last);
            continue;
        }
        const auto letter = std::find_if(std::begin(vni_letters), std::end(vni_letters),
            [&](const auto& one) { return one.first == low; });
        if (letter == std::end(vni_letters))
            read.push_back(character);
        else
            read.push_back(low == character ? letter->second : to_upper(letter->second));
    }
    return read;
}

/// Capitals of .VnTimeH are small letters that the font draws large: «NGUYÔN V¡N §øC».
void raise_capitals(std::u32string& line)
{
    std::size_t capitals = 0;
    for (const char32_t character : line) {
        if (character >= U'a' && character <= U'z')
            return;
        capitals += character >= U'A' && character <= U'Z' ? 1 : 0;
    }
    if (capitals >= 3)
        std::transform(line.begin(), line.end(), line.begin(), to_upper);
}

bool separates_cells(char32_t character)
{
    return character == U'\n' || character == U'\r' || character == U',' || character == U';'
        || character == U'\t' || character == U'"';
}

bool is_syllable(std::u32string_view word)
{
    std::vector<Letter> letters;
    ToneMark tone = ToneMark::None;
    for (const char32_t character : word) {
        letters.push_back(split_letter(to_lower(character)));
        if (letters.back().tone != ToneMark::None)
            tone = std::exchange(letters.back().tone, ToneMark::None);
    }
    return fit(letters, tone) == Fit::Full;
}

/// The share of Vietnamese syllables among words that are marked in `source`, which is as long,
/// word by word.
double share_of_syllables(const std::u32string& source, const std::u32string& read)
{
    const auto words = [](const std::u32string& text) {
        std::vector<std::u32string> all(1);
        for (const char32_t character : text) {
            if (character == U' ' || character == 0xA0 || separates_cells(character))
                all.emplace_back();
            else
                all.back().push_back(character);
        }
        return all;
    };
    const auto from = words(source);
    const auto to = words(read);
    std::size_t marked = 0;
    std::size_t syllables = 0;
    for (std::size_t i = 0; i < from.size() && i < to.size(); ++i) {
        const bool has_mark
            = std::any_of(from[i].begin(), from[i].end(), [](char32_t one) { return one >= 0x80; });
        if (!has_mark)
            continue;
        ++marked;
        syllables += is_syllable(to[i]) ? 1 : 0;
    }
    return marked == 0 ? 1 : static_cast<double>(syllables) / static_cast<double>(marked);
}

/// A letter that only Unicode has: none of the western ones that the old encodings used.
bool is_unicodes_own(char32_t character)
{
    return (character >= 0x100 && character < 0x250) || (character >= 0x1E00 && character < 0x1F00);
}

/// A cell that is Unicode already stays as it is: headings of a newer template above old names.
std::u32string read_cell(const std::u32string& cell, OldEncoding encoding)
{
    if (std::any_of(cell.begin(), cell.end(), is_unicodes_own))
        return cell;
    std::u32string read;
    if (encoding == OldEncoding::Vni) {
        read = from_vni(cell);
    } else {
        std::transform(cell.begin(), cell.end(), std::back_inserter(read), tcvn3_letter);
        raise_capitals(read);
    }
    return share_of_syllables(cell, cell) > share_of_syllables(cell, read) ? cell : read;
}

std::u32string read_as(const std::u32string& text, OldEncoding encoding)
{
    std::u32string read;
    std::u32string cell;
    for (const char32_t character : text) {
        if (separates_cells(character))
            read += read_cell(std::exchange(cell, {}), encoding) + character;
        else
            cell.push_back(character);
    }
    return read + read_cell(cell, encoding);
}

} // namespace

std::string from_old_encoding(std::string_view bytes, OldEncoding encoding)
{
    return nfc(to_utf8(read_as(western(bytes), encoding)));
}

Script script_of(std::string_view bytes)
{
    const bool unicode = is_utf8(bytes);
    const std::u32string text = western(bytes);
    const double as_it_is = unicode ? share_of_syllables(text, text) : 0;
    if (as_it_is >= enough)
        return Script::Unicode;
    const double as_tcvn3 = share_of_syllables(text, read_as(text, OldEncoding::Tcvn3));
    const double as_vni = share_of_syllables(text, read_as(text, OldEncoding::Vni));
    if (as_tcvn3 >= enough && as_tcvn3 > std::max(as_vni, as_it_is))
        return Script::Tcvn3;
    if (as_vni >= enough && as_vni > std::max(as_tcvn3, as_it_is))
        return Script::Vni;
    return unicode ? Script::Unicode : Script::Unknown;
}

std::vector<Conversion> conversion_samples(
    std::string_view bytes, OldEncoding encoding, std::size_t most)
{
    const std::u32string text = western(bytes);
    std::vector<Conversion> samples;
    for (std::size_t at = 0; at < text.size() && samples.size() < most;) {
        const std::size_t end = std::min(text.find_first_of(U"\r\n", at), text.size());
        const std::u32string line = text.substr(at, end - at);
        const std::u32string read = read_as(line, encoding);
        if (read != line)
            samples.push_back({nfc(to_utf8(line)), nfc(to_utf8(read))});
        at = end + 1;
    }
    return samples;
}

} // namespace chibo
