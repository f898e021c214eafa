#include "ui/join_desk.h"

#include <algorithm>
#include <array>
#include <system_error>

#include "record/codes.h"
#include "record/data_folder.h"
#include "ui/bundle_files.h"
#include "ui/draw.h"
#include "ui/page_frame.h"
#include "ui/screens/sync_cards.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/progress.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float column_width = 720;
constexpr float head_height = 80;

void draw_label(Ui& ui, Rect& rect, const char* key)
{
    text(ui, rect.cut_top(28, 8), ui.tr(key), {.style = type::label, .color = ui.theme().ink});
}

} // namespace

JoinDesk::JoinDesk(ExchangeDesk& desk) : m_desk(desk)
{
    look_for_files();
}

void JoinDesk::look_for_files()
{
    m_desk.look_for_places();
    m_files.clear();
    for (const ExportPlace& place : m_desk.places()) {
        const auto found = invitations_in(place.folder);
        m_files.insert(m_files.end(), found.begin(), found.end());
    }
}

bool JoinDesk::draw(Ui& ui, Session& session)
{
    fill(ui, ui.bounds(), ui.theme().paper);
    take_result(ui);
    Rect rest = ui.keyboard().make_room(ui, ui.bounds());
    draw_head(ui, rest.cut_top(head_height));
    Rect view = rest.inset(space::margin_x, space::s2);
    view = view.centred({std::min(column_width, view.w), view.h});
    ScrollScope page(ui, WidgetId("join.page", static_cast<std::uint64_t>(m_page)), view);
    Rect column = page.rect();
    const float top = column.y;
    switch (m_page) {
    case Page::File:
        draw_file(ui, column);
        break;
    case Page::Secret:
        draw_secret(ui, column);
        break;
    case Page::Device:
        draw_device(ui, column);
        break;
    case Page::Code:
    case Page::Joining:
        draw_code(ui, column, session);
        break;
    case Page::Joined:
        draw_joined(ui, column);
        break;
    }
    page.content(column.y - top);
    if (!m_open)
        return false;
    session.read_folder();
    session.choose_cell(m_joined->cell);
    if (const auto opened = session.unlock(m_joining.code, {}); !opened) {
        m_refusal = opened.error();
        m_open = false;
        return false;
    }
    return true;
}

void JoinDesk::draw_head(Ui& ui, Rect rect)
{
    rule(ui, {rect.x, rect.bottom() - 1}, rect.w, ui.theme().line);
    Rect row = rect.inset(space::margin_x, 0);
    draw_mark(ui, row.cut_left(56, 16).centred({56, 56}));
    if (m_page != Page::Joining && m_page != Page::Joined
        && icon_button(ui, "join.close", row.cut_right(64, 16).centred({64, 64}), icons::close,
            ui.tr("common.close")))
        m_closed = true;
    text(ui, row, ui.tr("join.title"), {.style = type::heading, .color = ui.theme().ink});
}

void JoinDesk::turn_to(Ui& ui, Page page, const char* field)
{
    m_page = page;
    m_refusal.reset();
    ui.focus().clear();
    if (field != nullptr)
        ui.focus().give(field);
    ui.pace().input();
}

void JoinDesk::draw_refusal(Ui& ui, Rect& rect) const
{
    if (!m_refusal)
        return;
    const std::string words = ui.tr(m_refusal->key, m_refusal->values);
    const float height
        = std::max(64.0F, 20 + measure(ui, words, type::body, rect.w - 21 - 28 - 16 - 8).h);
    strip(ui, rect.cut_top(height, 16), words, {.tone = Tone::Red, .icon = icons::report_problem});
}

