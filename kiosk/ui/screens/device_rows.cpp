#include "ui/screens/device_rows.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "meeting/dates.h"
#include "ui/scroll.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/rows.h"

namespace chibo {
namespace {

constexpr float icon_px = 32;
constexpr float name_column = 220; // Of a flat row, as in the picture.

bool in_step(const Device& device)
{
    return !device.withdrawn && (device.own || (device.heard_at_ms && device.in_step()));
}

/// "đồng hồ nhanh 1 giây"
std::string clock_words(const Ui& ui, const Device& device)
{
    const std::int64_t off_ms = device.clock_off_ms.value_or(0);
    if (std::abs(off_ms) < 500)
        return ui.tr("sync.clock_agrees");
    return ui.tr(off_ms > 0 ? "sync.clock_ahead" : "sync.clock_behind",
        {{"duration", said_duration(ui, off_ms)}});
}

std::string second_line(const Ui& ui, const Device& device)
{
    if (device.own)
        return ui.tr("sync.clock_is_measure");
    if (device.withdrawn)
        return ui.tr("sync.withdrawn_advice");
    if (!device.heard_at_ms)
        return ui.tr("sync.never_heard");
    if (device.newer_program)
        return ui.tr("sync.newer_program");
    return ui.tr("sync.exchanged",
        {{"when", short_when(ui, *device.heard_at_ms)}, {"clock", clock_words(ui, device)}});
}

/// What stands at the right end of a flat row.
std::string flat_words(const Ui& ui, const Device& device)
{
    if (device.own)
        return ui.tr("sync.clock_off", {{"duration", said_duration(ui, 0)}});
    if (!device.heard_at_ms)
        return ui.tr("sync.never_heard");
    if (!in_step(device))
        return ui.tr("sync.last_heard", {{"when", short_when(ui, *device.heard_at_ms)}});
    return ui.tr(
        "sync.clock_off", {{"duration", said_duration(ui, device.clock_off_ms.value_or(0))}});
}

struct DeviceChip {
    std::string words;
    ChipLook look;
};

DeviceChip chip_of(const Ui& ui, const Device& device, DeviceRows rows)
{
    if (device.withdrawn)
        return {ui.tr("sync.withdrawn"), {.tone = Tone::Red, .icon = icons::cancel}};
    const std::string waiting = std::to_string(device.waiting_to_go);
    if (device.own && rows == DeviceRows::Tall)
        return {ui.tr("sync.changes", {{"count", std::to_string(device.entries)}}),
            {.tone = Tone::Neutral, .icon = icons::assignment_turned_in}};
    if (in_step(device))
        return {ui.tr("sync.in_step"), {.tone = Tone::Green, .icon = icons::check_circle}};
    if (device.waiting_to_go == 0)
        return {ui.tr("sync.missing", {{"count", std::to_string(device.missing_here)}}),
            {.tone = Tone::Amber, .icon = icons::hourglass_empty}};
    if (rows == DeviceRows::Flat)
        return {ui.tr("sync.offline_waiting", {{"count", waiting}}),
            {.tone = Tone::Neutral, .icon = icons::cloud_off}};
    return {ui.tr("sync.waiting", {{"count", waiting}}),
        {.tone = Tone::Amber, .icon = icons::file_upload}};
}

void draw_tall(Ui& ui, Rect inside, const Device& device)
{
    const Theme& theme = ui.theme();
    const DeviceChip state = chip_of(ui, device, DeviceRows::Tall);
    const float width = chip_width(ui, state.words, state.look);
    chip(ui, {inside.right() - width, inside.y + (inside.h - 36) / 2}, state.words, state.look);
    inside.cut_right(width, 16);
    const TextStyle small = type::caption.with_line(24);
    const std::string second = second_line(ui, device);
    const bool two = ui.is_slim() && text_width(ui, second, small) > inside.w;
    Rect lines = inside.centred({inside.w, two ? 76.0F : 52.0F});
    text(ui, lines.cut_top(28), device_title(ui, device),
        {.style = type::label, .color = theme.ink});
    text(ui, lines, second,
        {.style = small,
            .color = theme.ink2,
            .lines = two ? Lines::Wrap : Lines::One,
            .max_lines = 2});
}

void draw_flat(Ui& ui, Rect inside, const Device& device)
{
    const Theme& theme = ui.theme();
    const DeviceChip state = chip_of(ui, device, DeviceRows::Flat);
    const float width = chip_width(ui, state.words, state.look);
    const float name = std::min(name_column, std::max(100.0F, inside.w - width - 8));
    text(ui, inside.cut_left(name), device_title(ui, device),
        {.style = type::label, .color = theme.ink});
    chip(ui, {inside.x, inside.y + (inside.h - 36) / 2}, state.words, state.look);
    inside.cut_left(width, 12);
    const std::string words = flat_words(ui, device);
    if (text_width(ui, words, type::caption) <= inside.w)
        text(ui, inside, words,
            {.style = type::caption, .color = theme.ink2, .align = Align::Right});
}

bool device_row(Ui& ui, const Rect& row, const Device& device, DeviceRows rows)
{
    const Press pressed
        = press(ui, {"sync.device", device.id}, row, device_title(ui, device), Enabled::Yes);
    row_ground(ui, row, {.pressed = pressed.down});
    Rect inside = row.inset({.top = 1, .right = 20, .left = 20});
    const Color color = in_step(device) ? ui.theme().greens.solid : ui.theme().ink2;
    icon(ui, inside.cut_left(icon_px, rows == DeviceRows::Tall ? 16 : 12), icons::tv, icon_px,
        color);
    if (rows == DeviceRows::Tall)
        draw_tall(ui, inside, device);
    else
        draw_flat(ui, inside, device);
    return pressed.released;
}

} // namespace

std::vector<Device> read_device_list(const Record& record)
{
    std::vector<Device> devices = read_devices(record);
    std::int64_t whole = 0;
    for (const Device& device : devices)
        whole += device.entries;
    for (Device& device : devices)
        device.entries = device.own ? whole : device.entries;
    // Among the others, whoever was heard of last comes first.
    std::ranges::stable_sort(devices, [](const Device& a, const Device& b) {
        if (a.own != b.own || a.withdrawn.has_value() != b.withdrawn.has_value())
            return a.own > b.own || (a.own == b.own && !a.withdrawn && b.withdrawn);
        return a.heard_at_ms.value_or(0) > b.heard_at_ms.value_or(0);
    });
    return devices;
}

float device_row_height(const Ui& ui, DeviceRows rows)
{
    if (rows == DeviceRows::Flat)
        return 64;
    return ui.is_slim() ? 104 : 80; // The second line may take two.
}

float device_card_height(const Ui& ui, DeviceRows rows, std::size_t count)
{
    return device_header_height + device_row_height(ui, rows) * static_cast<float>(count)
        + 2 * stroke::card;
}

DeviceCardTouch device_card(
    Ui& ui, const Rect& rect, const std::vector<Device>& devices, DeviceRows rows)
{
    DeviceCardTouch touch;
    Rect inside = card(ui, rect).inset(stroke::card);
    Rect head = inside.cut_top(device_header_height);
    const bool tall = rows == DeviceRows::Tall;
    const ButtonLook look {
        .kind = ButtonKind::Text, .icon = icons::add, .style = tall ? type::label : type::button};
    const std::string add = ui.tr("sync.add_device");
    const float width = button_width(ui, add, look);
    head.cut_right(tall ? 8 : 4);
    touch.add = button(ui, "sync.add_device", head.cut_right(width, 8), add, look).released;
    head.cut_left(20);
    text(ui, head, ui.tr("sync.devices"), {.style = type::name, .color = ui.theme().ink});
    ScrollScope list(ui, tall ? "sync.devices.tall" : "sync.devices.flat", inside);
    Rect row {inside.x, list.top(), inside.w, device_row_height(ui, rows)};
    for (const Device& device : devices) {
        if (list.shows(row) && device_row(ui, row, device, rows))
            touch.device = device.id;
        row = row.moved(0, row.h);
    }
    list.content(row.y - list.top());
    return touch;
}

std::string device_title(const Ui& ui, const Device& device)
{
    if (!device.own)
        return device.name;
    // "Máy thư ký" is "Máy này (thư ký)" on itself.
    const std::string machine = ui.tr("sync.machine") + " ";
    const std::string bare
        = device.name.starts_with(machine) ? device.name.substr(machine.size()) : device.name;
    return ui.tr("sync.this_device", {{"name", bare}});
}

std::string short_when(const Ui& ui, UnixMs at)
{
    const bool today = date_of(at) == date_of(ui.clock().now_ms());
    return today ? hm(at) : dm(date_of(at));
}

std::string said_duration(const Ui& ui, std::int64_t ms)
{
    constexpr std::int64_t second = 1000;
    constexpr std::int64_t minute = 60 * second;
    constexpr std::int64_t hour = 60 * minute;
    constexpr std::int64_t day = 24 * hour;
    const std::int64_t whole = std::abs(ms);
    const auto said = [&](const char* key, std::int64_t unit) {
        return ui.tr(key, {{"count", std::to_string((whole + unit / 2) / unit)}});
    };
    if (whole < 100 * second)
        return said("sync.seconds", second);
    if (whole < 100 * minute)
        return said("sync.minutes", minute);
    if (whole < 36 * hour)
        return said("sync.hours", hour);
    return said("sync.days", day);
}

} // namespace chibo
