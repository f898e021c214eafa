#include "meeting/rank.h"

#include "meeting/check.h"

namespace chibo {
namespace {

// A rank is a fraction in base 36 after an unwritten point. It never ends in 0, so that there is
// always room before it.
constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";

int digit(std::string_view rank, std::size_t at, int beyond)
{
    if (at >= rank.size())
        return beyond;
    const auto value = digits.find(rank[at]);
    // What a newer device wrote with other digits is still ordered by its bytes; here it counts as
    // an end.
    return value == std::string_view::npos ? beyond : static_cast<int>(value);
}

} // namespace

std::string rank_between(std::string_view before, std::string_view after)
{
    CHECK(after.empty() || before < after);
    constexpr int base = static_cast<int>(digits.size());
    std::string out;
    bool open_end = after.empty(); // Nothing above any more: everything up to `base` is free.
    for (std::size_t at = 0;; ++at) {
        const int low = digit(before, at, 0);
        const int high = open_end ? base : digit(after, at, base);
        if (high - low > 1) {
            out += digits[static_cast<std::size_t>((low + high) / 2)];
            return out;
        }
        out += digits[static_cast<std::size_t>(low)];
        if (high > low)
            open_end = true;
    }
}

std::vector<std::string> first_ranks(std::size_t count)
{
    // Two digits give 1,295 places, evenly spread: room for inserts everywhere.
    constexpr std::size_t places = 36 * 36;
    CHECK(count < places / 2);
    std::vector<std::string> ranks;
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t place = (i + 1) * places / (count + 1);
        if (place % 36 == 0)
            ++place;
        ranks.push_back({digits[place / 36], digits[place % 36]});
    }
    return ranks;
}

} // namespace chibo