bool JoinDesk::draw_buttons(Ui& ui, Rect& rect, bool ready, const char* key)
{
    Rect row = rect.cut_top(button_xl_height, 8);
    const std::string back = ui.tr("join.back");
    const ButtonLook look {.icon = icons::arrow_back, .style = type::button_xl};
    if (button(ui, "join.back", row.cut_left(button_width(ui, back, look), 16), back, look)) {
        constexpr std::array before {Page::File, Page::File, Page::Secret, Page::Device};
        turn_to(ui, before.at(static_cast<std::size_t>(m_page)), nullptr);
        return false;
    }
    return button(ui, "join.next", row, ui.tr(key),
        {.kind = kind_if(ready),
            .icon = icons::arrow_forward,
            .side = IconSide::After,
            .style = type::button_xl})
        .released;
}

void JoinDesk::draw_file(Ui& ui, Rect& rect)
{
    draw_label(ui, rect, "join.choose_file");
    if (m_files.empty())
        (void)empty_state(ui, "join.no_file", rect.cut_top(180, 16),
            {.icon = icons::usb,
                .title = ui.tr("join.no_file"),
                .advice = ui.tr("join.no_file_advice")})
            .released;
    if (!m_files.empty()) {
        const Rect list = card(
            ui, rect.cut_top(72 * static_cast<float>(m_files.size()) + 2 * stroke::card, 16));
        Rect row = list.inset(stroke::card).cut_top(72);
        for (const auto& file : m_files) {
            const std::string name = file.filename().string();
            const std::string folder = file.parent_path().string();
            if (list_row(ui, WidgetId("join.file", file.string()), row.inset(20, 0),
                    {.icon = icons::description,
                        .words = name,
                        .second = folder,
                        .bold = true,
                        .leads_on = true})) {
                m_joining.file = file;
                turn_to(ui, Page::Secret, "join.secret");
            }
            row = row.moved(0, row.h);
        }
    }
    draw_folder(ui, rect);
    draw_refusal(ui, rect);
}

void JoinDesk::draw_folder(Ui& ui, Rect& rect)
{
    Rect line = rect.cut_top(field_height, 16);
    const std::string again = ui.tr("join.again");
    const ButtonLook look {.icon = icons::refresh};
    const Rect at = line.cut_right(button_width(ui, again, look), 8);
    const std::string placeholder = ui.tr("join.folder");
    const std::string clear = ui.tr("field.clear");
    const FieldResult typed = field(ui, "join.folder", line, m_folder,
        {.icon = icons::folder,
            .placeholder = placeholder,
            .kind = TextKind::Code,
            .clear = clear});
    if (!button(ui, "join.again", at, again, look) && !typed.entered)
        return;
    m_refusal.reset();
    std::error_code error;
    if (!m_folder.empty() && std::filesystem::is_directory(m_folder, error))
        m_desk.choose(std::filesystem::absolute(m_folder).lexically_normal());
    else if (!m_folder.empty())
        m_refusal = Error {"sync.no_such_folder", {}};
    look_for_files();
}

void JoinDesk::draw_secret(Ui& ui, Rect& rect)
{
    draw_label(ui, rect, "join.secret");
    const std::string advice = ui.tr("join.secret_advice");
    const FieldResult typed = field(ui, "join.secret", rect.cut_top(field_height, 36),
        m_joining.secret, {.icon = icons::lock, .kind = TextKind::Code, .advice = advice});
    draw_refusal(ui, rect);
    const bool ready = !m_joining.secret.empty();
    if (draw_buttons(ui, rect, ready, "join.next") || (typed.entered && ready))
        turn_to(ui, Page::Device, "join.device");
}

void JoinDesk::draw_device(Ui& ui, Rect& rect)
{
    draw_label(ui, rect, "join.device");
    const std::string device = ui.tr("join.device_advice");
    const std::string device_label = ui.tr("join.device");
    const FieldResult name = field(ui, "join.device", rect.cut_top(field_height, 36), m_device,
        {.icon = icons::tv, .placeholder = device_label, .advice = device});
    draw_label(ui, rect, "join.officer");
    const std::string officer = ui.tr("join.officer_advice");
    const std::string officer_label = ui.tr("join.officer");
    const FieldResult person
        = field(ui, "join.officer", rect.cut_top(field_height, 36), m_joining.officer,
            {.icon = icons::person, .placeholder = officer_label, .advice = officer});
    draw_refusal(ui, rect);
    if (draw_buttons(ui, rect, true, "join.next") || name.entered || person.entered)
        turn_to(ui, Page::Code, "join.code");
}

