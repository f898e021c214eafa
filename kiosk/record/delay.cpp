#include "record/delay.h"

#include <algorithm>

namespace chibo {

std::int64_t delay_ms(int failures)
{
    constexpr int free_tries = 4;
    constexpr std::int64_t first_ms = 30'000;
    constexpr std::int64_t longest_ms = 15 * 60'000;
    if (failures <= free_tries)
        return 0;
    return std::min(longest_ms, first_ms << std::min(failures - free_tries - 1, 16));
}

std::int64_t remaining_delay_ms(int failures, UnixMs next_try_at_ms, UnixMs now_ms)
{
    return std::clamp<std::int64_t>(next_try_at_ms - now_ms, 0, delay_ms(failures));
}

} // namespace chibo
