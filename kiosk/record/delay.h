// How long the next try at a code must wait after wrong ones.
#pragma once

#include <cstdint>

#include "meeting/clock.h"

namespace chibo {

/// Nothing for the first four wrong tries (a slip of the finger), then 30 s, doubled each time up
/// to 15 minutes.
[[nodiscard]] std::int64_t delay_ms(int failures);
/// What is left of it. A clock that was set back cannot make it longer than the delay itself.
[[nodiscard]] std::int64_t remaining_delay_ms(int failures, UnixMs next_try_at_ms, UnixMs now_ms);

} // namespace chibo
