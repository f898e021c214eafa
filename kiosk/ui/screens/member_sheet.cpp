#include "ui/screens/member_sheet.h"

#include <array>
#include <utility>

#include "meeting/dates.h"
#include "meeting/letters.h"
#include "record/member_commands.h"
#include "typing/scanner.h"
#include "ui/draw.h"
#include "ui/screens/word_pickers.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float head_height = 64;
constexpr float label_height = 28;
constexpr float labelled_height = label_height + 4 + field_height;
constexpr int undo_s = 10;

int standing_columns(const Ui& ui)
{
    return ui.bounds().w < 720 ? 2 : 3;
}

std::string day_text(const std::optional<Date>& day)
{
    return day ? dmy(*day) : std::string();
}

/// Nothing typed is no day; what is no day refuses.
Result<std::optional<Date>> typed_day(const std::string& text)
{
    if (text.empty())
        return std::optional<Date>();
    if (const auto day = parse_dmy(text))
        return day;
    return refuse("members.no_day", {{"text", text}});
}

} // namespace

void MemberSheet::refresh(const Record& record)
{
    const auto member = read_member(record, m_id);
    m_closed = m_closed || !member || member->left_on;
    if (!member)
        return;
    m_member = *member;
    m_codes = read_codes(record, m_id);
    m_today = date_of(record.clock().now_ms());
    m_read = true;
}

void MemberSheet::open_page(Page page)
{
    m_page = page;
    m_fresh = true;
    m_wrong->reset();
    m_code.clear();
    m_reason.clear();
    m_day = dmy(m_today);
    m_typed = {m_member.name, m_member.card_number, day_text(m_member.birth_on),
        day_text(m_member.joined_on), day_text(m_member.official_on)};
}

After MemberSheet::told(const char* key)
{
    m_wrong->reset();
    After after;
    after.toast = Told {key, {{"name", kept_together(m_member.name)}}, undo_s};
    after.refused = [wrong = m_wrong](const Error& error) { *wrong = error; };
    return after;
}

void MemberSheet::draw(Ui& ui, Commands& commands)
{
    if (!m_read)
        return;
    const float more = standing_columns(ui) == 2 ? space::touch + space::s1 : 0;
    const float height = m_page == Page::Leaving ? 480.0F
        : m_page == Page::Overview               ? sheet_most.h + more
                                                 : sheet_most.h;
    SheetScope sheet(ui, "member_sheet", {720, height},
        m_page == Page::Overview ? DimCloses::Yes : DimCloses::No);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("common.close"));
    draw_head(ui, inside.cut_top(head_height, space::s1).inset({.right = 80}));
    switch (m_page) {
    case Page::Overview:
        draw_overview(ui, commands, inside);
        break;
    case Page::Details:
        draw_details(ui, commands, inside);
        break;
    case Page::Cards:
        draw_cards(ui, commands, inside);
        break;
    case Page::Leaving:
        draw_leaving(ui, commands, inside);
        break;
    }
    m_closed = m_closed || sheet.closed();
}

void MemberSheet::draw_head(Ui& ui, Rect head) const
{
    avatar(ui, head.cut_left(64, 16), portrait(m_member.name, m_member.number));
    text(ui, head, kept_together(m_member.name), {.style = type::heading, .color = ui.theme().ink});
}

