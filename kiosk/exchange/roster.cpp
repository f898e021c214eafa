#include "exchange/roster.h"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/ranges.h>

#include "exchange/csv.h"
#include "exchange/roster_checks.h"
#include "exchange/table_text.h"
#include "exchange/xlsx.h"
#include "meeting/letters.h"
#include "meeting/names.h"

namespace chibo {

namespace {

constexpr std::size_t most_rows
    = 2000; // A committee's cells together; more is another kind of table.

enum class Column { Name, Cell, Birth, Sex, Position, Standing, Joined, Official, Card };
constexpr std::size_t column_count = 9;

struct Heading {
    std::string_view folded; // As fold_for_search gives it.
    Column column;
};

constexpr Heading headings[] {{"ho va ten", Column::Name}, {"ho ten", Column::Name},
    {"ho va ten dang vien", Column::Name}, {"ho, ten", Column::Name},
    {"ten dang vien", Column::Name}, {"name", Column::Name}, {"full name", Column::Name},
    {"chi bo", Column::Cell}, {"cell", Column::Cell}, {"ngay sinh", Column::Birth},
    {"sinh ngay", Column::Birth}, {"ngay, thang, nam sinh", Column::Birth},
    {"ngay thang nam sinh", Column::Birth}, {"birth date", Column::Birth},
    {"date of birth", Column::Birth}, {"born", Column::Birth}, {"birthday", Column::Birth},
    {"gioi tinh", Column::Sex}, {"sex", Column::Sex}, {"gender", Column::Sex},
    {"chuc vu", Column::Position}, {"chuc vu dang", Column::Position},
    {"position", Column::Position}, {"dien", Column::Standing},
    {"dien dang vien", Column::Standing}, {"standing", Column::Standing},
    {"status", Column::Standing}, {"ngay vao dang", Column::Joined}, {"vao dang", Column::Joined},
    {"joined", Column::Joined}, {"joined on", Column::Joined}, {"date joined", Column::Joined},
    {"admitted", Column::Joined}, {"ngay chinh thuc", Column::Official},
    {"chinh thuc", Column::Official}, {"official", Column::Official},
    {"official on", Column::Official}, {"official date", Column::Official},
    {"date official", Column::Official}, {"so the", Column::Card}, {"so the dang", Column::Card},
    {"so the dang vien", Column::Card}, {"card", Column::Card}, {"card number", Column::Card},
    {"card no", Column::Card}, {"card no.", Column::Card}};

// Numbers of rows: nothing is lost with them.
constexpr std::string_view numberings[] {"", "stt", "tt", "so tt", "so thu tu", "no", "no.", "#"};

template <typename Value> struct Wording {
    std::string_view folded;
    Value value;
};

constexpr Wording<Sex> sexes[] {{"", Sex::Unknown}, {"nu", Sex::Female}, {"female", Sex::Female},
    {"f", Sex::Female}, {"nam", Sex::Male}, {"male", Sex::Male}, {"m", Sex::Male}};

constexpr Wording<Position> positions[] {{"", Position::None}, {"dang vien", Position::None},
    {"member", Position::None}, {"-", Position::None}, {"bi thu", Position::Secretary},
    {"bi thu chi bo", Position::Secretary}, {"secretary", Position::Secretary},
    {"pho bi thu", Position::DeputySecretary}, {"pho bi thu chi bo", Position::DeputySecretary},
    {"deputy secretary", Position::DeputySecretary}, {"chi uy vien", Position::CommitteeMember},
    {"cap uy vien", Position::CommitteeMember}, {"uy vien", Position::CommitteeMember},
    {"committee member", Position::CommitteeMember}};

constexpr Wording<Standing> standings[] {{"", Standing::Official},
    {"chinh thuc", Standing::Official}, {"dang vien chinh thuc", Standing::Official},
    {"official", Standing::Official}, {"du bi", Standing::Probationary},
    {"dang vien du bi", Standing::Probationary}, {"probationary", Standing::Probationary},
    {"tam thoi", Standing::TemporaryHere}, {"sinh hoat tam thoi", Standing::TemporaryHere},
    {"tam den", Standing::TemporaryHere}, {"temporary", Standing::TemporaryHere},
    {"temporary here", Standing::TemporaryHere}, {"temporary_here", Standing::TemporaryHere},
    {"mien", Standing::Exempt}, {"duoc mien", Standing::Exempt},
    {"mien sinh hoat", Standing::Exempt}, {"duoc mien sinh hoat", Standing::Exempt},
    {"mien cong tac va sinh hoat", Standing::Exempt},
    {"mien cong tac, sinh hoat", Standing::Exempt}, {"exempt", Standing::Exempt},
    {"tam di", Standing::TemporaryAway}, {"tam vang", Standing::TemporaryAway},
    {"temporarily away", Standing::TemporaryAway}, {"away", Standing::TemporaryAway},
    {"temporary_away", Standing::TemporaryAway}, {"dinh chi", Standing::Suspended},
    {"dinh chi sinh hoat", Standing::Suspended}, {"suspended", Standing::Suspended}};

template <typename Value, std::size_t size>
std::optional<Value> meaning(const Wording<Value> (&wordings)[size], std::string_view text)
{
    const std::string folded = fold_for_search(text);
    const auto found = std::find_if(std::begin(wordings), std::end(wordings),
        [&](const auto& wording) { return wording.folded == folded; });
    return found == std::end(wordings) ? std::nullopt : std::optional(found->value);
}

/// Where each column stands, and its heading as the file has it.
struct Columns {
    std::array<std::optional<std::size_t>, column_count> places;
    std::vector<std::string> titles;
    std::vector<std::string> unread;

