#include "ui/screens/plan_draft.h"

#include <charconv>
#include <vector>

#include "meeting/words.h"

namespace chibo {
namespace {

/// No title or place holds a tab or a line feed: the fields refuse them.
std::vector<std::string> split(std::string_view text, char by)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0;;) {
        const std::size_t to = text.find(by, from);
        parts.emplace_back(text.substr(from, to == std::string_view::npos ? to : to - from));
        if (to == std::string_view::npos)
            return parts;
        from = to + 1;
    }
}

template <typename AnyId> std::string text_of(const std::optional<AnyId>& id)
{
    return id ? id->text() : std::string();
}

template <typename Number> Number number_of(const std::string& text)
{
    Number number {};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

constexpr std::size_t plan_fields = 8;
constexpr std::size_t item_fields = 9;

std::optional<PlannedItem> read_item(std::string_view line)
{
    const auto parts = split(line, '\t');
    if (parts.size() != item_fields)
        return std::nullopt;
    const auto part = parse_word<Part>(parts[1]);
    const auto kind = parse_word<ItemKind>(parts[2]);
    if (!part || !kind)
        return std::nullopt;
    return PlannedItem {.id = ItemId::parse(parts[0]).value_or(ItemId {}),
        .part = *part,
        .kind = *kind,
        .title = parts[3],
        .short_title = parts[4],
        .minutes = number_of<int>(parts[5]),
        .presenter = PersonId::parse(parts[6]),
        .carried_from = EntryId::parse(parts[7]),
        .secret = parts[8] == "1"};
}

} // namespace

std::string plan_lines(const MeetingPlan& plan)
{
    std::string lines = std::string(word(plan.kind)) + "\t" + plan.title + "\t"
        + std::to_string(plan.planned_start_ms) + "\t" + plan.place + "\t" + text_of(plan.chair)
        + "\t" + text_of(plan.clerk) + "\t" + plan.template_id + "\t"
        + std::to_string(plan.limit_minutes);
    for (const PlannedItem& item : plan.items)
        lines += "\n" + (item.id.nil() ? std::string() : item.id.text()) + "\t"
            + std::string(word(item.part)) + "\t" + std::string(word(item.kind)) + "\t" + item.title
            + "\t" + item.short_title + "\t" + std::to_string(item.minutes) + "\t"
            + text_of(item.presenter) + "\t" + text_of(item.carried_from) + "\t"
            + (item.secret ? "1" : "0");
    return lines;
}

std::optional<MeetingPlan> read_plan_lines(std::string_view text)
{
    const auto lines = split(text, '\n');
    const auto head = split(lines.front(), '\t');
    if (head.size() != plan_fields)
        return std::nullopt;
    const auto kind = parse_word<MeetingKind>(head[0]);
    if (!kind)
        return std::nullopt;
    MeetingPlan plan {.id = {},
        .kind = *kind,
        .title = head[1],
        .planned_start_ms = number_of<UnixMs>(head[2]),
        .place = head[3],
        .chair = MemberId::parse(head[4]),
        .clerk = MemberId::parse(head[5]),
        .template_id = head[6],
        .limit_minutes = number_of<int>(head[7]),
        .items = {}};
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto item = read_item(lines[i]);
        if (!item)
            return std::nullopt;
        plan.items.push_back(*item);
    }
    return plan;
}

} // namespace chibo
