// The devices of a cell, as the sync screen and the conflict desk list them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "record/devices_queries.h"
#include "ui/touch.h"

namespace chibo {

class Ui;

/// As read_devices, but whoever was heard of last comes first, and the own line counts the entries
/// of the whole record.
[[nodiscard]] std::vector<Device> read_device_list(const Record& record);

enum class DeviceRows {
    Tall, // Two lines, 80 high.
    Flat, // One line, 64 high.
};

inline constexpr float device_header_height = 64;
[[nodiscard]] float device_row_height(const Ui& ui, DeviceRows rows);

struct DeviceCardTouch {
    std::optional<DeviceId> device;
    bool add = false;
};
/// A card with "Thêm thiết bị" in its header; the rows scroll where they are too many.
DeviceCardTouch device_card(
    Ui& ui, const Rect& rect, const std::vector<Device>& devices, DeviceRows rows);
/// Its height with so many rows.
[[nodiscard]] float device_card_height(const Ui& ui, DeviceRows rows, std::size_t count);

/// "Máy này (thư ký)", "Máy chủ trì".
[[nodiscard]] std::string device_title(const Ui& ui, const Device& device);
/// "08:52", or the day where it was not today.
[[nodiscard]] std::string short_when(const Ui& ui, UnixMs at);
/// "1 giây", "12 phút", "3 giờ", "2 ngày".
[[nodiscard]] std::string said_duration(const Ui& ui, std::int64_t ms);

} // namespace chibo
