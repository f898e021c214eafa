// Every colour, type style, radius, stroke and duration of the interface (ui specification, section
// 2). Screens and widgets name these and no number of their own for them.
#pragma once

#include <array>

#include "ui/color.h"

namespace chibo {

enum class Weight { Regular, SemiBold };

/// A type style: CSS size and line height in logical pixels, and weight.
struct TextStyle {
    float size = 20;
    float line = 28;
    Weight weight = Weight::Regular;

    bool operator==(const TextStyle&) const = default;
    [[nodiscard]] constexpr TextStyle bold() const { return {size, line, Weight::SemiBold}; }
    [[nodiscard]] constexpr TextStyle regular() const { return {size, line, Weight::Regular}; }
    [[nodiscard]] constexpr TextStyle with_line(float height) const
    {
        return {size, height, weight};
    }
    [[nodiscard]] constexpr TextStyle with_size(float px) const { return {px, line, weight}; }
};

namespace type {
inline constexpr TextStyle display_xl {104, 128, Weight::SemiBold};
inline constexpr TextStyle display {100, 108, Weight::SemiBold};
inline constexpr TextStyle timer {42, 50, Weight::SemiBold};
inline constexpr TextStyle counter {48, 56, Weight::SemiBold};
inline constexpr TextStyle title_l {40, 52, Weight::SemiBold};
inline constexpr TextStyle title {34, 44, Weight::SemiBold};
inline constexpr TextStyle heading {26, 36, Weight::SemiBold};
inline constexpr TextStyle clock {32, 40, Weight::SemiBold};
inline constexpr TextStyle cell {24, 32, Weight::SemiBold}; // The cell's name in the top bar.
inline constexpr TextStyle name {22, 30, Weight::SemiBold};
inline constexpr TextStyle button {22, 28, Weight::SemiBold};
inline constexpr TextStyle button_xl {24, 28, Weight::SemiBold};
inline constexpr TextStyle button_xxl {26, 28, Weight::SemiBold};
inline constexpr TextStyle field {22, 28, Weight::Regular};
inline constexpr TextStyle body {20, 28, Weight::Regular};
inline constexpr TextStyle label {20, 28, Weight::SemiBold};
inline constexpr TextStyle caption {18, 26, Weight::Regular};
inline constexpr TextStyle caption_bold {18, 26, Weight::SemiBold};
inline constexpr TextStyle chip {18, 24, Weight::SemiBold};
inline constexpr TextStyle rail {18, 24, Weight::Regular};
} // namespace type

/// The four tones of one meaning: solid fill, tint, line on the tint, ink on the tint.
struct Family {
    Color solid;
    Color tint;
    Color line;
    Color ink;
};

/// What a family means (ui specification, 2.1): Green done, Amber attention, Red overdue or failed,
/// Blue guest or information, Gold conclusion or privacy, Neutral the rest.
enum class Tone { Neutral, Green, Amber, Red, Blue, Gold };

struct AvatarTint {
    Color fill;
    Color ink;
};

struct Theme {
    Color paper = rgb(0xF6F3EC);
    Color sunk = rgb(0xEEE9DE);
    Color card = rgb(0xFFFFFF);
    Color part = rgb(0xFAF8F3);
    Color pad = rgb(0xFCFBF8); // The signature pad's paper.
    Color ink = rgb(0x1E2227);
    Color ink2 = rgb(0x4A525C);
    Color line = rgb(0xDDD6C8);
    Color edge = rgb(0x8A8272);
    Color red = rgb(0xA3211D);
    Color red_press = rgb(0x7F1815);
    Color on_red = rgb(0xFFFFFF); // Text on a solid fill.
    Color mark = rgb(0xF6DFA4);
    Color ring_track = rgb(0xE8E1D3);
    Color dim = rgb(0x1E1812).with_alpha(0.55F);
    Color signature = rgb(0x1B3A6B);
    Color star = rgb(0xF0C25A); // The star of the mark.
    Color toast_edge = rgb(0x7C838C); // The border of a button on the ink bar.
    Color keyboard = rgb(0xE4DED1);
    Color key_foot = rgb(0xC6BDA9);
    Color key_vowel = rgb(0xFDF6E6);
    Color key_vowel_foot = rgb(0xDCC694);
    Color key_tone_foot = rgb(0xB4C9E2);
    Color key_function = rgb(0xD3CBBA);
    Color key_function_foot = rgb(0xB4AA95);

    Family reds {rgb(0xA3211D), rgb(0xF9E9E6), rgb(0xE3B9B3), rgb(0x8A1B18)};
    Family golds {rgb(0xC2903A), rgb(0xF7EEDA), rgb(0xE2CB98), rgb(0x6B4A0C)};
    Family greens {rgb(0x1F7A4D), rgb(0xE2F1E8), rgb(0xA9D3BC), rgb(0x145A37)};
    Family ambers {rgb(0xB25E09), rgb(0xFBEDD9), rgb(0xE8C08E), rgb(0x7A3F04)};
    Family blues {rgb(0x1F5FA8), rgb(0xE4EDF7), rgb(0xAEC8E4), rgb(0x174A85)};
    Family neutrals {rgb(0x4A525C), rgb(0xEEE9DE), rgb(0xDDD6C8), rgb(0x4A525C)};

    float card_stroke = 1; // 2 where contrast is high.
    bool high_contrast = false;

    [[nodiscard]] const Family& family(Tone tone) const;
    /// A fill and ink for a person's initials, by member number.
    [[nodiscard]] static AvatarTint avatar(int member_number);
};

/// The theme of the light screens; "Tương phản cao" makes papers white and secondary ink black.
[[nodiscard]] Theme light_theme();
[[nodiscard]] Theme high_contrast_theme();

namespace radius {
inline constexpr float bar = 4;
inline constexpr float key = 10;
inline constexpr float button = 12;
inline constexpr float card = 16;
inline constexpr float sheet = 24;
} // namespace radius

namespace stroke {
inline constexpr float card = 1;
inline constexpr float button = 2;
inline constexpr float caret = 3;
inline constexpr float focus = 3;
inline constexpr float marker = 6;
} // namespace stroke

namespace space {
inline constexpr float s1 = 8;
inline constexpr float s2 = 16;
inline constexpr float s3 = 24;
inline constexpr float s4 = 32;
inline constexpr float margin_x = 24; // Of the work area, left and right.
inline constexpr float margin_y = 16;
inline constexpr float rail = 128;
inline constexpr float top_bar = 80;
inline constexpr float bottom_bar = 88; // The rail in portrait.
inline constexpr float touch = 64; // The least a finger can be asked to hit.
} // namespace space

/// Durations in milliseconds (ui specification, 4); all are 0 where motion is reduced.
namespace duration {
inline constexpr int release = 80;
inline constexpr int sheet_in = 180;
inline constexpr int sheet_out = 120;
inline constexpr int tile = 160;
inline constexpr int ring = 240;
inline constexpr int reorder = 160;
inline constexpr int toast_in = 160;
inline constexpr int toast_out = 120;
} // namespace duration

} // namespace chibo
