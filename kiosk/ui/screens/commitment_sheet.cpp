#include "ui/screens/commitment_sheet.h"

#include <array>
#include <utility>

#include "meeting/letters.h"
#include "record/critique_guards.h"
#include "ui/screens/day_sheet.h"
#include "ui/text.h"
#include "ui/ui.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float pad_y = 25;
constexpr float row_gap = 12;
constexpr float foot_gap = 16;
constexpr std::array<const char*, 2> sources {"inspection", "superior"};

ShownMonth month_of(Date day)
{
    return {day.year, day.month};
}

} // namespace

CommitmentSheet::CommitmentSheet(const Member& whose, Date today)
{
    m_commitment.member = whose.id;
    m_commitment.member_name = whose.name;
    m_commitment.source = sources.front();
    m_commitment.given_on = today;
}

void CommitmentSheet::draw(Ui& ui)
{
    if (m_month) {
        draw_day(ui);
        return;
    }
    constexpr float height
        = 2 * pad_y + 64 + 8 + 4 * (field_height + row_gap) - row_gap + foot_gap + button_xl_height;
    const bool empty = m_commitment.text.empty() && m_commitment.measure.empty();
    SheetScope sheet(ui, "commitment", {720, height}, empty ? DimCloses::Yes : DimCloses::No);
    Rect rest = sheet.rect().inset(sheet.rect().w < 700 ? 24 : 40, pad_y);
    sheet.close_button(rest, ui.tr("common.close"));
    text(ui, rest.cut_top(64, 8).inset({.right = 64 + 16}),
        ui.tr("follow_up.add_title", {{"name", kept_together(m_commitment.member_name)}}),
        {.style = type::heading, .color = ui.theme().ink, .lines = Lines::Wrap, .max_lines = 2});
    Rect foot = rest.cut_bottom(button_xl_height, foot_gap);
    draw_fields(ui, rest);
    draw_sources(ui, rest.cut_top(field_height, row_gap));
    draw_days(ui, rest.cut_top(field_height));
    if (button(ui, "commitment.cancel", foot.cut_left((foot.w - foot_gap) / 3, foot_gap),
            ui.tr("minutes.cancel"), {.style = type::button_xl}))
        m_closed = true;
    const bool ready = !is_blank(m_commitment.text);
    if (button(ui, "commitment.record", foot, ui.tr("follow_up.add_record"),
            {.kind = kind_if(ready), .icon = icons::flag, .style = type::button_xl}))
        m_added = true;
    m_closed = m_closed || sheet.closed();
}

void CommitmentSheet::draw_fields(Ui& ui, Rect& rest)
{
    if (std::exchange(m_fresh, false))
        ui.focus().give("commitment.text");
    const std::string clear = ui.tr("field.clear");
    const std::string what = ui.tr("follow_up.add_text");
    const std::string how = ui.tr("follow_up.add_measure");
    const FieldResult typed = field(ui, "commitment.text", rest.cut_top(field_height, row_gap),
        m_commitment.text, {.placeholder = what, .clear = clear});
    (void)field(ui, "commitment.measure", rest.cut_top(field_height, row_gap), m_commitment.measure,
        {.placeholder = how, .clear = clear});
    if (typed.entered)
        ui.focus().give("commitment.measure");
}

void CommitmentSheet::draw_sources(Ui& ui, Rect row)
{
    const auto cells = row.columns(static_cast<int>(sources.size()), row_gap);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (picker(ui, {"commitment.source", i}, cells[i],
                ui.tr("follow_up.add_source_" + std::string(sources.at(i))),
                {.chosen = m_commitment.source == sources.at(i), .padding = 8, .strong = true}))
            m_commitment.source = sources.at(i);
    }
}

/// When it was said, and by when it is to be put right.
void CommitmentSheet::draw_days(Ui& ui, const Rect& row)
{
    const auto cells = row.columns(2, row_gap);
    const std::string given = ui.tr("follow_up.add_given", {{"day", dmy(m_commitment.given_on)}});
    const std::string due = m_commitment.due_on
        ? ui.tr("minutes.due", {{"day", dmy(*m_commitment.due_on)}})
        : ui.tr("minutes.choose_due");
    const PickerLook look {.icon = icons::event, .padding = 8, .strong = true};
    if (picker(ui, "commitment.given_on", cells[0], given, look)) {
        m_choosing = Choosing::GivenOn;
        m_month = month_of(m_commitment.given_on);
    }
    if (picker(ui, "commitment.due_on", cells[1], due, look)) {
        m_choosing = Choosing::DueOn;
        m_month = month_of(m_commitment.due_on.value_or(date_of(ui.clock().now_ms())));
    }
    if (m_month)
        ui.focus().clear();
}

void CommitmentSheet::draw_day(Ui& ui)
{
    const bool due = m_choosing == Choosing::DueOn;
    const auto day = day_sheet(ui, "commitment.day",
        ui.tr(due ? "minutes.choose_due" : "follow_up.add_given_title"), m_month,
        {.chosen = due ? m_commitment.due_on : std::optional(m_commitment.given_on),
            .offered = due ? DaysOffered::FromToday : DaysOffered::All});
    if (day && due)
        m_commitment.due_on = day;
    else if (day)
        m_commitment.given_on = *day;
}

} // namespace chibo
