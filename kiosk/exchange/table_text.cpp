#include "exchange/table_text.h"

#include <algorithm>
#include <optional>

#include "meeting/letters.h"

namespace chibo {

namespace {

enum class Order { LittleEndian, BigEndian };

std::optional<Order> order_of_mark(std::string_view file)
{
    if (file.starts_with("\xFF\xFE"))
        return Order::LittleEndian;
    if (file.starts_with("\xFE\xFF"))
        return Order::BigEndian;
    return std::nullopt;
}

char32_t unit_at(std::string_view bytes, std::size_t at, Order order)
{
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return order == Order::LittleEndian ? first | char32_t {second} << 8U
                                        : second | char32_t {first} << 8U;
}

/// Nothing for half a unit or half a pair.
std::optional<std::string> from_utf16(std::string_view bytes, Order order)
{
    if (bytes.size() % 2 != 0)
        return std::nullopt;
    std::string text;
    for (std::size_t at = 2; at < bytes.size(); at += 2) {
        char32_t character = unit_at(bytes, at, order);
        const bool leads = character >= 0xD800 && character < 0xDC00;
        if (leads && at + 2 < bytes.size()) {
            at += 2;
            const char32_t trail = unit_at(bytes, at, order);
            if (trail < 0xDC00 || trail > 0xDFFF)
                return std::nullopt;
            character = 0x10000 + ((character - 0xD800) << 10U) + (trail - 0xDC00);
        } else if (character >= 0xD800 && character <= 0xDFFF) {
            return std::nullopt;
        }
        append_utf8(text, character);
    }
    return text;
}

/// Text of any encoding has tabs and line ends among its control characters, and the end of file of
/// old programs (0x1A); a PDF may have no others either.
bool is_text(std::string_view bytes)
{
    constexpr std::string_view of_text = "\t\n\v\f\r\x1A";
    return !bytes.starts_with("%PDF-") && std::none_of(bytes.begin(), bytes.end(), [&](char c) {
        return static_cast<unsigned char>(c) < 0x20 && of_text.find(c) == std::string_view::npos;
    });
}

} // namespace

Result<std::string> table_text(std::string_view file)
{
    if (file.starts_with("\xD0\xCF\x11\xE0"))
        return refuse("roster.old_workbook");
    std::string text(file);
    if (const auto order = order_of_mark(file)) {
        auto read = from_utf16(file, *order);
        if (!read)
            return refuse("roster.encoding");
        text = std::move(*read);
    }
    if (!is_text(text))
        return refuse("roster.not_text");
    return text;
}

} // namespace chibo
