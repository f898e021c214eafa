#include "ui/screens/seal_screen.h"

#include <algorithm>

#include "documents/minutes_from_record.h"
#include "meeting/file_names.h"
#include "record/cell_queries.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "record/minutes_queries.h"
#include "record/sealing_commands.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float column_gap = 24;
constexpr float seal_width = 280; // The right column: signatures, and the seal's button below them.
constexpr float signer_height = 275;
constexpr float info_height = 26;

std::optional<Signer> signer_of(const Record& record, const Meeting& meeting, SignRole role,
    const std::optional<Member>& member)
{
    if (!member)
        return std::nullopt;
    Signer signer {meeting.id, role, member->id, member->name, member->number, {},
        date_of(meeting.opened_at_ms.value_or(meeting.planned_start_ms))};
    for (const Officer& officer : read_officers(record)) {
        if (officer.member == member->id && officer.has_pin)
            signer.officer = officer.id;
    }
    return signer;
}

std::string file_name(const MinutesContent& content)
{
    const Date day
        = date_of(content.meeting.opened_at_ms.value_or(content.meeting.planned_start_ms));
    return plain_file_name("Bien ban " + iso(day) + " " + content.cell.name) + ".pdf";
}

} // namespace

void SealScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    const auto meeting = read_meeting(record, m_meeting);
    m_there = meeting && meeting->state != MeetingState::Planned;
    m_may_see = !viewer.room(); // Minutes are level B.
    if (!m_there || !m_may_see)
        return;
    m_content = read_minutes_content(record, m_meeting);
    m_state = read_seal_state(record, m_meeting);
    m_readings = read_readings(record, m_meeting);
    m_seal = read_seal(record, m_meeting);
    m_amendments = read_amendments(record, m_meeting);
    m_signers[0] = signer_of(record, *meeting, SignRole::Chair, m_content.chair);
    m_signers[1] = signer_of(record, *meeting, SignRole::Clerk, m_content.clerk);
    const auto member = read_member(record, *viewer.member);
    m_viewer_name = member ? member->name : std::string();
    const auto pages = minutes_pages(record, m_meeting);
    m_pages = pages ? std::optional<Pages>(*pages) : std::nullopt;
    m_page = m_pages ? std::clamp(m_page, 0, m_pages->count() - 1) : 0;
}

const std::optional<Signature>& SealScreen::signature(SignRole role) const
{
    return role == SignRole::Chair ? m_state.chair : m_state.clerk;
}

bool SealScreen::is_signed(SignRole role) const
{
    return signature(role) && signature(role)->valid;
}

void SealScreen::draw(Ui& ui, Commands& commands)
{
    if (!m_there || !m_may_see) {
        (void)empty_state(ui, "seal.empty", ui.work(),
            {.icon = m_there ? icons::lock : icons::verified,
                .title = ui.tr(m_there ? "seal.officers_only" : "seal.no_meeting"),
                .advice = ui.tr(m_there ? "seal.officers_only_advice" : "seal.no_meeting_advice")});
        return;
    }
    if (ui.shape() == Shape::Tablet || ui.shape() == Shape::Wide)
        draw_columns(ui, commands);
    else
        draw_stacked(ui, commands);
    draw_sheets(ui, commands);
}

void SealScreen::draw_columns(Ui& ui, Commands& commands)
{
    Rect work = ui.work();
    // The page is as wide as its column; on a wide screen as its height allows.
    const float page_room = work.h - 56 - space::s2 - button_height;
    const float widest = m_pages
        ? page_room * static_cast<float>(m_pages->width_pt() / m_pages->height_pt())
        : 384;
    const float paper = ui.shape() == Shape::Wide ? std::min(widest, work.w * 0.38F) : 384;
    draw_paper(ui, work.cut_left(paper, column_gap), commands);
    const float right = ui.shape() == Shape::Wide ? seal_width * 1.4F : seal_width;
    draw_actions(ui, work.cut_bottom(button_xl_height, space::s1), right);
    ui.set_toast_room(work);
    draw_lowest_line(ui, work.cut_bottom(info_height, space::s2));
    Rect signers = work.cut_right(right, space::s2);
    draw_state_card(ui, work, commands);
    const auto cards = signers.rows(2, space::s2);
    draw_signer(ui, cards[0], SignRole::Chair);
    draw_signer(ui, cards[1], SignRole::Clerk);
}

