#include "ui/screens/check_in_screen.h"

#include <array>
#include <cmath>

#include "meeting/dates.h"
#include "meeting/names.h"
#include "record/check_in_commands.h"
#include "record/check_in_queries.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/member_queries.h"
#include "typing/scanner.h"
#include "ui/screens/attendance_words.h"
#include "ui/screens/check_in_summary.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/field.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float column_gap = 24;
constexpr float aside_width = 296;
constexpr float tile_gap_x = 17;
constexpr float tile_gap_y = 16;
constexpr float room_card_height = 88;
constexpr std::size_t most_large_tiles = 12; // 13-30 people take the small ones.

int tile_columns(const Ui& ui, float width)
{
    if (ui.shape() == Shape::Portrait)
        return 2;
    const float gap = tile_gap_x;
    const int fitting = static_cast<int>((width + gap + 1) / (tile_width + gap));
    return std::clamp(fitting, 1, 5);
}

void draw_scan_card(Ui& ui, const Rect& where, bool boxed)
{
    Rect rest = card(ui, where).inset({.right = 17, .left = 17});
    if (boxed) {
        const Rect square = rest.cut_left(56, 12).centred({56, 56});
        fill(ui, square, ui.theme().sunk, radius::button);
        icon(ui, square, icons::qr_code_scanner, 36, ui.theme().ink);
    } else {
        icon(ui, rest.cut_left(36, 16), icons::qr_code_scanner, 36, ui.theme().ink2);
    }
    Rect lines = rest.centred({rest.w, 54});
    text(ui, lines.cut_top(28), ui.tr("check_in.scan"),
        {.style = type::label, .color = ui.theme().ink});
    text(ui, lines, ui.tr("check_in.scan_advice"),
        {.style = type::caption, .color = ui.theme().ink2});
}

void draw_invite(Ui& ui, const Rect& where, float icon_size, float gap)
{
    well(ui, where);
    Rect rest = where.inset({.right = 8, .left = 16});
    icon(ui, rest.cut_left(icon_size, gap), icons::touch_app, icon_size, ui.theme().ink2);
    text(ui, rest, ui.tr("check_in.invite"),
        {.style = type::body.with_line(26), .color = ui.theme().ink, .lines = Lines::Wrap});
}

/// The search field beside the pickers, or above them where the screen is narrow.
float filters_height(const Ui& ui)
{
    return ui.is_slim() ? 64 + 8 + 64 : 64;
}

} // namespace

void CheckInScreen::refresh(const Record& record, const Viewer& viewer)
{
    m_viewer = viewer;
    m_record = &record;
    m_meeting = m_asked.nil() ? read_current_meeting(record, record.clock().now_ms())
                              : read_meeting(record, m_asked);
    if (!m_meeting)
        return;
    m_room = read_attendance(record, m_meeting->id);
    m_settings = read_settings(record);
    m_photos.read(record, m_room.rows);
}

TileSize CheckInScreen::tile_size() const
{
    return m_room.rows.size() > most_large_tiles ? TileSize::Small : TileSize::Full;
}

CheckInScreen::Places CheckInScreen::places(const Ui& ui) const
{
    Rect work = ui.work();
    Places at;
    const Shape shape = ui.shape();
    at.stacked = shape == Shape::Portrait || shape == Shape::Compact;
    at.scrolls_whole = shape == Shape::Compact;
    // Under the keyboard only what is searched in stays.
    const bool low = work.h < (shape == Shape::Portrait ? 800.0F : 560.0F) && !at.scrolls_whole;
    if (low) {
        at.stacked = true;
        at.filters = work.cut_top(filters_height(ui), 16);
        at.tiles = work;
        return at;
    }
    if (!at.stacked) {
        at.aside = work.cut_right(aside_width, column_gap);
        at.head = work.cut_top(48, 20);
        at.filters = work.cut_top(64, 20);
        at.tiles = work;
        return at;
    }
    if (officer())
        at.foot = work.cut_bottom(button_xl_height, 16);
    else if (!at.scrolls_whole)
        at.foot = work.cut_bottom(room_card_height, 16);
    if (at.scrolls_whole) {
        at.head = work.cut_top(48, 8);
    } else {
        at.head = work.cut_top(summary_strip_height, 16); // The summary, with the title in it.
        at.filters = work.cut_top(filters_height(ui), 16);
    }
    at.tiles = work;
    return at;
}

