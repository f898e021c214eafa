#include "exchange/roster_checks.h"

#include <algorithm>

#include "meeting/letters.h"
#include "meeting/names.h"

namespace chibo {

namespace {

constexpr std::size_t longest_name = 80; // Letters; nobody's is half as long.
constexpr int youngest = 18; // Years at admission: the Party's statute, article 1.
constexpr int first_year = 1900;

Error at_row(const RosterRow& row, std::string key, std::map<std::string, std::string> values = {})
{
    values["line"] = std::to_string(row.line);
    values.emplace("name", row.member.name);
    return {std::move(key), std::move(values)};
}

bool may_stand_in_name(char32_t character)
{
    return is_letter(character)
        || std::u32string_view(U" '.,-()").find(character) != std::u32string_view::npos;
}

bool is_name(const std::u32string& name)
{
    return std::count_if(name.begin(), name.end(), is_letter) >= 2 && name.size() <= longest_name
        && std::all_of(name.begin(), name.end(), may_stand_in_name);
}

/// Enough of it to be found in the file.
std::string beginning(const std::u32string& name)
{
    constexpr std::size_t shown = 40;
    return name.size() <= shown ? to_utf8(name) : to_utf8(name.substr(0, shown)) + "…";
}

std::optional<Error> wrong_day(const RosterRow& row, const std::optional<Date>& date, Date today)
{
    if (!date || (date->year >= first_year && *date <= today))
        return std::nullopt;
    return at_row(row, "roster.impossible_day", {{"value", dmy(*date)}});
}

} // namespace

std::optional<Error> implausible(const RosterRow& row, Date today)
{
    const Member& member = row.member;
    const std::u32string name = to_utf32(member.name);
    if (!is_name(name))
        return at_row(row, "roster.not_a_name", {{"name", beginning(name)}});
    for (const auto& date : {member.birth_on, member.joined_on, member.official_on}) {
        if (auto wrong = wrong_day(row, date, today))
            return wrong;
    }
    const auto joined = member.joined_on ? member.joined_on : member.official_on;
    if (member.joined_on && member.official_on && *member.official_on < *member.joined_on)
        return at_row(row, "roster.official_before_joined",
            {{"joined", dmy(*member.joined_on)}, {"official", dmy(*member.official_on)}});
    if (member.birth_on && joined && *joined < plus_months(*member.birth_on, 12 * youngest))
        return at_row(
            row, "roster.too_young", {{"born", dmy(*member.birth_on)}, {"joined", dmy(*joined)}});
    return std::nullopt;
}

std::string person_key(const Member& member)
{
    return name_order_key(member.name) + '|'
        + (member.birth_on ? iso(*member.birth_on) : std::string());
}

std::optional<Error> RosterDoubles::find_or_remember(const RosterRow& row)
{
    const std::string person = fold_for_search(row.cell) + '|' + person_key(row.member);
    if (const auto first = m_people.find(person); first != m_people.end())
        return at_row(row, "roster.doubled", {{"first", std::to_string(first->second)}});
    const std::string& card = row.member.card_number;
    if (const auto first = m_cards.find(card); !card.empty() && first != m_cards.end())
        return at_row(
            row, "roster.card_doubled", {{"first", std::to_string(first->second)}, {"card", card}});
    m_people.emplace(person, row.line);
    m_cards.emplace(card, row.line);
    return std::nullopt;
}

} // namespace chibo