void SealScreen::draw_stacked(Ui& ui, Commands& commands)
{
    Rect work = ui.work();
    draw_actions(
        ui, work.cut_bottom(button_xl_height, space::s1), std::min(seal_width, work.w * 0.5F));
    ui.set_toast_room(work);
    ScrollScope page(ui, "seal.page", work);
    Rect rest = page.rect();
    draw_lowest_line(ui, rest.cut_top(info_height, space::s1));
    // What is to be done next stands first.
    const bool signing = m_state.ready_to_sign && !sealed();
    if (!signing)
        draw_state_card(ui, rest.cut_top(state_card_height(ui, rest.w), space::s2), commands);
    const auto cards = rest.cut_top(signer_height, space::s2).columns(2, space::s2);
    draw_signer(ui, cards[0], SignRole::Chair);
    draw_signer(ui, cards[1], SignRole::Clerk);
    if (signing)
        draw_state_card(ui, rest.cut_top(state_card_height(ui, rest.w), space::s2), commands);
    const float paper = std::min(rest.w, 752.0F);
    const float height
        = 56 + space::s2 + button_height + (m_pages ? page_height(*m_pages, paper) : 0);
    Rect paper_rect = rest.cut_top(height, space::s2);
    paper_rect.w = paper;
    draw_paper(ui, paper_rect, commands);
    page.content(rest.y - page.top());
}

void SealScreen::draw_sheets(Ui& ui, Commands& commands)
{
    if (m_viewer_sheet && m_pages) {
        const bool open = m_viewer_sheet->draw(ui, *m_pages);
        m_page = m_viewer_sheet->page();
        if (!open)
            m_viewer_sheet.reset();
    }
    if (m_sign && !m_sign->draw(ui, commands))
        m_sign.reset();
    if (m_export && !m_export->draw(ui, commands))
        m_export.reset();
    if (m_amend && !m_amend->draw(ui, commands))
        m_amend.reset();
    if (!m_asking)
        return;
    const int month = date_of(m_content.meeting.planned_start_ms).month;
    const std::string title = ui.tr("seal.ask", {{"month", std::to_string(month)}});
    const std::string words = ui.tr("seal.ask_words");
    const std::string safe = ui.tr("seal.ask_no");
    const std::string go = ui.tr("seal.seal");
    const Answer answer = confirm_sheet(ui, "seal.ask",
        {.title = title, .words = words, .safe = safe, .go = go, .icon = icons::lock});
    if (answer == Answer::Go) {
        After after;
        after.toast = Told {"seal.sealed_told", {}, 0};
        commands.push(seal_meeting(m_meeting), std::move(after));
    }
    if (answer != Answer::None)
        m_asking = false;
}

void SealScreen::draw_paper(Ui& ui, const Rect& rect, Commands& commands)
{
    Rect rest = rect;
    draw_paper_title(ui, rest.cut_top(44, 12), commands);
    draw_paper_buttons(ui, rest.cut_bottom(button_height, space::s2));
    if (!m_pages)
        return;
    // As large as fits, in the middle of its column.
    const float fitting = rest.h * static_cast<float>(m_pages->width_pt() / m_pages->height_pt());
    const float width = std::min(rest.w, fitting);
    page_image(ui, {rest.x + (rest.w - width) / 2, rest.y, width, rest.h}, *m_pages, m_page);
}

