// Every screen by its name.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "ui/screen.h"

namespace chibo {

class App;

/// The screen of a destination; none for a name that is none.
[[nodiscard]] std::unique_ptr<Screen> make_screen(const Destination& destination, App& app);
/// The names that make_screen knows, for `shot` and `--screen`.
[[nodiscard]] std::vector<std::string_view> screen_names();

} // namespace chibo
