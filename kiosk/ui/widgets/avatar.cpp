#include "ui/widgets/avatar.h"

#include <cstddef>

#include "meeting/names.h"
#include "ui/text.h"
#include "ui/ui.h"

namespace chibo {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

/// Where the last `count` words begin; 0 where there are no more.
std::size_t last_words(std::string_view name, int count)
{
    std::size_t at = name.size();
    while (at > 0) {
        const std::size_t space = name.rfind(' ', at - 1);
        if (space == std::string_view::npos)
            return 0;
        if (--count == 0)
            return space + 1;
        at = space;
    }
    return 0;
}

TextStyle letters_for(float side)
{
    const float size = side >= 120 ? 42 : side >= 80 ? 28 : side >= 64 ? 24 : side >= 56 ? 20 : 18;
    return {size, 28, Weight::SemiBold};
}

} // namespace

NameViews name_lines(std::string_view name)
{
    const std::size_t at = last_words(name, 2);
    return {name.substr(0, at > 0 ? at - 1 : 0), name.substr(at)};
}

std::string kept_together(std::string_view name)
{
    const std::size_t at = last_words(name, 2);
    std::string kept;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == ' ' && i + 1 != at)
            kept += no_break_space;
        else
            kept += name[i];
    }
    return kept;
}

Portrait portrait(std::string_view name, int number)
{
    return {.initials = name_initials(name), .number = number};
}

void avatar(Ui& ui, const Rect& square, const Portrait& person)
{
    if (person.photo.texture != 0) {
        image(ui, square, person.photo, square.w / 2);
        return;
    }
    const AvatarTint tint = Theme::avatar(person.number);
    disc(ui, square.centre(), square.w / 2, tint.fill);
    text(ui, square, person.initials,
        {.style = letters_for(square.w), .color = tint.ink, .align = Align::Centre});
}

} // namespace chibo
