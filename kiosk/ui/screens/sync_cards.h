// The cards of the sync screen: the stick or folder, what came in last, and what was not taken.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "documents/export_places.h"
#include "meeting/clock.h"
#include "meeting/result.h"
#include "ui/geometry.h"

namespace chibo {

class Ui;

/// Where bundles are written to and read from, and what is under way there.
struct CarrierView {
    enum class State { None, Ready, Exporting, Importing, Exported, Stopped, Failed };
    State state = State::None;
    std::optional<ExportPlace> place {};
    std::int64_t done = 0; // Of `total` entries.
    std::int64_t total = 0;
    std::int64_t left_s = 0; // As far as can be told; 0: not yet.
    std::int64_t waiting = 0; // Entries that some device is not known to have.
    bool others = false; // There is another device.
    std::optional<Error> failure {};
};

/// What the last import brought, in the words of the meeting.
struct CameIn {
    std::string from {};
    UnixMs at_ms = 0;
    std::int64_t changes = 0; // Journal entries.
    std::int64_t check_ins = 0;
    std::int64_t entries = 0;
    std::int64_t tasks = 0;
    std::int64_t others = 0;
    std::int64_t held = 0; // Wait for one that is missing.
    std::int64_t conflicts = 0; // Two versions, still to be chosen from.
    std::string held_from {}; // The device whose entry is missing.
};

/// A file, or entries of a device, that were not taken, and why.
struct NotTaken {
    std::string device {}; // Whose; empty: not known.
    std::string file {}; // Empty: entries.
    Error reason {};
    UnixMs at_ms = 0;
    std::optional<std::int64_t> number {}; // Of a file: for dismiss_exchange.
    int entries = 0; // Of a device, where it is no file.
};
/// "Gói của Máy bảng ở cửa", "Máy bảng ở cửa: 3 thay đổi", or the file's name.
[[nodiscard]] std::string not_taken_title(const Ui& ui, const NotTaken& refused);

/// Short where the title names the file.
[[nodiscard]] std::string not_taken_reason(const Ui& ui, const Error& reason);

struct CarrierTouch {
    bool stop = false;
    bool choose = false; // Another stick, or a folder.
};
[[nodiscard]] CarrierTouch carrier_card(Ui& ui, const Rect& rect, const CarrierView& carrier);
inline constexpr float carrier_card_height = 306;

/// The press is the strip's, which leads to the conflict desk.
[[nodiscard]] bool came_in_card(Ui& ui, const Rect& rect, const std::optional<CameIn>& last);
inline constexpr float came_in_card_height = 294;

/// The newest first; those that have no room scroll. The one that was touched, or nullptr.
[[nodiscard]] const NotTaken* not_taken_card(
    Ui& ui, const Rect& rect, const std::vector<NotTaken>& refused);
/// With all of them in sight, at least the picture's 172.
[[nodiscard]] float not_taken_height(Ui& ui, float width, const std::vector<NotTaken>& refused);

/// "USB chi bộ", "Thư mục Documents".
[[nodiscard]] std::string place_title(const Ui& ui, const ExportPlace& place);

} // namespace chibo
