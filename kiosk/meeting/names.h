// Vietnamese names: their parts, their order in lists, their short forms, and finding them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chibo {

/// "Nguyễn Thị Thu Thủy": family Nguyễn, middle Thị Thu, given Thủy. A name of one word is a given
/// name.
struct NameParts {
    std::string family;
    std::string middle;
    std::string given;

    bool operator==(const NameParts&) const = default;
};

[[nodiscard]] NameParts split_name(std::string_view name);

/// Bytes whose order is the order of names in Vietnamese lists: by given name, then family name,
/// then middle words; letters first (a ă â b … d đ e ê …), tones where all letters agree. Where a
/// tone is written (Hoà, Hòa) makes no difference. Kept in the column `sort_key`.
[[nodiscard]] std::string name_order_key(std::string_view name);

/// The first letters of the last two words, for an avatar: TT of Thu Thủy, NÁ of Ngọc Ánh.
[[nodiscard]] std::string name_initials(std::string_view name);

/// The last two words, as people are called in a meeting: "Thu Thủy".
[[nodiscard]] std::string short_name(std::string_view name);

/// A name on two lines: what stands before the last two words, and these.
struct NameLines {
    std::string first;
    std::string second;
};

[[nodiscard]] NameLines name_on_two_lines(std::string_view name);

/// NFC, one space between words, no zero-width characters, Ð and Ɖ as Đ, ’ as '. What an import
/// stores.
[[nodiscard]] std::string clean_name(std::string_view name);

/// "NGUYỄN VĂN ĐỨC" as "Nguyễn Văn Đức". Names that have a small letter stay as they are.
[[nodiscard]] std::string title_case_name(std::string_view name);

/// Lower case without marks, đ as d, one space between words: what search stores beside a text.
[[nodiscard]] std::string fold_for_search(std::string_view text);

/// Whether `wanted` is the name or its last words, with marks or without: "Minh Hằng", "hang".
[[nodiscard]] bool is_called(std::string_view name, std::string_view wanted);

/// How well a name answers a query; more is better.
enum class NameMatch {
    None,
    Initials, // nva, nvan, or the words joined.
    OtherWord,
    GivenName,
    Whole, // The given name itself.
};

/// A letter without marks finds any marks, a mark that is typed must be there; words come in any
/// order, each from the start of a word; đ must be typed to be asked for. An empty query matches
/// every name.
[[nodiscard]] NameMatch match_name(std::string_view query, std::string_view name);

/// A query made ready once, for matching against many names.
class NameQuery {
public:
    explicit NameQuery(std::string_view query);
    [[nodiscard]] NameMatch match(std::string_view name) const;
    [[nodiscard]] bool empty() const { return m_words.empty(); }

private:
    std::vector<std::u32string> m_words;
};

} // namespace chibo
