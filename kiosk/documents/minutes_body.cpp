#include "documents/minutes_body.h"

#include <array>
#include <functional>

#include <fmt/format.h>
#include <glib.h>

namespace chibo {
namespace {

using Values = std::map<std::string, std::string>;

std::string roman(int number)
{
    constexpr std::array numerals {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"};
    return numerals[static_cast<std::size_t>(number - 1) % numerals.size()];
}

/// The first letter as a capital: how a line of a list begins.
std::string capitalised(const std::string& text)
{
    if (text.empty())
        return text;
    const gunichar first = g_unichar_toupper(g_utf8_get_char(text.c_str()));
    std::array<char, 6> bytes {};
    const auto length = static_cast<std::size_t>(g_unichar_to_utf8(first, bytes.data()));
    return std::string(bytes.data(), length) + g_utf8_next_char(text.c_str());
}

/// No line that holds the last short word alone.
std::string with_last_words_together(std::string text)
{
    const std::size_t space = text.find_last_of(" \n");
    if (space != std::string::npos && text[space] == ' ' && space > 0 && text.size() - space <= 12)
        text.replace(space, 1, "\u00A0");
    return text;
}

template <typename T>
std::string listed(const MinutesTemplate& form, const std::vector<T>& all,
    const std::function<std::string(const T&)>& one, const std::string& between = "; ")
{
    std::string text;
    for (const T& each : all)
        text += (text.empty() ? "" : between) + one(each);
    return text.empty() ? form.text("nobody") : text;
}

std::string people(
    const MinutesTemplate& form, const std::vector<PaperPerson>& all, const std::string& with_note)
{
    return listed<PaperPerson>(form, all, [&](const PaperPerson& one) {
        return one.note.empty() ? form.text(with_note + "_plain", {{"name", one.name}})
            : with_note == "guest"
            ? form.text("guest", {{"name", one.name}, {"organisation", one.note}})
            : form.text("absentee", {{"name", one.name}, {"reason", one.note}});
    });
}

std::string position(const MinutesTemplate& form, const PaperPerson& person)
{
    return person.note.empty() ? std::string() : form.text("position", {{"position", person.note}});
}

void write_movements(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    if (!paper.late.empty())
        writer.body(form.text("late",
            {{"names", listed<PaperMovement>(form, paper.late, [&](const auto& one) {
                  return form.text("late_one", {{"name", one.name}, {"time", hm(one.at_ms)}});
              })}}));
    if (!paper.left.empty())
        writer.body(form.text("left",
            {{"names", listed<PaperMovement>(form, paper.left, [&](const auto& one) {
                  return one.back_at_ms
                      ? form.text("left_until",
                            {{"name", one.name}, {"time", hm(one.at_ms)},
                                {"until", hm(*one.back_at_ms)}})
                      : form.text("left_one", {{"name", one.name}, {"time", hm(one.at_ms)}});
              })}}));
}

void write_counts(PaperWriter& writer, const MinutesPaper& paper)
{
    const PaperCounts& counts = paper.counts;
    const MinutesTemplate& form = writer.form();
    writer.body(form.text("total",
        {{"total", std::to_string(counts.total)}, {"official", std::to_string(counts.official)},
            {"probationary", std::to_string(counts.probationary)},
            {"temporary_here", std::to_string(counts.temporary_here)},
            {"exempt", std::to_string(counts.exempt)},
            {"temporary_away", std::to_string(counts.temporary_away)}}));
    if (counts.suspended > 0)
        writer.body(form.text("suspended", {{"suspended", std::to_string(counts.suspended)}}));
    const std::size_t absent = paper.excused.size() + paper.unexcused.size();
    writer.body(form.text(counts.present_temporary_here > 0 ? "present_temporary" : "present",
        {{"present", std::to_string(counts.present)},
            {"official", std::to_string(counts.present_official)},
            {"probationary", std::to_string(counts.present_probationary)},
            {"temporary_here", std::to_string(counts.present_temporary_here)},
            {"absent", std::to_string(absent)}}));
}

std::string item_title(const PaperWriter& writer, const PaperItem& item)
{
    const MinutesTemplate& form = writer.form();
    std::string title = writer.item_number(item.number)
        + (item.content == PaperItemContent::Secret ? form.text("item_secret")
                                                    : unfinished(item.title));
    if (item.content == PaperItemContent::Restricted)
        title += " " + form.text("item_restricted");
    if (item.skipped)
        title += " " + form.text("item_skipped");
    return title + ".";
}

bool open_to_all(const PaperItem& item)
{
    return item.content == PaperItemContent::Full;
}

/// The presenter's first word on an item is its presentation; the rest is discussion.
const PaperEntry* presentation(const PaperItem& item)
{
    for (const PaperEntry& entry : item.entries) {
        if (entry.kind == PaperEntryKind::Opinion)
            return !item.presenter.empty() && entry.person == item.presenter ? &entry : nullptr;
    }
    return nullptr;
}

std::string vote_outcome(const MinutesTemplate& form, const PaperVote& vote)
{
    std::string text;
    if (vote.base != vote.entitled || !vote.carried)
        text = form.text(vote.carried ? "vote_carried" : "vote_lost",
            {{"yes", std::to_string(vote.yes)}, {"base", std::to_string(vote.base)},
                {"percent", percent(vote.yes, vote.base)},
                {"base_kind", form.text("base_" + vote.base_kind)}});
    if (!vote.reserved.empty())
        text += form.text("vote_reserved", {{"names", unfinished(vote.reserved)}});
    return text;
}

std::string vote_text(const MinutesTemplate& form, const std::string& key, const PaperEntry& entry)
{
    const PaperVote& vote = *entry.vote;
    return form.text(key,
        {{"text", key == "vote" ? capitalised(unfinished(entry.text)) : unfinished(entry.text)},
            {"yes", std::to_string(vote.yes)}, {"no", std::to_string(vote.no)},
            {"other", std::to_string(vote.other)}, {"entitled", std::to_string(vote.entitled)},
            {"percent", percent(vote.yes, vote.entitled)}, {"outcome", vote_outcome(form, vote)}});
}

std::string task_text(const MinutesTemplate& form, const std::string& key, const PaperEntry& entry)
{
    return form.text(key,
        {{"text", key == "task" ? capitalised(unfinished(entry.text)) : unfinished(entry.text)},
            {"name", entry.person}, {"due", entry.due_on ? dmy(*entry.due_on) : std::string()}});
}

std::string opinion_text(
    const MinutesTemplate& form, const std::string& key, const PaperEntry& entry)
{
    if (entry.person.empty())
        return form.text("remark", {{"text", entry.text}});
    return form.text(key, {{"name", entry.person}, {"text", entry.text}});
}

std::string with_time(const MinutesTemplate& form, const PaperEntry& entry, const std::string& text)
{
    return form.entry_times ? hm(entry.at_ms) + " " + text : text;
}

void write_agenda(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    writer.section(form.text("content"));
    for (const PaperItem& item : paper.items) {
        const PaperEntry* presented = open_to_all(item) ? presentation(item) : nullptr;
        std::string title = item_title(writer, item);
        if (!presented && open_to_all(item) && !item.presenter.empty())
            title += " " + form.text("item_presenter", {{"name", item.presenter}});
        writer.body(title, presented ? Keep::WithNext : Keep::No);
        if (presented)
            writer.body(form.text(
                "presentation", {{"name", presented->person}, {"text", presented->text}}));
    }
    if (paper.items.empty())
        writer.body(form.text("nothing"));
}

/// Which entries a section takes, and how each is said.
struct Section {
    std::function<bool(const PaperItem&, const PaperEntry&)> takes;
    std::function<std::string(const PaperItem&, const PaperEntry&)> says;
    bool by_item = false; // Under a line that names the item.
};

/// Gives whether there was anything.
bool write_entries(PaperWriter& writer, const MinutesPaper& paper, const Section& section)
{
    bool any = false;
    for (const PaperItem& item : paper.items) {
        bool named = !section.by_item;
        for (const PaperEntry& entry : item.entries) {
            if (!open_to_all(item) || !section.takes(item, entry))
                continue;
            if (!named)
                writer.subheading(writer.form().text("about_item",
                    {{"number", std::to_string(item.number)}, {"title", unfinished(item.title)}}));
            named = true;
            any = true;
            writer.body(with_time(writer.form(), entry, section.says(item, entry)));
        }
    }
    return any;
}

void write_or_nothing(PaperWriter& writer, const MinutesPaper& paper, const Section& section)
{
    if (!write_entries(writer, paper, section))
        writer.body(writer.form().text("nothing"));
}

void write_conclusions(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    const auto of_kind = [](PaperEntryKind kind) {
        return [kind](const PaperItem&, const PaperEntry& entry) { return entry.kind == kind; };
    };
    writer.section(form.text("conclusions"));
    writer.subheading(form.text("conclusions_list"));
    write_or_nothing(writer, paper,
        {of_kind(PaperEntryKind::Conclusion), [&](const PaperItem& item, const PaperEntry& entry) {
             return form.text(
                 "conclusion", {{"number", std::to_string(item.number)}, {"text", entry.text}});
         }});
    writer.subheading(form.text("tasks_list"));
    write_or_nothing(writer, paper,
        {of_kind(PaperEntryKind::Task), [&](const PaperItem&, const PaperEntry& entry) {
             return task_text(form, "task", entry);
         }});
    writer.section(form.text("votes"));
    write_or_nothing(writer, paper,
        {of_kind(PaperEntryKind::Vote), [&](const PaperItem&, const PaperEntry& entry) {
             return vote_text(form, "vote", entry);
         }});
}

} // namespace

void PaperWriter::section(const std::string& title)
{
    const std::string sign = m_form.numbering == Numbering::Dash ? "- " : ". ";
    m_flow.add({.runs = {{roman(++m_section) + sign + title, FontWeight::Bold}},
        .size = m_form.size("heading"),
        .align = ParagraphAlign::Left,
        .first_line = m_form.first_line_pt,
        .space_before = m_form.heading_pt,
        .line_spacing = m_form.line_spacing,
        .keep = Keep::WithNext});
}

void PaperWriter::subheading(const std::string& text)
{
    m_flow.add({.runs = {{text, FontWeight::Regular, FontSlant::Italic}},
        .size = m_form.size("body"),
        .align = ParagraphAlign::Left,
        .first_line = m_form.first_line_pt,
        .space_before = m_form.paragraph_pt,
        .line_spacing = m_form.line_spacing,
        .keep = Keep::WithNext});
}

void PaperWriter::body(std::vector<Run> runs, Keep keep)
{
    if (!runs.empty())
        runs.back().text = with_last_words_together(std::move(runs.back().text));
    m_flow.add({.runs = std::move(runs),
        .size = m_form.size("body"),
        .first_line = m_form.first_line_pt,
        .space_before = m_form.paragraph_pt,
        .line_spacing = m_form.line_spacing,
        .keep = keep});
}

std::string PaperWriter::item_number(int number) const
{
    return std::to_string(number) + (m_form.numbering == Numbering::Dash ? "-\u00A0" : ".\u00A0");
}

void write_participants(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    const LocalTime start = local_time(paper.start_ms);
    writer.section(form.text("participants"));
    writer.body(form.text("start",
        {{"hour", fmt::format("{:02}", start.hour)}, {"minute", fmt::format("{:02}", start.minute)},
            {"date", long_date(form, start.date)}}));
    if (!paper.place.empty())
        writer.body(form.text("place", {{"place", paper.place}}));
    write_counts(writer, paper);
    writer.body(form.text("excused", {{"names", people(form, paper.excused, "absentee")}}));
    writer.body(form.text("unexcused", {{"names", people(form, paper.unexcused, "absentee")}}));
    for (const auto& [key, people_there] :
        {std::pair("beside", &paper.beside), std::pair("unknown", &paper.unknown)}) {
        if (!people_there->empty())
            writer.body(form.text(key, {{"names", people(form, *people_there, "absentee")}}));
    }
    write_movements(writer, paper);
    writer.body(form.text("guests", {{"names", people(form, paper.guests, "guest")}}));
    for (const auto& [role, person] :
        {std::pair("chair", &paper.chair), std::pair("clerk", &paper.clerk)}) {
        if (!person->name.empty())
            writer.body(
                form.text(role, {{"name", person->name}, {"position", position(form, *person)}}));
    }
}

void write_sections(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    const auto says = [&](const PaperItem&, const PaperEntry& entry) {
        return opinion_text(form, "opinion", entry);
    };
    write_agenda(writer, paper);
    writer.section(form.text("discussion"));
    write_or_nothing(writer, paper,
        {[](const PaperItem& item, const PaperEntry& entry) {
             return entry.kind == PaperEntryKind::Opinion && !entry.superior
                 && &entry != presentation(item);
         },
            says, true});
    writer.section(form.text("superior"));
    write_or_nothing(writer, paper,
        {[](const PaperItem& item, const PaperEntry& entry) {
             return entry.kind == PaperEntryKind::Opinion && entry.superior
                 && &entry != presentation(item);
         },
            says});
    write_conclusions(writer, paper);
}

void write_items(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    writer.section(form.text("content"));
    for (const PaperItem& item : paper.items) {
        const bool has_text = open_to_all(item) && !item.entries.empty();
        writer.body(item_title(writer, item), has_text ? Keep::WithNext : Keep::No);
        for (const PaperEntry& entry : has_text ? item.entries : std::vector<PaperEntry> {}) {
            const std::string text = entry.kind == PaperEntryKind::Conclusion
                ? form.text("conclusion_in_item", {{"text", entry.text}})
                : entry.kind == PaperEntryKind::Task ? task_text(form, "task_in_item", entry)
                : entry.kind == PaperEntryKind::Vote ? vote_text(form, "vote_in_item", entry)
                                                     : opinion_text(form, "opinion_in_item", entry);
            writer.body(with_time(form, entry, text));
        }
    }
}

void write_quality(PaperWriter& writer, const MinutesPaper& paper)
{
    if (paper.quality_points.empty())
        return;
    const MinutesTemplate& form = writer.form();
    writer.section(form.text("quality"));
    writer.body(form.text(
        "quality_line", {{"points", paper.quality_points}, {"grade", paper.quality_grade}}));
}

void write_closing(PaperWriter& writer, const MinutesPaper& paper)
{
    const MinutesTemplate& form = writer.form();
    std::string text;
    if (paper.adoption)
        text = form.text("adopted",
            {{"yes", std::to_string(paper.adoption->yes)},
                {"entitled", std::to_string(paper.adoption->entitled)}});
    else if (paper.read_back)
        text = form.text("read_only");
    if (paper.end_ms) {
        const LocalTime end = local_time(*paper.end_ms);
        const bool same_day = end.date == date_of(paper.start_ms);
        text += (text.empty() ? "" : " ")
            + form.text(same_day ? "end" : "end_other_day",
                {{"hour", fmt::format("{:02}", end.hour)},
                    {"minute", fmt::format("{:02}", end.minute)},
                    {"date", long_date(form, end.date)}});
    }
    if (!text.empty())
        writer.body(text, Keep::WithNext);
}

std::string unfinished(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == ' ' || text.back() == '\n'))
        text.pop_back();
    return text;
}

std::string month_figures(int month)
{
    return month < 3 ? fmt::format("{:02}", month) : std::to_string(month);
}

std::string long_date(const MinutesTemplate& form, Date date)
{
    return form.text("date",
        {{"day", fmt::format("{:02}", date.day)}, {"month", month_figures(date.month)},
            {"year", std::to_string(date.year)}});
}

std::string percent(int part, int whole)
{
    if (whole <= 0)
        return "0%";
    const int tenths = (part * 2000 + whole) / (2 * whole);
    return tenths % 10 == 0 ? fmt::format("{}%", tenths / 10)
                            : fmt::format("{},{}%", tenths / 10, tenths % 10);
}

} // namespace chibo
