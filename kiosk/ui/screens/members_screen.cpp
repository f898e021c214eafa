#include "ui/screens/members_screen.h"

#include <algorithm>

#include "record/member_queries.h"
#include "record/own_codes.h"
#include "ui/draw.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/picker.h"

namespace chibo {

namespace {

constexpr float tile_h = 96;
constexpr float least_tile = 320;
constexpr float gap = 16;

} // namespace

void MembersScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_rows.clear();
    if (viewer.room() || viewer.role == "member")
        return;
    for (Member& member : read_members(record)) {
        const bool has_code = has_own_code(record, member.id);
        m_rows.push_back({std::move(member), has_code});
    }
}

void MembersScreen::draw(Ui& ui, Commands& commands)
{
    Rect work = ui.work();
    text(ui, work.cut_top(44, 4), ui.tr("members_page.title"),
        {.style = type::title, .color = ui.theme().ink});
    text(ui, work.cut_top(28, 16), ui.tr("members_page.advice"),
        {.style = type::body, .color = ui.theme().ink2});
    const int columns = std::max(1, static_cast<int>((work.w + gap) / (least_tile + gap)));
    ScrollScope list(ui, "members.list", work);
    Rect rest = list.rect();
    for (std::size_t i = 0; i < m_rows.size(); i += static_cast<std::size_t>(columns)) {
        const auto cells = rest.cut_top(tile_h, gap).columns(columns, gap);
        for (std::size_t j = 0; j < cells.size() && i + j < m_rows.size(); ++j)
            draw_tile(ui, commands, cells[j], m_rows[i + j]);
    }
    list.content(rest.y - list.top());
}

void MembersScreen::draw_tile(Ui& ui, Commands& commands, const Rect& rect, const Row& row)
{
    const Theme& theme = ui.theme();
    const Press pressed = press(ui, {"members.member", row.member.id.uuid}, rect, row.member.name);
    draw_picker(ui, rect, {}, {}, pressed.down);
    Rect inside = rect.inset({.right = 16, .left = 16});
    avatar(ui, inside.cut_left(64, 16).centred({64, 64}),
        portrait(row.member.name, row.member.number));
    Rect lines = inside.centred({inside.w, 56});
    text(ui, lines.cut_top(30), row.member.name, {.style = type::label, .color = theme.ink});
    icon(ui, lines.cut_left(20, 8), row.has_code ? icons::lock : icons::lock_open, 20, theme.ink2);
    text(ui, lines, ui.tr(row.has_code ? "members_page.has_code" : "members_page.no_code"),
        {.style = type::caption, .color = theme.ink2});
    if (pressed)
        commands.go({.screen = "member_code", .meeting = {}, .detail = row.member.id.text()});
}

} // namespace chibo
