// Who is at the kiosk: locked, resting (the room), or an officer (design.md, "the kiosk's three
// states"). Owns the record folder and the open cell; knows nothing of drawing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "meeting/clock.h"
#include "meeting/member.h"
#include "record/cell_queries.h"
#include "record/folder.h"
#include "ui/own_pages_desk.h"
#include "ui/screen.h"

namespace chibo {

enum class KioskState {
    Locked, // No key in memory.
    Room, // Resting: check-in and agenda.
    Officer, // An officer, or a member on own pages.
};

class Session {
public:
    Session(RecordFolder folder, const Clock& clock, Random& random);

    [[nodiscard]] KioskState state() const;
    [[nodiscard]] const Viewer& viewer() const { return m_viewer; }
    [[nodiscard]] const std::string& viewer_name() const { return m_viewer_name; }
    [[nodiscard]] int viewer_number() const { return m_viewer_number; }
    /// Who acts, as the journal keeps it.
    [[nodiscard]] Actor actor() const
    {
        return {m_recovered ? std::nullopt : m_viewer.member, m_viewer.role};
    }
    [[nodiscard]] RecordFolder& folder() { return m_folder; }
    [[nodiscard]] const RecordFolder& folder() const { return m_folder; }
    /// The open cell; none while locked.
    [[nodiscard]] Record* record() const { return m_record.get(); }
    /// The cell that is open, or that the lock screen offers.
    [[nodiscard]] CellId cell() const { return m_cell; }
    [[nodiscard]] const std::string& role() const { return m_viewer.role; }
    /// Opened with the printed recovery code, until it rests or locks.
    [[nodiscard]] bool recovered() const { return m_recovered; }
    [[nodiscard]] OfficerId make_officer_id();

    /// Offers another cell on the lock screen; locks the open one.
    void choose_cell(CellId cell);
    /// From cold: opens the cell with an officer's code. Among several officers with one code, the
    /// one of `role` is taken. Blocks for the derivation.
    [[nodiscard]] Result<void> unlock(const std::string& code, const std::string& role);
    /// The same with the code's key, which a job has derived.
    [[nodiscard]] Result<void> unlock_with(const Key& code_key, const std::string& role);
    /// From rest: an officer's PIN.
    [[nodiscard]] Result<void> step_in(const Officer& officer, const std::string& pin);
    /// Whether the viewer is an officer whose own code opened the cell; several may share one.
    [[nodiscard]] bool holds_code(const Viewer& viewer) const;
    /// As that member with the role they hold; step files and `shot --as`.
    void act_as(const Viewer& viewer);
    /// A member goes to own pages, with the key that the own code gave; the officer stays beside.
    void enter_own_pages(MemberId member, const Key& drafts_key);
    /// Of the member on own pages; none otherwise.
    [[nodiscard]] const Key* drafts_key() const { return m_drafts_key ? &*m_drafts_key : nullptr; }
    /// The officer who opened the cell last.
    [[nodiscard]] const OfficerBeside& beside() const { return m_beside; }
    void rest();
    void lock();
    /// A cell was added to the folder by somebody else: reads its header anew. Only while locked.
    void read_folder();

private:
    void enter(const Viewer& viewer);
    void remember_machine();
    [[nodiscard]] Result<void> open(const Unlocked& unlocked);

    RecordFolder m_folder;
    const Clock& m_clock;
    Random& m_random;
    CellId m_cell;
    std::unique_ptr<Record> m_record;
    Viewer m_viewer;
    std::string m_viewer_name;
    int m_viewer_number = 0;
    std::optional<Key> m_drafts_key; // Wiped when the member leaves, the kiosk rests or locks.
    OfficerBeside m_beside;
    std::vector<OfficerId> m_holders; // Whose code opened the cell.
    bool m_recovered = false;
};

/// The member of that name with the role held: an officer's, else "member". "Phòng họp" and "room"
/// are the room.
[[nodiscard]] std::optional<Viewer> find_viewer(const Record& record, std::string_view name);

} // namespace chibo