void SealScreen::draw_paper_title(Ui& ui, Rect row, Commands& commands)
{
    if (m_from == From::Records) {
        const Rect at = row.cut_left(44, 12);
        if (press(ui, "seal.back", at.at_least(space::touch), ui.tr("common.back")))
            commands.back();
        icon(ui, at, icons::arrow_back, 32, ui.theme().ink);
    }
    if (m_pages) {
        const std::string place = ui.tr("page.place",
            {{"page", std::to_string(m_page + 1)}, {"pages", std::to_string(m_pages->count())}});
        const TextStyle style = type::body.with_line(26);
        text(ui, row.cut_right(text_width(ui, place, style), 12), place,
            {.style = style, .color = ui.theme().ink2});
    }
    const Date day = date_of(m_content.meeting.planned_start_ms);
    text(ui, row,
        m_from == From::Records
            ? ui.tr("records.paper",
                  {{"month", std::to_string(day.month)}, {"year", std::to_string(day.year)}})
            : ui.tr("seal.minutes"),
        {.style = type::heading, .color = ui.theme().ink});
}

void SealScreen::draw_paper_buttons(Ui& ui, Rect row)
{
    const int pages = m_pages ? m_pages->count() : 0;
    const auto square = [&](const char* id, Icon which, const char* spoken, bool works) {
        const ButtonLook look {.kind = kind_if(works, ButtonKind::Secondary), .icon_size = 32};
        return icon_button(
            ui, id, row.cut_left(button_height, space::s1), which, ui.tr(spoken), look)
            .released;
    };
    if (square("seal.previous_page", icons::chevron_left, "page.previous", m_page > 0))
        --m_page;
    if (square("seal.next_page", icons::chevron_right, "page.next", m_page + 1 < pages))
        ++m_page;
    if (button(ui, "seal.enlarge", row, ui.tr("page.enlarge"),
            {.icon = icons::zoom_in, .style = type::label})
        && m_pages)
        m_viewer_sheet.emplace(m_page);
}

std::string SealScreen::lowest_line(const Ui& ui) const
{
    const std::string count = std::to_string(m_state.checks.size());
    if (sealed())
        return ui.tr("seal.sealed_advice");
    if (!m_state.ready_to_sign)
        return ui.tr("seal.when_all", {{"count", count}});
    const bool chair = is_signed(SignRole::Chair);
    const bool clerk = is_signed(SignRole::Clerk);
    return ui.tr(chair && clerk ? "seal.now"
            : chair             ? "seal.when_clerk"
            : clerk             ? "seal.when_chair"
                                : "seal.when_both");
}

void SealScreen::draw_lowest_line(Ui& ui, const Rect& row)
{
    const std::string words = lowest_line(ui);
    const float width = std::min(row.w - 32, text_width(ui, words, type::caption));
    Rect rest = row;
    const Rect line = rest.cut_right(width, 8);
    text(ui, line.centred({line.w, 2 * type::caption.line}), words,
        {.style = type::caption, .color = ui.theme().ink2, .lines = Lines::Wrap, .max_lines = 2});
    icon(ui, rest.cut_right(24), icons::info, 24, ui.theme().ink2);
}

void SealScreen::draw_actions(Ui& ui, Rect row, float right)
{
    const Rect last = row.cut_right(right, space::s2);
    if (button(ui, "seal.export", row, ui.tr("seal.export"),
            {.kind = kind_if(m_pages.has_value(), ButtonKind::Secondary),
                .icon = icons::picture_as_pdf})
        && m_pages)
        m_export.emplace(*m_pages, file_name(m_content), !sealed());
    if (sealed()) {
        if (button(ui, "seal.amend", last, ui.tr("seal.amend"),
                {.icon = icons::edit, .style = type::button_xl}))
            m_amend.emplace(m_meeting, *m_viewer.member, m_viewer_name);
        return;
    }
    const bool works = m_state.ready_to_seal;
    if (button(ui, "seal.seal", last, ui.tr("seal.seal"),
            {.kind = kind_if(works),
                .icon = icons::lock,
                .icon_size = 32,
                .style = type::button_xl}))
        m_asking = true;
}

} // namespace chibo