void MemberSheet::draw_overview(Ui& ui, Commands& commands, Rect rect)
{
    Rect buttons = rect.cut_bottom(2 * button_height + space::s1, space::s1);
    text(ui, rect.cut_top(label_height, 8), ui.tr("settings.standing"),
        {.style = type::label, .color = ui.theme().ink});
    if (const auto standing
        = pick_word(ui, "standing", rect, m_member.standing, standing_columns(ui)))
        commands.push(set_standing(m_id, *standing));
    rect.cut_top(space::s1);
    text(ui, rect.cut_top(label_height, 8), ui.tr("settings.position"),
        {.style = type::label, .color = ui.theme().ink});
    if (const auto position = pick_word(ui, "position", rect, m_member.position, 4))
        commands.push(set_position(m_id, *position));
    const auto upper = buttons.cut_top(button_height, space::s1).columns(2, space::s1);
    const auto lower = buttons.columns(2, space::s1);
    if (button(ui, "member_sheet.details", upper[0], ui.tr("member_sheet.details"),
            {.icon = icons::edit, .style = type::label}))
        open_page(Page::Details);
    const std::string cards = m_codes.empty()
        ? ui.tr("member_sheet.cards")
        : ui.tr("member_sheet.cards_bound", {{"count", std::to_string(m_codes.size())}});
    if (button(ui, "member_sheet.cards", upper[1], cards,
            {.icon = icons::badge, .style = type::label}))
        open_page(Page::Cards);
    if (button(ui, "member_sheet.photo", lower[0], ui.tr("photo_sheet.open"),
            {.icon = icons::person, .style = type::label})) {
        m_wants_photo = m_member;
        m_closed = true;
    }
    if (button(ui, "member_sheet.leaving", lower[1], ui.tr("member_sheet.leaving"),
            {.kind = ButtonKind::Caution, .icon = icons::arrow_forward, .style = type::label}))
        open_page(Page::Leaving);
}

bool MemberSheet::labelled(Ui& ui, const std::string& key, Rect rect, std::string& value)
{
    text(ui, rect.cut_top(label_height, 4), ui.tr(key),
        {.style = type::label, .color = ui.theme().ink});
    const std::string clear = ui.tr("field.clear");
    const FieldResult typed
        = field(ui, WidgetId(key), rect.cut_top(field_height), value, {.clear = clear});
    if (typed.changed)
        m_wrong->reset();
    return typed.entered;
}

bool MemberSheet::draw_buttons(Ui& ui, Rect row, bool ready, std::string_view key)
{
    if (button(ui, "member_sheet.back", row.cut_left(160, space::s2), ui.tr("settings.cancel")))
        open_page(Page::Overview);
    if (*m_wrong) {
        text(ui, row.cut_top(row.h), ui.tr((*m_wrong)->key, (*m_wrong)->values),
            {.style = type::body, .color = ui.theme().reds.ink, .lines = Lines::Wrap});
        return false;
    }
    return button(ui, "member_sheet.take", row, ui.tr(key),
        {.kind = kind_if(ready), .icon = icons::done, .style = type::button_xl})
        .released;
}

// Details.

void MemberSheet::draw_details(Ui& ui, Commands& commands, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    (void)labelled(ui, "member_sheet.name", rect.cut_top(labelled_height, space::s1), m_typed.name);
    const auto upper = rect.cut_top(labelled_height, space::s1).columns(2, space::s2);
    (void)labelled(ui, "member_sheet.card_number", upper[0], m_typed.card_number);
    (void)labelled(ui, "member_sheet.birth_on", upper[1], m_typed.birth_on);
    const auto lower = rect.cut_top(labelled_height, space::s1).columns(2, space::s2);
    (void)labelled(ui, "member_sheet.joined_on", lower[0], m_typed.joined_on);
    (void)labelled(ui, "member_sheet.official_on", lower[1], m_typed.official_on);
    if (draw_buttons(ui, buttons, !is_blank(m_typed.name), "settings.take"))
        take_details(commands);
}

void MemberSheet::take_details(Commands& commands)
{
    Member changed = m_member;
    changed.name = m_typed.name;
    changed.card_number = m_typed.card_number;
    const std::array days {std::pair(&m_typed.birth_on, &changed.birth_on),
        std::pair(&m_typed.joined_on, &changed.joined_on),
        std::pair(&m_typed.official_on, &changed.official_on)};
    for (const auto& [typed, day] : days) {
        const auto read = typed_day(*typed);
        if (!read) {
            *m_wrong = read.error();
            return;
        }
        *day = *read;
    }
    After after = told("member_sheet.details_told");
    after.done = [taken = m_taken](const JournalPlace&) { *taken = true; };
    commands.push(edit_member(changed), std::move(after));
}