void CheckInScreen::draw(Ui& ui, Commands& commands)
{
    if (!m_meeting) {
        draw_no_meeting(ui);
        return;
    }
    const Places at = places(ui);
    ui.set_toast_room(at.tiles);
    if (at.stacked && !at.scrolls_whole && !at.head.empty())
        draw_summary_strip(ui, at.head, m_room);
    else if (!at.head.empty())
        draw_head(ui, at.head);
    if (!at.scrolls_whole)
        draw_filters(ui, at.filters);
    draw_scrolled(ui, at, commands);
    if (!at.stacked)
        draw_aside(ui, at.aside, commands);
    else if (!at.foot.empty())
        draw_foot(ui, at.foot, commands);
    draw_sheets(ui, commands);
    if (officer())
        tell_of_bad_photos(commands);
}

void CheckInScreen::tell_of_bad_photos(Commands& commands)
{
    const auto refused = m_photos.take_refused();
    if (!refused)
        return;
    Told told {refused->error.key, refused->error.values};
    for (const AttendanceRow& row : m_room.rows) {
        if (row.person == refused->person)
            told.values["name"] = kept_together(row.name);
    }
    commands.tell(std::move(told));
}

void CheckInScreen::draw_no_meeting(Ui& ui)
{
    const std::string title = ui.tr("check_in.no_meeting");
    const std::string advice = ui.tr("check_in.no_meeting_advice");
    (void)empty_state(ui, "check_in.none", ui.work(),
        {.icon = icons::event_available, .title = title, .advice = advice});
}

void CheckInScreen::draw_head(Ui& ui, const Rect& row)
{
    const std::string title = ui.tr("check_in.title");
    text(ui, row, title, {.style = type::title, .color = ui.theme().ink});
    if (ui.shape() == Shape::Compact) {
        const float left = row.x + text_width(ui, title, type::title) + 24;
        (void)draw_summary_chip(ui, {left, row.y + (row.h - 36) / 2}, m_room);
        return;
    }
    const bool runs = m_meeting->opened_at_ms.has_value();
    const UnixMs start = m_meeting->opened_at_ms.value_or(m_meeting->planned_start_ms);
    const std::string about = ui.tr(runs ? "check_in.subtitle_running" : "check_in.subtitle",
        {{"title", m_meeting->title}, {"time", hm(start)}});
    text(ui, row.inset({.left = text_width(ui, title, type::title) + 24}), about,
        {.color = ui.theme().ink2, .align = Align::Right});
}

void CheckInScreen::draw_filters(Ui& ui, Rect row)
{
    struct Choice {
        Filter filter;
        const char* key;
        int count;
    };
    const int guests = static_cast<int>(std::ranges::count_if(
        m_room.rows, [](const AttendanceRow& each) { return each.is_guest; }));
    const int members = static_cast<int>(m_room.rows.size()) - guests;
    const std::array<Choice, 3> choices {{{Filter::Guests, "check_in.guests", guests},
        {Filter::Expected, "check_in.expected", m_room.figures.not_arrived},
        {Filter::All, "check_in.members", members}}};
    const Rect above = row.h > 64 ? row.cut_top(64, 8) : Rect {};
    for (const Choice& each : choices) { // From the right, so that the field takes what is left.
        const std::string count = std::to_string(each.count);
        const bool chosen = m_filter == each.filter;
        float padding = 13;
        if (ui.shape() == Shape::Portrait)
            padding = chosen ? 17 : 16;
        const PickerLook look {.chosen = chosen, .padding = padding, .count = count};
        const std::string label = ui.tr(each.key);
        const Rect place = row.cut_right(picker_width(ui, label, look), 8);
        if (picker(ui, each.key, place, label, look))
            m_filter = each.filter;
    }
    if (!above.empty())
        row = above;
    std::string placeholder = ui.tr("check_in.search");
    if (text_width(ui, placeholder, type::field) > row.w - 70)
        placeholder = ui.tr("check_in.search_short");
    (void)search_field(ui, "check_in.search", row, m_search, placeholder);
}

