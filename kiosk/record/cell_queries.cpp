#include "record/cell_queries.h"

#include <charconv>

#include "record/query.h"

namespace chibo {
namespace {

int number_setting(const Record& record, std::string_view id, int otherwise)
{
    const std::string text = read_setting(record, id, "");
    int number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool switch_setting(const Record& record, std::string_view id, bool otherwise)
{
    return read_setting(record, id, otherwise ? "1" : "0") == "1";
}

} // namespace

bool has_cell(const Record& record)
{
    return Query(record, "SELECT id FROM cell LIMIT 1").next();
}

Cell read_cell(const Record& record)
{
    Query query(record, R"sql(SELECT id, name, organisation, room FROM cell LIMIT 1)sql");
    Cell cell;
    if (query.next()) {
        cell.id = query.id<CellId>();
        cell.name = query.text();
        cell.organisation = query.text();
        cell.room = query.text();
    }
    return cell;
}

std::vector<CellHeading> read_headings(const Record& record)
{
    Query query(record, R"sql(
        SELECT id, valid_from_on, parent_line, cell_line, place
        FROM cell_heading WHERE removed = 0
        ORDER BY valid_from_on, id)sql");
    std::vector<CellHeading> headings;
    while (query.next()) {
        CellHeading heading;
        heading.id = query.id<HeadingId>();
        heading.valid_from = query.date();
        heading.parent_line = query.text();
        heading.cell_line = query.text();
        heading.place = query.text();
        headings.push_back(std::move(heading));
    }
    return headings;
}

CellHeading read_heading(const Record& record, Date day)
{
    const auto headings = read_headings(record);
    const CellHeading* held = heading_on(headings, day);
    return held ? *held : CellHeading {};
}

std::string read_setting(const Record& record, std::string_view id, std::string_view otherwise)
{
    Query query(record, "SELECT value FROM setting WHERE id = :id");
    query.bind(":id", id);
    return query.next() ? query.text() : std::string(otherwise);
}

Settings read_settings(const Record& record)
{
    Settings set;
    set.check_in_signature
        = parse_word<SignatureSetting>(read_setting(record, "check_in/signature", ""))
              .value_or(set.check_in_signature);
    set.clerk_runs_agenda = switch_setting(record, "agenda/clerk_runs", set.clerk_runs_agenda);
    set.minutes_rest = switch_setting(record, "minutes/rest", set.minutes_rest);
    set.agenda_rest = switch_setting(record, "agenda/rest", set.agenda_rest);
    set.rest_after_minutes = number_setting(record, "safety/rest_after", set.rest_after_minutes);
    set.lock_after_minutes = number_setting(record, "safety/lock_after", set.lock_after_minutes);
    set.typing_method = read_setting(record, "typing/method", set.typing_method);
    set.typing_tones = read_setting(record, "typing/tones", set.typing_tones);
    set.screen_keyboard = switch_setting(record, "typing/screen_keyboard", set.screen_keyboard);
    set.minutes_numbering = read_setting(record, "documents/numbering", set.minutes_numbering);
    return set;
}

} // namespace chibo
