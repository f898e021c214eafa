// The show of hands, its second page: whose reserved opinion the minutes name.
#include <algorithm>
#include <cmath>

#include "ui/draw.h"
#include "ui/screens/person_sheet.h"
#include "ui/screens/vote_sheet.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sheet.h"

namespace chibo {

namespace {

constexpr std::string_view between = ", "; // Of the names, as the paper prints them.

std::vector<std::string> names_of(std::string_view reserved)
{
    std::vector<std::string> names;
    while (!reserved.empty()) {
        const std::size_t end = reserved.find(between);
        names.emplace_back(reserved.substr(0, end));
        reserved = end == std::string_view::npos ? std::string_view()
                                                 : reserved.substr(end + between.size());
    }
    return names;
}

} // namespace

bool VoteSheet::asks_for_names() const
{
    return m_vote.no + m_vote.other > 0 || !m_vote.reserved.empty();
}

std::string VoteSheet::reserved_words(const Ui& ui) const
{
    const std::size_t count = names_of(m_vote.reserved).size();
    return count == 0 ? ui.tr("minutes.reserved")
                      : ui.tr("minutes.reserved_count", {{"count", std::to_string(count)}});
}

bool VoteSheet::reserves(const std::string& name) const
{
    const auto names = names_of(m_vote.reserved);
    return std::ranges::find(names, name) != names.end();
}

/// Or no longer, where they did.
void VoteSheet::reserve(const std::string& name)
{
    auto names = names_of(m_vote.reserved);
    if (std::erase(names, name) == 0)
        names.push_back(name);
    m_vote.reserved.clear();
    for (const std::string& each : names)
        m_vote.reserved += (m_vote.reserved.empty() ? "" : std::string(between)) + each;
}

void VoteSheet::draw_reserved(Ui& ui)
{
    const int columns = person_picker_columns(ui);
    const auto rows
        = std::ceil(static_cast<float>(m_room.voters.size()) / static_cast<float>(columns));
    const std::string advice = ui.tr("minutes.reserves_advice");
    const float width = std::min(sheet_most.w, ui.bounds().w - 16);
    const float advice_h = measure(ui, advice, type::body, width - 2 * space::s4).h;
    const float height = 2 * space::s3 + 64 + advice_h
        + rows * (person_picker_height + person_picker_gap) + 3 * space::s2 + button_xl_height;
    SheetScope sheet(ui, "vote.reserved", {width, std::min(sheet_most.h, height)}, DimCloses::No);
    Rect rest = sheet.inside();
    Rect buttons = rest.cut_bottom(button_xl_height, space::s2);
    text(ui, rest.cut_top(56, 8), ui.tr("minutes.who_reserves"),
        {.style = type::title, .color = ui.theme().ink});
    text(ui, rest.cut_top(advice_h, space::s2), advice,
        {.color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    if (const auto touched = person_pickers(ui, "vote.voters", rest, m_room.voters,
            [&](const AttendanceRow& row) { return reserves(row.name); }))
        reserve(touched->name);
    if (button(ui, "vote.reserves_done", buttons.cut_right(std::min(320.0F, buttons.w)),
            ui.tr("minutes.reserves_done"),
            {.kind = ButtonKind::Primary, .icon = icons::done, .style = type::button_xl})
        || sheet.closed())
        m_names_open = false;
}

} // namespace chibo
