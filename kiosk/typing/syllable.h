// Which letters can stand in one Vietnamese syllable, and which of them carries the tone.
#pragma once

#include <cstddef>
#include <span>

#include "meeting/letters.h"
#include "typing/typing_options.h"

namespace chibo {

/// Letters past this many are no syllable: nghiêng has seven, the most that there are.
inline constexpr std::size_t longest_syllable = 8;

/// How far letters go towards a syllable.
enum class Fit {
    None, // No syllable begins so.
    Prefix, // More letters, marks or a tone may make it one: tieng, viêt.
    Begun, // More letters alone may make it one: tiế.
    Full, // A syllable as it stands.
};

/// Letters that have no mark yet count as any letter they may become ("tieng" is a prefix of
/// "tiêng"). The tone is given apart; tones in the letters are not looked at.
[[nodiscard]] Fit fit(std::span<const Letter> letters, ToneMark tone);

/// The place of the letter that carries the tone; letters.size() where there is no vowel.
[[nodiscard]] std::size_t tone_place(std::span<const Letter> letters, ToneStyle style);

/// A complete initial consonant, as in như or trư: after it `w` alone is ư.
[[nodiscard]] bool is_initial(std::span<const Letter> letters);

} // namespace chibo
