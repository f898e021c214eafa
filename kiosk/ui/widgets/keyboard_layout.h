// Which keys stand in which row of the on-screen keyboard, by kind, page and shape.
#pragma once

#include <string_view>
#include <vector>

#include "ui/icons.h"

namespace chibo {

enum class KeyAction {
    Type, // The characters on it.
    Backspace,
    NewLine,
    Shift,
    Signs, // To the page of digits and signs, and back.
    Method, // Telex, VNI, plain.
    Left,
    Right,
    Today, // The day's date.
    Hide,
    Clear, // The whole field: codes are hidden, so a slip is quicker typed anew than found.
};

enum class KeyLook {
    Letter,
    Vowel,
    Tone,
    Mark, // A digit that gives a tone or a mark (VNI).
    Function,
    Space
};

struct KeySpec {
    KeyAction action = KeyAction::Type;
    char32_t character = 0;
    KeyLook look = KeyLook::Letter;
    float weight = 1; // Its share of the row's width.
    std::string_view word {}; // The key of what is written on it, or beside its letter.
    Icon icon {};
    std::string_view spoken {}; // The key of what an icon alone is called.
};

struct KeyRow {
    float left = 0; // Free space beside the keys, beyond the keyboard's own 12.
    float right = 0;
    std::vector<KeySpec> keys;
};

enum class KeyPage { Letters, Signs };

/// What gives the marks, above the letters: ă â đ ê ô ơ ư and five tone keys, or VNI's digits.
enum class MarkKeys { Letters, Digits };

/// Minutes and other text, with the keys of the marks: five rows, six in portrait.
[[nodiscard]] std::vector<KeyRow> vietnamese_rows(KeyPage page, MarkKeys marks);
[[nodiscard]] std::vector<KeyRow> vietnamese_rows_portrait(KeyPage page, MarkKeys marks);
/// Unlock codes: digits always in reach, nothing that composes. `across`: the width over 1280.
[[nodiscard]] std::vector<KeyRow> code_rows(KeyPage page, float across);

/// What a key gives that is held: its toned and marked forms, most used first; nothing for most.
[[nodiscard]] std::u32string_view held_forms(char32_t character);

} // namespace chibo
