// Who holds a role on this tablet: appoint, withdraw, own unlock code and own PIN.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/member.h"
#include "ui/screen.h"
#include "ui/screens/settings_desk.h"

namespace chibo {

/// What the one at the kiosk may do with a role. A code and a PIN are their owner's: another sets
/// them only where there is none yet, or after the recovery code.
struct OfficerRights {
    bool appoints = false; // Secretary and deputy, or whoever has the recovery code.
    bool sets_code = false;
    bool sets_pin = false;
    bool knows_pin = false; // Asked for the present one first.
};

class OfficerSheet {
public:
    OfficerSheet(OfficerRole role, std::optional<Officer> officer, std::vector<Member> members) :
        m_role(role), m_officer(std::move(officer)), m_members(std::move(members))
    {
    }

    void draw(Ui& ui, Commands& commands, SettingsDesk& desk, const OfficerRights& rights);
    [[nodiscard]] bool closed() const { return m_closed; }

private:
    enum class Step { Overview, Member, Code, OldPin, Pin, Withdraw };
    /// What is on its way: shared with the job, so that leaving the sheet is safe.
    struct Waiting {
        std::optional<Result<void>> result {};
        bool job = false; // Takes a second: said on the button.
    };

    [[nodiscard]] std::string title(Ui& ui) const;
    void begin(Step step);
    [[nodiscard]] std::shared_ptr<Waiting> wait(bool job);
    void take_result();
    void draw_overview(Ui& ui, const SettingsDesk& desk, const OfficerRights& rights, Rect rect);
    void draw_person(Ui& ui, const SettingsDesk& desk, Rect rect) const;
    void draw_members(Ui& ui, const Rect& rect);
    void draw_code(Ui& ui, SettingsDesk& desk, Rect rect);
    void draw_pin(Ui& ui, Commands& commands, SettingsDesk& desk, Rect rect);
    void draw_withdraw(Ui& ui, SettingsDesk& desk, Rect rect);
    void take_code(SettingsDesk& desk);
    void take_pin(Commands& commands, SettingsDesk& desk);
    [[nodiscard]] bool draw_buttons(Ui& ui, Rect rect, bool ready, std::string_view key);

    OfficerRole m_role;
    std::optional<Officer> m_officer; // None: nobody has the role.
    std::vector<Member> m_members;
    Step m_step = Step::Overview;
    Step m_answers = Step::Overview; // The step that m_waiting belongs to.
    std::optional<Member> m_candidate; // Is being appointed.
    std::string m_value; // Code or PIN being typed.
    std::string m_code; // The candidate's, chosen already.
    std::optional<Error> m_wrong;
    std::shared_ptr<Waiting> m_waiting;
    bool m_fresh = true; // The step is not yet drawn: the keyboard goes to its field.
    bool m_closed = false;
};

} // namespace chibo
