#include "documents/minutes_template.h"

#include <array>

#include <toml++/toml.h>

#include "meeting/check.h"

namespace chibo {
namespace {

constexpr double points_per_mm = 72 / 25.4;

constexpr std::array elements {"party", "parent", "cell", "number", "place_date", "title",
    "summary", "body", "heading", "signer", "small", "code", "page_number"};

constexpr std::array sentences {"party", "number", "place_date", "date", "title", "title_mark",
    "document_title", "participants", "start", "place", "total", "suspended", "present",
    "present_temporary", "excused", "unexcused", "absentee", "absentee_plain", "beside", "unknown",
    "late", "late_one", "left", "left_one", "left_until", "guests", "guest", "guest_plain", "chair",
    "clerk", "position", "content", "item_presenter", "presentation", "item_skipped", "item_secret",
    "item_restricted", "discussion", "about_item", "opinion", "opinion_in_item", "remark",
    "superior", "conclusions", "conclusions_list", "conclusion", "conclusion_in_item", "tasks_list",
    "task", "task_in_item", "votes", "vote", "vote_in_item", "vote_carried", "vote_lost",
    "vote_reserved", "base_official", "base_summoned", "base_present", "quality", "quality_line",
    "nothing", "nobody", "adopted", "read_only", "end", "end_other_day", "clerk_title",
    "chair_title", "sign_here", "code", "draft", "amendments", "amendment", "amendment_reason"};

/// Reads one value after another and remembers the first that is missing.
class Reader {
public:
    explicit Reader(const toml::table& table) : m_table(table) {}

    template <typename T> T value(const std::string& section, const std::string& key)
    {
        const auto found = m_table[section][key].value<T>();
        if (!found && m_missing.empty())
            m_missing = section + "." + key;
        return found.value_or(T {});
    }
    double mm(const std::string& section, const std::string& key)
    {
        return value<double>(section, key) * points_per_mm;
    }
    template <typename T> T choice(const std::string& key, const std::map<std::string, T>& choices)
    {
        const auto found = choices.find(value<std::string>("style", key));
        if (found == choices.end() && m_missing.empty())
            m_missing = "style." + key;
        return found == choices.end() ? T {} : found->second;
    }
    [[nodiscard]] const std::string& missing() const { return m_missing; }

private:
    const toml::table& m_table;
    std::string m_missing;
};

PageSetup read_page(Reader& from)
{
    PageSetup page;
    page.width = from.mm("page", "width_mm");
    page.height = from.mm("page", "height_mm");
    page.top = from.mm("page", "top_mm");
    page.bottom = from.mm("page", "bottom_mm");
    page.left = from.mm("page", "left_mm");
    page.right = from.mm("page", "right_mm");
    page.mirrored = from.value<bool>("page", "mirrored");
    page.number_from_edge = from.mm("page", "number_mm");
    page.number_size = from.value<double>("font", "page_number");
    page.family = from.value<std::string>("font", "family");
    return page;
}

void read_spacing(Reader& from, MinutesTemplate& form)
{
    form.line_spacing = from.value<double>("spacing", "line");
    form.paragraph_pt = from.value<double>("spacing", "paragraph_pt");
    form.heading_pt = from.value<double>("spacing", "heading_pt");
    form.first_line_pt = from.mm("spacing", "first_line_mm");
    form.columns_pt = from.mm("spacing", "columns_mm");
    form.rule_pt = from.value<double>("spacing", "rule_pt");
    form.signature_pt = from.mm("spacing", "signature_mm");
    form.code_pt = from.mm("spacing", "code_mm");
}

void read_style(Reader& from, MinutesTemplate& form)
{
    form.numbering = from.choice<Numbering>(
        "numbering", {{"dash", Numbering::Dash}, {"stop", Numbering::Stop}});
    form.arrangement = from.choice<Arrangement>(
        "arrangement", {{"sections", Arrangement::Sections}, {"items", Arrangement::Items}});
    form.number_line = from.value<bool>("style", "number_line");
    form.place_date_line = from.value<bool>("style", "place_date_line");
    form.entry_times = from.value<bool>("style", "entry_times");
    form.draft_mark = from.value<bool>("style", "draft_mark");
}

void read_wording(const toml::table& table, MinutesTemplate& form)
{
    for (const auto& [section, node] : table) {
        if (const toml::table* words = node.as_table()) {
            for (const auto& [key, value] : *words) {
                if (const auto text = value.value<std::string>())
                    form.wording[std::string(section.str()) + "." + std::string(key.str())] = *text;
            }
        }
    }
}

} // namespace

double MinutesTemplate::size(const std::string& element) const
{
    const auto found = size_pt.find(element);
    CHECK(found != size_pt.end());
    return found->second;
}

std::string MinutesTemplate::text(
    const std::string& key, const std::map<std::string, std::string>& values) const
{
    const auto found = wording.find("text." + key);
    CHECK(found != wording.end());
    return filled(found->second, values);
}

std::string filled(const std::string& pattern, const std::map<std::string, std::string>& values)
{
    std::string text;
    std::size_t at = 0;
    // Put in one pass, so that a value with braces in it stays as it was typed.
    for (std::size_t open = 0; (open = pattern.find('{', at)) != std::string::npos;) {
        const std::size_t close = pattern.find('}', open);
        if (close == std::string::npos)
            break;
        const auto value = values.find(pattern.substr(open + 1, close - open - 1));
        text += pattern.substr(at, open - at);
        text += value == values.end() ? pattern.substr(open, close - open + 1) : value->second;
        at = close + 1;
    }
    return text + pattern.substr(at);
}

std::string MinutesTemplate::word(const std::string& group, const std::string& code) const
{
    const auto found = wording.find(group + "." + code);
    return found == wording.end() ? std::string() : found->second;
}

Result<MinutesTemplate> load_minutes_template(const std::filesystem::path& file)
{
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        return refuse("document.bad_template",
            {{"file", file.filename().string()}, {"reason", std::string(error.description())}});
    }
    Reader reader(table);
    MinutesTemplate form;
    form.page = read_page(reader);
    for (const char* element : elements)
        form.size_pt[element] = reader.value<double>("font", element);
    read_spacing(reader, form);
    read_style(reader, form);
    for (const char* key : sentences)
        (void)reader.value<std::string>("text", key);
    read_wording(table, form);
    if (!reader.missing().empty())
        return refuse("document.bad_template",
            {{"file", file.filename().string()}, {"reason", reader.missing()}});
    return form;
}

} // namespace chibo
