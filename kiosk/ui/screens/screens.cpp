#include "ui/screens/screens.h"

#include <functional>
#include <map>

#include "ui/app.h"
#include "ui/screens/agenda_screen.h"
#include "ui/screens/check_in_screen.h"
#include "ui/screens/components_screen.h"
#include "ui/screens/conflicts_screen.h"
#include "ui/screens/critique_screen.h"
#include "ui/screens/follow_up_screen.h"
#include "ui/screens/home.h"
#include "ui/screens/member_code_screen.h"
#include "ui/screens/members_screen.h"
#include "ui/screens/minutes_screen.h"
#include "ui/screens/opening_screen.h"
#include "ui/screens/own_page_screen.h"
#include "ui/screens/plan.h"
#include "ui/screens/readback_screen.h"
#include "ui/screens/records_screen.h"
#include "ui/screens/seal_screen.h"
#include "ui/screens/self_critique_screen.h"
#include "ui/screens/settings.h"
#include "ui/screens/sync_screen.h"

namespace chibo {

namespace {

using Maker = std::function<std::unique_ptr<Screen>(const Destination&, App&)>;

Maker components(ComponentsScreen::Page page)
{
    return [page](const Destination&, App&) { return std::make_unique<ComponentsScreen>(page); };
}

/// A screen that is about the destination's meeting.
template <typename AnyScreen> Maker of_meeting()
{
    return [](const Destination& to, App&) { return std::make_unique<AnyScreen>(to.meeting); };
}

Maker own_page(OwnPageScreen::Part part)
{
    return
        [part](const Destination&, App& app) { return std::make_unique<OwnPageScreen>(app, part); };
}

/// One line a screen, by name.
const std::map<std::string_view, Maker>& makers()
{
    static const std::map<std::string_view, Maker> all {
        {"agenda", of_meeting<AgendaScreen>()},
        {"check_in", of_meeting<CheckInScreen>()},
        {"components", components(ComponentsScreen::Page::Looks)},
        {"components_2", components(ComponentsScreen::Page::States)},
        {"components_3", components(ComponentsScreen::Page::Inputs)},
        {"conflicts", [](const Destination&, App&) { return std::make_unique<ConflictsScreen>(); }},
        {"critique", of_meeting<CritiqueScreen>()},
        {"follow_up",
            [](const Destination& to, App&) {
                return std::make_unique<FollowUpScreen>(MemberId::parse(to.detail));
            }},
        {"home", [](const Destination&, App&) { return std::make_unique<HomeScreen>(); }},
        {"member_code",
            [](const Destination& to, App& app) {
                return std::make_unique<MemberCodeScreen>(
                    app, MemberId::parse(to.detail).value_or(MemberId {}));
            }},
        {"members", [](const Destination&, App&) { return std::make_unique<MembersScreen>(); }},
        {"minutes",
            [](const Destination& to, App&) {
                return std::make_unique<MinutesScreen>(to.meeting, ItemId::parse(to.detail));
            }},
        {"opening", of_meeting<OpeningScreen>()},
        {"own_page", own_page(OwnPageScreen::Part::Page)},
        {"own_remarks", own_page(OwnPageScreen::Part::Remarks)},
        {"own_tasks", own_page(OwnPageScreen::Part::Tasks)},
        {"paper",
            [](const Destination& to, App&) {
                return std::make_unique<SealScreen>(to.meeting, SealScreen::From::Records);
            }},
        {"plan", of_meeting<PlanScreen>()},
        {"readback", of_meeting<ReadbackScreen>()},
        {"records", [](const Destination&, App&) { return std::make_unique<RecordsScreen>(); }},
        {"seal", of_meeting<SealScreen>()},
        {"self_critique",
            [](const Destination& to, App& app) {
                return std::make_unique<SelfCritiqueScreen>(app, to.detail);
            }},
        {"settings",
            [](const Destination& to, App& app) {
                return std::make_unique<SettingsScreen>(app, to.detail);
            }},
        {"sync",
            [](const Destination& to, App& app) {
                return std::make_unique<SyncScreen>(
                    app.exchange(), app.session().folder().cost(), to.detail);
            }},
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
