#include "ui/page_frame.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "meeting/dates.h"
#include "meeting/names.h"
#include "ui/draw.h"
#include "ui/text.h"
#include "ui/widgets/avatar.h"

namespace chibo {

namespace {

constexpr Size rail_item {120, 80};
constexpr float rail_gap = 8;
constexpr std::size_t places_in_small_rail = 4;

bool rail_is_small(Ui& ui)
{
    const float needed = space::top_bar + 8 * (rail_item.h + rail_gap) - rail_gap;
    return ui.shape() == Shape::Portrait || ui.screen().h < needed;
}

bool is_narrow(const Ui& ui)
{
    return ui.screen().w < 1180;
}

struct RailLook {
    Icon icon {};
    std::string word {};
    bool current = false;
    bool strong = false; // Ink instead of the secondary ink: Mở khóa.
};

/// One entry: the icon of 32 over the word, current on pale red with a marker at the edge.
Press rail_entry(
    Ui& ui, const WidgetId& id, const Rect& rect, const RailLook& look, const Rect& marker)
{
    const Theme& theme = ui.theme();
    const Press pressed = press(ui, id, rect, look.word);
    if (look.current)
        fill(ui, rect, theme.reds.tint, radius::button);
    else if (pressed.down)
        fill(ui, rect, theme.sunk, radius::button);
    if (look.current)
        fill(ui, marker, theme.red, radius::bar,
            marker.h > marker.w ? Corners::Right : Corners::Bottom);
    const Color color = look.current ? theme.reds.ink : look.strong ? theme.ink : theme.ink2;
    const float shift = pressed.down ? 2.0F : 0.0F;
    icon(ui, {rect.x, rect.y + 10 + shift, rect.w, 32}, look.icon, 32, color);
    text(ui, {rect.x - 4, rect.y + 46 + shift, rect.w + 8, 24}, look.word,
        {.style = look.current ? type::rail.bold() : type::rail,
            .color = color,
            .align = Align::Centre});
    return pressed;
}

RailLook look_of(Ui& ui, const PlaceEntry& place, const FrameContent& content)
{
    return {place.icon, ui.tr("frame." + std::string(place.screen)), place.screen == content.entry};
}

std::span<const PlaceEntry> shown_places(Ui& ui, const FrameContent& content)
{
    if (content.room)
        return room_places();
    if (content.own_pages)
        return member_places();
    const auto all = officer_places();
    return rail_is_small(ui) ? all.first(places_in_small_rail) : all;
}

RailLook more_look(Ui& ui, const FrameContent& content)
{
    RailLook look {icons::more_horiz, ui.tr("frame.more")};
    for (const PlaceEntry& place : places_behind_more(ui))
        look.current = look.current || place.screen == content.entry;
    return look;
}

void draw_rail(Ui& ui, Rect rail, const FrameContent& content, FrameTouch& touch)
{
    fill(ui, rail, ui.theme().card);
    fill(ui, {rail.right() - 1, rail.y, 1, rail.h}, ui.theme().line);
    draw_mark(ui, rail.cut_top(space::top_bar).centred({56, 56}));
    const auto entry_rect = [&](float y) { return Rect {rail.x + 4, y, rail_item.w, rail_item.h}; };
    const auto marker = [&](const Rect& rect) { return Rect {rail.x, rect.y + 12, 5, 56}; };
    float y = rail.y;
    for (const PlaceEntry& place : shown_places(ui, content)) {
        const Rect rect = entry_rect(y);
        if (rail_entry(ui, {"rail.place", WidgetId(place.screen).value()}, rect,
                look_of(ui, place, content), marker(rect)))
            touch.place = &place;
        y += rail_item.h + rail_gap;
    }
    if (content.room) {
        const Rect rect = entry_rect(rail.bottom() - 2 * rail_gap - rail_item.h);
        touch.unlock = rail_entry(ui, "frame.unlock", rect,
            {.icon = icons::lock, .word = ui.tr("frame.unlock"), .strong = true}, {})
                           .released;
    } else if (content.own_pages) {
        const Rect rect = entry_rect(rail.bottom() - 2 * rail_gap - rail_item.h);
        touch.leave = rail_entry(ui, "frame.leave", rect,
            {.icon = icons::lock, .word = ui.tr("frame.leave"), .strong = true}, {})
                          .released;
    } else if (rail_is_small(ui)) {
        const Rect rect = entry_rect(y);
        touch.more
            = rail_entry(ui, "frame.more", rect, more_look(ui, content), marker(rect)).released;
    }
}

/// The rail in portrait: a bar at the bottom, the entries spread over its width.
void draw_bottom_bar(Ui& ui, const Rect& bar, const FrameContent& content, FrameTouch& touch)
{
    fill(ui, bar, ui.theme().card);
    rule(ui, {bar.x, bar.y}, bar.w, ui.theme().line);
    const auto places = shown_places(ui, content);
    const auto cells = bar.columns(static_cast<int>(places.size()) + 1, 0);
    const auto entry_rect = [&](const Rect& cell) {
        const float width = std::min(144.0F, cell.w);
        return Rect {cell.centre().x - width / 2, bar.y + 4, width, rail_item.h};
    };
    const auto marker = [&](const Rect& rect) { return Rect {rect.centre().x - 28, bar.y, 56, 5}; };
    for (std::size_t i = 0; i < places.size(); ++i) {
        const Rect rect = entry_rect(cells[i]);
        if (rail_entry(ui, {"rail.place", WidgetId(places[i].screen).value()}, rect,
                look_of(ui, places[i], content), marker(rect)))
            touch.place = &places[i];
    }
    const Rect last = entry_rect(cells.back());
    if (content.room)
        touch.unlock = rail_entry(ui, "frame.unlock", last,
            {.icon = icons::lock, .word = ui.tr("frame.unlock"), .strong = true}, {})
                           .released;
    else if (content.own_pages)
        touch.leave = rail_entry(ui, "frame.leave", last,
            {.icon = icons::lock, .word = ui.tr("frame.leave"), .strong = true}, {})
                          .released;
    else
        touch.more
            = rail_entry(ui, "frame.more", last, more_look(ui, content), marker(last)).released;
}

std::string weekday_and_date(Ui& ui)
{
    const Date today = date_of(ui.clock().now_ms());
    return ui.tr("frame.weekday_date",
        {{"weekday", ui.tr("weekday." + std::to_string(weekday(today)))}, {"date", dmy(today)}});
}

/// Avatar (where there is room), name and role, the lock. Returns its left edge.
float draw_user_chip(
    Ui& ui, const Rect& bar, const FrameContent& content, bool with_avatar, FrameTouch& touch)
{
    const Theme& theme = ui.theme();
    const std::string name = content.room ? ui.tr("frame.room")
        : with_avatar                     ? content.user_name
                                          : short_name(content.user_name);
    const std::string role = content.room ? ui.tr("frame.touch_to_unlock") : content.user_role;
    const TextStyle name_style = type::label.with_line(26);
    const TextStyle role_style = type::caption.with_line(24);
    const float words
        = std::max(text_width(ui, name, name_style), text_width(ui, role, role_style));
    const float before = with_avatar ? 1 + 8 + 48 + 12 : 1 + 16;
    const float lock_w = ui.is_slim() ? 36 : 48;
    const float after = with_avatar ? 12 + 48 + 8 + 1 : 8 + lock_w + 4 + 1;
    const Rect chip {bar.right() - before - words - after, bar.y + 8, before + words + after, 64};
    const Press pressed = press(ui, "rail.user", chip, name);
    box(ui, chip,
        {.fill = pressed.down ? theme.sunk : theme.card,
            .border = theme.edge,
            .stroke = stroke::card,
            .radius = radius::button});
    const Rect face {chip.x + 9, chip.y + 8, 48, 48};
    if (with_avatar && content.room) {
        fill(ui, face, theme.sunk, 24);
        icon(ui, face, icons::groups, 28, theme.ink2);
    } else if (with_avatar) {
        avatar(ui, face, {.initials = content.user_initials, .number = content.user_number});
    }
    const float x = chip.x + before;
    text(ui, {x, chip.y + 7, words + 2, 26}, name, {.style = name_style, .color = theme.ink});
    text(ui, {x, chip.y + 33, words + 2, 24}, role, {.style = role_style, .color = theme.ink2});
    icon(ui, {chip.right() - after + (with_avatar ? 12 : 8), chip.y + 8, lock_w, 48}, icons::lock,
        28, theme.ink);
    touch.user_chip = pressed.released;
    return chip.x;
}

struct ChipWords {
    Tone tone = Tone::Green;
    Icon icon = icons::cloud_done;
    std::string words;
    std::string figures;
};

/// The day instead of the time where it was not today.
std::string time_or_day(const Ui& ui, UnixMs at)
{
    return date_of(at) == date_of(ui.clock().now_ms()) ? hm(at) : dm(date_of(at));
}

/// What is true of this record beside the others: saved, where there are none; else in step, or so
/// many changes that wait.
ChipWords chip_words(const Ui& ui, const FrameContent& content)
{
    const SyncStatus& sync = content.sync;
    if (sync.withdrawn)
        return {Tone::Red, icons::cancel, ui.tr("sync.withdrawn"), {}};
    if (sync.devices == 0)
        return {Tone::Green, icons::cloud_done, ui.tr("frame.saved"),
            time_or_day(ui, content.saved_at_ms)};
    if (sync.waiting_to_go > 0)
        return {Tone::Amber, icons::file_upload, ui.tr("frame.waiting"),
            std::to_string(sync.waiting_to_go)};
    if (sync.waiting_here > 0)
        return {Tone::Amber, icons::hourglass_empty, ui.tr("frame.waiting_here"),
            std::to_string(sync.waiting_here)};
    return {Tone::Green, icons::check_circle, ui.tr("sync.in_step"),
        sync.last ? time_or_day(ui, sync.last->at_ms) : std::string()};
}

float chip_width(Ui& ui, const ChipWords& chip)
{
    if (chip.words.empty() && chip.figures.empty())
        return 10 + 22 + 10;
    const float words = chip.words.empty() ? 0 : text_width(ui, chip.words, type::chip);
    const float between = chip.words.empty() || chip.figures.empty() ? 0 : 8;
    return 10 + 22 + 8 + words + between + text_width(ui, chip.figures, type::chip, Digits::Tabular)
        + 12;
}

/// Ends at `right`. With whom it was exchanged last where `room` has space for it; where it is
/// short the words go first, then the figures. Touched, it leads to "Đồng bộ".
float draw_saved_chip(
    Ui& ui, float right, float middle, float room, const FrameContent& content, FrameTouch& touch)
{
    const ChipWords whole = chip_words(ui, content);
    ChipWords shown = whole;
    const SyncStatus& sync = content.sync;
    if (sync.devices > 0 && sync.in_step() && sync.last && !sync.last->device_name.empty())
        shown.words += " · " + sync.last->device_name;
    if (chip_width(ui, shown) > room)
        shown.words = whole.words;
    if (chip_width(ui, shown) > room)
        shown.words.clear();
    if (chip_width(ui, shown) > room)
        shown.figures.clear();
    const float width = chip_width(ui, shown);
    const Rect chip {right - width, middle - 18, width, 36};
    const Press pressed = press(ui, "frame.sync", chip.inset(0, -14), whole.words,
        content.room ? Enabled::No : Enabled::Yes);
    const Family& tones = ui.theme().family(shown.tone);
    fill(ui, chip, pressed.down ? tones.line : tones.tint, 18);
    Rect rest = chip;
    rest.cut_left(10);
    icon(ui, rest.cut_left(22, 8), shown.icon, 22, tones.ink);
    const TextLook look {.style = type::chip, .color = tones.ink, .digits = Digits::Tabular};
    if (!shown.words.empty())
        text(ui, Rect {rest.x, rest.y, rest.w, rest.h}, shown.words,
            {.style = type::chip, .color = tones.ink});
    if (!shown.words.empty())
        rest.cut_left(text_width(ui, shown.words, type::chip), 8);
    if (!shown.figures.empty())
        text(ui, {rest.x, rest.y, rest.w + 2, rest.h}, shown.figures, look);
    touch.sync = pressed.released;
    return chip.x;
}

float draw_clock(Ui& ui, float right, float middle)
{
    const std::string now = hm(ui.clock().now_ms());
    const float width = text_width(ui, now, type::clock, Digits::Tabular);
    text(ui, {right - width, middle - 20, width + 2, 40}, now,
        {.style = type::clock, .color = ui.theme().ink, .digits = Digits::Tabular});
    return right - width;
}

float draw_separator(Ui& ui, float right, float middle)
{
    fill(ui, {right - 21, middle - 20, 1, 40}, ui.theme().line);
    return right - 41;
}

/// Clock, and the date beside it where the bar is wide. Returns its left edge.
float draw_time(Ui& ui, float right, float middle)
{
    const float gap = ui.is_slim() ? 8 : 16;
    if (is_narrow(ui))
        return draw_clock(ui, right - gap, middle) - gap;
    float x = draw_separator(ui, right, middle);
    x = draw_clock(ui, x, middle) - 12;
    const std::string date = weekday_and_date(ui);
    const float width = text_width(ui, date, type::caption);
    text(ui, {x - width, middle - 13, width + 2, 26}, date,
        {.style = type::caption, .color = ui.theme().ink2});
    return draw_separator(ui, x - width, middle);
}

void draw_top_bar(Ui& ui, const Rect& bar, const FrameContent& content, FrameTouch& touch)
{
    const Theme& theme = ui.theme();
    fill(ui, bar, theme.paper);
    fill(ui, {bar.x, bar.bottom() - 1, bar.w, 1}, theme.line);
    const bool narrow = is_narrow(ui);
    const bool slim = ui.is_slim();
    const Rect inside = bar.inset(slim ? 12.0F : 24.0F, 0);
    const float middle = bar.y + 40; // The rule lies inside the bar's 80.
    // The bar at the foot unlocks as well.
    float x = slim && content.room ? inside.right() + 8
                                   : draw_user_chip(ui, inside, content, !narrow, touch);
    x = draw_time(ui, x, middle);
    const std::string below = narrow ? weekday_and_date(ui) : content.organisation;
    const float needed
        = std::max(text_width(ui, content.cell, type::cell), text_width(ui, below, type::caption));
    x = draw_saved_chip(ui, x, middle, x - inside.x - needed - 12, content, touch);
    const float words = x - inside.x - 8;
    text(ui, {inside.x, bar.y + 11, words, 32}, content.cell,
        {.style = type::cell, .color = theme.ink});
    text(ui, {inside.x, bar.y + 43, words, 26}, below,
        {.style = type::caption, .color = theme.ink2});
}

} // namespace

void draw_mark(Ui& ui, const Rect& square)
{
    fill(ui, square, ui.theme().red, radius::button);
    static constexpr std::array<Point, 10> star {
        {{28, 11}, {32.23F, 23.18F}, {45.12F, 23.44F}, {34.85F, 31.22F}, {38.58F, 43.56F},
            {28, 36.2F}, {17.42F, 43.56F}, {21.15F, 31.22F}, {10.88F, 23.44F}, {23.77F, 23.18F}}};
    std::array<Point, 10> placed = star;
    for (Point& point : placed)
        point = {square.x + point.x * square.w / 56, square.y + point.y * square.h / 56};
    polygon(ui, placed, ui.theme().star);
}

std::span<const PlaceEntry> places_behind_more(Ui& ui)
{
    return rail_is_small(ui) ? officer_places().subspan(places_in_small_rail)
                             : std::span<const PlaceEntry> {};
}

FrameTouch page_frame(Ui& ui, const FrameContent& content)
{
    FrameTouch touch;
    Rect rest = ui.bounds();
    Rect rail {};
    const bool portrait = ui.shape() == Shape::Portrait;
    rail = portrait ? rest.cut_bottom(space::bottom_bar) : rest.cut_left(space::rail);
    draw_top_bar(ui, rest.cut_top(space::top_bar), content, touch);
    ui.set_work(rest.inset(space::margin_x, space::margin_y));
    if (portrait)
        draw_bottom_bar(ui, rail, content, touch);
    else
        draw_rail(ui, rail, content, touch);
    return touch;
}

} // namespace chibo
