#include "record/rule_files.h"

#include <algorithm>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "meeting/check.h"
#include "record/data_folder.h"

namespace chibo {
namespace {

namespace fs = std::filesystem;

/// What is wrong with a file, said with its place; caught in `load`.
struct BadFile {
    std::string what;
};

/// Reads one table's fields; a missing or wrong one ends the file.
class Fields {
public:
    explicit Fields(const toml::table& table) : m_table(table) {}

    [[nodiscard]] std::string text(std::string_view name) const
    {
        return required<std::string>(name);
    }
    [[nodiscard]] int number(std::string_view name) const
    {
        return static_cast<int>(required<std::int64_t>(name));
    }
    [[nodiscard]] std::string text_or(std::string_view name, std::string_view otherwise) const
    {
        return m_table[name].value_or(std::string(otherwise));
    }
    [[nodiscard]] std::int64_t number_or(std::string_view name, std::int64_t otherwise) const
    {
        return m_table[name].value_or(otherwise);
    }
    [[nodiscard]] bool flag_or(std::string_view name, bool otherwise) const
    {
        return m_table[name].value_or(otherwise);
    }
    template <typename Enum> [[nodiscard]] Enum word(std::string_view name) const
    {
        return parsed<Enum>(text(name), name);
    }
    template <typename Enum> [[nodiscard]] Enum word_or(std::string_view name, Enum otherwise) const
    {
        return m_table.contains(name) ? parsed<Enum>(text(name), name) : otherwise;
    }
    template <typename Enum>
    [[nodiscard]] static Enum parsed(std::string_view text, std::string_view name)
    {
        if (const auto value = parse_word<Enum>(text))
            return *value;
        throw BadFile {fmt::format("{} = \"{}\"", name, text)};
    }
    /// Each table of an array of tables.
    template <typename Read> void each(std::string_view name, Read read) const
    {
        if (const auto* array = m_table[name].as_array()) {
            for (const auto& node : *array) {
                if (const auto* table = node.as_table())
                    read(Fields(*table));
            }
        }
    }
    template <typename Read> void each_text(std::string_view name, Read read) const
    {
        if (const auto* array = m_table[name].as_array()) {
            for (const auto& node : *array)
                read(node.value_or(std::string()));
        }
    }
    [[nodiscard]] Fields table(std::string_view name) const
    {
        if (const auto* table = m_table[name].as_table())
            return Fields(*table);
        throw BadFile {fmt::format("[{}]", name)};
    }

private:
    template <typename T> [[nodiscard]] T required(std::string_view name) const
    {
        if (const auto value = m_table[name].value<T>())
            return *value;
        throw BadFile {std::string(name)};
    }

