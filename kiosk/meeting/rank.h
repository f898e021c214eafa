// Fractional ranks order lists that several devices may reorder: a rank between two others always
// exists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chibo {

/// A rank after `before` and before `after`; an empty `before` is the start, an empty `after` the
/// end. Ranks are compared byte by byte. `before` must be less than `after` where both are given.
[[nodiscard]] std::string rank_between(std::string_view before, std::string_view after);
/// `count` ranks in order, for a new list.
[[nodiscard]] std::vector<std::string> first_ranks(std::size_t count);

} // namespace chibo