// Cards.

void MemberSheet::draw_cards(Ui& ui, Commands& commands, Rect rect)
{
    Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    text(ui, rect.cut_top(56, space::s1), ui.tr("member_sheet.cards_advice"),
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    const std::string wrong = *m_wrong ? ui.tr((*m_wrong)->key, (*m_wrong)->values) : std::string();
    const FieldResult typed = field(ui, "member_sheet.code", rect.cut_top(field_height, 36), m_code,
        {.icon = icons::qr_code_scanner,
            .placeholder = ui.tr("member_sheet.code"),
            .kind = TextKind::Number,
            .wrong = wrong});
    if (typed.changed)
        m_wrong->reset();
    draw_bound(ui, commands, rect);
    const bool ready = !m_code.empty();
    if (button(ui, "member_sheet.back", buttons.cut_left(160, space::s2), ui.tr("common.back")))
        open_page(Page::Overview);
    const Press taken = button(ui, "member_sheet.bind", buttons, ui.tr("member_sheet.bind"),
        {.kind = kind_if(ready), .icon = icons::badge, .style = type::button_xl});
    if (ready && (taken || typed.entered))
        bind(std::exchange(m_code, {}), commands);
}

void MemberSheet::draw_bound(Ui& ui, Commands& commands, const Rect& rect)
{
    ScrollScope list(ui, "member_sheet.bound", rect);
    Rect rest = list.rect();
    if (!m_member.card_number.empty())
        draw_row(ui, rest.cut_top(row_height),
            {.icon = icons::groups, .words = ui.tr("member_sheet.roster_card")});
    for (const MemberCode& code : m_codes) {
        Rect row = rest.cut_top(row_height);
        const bool off = button(ui, WidgetId("member_sheet.unbind", code.id.uuid),
            row.cut_right(144, space::s1).centred({144, 56}), ui.tr("member_sheet.unbind"),
            {.kind = ButtonKind::Caution, .style = type::label})
                             .released;
        draw_row(ui, row,
            {.icon = icons::badge,
                .words = ui.tr("member_sheet.bound_" + std::string(word(code.kind)))});
        if (off)
            commands.push(remove_code(code.id), told("member_sheet.unbound_told"));
    }
    list.content(rest.y - list.top());
}

void MemberSheet::bind(std::string_view code, Commands& commands)
{
    const auto scan = parse_scan(code);
    if (!scan) {
        *m_wrong = scan.error();
        return;
    }
    const auto kind = scan->kind == ScannedKind::Card ? CodeKind::Card : CodeKind::Citizen;
    commands.push(add_code(m_id, kind, scan->number), told("member_sheet.bound_told"));
}

void MemberSheet::scanned(std::string_view code, Commands& commands)
{
    if (m_page == Page::Overview)
        open_page(Page::Cards);
    if (m_page == Page::Cards)
        bind(code, commands);
}

// Leaving the cell.

void MemberSheet::draw_leaving(Ui& ui, Commands& commands, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    text(ui, rect.cut_top(60, space::s1), ui.tr("member_sheet.leaving_advice"),
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    if (std::exchange(m_fresh, false))
        ui.focus().give("member_sheet.reason");
    (void)labelled(ui, "member_sheet.reason", rect.cut_top(labelled_height, space::s1), m_reason);
    (void)labelled(ui, "member_sheet.day", rect.cut_top(labelled_height, space::s1), m_day);
    if (draw_buttons(ui, buttons, !is_blank(m_reason) && !m_day.empty(), "member_sheet.leaving_go"))
        leave(commands);
}

void MemberSheet::leave(Commands& commands)
{
    const auto day = typed_day(m_day);
    if (!day) {
        *m_wrong = day.error();
        return;
    }
    commands.push(
        member_left(m_id, day->value_or(m_today), m_reason), told("member_sheet.left_told"));
}

} // namespace chibo
