#include "ui/screens/clerk_sheet.h"

#include <array>

#include "meeting/dates.h"
#include "meeting/letters.h"
#include "meeting/names.h"
#include "meeting/words.h"
#include "record/check_in_commands.h"
#include "record/meeting_commands.h"
#include "ui/screens/attendance_words.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/date_picker.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/sheet.h"

namespace chibo {
namespace {

constexpr float gap = 16;
constexpr float row_gap = 8;
constexpr UnixMs five_minutes = 5 * 60 * 1000;

/// Distances of the sheet; the small ones where the screen is low.
struct Spacing {
    float pad = 25;
    float block = 16;
    float part = 12;
    float foot = button_xl_height;
};

Spacing spacing_for(const Ui& ui)
{
    return ui.bounds().h < 640 ? Spacing {12, 8, 6, button_height} : Spacing {};
}

float rows_height(int rows)
{
    return static_cast<float>(rows) * space::touch + static_cast<float>(rows - 1) * row_gap;
}

/// Between columns: narrower where the sheet is, so that the words stay whole.
float column_gap(float sheet_width)
{
    return sheet_width < 848 ? 8 : gap;
}

Rect cell_of(const Rect& grid, int index, int columns, float between)
{
    const float width
        = (grid.w - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const Point at = grid_place(static_cast<std::size_t>(index), static_cast<std::size_t>(columns));
    return {grid.x + at.x * (width + between), grid.y + at.y * (space::touch + row_gap), width,
        space::touch};
}

} // namespace

ClerkSheet::ClerkSheet(const Attendance& room, AttendanceRow row, Portrait person, UnixMs now,
    std::vector<AbsenceReason> reasons) :
    m_meeting(room.meeting), m_row(std::move(row)), m_person(std::move(person)),
    m_required(room.figures.required), m_started(room.opened_at_ms.has_value()),
    m_planned_start_ms(room.planned_start_ms), m_reasons(std::move(reasons)), m_at_ms(now)
{
    m_words_of.planned_start_ms = room.planned_start_ms;
    m_words_of.opened_at_ms = room.opened_at_ms;
    switch (seat(m_row)) {
    case Seat::AnnouncedAbsent:
    case Seat::Excused:
        m_state = State::Excused;
        break;
    case Seat::Present:
        m_state = State::Leave;
        break;
    case Seat::Left:
        m_state = State::Back;
        break;
    case Seat::Unexcused:
    case Seat::NotArrived:
    case Seat::NotExpected:
        m_state = State::Present;
        settle_lateness();
        break;
    }
    if (m_row.absence)
        m_reason = m_row.absence->reason, m_reason_text = m_row.absence->reason_text;
}

const char* ClerkSheet::why_off(State state) const
{
    const Seat now = seat(m_row);
    switch (state) {
    case State::Present:
    case State::Late:
        return now == Seat::Present ? "clerk_sheet.is_here"
            : now == Seat::Left     ? "clerk_sheet.was_here"
                                    : nullptr;
    case State::Excused:
        if (now == Seat::Present)
            return "clerk_sheet.is_here";
        return m_row.is_guest || now == Seat::Left ? "clerk_sheet.was_here" : nullptr;
    case State::Unexcused:
        if (!m_started)
            return "clerk_sheet.after_opening";
        return m_row.is_guest || now == Seat::Present || now == Seat::Left ? "clerk_sheet.was_here"
                                                                           : nullptr;
    case State::Leave:
        return now == Seat::Present ? nullptr : "clerk_sheet.if_present";
    case State::Back:
        return now == Seat::Left ? nullptr : "clerk_sheet.if_left";
    }
    return nullptr;
}

bool ClerkSheet::ahead(const Ui& ui) const
{
    constexpr UnixMs minute = 60'000;
    return m_at_ms / minute > ui.clock().now_ms() / minute;
}

bool ClerkSheet::complete(const Ui& ui) const
{
    if (!m_state || why_off(*m_state) != nullptr || ahead(ui))
        return false;
    if (*m_state != State::Excused)
        return true;
    return m_reason != AbsenceReason::None
        && (m_reason != AbsenceReason::Other || !is_blank(m_reason_text));
}

void ClerkSheet::choose(State state)
{
    m_state = state;
    const bool is_late = late_at(m_at_ms, m_planned_start_ms);
    if (state == State::Late && !is_late)
        m_at_ms = m_planned_start_ms + five_minutes;
    if (state == State::Present && is_late && !m_row.is_guest)
        m_at_ms = m_planned_start_ms; // Was there when it began.
}

void ClerkSheet::settle_lateness()
{
    if (m_state == State::Present || m_state == State::Late)
        m_state = late_at(m_at_ms, m_planned_start_ms) && !m_row.is_guest ? State::Late
                                                                          : State::Present;
}

void ClerkSheet::draw(Ui& ui)
{
    if (m_asks) {
        ask_take_back(ui);
        return;
    }
    const Spacing spacing = spacing_for(ui);
    const int columns = ui.bounds().w >= 880 ? 3 : 2;
    const int state_rows = 6 / columns;
    const float lower = columns == 3 ? rows_height(3) : rows_height(3) + spacing.part + 32 + 136;
    const float height = 2 * spacing.pad + 64 + 2 * spacing.block + rows_height(state_rows)
        + spacing.part + 32 + lower + spacing.foot;
    SheetScope sheet(ui, "clerk_sheet", {sheet_most.w, height}, DimCloses::Yes, 24);
    Rect rest = sheet.rect().inset(sheet.rect().w < sheet_most.w ? 24 : 40, spacing.pad);
    m_gap = column_gap(rest.w);
    sheet.close_button(rest, ui.tr("common.close"));
    draw_head(ui, rest.cut_top(64, spacing.block).inset({.right = 64 + gap}));
    draw_states(ui, rest.cut_top(rows_height(state_rows), spacing.part), columns);
    draw_buttons(ui, rest.cut_bottom(spacing.foot, spacing.block));
    if (columns == 2) {
        draw_time(ui, rest.cut_bottom(32 + 136, spacing.part));
    } else {
        Rect time = rest;
        draw_time(ui, time.cut_right((rest.w - 2 * m_gap) / 3, m_gap));
        rest = time;
    }
    if (m_state == State::Excused)
        draw_reasons(ui, rest, 2);
    else
        draw_no_signature(ui, rest, 2);
    m_closed = m_closed || sheet.closed();
}

void ClerkSheet::draw_head(Ui& ui, Rect head)
{
    avatar(ui, head.cut_left(64, gap), m_person);
    const StateChip state = state_chip(ui, m_row, m_words_of);
    const float chip_room = chip_width(ui, state.words, state.look);
    TextStyle style = type::title;
    if (text_width(ui, m_row.name, style) + gap + chip_room > head.w)
        style = type::heading.with_line(44);
    const float name = std::min(text_width(ui, m_row.name, style), head.w);
    const std::string kept = kept_together(m_row.name);
    if (name + gap + chip_room <= head.w) {
        text(ui, head.cut_left(name + 1, gap - 1), kept, {.style = style, .color = ui.theme().ink});
        (void)chip(ui, {head.x, head.y + (head.h - 36) / 2}, state.words, state.look);
        return;
    }
    text(ui, head.cut_top(30), kept, {.style = type::name, .color = ui.theme().ink});
    (void)chip(ui, {head.x, head.y}, state.words, state.look);
}

void ClerkSheet::draw_state(Ui& ui, const Rect& cell, State state, Icon sign)
{
    static constexpr std::array<const char*, 6> keys {"clerk_sheet.present", "clerk_sheet.late",
        "clerk_sheet.excused", "clerk_sheet.unexcused", "clerk_sheet.leave", "clerk_sheet.back"};
    const char* key = keys.at(static_cast<std::size_t>(state));
    const char* off = why_off(state);
    const std::string advice = off != nullptr ? ui.tr(off) : std::string();
    const PickerLook look {.chosen = off == nullptr && m_state == state,
        .off = off != nullptr,
        .icon = sign,
        .icon_size = 28,
        .align = Align::Left,
        .gap = 12,
        .advice = advice};
    if (picker(ui, key, cell, ui.tr(key), look))
        choose(state);
}

void ClerkSheet::draw_states(Ui& ui, const Rect& grid, int columns)
{
    static constexpr std::array<Icon, 6> signs {icons::check_circle, icons::schedule,
        icons::event_busy, icons::cancel, icons::arrow_forward, icons::undo};
    for (int i = 0; i < 6; ++i)
        draw_state(ui, cell_of(grid, i, columns, m_gap), static_cast<State>(i),
            signs.at(static_cast<std::size_t>(i)));
}

void ClerkSheet::draw_reasons(Ui& ui, Rect area, int columns)
{
    text(ui, area.cut_top(28, 4), ui.tr("clerk_sheet.reason"),
        {.style = type::label, .color = ui.theme().ink});
    for (std::size_t i = 0; i < m_reasons.size(); ++i) {
        const AbsenceReason reason = m_reasons[i];
        const std::string key = "absence_reason." + std::string(word(reason));
        Rect cell = cell_of(area, static_cast<int>(i), columns, m_gap);
        if (reason == AbsenceReason::Other && m_reason == reason) {
            const std::string placeholder = ui.tr("clerk_sheet.reason_text");
            const std::string clear = ui.tr("field.clear");
            (void)field(ui, "clerk_sheet.reason_text", cell, m_reason_text,
                {.placeholder = placeholder, .clear = clear});
            continue;
        }
        if (!choice(ui, key, cell, ui.tr(key), m_reason == reason))
            continue;
        m_reason = reason;
        if (reason == AbsenceReason::Other)
            ui.focus().give("clerk_sheet.reason_text");
    }
}

void ClerkSheet::draw_no_signature(Ui& ui, Rect area, int columns)
{
    if (m_row.is_guest || (seat(m_row) != Seat::NotArrived && seat(m_row) != Seat::NotExpected)) {
        area.cut_top(28, 4);
        if (button(ui, "clerk_sheet.back_to_list", cell_of(area, 0, columns, m_gap),
                ui.tr(m_row.is_guest ? "clerk_sheet.remove_guest" : "clerk_sheet.back_to_list"),
                {.kind = ButtonKind::Caution, .icon = icons::undo, .style = type::label}))
            touch_take_back();
        return;
    }
    if (m_state != State::Present && m_state != State::Late)
        return;
    text(ui, area.cut_top(28, 4), ui.tr("clerk_sheet.no_signature"),
        {.style = type::label, .color = ui.theme().ink});
    static constexpr std::array<std::string_view, 4> words {"unable", "paper", "remote", "device"};
    for (int i = 0; i < 4; ++i) {
        const std::string_view each = words.at(static_cast<std::size_t>(i));
        const std::string key = "no_signature." + std::string(each);
        if (choice(ui, key, cell_of(area, i, columns, m_gap), ui.tr(key), m_no_signature == each))
            m_no_signature = each;
    }
}

void ClerkSheet::draw_time(Ui& ui, Rect area)
{
    const bool early = ahead(ui);
    text(ui, area.cut_top(28, 4), ui.tr(early ? "clerk_sheet.time_ahead" : "clerk_sheet.time"),
        {.style = type::label, .color = early ? ui.theme().reds.ink : ui.theme().ink});
    if (time_stepper(ui, "clerk_sheet.time", area.cut_top(136, row_gap), m_at_ms))
        settle_lateness();
    if (m_state != State::Excused || area.h < 48)
        return;
    Rect note = area.cut_top(space::touch);
    icon(ui, note.cut_left(28, 12), icons::info, 28, ui.theme().blues.solid);
    text(ui, note, ui.tr("clerk_sheet.still_required", {{"required", std::to_string(m_required)}}),
        {.style = type::caption.with_line(24), .color = ui.theme().ink2, .lines = Lines::Wrap});
}

void ClerkSheet::draw_buttons(Ui& ui, Rect row)
{
    static constexpr std::array<const char*, 6> keys {"clerk_sheet.record_present",
        "clerk_sheet.record_late", "clerk_sheet.record_excused", "clerk_sheet.record_unexcused",
        "clerk_sheet.record_leave", "clerk_sheet.record_back"};
    static constexpr std::array<Icon, 6> signs {icons::check_circle, icons::schedule,
        icons::event_busy, icons::cancel, icons::arrow_forward, icons::undo};
    const float cancel = (row.w - 2 * m_gap) / 3;
    if (button(ui, "clerk_sheet.cancel", row.cut_left(cancel, m_gap), ui.tr("clerk_sheet.cancel"),
            {.style = type::button_xl}))
        m_closed = true;
    const auto at = static_cast<std::size_t>(m_state.value_or(State::Present));
    const ButtonLook look {.kind = kind_if(complete(ui)),
        .icon = signs.at(at),
        .icon_size = 32,
        .style = type::button_xl};
    if (button(ui, "clerk_sheet.record", row, ui.tr(keys.at(at)), look))
        m_command = command();
}

std::string ClerkSheet::state_key() const
{
    if (m_taken_back)
        return m_row.is_guest ? "clerk_sheet.guest_removed" : "check_in.expected";
    static constexpr std::array<const char*, 6> keys {"clerk_sheet.present", "clerk_sheet.late",
        "clerk_sheet.excused", "clerk_sheet.unexcused", "clerk_sheet.leave", "clerk_sheet.back"};
    return keys.at(static_cast<std::size_t>(m_state.value_or(State::Present)));
}

Command ClerkSheet::command() const
{
    const MemberId member {m_row.person.uuid};
    switch (m_state.value_or(State::Present)) {
    case State::Excused:
    case State::Unexcused: {
        const bool excused = m_state == State::Excused;
        return note_absence({.meeting = m_meeting,
            .member = member,
            .kind = excused ? AbsenceKind::Excused : AbsenceKind::Unexcused,
            .reason = excused ? m_reason : AbsenceReason::None,
            .reason_text
            = excused && m_reason == AbsenceReason::Other ? m_reason_text : std::string(),
            .at_ms = m_at_ms});
    }
    case State::Leave:
        return leave_room(m_meeting, m_row.person, m_at_ms);
    case State::Back:
        return come_back(m_meeting, m_row.person, m_at_ms);
    case State::Present:
    case State::Late:
        break;
    }
    const bool remote = m_no_signature == "remote";
    return check_in({.meeting = m_meeting,
        .person = m_row.person,
        .how = remote ? CheckInWay::Remote : CheckInWay::Clerk,
        .signature = {},
        .reason = m_row.is_guest ? std::string() : m_no_signature,
        .at_ms = m_at_ms});
}

/// What was signed and timed is not thrown away by one touch; an absence has "Hoàn tác".
void ClerkSheet::touch_take_back()
{
    if (m_row.stays.empty() || m_row.is_guest)
        m_command = take_back();
    else
        m_asks = true;
}

/// "07:52–08:30 (đã ký), từ 08:41"
std::string ClerkSheet::stays_words(const Ui& ui) const
{
    std::string words;
    for (const Stay& stay : m_row.stays) {
        std::string one = stay.left_at_ms
            ? ui.tr("clerk_sheet.stay",
                  {{"from", hm(stay.arrived_at_ms)}, {"to", hm(*stay.left_at_ms)}})
            : ui.tr("clerk_sheet.stay_open", {{"from", hm(stay.arrived_at_ms)}});
        if (stay.is_signed)
            one = ui.tr("clerk_sheet.stay_signed", {{"stay", one}});
        words += (words.empty() ? "" : ", ") + one;
    }
    return words;
}

void ClerkSheet::ask_take_back(Ui& ui)
{
    const std::string title
        = ui.tr("clerk_sheet.take_back_title", {{"name", short_name(m_row.name)}});
    const std::string words = ui.tr("clerk_sheet.take_back_words", {{"stays", stays_words(ui)}});
    const std::string keep = ui.tr("clerk_sheet.take_back_keep");
    const std::string go = ui.tr("clerk_sheet.back_to_list");
    const Answer answer = confirm_sheet(ui, "clerk_sheet.take_back",
        {.title = title,
            .words = words,
            .safe = keep,
            .go = go,
            .icon = icons::undo,
            .caution = true});
    if (answer == Answer::Go)
        m_command = take_back();
    else if (answer == Answer::No)
        m_asks = false;
}

Command ClerkSheet::take_back()
{
    m_taken_back = true;
    const Seat now = seat(m_row);
    if (m_row.is_guest)
        return remove_guest(m_meeting, GuestId {m_row.person.uuid});
    if (now == Seat::Present || now == Seat::Left)
        return take_back_check_in(m_meeting, m_row.person);
    return take_back_absence(m_meeting, MemberId {m_row.person.uuid});
}

} // namespace chibo
