// What settings change beside the record: the machine's own ways, and the officers' codes. The App
// has it.
#pragma once

#include <functional>
#include <string>

#include "meeting/member.h"
#include "meeting/result.h"
#include "record/folder.h"

namespace chibo {

/// Who takes a role on, with the code and the PIN that they chose for themselves.
struct NewOfficer {
    MemberId member {};
    OfficerRole role = OfficerRole::Clerk;
    std::string pin_hash {};
    std::string code {};
};

class ExchangeDesk;

class SettingsDesk {
public:
    /// Told what came of it, on a later frame; not at all where the cell was locked meanwhile, and
    /// then nothing has changed.
    using Done = std::function<void(const Result<void>&)>;

    virtual ~SettingsDesk() = default;
    [[nodiscard]] virtual MachineSettings machine() const = 0;
    virtual void set_machine(const MachineSettings& machine) = 0;
    /// Sticks and folders, for photos.
    [[nodiscard]] virtual ExchangeDesk& exchange() = 0;
    virtual void rename_cell(const std::string& name) = 0;

    /// A job of about a second: one derivation of the code.
    virtual void set_code(const OfficerCode& officer, Done done) = 0;
    virtual void appoint(const NewOfficer& officer, Done done) = 0;
    virtual void withdraw(OfficerId officer, Done done) = 0;
    /// Whether the officer's own code opens the cell on this machine.
    [[nodiscard]] virtual bool has_code(OfficerId officer) const = 0;
    /// The cell was opened with the printed code, so that every code may be given anew.
    [[nodiscard]] virtual bool recovered() const = 0;
    [[nodiscard]] virtual std::string draw_code() = 0;
    virtual void renew_recovery_code(std::function<void(const std::string&)> done) = 0;
};

} // namespace chibo
