#include "meeting/member.h"

#include <algorithm>

namespace chibo {

bool appoints(std::string_view role)
{
    return role == "secretary" || role == "deputy_secretary" || role == "recovery";
}

bool must_attend(Standing standing)
{
    return standing == Standing::Official || standing == Standing::Probationary
        || standing == Standing::TemporaryHere;
}

bool counts_as_official(const Member& member)
{
    switch (member.standing) {
    case Standing::Official:
        return true;
    case Standing::Probationary:
    case Standing::TemporaryHere:
        return false;
    default:
        return member.official_on || !member.joined_on;
    }
}

const CellHeading* heading_on(const std::vector<CellHeading>& headings, Date day)
{
    const CellHeading* first = nullptr;
    const CellHeading* held = nullptr;
    for (const auto& heading : headings) {
        if (!first || heading.valid_from < first->valid_from)
            first = &heading;
        if (heading.valid_from <= day && (!held || heading.valid_from >= held->valid_from))
            held = &heading;
    }
    return held ? held : first;
}

} // namespace chibo
