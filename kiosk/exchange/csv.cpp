#include "exchange/csv.h"

#include <algorithm>
#include <memory>
#include <new>

#include <csv.h>

namespace chibo {

namespace {

// States of libcsv's parser, whose names are not in its header.
constexpr int row_not_begun = 0;
constexpr int field_begun = 2;

struct Reading {
    std::vector<CsvRow> rows;
    CsvRow row;
    int line = 1;
    int row_begins = 1; // The line of the row being read.
};

char separator_of(std::string_view text)
{
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    const auto count = [first](char c) { return std::count(first.begin(), first.end(), c); };
    const std::string_view candidates = ",;\t";
    return *std::max_element(
        candidates.begin(), candidates.end(), [&](char a, char b) { return count(a) < count(b); });
}

void take_field(void* field, std::size_t size, void* reading)
{
    auto& into = *static_cast<Reading*>(reading);
    into.row.line = into.row_begins;
    into.row.fields.emplace_back(static_cast<const char*>(field), size);
}

void take_row(int, void* reading)
{
    auto& into = *static_cast<Reading*>(reading);
    const auto& fields = into.row.fields;
    if (std::any_of(
            fields.begin(), fields.end(), [](const std::string& field) { return !field.empty(); }))
        into.rows.push_back(into.row);
    into.row = {};
}

} // namespace

Result<std::vector<CsvRow>> read_csv(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    csv_parser parser {};
    if (csv_init(&parser, CSV_APPEND_NULL) != 0)
        throw std::bad_alloc();
    const std::unique_ptr<csv_parser, decltype(&csv_free)> owned(&parser, &csv_free);
    csv_set_delim(&parser, static_cast<unsigned char>(separator_of(text)));
    csv_set_space_func(
        &parser, [](unsigned char c) { return static_cast<int>(c == ' '); }); // A tab may separate.
    Reading reading;
    while (!text.empty()) {
        // Line by line, so that each row knows its line.
        if (parser.pstate == row_not_begun)
            reading.row_begins = reading.line;
        const std::string_view line
            = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
        if (csv_parse(&parser, line.data(), line.size(), take_field, take_row, &reading)
            != line.size())
            throw std::bad_alloc(); // Without CSV_STRICT nothing else stops it.
        ++reading.line;
        text.remove_prefix(line.size());
    }
    if (parser.quoted != 0 && parser.pstate == field_begun)
        return refuse("roster.unclosed_quote", {{"line", std::to_string(reading.row_begins)}});
    csv_fini(&parser, take_field, take_row, &reading);
    return std::move(reading.rows);
}

} // namespace chibo
