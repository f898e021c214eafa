#include "ui/app.h"

#include <algorithm>
#include <cstdlib>

#include "meeting/names.h"
#include "record/agenda_queries.h"
#include "record/cell_queries.h"
#include "record/drafts.h"
#include "record/failures.h"
#include "record/meeting_commands.h"
#include "record/meeting_queries.h"
#include "record/time_anchor.h"
#include "ui/draw.h"
#include "ui/frame.h"
#include "ui/screens/screens.h"

namespace chibo {

namespace {

constexpr std::int64_t minute_ms = 60'000;

} // namespace

App::App(RecordFolder folder, const Clock& clock, Random& random, Ui& ui) :
    m_ui(ui), m_clock(clock), m_session(std::move(folder), clock, random), m_exchange(clock),
    m_touched_ms(clock.elapsed_ms())
{
    m_exchange.set_actor([this] { return m_session.actor(); });
    apply_machine_settings();
}

void App::apply_machine_settings()
{
    const MachineSettings& machine = m_session.folder().machine();
    m_ui.strings().set_language(
        machine.language == "en" ? Language::English : Language::Vietnamese);
    m_ui.set_theme(machine.contrast == "high" ? high_contrast_theme() : light_theme());
    m_ui.motion().reduce(m_still || machine.motion == "reduced");
    m_ui.sounds().allow(machine.sound == "on");
}

float App::scale(const Surface& surface) const
{
    const int percent = m_text_size > 0 ? m_text_size : m_session.folder().machine().text_size;
    return surface.density() * static_cast<float>(std::clamp(percent, 90, 140)) / 100;
}

void App::frame(Surface& surface)
{
    m_ui.motion().reduce(m_still || m_session.folder().machine().motion == "reduced");
    refresh_when_moved();
    draw_frame(surface, m_ui, scale(surface), now_ms(), [&] { draw(); });
    if (m_ui.touched())
        m_touched_ms = now_ms();
    apply();
    tell_clock_jump();
    // The clock on the screen shows minutes.
    m_ui.pace().again(now_ms() + minute_ms - m_clock.now_ms() % minute_ms, Why::Clock);
    m_ui.pace().again(std::min({rest_at_ms(), lock_at_ms(), item_turns_at_ms(),
                          m_lock_resting ? m_touched_ms + minute_ms : Pace::never}),
        Why::Timer);
}

void App::draw()
{
    fill(m_ui, m_ui.bounds(), m_ui.theme().paper);
    m_ui.keyboard().begin(m_ui);
    if (m_session.state() == KioskState::Locked) {
        draw_locked();
        return;
    }
    if (m_lock_resting) {
        m_lock_resting->draw(m_ui, m_session);
        return;
    }
    draw_screen();
    handle_keys();
    draw_menu();
    draw_more();
    draw_meeting_sheet();
    draw_notice();
    m_ui.keyboard().draw(m_ui);
    if (const auto place = m_toaster.draw(m_ui))
        undo(*place);
}

void App::draw_screen()
{
    if (!m_screen)
        return;
    if (m_screen->surround() == Surround::Page) {
        m_frame.entry = entry_of(m_at.screen);
        handle_frame(page_frame(m_ui, m_frame));
    }
    m_ui.set_work(m_ui.keyboard().make_room(m_ui, m_ui.work()));
    m_screen->draw(m_ui, m_commands);
}

void App::handle_frame(const FrameTouch& touch)
{
    const bool own_pages = m_session.viewer().role == "member";
    if (touch.leave || (touch.user_chip && own_pages))
        m_commands.rest();
    else if (touch.user_chip && m_session.state() == KioskState::Room)
        m_commands.switch_user();
    else if (touch.user_chip)
        m_menu_open = true;
    if (touch.unlock)
        m_commands.switch_user();
    if (touch.more)
        m_more_open = true;
    if (touch.sync)
        m_commands.go({.screen = "sync"});
    if (touch.place == nullptr)
        return;
    if (!touch.place->explained.empty())
        m_commands.tell({.key = std::string(touch.place->explained), .values = {}});
    else if (touch.place->needs_meeting && m_meeting.nil())
        m_commands.tell({.key = "frame.no_meeting", .values = {}});
    else
        m_commands.go({.screen = std::string(touch.place->screen),
            .meeting = touch.place->needs_meeting ? m_meeting : MeetingId {},
            .detail = {}});
}

void App::handle_keys()
{
    if (!m_screen || m_ui.focus().text())
        return;
    if (const auto code = m_scan.take(m_ui.typed(), now_ms()))
        m_screen->scanned(*code, m_commands);
    const bool undo_key = std::ranges::any_of(m_ui.typed(), [](const Typed& typed) {
        return typed.key == NamedKey::Z && typed.control && !typed.shift;
    });
    if (!undo_key || m_screen->undo(m_commands))
        return;
    if (const auto place = m_toaster.take_undo(now_ms()))
        undo(*place);
}

void App::apply()
{
    for (auto& pending : m_commands.take_pending())
        run(std::move(pending));
    for (const auto& write : m_commands.take_local()) {
        if (m_session.record() != nullptr)
            guarded([&] {
                write(*m_session.record());
                m_frame.saved_at_ms = m_draft_saved_at_ms = m_clock.now_ms();
            });
    }
    if (auto told = m_commands.take_told())
        m_toaster.show(std::move(*told), std::nullopt, now_ms());
    for (Error& error : m_commands.take_refusals())
        m_notices.push_back(std::move(error));
    if (m_commands.take_read_again())
        m_version = -1;
    if (const auto going = m_commands.take_going()) {
        if (going->to) {
            go(*going->to);
        } else if (!m_back.empty()) {
            const Destination last = m_back.back();
            m_back.pop_back();
            go(last);
            m_back.pop_back();
        } else {
            go(m_session.state() == KioskState::Room      ? room_destination()
                    : m_session.viewer().role == "member" ? Destination {.screen = "own_page"}
                    : m_session.recovered()               ? Destination {.screen = "settings"}
                                                          : Destination {.screen = "home"});
        }
    }
    if (const auto state = m_commands.take_state()) {
        if (*state == Commands::State::Lock)
            lock();
        else if (*state == Commands::State::Rest)
            rest();
        else
            ask_officer();
    }
    if (m_lock_resting && m_lock_resting->entered()) {
        m_lock_resting.reset();
        entered();
    } else if (m_lock_resting && m_lock_resting->closed()) {
        m_lock_resting.reset();
    }
    keep_state();
}

/// The interface's one place where the machine's failures become sentences.
std::optional<Error> App::attempt(const std::function<void()>& work)
{
    try {
        work();
        return std::nullopt;
    } catch (const std::exception& failure) {
        m_ui.pace().input();
        return sentence_for(failure);
    }
}

void App::guarded(const std::function<void()>& write)
{
    if (auto failed = attempt(write))
        m_notices.push_back(std::move(*failed));
}

void App::run(Commands::Pending pending)
{
    if (m_session.record() == nullptr)
        return;
    m_ui.pace().input();
    guarded([&] {
        const auto place = m_session.record()->run(
            pending.command, pending.after.actor.value_or(m_session.actor()));
        if (!place) {
            if (pending.after.refused)
                pending.after.refused(place.error());
            else
                m_notices.push_back(place.error());
            return;
        }
        follow(pending.command.name);
        if (pending.after.toast)
            m_toaster.show(*pending.after.toast,
                place->seq > 0 ? std::optional(*place) : std::nullopt, now_ms());
        if (pending.after.done)
            pending.after.done(*place);
    });
}

/// What the kiosk itself does about a change that was made.
void App::follow(std::string_view command)
{
    if (command == "check_in" || command == "check_in_guest")
        m_ui.sounds().play(Sound::CheckIn);
    else if (command == "seal_meeting")
        m_meeting_ended = true;
    else if (command == "open_check_in" || command == "start_meeting")
        m_meeting_ended = false;
}

void App::undo(const JournalPlace& place)
{
    guarded([&] {
        if (const auto undone = m_session.record()->undo(place, m_session.actor()); !undone)
            m_notices.push_back(undone.error());
    });
    m_ui.pace().input();
}

/// How keys compose is the cell's setting.
void App::read_typing()
{
    const TypingOptions typing {.method = m_settings.typing_method == "vni" ? Method::Vni
            : m_settings.typing_method == "simple"                          ? Method::Simple
                                                                            : Method::Telex,
        .tones = m_settings.typing_tones == "new" ? ToneStyle::New : ToneStyle::Old};
    if (m_typing != typing)
        m_ui.set_typing(typing); // The key on the keyboard may have changed it since.
    m_typing = typing;
    m_ui.keyboard().allow(m_settings.screen_keyboard);
}

void App::read_frame()
{
    const Record& record = *m_session.record();
    const Cell cell = read_cell(record);
    const auto meeting = read_current_meeting(record, m_clock.now_ms());
    m_meeting = meeting ? meeting->id : MeetingId {};
    m_meeting_runs = meeting && running(*meeting);
    m_meeting_changes = meeting && may_change(*meeting);
    if (m_meeting_sheet)
        m_meeting_sheet->refresh(record);
    m_settings = read_settings(record);
    m_item.reset();
    if (m_meeting_runs) {
        const Agenda agenda = read_agenda(record, m_meeting);
        if (const AgendaItem* item = current_item(agenda))
            m_item = *item;
    }
    const bool chairs = meeting && m_session.viewer().member && !m_session.recovered()
        && meeting->chair == m_session.viewer().member;
    // The recovery code is nobody's.
    const bool recovered = m_session.recovered();
    const std::string role
        = m_ui.tr(recovered ? "officer.recovery_may" : "officer." + m_session.role());
    const std::string name = recovered ? m_ui.tr("officer.recovery") : m_session.viewer_name();
    m_frame = {.cell = cell.name,
        .organisation = cell.organisation,
        .saved_at_ms = std::max(record.saved_at_ms(), m_draft_saved_at_ms),
        .sync = read_sync_status(record),
        .room = m_session.state() == KioskState::Room,
        .own_pages = m_session.drafts_key() != nullptr,
        .user_name = recovered || m_session.drafts_key() != nullptr ? name : short_name(name),
        .user_initials = name_initials(name),
        .user_number = recovered ? 0 : m_session.viewer_number(),
        .user_role = chairs ? m_ui.tr("role.chair") : role,
        .entry = {}};
}

void App::refresh_when_moved()
{
    if (m_session.record() == nullptr || !m_screen || m_session.record()->version() == m_version)
        return;
    m_version = m_session.record()->version();
    guarded([&] {
        read_frame();
        read_typing();
        m_screen->refresh(*m_session.record(), m_session.viewer());
    });
}

} // namespace chibo
