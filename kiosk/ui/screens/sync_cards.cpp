#include "ui/screens/sync_cards.h"

#include <algorithm>
#include <array>

#include "meeting/dates.h"
#include "ui/screens/device_rows.h"
#include "ui/scroll.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/marked_text.h"
#include "ui/widgets/ring.h"
#include "ui/widgets/states.h"

namespace chibo {
namespace {

constexpr float header_height = 56;
constexpr float padding = 20;
constexpr float ring_px = 128;

bool copies(const CarrierView& carrier)
{
    return carrier.state == CarrierView::State::Exporting
        || carrier.state == CarrierView::State::Importing;
}

bool on_stick(const CarrierView& carrier)
{
    return !carrier.place || carrier.place->kind == ExportPlace::Kind::Stick;
}

std::string key_of(const CarrierView& carrier, const std::string& key)
{
    return "sync." + key + (on_stick(carrier) ? "_stick" : "_folder");
}

void draw_carrier_head(Ui& ui, Rect row, const CarrierView& carrier)
{
    const Theme& theme = ui.theme();
    row = row.inset({.right = 20, .left = padding});
    icon(ui, row.cut_left(32, 12), on_stick(carrier) ? icons::usb : icons::folder, 32, theme.ink);
    if (carrier.place) {
        const ChipLook look {.icon = icons::info};
        const std::string free
            = ui.tr("sync.free", {{"free", said_size(carrier.place->free_bytes)}});
        const float width = chip_width(ui, free, look);
        chip(ui, {row.right() - width, row.y + (row.h - 36) / 2}, free, look);
        row.cut_right(width, 12);
    }
    text(ui, row, carrier.place ? place_title(ui, *carrier.place) : ui.tr("sync.no_carrier"),
        {.style = type::name, .color = theme.ink});
}

/// The share in a ring, or an icon on a disc where nothing moves.
void draw_carrier_mark(Ui& ui, const Rect& square, const CarrierView& carrier)
{
    const Theme& theme = ui.theme();
    using State = CarrierView::State;
    if (copies(carrier)) {
        const float share = carrier.total > 0
            ? static_cast<float>(carrier.done) / static_cast<float>(carrier.total)
            : 0;
        ring(ui, "sync.ring", square, {.stroke = 12, .share = share, .color = theme.ink});
        text(ui, square, std::to_string(static_cast<int>(share * 100)) + "\u00A0%",
            {.style = type::clock,
                .color = theme.ink,
                .align = Align::Centre,
                .digits = Digits::Tabular});
        return;
    }
    const bool failed = carrier.state == State::Failed;
    const bool done = carrier.state == State::Exported;
    const Family& tones = failed ? theme.reds : done ? theme.greens : theme.neutrals;
    disc(ui, square.centre(), square.w / 2, tones.tint);
    icon(ui, square,
        failed              ? icons::error
            : done          ? icons::check
            : carrier.place ? icons::swap_horiz
                            : icons::usb,
        56, tones.ink);
}

struct CarrierWords {
    std::string title;
    std::string first; // "**…**" is semibold.
    std::string second {};
};

CarrierWords idle_words(const Ui& ui, const CarrierView& carrier)
{
    if (!carrier.place)
        return {ui.tr("sync.put_in"), ui.tr("sync.put_in_advice")};
    if (!carrier.others)
        return {ui.tr("sync.alone"), ui.tr("sync.alone_advice")};
    const Values count {{"count", std::to_string(carrier.waiting)}};
    return carrier.waiting > 0
        ? CarrierWords {ui.tr("sync.ready"), ui.tr("sync.ready_waiting", count)}
        : CarrierWords {ui.tr("sync.ready"), ui.tr("sync.nothing_waits")};
}

CarrierWords carrier_words(const Ui& ui, const CarrierView& carrier)
{
    using State = CarrierView::State;
    const Values counts {
        {"done", std::to_string(carrier.done)}, {"total", std::to_string(carrier.total)}};
    switch (carrier.state) {
    case State::Exporting:
    case State::Importing: {
        const std::string left = carrier.left_s > 0
            ? ui.tr("sync.time_left", {{"duration", said_duration(ui, carrier.left_s * 1000)}})
            : std::string();
        const bool out = carrier.state == State::Exporting;
        return {ui.tr(key_of(carrier, out ? "exporting" : "importing")),
            ui.tr(out ? "sync.of_changes" : "sync.checking", counts), left};
    }
    case State::Exported:
        return {ui.tr(key_of(carrier, "exported")), ui.tr("sync.all_changes", counts),
            ui.tr(key_of(carrier, "exported_advice"))};
    case State::Stopped:
        return {ui.tr("sync.stopped"), ui.tr("sync.stopped_advice")};
    case State::Failed:
        return {ui.tr("sync.failed"),
            carrier.failure ? ui.tr(carrier.failure->key, carrier.failure->values) : std::string()};
    case State::None:
    case State::Ready:
        break;
    }
    return idle_words(ui, carrier);
}

void draw_carrier_words(Ui& ui, const Rect& rect, const CarrierWords& words)
{
    const Theme& theme = ui.theme();
    const TextStyle line = type::body.with_line(30);
    if (words.second.empty()) {
        const float title = measure(ui, words.title, type::heading, rect.w, 2).h;
        const float first = measure(ui, words.first, type::body, rect.w, 3).h;
        Rect block = rect.centred({rect.w, title + 4 + first});
        text(ui, block.cut_top(title, 4), words.title,
            {.style = type::heading, .color = theme.ink, .lines = Lines::Wrap, .max_lines = 2});
        text(ui, block, marked_runs(words.first),
            {.color = theme.ink2, .lines = Lines::Wrap, .max_lines = 3});
        return;
    }
    Rect block = rect.centred({rect.w, 36 + 8 + 30 + 30});
    text(ui, block.cut_top(36, 8), words.title, {.style = type::heading, .color = theme.ink});
    text(ui, block.cut_top(30), marked_runs(words.first),
        {.style = line, .color = theme.ink, .digits = Digits::Tabular});
    text(ui, block, marked_runs(words.second), {.style = line, .color = theme.ink});
}

struct CameRow {
    Icon icon;
    const char* key;
    std::int64_t count;
};

void draw_came_row(Ui& ui, const Rect& row, const CameRow& look)
{
    const Theme& theme = ui.theme();
    rule(ui, {row.x, row.y}, row.w, theme.line);
    Rect inside = row.inset({.top = 1, .right = 19, .left = padding});
    icon(ui, inside.cut_left(28, 16), look.icon, 28, theme.ink2);
    text(ui, inside, ui.tr(look.key), {.color = theme.ink});
    text(ui, inside, std::to_string(look.count),
        {.style = type::cell,
            .color = theme.ink,
            .align = Align::Right,
            .digits = Digits::Tabular});
}

/// What is left to do about it: nothing, or a choice, or one that is missing.
bool draw_came_end(Ui& ui, const Rect& row, const CameIn& last)
{
    const bool chooses = last.conflicts > 0;
    const Family& tones = chooses || last.held > 0 ? ui.theme().ambers : ui.theme().greens;
    const Values values {{"count", std::to_string(last.changes)},
        {"conflicts", std::to_string(last.conflicts)}, {"held", std::to_string(last.held)},
        {"device", last.held_from}};
    const std::string words = ui.tr(chooses ? "sync.came_with_conflicts"
            : last.held > 0                 ? "sync.came_held"
            : last.changes == 0             ? "sync.came_nothing_new"
                                            : "sync.came_whole",
        values);
    const Press pressed
        = press(ui, "sync.came_end", row, words, chooses ? Enabled::Yes : Enabled::No);
    fill(ui, row, tones.tint, radius::card - 1, Corners::Bottom);
    rule(ui, {row.x, row.y}, row.w, tones.line);
    Rect inside = row.inset({.top = 1, .right = padding, .left = padding});
    icon(ui, inside.cut_left(24, 12),
        chooses             ? icons::rule
            : last.held > 0 ? icons::hourglass_empty
                            : icons::verified,
        24, tones.ink);
    if (chooses)
        icon(ui, inside.cut_right(24, 8), icons::chevron_right, 24, tones.ink);
    text(ui, inside, words, {.color = tones.ink});
    return pressed.released;
}

float row_height_of(Ui& ui, const NotTaken& file, float width)
{
    const std::string reason = not_taken_reason(ui, file.reason);
    return 14 + 28 + measure(ui, reason, type::body, width - 2 * padding - 28 - 16).h + 17;
}

bool draw_not_taken(
    Ui& ui, const WidgetId& id, const Rect& row, const NotTaken& file, Corners corners)
{
    const Family& tones = ui.theme().reds;
    const std::string title = not_taken_title(ui, file);
    const Press pressed = press(ui, id, row, title);
    fill(ui, row, tones.tint, radius::card - 1, corners);
    rule(ui, {row.x, row.y}, row.w, tones.line);
    Rect inside = row.inset({.top = 15, .right = 19, .left = padding});
    icon(ui, inside.cut_left(28, 16).cut_top(28), icons::error, 28, tones.ink);
    text(ui, inside.cut_top(28), title, {.style = type::label, .color = tones.ink});
    text(ui, inside, not_taken_reason(ui, file.reason),
        {.color = tones.ink, .place = Place::Top, .lines = Lines::Wrap});
    return pressed.released;
}

} // namespace

std::string not_taken_reason(const Ui& ui, const Error& reason)
{
    constexpr std::string_view of_files = "bundle.";
    if (reason.key.starts_with(of_files)) {
        const std::string shorter = "sync_why." + reason.key.substr(of_files.size());
        if (ui.strings().has(shorter))
            return ui.tr(shorter);
    }
    return ui.tr(reason.key, reason.values);
}

std::string not_taken_title(const Ui& ui, const NotTaken& refused)
{
    if (refused.entries > 0)
        return ui.tr("sync.entries_of",
            {{"device", refused.device}, {"count", std::to_string(refused.entries)}});
    return refused.device.empty() ? refused.file
                                  : ui.tr("sync.bundle_of", {{"device", refused.device}});
}

std::string place_title(const Ui& ui, const ExportPlace& place)
{
    const std::string name = place.name.empty() ? place.folder.filename().string() : place.name;
    if (place.kind == ExportPlace::Kind::Stick)
        return name.starts_with("USB") ? name : ui.tr("sync.stick", {{"name", name}});
    return place.kind == ExportPlace::Kind::Documents ? ui.tr("export.documents")
                                                      : ui.tr("sync.folder", {{"name", name}});
}

CarrierTouch carrier_card(Ui& ui, const Rect& rect, const CarrierView& carrier)
{
    CarrierTouch touch;
    Rect inside = card(ui, rect).inset(stroke::card);
    draw_carrier_head(ui, inside.cut_top(64), carrier);
    Rect foot = inside.cut_bottom(80);
    rule(ui, {inside.x, inside.y}, inside.w, ui.theme().line);
    rule(ui, {foot.x, foot.y}, foot.w, ui.theme().line);
    Rect middle = inside.inset({.top = 1, .right = padding, .left = padding});
    draw_carrier_mark(ui, middle.cut_left(ring_px, 24).centred({ring_px, ring_px}), carrier);
    draw_carrier_words(ui, middle, carrier_words(ui, carrier));

    foot = foot.inset({.top = 1, .right = 19, .left = padding});
    const bool busy = copies(carrier);
    const std::string label = ui.tr(busy ? "sync.stop" : "sync.choose_place");
    const ButtonLook look {.icon = busy ? icons::stop : icons::folder};
    const float width = button_width(ui, label, look);
    const Rect at = foot.cut_right(width, 16).centred({width, button_height});
    const bool pressed = button(ui, busy ? "sync.stop" : "sync.choose", at, label, look).released;
    (busy ? touch.stop : touch.choose) = pressed;
    text(ui, foot, ui.tr(key_of(carrier, "pull_out")),
        {.style = type::body.with_line(26), .color = ui.theme().ink, .lines = Lines::Wrap});
    return touch;
}

bool came_in_card(Ui& ui, const Rect& rect, const std::optional<CameIn>& last)
{
    const Theme& theme = ui.theme();
    Rect inside = card(ui, rect).inset(stroke::card);
    Rect head = inside.cut_top(header_height).inset({.right = padding, .left = padding});
    if (last) {
        const std::string from = ui.tr(
            "sync.from_at", {{"device", last->from}, {"when", short_when(ui, last->at_ms)}});
        const float width = std::min(head.w - 200, text_width(ui, from, type::caption) + 2);
        text(ui, head.cut_right(width, 12), from,
            {.style = type::caption, .color = theme.ink2, .align = Align::Right});
    }
    text(ui, head, ui.tr("sync.came_in"), {.style = type::name, .color = theme.ink});
    if (!last) {
        rule(ui, {inside.x, inside.y}, inside.w, theme.line);
        (void)empty_state(ui, "sync.nothing_came", inside,
            {.icon = icons::devices,
                .title = ui.tr("sync.nothing_came"),
                .advice = ui.tr("sync.nothing_came_advice")})
            .released;
        return false;
    }
    const bool chosen = draw_came_end(ui, inside.cut_bottom(44), *last);
    std::vector<CameRow> rows {{icons::how_to_reg, "sync.check_ins", last->check_ins},
        {icons::edit_note, "sync.entries", last->entries},
        {icons::assignment_turned_in, "sync.tasks", last->tasks}};
    if (last->others > 0)
        rows.push_back({icons::more_horiz, "sync.other_changes", last->others});
    ScrollScope list(ui, "sync.came", inside);
    Rect row {inside.x, list.top(), inside.w,
        std::max(48.0F, inside.h / static_cast<float>(rows.size()))};
    for (const CameRow& look : rows) {
        draw_came_row(ui, row, look);
        row = row.moved(0, row.h);
    }
    list.content(row.y - list.top());
    return chosen;
}

float not_taken_height(Ui& ui, float width, const std::vector<NotTaken>& refused)
{
    constexpr float least = 172;
    float height = header_height + 2 * stroke::card;
    for (const NotTaken& one : refused)
        height += row_height_of(ui, one, width - 2 * stroke::card);
    return std::max(least, height);
}

const NotTaken* not_taken_card(Ui& ui, const Rect& rect, const std::vector<NotTaken>& refused)
{
    const Theme& theme = ui.theme();
    Rect inside = card(ui, rect).inset(stroke::card);
    Rect head = inside.cut_top(header_height).inset({.right = padding, .left = padding});
    const std::string title = ui.tr("sync.not_taken");
    const float width = text_width(ui, title, type::name);
    if (!refused.empty()) {
        badge(ui, {head.x + width + 12, head.y, 100, head.h}, std::to_string(refused.size()),
            Align::Left);
        text(ui, head, short_when(ui, refused.front().at_ms),
            {.style = type::caption, .color = theme.ink2, .align = Align::Right});
    }
    text(ui, head, title, {.style = type::name, .color = theme.ink});
    if (refused.empty()) {
        rule(ui, {inside.x, inside.y}, inside.w, theme.line);
        Rect words = inside.inset({.top = 1, .right = padding, .left = padding});
        icon(ui, words.cut_left(28, 16), icons::check_circle, 28, theme.greens.solid);
        text(ui, words, ui.tr("sync.all_taken"),
            {.color = theme.ink2, .lines = Lines::Wrap, .max_lines = 3});
        return nullptr;
    }
    const NotTaken* touched = nullptr;
    ScrollScope list(ui, "sync.not_taken", inside);
    Rect row {inside.x, list.top(), inside.w, 0};
    for (std::size_t i = 0; i < refused.size(); ++i) {
        row.h = row_height_of(ui, refused[i], inside.w);
        if (refused.size() == 1)
            row.h = std::max(row.h, inside.h);
        if (draw_not_taken(ui, {"sync.refused", i}, row, refused[i],
                refused.size() == 1 ? Corners::Bottom : Corners::None))
            touched = &refused[i];
        row = row.moved(0, row.h);
    }
    list.content(row.y - list.top());
    return touched;
}

} // namespace chibo
