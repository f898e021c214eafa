#include "ui/screens/photo_sheet.h"

#include <utility>

#include "meeting/names.h"
#include "record/member_commands.h"
#include "ui/exchange_desk.h"
#include "ui/photo.h"
#include "ui/screens/sync_cards.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr int undo_s = 10;
constexpr float refused_height = 56;

std::vector<std::filesystem::path> folders_of(const ExchangeDesk& desk)
{
    std::vector<std::filesystem::path> folders;
    for (const ExportPlace& place : desk.places())
        folders.push_back(place.folder);
    return folders;
}

} // namespace

void PhotoSheet::look(const Ui& ui, const ExchangeDesk& desk)
{
    auto folders = folders_of(desk);
    if (folders == m_looked_in)
        return;
    m_looked_in = std::move(folders);
    m_files.clear();
    for (const ExportPlace& place : desk.places()) {
        for (auto& file : pictures_in(place.folder))
            m_files.push_back({.file = std::move(file), .second = place_title(ui, place)});
    }
}

bool PhotoSheet::draw(Ui& ui, Commands& commands, ExchangeDesk& desk)
{
    if (m_places) {
        if (!m_places->draw(ui, desk))
            m_places.reset();
        return true;
    }
    look(ui, desk);
    take_answer(commands);
    SheetScope sheet(ui, "photo_sheet", {720, sheet_most.h});
    Rect rest = sheet.below_head(ui.tr("photo_sheet.title", {{"name", short_name(m_member.name)}}));
    draw_buttons(ui, commands, rest.cut_bottom(button_height, space::s2));
    if (m_refused) {
        Rect line = rest.cut_top(refused_height, 8);
        icon(ui, line.cut_left(32, 12), icons::error, 32, ui.theme().reds.ink);
        text(ui, line, ui.tr(m_refused->key, m_refused->values),
            {.color = ui.theme().reds.ink, .lines = Lines::Wrap});
    }
    draw_files(ui, rest);
    return !m_closed && !sheet.closed();
}

void PhotoSheet::draw_files(Ui& ui, const Rect& rect)
{
    if (m_files.empty()) {
        (void)empty_state(ui, "photo_sheet.none", rect,
            {.icon = icons::usb,
                .title = ui.tr("photo_sheet.none"),
                .advice = ui.tr("photo_sheet.none_advice")});
        return;
    }
    ScrollScope list(ui, "photo_sheet.files", rect);
    Rect rest = list.rect();
    for (const Found& found : m_files) {
        const Rect row = rest.cut_top(row_height_two_lines);
        if (!list.shows(row))
            continue;
        if (list_row(ui, WidgetId("photo_sheet.file", found.file.string()), row,
                {.icon = icons::person,
                    .words = found.file.filename().string(),
                    .second = found.second,
                    .bold = true,
                    .leads_on = true})
            && !m_waiting)
            take(ui, found.file);
    }
    list.content(rest.y - list.top());
}

void PhotoSheet::draw_buttons(Ui& ui, Commands& commands, Rect row)
{
    const ButtonLook other {.icon = icons::folder, .style = type::label};
    const std::string words = ui.tr("photo_sheet.other_folder");
    if (button(ui, "photo_sheet.other_folder", row.cut_left(button_width(ui, words, other), 16),
            words, other))
        m_places.emplace();
    if (!m_member.has_photo)
        return;
    const ButtonLook away {.kind = ButtonKind::Caution, .icon = icons::trash, .style = type::label};
    const std::string remove = ui.tr("photo_sheet.remove");
    if (!button(
            ui, "photo_sheet.remove", row.cut_right(button_width(ui, remove, away)), remove, away))
        return;
    commands.push(set_photo(m_member.id, {}),
        {.toast = Told {"photo_sheet.removed", {{"name", kept_together(m_member.name)}}, undo_s}});
    m_closed = true;
}

void PhotoSheet::take(Ui& ui, const std::filesystem::path& file)
{
    m_refused.reset();
    m_waiting = std::make_shared<Waiting>();
    ui.jobs().run([file] { return photo_to_keep(file); },
        [waiting = m_waiting](Result<std::string> small) { *waiting = std::move(small); },
        [waiting = m_waiting](const std::exception&) {
            *waiting = Result<std::string>(refuse("photo_sheet.unreadable"));
        });
}

void PhotoSheet::take_answer(Commands& commands)
{
    if (!m_waiting || !*m_waiting)
        return;
    Result<std::string> small = **std::exchange(m_waiting, nullptr);
    if (!small) {
        m_refused = small.error();
        m_refused->key = "photo_sheet." + m_refused->key.substr(m_refused->key.find('.') + 1);
        return;
    }
    commands.push(set_photo(m_member.id, std::move(*small)),
        {.toast = Told {"photo_sheet.set", {{"name", kept_together(m_member.name)}}, undo_s}});
    m_closed = true;
}

} // namespace chibo
