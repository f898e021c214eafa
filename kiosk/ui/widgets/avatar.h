// A person's face: the photo, or initials on a tint chosen by the member's number.
#pragma once

#include <string>
#include <string_view>

#include "ui/draw.h"

namespace chibo {

class Ui;

/// What stands for a person in rows and tiles.
struct Portrait {
    std::string initials;
    int number = 0; // Picks the tint.
    ImageRef photo {};
};

[[nodiscard]] Portrait portrait(std::string_view name, int number);
/// The family part and the last two words, the only place where a name may break: "Hoàng Thị",
/// "Ngọc Ánh". Views into the name, so that a search's marks are found again.
struct NameViews {
    std::string_view family;
    std::string_view given;
};
[[nodiscard]] NameViews name_lines(std::string_view name);
/// With no-break spaces but at that place, for names in running text.
[[nodiscard]] std::string kept_together(std::string_view name);

/// A circle as wide as the rectangle: 40, 48, 64, 80 or 120.
void avatar(Ui& ui, const Rect& square, const Portrait& person);

} // namespace chibo
