#include "record/name_order.h"

#include <algorithm>
#include <tuple>

#include "meeting/names.h"

namespace chibo {

void sort_by_name(std::vector<Member>& members)
{
    using Order = std::tuple<std::string, std::string, std::string, MemberId>;
    std::vector<std::pair<Order, Member>> keyed;
    keyed.reserve(members.size());
    for (auto& member : members) {
        Order order {name_order_key(member.given), name_order_key(member.family),
            name_order_key(member.middle), member.id};
        keyed.emplace_back(std::move(order), std::move(member));
    }
    std::sort(
        keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < members.size(); ++i)
        members[i] = std::move(keyed[i].second);
}

void split_member_name(Member& member)
{
    if (!member.given.empty())
        return;
    NameParts parts = split_name(member.name);
    member.family = std::move(parts.family);
    member.middle = std::move(parts.middle);
    member.given = std::move(parts.given);
}

} // namespace chibo
