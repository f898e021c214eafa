#include "ui/screens/screens.h"

#include <algorithm>
#include <functional>
#include <map>

#include "ui/app.h"
#include "ui/screens/placeholder.h"

namespace chibo {

namespace {

using Maker = std::function<std::unique_ptr<Screen>(const Destination&, App&)>;

/// One line a screen, by name.
const std::map<std::string_view, Maker>& makers()
{
    static const std::map<std::string_view, Maker> all {
        {"home",
            [](const Destination& to, App&) { return std::make_unique<PlaceholderScreen>(to); }},
    };
    return all;
}

} // namespace

std::unique_ptr<Screen> make_screen(const Destination& destination, App& app)
{
    const auto found = makers().find(destination.screen);
    return found == makers().end() ? nullptr : found->second(destination, app);
}

std::vector<std::string_view> screen_names()
{
    std::vector<std::string_view> names;
    for (const auto& [name, maker] : makers())
        names.push_back(name);
    return names;
}

} // namespace chibo
