#include "ui/tied.h"

#include <algorithm>
#include <array>

namespace chibo {
namespace {

constexpr std::string_view no_break = "\u00A0";

bool ends_with_word(std::string_view text, std::string_view word)
{
    return text.ends_with(word)
        && (text.size() == word.size() || text[text.size() - word.size() - 1] == ' ');
}

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// Is what stands before the space bound to what comes after it?
bool bound(std::string_view before, std::string_view after)
{
    constexpr std::array numbered {
        "tháng", "năm", "quý", "ngày", "tầng", "mục", "kỳ", "Tháng", "Quý", "Mục"};
    constexpr std::array units {"phút", "giờ", "ngày", "%", "tháng", "đồng chí"};
    const auto names = [&](std::string_view word) { return ends_with_word(before, word); };
    if (!after.empty() && (is_digit(after.front()) || after.front() == 'I' || after.front() == 'V')
        && std::any_of(numbered.begin(), numbered.end(), names))
        return true;
    if (ends_with_word(before, "đồng chí"))
        return true;
    // Compounds of agenda titles that would leave one syllable alone on a line.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> compounds {
        {{"lý", "do"}, {"văn", "bản"}, {"bản", "mới"}, {"nghị", "quyết"}}};
    const auto joins = [&](const auto& pair) {
        return ends_with_word(before, pair.first) && after.starts_with(pair.second);
    };
    if (std::any_of(compounds.begin(), compounds.end(), joins))
        return true;
    const auto counts = [&](std::string_view unit) { return after.starts_with(unit); };
    return !before.empty() && is_digit(before.back())
        && std::any_of(units.begin(), units.end(), counts);
}

} // namespace

std::string tied(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' && bound(text.substr(0, i), text.substr(i + 1)))
            result += no_break;
        else
            result += text[i];
    }
    return result;
}

std::string tied_title(std::string_view text)
{
    constexpr std::array<std::string_view, 4> words {
        "nhiệm vụ", "nghị quyết", "biên bản", "văn bản mới"};
    std::string result = tied(text);
    for (const std::string_view word : words) {
        for (auto at = result.find(word); at != std::string::npos; at = result.find(word, at + 1)) {
            for (auto gap = result.find(' ', at); gap < at + word.size();
                gap = result.find(' ', gap + 1))
                result.replace(gap, 1, no_break);
        }
    }
    return result;
}

} // namespace chibo
