// Where the kiosk stands: screens that open, who came in, and what is there again after a restart.
#include "record/drafts.h"
#include "record/meeting_queries.h"
#include "ui/app.h"
#include "ui/screens/screens.h"

namespace chibo {

namespace {

constexpr std::size_t most_back = 16;

/// What ui_state keeps under "screen": screen, meeting and detail in lines.
std::string kept(const Destination& at)
{
    return at.screen + "\n" + (at.meeting.nil() ? std::string() : at.meeting.text()) + "\n"
        + at.detail;
}

Destination unkept(const std::string& text)
{
    const std::size_t first = text.find('\n');
    const std::size_t second = first == std::string::npos ? first : text.find('\n', first + 1);
    if (second == std::string::npos)
        return {};
    return {.screen = text.substr(0, first),
        .meeting
        = MeetingId::parse(text.substr(first + 1, second - first - 1)).value_or(MeetingId {}),
        .detail = text.substr(second + 1)};
}

} // namespace

Result<void> App::open(const Destination& destination)
{
    if (m_session.state() == KioskState::Locked)
        return refuse("frame.locked");
    if (m_session.viewer().role == "member" && !open_to_members(destination.screen))
        return refuse("frame.not_for_members");
    if (m_session.recovered() && destination.screen != "settings")
        return refuse("frame.recovered_only");
    Destination to = destination;
    if (to.meeting.nil() && to.screen != "plan") // A plan without a meeting is a new one.
        to.meeting = m_meeting;
    auto screen = make_screen(to, *this);
    if (!screen)
        return refuse("frame.no_screen", {{"screen", destination.screen}});
    m_screen = std::move(screen);
    m_at = to;
    m_version = -1;
    m_menu_open = m_more_open = false;
    m_meeting_sheet.reset();
    m_ui.focus().clear();
    m_ui.leaving().forget();
    m_ui.pace().input();
    refresh_when_moved();
    return {};
}

void App::go(const Destination& destination)
{
    const Destination from = m_at;
    if (const auto opened = open(destination); !opened) {
        m_notices.push_back(opened.error());
        return;
    }
    m_back.push_back(from);
    if (m_back.size() > most_back)
        m_back.erase(m_back.begin());
}

Result<void> App::open_once_unlocked(const Destination& destination)
{
    if (!make_screen(destination, *this))
        return refuse("frame.no_screen", {{"screen", destination.screen}});
    m_wanted = destination;
    return {};
}

Result<void> App::unlock(const std::string& code, const std::string& role)
{
    if (auto opened = m_session.unlock(code, role); !opened)
        return opened;
    entered();
    return {};
}

void App::act_as(const Viewer& viewer)
{
    m_session.act_as(viewer);
    m_lock_resting.reset();
    m_version = -1;
    m_ui.pace().input();
    if (viewer.room() && m_at.screen != "check_in" && m_at.screen != "agenda")
        rest();
    else if (viewer.role == "member" && !open_to_members(m_at.screen))
        (void)open({.screen = "own_page"}).has_value();
}

/// A code that was typed on the lock screen, once a job has made its key of it.
void App::try_derived()
{
    if (m_session.state() != KioskState::Locked)
        return;
    const auto failed = attempt([&] {
        if (m_lock_cold.try_derived(m_session))
            entered();
    });
    if (failed)
        m_lock_cold.refuse(*failed);
}

void App::entered()
{
    m_touched_ms = now_ms();
    m_back.clear();
    m_notices.clear();
    m_menu_open = false;
    m_meeting_ended = false;
    m_version = -1;
    read_frame();
    keep_time();
    if (m_session.recovered()) { // Codes were forgotten: this is where they are given anew.
        m_wanted.reset();
        (void)open({.screen = "settings", .detail = "safety"}).has_value();
        m_notices.push_back({"lock.recovered", {}});
        return;
    }
    Destination to;
    std::string state;
    if (m_wanted) { // Asked for on the command line.
        to = *std::exchange(m_wanted, std::nullopt);
    } else {
        to = unkept(read_ui_state(*m_session.record(), "screen").value_or(""));
        state = read_ui_state(*m_session.record(), "screen_state").value_or("");
    }
    if (to.screen.empty() || !open(to)) {
        state.clear();
        (void)open({.screen = "home"}).has_value();
    }
    if (m_screen && !state.empty())
        m_screen->restore(state);
}

Destination App::room_destination() const
{
    const auto meeting = read_current_meeting(*m_session.record(), m_clock.now_ms());
    const bool check_in = meeting && (check_in_open(*meeting) || running(*meeting));
    return {.screen = check_in ? "check_in" : "home",
        .meeting = check_in ? meeting->id : MeetingId {},
        .detail = {}};
}

void App::keep_state()
{
    // The room's screen is nothing to come back to: an officer left something behind it.
    // Nor are a member's own pages, for whoever opens the kiosk next.
    if (!m_keeps_state || m_session.state() != KioskState::Officer || !m_screen
        || m_session.viewer().role == "member" || m_session.recovered())
        return;
    const std::string state = kept(m_at) + "\n" + m_screen->state();
    if (state == m_kept_state)
        return;
    m_kept_state = state;
    guarded([&] {
        save_ui_state(*m_session.record(), "screen", kept(m_at));
        save_ui_state(*m_session.record(), "screen_state", m_screen->state());
    });
}

} // namespace chibo
