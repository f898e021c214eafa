// The order of members in lists, and a name taken apart where it was not given in parts.
#pragma once

#include <vector>

#include "meeting/member.h"

namespace chibo {

/// By given name, family name, middle name in Vietnamese order; the identifier decides between
/// namesakes. By the parts as the clerk may have put them right, not by the words of the name.
void sort_by_name(std::vector<Member>& members);
/// Fills in family, middle and given name where there is no given name.
void split_member_name(Member& member);

} // namespace chibo