void CheckInScreen::draw_aside(Ui& ui, Rect column, Commands& commands)
{
    if (officer()) {
        const Rect buttons = column.cut_bottom(button_height + 8 + button_xl_height, 16);
        column.h = std::min(column.h, summary_card_height_roomy);
        draw_summary_card(ui, column, m_room, true);
        draw_officer_buttons(ui, buttons, commands);
        return;
    }
    const float cards = room_card_height + 16 + 80;
    const float summary = std::min(column.h - cards - 16, summary_card_height);
    draw_summary_card(ui, column.cut_top(summary, 16), m_room, false);
    draw_room_cards(ui, column.cut_top(cards));
}

void CheckInScreen::draw_room_cards(Ui& ui, Rect column)
{
    draw_scan_card(ui, column.cut_top(room_card_height, 16), true);
    draw_invite(ui, column, 32, 12);
}

void CheckInScreen::draw_officer_buttons(Ui& ui, Rect column, Commands& commands)
{
    const bool side_by_side = column.h < button_height + button_xl_height;
    const Rect hand_over = side_by_side ? column.cut_left((column.w - 16) / 2, 16)
                                        : column.cut_top(button_height, 8);
    if (button(ui, "check_in.hand_to_room", hand_over, ui.tr("check_in.hand_to_room"),
            {.icon = icons::groups}))
        commands.rest();
    const bool open = check_in_open(*m_meeting) || m_meeting->opened_at_ms;
    const bool runs = m_meeting->opened_at_ms.has_value();
    const bool due = ui.clock().now_ms() >= m_meeting->planned_start_ms;
    ButtonLook look {
        .icon = icons::arrow_forward, .side = IconSide::After, .style = type::button_xl};
    if (!open || (due && !runs))
        look.kind = ButtonKind::Primary;
    if (!open)
        look.icon = icons::how_to_reg, look.side = IconSide::Before;
    const char* key = !open ? "check_in.open"
        : runs              ? "check_in.to_agenda"
                            : "check_in.start_meeting";
    if (!button(ui, key, column, ui.tr(key), look))
        return;
    if (!open)
        commands.push(open_check_in(m_meeting->id), {});
    else
        commands.go(
            {.screen = runs ? "agenda" : "opening", .meeting = m_meeting->id, .detail = {}});
}

void CheckInScreen::draw_foot(Ui& ui, const Rect& row, Commands& commands)
{
    if (officer()) {
        // The tile that adds a guest may stand below the fold.
        Rect rest = row;
        if (icon_button(ui, "check_in.add_guest_here", rest.cut_left(row.h, 12), icons::person_add,
                ui.tr("check_in.add_guest")))
            m_guest.emplace();
        draw_officer_buttons(ui, rest, commands);
        return;
    }
    const auto halves = row.columns(2, 16);
    draw_invite(ui, halves[0], 36, 16);
    draw_scan_card(ui, halves[1], false);
}

void CheckInScreen::draw_scrolled(Ui& ui, const Places& at, Commands& commands)
{
    // Focus and pressed borders reach over the tiles' edge.
    ScrollScope list(ui, "check_in.tiles", at.tiles);
    Rect rest = list.rect();
    const float top = rest.y;
    if (at.scrolls_whole)
        draw_filters(ui, rest.cut_top(64, 16));
    rest.cut_top(draw_tiles(ui, {rest.x, rest.y, rest.w, at.tiles.bottom() - rest.y}, commands));
    if (at.scrolls_whole) {
        rest.cut_top(16);
        draw_summary_strip(
            ui, rest.cut_top(summary_strip_height), m_room, "check_in.count_present");
        if (!officer()) {
            rest.cut_top(16);
            draw_foot(ui, rest.cut_top(room_card_height), commands);
        }
    }
    list.content(rest.y - top);
}