    const toml::table& m_table;
};

/// The day from which a file holds is its name too.
void read_validity(const Fields& file, std::string& id, Date& valid_from)
{
    id = file.text("valid_from");
    const auto day = parse_iso(id);
    if (!day)
        throw BadFile {"valid_from"};
    valid_from = *day;
}

void read_attendance_rules(RuleSet& set, const Fields& attendance)
{
    set.quality_percent = attendance.number("quality_percent");
    set.quality_reached = attendance.word<MarkReached>("quality_reached");
    set.congress_numerator = attendance.number("congress_numerator");
    set.congress_denominator = attendance.number("congress_denominator");
    set.excused_in_a_row = attendance.number("excused_in_a_row");
    set.absent_months_alarm = attendance.number("absent_months_alarm");
    attendance.each_text("reasons", [&](const std::string& reason) {
        set.absence_reasons.push_back(Fields::parsed<AbsenceReason>(reason, "reasons"));
    });
}

RuleSet read_rule_set(const Fields& file)
{
    RuleSet set;
    read_validity(file, set.id, set.valid_from);
    const Fields minutes = file.table("minutes");
    set.minutes_regular = minutes.number("regular");
    set.minutes_combined = minutes.number("combined");
    set.speaker_limit_s = 60 * minutes.number("speaker");
    set.prolong_s = 60 * minutes.number("prolong");
    read_attendance_rules(set, file.table("attendance"));
    set.temporary_here_votes = file.table("voting").flag_or("temporary_here_votes", true);
    file.each("vote", [&](const Fields& vote) {
        set.votes.push_back({vote.word<VotePurpose>("purpose"), vote.word<BaseKind>("base"),
            vote.word<Majority>("majority")});
    });
    file.each("source", [&](const Fields& source) {
        set.sources.push_back(
            {source.text("rule"), source.text("text"), source.flag_or("verified", true)});
    });
    return set;
}

TemplateItem read_item(const Fields& item)
{
    TemplateItem out;
    out.part = item.word<Part>("part");
    out.kind = item.word_or<ItemKind>("kind", ItemKind::Other);
    out.title = item.text("title");
    out.short_title = item.text_or("short_title", "");
    out.minutes = item.number("minutes");
    out.presenter = item.word_or<PresenterRole>("presenter", PresenterRole::None);
    return out;
}

AgendaTemplate read_template(const Fields& file)
{
    AgendaTemplate out;
    out.id = file.text("id");
    out.kind = file.word<MeetingKind>("kind");
    out.order = file.number("order");
    out.title = file.text("title");
    out.limit_minutes = file.number("limit_minutes");
    out.carries_tasks = file.flag_or("carries_tasks", true);
    out.carried_task_minutes = file.number("carried_task_minutes");
    file.each("item", [&](const Fields& item) { out.items.push_back(read_item(item)); });
    if (out.items.empty())
        throw BadFile {"[[item]]"};
    return out;
}

CritiqueLabel read_label(const Fields& label)
{
    return {.vi = label.text("vi"), .en = label.text("en")};
}

CritiqueKind read_critique_kind(const Fields& kind)
{
    return {.id = kind.text("id"),
        .label = read_label(kind.table("label")),
        .icon = kind.text_or("icon", ""),
        .tone = kind.text_or("tone", "")};
}

CritiqueForm read_critique_form(const Fields& file)
{
    CritiqueForm form;
    form.id = file.text("id");
    form.title = read_label(file.table("title"));
    form.hand_in = read_label(file.table("hand_in"));
    form.due_days_before = static_cast<int>(file.number_or("due_days_before", 0));
    form.whole = file.flag_or("whole", false);
    file.each_text("meetings", [&](const std::string& kind) {
        form.meetings.push_back(Fields::parsed<MeetingKind>(kind, "meetings"));
    });
    file.each("section", [&](const Fields& section) {
        form.sections.push_back({.id = section.text("id"),
            .label = read_label(section.table("label")),
            .advice = read_label(section.table("advice")),
            .about_another = section.flag_or("about_another", false)});
    });
    file.each("rating",
        [&](const Fields& rating) { form.ratings.push_back(read_critique_kind(rating)); });
    if (form.sections.empty())
        throw BadFile {"[[form.section]]"};
    return form;
}

CritiqueRules read_critique_rules(const Fields& file)
{
    CritiqueRules rules;
    read_validity(file, rules.id, rules.valid_from);
    rules.turn_s = 60 * file.number("turn_minutes");
    rules.due_soon_days = file.number("due_soon_days");
    rules.minutes_line = read_label(file.table("minutes_line"));
    rules.self = read_critique_kind(file.table("self"));
    file.each_text(
        "item_kinds", [&](const std::string& kind) { rules.item_kinds.push_back(kind); });
    file.each_text("phrases", [&](const std::string& phrase) { rules.phrases.push_back(phrase); });
    file.each(
        "remark", [&](const Fields& kind) { rules.remarks.push_back(read_critique_kind(kind)); });
    file.each(
        "answer", [&](const Fields& kind) { rules.answers.push_back(read_critique_kind(kind)); });
    file.each("form", [&](const Fields& form) { rules.forms.push_back(read_critique_form(form)); });
    if (rules.remarks.empty() || rules.answers.empty())
        throw BadFile {"[[remark]], [[answer]]"};
    return rules;
}

std::vector<fs::path> toml_files(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".toml")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

template <typename T> Result<std::vector<T>> load(const fs::path& folder, T (*read)(const Fields&))
{
    std::vector<T> out;
    for (const auto& file : toml_files(folder)) {
        const auto bad = [&](const std::string& what) {
            return refuse("rules.bad_file", {{"file", file.filename().string()}, {"what", what}});
        };
        try {
            const toml::table table = toml::parse_file(file.string());
            out.push_back(read(Fields(table)));
        } catch (const toml::parse_error& error) {
            return bad(fmt::format("{}:{}", error.source().begin.line, error.description()));
        } catch (const BadFile& error) {
            return bad(error.what);
        }
    }
    if (out.empty())
        return refuse("rules.no_files", {{"folder", folder.string()}});
    return out;
}

// What is missing from the installation is no user's fault and no meeting can go on without it.
template <typename T> std::vector<T> installed(Result<std::vector<T>> loaded)
{
    if (!loaded)
        throw ProgramFault(loaded.error().key + ": " + loaded.error().values["file"] + " "
            + loaded.error().values["what"]);
    return std::move(*loaded);
}

} // namespace

Result<std::vector<RuleSet>> load_rule_sets(const fs::path& folder)
{
    auto sets = load<RuleSet>(folder, read_rule_set);
    if (sets)
        std::sort(sets->begin(), sets->end(),
            [](const RuleSet& a, const RuleSet& b) { return a.valid_from < b.valid_from; });
    return sets;
}

Result<std::vector<AgendaTemplate>> load_templates(const fs::path& folder)
{
    auto templates = load<AgendaTemplate>(folder, read_template);
    if (templates)
        std::sort(templates->begin(), templates->end(),
            [](const AgendaTemplate& a, const AgendaTemplate& b) { return a.order < b.order; });
    return templates;
}

Result<std::vector<CritiqueRules>> load_critique_rules(const fs::path& folder)
{
    auto sets = load<CritiqueRules>(folder, read_critique_rules);
    if (sets)
        std::ranges::sort(*sets, {}, &CritiqueRules::valid_from);
    return sets;
}

const std::vector<RuleSet>& rule_sets()
{
    static const auto sets = installed(load_rule_sets(data_folder() / "rules"));
    return sets;
}

const std::vector<AgendaTemplate>& agenda_templates()
{
    static const auto templates = installed(load_templates(data_folder() / "agendas"));
    return templates;
}

const RuleSet& rules_of(const Meeting& meeting)
{
    const auto& sets = rule_sets();
    const RuleSet* named = rule_set_named(sets, meeting.rule_set);
    return named ? *named : sets.back();
}

const CritiqueRules& critique_rules_of(Date day)
{
    static const auto sets = installed(load_critique_rules(data_folder() / "critique"));
    return *critique_rules_on(sets, day);
}

const CritiqueRules& critique_rules_of(const Meeting& meeting)
{
    return critique_rules_of(date_of(meeting.planned_start_ms));
}

} // namespace chibo