void JoinDesk::draw_code(Ui& ui, Rect& rect, Session& session)
{
    const bool joining = m_page == Page::Joining;
    draw_label(ui, rect, "join.code");
    const std::string advice = ui.tr("join.code_advice");
    const std::string label = ui.tr("join.code");
    Rect line = rect.cut_top(field_height, 36);
    const std::string draw = ui.tr("join.draw_code");
    const ButtonLook look {.icon = icons::refresh};
    const Rect at = line.cut_right(button_width(ui, draw, look), 8);
    const FieldResult typed = field(ui, "join.code", line, m_joining.code,
        {.icon = icons::lock_open, .placeholder = label, .kind = TextKind::Code, .advice = advice});
    if (button(ui, "join.draw_code", at, draw, look) && !joining)
        m_joining.code = chibo::draw_code(data_folder() / "words.txt");
    draw_refusal(ui, rect);
    if (joining) {
        const Rect row = rect.cut_top(button_xl_height);
        (void)button(ui, "join.joining", row, ui.tr("join.joining"),
            {.kind = ButtonKind::Off, .icon = icons::hourglass_empty, .style = type::button_xl})
            .released;
        return;
    }
    const bool ready = !m_joining.code.empty();
    if (!draw_buttons(ui, rect, ready, "join.join") && !(typed.entered && ready))
        return;
    turn_to(ui, Page::Joining, nullptr);
    m_desk.start_joining(session.folder().path(), m_joining, m_device);
}

void JoinDesk::take_result(Ui& ui)
{
    if (m_page != Page::Joining)
        return;
    auto result = m_desk.take_joined();
    if (!result)
        return;
    if (*result) {
        m_joined = std::move(**result);
        turn_to(ui, Page::Joined, nullptr);
        return;
    }
    const Error error = result->error();
    const bool secret = error.key == "invitation.wrong_secret";
    const bool code = error.key.starts_with("codes.");
    const bool officer
        = error.key == "invitation.no_officer" || error.key == "invitation.which_officer";
    const Page page = secret ? Page::Secret
        : code               ? Page::Code
        : officer            ? Page::Device
                             : Page::File;
    turn_to(ui, page,
        secret        ? "join.secret"
            : code    ? "join.code"
            : officer ? "join.officer"
                      : nullptr);
    m_refusal = error;
}

void JoinDesk::draw_joined(Ui& ui, Rect& rect)
{
    const Theme& theme = ui.theme();
    const Values values {{"cell", m_joined->cell_name}, {"device", m_joined->device_name},
        {"count", std::to_string(m_joined->entries)}};
    Rect head = rect.cut_top(44, 8);
    icon(ui, head.cut_left(40, 16), icons::check_circle, 40, theme.greens.solid);
    text(ui, head, ui.tr("join.joined", values), {.style = type::title, .color = theme.ink});
    const std::string advice = ui.tr("join.joined_advice", values);
    text(ui, rect.cut_top(measure(ui, advice, type::body, rect.w).h, 24), advice,
        {.color = theme.ink2, .lines = Lines::Wrap});
    draw_label(ui, rect, "join.recovery");
    const Rect code = rect.cut_top(96, 16);
    well(ui, code);
    text(ui, code, m_joined->recovery_code,
        {.style = type::heading, .color = theme.ink, .align = Align::Centre});
    const std::string keep = ui.tr("join.recovery_advice");
    text(ui, rect.cut_top(measure(ui, keep, type::body, rect.w).h, 24), keep,
        {.color = theme.ink2, .lines = Lines::Wrap});
    draw_refusal(ui, rect);
    if (button(ui, "join.open", rect.cut_top(button_xl_height, 8), ui.tr("join.open"),
            {.kind = ButtonKind::Primary, .icon = icons::lock_open, .style = type::button_xl}))
        m_open = true;
}

} // namespace chibo
