#include "ui/screens/officer_sheet.h"

#include <algorithm>
#include <utility>

#include "record/codes.h"
#include "record/member_commands.h"
#include "record/pins.h"
#include "ui/draw.h"
#include "ui/scroll.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/keypad.h"
#include "ui/widgets/rows.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float title_height = 64;
constexpr std::size_t least_pin = 6;
} // namespace

std::string OfficerSheet::title(Ui& ui) const
{
    std::string role = ui.tr("settings.role_" + std::string(word(m_role)));
    const std::string name = m_candidate ? m_candidate->name
        : m_officer                      ? m_officer->name
                                         : std::string();
    switch (m_step) {
    case Step::Overview:
        break;
    case Step::Member:
        return ui.tr("settings.appoint_title", {{"role", role}});
    case Step::Code:
        return ui.tr("settings.code_of", {{"name", short_name(name)}});
    case Step::OldPin:
        return ui.tr("settings.old_pin_of", {{"name", short_name(name)}});
    case Step::Pin:
        return ui.tr("settings.pin_of", {{"name", short_name(name)}});
    case Step::Withdraw:
        return ui.tr("settings.withdraw_title", {{"role", role}});
    }
    return role;
}

void OfficerSheet::begin(Step step)
{
    m_step = step;
    m_value.clear();
    m_wrong.reset();
    m_fresh = true;
}

std::shared_ptr<OfficerSheet::Waiting> OfficerSheet::wait(bool job)
{
    m_answers = m_step;
    m_waiting = std::make_shared<Waiting>(Waiting {.job = job});
    m_wrong.reset();
    return m_waiting;
}

void OfficerSheet::take_result()
{
    if (!m_waiting || !m_waiting->result)
        return;
    const Result<void> result = *std::exchange(m_waiting, nullptr)->result;
    if (!result) {
        m_wrong = result.error();
        m_value.clear();
    } else if (m_answers == Step::OldPin) {
        begin(Step::Pin);
    } else {
        m_closed = true;
    }
}

void OfficerSheet::draw(Ui& ui, Commands& commands, SettingsDesk& desk, const OfficerRights& rights)
{
    take_result();
    const bool keys = m_step == Step::Pin || m_step == Step::OldPin;
    const float height = keys || m_step == Step::Member ? 616.0F
        : m_step == Step::Overview                      ? 488.0F
                                                        : 384.0F;
    SheetScope sheet(ui, "settings.officer", keys ? Size {560, height} : Size {720, height},
        m_value.empty() && !m_waiting ? DimCloses::Yes : DimCloses::No);
    Rect inside = sheet.inside();
    sheet.close_button(inside, ui.tr("settings.close"));
    const std::string words = title(ui);
    const float words_w = inside.w - space::touch - 16;
    const float head_h = std::max(title_height, measure(ui, words, type::heading, words_w, 2).h);
    text(ui, Rect {inside.cut_top(head_h, space::s1)}.cut_left(words_w), words,
        {.style = type::heading, .color = ui.theme().ink, .lines = Lines::Wrap, .max_lines = 2});
    switch (m_step) {
    case Step::Overview:
        draw_overview(ui, desk, rights, inside);
        break;
    case Step::Member:
        draw_members(ui, inside);
        break;
    case Step::Code:
        draw_code(ui, desk, inside);
        break;
    case Step::OldPin:
    case Step::Pin:
        draw_pin(ui, commands, desk, inside);
        break;
    case Step::Withdraw:
        draw_withdraw(ui, desk, inside);
        break;
    }
    m_closed = m_closed || sheet.closed();
}

// Who it is, and what may be done.

void OfficerSheet::draw_person(Ui& ui, const SettingsDesk& desk, Rect rect) const
{
    avatar(
        ui, rect.cut_left(64, 16).centred({64, 64}), portrait(m_officer->name, m_officer->number));
    Rect lines = rect.centred({rect.w, 58});
    text(ui, lines.cut_top(32), m_officer->name,
        {.style = type::name.with_line(32), .color = ui.theme().ink});
    const std::string code
        = ui.tr(desk.has_code(m_officer->id) ? "settings.has_code" : "settings.no_code");
    const std::string pin = ui.tr(m_officer->has_pin ? "settings.has_pin" : "settings.no_pin");
    text(ui, lines, code + " · " + pin,
        {.style = type::caption.with_line(26), .color = ui.theme().ink2});
}

