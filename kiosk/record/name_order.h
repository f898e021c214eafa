// The order of people's names in lists, and a name taken apart.
#pragma once

#include "meeting/member.h"

namespace chibo {

/// By given name, family name, middle name in Vietnamese order; the identifier decides between namesakes.
[[nodiscard]] bool before_by_name(const Member& a, const Member& b);
/// Family, middle and given name of a whole name, where they were not given.
void split_name(Member& member);

} // namespace chibo
