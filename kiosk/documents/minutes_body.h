// The sections I to VII of the minutes and their closing lines. Part of lay_out().
#pragma once

#include "documents/flow.h"
#include "documents/minutes_paper.h"

namespace chibo {

/// Adds paragraphs in the template's styles.
class PaperWriter {
public:
    PaperWriter(Flow& flow, const MinutesTemplate& form) : m_flow(flow), m_form(form) {}

    /// The next of I-, II-, …
    void section(const std::string& title);
    /// A line that heads what follows it: "Mục 4. …".
    void subheading(const std::string& text);
    void body(std::vector<Run> runs, Keep keep = Keep::No);
    void body(const std::string& text, Keep keep = Keep::No)
    {
        body(std::vector<Run> {{text}}, keep);
    }
    [[nodiscard]] std::string item_number(int number) const;

    [[nodiscard]] const MinutesTemplate& form() const { return m_form; }
    [[nodiscard]] Flow& flow() { return m_flow; }

private:
    Flow& m_flow;
    const MinutesTemplate& m_form;
    int m_section = 0;
};

void write_participants(PaperWriter& writer, const MinutesPaper& paper);
/// Discussion, conclusions and votes each in a section of their own (domain.md 3.2).
void write_sections(PaperWriter& writer, const MinutesPaper& paper);
/// All under their items.
void write_items(PaperWriter& writer, const MinutesPaper& paper);
void write_quality(PaperWriter& writer, const MinutesPaper& paper);
/// Read back, adopted, ended; stays with the signatures below it.
void write_closing(PaperWriter& writer, const MinutesPaper& paper);

/// A text that goes on after it: without its own full stop.
[[nodiscard]] std::string unfinished(std::string text);
/// Months before March with a leading 0, as the office's rules write them.
[[nodiscard]] std::string month_figures(int month);
/// "ngày 05 tháng 8 năm 2026": days below 10 and months below 3 with a leading 0.
[[nodiscard]] std::string long_date(const MinutesTemplate& form, Date date);
/// Of integers, with a decimal comma: 83,3% and 100%.
[[nodiscard]] std::string percent(int part, int whole);

} // namespace chibo
