#include "ui/screens/screens.h"

#include <algorithm>
#include <functional>
#include <map>

#include "ui/app.h"
#include "ui/screens/check_in_screen.h"
#include "ui/screens/components_screen.h"
#include "ui/screens/opening_screen.h"
#include "ui/screens/placeholder.h"
#include "ui/screens/readback_screen.h"
#include "ui/screens/records_screen.h"
#include "ui/screens/seal_screen.h"

namespace chibo {

namespace {

using Maker = std::function<std::unique_ptr<Screen>(const Destination&, App&)>;

/// One line a screen, by name.
const std::map<std::string_view, Maker>& makers()
{
    static const std::map<std::string_view, Maker> all {
        {"check_in",
            [](const Destination& to, App&) {
                return std::make_unique<CheckInScreen>(to.meeting);
            }},
        {"components",
            [](const Destination&, App&) {
                return std::make_unique<ComponentsScreen>(ComponentsScreen::Page::Looks);
            }},
        {"components_2",
            [](const Destination&, App&) {
                return std::make_unique<ComponentsScreen>(ComponentsScreen::Page::States);
            }},
        {"components_3",
            [](const Destination&, App&) {
                return std::make_unique<ComponentsScreen>(ComponentsScreen::Page::Inputs);
            }},
        {"opening",
            [](const Destination& to, App&) {
                return std::make_unique<OpeningScreen>(to.meeting);
            }},
        {"home",
            [](const Destination& to, App&) { return std::make_unique<PlaceholderScreen>(to); }},
        {"readback",
            [](const Destination& to, App&) {
                return std::make_unique<ReadbackScreen>(to.meeting);
            }},
        {"paper",
            [](const Destination& to, App&) {
                return std::make_unique<SealScreen>(to.meeting, SealScreen::From::Records);
            }},
        {"records", [](const Destination&, App&) { return std::make_unique<RecordsScreen>(); }},
        {"seal",
            [](const Destination& to, App&) { return std::make_unique<SealScreen>(to.meeting); }},
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
