#include "record/name_order.h"

#include <tuple>

namespace chibo {

bool before_by_name(const Member& a, const Member& b)
{
    return std::tie(a.given, a.family, a.middle, a.id) < std::tie(b.given, b.family, b.middle, b.id);
}

void split_name(Member& member)
{
    if (!member.given.empty())
        return;
    const auto first = member.name.find(' ');
    const auto last = member.name.rfind(' ');
    member.given = last == std::string::npos ? member.name : member.name.substr(last + 1);
    member.family = first == std::string::npos ? "" : member.name.substr(0, first);
    member.middle = last > first && first != std::string::npos ? member.name.substr(first + 1, last - first - 1) : "";
}

} // namespace chibo
