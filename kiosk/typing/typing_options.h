// How keys become Vietnamese text: a setting of the cell.
#pragma once

namespace chibo {

/// Where the tone of oa, oe and uy stands while no letter follows: hòa, khỏe, thủy (Old: what
/// offices and rosters have) or hoà, khoẻ, thuỷ (New: school books).
enum class ToneStyle { Old, New };

enum class Method {
    Telex, // tieesng
    Vni, // tie6ng1
    Simple, // The letters ă â đ ê ô ơ ư themselves, then a tone key (a combining tone).
};

/// What `w` without a vowel is.
enum class LoneW {
    AfterConsonant, // như by nhw; w at a word's start stays w.
    Anywhere,
};

struct TypingOptions {
    Method method = Method::Telex;
    ToneStyle tones = ToneStyle::Old;
    LoneW lone_w = LoneW::AfterConsonant;

    bool operator==(const TypingOptions&) const = default;
};

} // namespace chibo
