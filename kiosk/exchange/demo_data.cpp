#include "exchange/demo_data.h"

#include <stdexcept>

#include <toml++/toml.h>

#include "meeting/words.h"
#include "record/toml_file.h"

namespace chibo {
namespace {

std::string text_of(const toml::table& table, std::string_view key)
{
    return table[key].value_or(std::string());
}

int number_of(const toml::table& table, std::string_view key, int otherwise = 0)
{
    return table[key].value_or(otherwise);
}

std::optional<Date> date_of(const toml::table& table, std::string_view key)
{
    return parse_iso(text_of(table, key));
}

std::vector<std::string> texts_of(const toml::table& table, std::string_view key)
{
    std::vector<std::string> texts;
    if (const auto* array = table[key].as_array()) {
        for (const toml::node& node : *array)
            texts.push_back(node.value_or(std::string()));
    }
    return texts;
}

/// Calls `read` with each table of the array.
template <typename Read>
void each_table(const toml::table& table, std::string_view key, const Read& read)
{
    const auto* array = table[key].as_array();
    if (array == nullptr)
        throw std::runtime_error("data/demo: no list named " + std::string(key));
    for (const toml::node& node : *array)
        read(*node.as_table());
}

template <typename Enum> Enum word_of(const toml::table& table, std::string_view key)
{
    const std::string text = text_of(table, key);
    const auto value = text.empty() ? Enum {} : parse_word<Enum>(text);
    if (!value)
        throw std::runtime_error("data/demo: " + std::string(key) + " cannot be " + text);
    return *value;
}

DemoMember member_of(const toml::table& table)
{
    DemoMember member {.name = text_of(table, "name"),
        .birth_on = date_of(table, "birth_on"),
        .joined_on = date_of(table, "joined_on"),
        .official_on = date_of(table, "official_on"),
        .sex = word_of<Sex>(table, "sex"),
        .position = word_of<Position>(table, "position"),
        .standing = word_of<Standing>(table, "standing"),
        .card_number = text_of(table, "card_number"),
        .card = text_of(table, "card"),
        .officer = {}};
    if (table.contains("officer"))
        member.officer = word_of<OfficerRole>(table, "officer");
    return member;
}

DemoCell cell_of(const toml::table& table)
{
    DemoCell cell {
        .name = text_of(table, "name"), .cell_line = text_of(table, "cell_line"), .members = {}};
    each_table(table, "member",
        [&](const toml::table& member) { cell.members.push_back(member_of(member)); });
    return cell;
}

DemoItem item_of(const toml::table& table)
{
    return {.part = word_of<Part>(table, "part"),
        .kind = word_of<ItemKind>(table, "kind"),
        .title = text_of(table, "title"),
        .short_title = text_of(table, "short_title"),
        .minutes = number_of(table, "minutes", 5),
        .who = text_of(table, "who"),
        .thematic = table["thematic"].value_or(false)};
}

DemoMonth month_of(const toml::table& table)
{
    return {.news = text_of(table, "news"),
        .opinions = texts_of(table, "opinions"),
        .conclusion = text_of(table, "conclusion"),
        .plan = texts_of(table, "plan"),
        .plan_conclusion = text_of(table, "plan_conclusion"),
        .tasks = texts_of(table, "tasks")};
}

void read_phrases(DemoData& data, const toml::table& table)
{
    each_table(
        table, "agenda", [&](const toml::table& item) { data.agenda.push_back(item_of(item)); });
    std::size_t quarter = 0;
    each_table(table, "quarter", [&](const toml::table& one) {
        data.quarters.at(quarter++) = {.topic = text_of(one, "topic"),
            .opinions = texts_of(one, "opinions"),
            .conclusion = text_of(one, "conclusion")};
    });
    std::size_t month = 0;
    each_table(
        table, "month", [&](const toml::table& one) { data.months.at(month++) = month_of(one); });
    for (const DemoCell& cell : data.cells)
        data.work[cell.name] = texts_of(*table["work"].as_table(), cell.name);
}

DemoCritique critique_of(const toml::table& table)
{
    DemoCritique critique {.months_ago = number_of(table, "months_ago", 1),
        .about = number_of(table, "about"),
        .self = text_of(table, "self"),
        .remarks = {},
        .conclusion = text_of(table, "conclusion"),
        .due_in_days = number_of(table, "due_in_days"),
        .kept = {},
        .evidence = table["evidence"].value_or(std::string())};
    each_table(table, "remarks", [&](const toml::table& remark) {
        critique.remarks.push_back({.from = number_of(remark, "from"),
            .kind = text_of(remark, "kind"),
            .text = text_of(remark, "text"),
            .answer = text_of(remark, "answer")});
    });
    if (table.contains("kept"))
        critique.kept = word_of<CommitmentState>(table, "kept");
    return critique;
}

DemoStory story_of(const toml::table& table)
{
    const toml::table& guest = *table["guest"].as_table();
    DemoStory story {.cell = text_of(table, "cell"),
        .start_hour = number_of(table, "start_hour", 8),
        .absent_announced = number_of(table, "absent_announced"),
        .absent_last_month = number_of(table, "absent_last_month"),
        .guest_name = text_of(guest, "name"),
        .guest_organisation = text_of(guest, "organisation"),
        .guest_kind = word_of<GuestKind>(guest, "kind"),
        .open_tasks = {},
        .coming = {},
        .critiques = {}};
    each_table(table, "critique",
        [&](const toml::table& critique) { story.critiques.push_back(critique_of(critique)); });
    each_table(table, "open_task", [&](const toml::table& task) {
        story.open_tasks.push_back({.text = text_of(task, "text"),
            .owner = number_of(task, "owner"),
            .due_in_days = number_of(task, "due_in_days"),
            .months_ago = number_of(task, "months_ago", 1)});
    });
    each_table(table, "coming", [&](const toml::table& coming) {
        story.coming.push_back({.kind = word_of<MeetingKind>(coming, "kind"),
            .title = text_of(coming, "title"),
            .when = text_of(coming, "when"),
            .start = text_of(coming, "start"),
            .place = text_of(coming, "place")});
    });
    return story;
}

} // namespace

DemoData read_demo_data(const std::filesystem::path& folder)
{
    DemoData data;
    const toml::table cells = read_toml(folder / "cells.toml");
    data.organisation = text_of(cells, "organisation");
    data.room = text_of(cells, "room");
    data.parent_line = text_of(cells, "parent_line");
    data.place = text_of(cells, "place");
    each_table(
        cells, "cell", [&](const toml::table& cell) { data.cells.push_back(cell_of(cell)); });
    const toml::table& names = *cells["names"].as_table();
    data.family = texts_of(names, "family");
    data.middle = texts_of(names, "middle");
    data.given = texts_of(names, "given");
    read_phrases(data, read_toml(folder / "phrases.toml"));
    data.story = story_of(read_toml(folder / "story.toml"));
    return data;
}

} // namespace chibo
