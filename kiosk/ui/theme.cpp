#include "ui/theme.h"

#include <cstddef>

namespace chibo {

const Family& Theme::family(Tone tone) const
{
    switch (tone) {
    case Tone::Green:
        return greens;
    case Tone::Amber:
        return ambers;
    case Tone::Red:
        return reds;
    case Tone::Blue:
        return blues;
    case Tone::Gold:
        return golds;
    case Tone::Neutral:
        break;
    }
    return neutrals;
}

AvatarTint Theme::avatar(int member_number)
{
    static constexpr std::array<AvatarTint, 7> tints {{
        {rgb(0xE9E1CF), rgb(0x57431A)},
        {rgb(0xF1DAD6), rgb(0x7A1F1B)},
        {rgb(0xDDE5EF), rgb(0x1E436E)},
        {rgb(0xDBE8DD), rgb(0x1F4B34)},
        {rgb(0xE6E0EE), rgb(0x4B3A70)},
        {rgb(0xF2E2CC), rgb(0x6B4012)},
        {rgb(0xD9E8E8), rgb(0x164A4C)},
    }};
    return tints.at(static_cast<std::size_t>(((member_number % 7) + 7) % 7));
}

Theme light_theme()
{
    return {};
}

Theme high_contrast_theme()
{
    Theme theme;
    theme.paper = theme.card;
    theme.part = theme.card;
    theme.pad = theme.card;
    theme.ink2 = theme.ink;
    theme.edge = theme.ink;
    theme.line = theme.ink;
    theme.neutrals.ink = theme.ink;
    theme.neutrals.line = theme.ink;
    for (Family* family : {&theme.reds, &theme.golds, &theme.greens, &theme.ambers, &theme.blues})
        family->line = family->ink;
    theme.card_stroke = 2;
    theme.high_contrast = true;
    return theme;
}

} // namespace chibo