std::vector<AttendanceRow> CheckInScreen::shown_rows() const
{
    std::vector<AttendanceRow> rows = missing_first(m_room.rows);
    const NameQuery query(m_search);
    std::erase_if(rows, [&](const AttendanceRow& row) {
        if (!m_search.empty())
            return query.match(row.name) == NameMatch::None;
        if (m_filter == Filter::Guests)
            return !row.is_guest;
        return m_filter == Filter::Expected && (row.is_guest || seat(row) != Seat::NotArrived);
    });
    return rows;
}

float CheckInScreen::draw_tiles(Ui& ui, const Rect& area, Commands& commands)
{
    const auto rows = shown_rows();
    const bool with_last = m_search.empty() && m_filter != Filter::Expected
        && may_change(*m_meeting) && (officer() || ui.shape() != Shape::Portrait);
    if (rows.empty() && (!with_last || !officer()))
        return draw_nobody(ui, area);
    const int columns = tile_columns(ui, area.w);
    const float gap = ui.shape() == Shape::Portrait ? 16 : tile_gap_x;
    const float width
        = (area.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = tile_height(tile_size());
    const auto place = [&](std::size_t i) {
        const Point at = grid_place(i, static_cast<std::size_t>(columns));
        return Rect {
            area.x + at.x * (width + gap), area.y + at.y * (height + tile_gap_y), width, height};
    };
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_tile(ui, place(i), rows[i], commands);
    if (with_last)
        draw_last_tile(ui, place(rows.size()));
    const std::size_t count = rows.size() + (with_last ? 1 : 0);
    return place(count - 1).bottom() - area.y;
}

void CheckInScreen::draw_tile(
    Ui& ui, const Rect& rect, const AttendanceRow& row, Commands& commands)
{
    const std::string role = role_words(ui, row);
    TileState state = tile_state(row, m_room.figures.not_arrived);
    if (state == TileState::Asked && (officer() || !check_in_open(*m_meeting)))
        state = TileState::Quiet;
    const std::string band = state == TileState::Asked ? ui.tr("check_in.touch_to_check_in")
                                                       : band_words(ui, row, m_room);
    const TileLook look {.state = state,
        .size = tile_size(),
        .person = m_photos.portrait_of(ui, row),
        .name = row.name,
        .role = role,
        .band = band,
        .band_icon = band_icon(row, m_room),
        .marked = m_search.empty() ? std::vector<TextRange> {} : search_marks(m_search, row.name)};
    if (member_tile(ui, WidgetId("check_in.tile", row.person), rect, look))
        touched(ui, row, commands);
}

float CheckInScreen::draw_nobody(Ui& ui, const Rect& area)
{
    const char* title_key = "check_in.nobody_found";
    const char* advice_key = "check_in.nobody_found_advice";
    if (m_search.empty()) {
        const bool guests = m_filter == Filter::Guests;
        title_key = guests ? "check_in.no_guests" : "check_in.nobody_expected";
        advice_key = guests ? "check_in.no_guests_advice" : "check_in.nobody_expected_advice";
    }
    const std::string title = ui.tr(title_key);
    const std::string advice = ui.tr(advice_key);
    const std::string all = ui.tr("check_in.show_all");
    const Rect place {area.x, area.y, area.w, std::max(area.h, 240.0F)};
    if (empty_state(ui, "check_in.nobody", place,
            {.icon = m_search.empty() ? icons::groups : icons::person_search,
                .title = title,
                .advice = advice,
                .button = all,
                .button_icon = icons::groups})) {
        m_search.clear();
        m_filter = Filter::All;
    }
    return place.h;
}

void CheckInScreen::draw_last_tile(Ui& ui, const Rect& rect)
{
    if (!officer()) {
        note_tile(ui, rect, icons::info, ui.tr("check_in.tell_the_clerk"));
        return;
    }
    if (add_tile(ui, "check_in.add_guest", rect, icons::person_add, ui.tr("check_in.add_guest")))
        m_guest.emplace();
}

} // namespace chibo
