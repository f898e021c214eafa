// Code points of Material Icons that the interface uses (ui specification, 2.5).
#pragma once

namespace chibo {

struct Icon {
    char32_t code = 0;

    bool operator==(const Icon&) const = default;
    [[nodiscard]] explicit operator bool() const { return code != 0; }
};

namespace icons {
inline constexpr Icon add {0xE145};
inline constexpr Icon add_comment {0xE266};
inline constexpr Icon alarm {0xE855};
inline constexpr Icon arrow_back {0xE5C4};
inline constexpr Icon arrow_downward {0xE5DB};
inline constexpr Icon arrow_forward {0xE5C8};
inline constexpr Icon arrow_upward {0xE5D8};
inline constexpr Icon assignment {0xE85D};
inline constexpr Icon assignment_turned_in {0xE862};
inline constexpr Icon backspace {0xE14A};
inline constexpr Icon badge {0xEA67};
inline constexpr Icon build {0xE869};
inline constexpr Icon cancel {0xE5C9};
inline constexpr Icon chat_bubble_outline {0xE0CB};
inline constexpr Icon check {0xE5CA};
inline constexpr Icon check_circle {0xE86C};
inline constexpr Icon chevron_left {0xE5CB};
inline constexpr Icon chevron_right {0xE5CC};
inline constexpr Icon cleaning_services {0xF0FF};
inline constexpr Icon close {0xE5CD};
inline constexpr Icon cloud_done {0xE2BF};
inline constexpr Icon cloud_off {0xE2C1};
inline constexpr Icon description {0xE873};
inline constexpr Icon devices {0xE1B1};
inline constexpr Icon done {0xE876};
inline constexpr Icon drag_indicator {0xE945};
inline constexpr Icon draw {0xE746};
inline constexpr Icon edit {0xE3C9};
inline constexpr Icon edit_note {0xE745};
inline constexpr Icon error {0xE000};
inline constexpr Icon event {0xE878};
inline constexpr Icon event_available {0xE614};
inline constexpr Icon event_busy {0xE615};
inline constexpr Icon expand_less {0xE5CE};
inline constexpr Icon expand_more {0xE5CF};
inline constexpr Icon file_upload {0xE2C6};
inline constexpr Icon flag {0xE153};
inline constexpr Icon folder {0xE2C7};
inline constexpr Icon format_list_numbered {0xE242};
inline constexpr Icon forum {0xE0BF};
inline constexpr Icon functions {0xE24A};
inline constexpr Icon gavel {0xE90E};
inline constexpr Icon groups {0xF233};
inline constexpr Icon help {0xE887};
inline constexpr Icon home {0xE88A};
inline constexpr Icon hourglass_empty {0xE88B};
inline constexpr Icon how_to_reg {0xE174};
inline constexpr Icon how_to_vote {0xE175};
inline constexpr Icon info {0xE88E};
inline constexpr Icon keyboard {0xE312};
inline constexpr Icon keyboard_arrow_left {0xE314};
inline constexpr Icon keyboard_arrow_right {0xE315};
inline constexpr Icon keyboard_hide {0xE31A};
inline constexpr Icon keyboard_return {0xE31B};
inline constexpr Icon language {0xE894};
inline constexpr Icon lock {0xE897};
inline constexpr Icon lock_open {0xE898};
inline constexpr Icon menu {0xE5D2};
inline constexpr Icon mic {0xE029};
inline constexpr Icon more_horiz {0xE5D3};
inline constexpr Icon more_time {0xEA5D};
inline constexpr Icon pan_tool {0xE925};
inline constexpr Icon pause {0xE034};
inline constexpr Icon pending {0xEF64};
inline constexpr Icon person {0xE7FD};
inline constexpr Icon person_add {0xE7FE};
inline constexpr Icon person_search {0xF106};
inline constexpr Icon picture_as_pdf {0xE415};
inline constexpr Icon place {0xE55F};
inline constexpr Icon play_circle_filled {0xE038};
inline constexpr Icon qr_code_scanner {0xF206};
inline constexpr Icon radio_button_unchecked {0xE836};
inline constexpr Icon refresh {0xE5D5};
inline constexpr Icon remove {0xE15B};
inline constexpr Icon report_problem {0xE8B2};
inline constexpr Icon rule {0xF1C2};
inline constexpr Icon schedule {0xE8B5};
inline constexpr Icon search {0xE8B6};
inline constexpr Icon send {0xE163};
inline constexpr Icon settings {0xE8B8};
inline constexpr Icon skip_next {0xE044};
inline constexpr Icon stars {0xE8D0};
inline constexpr Icon stop {0xE047};
inline constexpr Icon swap_horiz {0xE8D4};
inline constexpr Icon task_alt {0xE2E6};
inline constexpr Icon thumb_up {0xE8DC};
inline constexpr Icon timelapse {0xE422};
inline constexpr Icon touch_app {0xE913};
inline constexpr Icon trash {0xE872};
inline constexpr Icon tv {0xE333};
inline constexpr Icon undo {0xE166};
inline constexpr Icon usb {0xE1E0};
inline constexpr Icon verified {0xEF76};
inline constexpr Icon visibility {0xE8F4};
inline constexpr Icon visibility_off {0xE8F5};
inline constexpr Icon warning {0xE002};
inline constexpr Icon zoom_in {0xE8FF};
inline constexpr Icon zoom_out {0xE900};
} // namespace icons

} // namespace chibo
