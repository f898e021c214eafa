#include "exchange/xlsx.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <pugixml.hpp>
#include <zip.h>

#include "meeting/dates.h"

namespace chibo {

namespace {

constexpr std::size_t largest_part = 32U << 20U; // Unpacked; a sheet of 2,000 people has 1 MB.
constexpr std::size_t most_columns = 200; // Excel's own formatting may reach far to the right.

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;

Archive open_archive(std::string_view file)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (source && !archive)
        zip_source_free(source);
    zip_error_fini(&error);
    return {archive, &zip_discard};
}

/// One part of the workbook, parsed; nothing where it is missing, damaged or too large.
std::optional<pugi::xml_document> read_part(zip_t* archive, const std::string& name)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat(archive, name.c_str(), 0, &stat) != 0 || stat.size > largest_part)
        return std::nullopt;
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> part(
        zip_fopen(archive, name.c_str(), 0), &zip_fclose);
    if (!part)
        return std::nullopt;
    std::string text(stat.size, '\0');
    if (zip_fread(part.get(), text.data(), text.size()) != static_cast<zip_int64_t>(text.size()))
        return std::nullopt;
    std::optional<pugi::xml_document> document(std::in_place);
    if (!document->load_buffer(
            text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return std::nullopt;
    return document;
}

/// "w:p" is "p": some programs write their prefixes out.
std::string_view plain_name(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name)
{
    return parent.find_child([&](const pugi::xml_node& node) { return plain_name(node) == name; });
}

/// The runs of a text put together, without the readings that Excel keeps beside them.
void append_text(const pugi::xml_node& node, std::string& text)
{
    for (const pugi::xml_node& part : node.children()) {
        if (plain_name(part) == "t")
            text += part.text().get();
        else if (plain_name(part) == "r")
            append_text(part, text);
    }
}

/// Built-in date formats, of East Asian Excels too, and own ones that name days or years.
bool shows_a_date(int format, std::string_view code)
{
    if ((format >= 14 && format <= 22) || (format >= 27 && format <= 36)
        || (format >= 45 && format <= 58))
        return true;
    bool quoted = false;
    for (const char c : code) {
        if (c == '"' || c == '[' || c == ']')
            quoted = c == '"' ? !quoted : c == '[';
        else if (!quoted && std::string_view("dDyY").find(c) != std::string_view::npos)
            return true;
    }
    return false;
}

/// The day of Excel's serial number. Its calendar begins with 1900 and has a 29 February that year.
std::string day_of(double serial, bool from_1904)
{
    constexpr double last = 2'958'465; // 31/12/9999
    if (!(serial >= 1) || serial > last)
        return {};
    const int days = static_cast<int>(std::floor(serial));
    if (from_1904)
        return dmy(plus_days({1904, 1, 1}, days));
    return dmy(plus_days({1899, 12, 30}, days + (days < 60 ? 1 : 0)));
}

/// What the cells of the sheet refer to.
struct Workbook {
    std::vector<std::string> texts;
    std::vector<bool> dates; // Of each cell format.
    bool from_1904 = false;
};

std::vector<std::string> read_texts(zip_t* archive)
{
    std::vector<std::string> texts;
    const auto part = read_part(archive, "xl/sharedStrings.xml");
    if (!part)
        return texts; // A sheet of numbers has none.
    for (const pugi::xml_node& item : part->document_element().children())
        append_text(item, texts.emplace_back());
    return texts;
}

std::vector<bool> read_date_formats(zip_t* archive)
{
    std::vector<bool> dates;
    const auto part = read_part(archive, "xl/styles.xml");
    if (!part)
        return dates;
    const pugi::xml_node styles = part->document_element();
    std::map<int, std::string> codes;
    for (const pugi::xml_node& format : child(styles, "numFmts").children())
        codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
    for (const pugi::xml_node& cell_format : child(styles, "cellXfs").children()) {
        const int format = cell_format.attribute("numFmtId").as_int();
        const auto code = codes.find(format);
        dates.push_back(shows_a_date(format, code == codes.end() ? "" : code->second));
    }
    return dates;
}

/// The part that holds the first sheet, by the workbook's own list.
std::optional<std::string> first_sheet(zip_t* archive, Workbook& workbook)
{
    const auto book = read_part(archive, "xl/workbook.xml");
    const auto relations = read_part(archive, "xl/_rels/workbook.xml.rels");
    if (!book || !relations)
        return std::nullopt;
    const pugi::xml_node root = book->document_element();
    workbook.from_1904 = child(root, "workbookPr").attribute("date1904").as_bool();
    const std::string id = child(child(root, "sheets"), "sheet").attribute("r:id").value();
    for (const pugi::xml_node& relation : relations->document_element().children()) {
        if (id != relation.attribute("Id").value())
            continue;
        const std::string target = relation.attribute("Target").value();
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    return std::nullopt;
}

std::string text_of(const pugi::xml_node& cell, const Workbook& workbook)
{
    const std::string_view type = cell.attribute("t").value();
    if (type == "inlineStr") {
        std::string text;
        append_text(child(cell, "is"), text);
        return text;
    }
    std::string value = child(cell, "v").text().get();
    if (type == "s") {
        std::size_t index = workbook.texts.size();
        std::from_chars(value.data(), value.data() + value.size(), index);
        return index < workbook.texts.size() ? workbook.texts[index] : std::string();
    }
    const std::size_t format = cell.attribute("s").as_uint();
    if (type.empty() || type == "n") {
        double number = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        if (read.ec == std::errc() && format < workbook.dates.size() && workbook.dates[format])
            return day_of(number, workbook.from_1904);
    }
    return value;
}

/// The column of a reference such as "C7", from 0; cells without one follow each other.
std::size_t column_of(std::string_view reference, std::size_t next)
{
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z')
            break;
        column = std::min(column * 26 + static_cast<std::size_t>(c - 'A' + 1), most_columns + 1);
    }
    return column == 0 ? next : column - 1;
}

std::optional<CsvRow> read_row(const pugi::xml_node& node, int line, const Workbook& workbook)
{
    CsvRow row {.line = node.attribute("r").as_int(line), .fields = {}};
    bool any = false;
    for (const pugi::xml_node& cell : node.children()) {
        const std::size_t column = column_of(cell.attribute("r").value(), row.fields.size());
        if (plain_name(cell) != "c" || column >= most_columns)
            continue;
        std::string text = text_of(cell, workbook);
        any |= !text.empty();
        row.fields.resize(std::max(row.fields.size(), column + 1));
        row.fields[column] = std::move(text);
    }
    return any ? std::optional(std::move(row)) : std::nullopt;
}

} // namespace

bool is_zip(std::string_view file)
{
    return file.starts_with("PK\x03\x04");
}

Result<std::vector<CsvRow>> read_xlsx(std::string_view file)
{
    const Archive archive = open_archive(file);
    Workbook workbook;
    const auto name = archive ? first_sheet(archive.get(), workbook) : std::nullopt;
    const auto sheet = name ? read_part(archive.get(), *name) : std::nullopt;
    if (!sheet)
        return refuse("roster.not_a_workbook");
    workbook.texts = read_texts(archive.get());
    workbook.dates = read_date_formats(archive.get());
    std::vector<CsvRow> rows;
    int line = 0;
    for (const pugi::xml_node& node : child(sheet->document_element(), "sheetData").children()) {
        if (auto row = read_row(node, ++line, workbook)) {
            line = row->line;
            rows.push_back(std::move(*row));
        }
    }
    return rows;
}

} // namespace chibo