    [[nodiscard]] std::optional<std::size_t> place(Column column) const
    {
        return places[static_cast<std::size_t>(column)];
    }
};

Columns find_columns(const CsvRow& first)
{
    Columns columns {.places = {}, .titles = first.fields, .unread = {}};
    for (std::size_t place = 0; place < first.fields.size(); ++place) {
        const std::string folded = fold_for_search(first.fields[place]);
        const auto heading = std::find_if(std::begin(headings), std::end(headings),
            [&](const Heading& one) { return one.folded == folded; });
        const bool known = heading != std::end(headings);
        auto* const found
            = known ? &columns.places[static_cast<std::size_t>(heading->column)] : nullptr;
        if (found && !*found)
            *found = place;
        else if (std::find(std::begin(numberings), std::end(numberings), folded)
            == std::end(numberings))
            columns.unread.push_back(clean_name(first.fields[place]));
    }
    return columns;
}

/// One row under its headings.
class RowReader {
public:
    RowReader(const CsvRow& row, const Columns& columns) : m_row(row), m_columns(columns) {}

    [[nodiscard]] Result<RosterRow> read() const
    {
        RosterRow result {.line = m_row.line, .cell = clean_name(text(Column::Cell)), .member = {}};
        Member& member = result.member;
        member.name = title_case_name(text(Column::Name));
        if (member.name.empty())
            return refuse("roster.no_name", {{"line", std::to_string(m_row.line)}});
        const NameParts parts = split_name(member.name);
        member.family = parts.family;
        member.middle = parts.middle;
        member.given = parts.given;
        member.card_number = clean_name(text(Column::Card));
        if (auto problem = read_dates(member))
            return tl::unexpected<Error>(*problem);
        if (auto problem = read_words(member))
            return tl::unexpected<Error>(*problem);
        return result;
    }

private:
    [[nodiscard]] std::string text(Column column) const
    {
        const auto place = m_columns.place(column);
        return place && *place < m_row.fields.size() ? m_row.fields[*place] : std::string();
    }

    [[nodiscard]] Error problem(std::string key, Column column) const
    {
        return {std::move(key),
            {{"line", std::to_string(m_row.line)}, {"name", clean_name(text(Column::Name))},
                {"column", clean_name(m_columns.titles[*m_columns.place(column)])},
                {"value", clean_name(text(column))}}};
    }

    [[nodiscard]] std::optional<Error> read_dates(Member& member) const
    {
        const std::pair<Column, std::optional<Date>*> dates[] {{Column::Birth, &member.birth_on},
            {Column::Joined, &member.joined_on}, {Column::Official, &member.official_on}};
        for (const auto& [column, into] : dates) {
            const std::string written = clean_name(text(column));
            if (written.empty())
                continue;
            const auto date = parse_dmy(written);
            if (!date)
                return problem("roster.impossible_date", column);
            *into = date;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Error> read_words(Member& member) const
    {
        const auto sex = meaning(sexes, text(Column::Sex));
        const auto position = meaning(positions, text(Column::Position));
        const auto standing = meaning(standings, text(Column::Standing));
        if (!sex || !position || !standing)
            return problem("roster.unknown_word",
                !sex ? Column::Sex : (!position ? Column::Position : Column::Standing));
        member.sex = *sex;
        member.position = *position;
        member.standing = *standing;
        return std::nullopt;
    }

    const CsvRow& m_row;
    const Columns& m_columns;
};

Result<std::vector<CsvRow>> read_workbook(
    std::string_view file, std::optional<OldEncoding> encoding)
{
    auto rows = read_xlsx(file);
    for (std::size_t i = 0; encoding && rows && i < rows->size(); ++i) {
        for (std::string& field : (*rows)[i].fields)
            field = from_old_encoding(field, *encoding);
    }
    return rows;
}

Result<std::vector<CsvRow>> read_table(std::string_view file, std::optional<OldEncoding> encoding)
{
    if (is_zip(file))
        return read_workbook(file, encoding);
    auto text = table_text(file);
    if (!text)
        return tl::unexpected<Error>(text.error());
    if (encoding)
        *text = from_old_encoding(*text, *encoding);
    if (!is_utf8(*text))
        return refuse("roster.encoding");
    return read_csv(*text);
}

} // namespace

Result<std::string> roster_text(std::string_view file)
{
    if (!is_zip(file))
        return table_text(file);
    const auto rows = read_xlsx(file);
    if (!rows)
        return tl::unexpected<Error>(rows.error());
    std::string text;
    for (const CsvRow& row : *rows)
        text += fmt::format("{}\n", fmt::join(row.fields, "\t"));
    return text;
}

Result<Roster> read_roster(std::string_view file, Date today, std::optional<OldEncoding> encoding)
{
    const auto read = read_table(file, encoding);
    if (!read)
        return tl::unexpected<Error>(read.error());
    const std::vector<CsvRow>& table = *read;
    if (table.empty())
        return refuse("roster.empty");
    const Columns columns = find_columns(table.front());
    if (!columns.place(Column::Name))
        return refuse("roster.no_name_column");
    if (table.size() == 1)
        return refuse("roster.empty");
    if (table.size() - 1 > most_rows)
        return refuse("roster.too_long",
            {{"count", std::to_string(table.size() - 1)}, {"limit", std::to_string(most_rows)}});
    Roster roster {.rows = {}, .not_taken = {}, .unread_columns = columns.unread};
    RosterDoubles seen;
    for (std::size_t i = 1; i < table.size(); ++i) {
        auto row = RowReader(table[i], columns).read();
        std::optional<Error> problem;
        if (!row)
            problem = row.error();
        else if (problem = implausible(*row, today); !problem)
            problem = seen.find_or_remember(*row);
        if (problem)
            roster.not_taken.push_back(*problem);
        else
            roster.rows.push_back(std::move(*row));
    }
    return roster;
}

} // namespace chibo
