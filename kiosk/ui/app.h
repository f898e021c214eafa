// The kiosk: session, screens, what stands around and over them, and the loop's two halves, draw()
// and apply().
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/agenda.h"
#include "ui/exchange_desk.h"
#include "ui/join_desk.h"
#include "ui/lock_cold.h"
#include "ui/lock_resting.h"
#include "ui/own_pages_desk.h"
#include "ui/page_frame.h"
#include "ui/scan_line.h"
#include "ui/screen.h"
#include "ui/screens/meeting_sheet.h"
#include "ui/screens/settings.h"
#include "ui/session.h"
#include "ui/surface.h"
#include "ui/toaster.h"

namespace chibo {

class App final : public SettingsDesk, public OwnPagesDesk {
public:
    App(RecordFolder folder, const Clock& clock, Random& random, Ui& ui);

    /// One frame: draws, then applies what was tapped, one transaction each.
    void frame(Surface& surface);
    /// Results of jobs, rest and lock when nobody touches; call before each frame is decided on.
    void tick();
    /// The interface's own time: the clock's, and what step files add for motion.
    [[nodiscard]] std::int64_t now_ms() const { return m_clock.elapsed_ms(); }

    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] Ui& ui() { return m_ui; }
    [[nodiscard]] ExchangeDesk& exchange() override { return m_exchange; }
    [[nodiscard]] const Destination& at() const { return m_at; }
    /// Opens a screen; one that is not known, or none while locked, is a refusal.
    [[nodiscard]] Result<void> open(const Destination& destination);
    /// The same, once an officer has unlocked.
    [[nodiscard]] Result<void> open_once_unlocked(const Destination& destination);
    [[nodiscard]] Result<void> unlock(const std::string& code, const std::string& role);
    void act_as(const Viewer& viewer);
    void rest();
    void lock();
    /// The one that the rail's entries are about; nil where there is none.
    [[nodiscard]] MeetingId current_meeting() const { return m_meeting; }
    /// Text size in percent over what the machine has set; step files and shots.
    void set_text_size(int percent) { m_text_size = percent; }
    /// All durations 0, whatever the machine has set: step files and shots.
    void still()
    {
        m_still = true;
        m_ui.sounds().keep_quiet();
    }
    void apply_machine_settings();
    /// The room did something that the kiosk did not see: the three minutes begin anew.
    void awake() { m_touched_ms = now_ms(); }
    /// Reads the copy anew though the record did not move: the language changed.
    void read_again();
    /// An officer steps in from rest: the screen of lock.png.
    void ask_officer();
    /// Leaves no trace of where it stood: shots.
    void forget_places() { m_keeps_state = false; }

    // What the settings screen changes beside the record.
    [[nodiscard]] MachineSettings machine() const override;
    void set_machine(const MachineSettings& machine) override;
    void rename_cell(const std::string& name) override;
    void set_code(const OfficerCode& officer, Done done) override;
    void appoint(const NewOfficer& officer, Done done) override;
    void withdraw(OfficerId officer, Done done) override;
    [[nodiscard]] bool has_code(OfficerId officer) const override;
    [[nodiscard]] bool recovered() const override { return m_session.recovered(); }
    [[nodiscard]] std::string draw_code() override;
    void renew_recovery_code(std::function<void(const std::string&)> done) override;

    // A member's own pages.
    [[nodiscard]] OfficerBeside beside() const override { return m_session.beside(); }
    [[nodiscard]] const Key* drafts_key() const override { return m_session.drafts_key(); }
    [[nodiscard]] std::int64_t own_code_wait_ms(MemberId member) const override;
    void make_own_code(MemberId member, const std::string& code, Entered entered) override;
    void open_own_pages(MemberId member, const std::string& code, Entered entered) override;
    [[nodiscard]] Result<void> give_up_own_code(MemberId member) override;

private:
    /// A member's own code on its way to the key of the drafts.
    struct OwnCodeTry {
        MemberId member {};
        CodeWork work {};
        std::string code {};
        std::function<Result<Key>(const Key& code_key)> open {};
    };
    void derive_own_code(OwnCodeTry tried, const Entered& entered);
    [[nodiscard]] Result<void> enter_with(
        MemberId member, const std::function<Result<Key>()>& open);
    void with_code_key(const std::string& code, std::function<void(const Key&)> then);
    void draw();
    void draw_locked();
    void try_derived();
    void draw_screen();
    void draw_menu();
    void draw_more();
    void draw_meeting_sheet();
    void draw_notice();
    void handle_frame(const FrameTouch& touch);
    void tell_exchange();
    void handle_keys();
    void apply();
    void run(Commands::Pending pending);
    void follow(std::string_view command);
    void undo(const JournalPlace& place);
    [[nodiscard]] std::optional<Error> attempt(const std::function<void()>& work);
    void guarded(const std::function<void()>& write);
    void go(const Destination& destination);
    void entered();
    void read_frame();
    [[nodiscard]] std::int64_t rest_at_ms() const;
    [[nodiscard]] std::int64_t lock_at_ms() const;
    void watch_item();
    [[nodiscard]] std::int64_t item_turns_at_ms() const;
    void read_typing();
    void refresh_when_moved();
    void keep_state();
    void keep_time();
    void tell_clock_jump();
    [[nodiscard]] Destination room_destination() const;
    [[nodiscard]] float scale(const Surface& surface) const;

    Ui& m_ui;
    const Clock& m_clock;
    Session m_session;
    ExchangeDesk m_exchange;
    LockCold m_lock_cold;
    std::optional<JoinDesk> m_join; // While a locked device receives a cell.
    std::optional<LockResting> m_lock_resting; // While an officer steps in from rest.
    std::unique_ptr<Screen> m_screen; // None while locked.
    Destination m_at;
    std::vector<Destination> m_back;
    Commands m_commands;
    FrameContent m_frame;
    MeetingId m_meeting; // The one that the rail's entries are about.
    bool m_meeting_runs = false;
    bool m_meeting_changes = false; // Not sealed.
    std::optional<MeetingSheet> m_meeting_sheet;
    bool m_meeting_ended = false; // Sealed since somebody came in: rest means lock.
    std::optional<AgendaItem> m_item; // That runs; as of the last refresh.
    struct Watched {
        ItemId item {};
        TimerPhase phase = TimerPhase::Idle;
    };
    Watched m_watched; // The item whose time is told by tones.
    std::optional<Destination> m_wanted; // Opens once an officer has unlocked.
    std::int64_t m_version = -1; // Of the record, as read.
    UnixMs m_draft_saved_at_ms = 0; // Drafts are saved too, beside the journal.
    Toaster m_toaster;
    std::deque<Error> m_notices; // Sentences that wait for a touch.
    ScanLine m_scan;
    bool m_menu_open = false;
    bool m_more_open = false;
    std::int64_t m_touched_ms = 0; // When somebody last touched or typed.
    std::string m_kept_state; // As last written.
    std::int64_t m_told_jump_ms = 0; // The clock's jump that was said.
    int m_text_size = 0;
    bool m_still = false;
    bool m_keeps_state = true;
    Settings m_settings; // Of the open cell, as of the last refresh.
    TypingOptions m_typing; // As the cell has set it.
};

} // namespace chibo
