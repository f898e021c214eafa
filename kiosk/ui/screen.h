// A screen holds a copy of the record, draws it and pushes commands; it never writes. Commands are
// run after the frame, each as one transaction; what came of it is told in a toast or, when
// refused, in a sentence.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "meeting/ids.h"
#include "meeting/result.h"
#include "record/record.h"
#include "ui/ui.h"

namespace chibo {

/// A screen by its name, and what it is about.
struct Destination {
    std::string screen; // home, plan, checkin, agenda, minutes, seal, records, settings, …
    MeetingId meeting {};
    std::string detail {}; // An item, a person, a group of settings: the screen's own word.

    bool operator==(const Destination&) const = default;
};

/// Something that was done, in a line: the key of a sentence with its values.
struct Told {
    std::string key;
    Values values {};
    int undo_s = 0; // Seconds in which "Hoàn tác" stands beside it; 0 has none.
};

/// What to do after a command.
struct After {
    std::optional<Told> toast {};
    std::function<void(const JournalPlace&)> done {};
    /// Called with the refusal; without it the sentence is shown on a sheet that waits for a touch.
    std::function<void(const Error&)> refused {};
    /// Who does it, where it is not the one at the kiosk (a member who signs on the room's tablet).
    std::optional<Actor> actor {};
};

/// What a screen wants done after the frame, in order.
class Commands {
public:
    struct Pending {
        Command command;
        After after;
    };
    struct Going {
        std::optional<Destination> to;
        bool back = false;
    };
    enum class State { Lock, Rest, SwitchUser };

    /// Runs a change and tells what came of it.
    void push(Command command, After after = {})
    {
        m_pending.push_back({std::move(command), std::move(after)});
    }
    /// Writes what does not travel (a draft, a view's state), after the frame.
    void push_local(std::function<void(Record&)> write) { m_local.push_back(std::move(write)); }
    void go(Destination destination) { m_going = {std::move(destination), false}; }
    void back() { m_going = {std::nullopt, true}; }
    void lock() { m_state = State::Lock; }
    void rest() { m_state = State::Rest; }
    void switch_user() { m_state = State::SwitchUser; }
    /// Says something that needed no command.
    void tell(Told told) { m_told = std::move(told); }
    /// Shows a sentence that waits for a touch.
    void refuse(Error error) { m_refusals.push_back(std::move(error)); }
    /// Runs once at the end of this frame with the program's settings, jobs and so on (see App).
    void read_again()
    {
        m_read_again = true;
    } // The screen wants refresh() though the record did not move.

    [[nodiscard]] std::vector<Pending> take_pending() { return std::exchange(m_pending, {}); }
    [[nodiscard]] std::vector<std::function<void(Record&)>> take_local()
    {
        return std::exchange(m_local, {});
    }
    [[nodiscard]] std::optional<Going> take_going() { return std::exchange(m_going, std::nullopt); }
    [[nodiscard]] std::optional<State> take_state() { return std::exchange(m_state, std::nullopt); }
    [[nodiscard]] std::optional<Told> take_told() { return std::exchange(m_told, std::nullopt); }
    [[nodiscard]] std::vector<Error> take_refusals() { return std::exchange(m_refusals, {}); }
    [[nodiscard]] bool take_read_again() { return std::exchange(m_read_again, false); }

private:
    std::vector<Pending> m_pending;
    std::vector<std::function<void(Record&)>> m_local;
    std::optional<Going> m_going;
    std::optional<State> m_state;
    std::optional<Told> m_told;
    std::vector<Error> m_refusals;
    bool m_read_again = false;
};

/// What stands around a screen.
enum class Surround {
    Page, // Rail and top bar.
    Whole, // Nothing: a lock screen, a ballot, the components.
};

/// What happens to a screen that nobody touches (three minutes).
enum class Resting {
    ToRoom, // The room's level is shown.
    Stays, // Minutes and agenda of an open meeting.
};

/// Who looks at the screen: the room sees level A only.
struct Viewer {
    std::optional<MemberId> member; // None: the room.
    std::string role = "room"; // room, secretary, deputy_secretary, clerk, chair, member, recovery

    [[nodiscard]] bool room() const { return !member; }
    bool operator==(const Viewer&) const = default;
};

class Screen {
public:
    virtual ~Screen() = default;
    /// Reads the copy; called before the first draw, and when record.version() or the viewer moved.
    virtual void refresh(const Record& record, const Viewer& viewer) = 0;
    /// Draws inside ui.work() (Surround::Page) or ui.bounds() (Surround::Whole).
    virtual void draw(Ui& ui, Commands& commands) = 0;

    [[nodiscard]] virtual Surround surround() const { return Surround::Page; }
    [[nodiscard]] virtual Resting resting() const { return Resting::ToRoom; }
    /// A code that a USB scanner typed while no field had the keyboard.
    virtual void scanned(std::string_view code, Commands& commands) { (void)code, (void)commands; }
    /// Ctrl+Z where no text has the keyboard; false when there is nothing of its own to undo.
    virtual bool undo(Commands& commands) { return (void)commands, false; }
    /// What must be there again after a power cut (drafts are the record's): any text, given back
    /// to restore().
    [[nodiscard]] virtual std::string state() const { return {}; }
    virtual void restore(std::string_view state) { (void)state; }
};

/// Makes a screen for a destination; screens are listed in screens/screens.cpp.
using ScreenMaker = std::function<std::unique_ptr<Screen>(const Destination&)>;

} // namespace chibo