void OfficerSheet::draw_overview(
    Ui& ui, const SettingsDesk& desk, const OfficerRights& rights, Rect rect)
{
    const auto kind = [](bool may) { return kind_if(may, ButtonKind::Secondary); };
    if (!m_officer) {
        text(ui, rect.cut_top(84, space::s2), ui.tr("settings.nobody_advice"),
            {.style = type::body,
                .color = ui.theme().ink2,
                .place = Place::Top,
                .lines = Lines::Wrap});
        if (button(ui, "settings.officer.appoint", rect.cut_bottom(button_xl_height),
                ui.tr("settings.appoint"),
                {.kind = kind_if(rights.appoints),
                    .icon = icons::person_add,
                    .style = type::button_xl}))
            begin(Step::Member);
    } else {
        draw_person(ui, desk, rect.cut_top(72, space::s2));
        const auto codes = rect.cut_top(button_xl_height, space::s2).columns(2, space::s2);
        if (button(ui, "settings.officer.code", codes[0],
                ui.tr(desk.has_code(m_officer->id) ? "settings.change_code" : "settings.give_code"),
                {.kind = kind(rights.sets_code), .icon = icons::lock_open})
            && rights.sets_code)
            begin(Step::Code);
        if (button(ui, "settings.officer.pin", codes[1],
                ui.tr(m_officer->has_pin ? "settings.change_pin" : "settings.give_pin"),
                {.kind = kind(rights.sets_pin), .icon = icons::lock})
            && rights.sets_pin)
            begin(rights.knows_pin && m_officer->has_pin ? Step::OldPin : Step::Pin);
        const auto people = rect.cut_top(button_xl_height, space::s2).columns(2, space::s2);
        if (button(ui, "settings.officer.appoint", people[0], ui.tr("settings.appoint_other"),
                {.kind = kind(rights.appoints), .icon = icons::person_add}))
            begin(Step::Member);
        if (button(ui, "settings.officer.withdraw", people[1], ui.tr("settings.withdraw"),
                {.kind = kind_if(rights.appoints, ButtonKind::Caution), .icon = icons::cancel})
            && rights.appoints)
            begin(Step::Withdraw);
    }
    // Why something is off, or what the two are for.
    const char* words = !m_officer && rights.appoints ? "settings.officer_advice"
        : !rights.appoints && !rights.sets_code       ? "settings.officer_own"
        : !rights.sets_code                           ? "settings.officer_forgotten"
        : !rights.appoints                            ? "settings.officer_appointed_by"
                                                      : "settings.officer_advice";
    text(ui, rect, ui.tr(words),
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
}

void OfficerSheet::draw_members(Ui& ui, const Rect& rect)
{
    ScrollScope list(ui, "settings.officer.members", rect);
    Rect rest = list.rect();
    bool first = true;
    for (const Member& member : m_members) {
        if (m_officer && member.id == m_officer->member)
            continue;
        const std::string standing
            = ui.tr("settings.standing_" + std::string(word(member.standing)));
        const Rect row = rest.cut_top(row_height_two_lines);
        if (list_row(ui, {"settings.officer.member", member.id.uuid}, row,
                {.person = portrait(member.name, member.number),
                    .words = member.name,
                    .second = standing,
                    .bold = true,
                    .leads_on = true})) {
            m_candidate = member;
            begin(Step::Code);
        }
        first = false;
    }
    if (first)
        empty_state(ui, "settings.officer.none", rect,
            {.icon = icons::groups,
                .title = ui.tr("settings.no_members"),
                .advice = ui.tr("settings.no_members_advice")});
    list.content(rest.y - list.top());
}

// Code and PIN.

namespace {

/// Of the button that draws a code, between the two others: its icon alone where there is no room.
float draw_button_width(float room)
{
    return room < 440 ? button_xl_height : 256;
}

} // namespace

bool OfficerSheet::draw_buttons(Ui& ui, Rect rect, bool ready, std::string_view key)
{
    const bool busy = m_waiting && m_waiting->job;
    if (button(
            ui, "settings.officer.cancel", rect.cut_left(160, space::s2), ui.tr("settings.cancel")))
        m_closed = true;
    if (m_step == Step::Code)
        rect.cut_left(draw_button_width(rect.w), space::s2);
    return button(ui, "settings.officer.take", rect, ui.tr(busy ? "settings.setting" : key),
        {.kind = kind_if(ready && !m_waiting),
            .icon = busy ? icons::timelapse : icons::done,
            .style = type::button_xl})
        .released;
}

void OfficerSheet::draw_code(Ui& ui, SettingsDesk& desk, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    text(ui, rect.cut_top(56, space::s2), ui.tr("settings.code_advice"),
        {.style = type::body, .color = ui.theme().ink2, .place = Place::Top, .lines = Lines::Wrap});
    const std::string wrong = m_wrong ? ui.tr(m_wrong->key, m_wrong->values) : std::string();
    std::string value = m_value;
    if (std::exchange(m_fresh, false))
        ui.focus().give("settings.officer.code.field");
    const FieldResult typed = field(
        ui, "settings.officer.code.field", rect.cut_top(field_height, 40), value, {.wrong = wrong});
    if (typed.changed && !m_waiting) {
        m_value = value;
        m_wrong.reset();
    }
    Rect draw_at = buttons;
    draw_at.cut_left(160, space::s2);
    const Rect draws = draw_at.cut_left(draw_button_width(draw_at.w));
    const std::string words = ui.tr("settings.draw_code");
    const Press drawn = draws.w < 256
        ? icon_button(ui, "settings.officer.draw", draws, icons::refresh, words)
        : button(ui, "settings.officer.draw", draws, words,
              {.icon = icons::refresh, .style = type::label});
    if (drawn && !m_waiting) {
        m_value = desk.draw_code();
        m_wrong.reset();
    }
    const bool ready = !m_value.empty();
    if (draw_buttons(ui, buttons, ready, m_candidate ? "settings.next" : "settings.take")
        || (typed.entered && ready && !m_waiting))
        take_code(desk);
}

void OfficerSheet::take_code(SettingsDesk& desk)
{
    if (const auto checked = check_code(m_value); !checked) {
        m_wrong = checked.error();
        return;
    }
    if (m_candidate) {
        m_code = m_value;
        begin(Step::Pin);
        return;
    }
    desk.set_code({m_officer->id, std::string(word(m_role)), m_value},
        [waiting = wait(true)](const Result<void>& result) { waiting->result = result; });
}

void OfficerSheet::draw_pin(Ui& ui, Commands& commands, SettingsDesk& desk, Rect rect)
{
    const Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    const bool old = m_step == Step::OldPin;
    const std::string placeholder = old ? std::string() : ui.tr("settings.pin_advice");
    const std::string wrong = m_wrong ? ui.tr(m_wrong->key, m_wrong->values) : std::string();
    ui.focus().give("settings.officer.pin.field");
    const bool entered
        = code_field(ui, "settings.officer.pin.field", rect.cut_top(field_height, space::s2),
            m_value, {.placeholder = placeholder, .wrong = wrong});
    if (const auto touch = keypad(ui, "settings.officer.keypad", rect, {.keyboard_key = false})) {
        apply(*touch, m_value);
        m_wrong.reset();
    }
    const bool ready = m_value.size() >= least_pin;
    if (draw_buttons(ui, buttons, ready, old ? "settings.next" : "settings.take")
        || (entered && ready && !m_waiting))
        take_pin(commands, desk);
}

void OfficerSheet::take_pin(Commands& commands, SettingsDesk& desk)
{
    if (m_step == Step::OldPin) {
        commands.push_local(
            [waiting = wait(false), officer = m_officer->id, pin = m_value](
                Record& record) { waiting->result = check_pin(record, officer, pin); });
        return;
    }
    const auto hash = hash_pin(m_value);
    if (!hash) {
        m_wrong = hash.error();
        m_value.clear();
        return;
    }
    if (m_candidate) {
        desk.appoint({m_candidate->id, m_role, *hash, m_code},
            [waiting = wait(true)](const Result<void>& result) { waiting->result = result; });
        return;
    }
    commands.push(set_pin(m_officer->id, *hash),
        {.toast = Told {
             .key = "settings.pin_told", .values = {{"name", m_officer->name}}, .undo_s = 0}});
    m_closed = true;
}

void OfficerSheet::draw_withdraw(Ui& ui, SettingsDesk& desk, Rect rect)
{
    Rect buttons = rect.cut_bottom(button_xl_height, space::s2);
    const std::string words = m_wrong
        ? ui.tr(m_wrong->key, m_wrong->values)
        : ui.tr("settings.withdraw_words", {{"name", m_officer->name}});
    text(ui, rect, words,
        {.style = type::body,
            .color = m_wrong ? ui.theme().reds.ink : ui.theme().ink,
            .place = Place::Top,
            .lines = Lines::Wrap});
    const auto halves = buttons.columns(2, space::s2);
    if (button(ui, "settings.officer.keep", halves[0], ui.tr("settings.withdraw_keep")))
        begin(Step::Overview);
    if (button(ui, "settings.officer.go", halves[1], ui.tr("settings.withdraw_go"),
            {.kind = ButtonKind::Caution, .icon = icons::cancel})
        && !m_waiting)
        desk.withdraw(m_officer->id,
            [waiting = wait(false)](const Result<void>& result) { waiting->result = result; });
}

} // namespace chibo
